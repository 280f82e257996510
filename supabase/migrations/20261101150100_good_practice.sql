-- Which offices do better than a year ago, so surely that others may go and look how. A whole quarter is held against the same
-- quarter of the year before: the seasons are the same, and all four comparisons of a year are of other people. It is decided
-- once, when the quarter is over; nothing that comes later moves it, except that a batch is found wrong. docs/decisions/
-- good-practice.md says how the level was chosen.

-- The interval of the difference of two shares, the second minus the first, from the Wilson intervals of both (Newcombe 1998,
-- Statistics in Medicine 17, 873-890, method 10). z: of each interval; 2.807 is 99.5 %.
create function private.difference_interval(satisfied_before bigint, n_before bigint, satisfied bigint, n bigint,
  z double precision default 2.807033768343811, out low double precision, out high double precision)
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_before record := private.wilson_interval(satisfied_before, n_before, z);
  v_after record := private.wilson_interval(satisfied, n, z);
  v_rate_before constant double precision := satisfied_before / nullif(n_before, 0)::double precision;
  v_rate constant double precision := satisfied / nullif(n, 0)::double precision;
begin
  low := v_rate - v_rate_before - sqrt((v_rate - v_after.low) ^ 2 + (v_before.high - v_rate_before) ^ 2);
  high := v_rate - v_rate_before + sqrt((v_after.high - v_rate) ^ 2 + (v_rate_before - v_before.low) ^ 2);
end;
$$;

create type private.quarter_comparison as (office_code text, field_code text, quarter date, n_before bigint, satisfied_before bigint,
  n bigint, satisfied bigint, low double precision, high double precision);

-- Every quarter that is over beside the same one a year before, of each office that serves people, by field or over all of
-- them: sums over whole batches. Only with a hundred ratings on both sides, and not ten times as many on one: what the
-- interval promises holds there (bench/improvement.ts).
create function private.quarter_comparisons(by_field boolean) returns setof private.quarter_comparison
language sql stable security invoker set search_path = '' set jit = off
as $$
  with sums as materialized (
    select t.office_code, t.field_code, date_trunc('quarter', t.month::timestamp)::date as quarter, sum(t.n) as n,
      sum(t.score_4 + t.score_5) as satisfied
    from public.monthly_totals t
    where t.grain = case when by_field then 4 else 6 end and (not by_field or t.field_code is not null)
    group by 1, 2, 3
  )
  select a.office_code, a.field_code, a.quarter, b.n, b.satisfied, a.n, a.satisfied, i.low, i.high
  from sums a
    join sums b on b.office_code = a.office_code and b.field_code is not distinct from a.field_code
      and b.quarter = (a.quarter - interval '1 year')::date
    join public.offices o on o.code = a.office_code and o.desk is not null
    cross join lateral private.difference_interval(b.satisfied, b.n, a.satisfied, a.n) i
  where least(a.n, b.n) >= 100 and greatest(a.n, b.n) <= 10 * least(a.n, b.n)
    and a.quarter < date_trunc('quarter', (private.setting('last_release_on') #>> '{}')::timestamp)
$$;

-- The offices whose rate surely rose.
create function private.improvements() returns setof private.quarter_comparison
language sql stable security invoker set search_path = ''
as $$
  select c.* from private.quarter_comparisons(false) c where c.low > 0
$$;

-- How many ratings of an office and a quarter were proven by a visit code.
create function private.visits_in(office text, quarter date) returns bigint
language sql stable security invoker set search_path = ''
as $$
  select coalesce(sum(t.n), 0) from public.monthly_totals t
  where t.grain = 5 and t.office_code = visits_in.office and t.trust = 'visit'
    and t.month >= visits_in.quarter and t.month < visits_in.quarter + interval '3 months'
$$;

-- How often each answer was given at an office in the groups of a quarter and of the same one a year before, for the
-- questions that have groups in both: [{question, answer, n_before, of_before, n, of, is_sure}], of: the people of the groups;
-- is_sure: the difference of the shares is, by the rule above. Sums over whole groups.
create function private.answer_changes(office text, quarter date) returns jsonb
language sql stable security invoker set search_path = '' set jit = off
as $$
  with groups as materialized (
    select g.quarter = answer_changes.quarter as is_after, g.question, g.n, g.answers from public.answer_groups g
    where g.office_code = answer_changes.office
      and g.quarter in (answer_changes.quarter, (answer_changes.quarter - interval '1 year')::date)
  ), people as (
    select g.question, sum(g.n) filter (where not g.is_after) as of_before, sum(g.n) filter (where g.is_after) as of
    from groups g group by 1
  ), given as (
    select g.question, a.key as answer, coalesce(sum(a.value::bigint) filter (where not g.is_after), 0)::bigint as n_before,
      coalesce(sum(a.value::bigint) filter (where g.is_after), 0)::bigint as n
    from groups g cross join jsonb_each_text(g.answers) a group by 1, 2
  )
  select coalesce(jsonb_agg(jsonb_build_object('question', p.question, 'answer', v.answer, 'n_before', v.n_before, 'of_before', p.of_before,
    'n', v.n, 'of', p.of, 'is_sure', i.low > 0 or i.high < 0) order by p.question, v.answer), '[]')
  from people p join given v on v.question = p.question
    cross join lateral private.difference_interval(v.n_before, p.of_before, v.n, p.of) i
  where p.of_before is not null and p.of is not null
    and p.question in ('praised', 'improve', 'timeliness', 'trips', 'money', 'outcome', 'agencies')
$$;
