begin;
\ir fixtures/sample_province.sql
select no_plan();

-- Copies of what everybody reads: how long they are right, and how it is known that one still is.
create function test.header(name text) returns text language sql as $$
  select h ->> name from jsonb_array_elements(current_setting('response.headers')::jsonb) h where h ? name
$$;
-- The version moves once a transaction; a test file is one.
create function test.moves(statement text) returns boolean language plpgsql as $$
declare
  v_before text := private.public_version();
begin
  perform set_config('hai_long.noted_change', '', true);
  execute statement;
  return private.public_version() <> v_before;
end $$;

-- Who writes a chapter with a table that anybody reads finds it missing here.
select is_empty($$ select c.oid::regclass from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and has_any_column_privilege('anon', c.oid, 'select')
  and 4 <> (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'private.note_public_change()'::regprocedure) $$,
  'every table that anybody reads has a say in the version');
select is(test.moves($$ update offices set name = 'Xã Một mới' where code = 'thu-mot' $$), true, 'an office with another name is another version');
select is(test.moves($$ insert into fields values ('thu-moi', 'Mới') $$), true, 'and so is a new field');
select is(test.moves($$ delete from fields where code = 'thu-moi' $$), true, 'and one that is gone');
select is(test.moves($$ truncate public.holidays $$), true, 'and a table that is emptied');
select is(test.moves($$ update settings set value = value where key = 'no such' $$), false, 'not a statement that changes nothing');

-- What waits for a decision is no part of it; what is decided is.
select is(test.moves($$ insert into practice_notes (office_code, quarter, version, text) values ('thu-mot', '2026-01-01', 1, repeat('Chữ ', 10)) $$), false,
  'a note that waits is no other version');
select is(test.moves($$ update practice_notes set state = 'returned' $$), false, 'nor one that is returned');
select is(test.moves($$ update practice_notes set state = 'published' $$), true, 'one that is published is');
select is(test.moves($$ update practice_notes set state = 'taken_down' $$), true, 'and one that is taken down');

-- Nobody learns from it that somebody has rated.
select is(test.moves($$ select test.rate('TEST01', 5, '2026-01-05 09:00+07') from generate_series(1, 12) $$), false, 'a rating is no other version');
select is(test.moves($$ select test.release('2026-01-06 09:00+07') $$), true, 'a release is');

-- Asked as PostgREST asks.
create function test.before(acting name, method text, path text, headers text default '{}') returns void language plpgsql as $$
begin
  perform set_config('request.method', method, true), set_config('request.path', path, true), set_config('request.headers', headers, true),
    set_config('response.headers', '[]', true);
  execute format('set local role %I', acting);
  perform gateway.before_request();
  reset role;
end $$;
create function test.kept(acting name, method text, path text, headers text default '{}') returns text language sql as $$
  select test.before(acting, method, path, headers);
  select test.header('Cache-Control');
$$;
create function test.until_release() returns text language sql as $$
  select format('public, max-age=0, s-maxage=%s', private.seconds_until_release())
$$;
select is(test.kept('anon', 'GET', path), test.until_release(), path || ' may be kept until the next release')
from unnest(array['/offices', '/batches', '/rest/v1/settings', '/rpc/satisfaction', '/rest/v1/rpc/answers']) path;
select is(test.kept('anon', 'GET', path), 'public, max-age=0', path || ' may be taken down, and no copy is shown without asking')
from unnest(array['/rpc/praise_names', '/rest/v1/rpc/good_practice', '/published_feedback']) path;
select is(test.kept('anon', 'HEAD', '/offices'), test.until_release(), 'and what stands above it');
select is(test.kept('anon', 'GET', path), 'no-store', path || ' is not everybody''s')
from unnest(array['/', '/rpc/receipt_state', '/rpc/counter_page', '/rpc/visit_page', '/rpc/feedback_status', '/rpc/kiosk_here',
  '/rest/v1/rpc/ledger_checkpoint']) path;
select is(test.kept('authenticated', 'GET', '/offices'), 'no-store', 'what somebody signed in reads, nobody keeps');
select is(test.kept('service_role', 'GET', '/rpc/satisfaction'), 'no-store', 'nor what the administrator does');
select is(test.kept('anon', 'POST', '/rpc/satisfaction'), 'no-store', 'nor what was posted');
select is(test.kept('anon', 'GET', '/offices', headers), 'no-store', 'nor a part that an address does not name: ' || headers)
from unnest(array['{"range": "0-1"}', '{"prefer": "count=exact"}', '{"accept-profile": "public"}']) headers;
select matches(test.header('Vary'), 'Authorization', 'and who asks decides what is answered');

-- The mark is one for all, and another for every form and version.
create function test.mark(headers text default '{}') returns text language sql as $$
  select test.before('anon', 'GET', '/offices', headers);
  select test.header('ETag');
$$;
select matches(test.mark(), '^W/"[0-9a-f]{32}"$', 'an answer has a mark');
select is(test.mark(), test.mark('{"user-agent": "x", "x-forwarded-for": "1.2.3.4"}'), 'which is one for all');
select isnt(test.mark(), test.mark('{"accept": "text/csv"}'), 'and another for another form');
create temporary table marks as select test.mark() as mark;
select set_config('hai_long.noted_change', '', true);
update offices set name = 'Xã Một nữa' where code = 'thu-mot';
select isnt(test.mark(), mark, 'and after every change') from marks;

-- A figure says the same for itself, and not to somebody signed in.
select test.before('anon', 'GET', '/rpc/satisfaction');
set local role anon;
select satisfaction('all');
reset role;
create temporary table of_figure as select test.header('ETag') as mark;
select is(mark, test.mark(), 'a figure has the same mark') from of_figure;
select test.before('authenticated', 'GET', '/rpc/satisfaction');
set local role authenticated;
select satisfaction('all');
reset role;
select is(test.header('Cache-Control'), 'no-store', 'a figure that somebody signed in asks for is kept by nobody');

-- A function that says it itself takes nothing back of what was said before: a part of an answer is no copy for others, and
-- another form, or another person, has one of their own.
create function test.asked(headers text, call text, acting name default 'anon') returns text language plpgsql as $$
begin
  perform test.before(acting, 'GET', '/rpc/' || split_part(call, '(', 1), headers);
  execute format('set local role %I', acting);
  execute 'select ' || call;
  reset role;
  return concat_ws(' by ', test.header('Cache-Control'), test.header('Vary'));
end $$;
create temporary table calls as select * from unnest(array['satisfaction(''all'')', 'answers()', 'coverage()', 'plan_figures()',
  'par_index_means()', 'control_comparisons(''thu-mot'')', 'signed_reports(''thu-mot'')', 'open_json(''offices'')', 'openapi()',
  'datapackage()', 'ledger_checkpoint()', 'share_card()', 'satisfaction_badge(''thu-mot'')']) call;
select matches(test.asked('{}', call), '^public, .* by Authorization, Accept, Prefer, Range',
  call || ' may be kept, another copy for another form') from calls;
select matches(test.asked(headers, call), '^no-store by Authorization', 'not a part of it: ' || call)
from calls, unnest(array['{"range": "0-0"}', '{"prefer": "count=exact"}']) headers;
select matches(test.asked('{}', 'signed_reports(''thu-mot'')', 'authenticated'), '^no-store', 'nor what somebody signed in reads of reports');

select is_empty($$ select name from regexp_matches(pg_get_functiondef('private.is_public_read(text)'::regprocedure), '''([a-z_]+)''', 'g') m (names),
    unnest(names) name
  where not exists (select from pg_proc p where p.proname = name and p.pronamespace = 'public'::regnamespace
    and has_function_privilege('anon', p.oid, 'execute') and p.provolatile <> 'v') $$,
  'every function of the list is there, anybody may call it, and it changes nothing');

select * from finish();
rollback;
