-- Who may do what. People sign in with a code sent to their e-mail address; an account alone may do nothing. What a
-- person may do follows from a row that somebody with authority made for that address, and ends with it.

create table public.members (
  id bigint generated always as identity primary key,
  email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 200),
  office_code text not null references public.offices,
  role text not null references private.roles,
  since timestamptz not null default now(),
  invited_by text not null,
  ended_at timestamptz,
  ended_by text,
  -- For whom somebody asks who is independent of the offices; it is published with what they find.
  organisation text,
  check ((ended_at is null) = (ended_by is null))
);
create unique index members_once on public.members (email, office_code, role) where ended_at is null;
create index members_office on public.members (office_code);
create index members_role on public.members (role);

-- When each sign-in was last used. One that did nothing for eight hours, or was signed out, is over, even if its token is
-- valid.
create table private.sessions (
  id uuid primary key,
  email text not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);

create function private.jwt_claims() returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;

-- The address that a token proves. Only a sign-in that proved the mailbox counts: where a project lets people choose
-- passwords, anybody could claim any address.
create function private.proven_email() returns text
language sql stable security invoker set search_path = ''
as $$
  select lower(c ->> 'email') from private.jwt_claims() c
  where c ->> 'role' = 'authenticated' and coalesce(c ->> 'is_anonymous', 'false') <> 'true'
    and (not c ? 'amr' or exists (select from jsonb_array_elements(c -> 'amr') a
      where a ->> 'method' in ('otp', 'magiclink', 'email/signup', 'invite')))
$$;

-- The address of whoever is signed in, null for everybody else and for who has signed out. Policies ask it, hence the
-- owner's rights.
create function private.current_email() returns text
language sql stable security definer set search_path = ''
as $$
  select private.proven_email() where not exists (select from private.sessions s
    where s.id::text = private.jwt_claims() ->> 'session_id' and s.ended_at is not null)
$$;

-- The offices for which the person holds a capability; none without a living session. Policies ask it as well, so that a
-- membership that ends, ends at once.
create function private.offices_where(capability text) returns setof text
language sql stable security definer set search_path = ''
as $$
  select o.code
  from public.members m
    join private.role_capabilities c on c.role = m.role and c.capability = offices_where.capability
    join private.roles r on r.role = m.role
    cross join lateral (
      select m.office_code as code where not r.with_descendants
      union all
      select b from private.office_with_descendants(m.office_code) b where r.with_descendants
    ) o
  where m.email = private.current_email() and m.ended_at is null
    and exists (select from private.sessions s where s.id::text = private.jwt_claims() ->> 'session_id'
      and s.email = m.email and s.seen_at > now() - interval '8 hours')
$$;
grant execute on function private.offices_where(text) to authenticated;

-- The administrator's key, on the command line.
create function private.is_administrator() returns boolean
language sql stable security invoker set search_path = ''
as $$
  select private.jwt_claims() ->> 'role' = 'service_role'
$$;

-- Whether the person holds a capability at the top of the tree, which is where what belongs to no office is decided.
create function private.holds_at_top(capability text) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select exists (select from private.offices_where(capability) o
    where o in (select code from public.offices where parent_code is null))
$$;

-- Lets through whoever holds the capability for the office, and the administrator; a null office is everything that
-- belongs to no office. Refusals: 401 sign_in_first, 403 not_allowed.
create function private.require_capability(office text, capability text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if private.is_administrator() then
    return;
  elsif private.current_email() is null then
    perform private.refuse(401, 'sign_in_first');
  elsif office is null and not private.holds_at_top(capability)
    or office is not null and office not in (select private.offices_where(capability)) then
    perform private.refuse(403, 'not_allowed');
  end if;
end;
$$;

-- The same for many offices: only what is not found at once is asked one by one, because each answer walks the whole tree.
create function private.require_capability_everywhere(offices text[], capability text) returns void
language sql stable security invoker set search_path = ''
as $$
  select private.require_capability(o.code, capability) from (select unnest(offices) except select private.offices_where(capability)) o (code)
$$;

alter table public.members enable row level security;
create policy "people see their own memberships, and those of the offices they answer for" on public.members
  for select to authenticated using (email = private.current_email()
    or office_code in (select private.offices_where('see_members')));
grant select on public.members to authenticated;
grant execute on function private.current_email() to authenticated;

-- Who is signed in, with their memberships: {email, roles: [{office, name, role}]}. Each call counts as activity of the
-- session; one without any for eight hours stays over. Refusals: 401 sign_in_first, 401 session_over.
create function public.staff_me() returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_email text := private.proven_email();
  v_session text := private.jwt_claims() ->> 'session_id';
  v_seen timestamptz;
begin
  if v_email is null or v_session is null then
    perform private.refuse(401, 'sign_in_first');
  end if;
  insert into private.sessions as s (id, email, seen_at) values (v_session::uuid, v_email, now())
  on conflict (id) do update set seen_at = now()
    where s.seen_at > now() - interval '8 hours' and s.ended_at is null and s.email = excluded.email
  returning s.seen_at into v_seen;
  if v_seen is null then
    perform private.refuse(401, 'session_over');
  end if;
  delete from private.sessions where seen_at < now() - interval '90 days';
  return jsonb_build_object('email', v_email, 'roles', (
    select coalesce(jsonb_agg(jsonb_build_object('office', m.office_code, 'name', o.name, 'role', m.role)
      order by o.parent_code nulls first, o.name, m.role), '[]')
    from public.members m join public.offices o on o.code = m.office_code
    where m.email = v_email and m.ended_at is null));
end;
$$;
grant execute on function public.staff_me() to authenticated;

-- Signs out: nothing is done with this token any more, nor does staff_me bring the session back. Refusal: 401
-- sign_in_first.
create function public.end_session() returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
  if private.proven_email() is null or private.jwt_claims() ->> 'session_id' is null then
    perform private.refuse(401, 'sign_in_first');
  end if;
  insert into private.sessions as s (id, email, seen_at, ended_at)
  values ((private.jwt_claims() ->> 'session_id')::uuid, private.proven_email(), now(), now())
  on conflict (id) do update set ended_at = coalesce(s.ended_at, now()) where s.email = excluded.email;
end;
$$;
grant execute on function public.end_session() to authenticated;
