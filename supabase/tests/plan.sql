begin;
\set targets `cat supabase/reference/plan-targets.csv`
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();
-- Where the reference data are loaded, their offices serve nobody in these scenes.
update offices set desk = null where code not like 'thu-%';
delete from offerings where office_code not like 'thu-%';

-- The last quarter that is over, for what may be entered today; the scenes of computed lines play in 2026.
create function test.quarter() returns date language sql as $$
  select (date_trunc('quarter', private.local_day(now())) - interval '3 months')::date
$$;
create function test.entry(changes jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_object('indicator_code', 'e-dossier', 'office_code', 'thu-mot', 'quarter', test.quarter(), 'part', '384',
    'whole', '1000', 'evidence', 'Báo cáo số 12, trang 3') || changes
$$;
create function test.enters(person text, changes jsonb default '{}', seen text default 'null') returns text language sql as $$
  select test.tries(person, format('select save_plan_value(%L, %s)', test.entry(changes), seen))
$$;
create function test.line(indicator text, wanted date, office text default null) returns text language sql as $$
  select concat_ws(' ', round(value::numeric, 2), part, whole, verdict, counted || '/' || expected, as_of, source)
  from plan_figures(office) where indicator_code = indicator and period = wanted
$$;
grant execute on all functions in schema test to anon, authenticated, service_role;

-- The targets.
select is((select count(*) from plan_indicators), 8::bigint, 'the plan has eight targets');
select results_eq($$ select code, operator, target from plan_indicators order by position $$,
  format($$ select split_part(line, ',', 1), (regexp_match(line, ',(>=?|<=),(?:rank )?(\d+),'))[1],
    (regexp_match(line, ',(>=?|<=),(?:rank )?(\d+),'))[2]::double precision
    from regexp_split_to_table(%L, E'\r?\n') with ordinality l (line, n) where n > 1 and line <> '' order by n $$, :'targets'), 'those of the file');
select is_empty($$ select code from plan_indicators i where position(i.name in $$ || quote_literal(:'targets') || $$) = 0 $$, 'in its words');
select is_empty($$ select * from plan_figures() where source <> 'par_index' $$, 'of what nobody knows there is no line, not even a zero');

-- Who enters.
select is(test.enters(person, changes), refusal, concat_ws(' ', person, 'enters a value for', changes ->> 'office_code', coalesce(refusal, 'done')))
from (values ('anon', '{}'::jsonb, 'permission denied for function save_plan_value'), ('nguoi-la@mot.vn', '{}', 'not_allowed'),
  ('can-bo@mot.vn', '{}', 'not_allowed'), ('kiem-tra@mot.vn', '{}', 'not_allowed'), ('truong@hai.vn', '{}', 'not_allowed'),
  ('truong@mot.vn', '{"office_code": "thu-tinh"}', 'not_allowed'), ('truong@mot.vn', '{}', null),
  ('dieu-phoi@tinh.vn', '{"office_code": "thu-hai"}', null), ('truong@mot.vn', '{"office_code": "khong-co"}', 'not_allowed'),
  ('service_role', '{"office_code": "khong-co"}', 'office_unknown')) t (person, changes, refusal);
select is((select count(*) from plan_values), 2::bigint, 'and only those two stand there');
select is((select round(value::numeric, 1)::text || ' ' || verdict || ' ' || source from plan_figures('thu-mot') where indicator_code = 'e-dossier'),
  '38.4 not_met plan_values', 'the share is computed from the counts');
select is((select as_of from plan_values where office_code = 'thu-mot'), (test.quarter() + interval '3 months')::date - 1,
  'and is of the last day of the quarter, unless another is said');
select is(test.as_role('anon', 'select jsonb_agg(to_jsonb(v)) from plan_values v')::text ~ '@', false, 'the public sees what it rests on, and no person');
select results_eq($$ select who, after ->> 'indicator_code' from audit_log where subject = 'plan_values' order by id $$,
  $$ values ('truong@mot.vn', 'e-dossier'), ('dieu-phoi@tinh.vn', 'e-dossier') $$, 'who entered it stands in the log');

-- What is refused, and changes nothing.
create temporary table wrong (changes jsonb, status integer, key text);
insert into wrong values
  ('{"value": "100.01", "part": null, "whole": null}', 422, 'plan_value_above_hundred'),
  ('{"value": "-1", "part": null, "whole": null}', 422, 'plan_value_malformed'),
  ('{"value": "38,4", "part": null, "whole": null}', 422, 'plan_value_malformed'),
  ('{"value": "NaN", "part": null, "whole": null}', 422, 'plan_value_malformed'),
  ('{"value": "1e2", "part": null, "whole": null}', 422, 'plan_value_malformed'),
  ('{"value": "50"}', 422, 'plan_value_twice'), ('{"part": "1001"}', 422, 'plan_part_above_whole'),
  ('{"part": "1.5"}', 422, 'plan_counts_malformed'), ('{"part": null}', 422, 'plan_counts_malformed'),
  ('{"part": "0", "whole": "0"}', 422, 'plan_counts_malformed'), ('{"quarter": "2099-01-01"}', 422, 'quarter_malformed'),
  ('{"quarter": "2026-02-01"}', 422, 'quarter_malformed'), ('{"quarter": "2026-01-15"}', 422, 'quarter_malformed'),
  ('{"quarter": "hôm qua"}', 422, 'quarter_malformed'), ('{"quarter": null}', 422, 'quarter_malformed'),
  ('{"as_of": "2099-01-01"}', 422, 'plan_day_outside'), ('{"as_of": "2001-01-01"}', 422, 'plan_day_outside'),
  ('{"as_of": "31/02/2026"}', 422, 'day_malformed'), ('{"evidence": null}', 422, 'plan_evidence_missing'),
  ('{"evidence": "  \n "}', 422, 'plan_evidence_missing'), ('{"evidence": "a\u0007b"}', 422, 'text_unreadable'),
  ('{"evidence": "a\u202eb"}', 422, 'text_unreadable'), ('{"link": "javascript:alert(1)"}', 422, 'url_malformed'),
  ('{"link": "http://angiang.gov.vn"}', 422, 'url_malformed'), ('{"link": "https://a\u0001b.vn"}', 422, 'text_unreadable'),
  ('{"indicator_code": "khong-co"}', 404, 'plan_indicator_unknown'), ('{"indicator_code": "district-rank"}', 404, 'plan_indicator_unknown'),
  ('{"file": "====", "file_name": "a.pdf"}', 422, 'evidence_file_unreadable'),
  ('{"file": "PHNjcmlwdD4=", "file_name": "a.pdf"}', 422, 'evidence_file_unreadable'),
  ('{"file": "JVBERi0xLjc=", "file_name": "a.html"}', 422, 'evidence_file_unreadable'),
  ('{"file": "JVBERi0xLjc="}', 422, 'evidence_file_unreadable');
insert into wrong select jsonb_build_object('evidence', repeat('x', 4001)), 422, 'text_too_long';
insert into wrong select jsonb_build_object('file', repeat('A', 4000004), 'file_name', 'a.pdf'), 413, 'evidence_file_too_large';
-- As the administrator's key, with the owner's eyes.
select set_config('request.jwt.claims', '{"role": "service_role"}', true);
select test.refuses(format('select save_plan_value(%L, (select max(id)::text from plan_values where office_code = ''thu-mot''))', test.entry(changes)), status, key,
  'a value with ' || left(changes::text, 60)) from wrong;
select test.refuses(format('select save_plan_value(%L)', test.entry('{"indicator_code": "autofill", "part": null, "whole": null}')), 422,
  'plan_value_missing', 'nothing, where nothing was said');
select test.refuses(format('select save_plan_value(%L)', test.entry('{"office_code": "thu-nhap"}')), 422, 'plan_office_not_open', 'a quarter after the office was closed');
select test.act_as_owner();

-- History.
select is(test.enters('truong@mot.vn', '{"part": "500"}'), 'changed_meanwhile', 'who has not seen the value that is there does not replace it');
select is(test.enters('truong@mot.vn', '{"part": "500"}', '(select max(id)::text from plan_values where office_code = ''thu-mot'')'), null, 'who has, does');
select is((select value from plan_figures('thu-mot') where indicator_code = 'e-dossier'), 50::double precision, 'the last one holds');
select is((select verdict from plan_figures('thu-mot') where indicator_code = 'e-dossier'), 'met', 'a target of at least 50 is met by 50');
select is((select count(*) from plan_values where office_code = 'thu-mot'), 2::bigint, 'and the first one stays');
select test.refuses('update plan_values set value = 99', 403, 'plan_values_append_only', 'nobody writes over a value');
select test.refuses('delete from plan_values', 403, 'plan_values_append_only', 'or deletes one');
select is((select round(value::numeric, 2) || ' ' || counted || '/' || expected from plan_figures() where indicator_code = 'e-dossier'), '44.20 2/2',
  'several offices are added up by their counts');
select is(test.enters('dieu-phoi@tinh.vn', '{"office_code": "thu-tinh", "part": null, "whole": null, "value": "61.5"}'), null, 'the body above them says what it has');
select is((select value from plan_figures() where indicator_code = 'e-dossier'), 61.5::double precision, 'and holds for all below it');
select is(test.enters('dieu-phoi@tinh.vn', '{"office_code": "thu-tinh", "part": null, "whole": null}', '(select max(id)::text from plan_values)'), null, 'a value is taken back');
select is((select round(value::numeric, 2) from plan_figures() where indicator_code = 'e-dossier'), 44.2, 'and then there is what the others said');
-- An office that is closed has nobody left; what it did is entered from above, as long as it was open.
select is(test.enters('dieu-phoi@tinh.vn', '{"office_code": "thu-nhap", "indicator_code": "on-time", "quarter": "2020-10-01"}'), null,
  'of an office of old times the value is entered by those at the top, for a line that is computed today as well');
select is((select round(value::numeric, 1) || ' ' || source from plan_figures('thu-nhap')), '38.4 plan_values', 'and stands where nothing was computed');

-- Evidence as a file.
select is(test.enters('truong@mot.vn', '{"indicator_code": "autofill", "file": "JVBERi0xLjcK", "file_name": "C:\\fakepath\\bao-cao.pdf"}'), null, 'a file is kept');
select results_eq($$ select file_name, file_bytes from plan_values where indicator_code = 'autofill' $$, $$ values ('bao-cao.pdf', 9) $$, 'with its name, without where it lay');
select is(test.as_role('anon', 'select plan_value_file((select max(id)::text from plan_values))'),
  '{"name": "bao-cao.pdf", "type": "application/pdf", "base64": "JVBERi0xLjcK"}', 'anybody gets it as it came');
select test.refuses('select plan_value_file(''0'')', 404, 'plan_file_unknown', 'a file that is not there');

-- On time and online, from what offices report. Each line is compared with sums of the test's own.
insert into handled_dossiers (month, office_code, procedure_code, channel, handled, on_time) values
  ('2026-01-01', 'thu-mot', '9.000001', 'counter', 700, 700), ('2026-01-01', 'thu-mot', '9.000001', 'online', 300, 299),
  ('2026-02-01', 'thu-mot', null, null, 50, 40), ('2026-03-01', 'thu-mot', null, 'postal', 10, null),
  ('2026-02-01', 'thu-hai', null, 'online', 100, 100), ('2026-02-01', 'thu-nhap', null, 'online', 7, 7);
select is(test.line('on-time', '2026-01-01'), '99.05 1146 1157 not_met 3/3 2026-02-28 handled_dossiers',
  'on time: 700 + 299 + 40 + 100 + 7 of 1000 + 50 + 100 + 7; March does not say');
select is(test.line('online-share', '2026-01-01'), '36.44 407 1117 not_met 3/3 2026-03-31 handled_dossiers',
  'online: 300 + 100 + 7 of 1000 + 100 + 7 + 10; February of thu-mot does not tell channels apart');
select is(test.line('on-time', '2026-01-01', 'thu-hai'), '100.00 100 100 met 1/1 2026-02-28 handled_dossiers', 'by office');
select is(test.line('on-time', '2026-01-01', 'thu-mot'), '98.95 1039 1050 not_met 1/1 2026-02-28 handled_dossiers', 'of another');
select is(test.line('on-time', '2026-04-01'), null, 'a quarter without reports has no line');
insert into handled_dossiers (month, office_code, handled, on_time) values ('2026-04-01', 'thu-ba', 0, 0);
select is(test.line('on-time', '2026-04-01'), null, 'none of none is no share');
insert into handled_dossiers (month, office_code, handled, on_time) values ('2026-07-01', 'thu-ba', 100000, 99999);
select is((select verdict from plan_figures() where indicator_code = 'on-time' and period = '2026-07-01'), 'not_met', 'one of a hundred thousand late is not all on time');
select is(test.enters('truong@mot.vn', '{"indicator_code": "on-time", "quarter": "2026-01-01"}'), 'plan_value_computed', 'nobody enters what is computed');
select throws_ok($$ update handled_dossiers set on_time = 200 where office_code = 'thu-hai' $$, '23514', null, 'no more are on time than there are');

-- Publishing and satisfaction, from whole batches alone.
select test.crowd(95, 'TEST04', 5, '2026-02-02 12:00+07');
select test.crowd(15, 'TEST04', 1, '2026-02-02 12:00+07');
select test.crowd(9, 'TEST02', 5, '2026-02-02 12:00+07');
select test.release('2026-03-25 08:00+07');
select is(test.line('publishing', '2026-01-01'), '33.33 1 3 not_met 2026-03-31 batches', 'one of three open offices has published; nine people are no batch');
select is(test.line('satisfied-online', '2026-01-01', 'thu-mot') ~ '^86.36 95 110 undecided', true, 'satisfaction is of what is published, with the verdict that may be read every day');
select results_eq($$ select low, high from plan_figures() where indicator_code = 'satisfied-online' $$,
  $$ select 100 * low, 100 * high from private.wilson_interval(95, 110) $$, 'and with its interval');
select is(test.line('satisfied-online', '2026-01-01', 'thu-hai'), null, 'nothing is said of fewer than ten people');
select is(test.enters('truong@hai.vn', '{"office_code": "thu-hai", "indicator_code": "satisfied-online", "quarter": "2026-01-01"}'),
  'plan_value_published_only', 'nor entered by hand');
select is(test.enters('truong@hai.vn', '{"office_code": "thu-hai", "indicator_code": "satisfied-online", "quarter": "2020-10-01"}'), null,
  'but of times before this system it may be');
select results_eq($$ select part, whole from plan_figures() where indicator_code = 'satisfied-online' and source = 'ratings' $$,
  $$ select sum(score_4 + score_5)::bigint, sum(n)::bigint from batches where channel = 'online' $$, 'the same as a sum over the ledger');
select private.void_batch(number, 'Sai') from batches where office_code = 'thu-mot';
select is(test.line('publishing', '2026-01-01'), '0.00 0 3 not_met 2026-03-31 batches', 'what was voided is not published');
select is(test.line('satisfied-online', '2026-01-01'), null, 'and satisfies nobody');

-- The level online, from the catalogue.
select is((select count(*) from plan_figures() where indicator_code = 'online-level'), 0::bigint, 'a catalogue that notes no level says nothing');
update procedures set online_level = 'full' where code = '9.000001';
update procedures set online_level = 'none' where code = '9.000002';
select results_eq($$ select part, whole, counted, expected, as_of from plan_figures() where indicator_code = 'online-level' $$,
  $$ values (1::bigint, 2::bigint, 2::bigint, 3::bigint, private.local_day(now())) $$, 'what is offered and noted; what is not noted is counted apart');
update procedures set online_level = 'partial' where code = '9.000002';
select is((select value from plan_figures('thu-mot') where indicator_code = 'online-level'), 100::double precision, 'partial is online, as level 3 was');
select is((select count(*) from private.procedure_online_levels), 2::bigint, 'of one day the last level is kept');
update private.procedure_online_levels set since = since - 200;
update procedures set online_level = 'none' where code = '9.000001';
select results_eq($$ select value from plan_figures() where indicator_code = 'online-level' order by period desc limit 2 $$,
  'values (50::double precision), (100)', 'a change of today leaves the quarters before as they were');
select test.act_as_owner();
select set_config('request.jwt.claims', '{"role": "service_role"}', true);
select test.refuses($$ select save_procedure('{"code": "9.000001", "name": "X", "field_code": "thu-ho-tich", "online_level": "4"}',
  (select to_jsonb(p) from procedures p where code = '9.000001')) $$, 422, 'online_level_unknown', 'a level that there is not');
select test.refuses('select * from plan_figures(''khong-co'')', 404, 'office_unknown', 'an office that is not there');
select test.refuses('select plan_value_file(''x'')', 404, 'plan_file_unknown', 'a number that is none');

-- Other targets: decided today for a later day; what is over keeps its verdict.
create function test.change(changes jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_object('indicator_code', 'e-dossier', 'target', '70', 'valid_from', private.local_day(now()) + 30, 'reason', 'Kế hoạch số 9') || changes
$$;
create function test.changes(person text, changes jsonb default '{}', seen text default 'null') returns text language sql as $$
  select test.tries(person, format('select save_plan_target(%L, %s)', test.change(changes), seen))
$$;
create function test.held(indicator text) returns text language sql as $$
  select string_agg(concat_ws(' ', period, target, verdict), ', ' order by period) from plan_figures('thu-ba') where indicator_code = indicator
$$;
grant execute on all functions in schema test to anon, authenticated, service_role;
insert into plan_values (indicator_code, office_code, quarter, value, as_of, evidence) values
  ('e-dossier', 'thu-ba', '2025-01-01', 60, '2025-03-31', 'Báo cáo'), ('e-dossier', 'thu-ba', '2025-04-01', 60, '2025-06-30', 'Báo cáo'),
  ('e-dossier', 'thu-ba', '2025-07-01', 60, '2025-09-30', 'Báo cáo');
insert into par_index values ('thu-ba', 2023, 80, 3, 11, null, 'Báo'), ('thu-ba', 2024, 80, 3, 11, null, 'Báo');
select is(test.held('e-dossier'), '2025-01-01 50 met, 2025-04-01 50 met, 2025-07-01 50 met', 'until something is decided the plan of 2020 holds');

-- Who decides.
select is(test.changes(person), refusal, concat_ws(' ', person, 'changes a target:', coalesce(refusal, 'done')))
from (values ('anon', 'permission denied for function save_plan_target'), ('nguoi-la@mot.vn', 'not_allowed'), ('can-bo@mot.vn', 'not_allowed'),
  ('kiem-tra@tinh.vn', 'not_allowed'), ('truong@mot.vn', 'not_allowed'), ('service_role', null)) t (person, refusal);
select results_eq('select indicator_code, old_target, target, valid_from - decided_on, reason from plan_target_changes',
  $$ values ('e-dossier', 50::double precision, 70::double precision, 30, 'Kế hoạch số 9') $$, 'it is kept with what held before, its day and its reason');
select is((select count(*) from audit_log where subject = 'plan_target_changes'), 1::bigint, 'and stands in the log');
select is(test.held('e-dossier'), '2025-01-01 50 met, 2025-04-01 50 met, 2025-07-01 50 met', 'nothing that is over is judged anew');
select is((select target from plan_indicators where code = 'e-dossier'), 50::double precision, 'the plan itself stays as it was written');

-- What is refused, and changes nothing.
create temporary table wrong_target (changes jsonb, status integer, key text);
insert into wrong_target values
  ('{"target": "0"}', 422, 'plan_target_out_of_bounds'), ('{"target": "101"}', 422, 'plan_target_out_of_bounds'), ('{"target": "9999"}', 422, 'plan_target_out_of_bounds'),
  ('{"target": "-5"}', 422, 'plan_target_malformed'), ('{"target": "70.5"}', 422, 'plan_target_malformed'), ('{"target": "NaN"}', 422, 'plan_target_malformed'),
  ('{"target": ""}', 422, 'plan_target_malformed'), ('{"target": null}', 422, 'plan_target_malformed'), ('{"target": "bảy mươi"}', 422, 'plan_target_malformed'),
  ('{"indicator_code": "satisfied-online", "target": "100"}', 422, 'plan_target_out_of_bounds'),
  ('{"indicator_code": "satisfied-online", "target": "49"}', 422, 'plan_target_out_of_bounds'),
  ('{"indicator_code": "district-rank", "target": "1001"}', 422, 'plan_target_out_of_bounds'),
  ('{"indicator_code": "khong-co"}', 404, 'plan_indicator_unknown'), ('{"indicator_code": null}', 404, 'plan_indicator_unknown'),
  ('{"valid_from": "2020-01-01"}', 422, 'plan_target_day_passed'), ('{"valid_from": "31/02/2030"}', 422, 'day_malformed'), ('{"valid_from": null}', 422, 'day_malformed'),
  ('{"valid_from": ""}', 422, 'day_malformed'), ('{"valid_from": "2099-01-01"}', 422, 'plan_target_day_far'), ('{"valid_from": "infinity"}', 422, 'day_malformed'),
  ('{"reason": "  "}', 422, 'plan_target_reason_missing'), ('{"reason": null}', 422, 'plan_target_reason_missing'), ('{"reason": "a\u202eb"}', 422, 'text_unreadable'),
  ('{"target": "50", "indicator_code": "autofill", "valid_from": null}', 422, 'day_malformed'), ('{"target": "40", "indicator_code": "autofill"}', 422, 'plan_target_unchanged');
insert into wrong_target select jsonb_build_object('valid_from', private.local_day(now())), 422, 'plan_target_day_passed';
insert into wrong_target select jsonb_build_object('reason', repeat('x', 4001)), 422, 'text_too_long';
select set_config('request.jwt.claims', '{"role": "service_role"}', true);
select test.refuses(format('select save_plan_target(%L, %s)', test.change(changes), case when test.change(changes) ->> 'indicator_code' = 'e-dossier'
  then '(select max(id)::text from plan_target_changes)' else 'null' end), status, key, 'a target with ' || left(changes::text, 60)) from wrong_target;
select test.act_as_owner();
select is(test.changes('service_role', '{"target": "80"}'), 'changed_meanwhile', 'who has not seen what is planned does not replace it');
select is(test.changes('service_role', '{"target": "70"}', '(select max(id)::text from plan_target_changes)'), 'plan_target_unchanged', 'nor decides the same again');
select is(test.changes('service_role', '{"target": "80"}', '(select max(id)::text from plan_target_changes)'), null, 'who has seen it does');
select is((select string_agg(old_target || '>' || target, ', ' order by id) from plan_target_changes), '50>70, 70>80', 'both stay to be read');
select test.refuses('update plan_target_changes set target = 1', 403, 'plan_values_append_only', 'nobody writes over one');
select test.refuses('delete from plan_target_changes', 403, 'plan_values_append_only', 'or deletes one');

-- Time goes by: decisions of other days, each held against the quarters that end after its day.
alter table plan_target_changes disable trigger user;
delete from plan_target_changes;
insert into plan_target_changes (indicator_code, old_target, target, decided_on, valid_from, reason) values
  ('e-dossier', 50, 70, '2025-02-01', '2025-06-30', 'Một'), ('e-dossier', 70, 55, '2025-07-02', '2025-10-01', 'Hai'),
  ('district-rank', 3, 2, '2024-05-01', '2024-12-31', 'Hạng');
select is(test.held('e-dossier'), '2025-01-01 50 met, 2025-04-01 70 not_met, 2025-07-01 70 not_met', 'the quarter that ends on the day of a change is held against it, those before are not');
select is(test.held('district-rank'), '2023-01-01 3 met, 2024-01-01 2 not_met', 'a rank is held against the target of its year');
-- Decided and replaced before it held.
insert into plan_target_changes (indicator_code, old_target, target, decided_on, valid_from, reason) values ('e-dossier', 55, 65, '2025-07-03', '2025-09-01', 'Ba');
select is(test.held('e-dossier'), '2025-01-01 50 met, 2025-04-01 70 not_met, 2025-07-01 65 not_met', 'of those that hold the one decided last');
select is(private.plan_target_on(i, '2026-01-01'), 65::double precision, 'also after the day of one that it replaced') from plan_indicators i where code = 'e-dossier';
select test.act_as('anon');
select is((select count(*) from plan_target_changes), 4::bigint, 'everybody reads how they changed');
select test.act_as_owner();

select finish();
rollback;
