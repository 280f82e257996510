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
