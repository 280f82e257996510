-- Adding an office and changing one. Nothing is deleted; an office that ends gets a last day. save_office, like every
-- function that saves a row, takes it as it is to be and, when it was there before, as the person saw it, so that two
-- people who edit the same never overwrite each other unseen.

create function private.office_row(body jsonb) returns public.offices
language sql immutable security invoker set search_path = ''
as $$
  select row(body ->> 'code', private.trimmed_text(body, 'name'), private.trimmed_text(body, 'kind'), body ->> 'parent_code',
    private.trimmed_text(body, 'desk'), private.trimmed_text(body, 'gso_code'), private.date_field(body, 'opened_on'),
    private.date_field(body, 'closed_on'), private.trimmed_text(body, 'hotline'), private.trimmed_text(body, 'opening_hours'), 0)::public.offices
$$;

-- What is wrong with an office by itself, column by column.
create function private.office_problems(office jsonb) returns table (field text, problem text)
language sql immutable security invoker set search_path = ''
as $$
  select p.field, p.problem
  from (values
    ('code', 'code_malformed', coalesce(office ->> 'code' !~ '^[a-z0-9]+(-[a-z0-9]+)*$' or length(office ->> 'code') > 40, true)),
    ('name', 'name_missing', private.trimmed_text(office, 'name') is null),
    ('kind', 'kind_missing', private.trimmed_text(office, 'kind') is null),
    ('opened_on', 'day_malformed', not private.is_valid_date(office, 'opened_on')),
    ('closed_on', 'day_malformed', not private.is_valid_date(office, 'closed_on')),
    ('closed_on', 'closed_before_opened', private.is_valid_date(office, 'opened_on') and private.is_valid_date(office, 'closed_on')
      and private.trimmed_text(office, 'closed_on') < private.trimmed_text(office, 'opened_on'))
  ) p (field, problem, holds)
  where p.holds
$$;

-- Whether an office may be as it is told. Refusals, all 422: code_malformed, name_missing, kind_missing, parent_unknown,
-- parent_in_circle, closed_before_opened.
create function private.check_office(office public.offices) returns void
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_problem text := (select p.problem from private.office_problems(to_jsonb(office)) p limit 1);
begin
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

-- Adds an office below one that the person coordinates, or changes one. A head changes only what the door says: desk,
-- hotline, opening hours. Answers with the row. Refusals besides: 401, 403, 409 code_taken, 409 changed_meanwhile.
create function public.save_office(office jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_new public.offices := private.office_row(office);
  v_old public.offices;
  v_now jsonb;
begin
  select * into v_old from public.offices o where o.code = v_new.code for update;
  if v_old.code is null then
    perform private.require_role(v_new.parent_code, array['coordinator']);
    perform private.check_office(v_new);
  elsif seen is null then
    perform private.require_role(v_new.parent_code, array['coordinator']);
    perform private.refuse(409, 'code_taken');
  else
    v_new.waiting := v_old.waiting;
    if row(v_new.name, v_new.kind, v_new.parent_code, v_new.gso_code, v_new.opened_on, v_new.closed_on)
      is distinct from row(v_old.name, v_old.kind, v_old.parent_code, v_old.gso_code, v_old.opened_on, v_old.closed_on) then
      perform private.require_role(v_old.code, array['coordinator']);
    end if;
    perform private.require_role(v_old.code, array['coordinator', 'head']);
    -- Nobody hands an office over to where they have no say.
    if v_new.parent_code is distinct from v_old.parent_code then
      perform private.require_role(v_new.parent_code, array['coordinator']);
    end if;
    perform private.check_office(v_new);
    perform private.require_unchanged(to_jsonb(v_old), seen);
  end if;
  insert into public.offices select v_new.*
  on conflict (code) do update set name = v_new.name, kind = v_new.kind, parent_code = v_new.parent_code,
    desk = v_new.desk, gso_code = v_new.gso_code, opened_on = v_new.opened_on, closed_on = v_new.closed_on,
    hotline = v_new.hotline, opening_hours = v_new.opening_hours
  returning to_jsonb(offices) into v_now;
  if v_old.code is null then
    perform private.make_coordinator_of_root(v_new);
  end if;
  return v_now;
end;
$$;
grant execute on function public.save_office(jsonb, jsonb) to authenticated, service_role;
