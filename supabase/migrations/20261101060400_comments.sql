-- What people wrote, for the office that it is about. It appears there only when its batch is released, in an order that
-- says nothing, without a time and without the face that was tapped. What could tell who wrote it is masked.

-- What was written, letter by letter. Deleted with its rating.
create table private.comments (
  id uuid primary key default gen_random_uuid(),
  receipt_hash uuid not null unique,
  original text not null
);

create table public.comments (
  -- Random, and the order in which comments are shown.
  id uuid primary key,
  office_code text not null references public.offices,
  -- As the batch names it.
  procedure_code text references public.procedures,
  batch_number integer not null,
  released_on date not null,
  text text not null,
  is_masked boolean not null,
  -- The rating has been deleted since, and with it the way to its receipt: no reply would arrive.
  is_forgotten boolean not null default false,
  -- Factors that the same person named, and at least two others of the batch.
  praised text[] not null,
  improve text[] not null,
  -- It asks for something: only then an answer is due on a day.
  asks boolean not null default true,
  handled_at timestamptz,
  handled_by text,
  reply text check (length(reply) between 1 and 4000),
  replied_at timestamptz,
  replied_by text,
  check ((handled_at is null) = (handled_by is null)),
  check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by is null))
);
create index comments_office on public.comments (office_code, handled_at, released_on);
create index comments_procedure on public.comments (procedure_code);
alter table public.comments enable row level security;

-- What the office answered, one answer to one rating; score_after: how satisfied the person is since, which is never
-- part of a batch. No foreign key, as above: a rating that is deleted takes its reply along.
create table private.replies (
  receipt_hash uuid primary key,
  text text not null check (length(text) between 1 and 4000),
  replied_on date not null,
  score_after smallint check (score_after between 1 and 5)
);

create policy "those who work at an office, above it or audit it read its comments" on public.comments
  for select to authenticated
  using (office_code in (select private.offices_where('read_comments')));
grant select on public.comments to authenticated;
call private.log_table('public.comments', 'id', 'office_code');

-- Those of a batch who said more than a face: whose comment is to be published, and who named a factor.
create index ratings_detailed on private.ratings (batch_number) where batch_number is not null and details is not null;

-- Which of these factors at least three people of a batch named in answer to a question: fewer would be known by it.
create function private.shared_factors(batch integer, question text, factors jsonb) returns text[]
language sql stable security invoker set search_path = ''
as $$
  select coalesce(array_agg(f.factor order by f.position), '{}')
  from jsonb_array_elements_text(coalesce(factors, '[]')) with ordinality f (factor, position)
  where (select count(*) from private.ratings r
    where r.batch_number = batch and r.details is not null and r.details -> question ? f.factor) >= 3
$$;

-- Turns of speech that praise with the words of a wish, as one word of praise: "không phải chờ lâu" asks for nothing, and a
-- waiting room is a place. What is left of a sentence still asks: "không phải chờ nhưng thiếu ghế". "Tôi không sai" complains.
create function private.with_plain_praise(words text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select regexp_replace(regexp_replace(words,
    ' (ghế|chỗ|phòng|nơi|khu|sảnh|ghe|phong|noi|sanh)( ngồi| ngoi)? (chờ|đợi|cho|doi)(?= )', ' ', 'g'),
    '(?<! tôi| toi)( không| khong)(( có gì)?( để tôi| để ai| để)?( phải| phai| bị| bi)?'
      || ' (chờ|đợi|xếp hàng|sai|lỗi|thiếu|mất thời gian|mất tiền|mất công|khó khăn|gây khó|chậm|trễ|phiền hà|làm lại|đi lại|quay lại|chê'
      || '|phàn nàn|góp ý|cho|doi|sai|thieu|mat thoi gian|mat tien|kho khan|gay kho|cham|tre|lam lai|di lai|quay lai|che))'
      || '( lâu| hẹn| dễ| gì| thêm| chữ nào| vào đâu được| nhiều lần| lau| hen| de| gi| them| nhieu lan)*(?= )'
      || '| (vào là biết|biết ngay|(chỉ|nói|ghi|giải thích|hướng dẫn) rõ)( là)? (phải|cần)(?= )'
      || '| (giấy tờ|thủ tục|thời gian) ít hơn(?= )'
      || '|( (góp ý|ý kiến|kiến nghị)( lần trước)?)? đã (được )?(sửa|thêm)(?= )', ' tốt', 'g')
$$;

-- Whether a comment asks for something, by what staff may read of it and by nothing else: praise says thanks and has no word
-- of a wish. In doubt it asks, so that no wish goes without its day. Words without marks count where none has any.
create function private.asks_for_something(comment text, praised text[], improve text[]) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select cardinality(improve) > 0
    or comment ~ '[?？]|សូម|មិន|យឺត|គួរ|យូរ'
    or words ~ (' (đề nghị|kiến nghị|yêu cầu|góp ý|mong|nên|cần|phải|xin|sao|chậm|trễ|lâu|không|chẳng|chả|chưa|ko|thiếu|đừng|hãy|ít'
      || '|hư|hỏng|nóng|đông|chờ|đợi|tiền|khó|mất|sai|lỗi|bực|tệ|kém|thêm|sửa|nhưng|giá mà|nếu|thì|mới đúng|bị|một phần'
      || '|please|should|need|needs|wish|slow|late|wait|waited|not|never|but|more) ')
    or comment ~ '^[\x01-\x7f]*$' and words ~ (' (de nghi|kien nghi|yeu cau|gop y|nen|can|phai|cham|tre|lau|khong|chang|chua|thieu'
      || '|dung|hay|it|hu|hong|nong|dong|cho|doi|tien|kho|mat|loi|buc|te|kem|them|sua|nhung|gia ma|neu|thi|moi dung|bi|mot phan) ')
    or not (cardinality(praised) > 0
      or comment ~ 'អរគុណ|ល្អ'
      or words ~ (' (cảm ơn|cám ơn|biết ơn|tốt|nhiệt tình|hài lòng|tuyệt|tuyệt vời|vui vẻ|lịch sự|nhanh|chu đáo|tận tình|thân thiện'
        || '|dễ hiểu|dễ dàng|rõ ràng|sạch sẽ|mát mẻ|gọn|gọn gàng|niềm nở|kiên nhẫn|nhẹ nhàng|đúng hẹn|sớm hơn|chuyên nghiệp|giải thích lại'
        || '|de hieu|de dang|ro rang|sach se|mat me|niem no|kien nhan|nhe nhang|dung hen|som hon|chuyen nghiep'
        || '|cam on|biet on|tot|nhiet tinh|hai long|tuyet|tuyet voi|vui ve|lich su|nhanh|chu dao|tan tinh|than thien'
        || '|thank|thanks|good|great|kind|helpful|friendly) '))
  -- A cordial officer is one who is "ân cần".
  from (select private.with_plain_praise(' ' || regexp_replace(replace(translate(lower(normalize(comment, NFC)),
    'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ',
    'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ'), 'ân cần', ''),
    '[[:space:][:punct:]]+', ' ', 'g') || ' ') as words) w
$$;

-- Brings to their office what was written with the ratings of the batches from this number on. Both tables in a random
-- order: rows that are asked for without one come as they were written.
create function private.publish_comments(first_batch integer) returns void
language sql volatile security invoker set search_path = ''
as $$
  with written as (
    insert into private.comments (receipt_hash, original)
    select receipt_hash, private.clean_text(details ->> 'comment') from private.ratings
    where batch_number >= first_batch and details ? 'comment' and private.clean_text(details ->> 'comment') <> ''
    order by gen_random_uuid()
    on conflict (receipt_hash) do nothing
    returning *
  )
  insert into public.comments (id, office_code, procedure_code, batch_number, released_on, text, is_masked, praised, improve,
    asks)
  select w.id, b.office_code, b.procedure_code, b.number, b.released_on, m.masked, m.masked <> w.original,
    f.praised, f.improve, private.asks_for_something(m.masked, f.praised, f.improve)
  from written w join private.ratings r using (receipt_hash) join public.batches b on b.number = r.batch_number
    cross join lateral (select private.mask_identifiers(w.original) as masked) m
    cross join lateral (select private.shared_factors(b.number, 'praised', r.details -> 'praised') as praised,
      private.shared_factors(b.number, 'improve', r.details -> 'improve') as improve) f
  order by w.id
$$;
