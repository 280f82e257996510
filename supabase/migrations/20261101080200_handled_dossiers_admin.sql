-- The numbers of a month as an office reports them by hand, and what makes one implausible.

-- What is wrong with the number of a month by itself, column by column.
create function private.handled_problems(report jsonb) returns table (field text, problem text)
language sql stable security invoker set search_path = ''
as $$
  select p.field, p.problem
  from (values
    ('month', 'month_malformed', report ->> 'month' is null or not private.is_valid_date(report, 'month')
      or right(private.trimmed_text(report, 'month'), 2) <> '01' or private.trimmed_text(report, 'month') > private.local_day(now())::text),
    ('channel', 'channel_unknown', report ->> 'channel' <> all (enum_range(null::public.service_channel)::text[])),
    ('handled', 'handled_malformed', report ->> 'handled' !~ '^[0-9]{1,8}$'),
    ('quality', 'quality_malformed', length(report ->> 'quality') > 500 or report ->> 'quality' !~ '^[A-Z][A-Z_]*( [A-Z][A-Z_]*)*$'),
    ('on_time', 'on_time_malformed', report ->> 'on_time' !~ '^[0-9]{1,8}$'),
    ('on_time', 'on_time_malformed', case when report ->> 'handled' ~ '^[0-9]{1,8}$' and report ->> 'on_time' ~ '^[0-9]{1,8}$'
      then (report ->> 'on_time')::integer > (report ->> 'handled')::integer end)
  ) p (field, problem, holds)
  where p.holds
$$;

-- Of reports [{office_code, month, procedure_code, channel, handled}], the positions of those that are too low. Nobody
-- handles fewer dossiers than were rated with the one-time code of a dossier. Codes are rated later than dossiers are
-- finished, so the published ratings of a month are compared with this month and the one before.
create function private.too_few_handled(reports jsonb) returns setof bigint
language sql stable security invoker set search_path = ''
as $$
  with told as (
    select r.position, r.value ->> 'office_code' as office, (r.value ->> 'month')::date as month,
      r.value ->> 'procedure_code' as procedure, r.value ->> 'channel' as channel, (r.value ->> 'handled')::bigint as handled
    from jsonb_array_elements(reports) with ordinality r (value, position)
  ), rated as (
    -- Of one procedure or all, of one channel or all, as a report may tell them apart.
    select t.office_code as office, t.month, coalesce(t.procedure_code, '') as procedure, coalesce(t.channel::text, '') as channel,
      grouping(t.procedure_code) = 1 as of_all_procedures, grouping(t.channel) = 1 as of_all_channels, sum(t.n) as n
    from public.monthly_totals t
    where t.grain = 1 and t.trust = 'visit' and t.office_code in (select office from told) and t.month in (select month from told)
    group by t.office_code, t.month, cube (t.procedure_code, t.channel)
  )
  select told.position
  from told
    join rated r on r.office = told.office and r.month = told.month
      and r.procedure = coalesce(told.procedure, '') and r.of_all_procedures = (told.procedure is null)
      and r.channel = coalesce(told.channel, '') and r.of_all_channels = (told.channel is null) and r.n > 0
    left join told before on before.office = told.office and before.month = (told.month - interval '1 month')::date
      and coalesce(before.procedure, '') = coalesce(told.procedure, '') and coalesce(before.channel, '') = coalesce(told.channel, '')
    left join public.handled_dossiers h on h.office_code = told.office and h.month = (told.month - interval '1 month')::date
      and coalesce(h.procedure_code, '') = coalesce(told.procedure, '') and coalesce(h.channel::text, '') = coalesce(told.channel, '')
  where told.handled + coalesce(before.handled, h.handled, 0) < r.n
$$;

-- The number of one month, office, procedure and channel (null: not distinguished), or none with handled null. seen: the
-- {handled, on_time} that the person saw, null for none. Answers with the row, or null.
-- Refusals: 401, 403, 404 office_unknown, 404 procedure_unknown, 422 month_malformed (or one that has not begun),
-- 422 channel_unknown, 422 handled_malformed, 422 on_time_malformed, 422 quality_malformed, 422 fewer_than_rated, 409 changed_meanwhile.
create function public.save_handled(report jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_problem text := (select p.problem from private.handled_problems(report) p limit 1);
  v_new public.handled_dossiers;
  v_row public.handled_dossiers;
begin
  perform private.require_capability(report ->> 'office_code', 'report_handled_dossiers');
  if not exists (select from public.offices o where o.code = report ->> 'office_code') then
    perform private.refuse(404, 'office_unknown');
  elsif report ->> 'procedure_code' is not null
    and not exists (select from public.procedures p where p.code = report ->> 'procedure_code') then
    perform private.refuse(404, 'procedure_unknown');
  elsif v_problem is not null then
    perform private.refuse(422, v_problem);
  end if;
  v_new := jsonb_populate_record(null::public.handled_dossiers, report - 'id');
  select * into v_row from public.handled_dossiers h where h.office_code = v_new.office_code and h.month = v_new.month
    and h.procedure_code is not distinct from v_new.procedure_code and h.channel is not distinct from v_new.channel for update;
  perform private.require_unchanged(case when v_row.id is not null
    then jsonb_build_object('handled', v_row.handled, 'on_time', v_row.on_time) end, seen);
  if v_new.handled is null then
    delete from public.handled_dossiers h where h.id = v_row.id;
    return null;
  elsif exists (select private.too_few_handled(jsonb_build_array(report))) then
    perform private.refuse(422, 'fewer_than_rated');
  end if;
  insert into public.handled_dossiers as h (month, office_code, procedure_code, channel, handled, on_time)
  values (v_new.month, v_new.office_code, v_new.procedure_code, v_new.channel, v_new.handled, v_new.on_time)
  on conflict (office_code, month, procedure_code, channel) do update
    -- Whoever types a number has another source.
    set handled = excluded.handled, on_time = excluded.on_time, quality = null
  returning * into v_row;
  return to_jsonb(v_row);
end;
$$;
grant execute on function public.save_handled(jsonb, jsonb) to authenticated, service_role;
