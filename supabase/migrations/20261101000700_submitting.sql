-- Accepting, correcting, detailing and withdrawing a rating. Every function takes the instant it acts at: the public
-- ones pass the server's clock, and tests and the illustrative ratings pass another day through the very same code.

-- Stores one rating, once: the same id again changes nothing and answers with the state it found.
-- Refusals: those of the checks, 400 language_invalid, 409 id_taken, 409 receipt_taken, 409 visit_spent.
create function private.accept_rating(request json, at timestamptz) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(request, array['id', 'counter', 'score', 'procedure', 'visit', 'receipt',
    'rated_at', 'device', 'language']);
  v_id uuid := private.id_of(v_body);
  v_receipt uuid := private.receipt_hash(private.text_field(v_body, 'receipt', 'receipt_malformed'));
  v_score smallint := private.checked_score(v_body -> 'score');
  v_today date := private.local_day(at);
  v_visit text := private.text_field(v_body, 'visit', 'visit_malformed');
  v_origin private.origin;
  v_procedure text;
  v_device bigint;
  v_rating private.ratings;
begin
  select * into v_rating from private.ratings where id = v_id;
  if found then
    return private.state_of_same(v_rating, v_receipt);
  end if;
  perform private.check_age(v_id, at);
  if v_visit is not null then
    v_origin := private.origin_of_visit(v_visit, v_today);
  else
    v_origin := private.origin_of_counter(private.text_field(v_body, 'counter', 'counter_malformed'), v_today);
  end if;
  v_procedure := coalesce(
    private.checked_procedure(v_body, v_origin.procedure_code, v_origin.office_code, v_today), v_origin.procedure_code);
  v_device := private.device_day(v_body, v_origin, v_today);
  if private.text_field(v_body, 'language', 'language_invalid') not in ('vi', 'en', 'km') then
    perform private.refuse(400, 'language_invalid');
  end if;

  insert into private.ratings (id, receipt_hash, received_at, rated_at, device_day, score, channel, trust,
    office_code, procedure_code, counter_code, set_aside)
  values (v_id, v_receipt, at, private.checked_rated_at(v_body, at), v_device, v_score, v_origin.channel,
    v_origin.trust, v_origin.office_code, v_procedure, v_origin.counter_code,
    -- The third rating of one device at one counter on one day is kept, and not counted.
    case when (select count(*) >= 2 from private.ratings r where r.device_day = v_device) then 'device_repeat' end)
  on conflict do nothing
  returning * into v_rating;
  if not found then
    -- Either the same rating arrived twice at the same moment, or another rating holds this receipt.
    select * into v_rating from private.ratings where id = v_id;
    return private.state_of_same(v_rating, v_receipt);
  end if;

  if v_origin.visit_hash is not null then
    update private.visit_codes set spent_on = v_today where code_hash = v_origin.visit_hash and spent_on is null;
    if not found then
      perform private.refuse(409, 'visit_spent');
    end if;
  end if;
  return private.state_of(v_rating);
end;
$$;

-- The state of a rating that is already there, for whoever holds its receipt and for nobody else.
-- Refusals: 409 receipt_taken (no rating has this id, so it was the receipt that met another), 409 id_taken.
create function private.state_of_same(rating private.ratings, receipt uuid) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if rating.id is null then
    perform private.refuse(409, 'receipt_taken');
  elsif rating.receipt_hash <> receipt then
    perform private.refuse(409, 'id_taken');
  end if;
  return private.state_of(rating);
end;
$$;

-- The rating of a receipt, locked until the transaction ends. Refusals: 400 receipt_malformed, 404 receipt_unknown.
create function private.rating_of(receipt text) returns private.ratings
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rating private.ratings;
begin
  select * into v_rating from private.ratings where receipt_hash = private.receipt_hash(receipt) for update;
  if not found then
    perform private.refuse(404, 'receipt_unknown');
  end if;
  return v_rating;
end;
$$;

-- The same, while the person may still change it. Refusal: 409 too_late once it is in a batch or withdrawn.
create function private.correctable_rating_of(receipt text) returns private.ratings
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rating private.ratings := private.rating_of(receipt);
begin
  if v_rating.batch_number is not null or v_rating.set_aside = 'withdrawn' then
    perform private.refuse(409, 'too_late');
  end if;
  return v_rating;
end;
$$;

-- An absent field stays as it was; procedure null means that none is named any more. A visit keeps its procedure then:
-- it came from a finished dossier, and nobody could name it again, since no rating knows which code let it in. Another
-- one may be named: one dossier often serves several procedures, and the slip names one.
create function private.correct_rating(request json, at timestamptz) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(request, array['receipt', 'score', 'procedure']);
  v_rating private.ratings := private.correctable_rating_of(
    private.text_field(v_body, 'receipt', 'receipt_malformed'));
begin
  update private.ratings set
    score = case when v_body ? 'score' then private.checked_score(v_body -> 'score') else score end,
    procedure_code = coalesce(
      private.checked_procedure(v_body, procedure_code, office_code, private.local_day(at)),
      case when trust = 'visit' or not v_body ? 'procedure' then procedure_code end)
  where id = v_rating.id
  returning * into v_rating;
  return private.state_of(v_rating);
end;
$$;

-- Forgets the answer and keeps an empty row, so that the same rating sent again by an outbox stays withdrawn.
create function private.withdraw(request json) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(request, array['receipt']);
  v_rating private.ratings := private.rating_of(private.text_field(v_body, 'receipt', 'receipt_malformed'));
begin
  if v_rating.batch_number is not null then
    perform private.refuse(409, 'too_late');
  end if;
  update private.ratings set set_aside = 'withdrawn', score = null, procedure_code = null, rated_at = null,
    device_day = null, details = null
  where id = v_rating.id
  returning * into v_rating;
  return private.state_of(v_rating);
end;
$$;
