-- The clock. Where pg_cron can be installed it knocks every minute and the database decides whether a release is
-- due, so that a missed hour is made up for and the release hour is a setting like any other. Elsewhere the program that
-- serves the app knocks.

do $$
begin
  if exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
    execute $cron$ select cron.schedule('hai-long-release', '* * * * *', 'select private.release_when_due()') $cron$;
  end if;
exception when object_not_in_prerequisite_state or insufficient_privilege or raise_exception then
  -- pg_cron lives in one database of a server, and has to be loaded when the server starts.
  raise notice 'pg_cron cannot be used in this database; schedule release_ratings() from outside';
end;
$$;
