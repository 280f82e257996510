-- What an office should look at first, for its home page and the weekly mail. Nothing here moves with a single rating:
-- comments come with their batch, figures are published ones, and counters are counted once a week.

-- The last quarter that is over, as its first and last month.
create function private.last_quarter(on_day date, out first_month date, out last_month date)
language sql immutable security invoker set search_path = ''
as $$
  select (date_trunc('quarter', on_day) - interval '3 months')::date, (date_trunc('quarter', on_day) - interval '1 month')::date
$$;

-- Petitions of these offices that are to be done: open (all that are not over), ours (of those the office
-- waits for nobody), waiting (for their senders), overdue, publish (answered, and nobody has said whether it is made public),
-- due [{id, office_code, kind, state, received_on, due_on, owner}], the five that are due first. What they say and who wrote
-- them is not in it. plpgsql: the tables of petitions come in a later chapter.
create function private.petitions_to_do(offices text[], on_day date) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return (
    with here as (
      select f.*, private.feedback_due_on(f, 'handle') as due_on from private.feedback f
      where f.office_code in (select unnest(offices))
        and (f.closed_on is null or f.state = 'answered' and f.publication is null)
    ), due as (
      select h.* from here h where h.closed_on is null and h.state <> 'waiting' order by h.due_on, h.received_on, h.id limit 5
    )
    select jsonb_build_object('open', count(*) filter (where h.closed_on is null),
      'ours', count(*) filter (where h.closed_on is null and h.state <> 'waiting'),
      'waiting', count(*) filter (where h.state = 'waiting'),
      'overdue', count(*) filter (where h.closed_on is null and h.due_on < on_day),
      'publish', count(*) filter (where h.closed_on is not null),
      'due', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'office_code', d.office_code, 'kind', d.kind, 'state', d.state,
        'received_on', d.received_on, 'due_on', d.due_on, 'owner', d.owner) order by d.due_on, d.received_on, d.id), '[]') from due d))
    from here h);
end;
$$;

-- Of an office and everything below it: comments that ask for something {open, overdue, oldest_on, due: [{released_on, due_on, n}]};
-- petitions of petitions_of, as private.petitions_to_do has them; quiet_counters and silent_kiosks [{code, name, office, office_code}]; below_target [{kind: procedure or office, key,
-- label, n, rate, low, high, target_percent}] surely below it in the last quarter that is over; unreported {month, offices: [{code,
-- name}]} of the last month; quarter [first month, last month].
create function private.staff_home_of(office text, on_day date, petitions_of text[] default '{}') returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with here as (
    select b.code, o.name, o.desk is not null and (o.closed_on is null or o.closed_on >= on_day) as serves
    from private.office_with_descendants(staff_home_of.office) b (code) join public.offices o using (code)
  ), open_comments as (
    -- By day, because counting working days takes its time.
    select d.released_on, d.n, private.answer_due_on(d.released_on) as due_on from (
      select c.released_on, count(*) as n from public.comments c
      where c.handled_at is null and not c.is_forgotten and c.asks and c.office_code in (select code from here) group by 1) d
  ), counters as (
    select c.*, h.name as office_name from private.counters c join here h on h.code = c.office_code where c.retired_on is null
  ), quarter as (
    select * from private.last_quarter(on_day)
  ), last_month as (
    select (date_trunc('month', on_day) - interval '1 month')::date as month
  )
  select jsonb_build_object(
    'comments', (select jsonb_build_object('open', coalesce(sum(c.n), 0), 'oldest_on', min(c.released_on),
        'overdue', coalesce(sum(c.n) filter (where c.due_on < on_day), 0),
        'due', coalesce(jsonb_agg(jsonb_build_object('released_on', c.released_on, 'due_on', c.due_on, 'n', c.n) order by c.released_on), '[]'))
      from open_comments c),
    'petitions', private.petitions_to_do(petitions_of, on_day),
    'quiet_counters', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'office', c.office_name,
      'office_code', c.office_code) order by c.office_name, c.name), '[]')
      from counters c join private.low_traffic_counters q on q.counter_code = c.code),
    'silent_kiosks', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'office', c.office_name,
      'office_code', c.office_code) order by c.office_name, c.name), '[]')
      from counters c left join private.kiosks k on k.counter_code = c.code
      where c.kind = 'kiosk' and coalesce(k.alive_at, '-infinity') < now() - interval '24 hours'),
    'below_target', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'key', key, 'label', label, 'n', n, 'rate', rate,
      'low', low, 'high', high, 'target_percent', target_percent) order by kind, label), '[]') from (
        select 'procedure' as kind, s.* from quarter q, private.published_satisfaction('procedure', staff_home_of.office,
          null, null, null, null, q.first_month, q.last_month, false) s where s.key is not null
        union all
        select 'office', s.* from quarter q, private.published_satisfaction('office', staff_home_of.office,
          null, null, null, null, q.first_month, q.last_month, false) s
      ) f where f.verdict = 'not_met'),
    'quarter', (select jsonb_build_array(to_char(first_month, 'YYYY-MM'), to_char(last_month, 'YYYY-MM')) from quarter),
    'unreported', (select jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'offices',
      (select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name) order by h.name), '[]') from here h
       where h.serves and not exists (select from public.handled_dossiers d where d.office_code = h.code and d.month = m.month)))
      from last_month m))
$$;

-- Refusals: 401, 403, 404 office_unknown.
create function public.staff_home(office text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_capability(office, 'see_home');
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  end if;
  -- As their list has it: who answers for this office alone sees no petition of those below it.
  return private.staff_home_of(office, private.local_day(now()), array(select b from private.office_with_descendants(office) b
    where private.is_administrator() or b in (select private.offices_where('see_feedback'))));
end;
$$;
grant execute on function public.staff_home(text) to authenticated, service_role;
