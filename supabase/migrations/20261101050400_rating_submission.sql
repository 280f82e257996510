-- Accepting a rating. Every function that writes one takes the instant it acts at: the public ones pass the server's
-- clock, and tests and the demo data pass another day through the very same code.

-- Only once: of two ratings that come with one code at the same moment, one is refused. Refusal: 409 visit_spent.
create function private.spend_visit(visit uuid, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  update private.visit_codes set spent_in = date_trunc('quarter', on_day)::date where code_hash = visit and spent_in is null;
  if not found then
    perform private.refuse(409, 'visit_spent');
  end if;
end;
$$;

-- Stores one rating, once: the same id again changes nothing and answers with the state it found. A rating in a batch has
-- no id any more, and is known again by its receipt.
-- Refusals: those of the checks, 400 language_invalid, 409 id_taken, 409 receipt_taken, 409 visit_spent.
create function private.accept_rating(request json, at timestamptz) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body(request, array['id', 'counter', 'score', 'procedure', 'visit', 'receipt',
    'rated_at', 'device', 'language', 'place']);
  v_id uuid := private.checked_id(v_body);
  v_receipt uuid := private.receipt_hash(private.text_field(v_body, 'receipt', 'receipt_malformed'));
  v_score smallint := private.checked_score(v_body -> 'score');
  v_today date := private.local_day(at);
  v_visit text := private.text_field(v_body, 'visit', 'visit_malformed');
  v_origin private.rating_origin;
  v_procedure text;
  v_sender bigint;
  v_rated_at timestamptz;
  v_rating private.ratings;
begin
  select * into v_rating from private.ratings
  where id = v_id or receipt_hash = v_receipt and batch_number is not null order by id limit 1;
  if found then
    return private.state_if_same_rating(v_rating, v_receipt);
  end if;
  perform private.check_id_age(v_id, at);
  if v_visit is not null then
    v_origin := private.visit_origin(v_visit, v_today);
  else
    v_origin := private.counter_origin(private.text_field(v_body, 'counter', 'counter_malformed'), v_today);
  end if;
  v_procedure := coalesce(
    private.checked_procedure(v_body, v_origin.procedure_code, v_origin.office_code, v_today), v_origin.procedure_code);
  v_origin := private.proven_origin(v_body, v_origin, v_receipt, at);
  v_sender := private.sender(v_body, v_origin, v_receipt, v_today);
  v_rated_at := private.checked_rated_at(v_body, at);
  if private.text_field(v_body, 'language', 'language_invalid') <> all (array(select code from private.languages)) then
    perform private.refuse(400, 'language_invalid');
  end if;

  insert into private.ratings (id, receipt_hash, received_at, rated_at, sender, score, channel, trust,
    office_code, procedure_code, counter_code, control_of, set_aside)
  values (v_id, v_receipt, at, v_rated_at, v_sender, v_score, v_origin.channel,
    v_origin.trust, v_origin.office_code, v_procedure, v_origin.counter_code,
    (select c.control_of from private.visit_codes c where c.code_hash = v_origin.visit_hash),
    private.reason_on_arrival(v_sender, v_origin, v_rated_at, at))
  on conflict do nothing
  returning * into v_rating;
  if not found then
    -- Either the same rating arrived twice at the same moment, or another rating holds this receipt.
    select * into v_rating from private.ratings where id = v_id;
    return private.state_if_same_rating(v_rating, v_receipt);
  end if;

  v_rating := private.judge_device(v_rating, v_today);
  if v_origin.visit_hash is not null then
    perform private.spend_visit(v_origin.visit_hash, v_today);
  end if;
  return private.rating_state(v_rating);
end;
$$;

-- The state of a rating that is already there, for whoever holds its receipt and for nobody else.
-- Refusals: 409 receipt_taken (no rating has this id, so it was the receipt that met another), 409 id_taken.
create function private.state_if_same_rating(rating private.ratings, receipt uuid) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if rating.receipt_hash is null then
    perform private.refuse(409, 'receipt_taken');
  elsif rating.receipt_hash <> receipt then
    perform private.refuse(409, 'id_taken');
  end if;
  return private.rating_state(rating);
end;
$$;

-- For browsers, with the server's clock. Takes the request body and answers with the state of the rating
-- (private.rating_state), as do the functions that change one. A refused try is counted (private.refused_tries_counted), and an
-- exception would take that back: so its refusal is answered as PostgREST answers one, and not raised.
create function public.submit_rating(json) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
begin
  return private.accept_rating($1, now());
exception when sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT410' then
  if private.refused_try(sqlerrm) is null then
    raise;
  end if;
  perform private.count_refused_try($1, private.refused_try(sqlerrm), private.local_day(now()));
  perform set_config('response.status', substr(sqlstate, 3), true);
  return jsonb_build_object('code', sqlstate, 'message', sqlerrm, 'details', null, 'hint', null);
end;
$$;
grant execute on function public.submit_rating(json) to anon, authenticated;
