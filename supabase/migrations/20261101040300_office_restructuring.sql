-- Mergers and splits: on one day some offices close, others open and take over the work. What was printed stays valid:
-- a counter of a closed office leads to its one successor, or, after a split, to the one that the plan names for it.

-- {code, name, kind, parent_code, ...} of each office that opens; one may be the parent of another and then comes first.
create function private.open_offices(opening jsonb, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_office public.offices;
  v_codes text[] := array(select o ->> 'code' from jsonb_array_elements(opening) o);
begin
  -- Who may open an office may open those below it as well.
  perform private.require_capability_everywhere(array(select o ->> 'parent_code' from jsonb_array_elements(opening) o
    where coalesce(o ->> 'parent_code' <> all (v_codes), true)), 'restructure_offices');
  for v_office in select r.* from jsonb_array_elements(opening) o cross join lateral private.office_row(o) r loop
    v_office.opened_on := on_day;
    v_office.closed_on := null;
    if exists (select from public.offices o where o.code = v_office.code) then
      perform private.refuse(409, 'code_taken');
    end if;
    perform private.check_office(v_office);
    insert into public.offices select v_office.*;
    perform private.make_coordinator_of_root(v_office);
  end loop;
end;
$$;

-- Whether a plan can be: who closes is known, was opened before that day and leaves nobody open below it; who takes over
-- is known, and does not close itself. Refusals: 404 office_unknown, 422 closed_before_opened, 422 offices_below,
-- 422 parent_closes, 422 successor_unknown.
create function private.check_restructuring_plan(plan jsonb, on_day date) returns void
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_closing text[] := array(select jsonb_array_elements_text(coalesce(plan -> 'closing', '[]')));
  v_opening text[] := array(select o ->> 'code' from jsonb_array_elements(coalesce(plan -> 'opening', '[]')) o);
begin
  if exists (select from unnest(v_closing) c where not exists (select from public.offices o where o.code = c)) then
    perform private.refuse(404, 'office_unknown');
  elsif exists (select from public.offices o where o.code in (select unnest(v_closing)) and o.opened_on >= on_day) then
    perform private.refuse(422, 'closed_before_opened');
  elsif exists (select from public.offices o where o.parent_code in (select unnest(v_closing)) and o.closed_on is null
    and o.code <> all(v_closing)) then
    perform private.refuse(422, 'offices_below');
  elsif exists (select from jsonb_array_elements(coalesce(plan -> 'opening', '[]')) o where o ->> 'parent_code' = any(v_closing)) then
    perform private.refuse(422, 'parent_closes');
  elsif exists (select from jsonb_array_elements(plan -> 'successions') s
    where coalesce(s ->> 'predecessor' <> all(v_closing), true)
      or coalesce(s ->> 'successor' = any(v_closing), true)
      or s ->> 'successor' <> all(v_opening)
        and not exists (select from public.offices o where o.code = s ->> 'successor' and o.closed_on is null)) then
    perform private.refuse(422, 'successor_unknown');
  end if;
end;
$$;

-- Closes offices the day before. Refusals: 410 office_closed, 403 not_allowed.
create function private.close_offices(closing text[], on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  perform from public.offices o where o.code in (select unnest(closing)) order by o.code for update;
  if exists (select from public.offices o where o.code in (select unnest(closing)) and o.closed_on < on_day - 1) then
    perform private.refuse(410, 'office_closed');
  end if;
  perform private.require_capability_everywhere(closing, 'restructure_offices');
  update public.offices o set closed_on = on_day - 1
  where o.code in (select unnest(closing)) and o.closed_on is distinct from on_day - 1;
  update public.offerings o set closed_on = greatest(on_day - 1, o.opened_on)
  where o.office_code in (select unnest(closing)) and (o.closed_on is null or o.closed_on >= on_day);
end;
$$;

-- Carries a plan out: see public.reform_offices. What was offered before is offered by whoever takes over.
create function private.apply_restructuring(plan jsonb, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  perform private.open_offices(coalesce(plan -> 'opening', '[]'), on_day);
  insert into public.offerings as o (office_code, procedure_code, opened_on)
  select distinct s ->> 'successor', f.procedure_code, on_day
  from jsonb_array_elements(plan -> 'successions') s join public.offerings f on f.office_code = s ->> 'predecessor'
  where f.closed_on is null or f.closed_on >= on_day - 1
  on conflict (office_code, procedure_code) do update set closed_on = null where o.closed_on < on_day;
  insert into public.office_successions (predecessor_code, successor_code, on_date, legal_basis)
  select s ->> 'predecessor', s ->> 'successor', on_day, private.name_field(plan, 'legal_basis')
  from jsonb_array_elements(plan -> 'successions') s
  on conflict do nothing;
  perform private.close_offices(array(select jsonb_array_elements_text(coalesce(plan -> 'closing', '[]'))), on_day);
  update private.counters c set successor_code = n ->> 'successor'
  from jsonb_array_elements(coalesce(plan -> 'counters', '[]')) n
  where c.code = n ->> 'counter' and c.office_code in (select jsonb_array_elements_text(plan -> 'closing'));
end;
$$;

-- What a plan has changed, counted after it was applied. counters: {leads_to: how many lead to which office, closed: how
-- many lead nowhere and only name who serves now}.
create function private.restructuring_summary(plan jsonb, on_day date) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with closing as (
    select o.* from public.offices o where o.code in (select jsonb_array_elements_text(coalesce(plan -> 'closing', '[]')))
  ), counters as (
    -- Those of one office lead to the same one, and are asked for once.
    select private.office_of_counter((array_agg(c))[1], on_day) as office, array_agg(c.code) as codes
    from private.counters c where c.office_code in (select code from closing) and c.retired_on is null
    group by c.office_code, c.successor_code
  )
  select jsonb_build_object(
    'on_date', on_day,
    'opened', (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) order by o.name), '[]')
      from public.offices o where o.code in (select p ->> 'code' from jsonb_array_elements(coalesce(plan -> 'opening', '[]')) p)),
    'closed', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'successors',
        array(select s.successor_code from public.office_successions s where s.predecessor_code = c.code order by 1)) order by c.name), '[]')
      from closing c),
    'offerings', (select coalesce(sum((select count(*) from public.offerings o where o.office_code = s.code and o.opened_on = on_day)), 0)
      from (select distinct s ->> 'successor' from jsonb_array_elements(plan -> 'successions') s) s (code)),
    'counters', jsonb_build_object(
      'leads_to', (select coalesce(jsonb_object_agg(office, n), '{}')
        from (select office, sum(cardinality(codes)) as n from counters where office is not null group by 1) l),
      'closed', (select coalesce(jsonb_agg(code order by code), '[]') from counters, unnest(codes) code where office is null)),
    'members', (select count(*) from public.members m where m.ended_at is null and m.office_code in (select code from closing)))
$$;

-- A merger, a split, or both at once. plan: {on_date, legal_basis, opening: [offices], closing: [codes], successions:
-- [{predecessor, successor}], counters: [{counter, successor}]}. Without confirmed nothing stays changed: the answer is
-- what would be; confirmed, it names the reform by its number for undo_reform. Refusals: 401, 403, 409 code_taken, 410 office_closed, 422 plan_malformed, 422 day_malformed, 400 flag_invalid, and those of
-- check_restructuring_plan and save_office.
create function public.reform_offices(plan jsonb, confirmed text default 'false') returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_day date := private.date_field(plan, 'on_date');
  v_confirmed boolean := private.flag_argument(confirmed);
  v_before jsonb;
  v_told jsonb;
begin
  perform private.require_capability(null, 'restructure_offices');
  if v_day is null or jsonb_typeof(plan -> 'successions') is distinct from 'array'
    or jsonb_typeof(coalesce(plan -> 'opening', '[]')) <> 'array' or jsonb_typeof(coalesce(plan -> 'closing', '[]')) <> 'array'
    or jsonb_typeof(coalesce(plan -> 'counters', '[]')) <> 'array' then
    perform private.refuse(422, 'plan_malformed');
  end if;
  perform private.check_restructuring_plan(plan, v_day);
  begin
    if v_confirmed then
      v_before := (select jsonb_object_agg(r.relation || ' ' || r.key, r.value) from private.reform_rows(private.offices_of_plan(plan)) r);
    end if;
    perform private.apply_restructuring(plan, v_day);
    v_told := private.restructuring_summary(plan, v_day);
    if v_confirmed then
      v_told := v_told || jsonb_build_object('reform', private.remember_reform(plan, v_day, coalesce(v_before, '{}')));
    else
      -- Taken back, and only this: what the variables hold stays.
      raise exception using errcode = 'HL001';
    end if;
  exception when sqlstate 'HL001' then
    null;
  end;
  return v_told;
end;
$$;
grant execute on function public.reform_offices(jsonb, text) to authenticated, service_role;
