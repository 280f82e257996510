-- The page of a visit code, and the making of such codes. A code is good for one rating of one finished dossier; nobody
-- can tell from it which dossier, and nobody can tell from a rating which code let it in.

-- What the rating page of a visit shows: as counter_page, and what the code fixes. state: 'open', 'spent' or 'expired',
-- which a code also is when nobody does the office's work any more. procedure: {code, name} or null.
-- Refusals: 400 visit_malformed, 404 visit_unknown.
create function public.visit_page(code text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
  v_visit private.visit_codes := private.visit_by_code(code);
  v_office text := private.serving_office(v_visit.office_code, v_today);
  v_state text := case when v_visit.spent_on is not null then 'spent'
    when v_visit.expires_on < v_today or v_office is null then 'expired' else 'open' end;
begin
  return jsonb_build_object(
    'state', v_state,
    'counter', jsonb_build_object('code', null, 'name', null, 'number', null, 'channel', v_visit.channel, 'kind', 'visit'),
    'office', (select jsonb_build_object('code', o.code, 'name', o.name, 'desk', coalesce(o.desk, o.name))
      from public.offices o where o.code = coalesce(v_office, v_visit.office_code)),
    'procedure', (select jsonb_build_object('code', p.code, 'name', p.name) from public.procedures p
      where p.code = v_visit.procedure_code),
    'procedures', case when v_state = 'open' then private.procedure_choices(null, v_office, v_today) else '[]' end,
    'expires_on', v_visit.expires_on,
    'successor', null
  );
end;
$$;
grant execute on function public.visit_page(text) to anon, authenticated;

-- Makes codes for finished dossiers of one kind, and tells them this once: only their hashes are kept. At most 5,000.
-- Refusals: 404 office_unknown, 410 office_closed, 422 procedure_not_offered, 422 channel_missing, 422 count_invalid,
-- 422 expires_on_invalid (in the past, or more than a year ahead).
create function private.new_visit_codes(office text, procedure text, channel public.service_channel, count integer,
  expires_on date) returns text[]
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
  v_codes text[];
begin
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
  elsif expires_on is null or expires_on not between v_today and v_today + 366 then
    perform private.refuse(422, 'expires_on_invalid');
  end if;
  -- 50 random bits each: one that is there already is as good as impossible, and would be refused by the key.
  select array_agg(private.random_code(10)) into v_codes from generate_series(1, count);
  insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
  select private.short_hash(c), office, procedure, channel, new_visit_codes.expires_on from unnest(v_codes) c;
  return v_codes;
end;
$$;
