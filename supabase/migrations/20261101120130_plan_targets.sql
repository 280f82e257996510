-- Other targets than those of 2020. Whoever could change a target with effect on what is over could make every verdict of the
-- past a good one; so a change is decided today for a later day, stays to be read with its reason, and a period is held
-- against what was in force on its last day. Until a change holds, another of the same target takes its place; both stay.

insert into private.role_capabilities (capability, role) values ('change_plan_targets', 'coordinator');

-- Who decided it is in the log.
create table public.plan_target_changes (
  id bigint generated always as identity primary key,
  indicator_code text not null references public.plan_indicators,
  -- What was in force or planned when it was decided. Of the first change it is what held from the beginning.
  old_target double precision not null,
  target double precision not null check (target between 1 and 1000),
  decided_on date not null default private.local_day(now()),
  valid_from date not null,
  -- The decision that it rests on.
  reason text not null check (reason <> ''),
  -- Never for a day that has begun.
  check (valid_from > decided_on)
);
create index plan_target_changes_latest on public.plan_target_changes (indicator_code, id);
alter table public.plan_target_changes enable row level security;
create policy "anyone reads how the targets changed" on public.plan_target_changes for select to anon, authenticated using (true);
grant select (id, indicator_code, old_target, target, decided_on, valid_from, reason) on public.plan_target_changes to anon, authenticated;
call private.log_table('public.plan_target_changes', 'id', '');
create trigger "what was decided stays" before update or delete or truncate on public.plan_target_changes
  for each statement execute function private.forbid_plan_value_change();

-- The target in force on a day, as far as it is decided: of the changes that hold by then, the one decided last.
create function private.plan_target_on(indicator public.plan_indicators, on_day date) returns double precision
language sql stable security invoker set search_path = ''
as $$
  select coalesce(
    (select c.target from public.plan_target_changes c where c.indicator_code = indicator.code and c.valid_from <= on_day
      order by c.id desc limit 1),
    (select c.old_target from public.plan_target_changes c where c.indicator_code = indicator.code order by c.id limit 1),
    indicator.target)
$$;

-- The indicator with the target that was in force on a day.
create function private.plan_indicator_on(indicator public.plan_indicators, on_day date) returns public.plan_indicators
language sql stable security invoker set search_path = ''
as $$
  select (indicator.code, indicator.position, indicator.name, indicator.operator, private.plan_target_on(indicator, on_day),
    indicator.unit, indicator.computed_from)::public.plan_indicators
$$;

-- What is wrong with a change, as the key of a refusal. A share is a whole number of per cent; one that must be passed can be
-- passed; the stable verdict of ratings is made for the same targets as the headline's.
create function private.plan_target_problem(change jsonb, indicator public.plan_indicators) returns text
language sql stable security invoker set search_path = ''
as $$
  select p.problem
  from (select case when change ->> 'target' ~ '^[0-9]{1,4}$' then (change ->> 'target')::integer end as target) t
    cross join lateral (values
      (1, 'plan_target_malformed', t.target is null),
      (2, 'plan_target_out_of_bounds', t.target not between 1 and case when indicator.unit = 'rank' then 1000 else 100 end
        or indicator.operator = '>' and not private.is_rule('target_percent', to_jsonb(t.target))),
      (3, 'day_malformed', private.trimmed_text(change, 'valid_from') is null or not private.is_valid_date(change, 'valid_from')),
      (4, 'plan_target_day_passed', case when private.is_valid_date(change, 'valid_from')
        then private.trimmed_text(change, 'valid_from')::date <= private.local_day(now()) end),
      (5, 'plan_target_day_far', case when private.is_valid_date(change, 'valid_from')
        then private.trimmed_text(change, 'valid_from')::date > private.local_day(now()) + interval '5 years' end),
      (6, 'plan_target_reason_missing', private.trimmed_text(change, 'reason') is null)
    ) p (position, problem, holds)
  where p.holds order by p.position limit 1
$$;

-- Decides another target, at the top of the tree: {indicator_code, target, valid_from, reason}, the target as text. seen: the
-- number of the latest change of it that the person saw, null for none. Answers with the row. Refusals: 401, 403, 404
-- plan_indicator_unknown, 409 changed_meanwhile, 422 plan_target_unchanged, 422 text_too_long, 422 text_unreadable, those of
-- plan_target_problem (422).
create function public.save_plan_target(change jsonb, seen text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_indicator public.plan_indicators := (select i from public.plan_indicators i where i.code = change ->> 'indicator_code');
  v_problem text := private.plan_target_problem(change, v_indicator);
  v_reason text := private.long_text(change ->> 'reason', 'text_too_long');
  v_row public.plan_target_changes;
begin
  perform private.require_capability(null, 'change_plan_targets');
  if v_indicator.code is null then
    perform private.refuse(404, 'plan_indicator_unknown');
  elsif v_problem is not null then
    perform private.refuse(422, v_problem);
  end if;
  -- Two people who change the same wait for each other here.
  perform pg_advisory_xact_lock(hashtext(concat_ws(' ', 'plan target', v_indicator.code)));
  v_row.old_target := private.plan_target_on(v_indicator, 'infinity');
  if private.row_argument(seen) is distinct from (select max(c.id) from public.plan_target_changes c where c.indicator_code = v_indicator.code) then
    perform private.refuse(409, 'changed_meanwhile');
  elsif v_row.old_target = (change ->> 'target')::double precision then
    perform private.refuse(422, 'plan_target_unchanged');
  end if;
  insert into public.plan_target_changes (indicator_code, old_target, target, valid_from, reason)
  values (v_indicator.code, v_row.old_target, (change ->> 'target')::double precision, private.date_field(change, 'valid_from'), v_reason)
  returning * into v_row;
  return to_jsonb(v_row);
end;
$$;
grant execute on function public.save_plan_target(jsonb, text) to authenticated, service_role;
