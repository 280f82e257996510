-- Entering a value of the plan. The rules answer in the order in which a form asks.

-- Lets through who may enter values of an office: those who answer for it, and for an office that is closed, for which
-- nobody may be left, also those at the top of the tree. Refusals: 401, 403.
create function private.require_plan_entry(office public.offices) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if office.closed_on < private.local_day(now()) and private.holds_at_top('enter_plan_values') then
    return;
  end if;
  perform private.require_capability(coalesce(office.code, ''), 'enter_plan_values');
end;
$$;

-- What is wrong with an entry by itself, as the key of a refusal.
create function private.plan_value_problem(entry jsonb) returns text
language sql stable security invoker set search_path = ''
as $$
  select p.problem
  from (values
    (1, 'quarter_malformed', coalesce(not private.is_valid_date(entry, 'quarter') or entry ->> 'quarter' !~ '-(01|04|07|10)-01$'
      or entry ->> 'quarter' > private.local_day(now())::text, true)),
    (2, 'plan_value_malformed', coalesce(entry ->> 'value' !~ '^[0-9]{1,9}([.][0-9]{1,2})?$', false)),
    (3, 'plan_value_above_hundred', case when entry ->> 'value' ~ '^[0-9]{1,9}([.][0-9]{1,2})?$' then (entry ->> 'value')::numeric > 100 end),
    (4, 'plan_counts_malformed', coalesce(entry ->> 'part' !~ '^[0-9]{1,9}$' or entry ->> 'whole' !~ '^[0-9]{1,9}$', false)
      or (entry ->> 'part' is null) <> (entry ->> 'whole' is null) or coalesce(entry ->> 'whole' ~ '^0+$', false)),
    (5, 'plan_part_above_whole', case when entry ->> 'part' ~ '^[0-9]{1,9}$' and entry ->> 'whole' ~ '^[0-9]{1,9}$'
      then (entry ->> 'part')::integer > (entry ->> 'whole')::integer end),
    (6, 'plan_value_twice', entry ->> 'value' is not null and entry ->> 'part' is not null),
    (7, 'day_malformed', not private.is_valid_date(entry, 'as_of')),
    (8, 'plan_day_outside', case when private.is_valid_date(entry, 'as_of') and private.is_valid_date(entry, 'quarter')
      then private.trimmed_text(entry, 'as_of')::date not between (entry ->> 'quarter')::date
        and least(private.local_day(now()), ((entry ->> 'quarter')::date + interval '3 months')::date - 1) end),
    (9, 'url_malformed', private.trimmed_text(entry, 'link') !~ '^https://[^\s/]'),
    (10, 'plan_evidence_missing', private.trimmed_text(entry, 'evidence') is null)
  ) p (position, problem, holds)
  where p.holds order by p.position limit 1
$$;

-- Keeps the file of an entry. Refusals: 413 evidence_file_too_large, 422 evidence_file_unreadable.
create function private.keep_plan_file(entry bigint, name text, base64 text) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_file bytea;
begin
  if length(base64) > 4000000 then
    perform private.refuse(413, 'evidence_file_too_large');
  end if;
  begin
    v_file := decode(base64, 'base64');
  exception when data_exception then
    perform private.refuse(422, 'evidence_file_unreadable');
  end;
  if private.evidence_type(v_file, name) is null then
    perform private.refuse(422, 'evidence_file_unreadable');
  end if;
  insert into private.plan_value_files values (entry, v_file, private.evidence_type(v_file, name));
end;
$$;

-- Enters a value: {indicator_code, office_code, quarter, value or part and whole, as_of, evidence, link, file_name, file}, the
-- numbers as text, the file in base64; as_of is the last day of the quarter, or today, when it is left out. Without a value it
-- takes back what was said. seen: the number of the entry that the person saw, null for none. Answers with the row.
-- Refusals: 401, 403, 404 office_unknown, 404 plan_indicator_unknown, 409 plan_value_computed,
-- 409 plan_value_published_only (since this system has published anything), 422 plan_office_not_open, those
-- of plan_value_problem (422), 422 plan_value_missing, 422 text_too_long, 422 text_unreadable, 413 evidence_file_too_large,
-- 422 evidence_file_unreadable, 409 changed_meanwhile.
create function public.save_plan_value(entry jsonb, seen text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_office public.offices := (select o from public.offices o where o.code = entry ->> 'office_code');
  v_indicator public.plan_indicators := (select i from public.plan_indicators i where i.code = entry ->> 'indicator_code');
  v_problem text := private.plan_value_problem(entry);
  v_evidence text := private.long_text(entry ->> 'evidence', 'text_too_long');
  v_file_name text := nullif(private.clean_text(left(regexp_replace(entry ->> 'file_name', '^.*[/\\]', ''), 200)), '');
  v_quarter date;
  v_row public.plan_values;
begin
  perform private.require_plan_entry(v_office);
  if v_office.code is null then
    perform private.refuse(404, 'office_unknown');
  elsif v_indicator.code is null or v_indicator.unit <> 'percent' then
    perform private.refuse(404, 'plan_indicator_unknown');
  elsif v_problem is not null then
    perform private.refuse(422, v_problem);
  end if;
  perform private.check_name(entry ->> 'link', 1000);
  v_quarter := (entry ->> 'quarter')::date;
  if v_office.closed_on < v_quarter or v_office.opened_on > v_quarter + interval '3 months' - interval '1 day' then
    perform private.refuse(422, 'plan_office_not_open');
  elsif exists (select from private.plan_computed_lines(v_office.code) l
      where l.line = v_indicator.computed_from and l.period = v_quarter) then
    perform private.refuse(409, 'plan_value_computed');
  elsif v_indicator.computed_from in ('online_ratings', 'released_batches') and v_quarter >= date_trunc('quarter',
      coalesce((select min(b.released_on) from public.batches b), private.local_day(now()))) then
    -- Too few ratings would otherwise be made up for by a number that somebody types.
    perform private.refuse(409, 'plan_value_published_only');
  end if;
  -- Two people who enter the same wait for each other here.
  perform pg_advisory_xact_lock(hashtext(concat_ws(' ', 'plan', v_indicator.code, v_office.code, v_quarter)));
  if private.row_argument(seen) is distinct from (select max(v.id) from public.plan_values v where v.indicator_code = v_indicator.code
      and v.office_code = v_office.code and v.quarter = v_quarter) then
    perform private.refuse(409, 'changed_meanwhile');
  elsif seen is null and coalesce(entry ->> 'value', entry ->> 'part') is null then
    perform private.refuse(422, 'plan_value_missing');
  end if;
  insert into public.plan_values (indicator_code, office_code, quarter, value, part, whole, as_of, evidence, link, file_name, file_bytes)
  values (v_indicator.code, v_office.code, v_quarter,
    coalesce((entry ->> 'value')::double precision, 100 * (entry ->> 'part')::double precision / (entry ->> 'whole')::integer),
    (entry ->> 'part')::integer, (entry ->> 'whole')::integer,
    coalesce(private.date_field(entry, 'as_of'), private.plan_day(v_quarter)), v_evidence, private.trimmed_text(entry, 'link'),
    case when entry ->> 'file' is not null then coalesce(v_file_name, '?') end, length(entry ->> 'file') / 4 * 3)
  returning * into v_row;
  if entry ->> 'file' is not null then
    perform private.keep_plan_file(v_row.id, v_row.file_name, entry ->> 'file');
  end if;
  return to_jsonb(v_row);
end;
$$;
grant execute on function public.save_plan_value(jsonb, text) to authenticated, service_role;
