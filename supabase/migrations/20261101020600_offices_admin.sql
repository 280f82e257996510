-- Adding an office and changing one. Nothing is deleted; an office that ends gets a last day. save_office, like every
-- function that saves a row, takes it as it is to be and, when it was there before, as the person saw it, so that two
-- people who edit the same never overwrite each other unseen.

-- An office as it was typed or imported. Refusal: 422 day_malformed.
create function private.office_row(body jsonb) returns public.offices
language sql stable security invoker set search_path = ''
as $$
  select jsonb_populate_record(null::public.offices, '{"waiting": 0}' || jsonb_object_agg(c.name, case c.type
    when 'code' then body ->> c.name
    when 'date' then private.date_field(body, c.name)::text
    else private.trimmed_text(body, c.name) end))
  from private.office_columns c
$$;

-- What is wrong with an office by itself, column by column.
create function private.office_problems(office jsonb) returns table (field text, problem text)
language sql stable security invoker set search_path = ''
as $$
  select p.field, p.problem
  from (
    values
      ('code', 'code_malformed', coalesce(office ->> 'code' !~ '^[a-z0-9]+(-[a-z0-9]+)*$' or length(office ->> 'code') > 40, true)),
      ('name', 'name_missing', private.trimmed_text(office, 'name') is null),
      ('kind', 'kind_missing', private.trimmed_text(office, 'kind') is null),
      ('closed_on', 'closed_before_opened', private.is_valid_date(office, 'opened_on') and private.is_valid_date(office, 'closed_on')
        and private.trimmed_text(office, 'closed_on') < private.trimmed_text(office, 'opened_on'))
    union all
    select 'further_hours', 'hours_malformed', not private.is_hours(private.trimmed_text(office, 'further_hours'))
    union all
    select c.name, 'day_malformed', not private.is_valid_date(office, c.name) from private.office_columns c where c.type = 'date'
  ) p (field, problem, holds)
  where p.holds
$$;

-- Whether an office may have these values. Refusals, all 422: code_malformed, name_missing, kind_missing, parent_unknown,
-- parent_in_circle, closed_before_opened, hours_malformed.
create function private.check_office(office public.offices) returns void
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_problem text := (select p.problem from private.office_problems(to_jsonb(office)) p limit 1);
begin
  perform private.check_names(to_jsonb(office));
  if v_problem is not null then
    perform private.refuse(422, v_problem);
  elsif office.parent_code is not null and not exists (select from public.offices o where o.code = office.parent_code) then
    perform private.refuse(422, 'parent_unknown');
  elsif office.parent_code in (select private.office_with_descendants(office.code)) or office.parent_code = office.code then
    perform private.refuse(422, 'parent_in_circle');
  end if;
end;
$$;

-- Whoever opens a new top of the tree coordinates it: nobody above could ask anybody to.
create function private.make_coordinator_of_root(office public.offices) returns void
language sql volatile security invoker set search_path = ''
as $$
  insert into public.members (email, office_code, role, invited_by)
  select private.current_email(), office.code, 'coordinator', private.current_email()
  where office.parent_code is null and private.current_email() is not null
  on conflict do nothing
$$;

-- Writes every column of the list into the row that has this code.
create function private.update_office(office public.offices) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  execute (select format('update public.offices o set %s where o.code = ($1).code', string_agg(format('%1$I = ($1).%1$I', c.name), ', '))
    from private.office_columns c where c.name <> 'code') using office;
end;
$$;

-- Which capabilities it takes to change one row into the other.
create function private.capabilities_to_change(before jsonb, after jsonb) returns setof text
language sql stable security invoker set search_path = ''
as $$
  select distinct c.capability from private.office_columns c where before -> c.name is distinct from after -> c.name
$$;

-- Adds an office below one that the person coordinates, or changes one. A head changes only what the sign at the door
-- says. Answers with the row. Refusals besides: 401, 403, 409 code_taken, 409 changed_meanwhile.
create function public.save_office(office jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_new public.offices := private.office_row(office);
  v_old public.offices;
begin
  select * into v_old from public.offices o where o.code = v_new.code for update;
  if v_old.code is null then
    perform private.require_capability(v_new.parent_code, 'manage_offices');
    perform private.check_office(v_new);
    insert into public.offices select v_new.*;
    perform private.make_coordinator_of_root(v_new);
  elsif seen is null then
    perform private.require_capability(v_new.parent_code, 'manage_offices');
    perform private.refuse(409, 'code_taken');
  else
    perform private.require_capability(v_old.code, c) from private.capabilities_to_change(to_jsonb(v_old), to_jsonb(v_new)) c;
    perform private.require_capability(v_old.code, 'edit_office_sign');
    -- Nobody hands an office over to where they have no say.
    if v_new.parent_code is distinct from v_old.parent_code then
      perform private.require_capability(v_new.parent_code, 'manage_offices');
    end if;
    perform private.check_office(v_new);
    perform private.require_unchanged(to_jsonb(v_old), seen);
    perform private.update_office(v_new);
  end if;
  return (select to_jsonb(o) from public.offices o where o.code = v_new.code);
end;
$$;
grant execute on function public.save_office(jsonb, jsonb) to authenticated, service_role;
