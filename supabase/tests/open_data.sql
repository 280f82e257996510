begin;
\ir fixtures/sample_province.sql
\ir fixtures/csv_cells.sql
select no_plan();
select test.publish_any_scores();

-- A place with two batches of which one was found wrong, and reports of two offices.
select test.crowd(12, 'TEST01', 5, '2026-03-02 12:00+07', '{"procedure": "9.000001"}');
select test.crowd(10, 'TEST02', 2, '2026-03-02 12:00+07');
select private.add_rating_details(json_build_object('receipt', test.receipt(n), 'details',
  json_build_object('trips', '2+', 'timeliness', 'late', 'praised', json_build_array('staff')))) from generate_series(1, 3) n;
select test.release('2026-03-20 08:00+07');
insert into answer_groups (position, after_batch, quarter, office_code, question, n, answers, released_on, previous_hash, hash) values
  (1, 2, '2026-01-01', 'thu-mot', 'timeliness', 23, '{"late": 3, "on_time": 20}', '2026-04-01', repeat('0', 64), 'a'),
  (2, 2, '2026-01-01', 'thu-mot', 'trips', 21, '{"2+": 21}', '2026-04-01', 'a', 'b');
-- As private.propose_void keeps it, which takes the sign away with which a formula begins.
select private.void_batch(1, 'HYPERLINK("x") kiosk ở nhà kho, "sai"');
insert into public.handled_dossiers (month, office_code, procedure_code, channel, handled, on_time) values
  ('2026-03-01', 'thu-mot', '9.000001', 'counter', 100, 90), ('2026-03-01', 'thu-mot', '9.000002', 'counter', 20, null),
  ('2026-02-01', 'thu-mot', null, null, 50, 50);

-- The answers.
select results_eq('select question, answer, n from answers(office => ''thu-mot'')',
  $$ values ('timeliness', 'late', 3::bigint), ('timeliness', 'on_time', 20), ('trips', '2+', 21) $$, 'answers are counted over whole groups');
select is_empty('select * from answers(office => ''thu-hai'')', 'where nobody answered there is no row');

-- Coverage.
select results_eq('select key, handled, on_time, rated from coverage(office => ''thu-mot'')',
  $$ values ('all', 170::bigint, null::bigint, 12::bigint) $$, 'handled beside rated; on time is unknown when one report leaves it out');
select results_eq('select key, handled, on_time, rated from coverage(by => ''month'', office => ''thu-mot'')',
  $$ values ('2026-02', 50::bigint, 50::bigint, 0::bigint), ('2026-03', 120, null, 12) $$, 'by month');
select results_eq('select handled, on_time, rated from coverage(office => ''thu-mot'', procedure => ''9.000001'')',
  $$ values (100::bigint, 90::bigint, 12::bigint) $$, 'for one procedure');
select is_empty('select * from coverage(office => ''thu-hai'')', 'an office that reports nothing has no row');
select test.refuses('select coverage(by => ''procedure'')', 400, 'by_invalid', 'a table that we do not make');

-- Files.
create function test.lines(file text) returns table (place bigint, line text) language sql as $$
  select place, line from regexp_split_to_table(open_csv(file), e'\r\n') with ordinality u (line, place)
$$;
select is((select line from test.lines('set_aside_totals') where place = 1), 'office_code,quarter,reason,n', 'a file begins with its columns');
select is((select count(*) from test.lines('batches') where line <> ''), 4::bigint, 'and has a line for every row');
select matches((select line from test.lines('corrections') where place = 2), '^3,1,"HYPERLINK\(""x""\) kiosk ở nhà kho, ""sai""",',
  'quotation marks are doubled, diacritics stay, and nothing begins like a formula');
select matches(open_csv('procedures'), '"9.000001"', 'a code of digits stands in quotes');
select matches(open_csv('group_answers'), ',"2\+",', 'and so does an answer that some programs take for a number');
select matches(open_csv('answer_groups'), ',"\{""2\+"": 21\}",', 'and JSON');
select is(left(open_csv('offices', 'true'), 1), chr(65279), 'for Excel it begins with a mark');
select is(json_array_length(open_json('batches')), 3, 'the same rows as JSON');
select is((select sum((b ->> 'n')::integer) from json_array_elements(open_json('batches')) b), 12::bigint, 'with numbers as numbers');
create function test.lacks(f private.open_data_files) returns setof text language plpgsql as $$
begin
  execute format('create view test.%I as select r.* from %s r', 'file_' || f.file, f.source);
  return query select c ->> 'name' from jsonb_array_elements(f.columns) c where not exists (select from pg_attribute a
    where a.attrelid = ('test.file_' || f.file)::regclass and a.attname = c ->> 'name');
end $$;
select is_empty($$ select f.file, test.lacks(f) from private.open_data_files f $$, 'every column of every file exists');
-- The quick way of most cells says what private.csv_cell says of every one.
create function test.differs(f private.open_data_files) returns bigint language plpgsql as $$
declare
  v_lines text;
begin
  execute format($q$select string_agg((select string_agg(coalesce(private.csv_cell(to_jsonb(r) -> c.name), ''), ',' order by c.position)
      from unnest($1) with ordinality c (name, position)) || e'\r\n', '' order by %s) from %s r where %s$q$, f.ordering, f.source, f.condition)
  into v_lines using array(select c ->> 'name' from jsonb_array_elements(f.columns) c);
  return position(private.csv_header(f.columns) || e'\r\n' || coalesce(v_lines, '') in open_csv(f.file));
end $$;
savepoint odd_cells;
set local datestyle = 'German';
insert into fields (code, name) select 'o-' || row_number() over (), value #>> '{}' from csv_cells
  where jsonb_typeof(value) = 'string' and value #>> '{}' <> '' on conflict do nothing;
select is((select count(*) > 15 from fields where code ~ '^o-'), true, 'fields with odd names');
select is_empty('select file from private.open_data_files f where test.differs(f) <> 1', 'every file as if each cell were written by itself');
rollback to odd_cells;
select test.refuses('select open_csv(''ratings'')', 404, 'file_unknown', 'a file that is not open');
select test.refuses('select open_json(''private.ratings'')', 404, 'file_unknown', 'a table by its name');
select results_eq('select file, entries from open_files() where file in (''batches'', ''group_answers'', ''corrections'')',
  $$ values ('batches', 3::bigint), ('corrections', 1), ('group_answers', 3) $$, 'the list of files tells how long each is');
-- Of longer ones it is told from the first 200 rows.
select is_empty('select file from open_files() where entries <= 200 and bytes <> octet_length(open_csv(file))', 'and how large');
select results_eq('select line from test.lines(''group_answers'') where place in (2, 3)',
  $$ values ('1,2026-01-01,thu-mot,,,timeliness,late,3'), ('1,2026-01-01,thu-mot,,,timeliness,on_time,20') $$, 'the answers are rows of their own');

-- How long a copy may be kept.
create function test.header(name text) returns text language sql as $$
  select h ->> name from jsonb_array_elements(current_setting('response.headers')::jsonb) h where h ? name
$$;
select open_csv('offices');
select is(test.header('Cache-Control'), 'public, max-age=300', 'what staff may change, five minutes');
select open_csv('batches');
select cmp_ok(private.seconds_until_release(), '>=', 60, 'what is released, a minute at least');
select is(test.header('Cache-Control'), format('public, max-age=%s', private.seconds_until_release()), 'and until the next release');
select is(test.header('Content-Disposition'), 'attachment; filename="hai-long-batches.csv"', 'under a name of its own');
select is(test.header('ETag'), format('"%s"', md5(open_csv('batches'))), 'with a mark of its content');
select set_config('request.headers', json_build_object('if-none-match', 'W/' || test.header('ETag'))::text, true);
select is(open_csv('batches')::text, '', 'who has it already gets nothing');
select is(current_setting('response.status'), '304', 'and is told so');
select set_config('request.headers', '', true), set_config('response.status', '', true);
update settings set value = 'true' where key = 'illustrative';
select is(private.seconds_until_release(), 60, 'a release that is only tried out may come at any time');
update settings set value = 'false' where key = 'illustrative';

select satisfaction_badge('thu-mot');
select is(test.header('Content-Disposition'), 'inline', 'a picture is shown, and not taken for a download');

-- Figures are rows: a proxy keeps them, a browser asks again.
create function test.asked(method text, path text) returns text language sql as $$
  select concat(set_config('response.headers', '[]', true), set_config('request.method', method, true), set_config('request.path', path, true))
$$;
create function test.kept_by_proxies() returns text language sql as $$
  select format('public, max-age=0, s-maxage=%s', private.seconds_until_release())
$$;
select test.asked('GET', '/rest/v1/rpc/satisfaction');
select satisfaction('all');
select is(test.header('Cache-Control'), test.kept_by_proxies(), 'a rate may be kept on its way until the next release');
select test.asked('GET', '/rpc/answers');
select answers();
select is(test.header('Cache-Control'), test.kept_by_proxies(), 'and so may answers');
select test.asked('GET', '/rpc/coverage');
select coverage();
select is(test.header('Cache-Control'), test.kept_by_proxies(), 'and coverage');
select test.asked('POST', '/rpc/satisfaction');
select satisfaction('all');
select is(test.header('Cache-Control'), null, 'what was posted, nobody keeps');
select test.asked('GET', '/rpc/staff_home');
select satisfaction('all');
select is(test.header('Cache-Control'), null, 'nor an answer for one person that holds a rate');

-- What programs are told.
select is(datapackage() #>> '{ledger,hash}', (select hash from batches order by number desc limit 1), 'the description names the end of the ledger');
select is(datapackage() -> 'target_percent', '90', 'and the target that verdicts of today are held against');
select is(datapackage('https://x/') #>> '{resources,0,path}', 'https://x/answer_groups', 'its paths may be whole addresses');
select set_eq($$ select substr(path, 2) from jsonb_object_keys(openapi() -> 'paths') path $$,
  array['satisfaction', 'answers', 'coverage', 'satisfaction_badge', 'open_csv', 'open_json', 'open_files', 'datapackage', 'openapi', 'share_card',
    'rating_link', 'agency_logo', 'publication_ladder', 'plan_figures', 'plan_value_file', 'par_index_means', 'signed_report', 'signed_reports',
    'ledger_checkpoint', 'ledger_consistency', 'ledger_inclusion', 'ledger_tile', 'good_practice', 'praise_names', 'practice_comparisons', 'signal_totals', 'control_comparisons'],
  'OpenAPI describes every function that answers with what is published');
select set_eq($$ select p.proname::text from pg_proc p where p.pronamespace = 'public'::regnamespace and p.provolatile <> 'v'
  and has_function_privilege('anon', p.oid, 'execute') and obj_description(p.oid, 'pg_proc') is null
  and p.oid not in (select objid from pg_depend where deptype = 'e') $$,
  array['counter_page', 'visit_page'], 'of all that anyone may ask, only what belongs to a counter or a visit is left out');
select is(openapi() #> '{paths,/satisfaction,get,parameters,0}', '{"name": "by", "in": "query", "required": true, "schema": {"type": "string"}}'::jsonb, 'with its arguments');
select is(openapi() #>> '{paths,/satisfaction,get,parameters,4,schema,enum,0}', 'counter', 'and what they may be');
select is(openapi() #>> '{paths,/satisfaction,get,responses,200,content,application/json,schema,items,properties,rate,type}', 'number', 'and what comes back');
select is(openapi() #>> '{paths,/publication_ladder,get,responses,200,content,application/json,schema,items,properties,keys,type}', 'array', 'a list is a list');
select ok(openapi() #> '{paths,/satisfaction_badge,get,responses,200,content}' ? 'image/svg+xml', 'a picture is a picture');

-- What a link says.
select is(share_card('thu-mot') ->> 'title', 'Một cửa xã Một · Hài Lòng', 'a link says which office it is about');
select matches(share_card('thu-mot') ->> 'description', '^100,0% người trả lời hài lòng · 12 lượt, chỉ 0 có mã: chưa xác thực · Khoảng tin cậy 95%: ', 'and the figure with its n and interval');
select matches(share_card(procedure => '9.000002', lng => 'en') ->> 'description', '^Not published yet: under 10 ratings in 12 months\.', 'or that there is none');
select is(share_card() ->> 'title', 'Người dân hài lòng đến đâu? · Hài Lòng', 'without a place it is about all');
select test.refuses(format('select share_card(%s => ''nowhere'')', kind), 404, kind || '_unknown', 'the card of a place that is not there: ' || kind)
from unnest(array['office', 'procedure']) kind;
select is((select count(*) from jsonb_array_elements(datapackage() -> 'resources') r, jsonb_array_elements(r -> 'schema' -> 'fields') f
  where f ->> 'type' not in ('string', 'integer', 'number', 'boolean', 'date', 'object', 'any')), 0::bigint,
  'the description knows seven types');

-- The badge.
select matches(satisfaction_badge('thu-mot'), '^<svg .*100,0% người trả lời hài lòng.*12 lượt.*</svg>$', 'the badge shows the rate, n and interval');
select matches(satisfaction_badge('thu-mot', 'en'), '100\.0% of respondents satisfied', 'in English with a point');
select matches(satisfaction_badge('thu-hai'), 'Chưa công bố: dưới 10 lượt', 'without figures it says so');
update public.offices set desk = '<b>"&' where code = 'thu-ba';
select matches(satisfaction_badge('thu-ba'), '&lt;b&gt;&quot;&amp;', 'a name cannot break out of it');
select results_eq($$ select private.format_percent(x, 'vi') from unnest(array[0.8996, 0.9004, 0.9, 0.9997, 0.0003, 1, 0, 0.9144]) x $$,
  array['89,9%', '90,1%', '90,0%', '99,9%', '0,1%', '100,0%', '0,0%', '91,4%'], 'a rate is never rounded onto or over the target');
select test.refuses('select satisfaction_badge(''nowhere'')', 404, 'office_unknown', 'the badge of an office that does not exist');

-- No spreadsheet runs what somebody wrote into a name, in whatever width, nor takes a part of it for another column.
select is(private.csv_cell(value), cell, format('%s in a file', value)) from csv_cells;

select * from finish();
rollback;
