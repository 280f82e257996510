-- What petitions say of indices 7 and 8. Only their public figures are read: of a quarter, made once, of k petitions or more
-- (feedback_figures). Where an office has none, nobody is told whether nobody wrote or a few people did, and what the office
-- enters stands. Petitions that came on paper or by telephone are not among them, which the page says.

-- How many petitions a place and quarter can have had at most: those of its figure, and fewer than k where a quarter was
-- counted and the office has no figure; k as high as it has ever been. Null until the quarter is counted.
create function private.report_most_petitions(office text, period text) returns table (office_code text, quarter date, most integer)
language sql stable security invoker set search_path = ''
as $$
  select c.office_code, c.quarter, case when q.quarter is not null then coalesce(f.n, k.most - 1) end
  from private.report_cells(office, report_most_petitions.period) c
    left join private.feedback_quarters q on q.quarter = c.quarter
    left join public.feedback_figures f on f.quarter = c.quarter and f.office_code = c.office_code and not f.is_pooled
    cross join (select max(v::integer) as most from (select private.setting('min_batch') as v
      union all select unnest(array[r.old_value, r.value]) from public.rule_changes r where r.key = 'min_batch') u) k
$$;

-- Index 7: two points for a dossier that was early, one for one in time, none for a late one or one that a petition was about.
-- Which dossier a petition was about is not known, so there is a lowest score, if all were about early ones, and a highest, if
-- they were about late ones. Where both are the same tenth it is known; else it is entered.
create function private.report_attitude(office text, period text) returns private.report_line
language sql stable security invoker set search_path = ''
as $$
  with cells as (
    select c.office_code, c.quarter, m.most, a.two, a.one, a.zero, h.handled, h.months
    from private.report_cells(office, period) c
      join private.report_most_petitions(office, period) m using (office_code, quarter)
      left join private.report_answers(office, report_attitude.period) a
        on a.index = 1 and a.office_code = c.office_code and a.quarter = c.quarter and a.two + a.one + a.zero > 0
      cross join lateral (select sum(d.handled)::bigint as handled, count(distinct d.month) as months from public.handled_dossiers d
        where d.office_code = c.office_code and d.month >= c.quarter and d.month < c.quarter + interval '3 months') h
  ), sums as (
    select sum(c.two)::bigint as two, sum(c.one)::bigint as one, sum(c.zero)::bigint as zero, sum(c.handled)::bigint as handled,
      sum(c.most)::bigint as most, count(c.two) as answered, count(*) filter (where c.months = 3) as reported, count(c.most) as petitioned,
      count(*) filter (where c.two >= 0 and c.months = 3 and c.handled > 0 and c.most >= 0) as counted, count(*) as expected
    from cells c
  ), bounds as (
    select s.*, case when s.counted = s.expected and s.expected > 0 then 10.0 * (2 * s.two + s.one) / (s.two + s.one + s.zero) end as high
    from sums s
  ), judged as (
    select b.*, round(case when b.high >= 0 then greatest(b.high - 20.0 * b.most / b.handled, 0) end)::integer as low_tenths, round(b.high)::integer as high_tenths from bounds b
  )
  select 7, k.tenths, case when k.tenths is not null then 'petitions' end, case when k.tenths is not null then j.two end,
    case when k.tenths is not null then j.one end, case when k.tenths is not null then j.zero end, j.counted, j.expected, null::bigint,
    jsonb_build_object('answered', j.answered, 'reported', j.reported, 'petitioned', j.petitioned, 'most', j.most, 'handled', j.handled,
      'low_tenths', j.low_tenths, 'high_tenths', j.high_tenths)
  from judged j cross join lateral (select case when j.low_tenths = j.high_tenths then j.high_tenths end as tenths) k
$$;

-- Index 8: how many petitions were answered in time: all of them two points, from 90 % one. A figure of several offices that
-- had too few each stands at the office above them, and then each of these is in it.
create function private.report_petition_answers(office text, period text) returns private.report_line
language sql stable security invoker set search_path = ''
as $$
  with cells as (
    select c.office_code, c.quarter, exists (select from public.feedback_figures f where f.quarter = c.quarter and (
        f.office_code = c.office_code and not f.is_pooled
        or f.is_pooled and f.office_code = o.parent_code and f.office_code in (select private.office_with_descendants(office)))) as is_told
    from private.report_cells(office, period) c join public.offices o on o.code = c.office_code
  ), sums as (
    select sum(f.n)::bigint as n, sum(f.on_time)::bigint as on_time
    from public.feedback_figures f
    where f.office_code in (select private.office_with_descendants(report_petition_answers.office))
      and f.quarter in (select private.report_quarters(period))
  )
  select 8, k.tenths, case when k.tenths is not null then 'petitions' end, null::bigint, null::bigint, null::bigint,
    (select count(*) filter (where c.is_told) from cells c), (select count(*) from cells c), null::bigint,
    jsonb_build_object('n', s.n, 'on_time', s.on_time)
  from sums s cross join lateral (select case when s.on_time = s.n then 20 when s.on_time * 100 >= s.n * 90 then 10 when s.n > 0 then 0 end as tenths) k
$$;

-- The nine lines of a report. Where counts cover all, they hold; else what the office itself entered for this very period;
-- else what is counted so far. signed_for: as in report_last_entries.
create function private.report_lines(office text, period text, signed_for text default null) returns setof private.report_line
language sql stable security invoker set search_path = ''
as $$
  with judged as materialized (
    select * from private.report_online(office, report_lines.period)
    union all select * from private.report_attitude(office, report_lines.period)
    union all select * from private.report_petition_answers(office, report_lines.period)
  ), counted as (
    select * from private.report_counts(office, report_lines.period, signed_for) union all select * from judged j where j.tenths is not null
  ), own as (
    select e.*, coalesce(e.tenths, round(10.0 * (2 * e.two + e.one) / (e.two + e.one + e.zero))::integer) as points
    from private.report_said(office, signed_for) e where e.office_code = office and e.period = report_lines.period
  ), lines as (
    select c.*, case when c.counted >= c.expected then 1 else 3 end as rank from counted c
    union all
    select o.index, o.points, 'entry', o.two::bigint, o.one::bigint, o.zero::bigint, 1::bigint, 1::bigint, o.id, null::jsonb, 2 from own o
    union all
    select j.*, 4 from judged j
    union all
    select i.index, null, null, null, null, null, 0, (select count(*) from private.report_cells(office, report_lines.period)), null, null, 5 from public.report_indices i
  )
  select distinct on (l.index) l.index, l.tenths, l.source, l.two, l.one, l.zero, l.counted, l.expected,
    coalesce(l.entry, case when l.source = 'entry' and l.rank = 1 and l.expected = 1 and length(report_lines.period) = 7 then
      (select o.id from own o where o.index = l.index) end), l.detail
  from lines l order by l.index, l.rank, l.counted desc, l.source in ('handled', 'petitions') desc nulls last
$$;
