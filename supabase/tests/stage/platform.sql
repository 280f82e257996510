-- What a Supabase project has before its first migration: three roles of the API, a schema for extensions, and the
-- habit of granting everything new in public to all of them. Tests run against it, so that what our migrations
-- take back is really taken back.

do $$
declare
  v_role text;
begin
  foreach v_role in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
      execute format('create role %I nologin noinherit', v_role);
    end if;
  end loop;
end;
$$;
alter role service_role bypassrls;

create schema if not exists extensions;
create extension if not exists pgtap with schema extensions;
grant usage on schema public, extensions to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant execute on functions to anon, authenticated, service_role;
