-- The scheduler. Where pg_cron can be installed it calls every minute and the database decides whether a release is
-- due, so that a missed hour is made up for and the release hour is a setting like any other. Elsewhere the program that
-- serves the app calls.

do $$
begin
  if not exists (select from pg_catalog.pg_available_extensions where name = 'pg_cron') then
    return;
  end if;
  -- pg_cron lives in one database of a server, and has to be loaded when the server starts.
  if current_setting('cron.database_name', true) is distinct from current_database() then
    raise notice 'pg_cron is not set up for this database; call release_ratings() from outside';
    return;
  end if;
  create extension if not exists pg_cron with schema pg_catalog;
  execute $cron$ select cron.schedule('hai-long-release', '* * * * *', 'select private.release_when_due()') $cron$;
end;
$$;
