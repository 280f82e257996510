begin;
\ir stage/town.sql
select no_plan();

-- A town with two batches of which one was found wrong, and reports of two offices.
select stage.crowd(12, 'TEST01', 5, '2026-03-02 12:00+07', '{"procedure": "9.000001"}');
select stage.crowd(10, 'TEST02', 2, '2026-03-02 12:00+07');
select private.detail_rating(json_build_object('receipt', stage.receipt(n), 'details',
  json_build_object('trips', '2+', 'timeliness', 'late', 'praised', json_build_array('staff')))) from generate_series(1, 3) n;
select stage.release('2026-03-20 08:00+07');
select void_batch(1, '=HYPERLINK("x") kiosk ở nhà kho, "sai"');
insert into public.handled_dossiers (month, office_code, procedure_code, channel, handled, on_time) values
  ('2026-03-01', 'thu-mot', '9.000001', 'counter', 100, 90), ('2026-03-01', 'thu-mot', '9.000002', 'counter', 20, null),
  ('2026-02-01', 'thu-mot', null, null, 50, 50);

-- The answers.
select results_eq('select question, answer, n from answers(office => ''thu-mot'')',
  $$ values ('timeliness', 'late', 3::bigint), ('trips', '2+', 3) $$, 'answers are counted over whole batches');
select is_empty('select * from answers(office => ''thu-hai'')', 'where nobody answered there is no row');

-- Coverage.
select results_eq('select key, handled, on_time, rated from coverage(office => ''thu-mot'')',
  $$ values ('all', 170::bigint, null::bigint, 12::bigint) $$, 'handled beside rated; on time is unknown when one report leaves it out');
select results_eq('select key, handled, on_time, rated from coverage(by => ''month'', office => ''thu-mot'')',
  $$ values ('2026-02', 50::bigint, 50::bigint, 0::bigint), ('2026-03', 120, null, 12) $$, 'by month');
select results_eq('select handled, on_time, rated from coverage(office => ''thu-mot'', procedure => ''9.000001'')',
  $$ values (100::bigint, 90::bigint, 12::bigint) $$, 'for one procedure');
select is_empty('select * from coverage(office => ''thu-hai'')', 'an office that reports nothing has no row');
select stage.refuses('select coverage(by => ''procedure'')', 400, 'by_invalid', 'a table that we do not make');

-- Files.
create function stage.lines(file text) returns table (place bigint, line text) language sql as $$
  select place, line from regexp_split_to_table(open_csv(file), e'\r\n') with ordinality u (line, place)
$$;
select is((select line from stage.lines('set_aside_totals') where place = 1), 'office_code,reason,n', 'a file begins with its columns');
select is((select count(*) from stage.lines('batches') where line <> ''), 4::bigint, 'and has a line for every row');
select matches((select line from stage.lines('corrections') where place = 2), '^3,1,"HYPERLINK\(""x""\) kiosk ở nhà kho, ""sai""",',
  'quotation marks are doubled, diacritics stay, and nothing begins like a formula');
select is(left(open_csv('offices', true), 1), chr(65279), 'for Excel it begins with a mark');
select is(jsonb_array_length(open_json('batches')), 3, 'the same rows as JSON');
select is((select sum((b ->> 'n')::integer) from jsonb_array_elements(open_json('batches')) b), 12::bigint, 'with numbers as numbers');
select is_empty($$ select f.file, c ->> 'name' from private.open_files f, jsonb_array_elements(f.columns) c
  where not exists (select from information_schema.columns i where i.table_schema = 'public' and i.table_name = f.relation
    and i.column_name = c ->> 'name') $$, 'every column of every file exists');
select stage.refuses('select open_csv(''ratings'')', 404, 'file_unknown', 'a file that is not open');
select stage.refuses('select open_json(''private.ratings'')', 404, 'file_unknown', 'a table by its name');
select is(current_setting('response.headers')::jsonb -> 0 ->> 'Cache-Control', 'public, max-age=300', 'files may be kept for five minutes');
select is((select count(*) from jsonb_array_elements(datapackage() -> 'resources') r, jsonb_array_elements(r -> 'schema' -> 'fields') f
  where f ->> 'type' not in ('string', 'integer', 'date', 'object')), 0::bigint, 'the description knows four types');

-- The badge.
select matches(satisfaction_badge('thu-mot'), '^<svg .*100,0% người trả lời hài lòng.*12 lượt.*</svg>$', 'the badge shows the rate, n and interval');
select matches(satisfaction_badge('thu-mot', 'en'), '100\.0% of respondents satisfied', 'in English with a point');
select matches(satisfaction_badge('thu-hai'), 'Chưa công bố: dưới 10 lượt', 'without figures it says so');
update public.offices set name = '<b>"&' where code = 'thu-ba';
select matches(satisfaction_badge('thu-ba'), '&lt;b&gt;&quot;&amp;', 'a name cannot break out of it');
select stage.refuses('select satisfaction_badge(''nowhere'')', 404, 'office_unknown', 'the badge of an office that does not exist');

select * from finish();
rollback;
