-- Changing the catalogue: fields and procedures at the top of the tree, and what is offered where at each office.
-- Nothing is deleted; what ends gets a last day.

-- A field of procedures. Refusals: 401, 403, 422 code_malformed, 422 name_missing, 409 name_taken, code_taken,
-- changed_meanwhile.
create function public.save_field(field jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_code text := field ->> 'code';
  v_name text := private.name_field(field, 'name');
  v_old public.fields;
begin
  perform private.require_capability(null, 'manage_catalogue');
  if v_code is null or v_code !~ '^[a-z0-9]+(-[a-z0-9]+)*$' or length(v_code) > 60 then
    perform private.refuse(422, 'code_malformed');
  elsif v_name is null then
    perform private.refuse(422, 'name_missing');
  elsif exists (select from public.fields f where f.name = v_name and f.code <> v_code) then
    perform private.refuse(409, 'name_taken');
  end if;
  select * into v_old from public.fields f where f.code = v_code for update;
  if v_old.code is not null and seen is null then
    perform private.refuse(409, 'code_taken');
  elsif v_old.code is not null then
    perform private.require_unchanged(to_jsonb(v_old), seen);
  end if;
  insert into public.fields values (v_code, v_name) on conflict (code) do update set name = v_name;
  return jsonb_build_object('code', v_code, 'name', v_name);
end;
$$;
grant execute on function public.save_field(jsonb, jsonb) to authenticated, service_role;

-- A procedure as it was typed or imported. Refusals: 422 days_malformed, 422 day_malformed.
create function private.procedure_row(body jsonb) returns public.procedures
language sql stable security invoker set search_path = ''
as $$
  select jsonb_populate_record(null::public.procedures, jsonb_build_object(
    'code', body ->> 'code', 'name', private.trimmed_text(body, 'name'), 'field_code', body ->> 'field_code',
    'level', private.trimmed_text(body, 'level'), 'decision', private.trimmed_text(body, 'decision'),
    'counter_days', private.days_field(body, 'counter_days'), 'online_days', private.days_field(body, 'online_days'),
    'post_days', private.days_field(body, 'post_days'), 'days_unit', private.trimmed_text(body, 'days_unit'),
    'fee', private.trimmed_text(body, 'fee'), 'documents_url', private.trimmed_text(body, 'documents_url'),
    'official_url', private.trimmed_text(body, 'official_url'), 'valid_from', private.date_field(body, 'valid_from'),
    'valid_to', private.date_field(body, 'valid_to'), 'online_level', body ->> 'online_level'))
$$;

-- What is wrong with a procedure by itself, column by column.
create function private.procedure_problems(procedure jsonb) returns table (field text, problem text)
language sql immutable security invoker set search_path = ''
as $$
  select p.field, p.problem
  from (
    values
      ('code', 'procedure_code_malformed', coalesce(procedure ->> 'code' !~ '^[1-9]\.[0-9]{6}$', true)),
      ('name', 'name_missing', private.trimmed_text(procedure, 'name') is null),
      ('official_url', 'url_malformed', private.trimmed_text(procedure, 'official_url') !~ '^https://'),
      ('documents_url', 'documents_url_malformed', private.trimmed_text(procedure, 'documents_url') !~ '^https://'),
      ('valid_from', 'day_malformed', not private.is_valid_date(procedure, 'valid_from')),
      ('valid_to', 'day_malformed', not private.is_valid_date(procedure, 'valid_to')),
      ('valid_to', 'ended_before_begun', private.is_valid_date(procedure, 'valid_from') and private.is_valid_date(procedure, 'valid_to')
        and private.trimmed_text(procedure, 'valid_to') < private.trimmed_text(procedure, 'valid_from')),
      ('online_level', 'online_level_unknown', procedure ->> 'online_level' <> all ('{full,partial,none}'))
    union all
    select days, 'days_malformed', private.trimmed_text(procedure, days) !~ '^[0-9]{1,4}$'
    from unnest(array['counter_days', 'online_days', 'post_days']) days
  ) p (field, problem, holds)
  where p.holds
$$;

-- Refusals, all 422: procedure_code_malformed, name_missing, procedure_field_unknown, url_malformed,
-- documents_url_malformed, ended_before_begun, online_level_unknown.
create function private.check_procedure(procedure public.procedures) returns void
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_problem text := (select p.problem from private.procedure_problems(to_jsonb(procedure)) p limit 1);
begin
  perform private.check_names(to_jsonb(procedure), 2000);
  if v_problem is not null then
    perform private.refuse(422, v_problem);
  elsif procedure.field_code is null or not exists (select from public.fields f where f.code = procedure.field_code) then
    perform private.refuse(422, 'procedure_field_unknown');
  end if;
end;
$$;

-- Adds or changes a procedure, at the top of the tree. Answers with the row. Refusals besides: 401, 403, 409 code_taken,
-- 409 changed_meanwhile.
create function public.save_procedure(procedure jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_new public.procedures := private.procedure_row(procedure);
  v_old public.procedures;
begin
  perform private.require_capability(null, 'manage_catalogue');
  perform private.check_procedure(v_new);
  select * into v_old from public.procedures p where p.code = v_new.code for update;
  if v_old.code is not null and seen is null then
    perform private.refuse(409, 'code_taken');
  elsif v_old.code is not null then
    perform private.require_unchanged(to_jsonb(v_old), seen);
  end if;
  insert into public.procedures select v_new.*
  on conflict (code) do update set name = v_new.name, field_code = v_new.field_code, level = v_new.level,
    decision = v_new.decision, counter_days = v_new.counter_days, online_days = v_new.online_days,
    post_days = v_new.post_days, days_unit = v_new.days_unit, fee = v_new.fee, documents_url = v_new.documents_url,
    official_url = v_new.official_url, valid_from = v_new.valid_from, valid_to = v_new.valid_to,
    online_level = v_new.online_level;
  return to_jsonb(v_new);
end;
$$;
grant execute on function public.save_procedure(jsonb, jsonb) to authenticated, service_role;

-- From today on the office offers the procedure, or today is the last day. Answers with the row.
-- Refusals: 401, 403, 404 office_unknown, 404 procedure_unknown, 410 office_closed, 400 flag_invalid.
create function public.offer_procedure(office text, procedure text, offered text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
  v_row public.offerings;
begin
  perform private.require_capability(office, 'manage_offerings');
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  elsif exists (select from public.offices o where o.code = office and o.closed_on < v_today) then
    perform private.refuse(410, 'office_closed');
  elsif not exists (select from public.procedures p where p.code = procedure) then
    perform private.refuse(404, 'procedure_unknown');
  end if;
  if private.flag_argument(offered) then
    insert into public.offerings as o values (office, procedure, v_today, null)
    on conflict (office_code, procedure_code) do update set closed_on = null
      -- What was opened for later is open from today.
      , opened_on = least(o.opened_on, v_today);
  else
    update public.offerings o set closed_on = v_today, opened_on = least(o.opened_on, v_today)
    where o.office_code = office and o.procedure_code = procedure and o.closed_on is null;
  end if;
  select * into v_row from public.offerings o where o.office_code = office and o.procedure_code = procedure;
  return to_jsonb(v_row);
end;
$$;
grant execute on function public.offer_procedure(text, text, text) to authenticated, service_role;

-- Through which service channels the office takes a procedure that it offers: private.is_channel_list; null: as the
-- catalogue says. Answers with the row.
-- Refusals: 401, 403, 404 procedure_not_offered, 422 channel_unknown.
create function public.set_offering_channels(office text, procedure text, channels text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_row public.offerings;
begin
  perform private.require_capability(office, 'manage_offerings');
  if not private.is_channel_list(channels) then
    perform private.refuse(422, 'channel_unknown');
  end if;
  update public.offerings o set channels = set_offering_channels.channels
  where o.office_code = office and o.procedure_code = procedure returning o.* into v_row;
  if v_row.office_code is null then
    perform private.refuse(404, 'procedure_not_offered');
  end if;
  return to_jsonb(v_row);
end;
$$;
grant execute on function public.set_offering_channels(text, text, text) to authenticated, service_role;
