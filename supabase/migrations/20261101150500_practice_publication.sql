-- What everybody reads of good practice: the offices whose rate surely rose, with what they say of it, and the praise that was
-- published. Everything is found anew whenever somebody asks, and no copy is kept on the way: a name is gone when its consent is.

-- Every example. kind: improvement, praise. Of an improvement text is the office's note, or null.
create function private.practice_examples() returns table (kind text, id uuid, office_code text, quarter date, n_before bigint,
  satisfied_before bigint, n bigint, satisfied bigint, difference double precision, low double precision, high double precision,
  text text, officer_name text)
language sql stable security invoker set search_path = ''
as $$
  select 'improvement', null::uuid, i.office_code, i.quarter, i.n_before, i.satisfied_before, i.n, i.satisfied,
    i.satisfied / i.n::double precision - i.satisfied_before / i.n_before::double precision, i.low, i.high, t.text, null::text
  from private.improvements() i
    left join public.practice_notes t on t.office_code = i.office_code and t.quarter = i.quarter and t.state = 'published'
  union all
  -- In the order of their random ids: neither that of the comments nor that of the decisions.
  select 'praise', p.id, p.office_code, p.quarter, null, null, null, null, null, null, null, p.text,
    case when p.shows_name then c.officer_name end
  from public.praises p left join public.name_consents c on c.praise_id = p.id and c.ended_at is null
  where p.state = 'published'
$$;

-- The examples of an office with all below it, or of all; field: only improvements in which that of the field's procedures is as
-- sure. visits: how many of the ratings were proven by a visit code; fields: where else it surely rose, [{field, n_before,
-- satisfied_before, n, satisfied}]; answers: see private.answer_changes. Refusals: 404 office_unknown, 404 procedure_field_unknown.
create function public.good_practice(office text default null, field text default null)
returns table (kind text, id uuid, office_code text, quarter date, n_before bigint, satisfied_before bigint, n bigint, satisfied bigint,
  low double precision, high double precision, visits_before bigint, visits bigint, text text, fields jsonb, answers jsonb)
language plpgsql stable security definer set search_path = '' set jit = off
as $$
#variable_conflict use_column
begin
  perform private.check_office_code(good_practice.office);
  perform private.check_field_code(good_practice.field);
  return query
    with by_field as materialized (select c.* from private.quarter_comparisons(true) c where c.low > 0)
    select e.kind, e.id, e.office_code, e.quarter, e.n_before, e.satisfied_before, e.n, e.satisfied, e.low, e.high,
      case e.kind when 'improvement' then private.visits_in(e.office_code, (e.quarter - interval '1 year')::date) end,
      case e.kind when 'improvement' then private.visits_in(e.office_code, e.quarter) end, e.text,
      case e.kind when 'improvement' then (
        select coalesce(jsonb_agg(jsonb_build_object('field', f.field_code, 'n_before', f.n_before, 'satisfied_before', f.satisfied_before,
          'n', f.n, 'satisfied', f.satisfied) order by f.field_code), '[]')
        from by_field f where f.office_code = e.office_code and f.quarter = e.quarter) end,
      case e.kind when 'improvement' then private.answer_changes(e.office_code, e.quarter) end
    from private.practice_examples() e
    where (good_practice.office is null or e.office_code in (select private.office_with_descendants(good_practice.office)))
      and (good_practice.field is null or exists (select from by_field f
        where f.office_code = e.office_code and f.quarter = e.quarter and f.field_code = good_practice.field and e.kind = 'improvement'))
    order by e.quarter desc, e.kind, e.office_code, e.id;
end;
$$;
grant execute on function public.good_practice(text, text) to anon, authenticated;
comment on function public.good_practice(text, text) is
  'Offices whose satisfaction in a quarter was surely above that of the same quarter a year before (99.5 % intervals of Wilson, difference by Newcombe''s method 10, at least 100 ratings on both sides), with their notes and what changed in the groups of answers; and praise that was published, by office and quarter.';

-- The names of officers who agreed to be named with a praise. On their own, so that what a browser keeps for reading without a
-- signal holds none.
create function public.praise_names() returns table (id uuid, officer_name text)
language sql stable security definer set search_path = ''
as $$
  select e.id, e.officer_name from private.practice_examples() e where e.officer_name is not null order by 1
$$;
grant execute on function public.praise_names() to anon, authenticated;
comment on function public.praise_names() is
  'Officers who agreed to be named with a praise, by its id; a name is gone as soon as the officer takes the consent back.';

-- How many offices were compared in a quarter, and how many of them are told to have improved.
create function public.practice_comparisons() returns table (quarter date, compared bigint, improved bigint)
language sql stable security definer set search_path = ''
as $$
  select c.quarter, count(*), count(*) filter (where c.low > 0) from private.quarter_comparisons(false) c group by 1 order by 1 desc
$$;
grant execute on function public.practice_comparisons() to anon, authenticated;
comment on function public.practice_comparisons() is
  'By quarter, how many offices had at least 100 ratings in it and in the same quarter a year before, and how many surely improved.';

insert into private.open_data_files (file, source, title, is_released, is_revocable, ordering, primary_key, columns)
select 'good_practice', 'private.practice_examples()', 'Good practice: offices that surely improved, and praise that was published', false, true,
  'r.quarter desc, r.kind, r.office_code, r.id', null,
  jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', split_part(c, ':', 1), 'type', split_part(c, ':', 2),
    'unit', nullif(split_part(c, ':', 3), ''))) order by position)
from unnest(string_to_array('kind:string office_code:string quarter:date n_before:integer:ratings satisfied_before:integer:ratings '
  || 'n:integer:ratings satisfied:integer:ratings difference:number low:number high:number text:string officer_name:string', ' '))
  with ordinality u (c, position);

-- Made-up examples beside made-up ratings, as the page says: praise for up to six comments that ask for nothing, and a note of
-- each office that improved.
create function private.add_demo_practice() returns void
language sql volatile security invoker set search_path = '' set jit = off
as $$
  insert into public.praises (comment_id, office_code, quarter, state, text)
  select c.id, c.office_code, date_trunc('quarter', c.released_on::timestamp), 'published', t.text
  from (select distinct on (c.office_code) c.*, coalesce(c.praised[1], 'staff') as factor from public.comments c
      where not c.asks order by c.office_code, c.released_on, c.id) c
    join (values ('access', 'Người dân khen lối vào có bảng chỉ dẫn từng bàn, ai mới đến lần đầu cũng tự tìm được.'),
      ('procedure', 'Một lượt góp ý cho biết danh mục giấy tờ được phát trước nên chỉ cần đi một lần.'),
      ('staff', 'Có người kể được hướng dẫn từng mục của mẫu đơn, giải thích đến khi hiểu mới thôi.'),
      ('result', 'Giấy tờ xong trước ngày hẹn và được báo bằng tin nhắn, người dân rất vui.'),
      ('feedback', 'Điều người dân nêu ra lần trước đã có thay đổi, và có người báo lại cho họ biết.')) t (factor, text) using (factor)
  where private.has_batches_for_praise(c.office_code, date_trunc('quarter', c.released_on::timestamp)::date)
    and not exists (select from public.praises p where p.office_code = c.office_code)
  on conflict (comment_id) do nothing;
  insert into public.practice_notes (office_code, quarter, version, text, state)
  select i.office_code, i.quarter, 1,
    'Hồ sơ được xem trước ở bàn hướng dẫn rồi mới lấy số. Ai thiếu giấy tờ được ghi cho một tờ danh mục, và được nhắn tin khi có kết quả.', 'published'
  from private.improvements() i on conflict (office_code, quarter, version) do nothing
$$;
