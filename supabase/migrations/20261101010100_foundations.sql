-- The house rules of this database, before there is anything in it.
--
-- Two schemas. `public` is what the API shows: every table in it has row security, and every grant is written out
-- by hand. `private` is out of reach of the API: ratings, visit codes and the functions that move them live there.
--
-- Supabase grants new tables and functions in `public` to browsers by default. We take that back first, so that
-- a forgotten line hides something instead of showing it. `supabase/tests/access.sql` lists what is left.

-- The roles of the API: a Supabase project has them, a plain Postgres gets them here.
do $$
declare
  v_role text;
begin
  foreach v_role in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
      execute format('create role %I nologin', v_role);
    end if;
  end loop;
end;
$$;

-- No table in `private` has row security: the embedded server grants browsers every table of a schema that uses it
-- and relies on policies alone. Without it, and without usage of the schema, there is no way in.
create schema private;

revoke all on schema private from public, anon, authenticated;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
-- The administrator's key reads tables and calls functions. With more it could write into the ledger, or call true
-- ratings made up and clear them away.
alter default privileges in schema public
  revoke insert, update, delete, truncate, references, trigger on tables from service_role;

create type public.service_channel as enum ('counter', 'online', 'postal');
-- How well a rating is known to come from somebody who was served, the best proof first: by the one-time code of a
-- dossier, on the spot, asked by a third party, or unproven.
create type public.trust as enum ('visit', 'on_site', 'control', 'walk_in');

-- A refusal that a person can meet: the status is the HTTP status, the key is the sentence in the catalogues of
-- the app. A plain exception would reach the browser as a server error without a remedy.
create function private.refuse(status integer, key text) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  raise exception using errcode = 'PT' || status, message = key;
end;
$$;

-- The day in Việt Nam, where every day of this database begins at midnight local time.
create function private.local_day(at timestamptz) returns date
language sql immutable security invoker set search_path = ''
as $$
  select (at at time zone 'Asia/Ho_Chi_Minh')::date
$$;

-- When a day begins in Việt Nam.
create function private.start_of_day(day date) returns timestamptz
language sql immutable security invoker set search_path = ''
as $$
  select day::timestamp at time zone 'Asia/Ho_Chi_Minh'
$$;
