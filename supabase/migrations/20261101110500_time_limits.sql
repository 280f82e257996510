-- How long a statement may take that a request leads to. A question that somebody has made expensive on purpose ends
-- before the next person's has to wait: after three seconds for anybody, after eight for somebody who is signed in.
--
-- What holds, tried on Postgres 15: the clock of a statement starts with the statement, by the statement_timeout of that
-- moment. `set role` does not bring a role's setting along, and a function that has a setting of its own, or makes one while
-- it runs, does not set the running clock again. So a limit holds where whoever asks applies it before asking:
--   * PostgREST does: a role's setting since version 11.1, a function's since 12 (db-hoisted-tx-settings). It reads
--     them from the role itself; `alter role … in database` it would not see. Hosted projects let no request run over
--     60 seconds.
--   * `npm start` on a Postgres server does the same in scripts/server/requests/time-limits.ts.
--   * PGlite has no such clock. There requests are refused by what they ask (scripts/server/requests/query.ts), and a
--     watchdog starts a server again that answers nobody.
-- pg_cron, the tools and whoever else signs in as owner of the database are not concerned.

do $$
begin
  alter role anon set statement_timeout = '3s';
  alter role authenticated set statement_timeout = '8s';
exception when insufficient_privilege then
  -- The roles are somebody else's, as on a server that several projects share. A hosted project has these limits already.
  raise notice 'the roles anon and authenticated are not ours to alter: set their statement_timeout to 3s and 8s';
end;
$$;

-- What follows ends within the limit of its role with files of 100,000 rows and 100,000 published batches, which
-- supabase/tests/postgres/statement-times.ts tries: a PostgREST that does not read a function's limit must not lose it. The longer
-- limits are for a machine that does other things as well, and for still longer files.

-- Work of an office on files of up to 100,000 rows, and on all offices of a reform; each is one transaction, or nothing.
alter function public.add_import_rows(text, jsonb, jsonb) set statement_timeout = '60s';
alter function public.check_import(text) set statement_timeout = '60s';
alter function public.finish_import(text) set statement_timeout = '60s';
alter function public.undo_import(text) set statement_timeout = '60s';
alter function public.import_file(text) set statement_timeout = '60s';
alter function public.reform_offices(jsonb, text) set statement_timeout = '60s';
alter function public.undo_reform(text) set statement_timeout = '60s';
alter function public.make_visit_codes(text, text, text, text, text) set statement_timeout = '60s';

-- The administrator's, where a project's general limit of eight seconds would hold them up.
alter function public.release_ratings(text) set statement_timeout = '60s';
alter function public.enter_illustrative_ratings(json) set statement_timeout = '60s';
alter function public.clear_illustrative_ratings() set statement_timeout = '60s';

-- Whole files: the ledger of many years is read from beginning to end. Readers share a copy (http_caching).
alter function public.open_csv(text, text) set statement_timeout = '20s';
alter function public.open_json(text) set statement_timeout = '20s';

notify pgrst, 'reload config';
