-- Making, renaming, retiring and replacing counters at their office. A code that was printed is never used again.

-- The office that manages a counter: whoever works there today, so that after a merger the new office finds the counters it
-- took over; the one it was made for where nobody works any more, or nobody has said who does.
create function private.managing_office(counter private.counters) returns text
language sql stable security invoker set search_path = ''
as $$
  select coalesce(private.office_of_counter(counter, private.local_day(now())), counter.office_code)
$$;

-- Of one office, or of all that the person answers for: [{code, office_code: who manages it, name, number, channel, kind,
-- retired_on, replaced_by, usual: [procedure codes]}]. A filter for the API; row by row it would have to be a table of
-- public.
create function public.office_counters(office text default null)
returns table (code text, office_code text, name text, number text, channel public.service_channel, kind text,
  retired_on date, replaced_by text, usual text[])
language sql stable security definer set search_path = ''
as $$
  select c.code, k.keeper, c.name, c.number, c.channel, c.kind, c.retired_on, c.replaced_by,
    array(select u.procedure_code from private.usual_procedures u where u.counter_code = c.code order by u.position)
  from private.counters c cross join lateral private.managing_office(c) k (keeper)
  where (k.keeper in (select private.offices_where('see_counters'))
      or private.is_administrator())
    and (office is null or k.keeper = office)
  order by k.keeper, c.retired_on nulls first, substring(c.number from '[0-9]+')::numeric, c.number, c.name, c.code
$$;
grant execute on function public.office_counters(text) to authenticated, service_role;

-- A code that no counter has or had.
create function private.new_counter_code() returns text
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_code text;
begin
  loop
    v_code := private.random_code(6);
    exit when not exists (select from private.counters c where c.code = v_code);
  end loop;
  return v_code;
end;
$$;

create function private.counter_json(counter private.counters) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select to_jsonb(counter) || jsonb_build_object('usual', array(
    select u.procedure_code from private.usual_procedures u where u.counter_code = counter.code order by u.position))
$$;

-- The procedures most asked for at a counter, in their order. Refusals: 400 body_invalid, 422 procedure_not_offered.
create function private.save_usual_procedures(counter private.counters, procedures jsonb) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if jsonb_typeof(procedures) <> 'array' then
    perform private.refuse(400, 'body_invalid');
  elsif exists (select from jsonb_array_elements_text(procedures) p
    where not private.is_offered(counter.office_code, p, private.local_day(now()))) then
    perform private.refuse(422, 'procedure_not_offered');
  end if;
  delete from private.usual_procedures u where u.counter_code = counter.code;
  insert into private.usual_procedures (counter_code, procedure_code, position)
  select counter.code, p, min(position) from jsonb_array_elements_text(procedures) with ordinality l (p, position) group by p;
end;
$$;

-- Makes a counter (without code) or changes the name, number, channel, kind and usual procedures of one. Answers with it.
-- Refusals: 401, 403, 404 office_unknown, 404 counter_unknown, 410 office_closed, 410 counter_retired, 422 name_missing,
-- 422 channel_missing, 422 kind_missing, 422 procedure_not_offered, 409 changed_meanwhile.
create function public.save_counter(counter jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_counter private.counters;
  v_code text := counter ->> 'code';
  v_office text := counter ->> 'office_code';
begin
  if v_code is not null then
    select * into v_counter from private.counters c where c.code = v_code for update;
    v_office := private.managing_office(v_counter);
  end if;
  perform private.require_capability(v_office, 'manage_counters');
  if v_code is not null and v_counter.code is null then
    perform private.refuse(404, 'counter_unknown');
  elsif not exists (select from public.offices o where o.code = v_office) then
    perform private.refuse(404, 'office_unknown');
  elsif exists (select from public.offices o where o.code = v_office and o.closed_on < private.local_day(now())) then
    perform private.refuse(410, 'office_closed');
  elsif v_counter.retired_on is not null then
    perform private.refuse(410, 'counter_retired');
  elsif private.name_field(counter, 'name') is null then
    perform private.refuse(422, 'name_missing');
  elsif counter ->> 'channel' is null or counter ->> 'channel' <> all (enum_range(null::public.service_channel)::text[]) then
    perform private.refuse(422, 'channel_missing');
  elsif counter ->> 'kind' is null or counter ->> 'kind' <> all (private.counter_kinds()) then
    perform private.refuse(422, 'kind_missing');
  elsif v_code is not null then
    perform private.require_unchanged(private.counter_json(v_counter), seen);
  end if;
  insert into private.counters as c (code, office_code, name, number, channel, kind)
  values (coalesce(v_code, private.new_counter_code()), v_office, private.trimmed_text(counter, 'name'),
    private.name_field(counter, 'number'), (counter ->> 'channel')::public.service_channel, counter ->> 'kind')
  -- Who took a counter over and writes it anew has made it their own.
  on conflict (code) do update set office_code = excluded.office_code, name = excluded.name, number = excluded.number,
    channel = excluded.channel, kind = excluded.kind
  returning * into v_counter;
  if counter ? 'usual' then
    perform private.save_usual_procedures(v_counter, counter -> 'usual');
  end if;
  return private.counter_json(v_counter);
end;
$$;
grant execute on function public.save_counter(jsonb, jsonb) to authenticated, service_role;

-- Retires a counter from today on. With replace a new code takes its place, to which the old one leads; answers with
-- the new counter, else with the retired one. Refusals: 401, 403, 404 counter_unknown, 410 counter_retired,
-- 400 flag_invalid.
create function public.retire_counter(code text, replace text default 'false') returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_old private.counters;
  v_new private.counters;
  v_replaces boolean := private.flag_argument(replace);
begin
  select * into v_old from private.counters c where c.code = private.crockford(retire_counter.code) for update;
  perform private.require_capability(private.managing_office(v_old), 'manage_counters');
  if v_old.code is null then
    perform private.refuse(404, 'counter_unknown');
  elsif v_old.retired_on is not null then
    perform private.refuse(410, 'counter_retired');
  end if;
  if v_replaces then
    insert into private.counters (code, office_code, name, number, channel, kind)
    values (private.new_counter_code(), private.managing_office(v_old), v_old.name, v_old.number, v_old.channel, v_old.kind)
    returning * into v_new;
    insert into private.usual_procedures select v_new.code, u.procedure_code, u.position
    from private.usual_procedures u where u.counter_code = v_old.code;
  end if;
  update private.counters c set retired_on = private.local_day(now()), replaced_by = v_new.code
  where c.code = v_old.code returning * into v_old;
  return private.counter_json(case when v_replaces then v_new else v_old end);
end;
$$;
grant execute on function public.retire_counter(text, text) to authenticated, service_role;

-- Takes a retirement back: the code counts again. One that was made to replace it stays, until it is retired as well.
-- Answers with the counter. Refusals: 401, 403, 404 counter_unknown, 409 counter_open, 410 office_closed.
create function public.reopen_counter(code text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_counter private.counters;
begin
  select * into v_counter from private.counters c where c.code = private.crockford(reopen_counter.code) for update;
  perform private.require_capability(private.managing_office(v_counter), 'manage_counters');
  if v_counter.code is null then
    perform private.refuse(404, 'counter_unknown');
  elsif v_counter.retired_on is null then
    perform private.refuse(409, 'counter_open');
  elsif private.office_of_counter(v_counter, private.local_day(now())) is null then
    perform private.refuse(410, 'office_closed');
  end if;
  update private.counters c set retired_on = null, replaced_by = null where c.code = v_counter.code returning * into v_counter;
  return private.counter_json(v_counter);
end;
$$;
grant execute on function public.reopen_counter(text) to authenticated, service_role;
