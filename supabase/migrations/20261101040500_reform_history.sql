-- Taking a reform back. It may be taken back as long as nothing depends on it: nobody has rated where it leads, nothing was
-- imported, no later reform builds on it, no counter has changed. Then everything is as it was before, the printed codes
-- first of all; what was typed at an office that the reform opened goes with the office, and stays in the log.

-- What depends on a reform: the key of the sentence that says so, and the office or counter where; null when nothing does.
-- Ratings count that came before `until`.
create function private.reform_obstacle(reform private.reforms, until timestamptz, out obstacle text, out place text)
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_opened text[] := array(select c.key from private.reform_changes c where c.reform_id = reform.id and c.relation = 'offices' and c.before is null);
  -- Where printed codes lead since.
  v_led text[] := v_opened || case when reform.on_date <= private.local_day(now()) then array(select c.after ->> 'successor_code'
    from private.reform_changes c where c.reform_id = reform.id and c.relation = 'office_successions') end;
begin
  select k.key, k.at into obstacle, place from (
    select 1, 'reform_followed', f.on_date::text from private.reforms f
    where f.id > reform.id and f.undone_at is null and f.offices && reform.offices
    union all
    select 2, 'reform_rated', o.name from public.offices o where o.code = any (v_led) and (
      exists (select from private.ratings r where r.office_code = o.code and (o.code = any (v_opened) or r.received_at >= reform.carried_out_at)
        and coalesce(r.received_at < until, true))
      or exists (select from public.batches b where b.office_code = o.code and b.number > reform.after_batch))
    union all
    select 3, 'reform_imported', i.file_name from private.imports i
    where i.finished_at >= reform.carried_out_at and i.undone_at is null and i.offices && reform.offices
    union all
    select 4, 'reform_counter_changed', c.key from private.reform_changes c
    where c.reform_id = reform.id and c.relation = 'counters'
      and not exists (select from private.counters n where n.code = c.key and to_jsonb(n) = c.after)
    union all
    select 5, 'reform_counter_changed', c.code from private.counters c
    where c.office_code = any (v_opened) or c.successor_code = any (v_opened) and not exists (
      select from private.reform_changes r where r.reform_id = reform.id and r.relation = 'counters' and r.key = c.code)
    union all
    select 6, 'reform_has_visit_codes', o.name from public.offices o join private.visit_batches v on v.office_code = o.code
    where o.code = any (v_opened)
    union all
    select 7, 'reform_has_reports', o.name from public.offices o join public.handled_dossiers h on h.office_code = o.code
    where o.code = any (v_opened)
    union all
    select 8, 'reform_has_members', o.name from public.offices o join public.members m on m.office_code = o.code
    where o.code = any (v_opened) and not exists (select from private.reform_changes r
      where r.reform_id = reform.id and r.relation = 'members' and r.key = m.id::text and r.after = to_jsonb(m))
    union all
    select 9, 'reform_office_changed', o.name from public.offices o left join private.reform_changes c
      on c.reform_id = reform.id and c.relation = 'offices' and c.key = o.code
    where c.before is not null and o.closed_on is distinct from (c.after ->> 'closed_on')::date
      or c.key is null and o.parent_code = any (v_opened)
  ) k (rank, key, at) order by k.rank, k.at limit 1;
end;
$$;

-- The rows of a reform as they were before it, each found by its key whatever the database knows of tables that have just grown.
-- Refusal: 409 reform_in_use.
create function private.restore_before_reform(reform private.reforms) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_opened text[] := array(select c.key from private.reform_changes c where c.reform_id = reform.id and c.relation = 'offices' and c.before is null);
begin
  delete from public.office_successions s using private.reform_changes c where c.reform_id = reform.id and c.relation = 'office_successions'
    and c.before is null and s.predecessor_code = split_part(c.key, ' ', 1) and s.successor_code = split_part(c.key, ' ', 2);
  delete from public.offerings f where f.office_code in (select unnest(v_opened));
  delete from public.offerings f using private.reform_changes c where c.reform_id = reform.id and c.relation = 'offerings'
    and c.before is null and f.office_code = split_part(c.key, ' ', 1) and f.procedure_code = split_part(c.key, ' ', 2);
  update public.offerings f set opened_on = (c.before ->> 'opened_on')::date, closed_on = (c.before ->> 'closed_on')::date
  from private.reform_changes c where c.reform_id = reform.id and c.relation = 'offerings' and c.before is not null
    and f.office_code = split_part(c.key, ' ', 1) and f.procedure_code = split_part(c.key, ' ', 2);
  update private.counters n set successor_code = c.before ->> 'successor_code' from private.reform_changes c
  where c.reform_id = reform.id and c.relation = 'counters' and c.key = n.code and c.before <> c.after;
  update public.offices o set closed_on = (c.before ->> 'closed_on')::date from private.reform_changes c
  where c.reform_id = reform.id and c.relation = 'offices' and c.before is not null and c.key = o.code;
  delete from public.members m using private.reform_changes c where c.reform_id = reform.id and c.relation = 'members'
    and c.before is null and c.key = m.id::text;
  -- A device stays at its counter. Nothing was made with a key, or it would have been said.
  update private.counter_devices d set office_code = n.office_code from private.counters n
  where n.code = d.counter_code and d.office_code in (select unnest(v_opened));
  delete from private.visit_keys k where k.office_code in (select unnest(v_opened));
  delete from public.offices o where o.code = any (v_opened);
exception when foreign_key_violation then
  perform private.refuse(409, 'reform_in_use');
end;
$$;

-- Reforms of offices that the person restructures, the latest first. obstacle: why one cannot be taken back, the key of a
-- refusal of undo_reform, and obstacle_at where; that somebody has rated is told from the next day on, or whoever reloads
-- the list would see people come. Refusals: 401, 403.
create function public.reforms() returns table (id bigint, on_date date, legal_basis text, opened text[], closed text[],
  who text, carried_out_at timestamptz, undone_at timestamptz, undone_by text, obstacle text, obstacle_at text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  perform private.require_capability(null, 'restructure_offices');
  return query select r.id, r.on_date, r.legal_basis, r.opened, r.closed, r.who, r.carried_out_at, r.undone_at, r.undone_by, o.obstacle, o.place
    from private.reforms r left join lateral private.reform_obstacle(r,
      private.start_of_day(private.local_day(now()))) o on r.undone_at is null
    where private.may_undo_reform(r) order by r.id desc;
end;
$$;

-- Who restructures each of its offices that are still there.
create function private.may_undo_reform(reform private.reforms) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select private.is_administrator() or not exists (select from public.offices o where o.code = any (reform.offices)
    and o.code not in (select private.offices_where('restructure_offices')))
$$;

-- Takes a reform back: everything is as it was before. Refusals: 401, 403, 404 reform_unknown, 409 reform_undone, and, all
-- 409: reform_followed, reform_rated, reform_imported, reform_counter_changed, reform_has_visit_codes, reform_has_reports,
-- reform_has_members, reform_office_changed, reform_in_use.
create function public.undo_reform(reform text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_reform private.reforms;
  v_obstacle text;
begin
  perform private.require_capability(null, 'restructure_offices');
  select * into v_reform from private.reforms r where r.id = private.row_argument(undo_reform.reform) for update;
  if v_reform.id is null or not private.may_undo_reform(v_reform) then
    perform private.refuse(404, 'reform_unknown');
  elsif v_reform.undone_at is not null then
    perform private.refuse(409, 'reform_undone');
  end if;
  v_obstacle := (private.reform_obstacle(v_reform, 'infinity')).obstacle;
  if v_obstacle is not null then
    perform private.refuse(409, v_obstacle);
  end if;
  perform private.restore_before_reform(v_reform);
  update private.reforms r set undone_at = now(), undone_by = private.actor() where r.id = v_reform.id;
  perform private.write_audit_log('undo_reform', 'reforms', v_reform.id::text, null, null,
    jsonb_build_object('on_date', v_reform.on_date, 'opened', v_reform.opened, 'closed', v_reform.closed));
end;
$$;
grant execute on function public.reforms(), public.undo_reform(text) to authenticated, service_role;
