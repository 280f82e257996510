-- Where the plan stands: what our own data say of its targets, quarter by quarter, and beside it what offices entered. Every
-- line is a sum over whole batches, over reports, or over the public catalogue. What nobody knows has no row, and is never 0.

create type private.plan_line as (
  -- computed_from of the indicator, or its code for what was entered.
  line text,
  -- The first day of the quarter; of a rank, that of the year.
  period date,
  value double precision, part bigint, whole bigint,
  -- Of so many (offices, procedures) so many are in it; null where all are.
  counted bigint, expected bigint,
  as_of date,
  -- The entry that it is, when it is one.
  entry bigint
);

-- The last day of a quarter, or today while it runs.
create function private.plan_day(quarter date) returns date
language sql stable security invoker set search_path = ''
as $$
  select least((quarter + interval '3 months')::date - 1, private.local_day(now()))
$$;

create function private.plan_scope(office text) returns setof text
language sql stable security invoker set search_path = ''
as $$
  select code from public.offices where office is null
  union all
  select private.office_with_descendants(office) where office is not null
$$;

-- Places that serve people and were open at some time between two days.
create function private.plan_offices(office text, from_day date, to_day date) returns setof text
language sql stable security invoker set search_path = ''
as $$
  select o.code from public.offices o
  where o.desk is not null and coalesce(o.opened_on, '-infinity') <= to_day and coalesce(o.closed_on, 'infinity') >= from_day
    and o.code in (select private.plan_scope(office))
$$;

-- From what offices report to have handled. A month of an office counts where each of its reports says what is asked for:
-- how many were on time, or through which channel they came.
create function private.plan_handled_lines(office text) returns setof private.plan_line
language sql stable security invoker set search_path = ''
as $$
  with months as (
    select h.office_code, h.month, sum(h.handled) as handled, case when count(h.on_time) = count(*) then sum(h.on_time) end as on_time,
      case when count(h.channel) = count(*) then coalesce(sum(h.handled) filter (where h.channel = 'online'), 0) end as online
    from public.handled_dossiers h where h.office_code in (select private.plan_scope(office)) group by 1, 2
  ), told as (
    select u.line, date_trunc('quarter', m.month)::date as period, sum(u.part)::bigint as part, sum(m.handled)::bigint as whole,
      count(distinct m.office_code) as counted, max(m.month) as last_month
    from months m cross join lateral (values ('handled_on_time', m.on_time), ('handled_online', m.online)) u (line, part)
    where u.part is not null group by 1, 2
  )
  select t.line, t.period, 100.0::double precision * t.part / t.whole, t.part, t.whole, t.counted,
    greatest(t.counted, (select count(*) from private.plan_offices(office, t.period, private.plan_day(t.period)))),
    least((t.last_month + interval '1 month')::date - 1, private.local_day(now())), null::bigint
  from told t where t.whole > 0
$$;

-- The level at which a procedure is offered online, as it was known on each day: entered today, it says nothing of last year.
create table private.procedure_online_levels (
  procedure_code text not null references public.procedures on delete cascade,
  since date not null,
  online_level text,
  primary key (procedure_code, since)
);
create function private.keep_online_levels() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  insert into private.procedure_online_levels as l
  select a.code, private.local_day(now()), a.online_level from after_rows a
  where a.online_level is distinct from (select k.online_level from private.procedure_online_levels k
    where k.procedure_code = a.code order by k.since desc limit 1)
  on conflict (procedure_code, since) do update set online_level = excluded.online_level;
  return null;
end;
$$;
create trigger keep_new_online_levels after insert on public.procedures referencing new table as after_rows
  for each statement execute function private.keep_online_levels();
create trigger keep_online_levels after update on public.procedures referencing new table as after_rows
  for each statement execute function private.keep_online_levels();

-- From the catalogue: of the procedures that were offered on the quarter's last day, those that can be done online. One
-- whose level nobody has noted is left out of the share, and counted.
create function private.plan_online_level_lines(office text) returns setof private.plan_line
language sql stable security invoker set search_path = ''
as $$
  with quarters as materialized (
    select q::date as period, private.plan_day(q::date) as day
    from generate_series((select date_trunc('quarter', min(l.since)) from private.procedure_online_levels l),
      date_trunc('quarter', private.local_day(now())), interval '3 months') q
  ), offerings as materialized (
    -- Most offices offer the same: so many rows become few before they are asked for every quarter.
    select distinct o.procedure_code, o.opened_on, o.closed_on from private.plan_scope(office) s (code)
      cross join lateral (select * from public.offerings f where f.office_code = s.code offset 0) o
  ), offered as (
    select distinct q.period, q.day, p.code
    from quarters q join offerings o on coalesce(o.opened_on, '-infinity') <= q.day and coalesce(o.closed_on, 'infinity') >= q.day
      join public.procedures p on p.code = o.procedure_code and coalesce(p.valid_from, '-infinity') <= q.day
        and coalesce(p.valid_to, 'infinity') >= q.day
  ), known as (
    select f.period, f.day, (select l.online_level from private.procedure_online_levels l
      where l.procedure_code = f.code and l.since <= f.day order by l.since desc limit 1) as online_level
    from offered f
  )
  select 'online_level', k.period, 100.0::double precision * count(*) filter (where k.online_level in ('full', 'partial')) / count(k.online_level),
    count(*) filter (where k.online_level in ('full', 'partial')), count(k.online_level), count(k.online_level), count(*), k.day, null::bigint
  from known k group by k.period, k.day having count(k.online_level) > 0
$$;

-- From what is published: the offices open on the quarter's last day that had something released in it.
create function private.plan_publishing_lines(office text) returns setof private.plan_line
language sql stable security invoker set search_path = ''
as $$
  with quarters as materialized (
    select s::date as period, private.plan_day(s::date) as day
    from generate_series((select date_trunc('quarter', min(b.released_on)) from public.batches b),
      date_trunc('quarter', private.local_day(now())), interval '3 months') s
  ), released as materialized (
    select distinct m.office_code, date_trunc('quarter', m.month)::date as period from public.monthly_totals m
    where m.grain = 6 and m.n > 0 and m.office_code in (select private.plan_scope(office))
  )
  select 'released_batches', q.period, 100.0::double precision * count(r.office_code) / count(*), count(r.office_code), count(*),
    null::bigint, null::bigint, q.day, null::bigint
  from quarters q cross join lateral private.plan_offices(office, q.day, q.day) o (code)
    left join released r on r.office_code = o.code and r.period = q.period
  group by q.period, q.day
$$;

-- All that is computed from data of our own, of one office with all below it, or of all.
create function private.plan_computed_lines(office text) returns setof private.plan_line
language sql stable security invoker set search_path = ''
as $$
  select * from private.plan_handled_lines(office)
  union all
  select * from private.plan_online_level_lines(office)
  union all
  select * from private.plan_publishing_lines(office)
  union all
  select 'online_ratings', q.period, 100.0::double precision * f.satisfied / f.n,
    f.satisfied, f.n, null, null, least(private.plan_day(q.period), (private.setting('last_release_on') #>> '{}')::date), null
  from private.figures('quarter', office, null, null, 'online', null, null, null, false) f
    cross join lateral (select make_date(left(f.key, 4)::integer, right(f.key, 1)::integer * 3 - 2, 1) as period) q
  union all
  -- Of a unit its own rank; of all offices together that of the one unit which was ranked.
  select 'par_index', make_date(p.year, 1, 1), min(p.rank), min(p.rank), min(p.ranked_units), null, null, make_date(p.year, 12, 31), null
  from public.par_index p where p.rank is not null and (office is null or p.office_code = office) group by p.year having count(*) = 1
$$;
