-- The figures. A rate never comes without its interval: with 12 answers, 11 of them good, the true rate may well be
-- 70 %. The interval is for reading once; the verdict (private.verdict) is one that may be read every day.

-- Wilson score interval, 95 % unless z says otherwise (Wilson 1927; Newcombe 1998, method 3). Null without answers.
create function private.wilson_interval(satisfied bigint, n bigint, z double precision default 1.959963984540054,
  out low double precision, out high double precision)
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_z2 constant double precision := z ^ 2;
  v_p double precision;
  v_half double precision;
begin
  if n > 0 then
    v_p := satisfied / n::double precision;
    v_half := sqrt(v_z2 * (v_p * (1 - v_p) + v_z2 / (4 * n)) / n);
    low := case when satisfied = 0 then 0 else (v_p + v_z2 / (2 * n) - v_half) / (1 + v_z2 / n) end;
    high := case when satisfied = n then 1 else (v_p + v_z2 / (2 * n) + v_half) / (1 + v_z2 / n) end;
  end if;
end;
$$;

-- The last day of what a row of the answer is about: of its own month, quarter or year and of the last month that was
-- asked for, the earlier; null for all time.
create function private.last_day(by text, key text, to_month date) returns date
language sql immutable security invoker set search_path = ''
as $$
  select least((last_month + interval '1 month')::date, (date_trunc('month', to_month) + interval '1 month')::date) - 1
  from (select case by when 'month' then to_date(key, 'YYYY-MM') when 'year' then make_date(key::integer, 12, 1)
    when 'quarter' then make_date(left(key, 4)::integer, right(key, 1)::integer * 3, 1) end as last_month) own
$$;

-- Published satisfaction: one row a key. Every filter may be null; office covers the office and all below it;
-- predecessors: and those whose work it took over, and all below them. Months count by release. headline: only the last
-- twelve months, first_month and last_month ('YYYY-MM') in every row of the answer; null without it. rate, low and high are
-- 0..1, the interval is Wilson's at 95 %, the verdict is against target_percent: met, not_met, undecided. That is the
-- target that held on the last day of the period, so that a later one changes no verdict of a period that is over; of what
-- no code has proven the verdict is unproven. evidence, n_proven, n_published: private.counted_figures.
-- method is the version of the rules by which all this is found (public.method_versions). A key is null (channel,
-- trust: 'mixed') for batches that do not name one. by 'factor': n = times named, satisfied = times praised, no verdict.
create function private.published_satisfaction(by text, office text, procedure text, field text,
  channel public.service_channel, trust public.trust, from_month date, to_month date, predecessors boolean,
  headline boolean default false)
returns table (key text, label text, n bigint, score_1 bigint, score_2 bigint, score_3 bigint, score_4 bigint,
  score_5 bigint, satisfied bigint, rate double precision, low double precision, high double precision, verdict text,
  target_percent integer, method text, first_month text, last_month text, evidence text, n_proven bigint, n_published bigint)
language plpgsql stable security invoker set search_path = ''
as $$
#variable_conflict use_column
declare
  v_months record := private.asked_months(published_satisfaction.headline, from_month, to_month);
  -- Of all rows at once, unless each is a period of its own: there may be many.
  v_target integer := private.target_on(private.last_day('all', null, v_months.last_month));
  v_method text := (select m.version from public.method_versions m order by m.valid_from desc limit 1);
begin
  return query
    select f.key, coalesce(case published_satisfaction.by
        when 'office' then (select o.name from public.offices o where o.code = f.key)
        when 'procedure' then (select p.name from public.procedures p where p.code = f.key)
        when 'field' then (select d.name from public.fields d where d.code = f.key)
      end, f.key), f.n, f.score_1, f.score_2, f.score_3, f.score_4, f.score_5, f.satisfied,
      f.satisfied / f.n::double precision, w.low, w.high,
      case when published_satisfaction.by = 'factor' then null when c.evidence in ('visit', 'control')
        then private.verdict(f.satisfied, f.n, g.target) else 'unproven' end,
      case when published_satisfaction.by <> 'factor' then g.target end, v_method,
      case when published_satisfaction.headline then to_char(v_months.first_month, 'YYYY-MM') end,
      case when published_satisfaction.headline then to_char(v_months.last_month, 'YYYY-MM') end,
      c.evidence, c.n_proven, c.n_published
    from private.counted_figures(published_satisfaction.by, published_satisfaction.office, published_satisfaction.procedure,
        published_satisfaction.field, published_satisfaction.channel, published_satisfaction.trust, v_months.first_month, v_months.last_month,
        published_satisfaction.predecessors) c
      cross join lateral (select (c.figure).*) f
      cross join lateral private.wilson_interval(f.satisfied, f.n) w
      cross join lateral (select case when published_satisfaction.by in ('month', 'quarter', 'year')
        then private.target_on(private.last_day(published_satisfaction.by, f.key, v_months.last_month)) else v_target end as target) g
    order by f.key;
end;
$$;

-- The same as texts, each of which may be left out. Refusals: 400 by_invalid, and those of the arguments: 400 month_invalid,
-- months_reversed, channel_unknown, trust_unknown, flag_invalid, 404 office_unknown, procedure_unknown,
-- procedure_field_unknown.
create function public.satisfaction(by text, office text default null, procedure text default null,
  field text default null, channel text default null, trust text default null,
  from_month text default null, to_month text default null, predecessors text default 'false',
  headline text default 'false')
returns table (key text, label text, n bigint, score_1 bigint, score_2 bigint, score_3 bigint, score_4 bigint,
  score_5 bigint, satisfied bigint, rate double precision, low double precision, high double precision, verdict text,
  target_percent integer, method text, first_month text, last_month text, evidence text, n_proven bigint, n_published bigint)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_from date := private.month_argument(from_month);
  v_to date := private.month_argument(to_month);
begin
  if private.group_expression(by) is null and by is distinct from 'factor' then
    perform private.refuse(400, 'by_invalid');
  end if;
  perform private.check_months(v_from, v_to);
  perform private.check_office_code(office);
  perform private.check_procedure_code(procedure);
  perform private.check_field_code(field);
  perform private.allow_shared_copies('satisfaction');
  return query select * from private.published_satisfaction(by, office, procedure, field, private.channel_argument(channel),
    private.trust_argument(trust), v_from, v_to, private.flag_argument(predecessors), private.flag_argument(headline));
end;
$$;
grant execute on function public.satisfaction(text, text, text, text, text, text, text, text, text, text) to anon, authenticated;
comment on function public.satisfaction(text, text, text, text, text, text, text, text, text, text) is
  'Published satisfaction, one row a key: sums over whole batches, with the 95 % Wilson interval, a verdict against the target that held at the end of the period, which may be read every day, and the version of the method. A figure counts ratings with a visit code alone where there are 50 of them (evidence: visit), else all that is published (all), without a verdict (unproven); n_proven and n_published say of how many; with trust, or by trust, the evidence is that. by: all, office, procedure, field, channel, trust, month, quarter, year, factor. headline: only the last twelve months, up to that of the last release.';
