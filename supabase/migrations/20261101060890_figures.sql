-- Whether a rate is above its target or below it. Everybody reads the figures after every release, so a verdict that is
-- right nineteen times in twenty when it is read once is wrong for four offices in ten when it is read every day of a
-- year. This one may be read as often as anybody likes: it is given only while a bet against "the rate is exactly the
-- target" has multiplied its stake by a hundred, and if that is what the rate is, no way of betting ever gets so far
-- with more than one office in a hundred (Ville 1939). docs/decisions/verdicts.md has the simulation by which the number
-- was chosen and what it costs in days.

-- The natural logarithm of what the bet has made of 1: the chance of these answers if the rate were unknown, over their
-- chance at the target q. Unknown is a beta distribution of the weight of 30 ratings that lie at the target (Robbins
-- 1970; Howard, Ramdas, McAuliffe and Sekhon 2021):
-- B(30 q + satisfied, 30 (1 - q) + n - satisfied) / B(30 q, 30 (1 - q)) / (q ^ satisfied (1 - q) ^ (n - satisfied)).
-- A gamma function is Stirling's series seven steps up, right to nine digits from 0.3 on; what it adds to all six alike
-- cancels out. target_percent: 1 to 99. In PL/pgSQL, because a function in SQL would be planned anew in every call.
create function private.verdict_evidence(satisfied bigint, n bigint, target_percent integer) returns double precision
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_target constant double precision := target_percent / 100.0::double precision;
  v_met constant double precision := 30 * v_target;
  v_missed constant double precision := 30 * (1 - v_target);
  v_gammas constant double precision[] := array[v_met + satisfied, v_missed + n - satisfied, 30 + n, v_met, v_missed, 30];
  v_times constant integer[] := array[1, 1, -1, -1, -1, 1];
  v_evidence double precision := -satisfied * ln(v_target) - (n - satisfied) * ln(1 - v_target);
  v_x double precision;
  v_z double precision;
begin
  for i in 1..6 loop
    v_x := v_gammas[i];
    v_z := v_x + 7;
    v_evidence := v_evidence + v_times[i] * ((v_z - 0.5) * ln(v_z) - v_z
      + (1 - (1 / 30.0::double precision - 1 / (105 * v_z * v_z)) / (v_z * v_z)) / (12 * v_z)
      - ln(v_x * (v_x + 1) * (v_x + 2) * (v_x + 3) * (v_x + 4) * (v_x + 5) * (v_x + 6)));
  end loop;
  return v_evidence;
end;
$$;

-- met: the rate is above the target, with evidence of a hundred to one; not_met: below it, with as much; else undecided.
-- A function of the sums alone: the same numbers have the same verdict whoever looks when, and whatever period they are of.
create function private.verdict(satisfied bigint, n bigint, target_percent integer) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  return case when private.verdict_evidence(satisfied, n, target_percent) < ln(100::double precision) then 'undecided'
    when 100 * satisfied > target_percent * n then 'met' else 'not_met' end;
end;
$$;

-- What a figure counts: which cells of whole batches a question adds up, and how well proven those ratings have to be.

-- Which cells a question adds up, as a condition on public.monthly_totals t: of the coarsest grain that keeps what it
-- filters or groups by. Only the filters that are there, so that the planner sees what the index is for; their values
-- stay parameters, in the order of the arguments of private.figures.
create function private.where_clause(by text, office text, procedure text, field text, channel public.service_channel,
  trust public.trust, from_month date, to_month date, predecessors boolean) returns text
language sql stable security invoker set search_path = ''
as $$
  select concat_ws(' and ', 't.grain = ' || g.grain,
    case when office is not null then 't.office_code = any (array(select private.'
      || case when predecessors then 'office_with_predecessors' else 'office_with_descendants' end || '($1)))' end,
    case when procedure is not null then 't.procedure_code = $2' end,
    case when field is not null then 't.field_code = $3' end,
    case when channel is not null then 't.channel = $4' end,
    case when trust is not null then 't.trust = $5' end,
    case when from_month is not null then 't.month >= $6' end,
    case when to_month is not null then 't.month <= $7' end)
  from private.grains g
  where g.by_office = (by = 'office' or office is not null)
    and g.subject = case when by = 'procedure' or procedure is not null then 'procedure'
      when by = 'field' or field is not null then 'field' else 'none' end
    and g.by_channel_and_trust = (by in ('channel', 'trust') or channel is not null or trust is not null)
$$;

-- What a row of the answer is about, as an expression on public.monthly_totals t.
create function private.group_expression(by text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case by
    when 'all' then $k$'all'$k$
    when 'office' then 't.office_code'
    when 'procedure' then 't.procedure_code'
    when 'field' then 't.field_code'
    when 'channel' then $k$coalesce(t.channel::text, 'mixed')$k$
    when 'trust' then $k$coalesce(t.trust::text, 'mixed')$k$
    when 'month' then $k$to_char(t.month, 'YYYY-MM')$k$
    when 'quarter' then $k$to_char(t.month, 'YYYY-"Q"Q')$k$
    when 'year' then $k$to_char(t.month, 'YYYY')$k$
  end
$$;

create type private.figure as (
  key text, n bigint, score_1 bigint, score_2 bigint, score_3 bigint, score_4 bigint, score_5 bigint, satisfied bigint
);

-- The sums of a question, one row a key; for factors how often each was named and, as satisfied, how often praised, in
-- whole groups of answers.
create function private.figures(by text, office text, procedure text, field text, channel public.service_channel,
  trust public.trust, from_month date, to_month date, predecessors boolean) returns setof private.figure
language plpgsql stable security invoker set search_path = '' set jit = off
as $$
declare
  v_where text := private.where_clause(by, office, procedure, field, channel, trust, from_month, to_month, predecessors);
begin
  if by = 'factor' then
    return query select a.answer, sum(a.n)::bigint, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint,
        coalesce(sum(a.n) filter (where a.question = 'praised'), 0)::bigint
      from private.answer_counts(office, procedure, field, channel, trust, from_month, to_month, predecessors) a
      where a.question in ('praised', 'improve') group by 1;
    return;
  end if;
  return query execute 'select ' || private.group_expression(by) || $q$, sum(t.n), sum(t.score_1), sum(t.score_2), sum(t.score_3),
          sum(t.score_4), sum(t.score_5), sum(t.score_4) + sum(t.score_5)
        from public.monthly_totals t
        where $q$ || v_where || $q$
        group by 1 having sum(t.n) > 0$q$
  using office, procedure, field, channel, trust, from_month, to_month;
end;
$$;

-- How many proven ratings make a figure of their own: as many people as an independent survey has to ask at an office.
create function private.least_proven() returns integer
language sql immutable security invoker set search_path = ''
as $$
  select 50
$$;

create type private.counted_figure as (figure private.figure, evidence text, n_proven bigint, n_published bigint);

-- Which ratings a figure counts, by how well they are proven: said here and nowhere else. Whatever comes without a code can be
-- sent by one program (bench/attacks), so a figure counts ratings with a visit code alone as soon as there are enough of
-- them (evidence 'visit'). With fewer it counts all that is published (evidence 'all'), says so, and has no verdict. Nothing that
-- is sent without a code moves a figure from the one to the other. Each row for itself; those of a series count one kind
-- throughout, by their sum, so that a line is comparable with itself. Where one kind is asked for, or each of them, that is
-- the evidence. n_proven and n_published: what the figure is a choice of.
create function private.counted_figures(by text, office text, procedure text, field text, channel public.service_channel,
  trust public.trust, from_month date, to_month date, predecessors boolean) returns setof private.counted_figure
language plpgsql stable security invoker set search_path = '' set jit = off
as $$
declare
  v_of_series bigint;
begin
  if by = 'factor' then
    return query select f, null::text, null::bigint, null::bigint
      from private.figures(by, office, procedure, field, channel, trust, from_month, to_month, predecessors) f;
    return;
  elsif by = 'trust' or trust is not null then
    return query select f, k.evidence, case k.evidence when 'visit' then f.n else 0 end, f.n
      from private.figures(by, office, procedure, field, channel, trust, from_month, to_month, predecessors) f
        cross join lateral (select coalesce(counted_figures.trust::text, f.key) as evidence) k;
    return;
  elsif by in ('month', 'quarter', 'year') then
    v_of_series := coalesce((select f.n
      from private.figures('all', office, procedure, field, channel, 'visit', from_month, to_month, predecessors) f), 0);
  end if;
  return query
    select case when c.is_proven then p else a end, case when c.is_proven then 'visit' else 'all' end, coalesce(p.n, 0), a.n
    from private.figures(by, office, procedure, field, channel, null, from_month, to_month, predecessors) a
      left join private.figures(by, office, procedure, field, channel, 'visit', from_month, to_month, predecessors) p
        on coalesce(p.key, '') = coalesce(a.key, '')
      cross join lateral (select coalesce(v_of_series, p.n, 0) >= private.least_proven() as is_proven) c
    where not c.is_proven or p.n is not null;
end;
$$;
