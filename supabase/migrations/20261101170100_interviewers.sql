-- Who asks independently. A figure that an office collects itself can be doubted, so somebody else asks as well: the People's
-- Council, the Fatherland Front, a call centre. Such a person is named at an office above those that are asked, by a coordinator
-- or an auditor there, and has nothing else to do with any of them. Nobody who works at an asked office can therefore name
-- one, or read here who it is: the membership and its log belong to the office above.
--
-- That a coordinator names a friend no rule can see. So the name of the organisation is published with what was found.

create function private.is_in_line(office text, other text) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select other in (select private.office_with_descendants(office)) or office in (select private.office_with_descendants(other))
$$;

-- The organisation for which somebody is named at an office, as it is published. Refusals: 422 organisation_missing,
-- 422 text_too_long, 422 text_unreadable, 422 office_has_none_below.
create function private.organisation_of(organisation text, office text) returns text
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_name text := private.trimmed_text(jsonb_build_object('name', organisation), 'name');
begin
  perform private.check_name(v_name, 100);
  if v_name is null then
    perform private.refuse(422, 'organisation_missing');
  elsif not exists (select from public.offices o where o.parent_code = office) then
    perform private.refuse(422, 'office_has_none_below');
  end if;
  return v_name;
end;
$$;

-- Nobody both asks about an office and works at it, above it or below it; nor until a year after the work, nor as long as what
-- they asked is not published. Refusals: 409 interviewer_not_independent when the role is one that has to be,
-- 409 member_is_interviewer when it is another.
create function private.check_independence(email text, office text, role text) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_is_independent boolean := coalesce((select r.is_independent from private.roles r where r.role = check_independence.role), false);
begin
  -- Two roles that are given at the same moment must not both find the other one missing.
  perform pg_advisory_xact_lock(hashtext('hai-long member ' || email));
  if v_is_independent and exists (select from public.members m join private.roles r on r.role = m.role and not r.is_independent
    where m.email = check_independence.email and coalesce(m.ended_at, 'infinity') > now() - interval '1 year'
      and private.is_in_line(m.office_code, office)) then
    perform private.refuse(409, 'interviewer_not_independent');
  elsif not v_is_independent and (exists (select from public.members m join private.roles r on r.role = m.role and r.is_independent
      where m.email = check_independence.email and m.ended_at is null and private.is_in_line(m.office_code, office))
    or exists (select from private.control_contacts c
      where c.taken_by = check_independence.email and private.is_in_line(c.office_code, office))) then
    perform private.refuse(409, 'member_is_interviewer');
  end if;
end;
$$;

-- Whoever writes the row.
create function private.keep_independence() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if new.ended_at is null then
    perform private.check_independence(new.email, new.office_code, new.role);
  end if;
  return new;
end;
$$;
create trigger "nobody asks about the office that they work for" before insert or update on public.members
  for each row execute function private.keep_independence();

create type private.office_to_ask as (office_code text, organisation text, named_at text);

-- The offices that the person may ask about, with the organisation and the office at which they were named: those below it,
-- and not the office itself. Asked anew each time, because a reform may have put an office where the person works into its line.
create function private.offices_to_ask() returns setof private.office_to_ask
language sql stable security invoker set search_path = ''
as $$
  select distinct on (o) o, m.organisation, m.office_code
  from private.offices_where('ask_control') o
    join public.members m on m.email = private.current_email() and m.ended_at is null and m.office_code <> o
      and o in (select private.office_with_descendants(m.office_code))
    join private.roles r on r.role = m.role and r.is_independent
  where not exists (select from public.members w join private.roles n on n.role = w.role and not n.is_independent
    where w.email = m.email and w.ended_at is null and private.is_in_line(w.office_code, o))
  order by o, m.id
$$;
