begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();

-- Visit codes of an office.
select is(test.tries(person, $$ select make_visit_codes('thu-mot', '9.000001', 'counter', '25', (current_date + 60)::text) $$), refusal,
  person || ' makes visit codes: ' || coalesce(refusal, 'done'))
from (values ('truong@mot.vn', null), ('can-bo@mot.vn', null), ('dieu-phoi@tinh.vn', null), ('truong@hai.vn', 'not_allowed'),
  ('kiem-tra@mot.vn', 'not_allowed'), ('nguoi-la@mot.vn', 'not_allowed')) t (person, refusal);
select test.act_as('can-bo@mot.vn');
create temporary table slips as select jsonb_array_elements_text(
  make_visit_codes('thu-mot', '9.000001', 'counter', '30', (current_date + 60)::text)) as code;
create temporary table few as select jsonb_array_elements_text(
  make_visit_codes('thu-mot', '9.000001', 'counter', '3', (current_date + 60)::text)) as code;
select results_eq('select count, made_by from visit_batches() limit 2', $$ values (3, 'can-bo@mot.vn'), (30, 'can-bo@mot.vn') $$,
  'the office sees what it made, and nothing about who used a code');
select test.act_as('truong@hai.vn');
select is_empty('select * from visit_batches()', 'and no other');
select test.act_as_owner();
update private.visit_codes set spent_in = date_trunc('quarter', private.local_day(now())) where code_hash in
  (select private.short_hash(code) from (select code from slips limit 27) s) or code_hash in (select private.short_hash(code) from few);
select private.publish_visit_code_totals(private.local_day(now()));
select is_empty($$ select * from visit_code_totals where office_code = 'thu-mot' $$, 'how many were used is not public while the quarter runs');
create function test.next_quarter() returns date language sql as $$
  select (date_trunc('quarter', private.local_day(now())) + interval '3 months')::date
$$;
select private.publish_visit_code_totals(test.next_quarter());
select results_eq($$ select quarter, made, used from visit_code_totals where office_code = 'thu-mot' $$,
  $$ select date_trunc('quarter', private.local_day(now()))::date, 108, 30 $$,
  'afterwards it is, beside how many were made, in whole tens');
update private.visit_codes set spent_in = date_trunc('quarter', private.local_day(now())) where office_code = 'thu-mot';
select private.publish_visit_code_totals(test.next_quarter() + 1);
select is((select used from visit_code_totals where office_code = 'thu-mot'), 30, 'once, and for good');

-- As many as the dossiers that the office reports, and a margin.
create function test.make(codes integer) returns text language sql as $$
  select test.tries('can-bo@mot.vn', format('select make_visit_codes(%L, null, %L, ''%s'', (current_date + 60)::text)', 'thu-mot', 'counter', codes))
$$;
select is(test.make(93), 'visit_codes_exhausted', 'an office that has reported nothing makes 200 in a month, and no more');
select is(test.make(92), null, 'the last of them it may');
insert into handled_dossiers (month, office_code, handled) values
  (date_trunc('month', private.local_day(now())) - interval '1 month', 'thu-mot', 150),
  (date_trunc('month', private.local_day(now())) - interval '2 months', 'thu-mot', 201),
  (date_trunc('month', private.local_day(now())) - interval '4 months', 'thu-mot', 9000);
select test.act_as('can-bo@mot.vn');
select is(visit_code_allowance('thu-mot'), '{"limit": 242, "made": 200}', 'with reports it makes the dossiers of its best month of three and a fifth more');
select test.act_as_owner();
select is(test.make(43), 'visit_codes_exhausted', 'one more than that is refused');
select is(test.make(42), null, 'that many are made');
select is(test.tries('truong@hai.vn', $$ select make_visit_codes('thu-hai', null, 'counter', '200', (current_date + 60)::text) $$), null,
  'each office for itself');
delete from handled_dossiers where office_code = 'thu-mot';
select ok(not exists (select from audit_log l, slips s where l.after::text ~ s.code) and exists (select from audit_log),
  'the log holds no code');

-- What was handled. Of 40 ratings with codes in this month nobody handled fewer than 40 dossiers.
insert into monthly_totals (cell, grain, month, office_code, procedure_code, field_code, channel, trust, n, score_1, score_2, score_3, score_4, score_5)
values (gen_random_uuid(), 1, date_trunc('month', private.local_day(now())), 'thu-mot', '9.000001', null, 'counter', 'visit', 40, 0, 0, 0, 40, 0);
create temporary table reports (person text, changes jsonb, seen jsonb, refusal text);
insert into reports values
  ('truong@hai.vn', '{}', null, 'not_allowed'), ('can-bo@mot.vn', '{}', null, 'not_allowed'), ('kiem-tra@mot.vn', '{}', null, 'not_allowed'),
  ('truong@mot.vn', '{"handled": "39", "on_time": "30"}', null, 'fewer_than_rated'), ('truong@mot.vn', '{"handled": "-1"}', null, 'handled_malformed'),
  ('truong@mot.vn', '{"quality": "=1+1"}', null, 'quality_malformed'), ('truong@mot.vn', '{"quality": "a b"}', null, 'quality_malformed'),
  ('truong@mot.vn', '{"handled": "1.5"}', null, 'handled_malformed'), ('truong@mot.vn', '{"on_time": "101"}', null, 'on_time_malformed'),
  ('truong@mot.vn', '{"month": "2026-01-15"}', null, 'month_malformed'), ('truong@mot.vn', '{"month": "2099-01-01"}', null, 'month_malformed'),
  ('truong@mot.vn', '{"procedure_code": "9.999999"}', null, 'procedure_unknown'),
  ('truong@mot.vn', '{}', null, null),
  ('truong@mot.vn', '{}', null, 'changed_meanwhile'),
  ('dieu-phoi@tinh.vn', '{"handled": "120"}', '{"handled": 99, "on_time": 90}', 'changed_meanwhile'),
  ('dieu-phoi@tinh.vn', '{"handled": "120"}', '{"handled": 100, "on_time": 90}', null);
select is(test.tries(person, format('select save_handled(%L, %L)', jsonb_build_object('office_code', 'thu-mot', 'month',
    to_char(private.local_day(now()), 'YYYY-MM-01'), 'procedure_code', null, 'channel', null, 'handled', '100', 'on_time', '90') || changes, seen)),
  refusal, person || ' reports ' || changes::text || ': ' || coalesce(refusal, 'done')) from reports;
select results_eq($$ select handled, on_time from handled_dossiers where office_code = 'thu-mot' $$, 'values (120, 90)', 'what was allowed stands there');
select results_eq($$ select who, (before ->> 'handled')::integer, (after ->> 'handled')::integer from audit_log where subject = 'handled_dossiers' order by id $$,
  $$ values ('truong@mot.vn', null::integer, 100), ('dieu-phoi@tinh.vn', 100, 120) $$, 'with its history');
select is(test.tries('truong@mot.vn', format('select save_handled(%L, %L)', jsonb_build_object('office_code', 'thu-mot', 'month',
  to_char(private.local_day(now()), 'YYYY-MM-01'), 'handled', null), '{"handled": 120, "on_time": 90}')), null, 'a report can be taken back');
select is_empty($$ select * from handled_dossiers where office_code = 'thu-mot' $$, 'and is gone');

select finish();
rollback;
