-- The points of each index: "Điểm chỉ số i = the sum of the dossiers' points / the number of dossiers" (circular 01/2018,
-- article 15), with one decimal. Sums go over offices and quarters; points that were given to an office as a whole hold for
-- that office and period alone, since nobody knows of how many dossiers they are.

create type private.report_line as (
  index integer,
  -- In tenths of a point, so that 15.0 is 15.0; null where nothing is known.
  tenths integer,
  -- What it was computed from: answers, entry, both, handled or petitions; null where nothing is known.
  source text,
  -- Dossiers (people who answered) with two points, one and none.
  two bigint, one bigint, zero bigint,
  -- Of so many quarters of offices so many are in it.
  counted bigint, expected bigint,
  entry bigint,
  -- What the source says besides: of indices 7, 8 and 9 the numbers that it was judged by.
  detail jsonb
);

-- The places and quarters that a report is made of.
create function private.report_cells(office text, period text) returns table (office_code text, quarter date)
language sql stable security invoker set search_path = ''
as $$
  select o.code, q.first_day
  from private.report_quarters(period) q (first_day)
    cross join lateral private.plan_offices(office, q.first_day, (q.first_day + interval '3 months')::date - 1) o (code)
$$;

-- Points by published answers, of every office below and of the office itself: answers of few people are pooled there.
-- A visit with no result yet says nothing of its time.
create function private.report_answers(office text, period text)
returns table (index integer, office_code text, quarter date, two bigint, one bigint, zero bigint)
language sql stable security invoker set search_path = ''
as $$
  select i.index, g.office_code, g.quarter, coalesce(sum(a.value::bigint) filter (where a.key in ('early', '0')), 0)::bigint,
    coalesce(sum(a.value::bigint) filter (where a.key in ('on_time', '1')), 0)::bigint,
    coalesce(sum(a.value::bigint) filter (where a.key in ('late', '2+')), 0)::bigint
  from public.answer_groups g join public.report_indices i on i.question = g.question cross join jsonb_each_text(g.answers) a
  where a.key <> 'not_yet' and g.office_code in (select private.office_with_descendants(report_answers.office))
    and g.quarter between private.report_first_day(period) and private.report_last_day(period)
  group by 1, 2, 3
$$;

-- The entries that a signature of this report stands under, or one of an office below it or of a quarter in it: who signs for a
-- body signs its sum and not what each commune said. A signature that did not keep its entries holds those of the days before.
create function private.entries_signed(office text, period text) returns setof bigint
language sql stable security invoker set search_path = ''
as $$
  with signed as (
    select s.* from public.report_sign_offs s
    where s.office_code in (select private.office_with_descendants(entries_signed.office))
      and entries_signed.period in (s.period, left(s.period, 4))
  )
  select k.entry from private.signed_entries k join signed s on s.id = k.sign_off
  union
  select e.id from signed s join public.report_entries e on s.period in (e.period, left(e.period, 4))
      and e.office_code in (select private.office_with_descendants(s.office_code))
      and (e.entered_on < private.local_day(s.signed_at) or s.content -> 'indices' @> jsonb_build_array(jsonb_build_object('entry', e.id)))
  where not exists (select from private.signed_entries k where k.sign_off = s.id)
$$;

-- The last entry of each office, period and index below an office, also one that takes back what was said. signed_for: a period,
-- to have only what was signed for its report.
create function private.report_last_entries(office text, signed_for text default null) returns setof public.report_entries
language sql stable security invoker set search_path = ''
as $$
  with signed as materialized (
    select array(select private.entries_signed(office, signed_for)) as ids where signed_for is not null
  )
  -- Office by office: the report of a commune must not read what all others said.
  select l.* from private.office_with_descendants(report_last_entries.office) o (code)
    cross join lateral (select distinct on (e.period, e.index) e.* from public.report_entries e where e.office_code = o.code
        and (signed_for is null or e.id in (select unnest(s.ids) from signed s))
      order by e.period, e.index, e.id desc) l
$$;

create function private.report_said(office text, signed_for text) returns setof public.report_entries
language sql stable security invoker set search_path = ''
as $$
  select l.* from private.report_last_entries(office, signed_for) l where l.tenths is not null or l.two is not null
$$;

-- Index 9, from reports and the catalogue: only where each month of each office says through which channel its dossiers came
-- and how many of those sent online were on time, and where the levels that are known settle it. That no dossier may be
-- late is read of the dossiers sent online.
create function private.report_online(office text, period text) returns private.report_line
language sql stable security invoker set search_path = ''
as $$
  with cells as (
    select c.office_code, (c.quarter + make_interval(months => m))::date as month
    from private.report_cells(office, period) c cross join generate_series(0, 2) m
  ), told as (
    select c.office_code, c.month, sum(h.handled) as handled, coalesce(sum(h.handled) filter (where h.channel = 'online'), 0) as online,
      coalesce(sum(h.handled - h.on_time) filter (where h.channel = 'online'), 0) as late,
      count(h.channel) = count(*) and bool_and(h.channel <> 'online' or h.on_time is not null) as is_told
    from cells c join public.handled_dossiers h on h.office_code = c.office_code and h.month = c.month group by 1, 2
  ), sums as (
    select sum(t.handled)::bigint as handled, sum(t.online)::bigint as online, sum(t.late)::bigint as late,
      count(*) filter (where t.is_told) as months, (select count(*) from cells) as expected
    from told t
  ), levels as (
    select coalesce(max(l.part), 0) as done, coalesce(max(l.counted), 0) as known, coalesce(max(l.expected), 0) as offered
    from private.plan_online_level_lines(office) l
    where l.period = (select max(q) from private.report_quarters(report_online.period) q)
  ), judged as (
    select s.*, l.*, case
        when s.months is distinct from s.expected or s.handled = 0 then null
        when s.late > 0 or s.online * 100 < s.handled * 15 then 0
        when s.online * 100 < s.handled * 30 then 10
        when l.offered > 0 and l.done * 100 >= l.offered * 20 then 20
        when l.offered > 0 and (l.done + l.offered - l.known) * 100 < l.offered * 20 then 10
      end as tenths
    from sums s cross join levels l
  )
  select 9, j.tenths, case when j.tenths is not null then 'handled' end, null::bigint, null::bigint, null::bigint, j.months, j.expected, null::bigint,
    jsonb_build_object('handled', j.handled, 'online', j.online, 'late', j.late, 'levels_done', j.done, 'levels_known', j.known,
      'levels_offered', j.offered)
  from judged j
$$;

-- What is counted of an index: published answers before entries, office by office and quarter by quarter.
create function private.report_counts(office text, period text, signed_for text) returns setof private.report_line
language sql stable security invoker set search_path = ''
as $$
  with answers as (
    select * from private.report_answers(office, report_counts.period) a where a.two + a.one + a.zero > 0
  ), entries as (
    select e.index, e.office_code, private.report_first_day(e.period) as quarter, e.two::bigint, e.one::bigint, e.zero::bigint
    from private.report_said(office, signed_for) e
    where e.two is not null and length(e.period) = 7
      and (e.office_code, private.report_first_day(e.period)) in (select c.office_code, c.quarter from private.report_cells(office, report_counts.period) c)
      and not exists (select from answers a where (a.index, a.office_code, a.quarter) = (e.index, e.office_code, private.report_first_day(e.period)))
  ), counts as (
    select a.*, true as is_answer from answers a union all select e.*, false from entries e
  )
  select c.index, round(10.0 * sum(2 * c.two + c.one) / sum(c.two + c.one + c.zero))::integer,
    case when bool_and(c.is_answer) then 'answers' when bool_or(c.is_answer) then 'both' else 'entry' end,
    sum(c.two)::bigint, sum(c.one)::bigint, sum(c.zero)::bigint,
    count(*) filter (where (c.office_code, c.quarter) in (select p.office_code, p.quarter from private.report_cells(office, report_counts.period) p)),
    (select count(*) from private.report_cells(office, report_counts.period)), null::bigint, null::jsonb
  from counts c group by c.index
$$;

-- The class of a score of nine indices, in tenths of a point: from 15 excellent, 12 good, 9 fair, 6 average, else weak.
create function private.report_class(tenths integer) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case when tenths >= 150 then 'excellent' when tenths >= 120 then 'good' when tenths >= 90 then 'fair'
    when tenths >= 60 then 'average' when tenths < 60 then 'weak' end
$$;
