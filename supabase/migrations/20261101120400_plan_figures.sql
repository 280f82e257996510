-- The answer of the page: every line of the plan with its value, quarter by quarter. What our own data say stands before what
-- was entered.

-- What offices entered, of one office with all below it, or of all. Where a body and one below it have both said something,
-- that of the body holds; several beside each other are added up as far as they say of what they are the share.
create function private.plan_entered_lines(office text) returns setof private.plan_line
language sql stable security invoker set search_path = ''
as $$
  with recursive latest as (
    select distinct on (v.indicator_code, v.office_code, v.quarter) v.*
    from public.plan_values v where v.office_code in (select private.plan_scope(office))
    order by v.indicator_code, v.office_code, v.quarter, v.id desc
  ), said as (
    select * from latest l where l.value is not null
  ), above as (
    -- Every body above an office that said something: once for all, because each walk down the tree takes its time.
    select o.code, o.parent_code as body from public.offices o where o.parent_code is not null and o.code in (select office_code from said)
    union
    select a.code, o.parent_code from above a join public.offices o on o.code = a.body where o.parent_code is not null
  ), below as materialized (
    select s.id, a.body, s.indicator_code, s.quarter from said s join above a on a.code = s.office_code
  ), topmost as (
    select * from said s where s.id not in (select b.id from below b
      where (b.body, b.indicator_code, b.quarter) in (select t.office_code, t.indicator_code, t.quarter from said t))
  )
  select t.indicator_code, t.quarter,
    case when count(*) = 1 then min(t.value) else 100.0::double precision * sum(t.part) / sum(t.whole) end,
    sum(t.part)::bigint, sum(t.whole)::bigint,
    case when count(*) > 1 then count(t.whole) end, case when count(*) > 1 then count(*) end,
    max(t.as_of), case when count(*) = 1 then min(t.id) end
  from topmost t group by 1, 2 having count(*) = 1 or sum(t.whole) > 0
$$;

-- met or not_met, of satisfaction also undecided: that rate is read every day (private.verdict). Compared in whole counts where
-- there are some, so that 99.96 % is not 100 %.
create function private.plan_verdict(line private.plan_line, indicator public.plan_indicators) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case
    when line.line = 'online_ratings' then private.verdict(line.part, line.whole, indicator.target::integer)
    when case indicator.operator when '>' then d.difference > 0 when '>=' then d.difference >= 0 else d.difference <= 0 end then 'met'
    else 'not_met' end
  from (select case when indicator.unit = 'percent' and line.whole > 0 then 100 * line.part::numeric - indicator.target::numeric * line.whole
    else line.value::numeric - indicator.target::numeric end as difference) d
$$;

-- Every line of the plan and every quarter (of a rank, year) of which something is known: of one office with all below it, or
-- of all. period is its first day. value is in per cent, or a rank; part and whole are what it is the share of; counted of
-- expected offices or procedures are in it. low and high: the interval of a rate of ratings. source: handled_dossiers,
-- procedures, batches, ratings, par_index, plan_values (entry: which of them). Refusal: 404 office_unknown.
create function public.plan_figures(office text default null)
returns table (indicator_code text, period date, value double precision, part bigint, whole bigint, low double precision,
  high double precision, target double precision, verdict text, counted bigint, expected bigint, as_of date, source text, entry bigint)
language plpgsql stable security definer set search_path = '' set jit = off
as $$
#variable_conflict use_column
begin
  perform private.check_office_code(plan_figures.office);
  perform private.allow_shared_copies('plan_figures');
  return query
    with lines as materialized (
      select l, i, false as is_entered from private.plan_computed_lines(plan_figures.office) l
        join public.plan_indicators i on i.computed_from = l.line
      union all
      select l, i, true from private.plan_entered_lines(plan_figures.office) l join public.plan_indicators i on i.code = l.line
    ), chosen as (
      select distinct on ((n.i).code, (n.l).period) n.* from lines n order by (n.i).code, (n.l).period, n.is_entered
    )
    select (c.i).code, (c.l).period, (c.l).value, (c.l).part, (c.l).whole, 100 * w.low, 100 * w.high, held.target,
      private.plan_verdict(c.l, held), (c.l).counted, (c.l).expected, (c.l).as_of,
      case when c.is_entered then 'plan_values' else case (c.l).line when 'handled_on_time' then 'handled_dossiers'
        when 'handled_online' then 'handled_dossiers' when 'online_level' then 'procedures' when 'released_batches' then 'batches'
        when 'online_ratings' then 'ratings' else 'par_index' end end, (c.l).entry
    from chosen c
      -- A period is held against the target of its last day, a running one against today's.
      cross join lateral private.plan_indicator_on(c.i, case when (c.i).unit = 'rank' then make_date(extract(year from (c.l).period)::integer, 12, 31)
        else private.plan_day((c.l).period) end) held
      left join lateral private.wilson_interval((c.l).part, (c.l).whole) w on (c.l).line = 'online_ratings'
    order by (c.i).position, (c.l).period;
end;
$$;
grant execute on function public.plan_figures(text) to anon, authenticated;
comment on function public.plan_figures(text) is
  'Where the reform plan stands: each target with its value, quarter by quarter, of an office with all below it or of all. What is not known has no row.';

insert into private.open_data_files (file, source, title, is_released, ordering, primary_key, columns)
select file, source, title, false, ordering, to_jsonb(string_to_array(keys, ' ')),
  (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', split_part(c, ':', 1), 'type', split_part(c, ':', 2),
    'unit', nullif(split_part(c, ':', 3), ''))) order by position) from unnest(string_to_array(columns, ' ')) with ordinality u (c, position))
from (values
  ('plan_indicators', 'public.plan_indicators', 'The targets of the reform plan', 'r.position', 'code',
    'code:string position:integer name:string operator:string target:number unit:string computed_from:string'),
  ('plan_values', 'public.plan_values', 'What offices entered of the plan, with its evidence; of several entries the last holds', 'r.id', 'id',
    'id:integer indicator_code:string office_code:string quarter:date value:number:percent part:integer whole:integer as_of:date '
    || 'evidence:string link:string file_name:string file_bytes:integer:bytes entered_on:date'),
  ('plan_target_changes', 'public.plan_target_changes', 'Changes of the targets of the reform plan, with the day from which each holds', 'r.id', 'id',
    'id:integer indicator_code:string old_target:number target:number decided_on:date valid_from:date reason:string'),
  ('par_index', 'public.par_index', 'The index of administrative reform by unit and year', 'r.office_code, r.year', 'office_code year',
    'office_code:string year:integer score:number rank:integer ranked_units:integer group_name:string source:string')
) files (file, source, title, ordering, keys, columns);
