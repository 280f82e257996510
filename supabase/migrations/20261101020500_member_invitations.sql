-- Making and ending memberships. The first coordinator is invited by the administrator on the command line; from then
-- on coordinators invite for their office and everything below it, and heads invite clerks for their own. Interviewers are
-- invited for the offices below one, by a coordinator or an auditor of it: nobody of an asked office chooses who asks.

-- Who may give out or take back a role at an office. Refusals: 401 sign_in_first, 403 not_allowed.
create function private.require_to_appoint(office text, role text) returns void
language sql stable security invoker set search_path = ''
as $$
  select private.require_capability(office, case role when 'clerk' then 'appoint_clerks' when 'interviewer' then 'appoint_interviewers'
    else 'appoint_members' end)
$$;

-- One spelling an address: who is invited again with a dot at its end, or in wide letters, is the same person and no second one. As
-- normalizedAddress of scripts/server/sign-in/requests.ts.
create function private.plain_address(email text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select regexp_replace(btrim(lower(btrim(normalize(email, NFKC)))), '\.+$', '')
$$;

-- Answers with the membership. Refusals besides: 404 office_unknown, 410 office_closed, 422 role_unknown,
-- 422 email_malformed, 409 member_already, those of private.check_independence, and of a role that is
-- independent those of private.organisation_of.
create function public.invite_member(email text, office text, role text, organisation text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_email text := private.plain_address(email);
  v_organisation text;
  v_member public.members;
begin
  perform private.require_to_appoint(office, role);
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  elsif exists (select from public.offices o where o.code = office and o.closed_on < private.local_day(now())) then
    perform private.refuse(410, 'office_closed');
  elsif not exists (select from private.roles r where r.role = invite_member.role) then
    perform private.refuse(422, 'role_unknown');
  elsif v_email is null or v_email !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' or private.text_problem(v_email, 200, false) is not null
    or v_email ~ '[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]' then
    perform private.refuse(422, 'email_malformed');
  end if;
  if exists (select from private.roles r where r.role = invite_member.role and r.is_independent) then
    v_organisation := private.organisation_of(organisation, office);
  end if;
  perform private.check_independence(v_email, office, role);
  insert into public.members (email, office_code, role, invited_by, organisation)
  values (v_email, office, role, private.actor(), v_organisation)
  on conflict do nothing returning * into v_member;
  if v_member.id is null then
    perform private.refuse(409, 'member_already');
  end if;
  return to_jsonb(v_member);
end;
$$;
grant execute on function public.invite_member(text, text, text, text) to authenticated, service_role;

-- Ends a membership; its row stays. Nobody ends their own: who locks themselves out finds nobody to open again.
-- Refusals besides: 404 member_unknown, 409 member_ended, 409 own_membership.
create function public.end_membership(member text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_member public.members;
begin
  select * into v_member from public.members m where m.id = private.row_argument(member) for update;
  if not found then
    perform private.require_capability(null, 'appoint_members');
    perform private.refuse(404, 'member_unknown');
  end if;
  perform private.require_to_appoint(v_member.office_code, v_member.role);
  if v_member.ended_at is not null then
    perform private.refuse(409, 'member_ended');
  elsif v_member.email = private.current_email() then
    perform private.refuse(409, 'own_membership');
  end if;
  update public.members m set ended_at = now(), ended_by = private.actor() where m.id = v_member.id returning * into v_member;
  return to_jsonb(v_member);
end;
$$;
grant execute on function public.end_membership(text) to authenticated, service_role;
