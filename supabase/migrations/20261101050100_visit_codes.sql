-- One-time codes for finished dossiers: made by an office, printed on a result slip, good for one rating. Random and
-- stored one-way: nobody can tell from a code which dossier it is for, nor from a rating which code let it in.

-- Which codes were made together, by whom. How many of them were used nobody is told: whoever holds the slips would know
-- who has rated. How many an office made and how many were used is public by quarter (visit_code_totals).
create table private.visit_batches (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  procedure_code text references public.procedures,
  channel public.service_channel not null,
  count integer not null,
  expires_on date not null,
  made_by text not null,
  made_on date not null,
  -- The key of a software by which they were made one by one; null for what somebody ordered on the page.
  key_id bigint
);
create index visit_batches_office on private.visit_batches (office_code);
create index visit_batches_procedure on private.visit_batches (procedure_code);
call private.log_table('private.visit_batches', 'id', 'office_code');

-- One-time codes for finished dossiers. Random, stored one-way, and never linked to the rating they let in.
create table private.visit_codes (
  code_hash uuid primary key,
  office_code text not null references public.offices,
  procedure_code text references public.procedures,
  channel public.service_channel not null,
  -- The last day on which it can be used.
  expires_on date not null,
  -- The first day of the quarter in which it was used, and no finer: with a day, a code would lead to its rating.
  spent_in date,
  -- Of a code that no office made, by which somebody independent asks (chapter 17): the first day of the quarter asked about.
  control_of date,
  -- Null for codes that no office made: those of the demo data.
  batch_id bigint references private.visit_batches
);
create index visit_codes_office on private.visit_codes (office_code);
create index visit_codes_procedure on private.visit_codes (procedure_code);
create index visit_codes_batch on private.visit_codes (batch_id);

-- The visit of a code as the person typed it. Refusals: 400 visit_malformed, 404 visit_unknown.
create function private.visit_by_code(typed text) returns private.visit_codes
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_code text := private.crockford(typed);
  v_visit private.visit_codes;
begin
  if v_code is null or v_code !~ '^[0-9A-HJKMNP-TV-Z]{10}$' then
    perform private.refuse(400, 'visit_malformed');
  end if;
  select * into v_visit from private.visit_codes where code_hash = private.short_hash(v_code);
  if not found then
    perform private.refuse(404, 'visit_unknown');
  end if;
  return v_visit;
end;
$$;

-- The office that a rating with the code is about on a day. What is asked independently of people who came to an office is about
-- that one, whoever does its work now, and if it was split among several.
create function private.office_of_visit(visit private.visit_codes, on_day date) returns text
language sql stable security invoker set search_path = ''
as $$
  select case when visit.control_of is null then private.serving_office(visit.office_code, on_day) else visit.office_code end
$$;

-- The day of which an office's procedures are asked for: its last one where it is closed.
create function private.procedures_on(office text, on_day date) returns date
language sql stable security invoker set search_path = ''
as $$
  select least(on_day, (select o.closed_on from public.offices o where o.code = office))
$$;

-- How many codes were made for an office in the calendar month of a day.
create function private.visit_codes_made(office text, on_day date) returns integer
language sql stable security invoker set search_path = ''
as $$
  select coalesce(sum(b.count), 0)::integer from private.visit_batches b
  where b.office_code = office and b.made_on >= date_trunc('month', on_day)
    and b.made_on < date_trunc('month', on_day) + interval '1 month'
$$;

-- Whether an office may have so many codes made, at most 5,000 at once. Refusals: 404 office_unknown, 410 office_closed, 422 procedure_not_offered, 422
-- channel_missing, 422 count_invalid, 422 visit_codes_exhausted (more than the office may make in a month), 422
-- expires_on_invalid (in the past, or more than a year ahead).
create function private.check_visit_order(office text, procedure text, channel public.service_channel, count integer,
  expires_on date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
begin
  -- Two orders at once must not both find room for themselves.
  perform pg_advisory_xact_lock(hashtext('hai-long visit codes ' || office));
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  elsif exists (select from public.offices o where o.code = office and o.closed_on < v_today) then
    perform private.refuse(410, 'office_closed');
  elsif procedure is not null and not private.is_offered(office, procedure, v_today) then
    perform private.refuse(422, 'procedure_not_offered');
  elsif channel is null then
    perform private.refuse(422, 'channel_missing');
  elsif count is null or count not between 1 and 5000 then
    perform private.refuse(422, 'count_invalid');
  elsif private.visit_codes_made(office, v_today) + count > private.visit_code_limit(office, v_today) then
    perform private.refuse(422, 'visit_codes_exhausted');
  elsif expires_on is null or expires_on not between v_today and v_today + 366 then
    perform private.refuse(422, 'expires_on_invalid');
  end if;
end;
$$;

-- Makes codes for finished dossiers of one kind, and returns them, which nothing can do again: only their hashes are
-- stored. Refusals: those above.
create function private.create_visit_codes(office text, procedure text, channel public.service_channel, count integer,
  expires_on date) returns text[]
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_codes text[];
begin
  perform private.check_visit_order(office, procedure, channel, count, expires_on);
  -- 50 random bits each: one that is there already is as good as impossible, and would be refused by the key.
  select array_agg(private.random_code(10)) into v_codes from generate_series(1, count);
  insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
  select private.short_hash(c), office, procedure, channel, create_visit_codes.expires_on from unnest(v_codes) c;
  return v_codes;
end;
$$;

-- Codes for an office by somebody who works there. Answers with the codes, once. Refusals: 401, 403, 400 channel_unknown and those of
-- private.create_visit_codes.
create function public.make_visit_codes(office text, procedure text, channel text, count text, expires_on text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_channel public.service_channel;
  v_count integer := private.integer_argument(count);
  v_expires_on date;
  v_batch bigint;
  v_codes text[];
begin
  perform private.require_capability(office, 'make_visit_codes');
  v_channel := private.channel_argument(channel);
  v_expires_on := private.day_argument(expires_on, 'expires_on_invalid');
  v_codes := private.create_visit_codes(office, procedure, v_channel, v_count, v_expires_on);
  insert into private.visit_batches (office_code, procedure_code, channel, count, expires_on, made_by, made_on)
  values (office, procedure, v_channel, v_count, v_expires_on, private.actor(), private.local_day(now()))
  returning id into v_batch;
  update private.visit_codes c set batch_id = v_batch where c.code_hash = any (array(
    select private.short_hash(code) from unnest(v_codes) code));
  return to_jsonb(v_codes);
end;
$$;
grant execute on function public.make_visit_codes(text, text, text, text, text) to authenticated, service_role;

-- What was made for an office, or for all that the person answers for, the latest first.
create function public.visit_batches(office text default null)
returns table (id bigint, office_code text, procedure_code text, channel public.service_channel, count integer,
  expires_on date, made_by text, made_on date)
language sql stable security definer set search_path = ''
as $$
  select b.id, b.office_code, b.procedure_code, b.channel, b.count, b.expires_on, b.made_by, b.made_on
  from private.visit_batches b
  where (b.office_code in (select private.offices_where('see_visit_codes'))
      or private.is_administrator())
    and (visit_batches.office is null or b.office_code = visit_batches.office)
  order by b.id desc
$$;
grant execute on function public.visit_batches(text) to authenticated, service_role;

-- What the rating page of a visit shows: as counter_page, and what the code fixes. state: 'open' or 'expired', which a
-- code also is when nobody does the office's work any more. Not whether it was used: the office that printed the slips
-- could ask for each, and learn who has rated and when. Their own phones know, and submit_rating refuses a second
-- rating. procedure: {code, name} or null.
-- Refusals: 400 visit_malformed, 404 visit_unknown.
create function public.visit_page(code text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
  v_visit private.visit_codes := private.visit_by_code(code);
  v_office text := private.office_of_visit(v_visit, v_today);
  v_state text := case when v_visit.expires_on < v_today or v_office is null then 'expired' else 'open' end;
begin
  return jsonb_build_object(
    'state', v_state,
    'counter', jsonb_build_object('code', null, 'name', null, 'number', null, 'channel', v_visit.channel, 'kind', 'visit'),
    'office', (select jsonb_build_object('code', o.code, 'name', o.name, 'desk', coalesce(o.desk, o.name), 'hotline', o.hotline)
      from public.offices o where o.code = coalesce(v_office, v_visit.office_code)),
    'procedure', (select jsonb_build_object('code', p.code, 'name', p.name) from public.procedures p
      where p.code = v_visit.procedure_code),
    'procedures', case when v_state = 'open' then private.procedure_choices(null, v_office, private.procedures_on(v_office, v_today)) else '[]' end,
    'expires_on', v_visit.expires_on,
    'successor', null
  );
end;
$$;
grant execute on function public.visit_page(text) to anon, authenticated;
