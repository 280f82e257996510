-- One report: the nine indices with score and class; beside them the satisfaction part of decision 766, our own figure, and
-- the five factors of SIPAS. Everything is a sum over whole batches, whole groups of answers, reports of handled dossiers and
-- entries. What nobody knows is null, and a score that lacks an index is not classed.

-- Part 5.4 of decision 766, as it stands in the code of several dashboards; the decision itself was not read:
-- (all dossiers - those rated dissatisfied, or with a petition, or late) / all, and 6 points from 90 %, below that in proportion.
-- No rating leads to its dossier, so nobody can tell which of the dissatisfied were late: there is a lowest and a highest
-- share. Petitions are not counted here.
create function private.report_national(office text, period text, dissatisfied bigint) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with cells as (
    select c.office_code, (c.quarter + make_interval(months => m))::date as month
    from private.report_cells(office, period) c cross join generate_series(0, 2) m
  ), told as (
    select sum(h.handled)::bigint as handled, case when count(h.on_time) = count(*) then sum(h.handled - h.on_time)::bigint end as late,
      count(distinct (h.office_code, h.month)) as months
    from public.handled_dossiers h join cells c on c.office_code = h.office_code and c.month = h.month
  ), shares as (
    -- How many were late is not known where a report does not say it, and then neither is the share.
    select t.*, case when t.late >= 0 then greatest(t.handled - t.late - dissatisfied, 0)::double precision / t.handled end as low,
      case when t.late >= 0 then (t.handled - least(t.handled, greatest(t.late, dissatisfied)))::double precision / t.handled end as high
    from told t where t.handled > 0
  )
  select jsonb_build_object('handled', s.handled, 'late', s.late, 'dissatisfied', dissatisfied, 'low', s.low, 'high', s.high,
    'low_points', case when s.low >= 0 then round(6 * least(1, s.low / 0.9)::numeric, 2)::double precision end,
    'high_points', case when s.high >= 0 then round(6 * least(1, s.high / 0.9)::numeric, 2)::double precision end,
    'months', s.months, 'expected_months', (select count(*) from cells))
  from shares s
$$;

-- Our own figure of the same office and months.
create function private.report_own_figure(office text, period text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('n', f.n, 'satisfied', f.satisfied, 'dissatisfied', f.score_1 + f.score_2,
    'rate', f.satisfied::double precision / f.n, 'low', w.low, 'high', w.high)
  from private.figures('all', office, null, null, null, null, private.report_first_day(period),
      date_trunc('month', private.report_last_day(period))::date, false) f
    cross join lateral private.wilson_interval(f.satisfied, f.n) w
$$;

-- How often each factor was praised and how often it should improve, the five in the order of SIPAS. Null where no group of
-- answers says it.
create function private.report_factors(office text, period text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with given as (
    select * from private.answer_counts(office, null, null, null, null, private.report_first_day(period),
      date_trunc('month', private.report_last_day(period))::date, false) a where a.question in ('praised', 'improve')
  )
  select case when exists (select from given) then jsonb_agg(jsonb_build_object('factor', f.factor,
      'praised', (select g.n from given g where g.question = 'praised' and g.answer = f.factor),
      'improve', (select g.n from given g where g.question = 'improve' and g.answer = f.factor)) order by f.position) end
  from jsonb_array_elements_text(private.detail_choices() -> 'praised') with ordinality f (factor, position)
$$;

-- only_signed: with the entries alone that were signed.
create function private.report_content(office text, period text, only_signed boolean default false) returns jsonb
language sql stable security invoker set search_path = '' set jit = off
as $$
  with lines as (
    select * from private.report_lines(office, period, case when only_signed then period end)
  ), score as (
    select count(l.tenths) as known, sum(l.tenths)::integer as tenths, bool_and(l.tenths is not null and l.counted >= l.expected) as is_whole
    from lines l
  ), own as (
    select private.report_own_figure(office, period) as figure
  )
  select jsonb_build_object('office', office, 'period', period,
    'indices', (select jsonb_agg(to_jsonb(l) order by l.index) from lines l),
    'known', s.known, 'tenths', s.tenths, 'class', case when s.is_whole then private.report_class(s.tenths) end,
    'own', o.figure, 'national', private.report_national(office, period, coalesce((o.figure ->> 'dissatisfied')::bigint, 0)),
    'factors', private.report_factors(office, period))
  from score s cross join own o
$$;

-- What a report was signed with and what it is now: {signed: {version, comment, by, at} or null, changed}. A report whose
-- inputs change after it was signed says so.
create function private.report_signature(office text, period text, content jsonb) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select coalesce((
    select jsonb_build_object('version', s.version, 'comment', s.comment, 'by', s.signed_by, 'at', s.signed_at,
      'changed', s.content is distinct from report_signature.content)
    from public.report_sign_offs s where s.office_code = office and s.period = report_signature.period
    order by s.version desc limit 1), 'null')
$$;

-- The report of an office with all below it, for a quarter ('2026-Q3') or a year ('2026'): {office, period, indices: [{index,
-- tenths, source, two, one, zero, counted, expected, entry, detail}], known, tenths, class, own, national, factors, signature}.
-- tenths: points times ten. class: excellent, good, fair, average, weak, null unless all nine indices are wholly known.
-- Refusals: 401, 403, 404 office_unknown, those of private.check_report (422).
create function public.official_report(office text, period text) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
  v_content jsonb;
begin
  perform private.require_capability(coalesce(office, ''), 'see_reports');
  perform private.check_report(office, period);
  v_content := private.report_content(office, period);
  return v_content || jsonb_build_object('signature', private.report_signature(office, period, v_content));
end;
$$;
grant execute on function public.official_report(text, text) to authenticated, service_role;
comment on function public.official_report(text, text) is
  'The report of circular 01/2018 on an office with all below it, of a quarter or a year that is over.';

-- The state of the report of every office below one, and of its own: known indices, score, class, who signed. An office that
-- was not open then has none. Each is a whole report, so they come fifty at a time: the office's own first, the others by code,
-- beginning after the last one that was answered, until there are none. Refusals: as public.official_report.
create function public.report_states(office text, period text, after text default null)
returns table (office_code text, known integer, tenths integer, class text, version integer, signed_by text, signed_at timestamptz, changed boolean)
language plpgsql stable security definer set search_path = '' set jit = off
as $$
#variable_conflict use_column
begin
  perform private.require_capability(coalesce(report_states.office, ''), 'see_reports');
  perform private.check_report(report_states.office, report_states.period);
  return query
    select o.code, (r.content ->> 'known')::integer, (r.content ->> 'tenths')::integer, r.content ->> 'class', (s.signature ->> 'version')::integer,
      s.signature ->> 'by', (s.signature ->> 'at')::timestamptz, (s.signature ->> 'changed')::boolean
    from (
        select f.code from public.offices f
        where f.code in (select private.office_with_descendants(report_states.office))
          and (report_states.after is null or f.code > report_states.after and f.code <> report_states.office)
          and exists (select from private.plan_offices(f.code, private.report_first_day(report_states.period),
            private.report_last_day(report_states.period)))
          -- What is closed since has nobody left to sign for it.
          and coalesce(f.closed_on, 'infinity') >= private.local_day(now())
        order by (f.code = report_states.office) desc, f.code limit 50
      ) o
      cross join lateral (select private.report_content(o.code, report_states.period) as content offset 0) r
      cross join lateral (select private.report_signature(o.code, report_states.period, r.content) as signature offset 0) s
    order by (o.code = report_states.office) desc, o.code;
end;
$$;
grant execute on function public.report_states(text, text, text) to authenticated, service_role;
comment on function public.report_states(text, text, text) is
  'Of every office below one: how far its report is, and who signed it; fifty at a time, after the one that is named.';
