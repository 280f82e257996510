-- The figures. A rate never comes without its interval: with 12 answers, 11 of them good, the true rate may well be
-- 70 %.

-- Wilson score interval, 95 % (Wilson 1927; Newcombe 1998, method 3). Null without answers.
create function private.wilson(satisfied bigint, n bigint, out low double precision, out high double precision)
language sql immutable security invoker set search_path = ''
as $$
  select case when satisfied = 0 then 0 else (centre - half) / (1 + z2 / n) end,
    case when satisfied = n then 1 else (centre + half) / (1 + z2 / n) end
  from (
    select z2, p + z2 / (2 * n) as centre, sqrt(z2 * (p * (1 - p) + z2 / (4 * n)) / n) as half
    from (select satisfied / n::double precision as p, 1.959963984540054 ^ 2 as z2 where n > 0) given
  ) parts
$$;

-- What the interval allows to say against a target: met if all of it lies above, not_met if all of it lies below.
create function private.verdict(low double precision, high double precision) returns text
language sql stable security invoker set search_path = ''
as $$
  select case when low > target then 'met' when high < target then 'not_met' when low is not null then 'undecided' end
  from (select private.setting('target_percent')::double precision / 100 as target) given
$$;

-- The cells that a question adds up.
create function private.cells(by text, office text, procedure text, field text, channel public.service_channel,
  trust public.trust, from_month date, to_month date) returns setof public.monthly_totals
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_by_office boolean := by = 'office' or office is not null;
  v_subject text := case when by = 'procedure' or procedure is not null then 'procedure'
    when by = 'field' or field is not null then 'field' else 'none' end;
  v_by_way boolean := by in ('channel', 'trust', 'factor') or channel is not null or trust is not null;
  v_grain smallint := (select g.grain from private.grains g
    where g.by_office = v_by_office and g.subject = v_subject and g.by_way = v_by_way);
  v_offices text[] := case when office is not null then array(select private.office_and_below(office)) end;
begin
  return query execute 'select * from public.monthly_totals t where t.grain = $1'
    || case when office is not null then ' and t.office_code = any ($2)' else '' end
    || case when procedure is not null then ' and t.procedure_code = $3' else '' end
    || case when field is not null then ' and t.field_code = $4' else '' end
    || case when channel is not null then ' and t.channel = $5' else '' end
    || case when trust is not null then ' and t.trust = $6' else '' end
    || case when from_month is not null then ' and t.month >= $7' else '' end
    || case when to_month is not null then ' and t.month <= $8' else '' end
  using v_grain, v_offices, procedure, field, channel, trust, from_month, to_month;
end;
$$;

create type private.figure as (
  key text, n bigint, score_1 bigint, score_2 bigint, score_3 bigint, score_4 bigint, score_5 bigint, satisfied bigint
);

-- How often each of the five factors was named, and how often it was praised.
create function private.factor_figures(cells uuid[]) returns setof private.figure
language sql stable security invoker set search_path = ''
as $$
  select split_part(answer, '.', 2), sum(n), null::bigint, null::bigint, null::bigint, null::bigint, null::bigint,
    coalesce(sum(n) filter (where answer like 'praised.%'), 0)
  from private.answer_totals
  where cell = any (cells) and (answer like 'praised.%' or answer like 'improve.%')
  group by 1
  having sum(n) > 0
$$;

create function private.figures(by text, cells public.monthly_totals[]) returns setof private.figure
language sql stable security invoker set search_path = ''
as $$
  select case by
      when 'all' then 'all'
      when 'office' then c.office_code
      when 'procedure' then c.procedure_code
      when 'field' then c.field_code
      when 'channel' then coalesce(c.channel::text, 'mixed')
      when 'trust' then coalesce(c.trust::text, 'mixed')
      when 'month' then to_char(c.month, 'YYYY-MM')
      when 'quarter' then to_char(c.month, 'YYYY-"Q"Q')
      when 'year' then to_char(c.month, 'YYYY')
    end, sum(c.n), sum(c.score_1), sum(c.score_2), sum(c.score_3), sum(c.score_4), sum(c.score_5),
    sum(c.score_4) + sum(c.score_5)
  from unnest(cells) c
  group by 1
  having sum(c.n) > 0
$$;

-- Published satisfaction: one row a key. Every filter may be left out; office covers the office and all below it;
-- months count by release. rate, low and high are 0..1, the interval is Wilson's at 95 %, the verdict is against
-- settings.target_percent: met, not_met, undecided. A key is null (channel, trust: 'mixed') for batches that do not
-- name one. by 'factor': n = times named, satisfied = times praised, no verdict.
-- Refusal: 400 by_invalid.
create function public.satisfaction(by text, office text default null, procedure text default null,
  field text default null, channel public.service_channel default null, trust public.trust default null,
  from_month date default null, to_month date default null)
returns table (key text, label text, n bigint, score_1 bigint, score_2 bigint, score_3 bigint, score_4 bigint,
  score_5 bigint, satisfied bigint, rate double precision, low double precision, high double precision, verdict text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  v_cells public.monthly_totals[];
begin
  if satisfaction.by is null or satisfaction.by <> all (array['all', 'office', 'procedure', 'field', 'channel',
    'trust', 'month', 'quarter', 'year', 'factor']) then
    perform private.refuse(400, 'by_invalid');
  end if;
  v_cells := array(select c from private.cells(satisfaction.by, satisfaction.office, satisfaction.procedure,
    satisfaction.field, satisfaction.channel, satisfaction.trust, from_month, to_month) c);
  return query
    select f.key, coalesce(case satisfaction.by
        when 'office' then (select o.name from public.offices o where o.code = f.key)
        when 'procedure' then (select p.name from public.procedures p where p.code = f.key)
        when 'field' then (select d.name from public.fields d where d.code = f.key)
      end, f.key), f.n, f.score_1, f.score_2, f.score_3, f.score_4, f.score_5, f.satisfied,
      f.satisfied / f.n::double precision, w.low, w.high,
      case when satisfaction.by <> 'factor' then private.verdict(w.low, w.high) end
    from (
      select * from private.figures(satisfaction.by, v_cells) where satisfaction.by <> 'factor'
      union all
      select * from private.factor_figures(array(select c.cell from unnest(v_cells) c)) where satisfaction.by = 'factor'
    ) f cross join lateral private.wilson(f.satisfied, f.n) w
    order by f.key;
end;
$$;
grant execute on function public.satisfaction(text, text, text, text, public.service_channel, public.trust, date, date)
  to anon, authenticated;
