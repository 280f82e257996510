begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Offices.
create temporary table office_tries (person text, changes jsonb, refusal text);
insert into office_tries values
  ('truong@mot.vn', '{"hotline": " 0296  388 ", "desk": "Một cửa", "opening_hours": "7:00-11:00"}', null),
  ('truong@mot.vn', '{"name": "Xã Nhất"}', 'not_allowed'),
  ('truong@hai.vn', '{"hotline": "1"}', 'not_allowed'),
  ('can-bo@mot.vn', '{"hotline": "1"}', 'not_allowed'),
  ('kiem-tra@tinh.vn', '{"hotline": "1"}', 'not_allowed'),
  ('nguoi-la@mot.vn', '{"hotline": "1"}', 'not_allowed'),
  ('dieu-phoi@tinh.vn', '{"name": "Xã Nhất"}', null),
  ('dieu-phoi@tinh.vn', '{"name": "  "}', 'name_missing'),
  ('dieu-phoi@tinh.vn', '{"kind": null}', 'kind_missing'),
  ('dieu-phoi@tinh.vn', '{"parent_code": "khong-co"}', 'not_allowed'),
  ('dieu-phoi@tinh.vn', '{"parent_code": "thu-mot"}', 'parent_in_circle'),
  ('dieu-phoi@tinh.vn', '{"opened_on": "2025-07-01", "closed_on": "2025-06-30"}', 'closed_before_opened'),
  ('dieu-phoi@tinh.vn', '{"opened_on": "1/7/2025"}', 'day_malformed'),
  ('dieu-phoi@tinh.vn', '{"opened_on": "2025-02-30"}', 'day_malformed'),
  ('service_role', '{"gso_code": "30658"}', null);
create function test.office_query(changes jsonb) returns text language sql as $$
  select format('select save_office(%L, %L)', to_jsonb(o) || changes, to_jsonb(o)) from public.offices o where code = 'thu-mot'
$$;
select is(test.tries(person, test.office_query(changes)), refusal, person || ' saves an office with ' || changes || ': ' || coalesce(refusal, 'done'))
from office_tries;
select results_eq($$ select name, desk, hotline, opening_hours, gso_code, waiting from offices where code = 'thu-mot' $$,
  $$ values ('Xã Nhất', 'Một cửa', '0296 388', '7:00-11:00', '30658', 0) $$, 'what was allowed stands there, tidied');
select is(test.tries('dieu-phoi@tinh.vn', $$ select save_office('{"code": "thu-moi", "name": "Xã Mới", "kind": "xã", "parent_code": "thu-tinh"}') $$),
  null, 'a coordinator adds an office');
select is(test.tries('dieu-phoi@tinh.vn', $$ select save_office('{"code": "thu-moi", "name": "Xã Mới", "kind": "xã", "parent_code": "thu-tinh"}') $$),
  'code_taken', 'a code is given once');
select is(test.tries('dieu-phoi@tinh.vn', $$ select save_office('{"code": "Xã Mới", "name": "Xã Mới", "kind": "xã", "parent_code": "thu-tinh"}') $$),
  'code_malformed', 'and has a shape');
select is(test.tries('truong@mot.vn', $$ select save_office('{"code": "thu-con", "name": "Ấp", "kind": "ấp", "parent_code": "thu-mot"}') $$),
  'not_allowed', 'a head adds none');
select is(test.tries('dieu-phoi@tinh.vn', $$ select save_office('{"code": "thu-goc", "name": "Gốc", "kind": "tỉnh"}') $$), null,
  'who is at the top may add another top');
select is(test.tries('dieu-phoi@tinh.vn', $$ select save_office('{"code": "thu-canh", "name": "Cành", "kind": "xã", "parent_code": "thu-goc"}') $$), null,
  'and answers for it');

-- Two people, one office.
create temporary table seen as select to_jsonb(o) as row from offices o where code = 'thu-hai';
grant select on seen to public;
select is(test.tries('truong@hai.vn', format('select save_office(%L, %L)', row || '{"hotline": "111"}', row)), null, 'the first saves')
from seen;
select is(test.tries('dieu-phoi@tinh.vn', format('select save_office(%L, %L)', row || '{"hotline": "222"}', row)), 'changed_meanwhile',
  'the second is told') from seen;
select is((select hotline from offices where code = 'thu-hai'), '111', 'and overwrites nothing');
select results_eq($$ select who, after ->> 'hotline' from audit_log where subject = 'offices' and key = 'thu-hai' $$,
  $$ values ('truong@hai.vn', '111') $$, 'the log says who it was');

-- Fields and procedures.
select is(test.tries('dieu-phoi@tinh.vn', $$ select save_field('{"code": "thu-moi", "name": "Mới"}') $$), null, 'a field is added at the top');
select is(test.tries('truong@mot.vn', $$ select save_field('{"code": "thu-khac", "name": "Khác"}') $$), 'not_allowed', 'and nowhere else');
select is(test.tries('dieu-phoi@tinh.vn', $$ select save_field('{"code": "thu-khac", "name": "Mới"}') $$), 'name_taken', 'names differ');
create temporary table procedure_tries (body jsonb, refusal text);
insert into procedure_tries values
  ('{"code": "9.100001", "name": "Thử", "field_code": "thu-moi", "counter_days": "5", "valid_from": "2026-01-01"}', null),
  ('{"code": "9.100001", "name": "Thử", "field_code": "thu-moi"}', 'code_taken'),
  ('{"code": "1001", "name": "Thử", "field_code": "thu-moi"}', 'procedure_code_malformed'),
  ('{"code": "9.100002", "name": "", "field_code": "thu-moi"}', 'name_missing'),
  ('{"code": "9.100002", "name": "Thử", "field_code": "khong"}', 'procedure_field_unknown'),
  ('{"code": "9.100002", "name": "Thử", "field_code": "thu-moi", "counter_days": "-1"}', 'days_malformed'),
  ('{"code": "9.100002", "name": "Thử", "field_code": "thu-moi", "official_url": "javascript:alert(1)"}', 'url_malformed'),
  ('{"code": "9.100002", "name": "Thử", "field_code": "thu-moi", "valid_from": "2026-02-01", "valid_to": "2026-01-01"}', 'ended_before_begun');
select is(test.tries('dieu-phoi@tinh.vn', format('select save_procedure(%L)', body)), refusal,
  'a procedure ' || body::text || ': ' || coalesce(refusal, 'done')) from procedure_tries;
select is(test.tries('truong@mot.vn', $$ select save_procedure('{"code": "9.100003", "name": "Thử", "field_code": "thu-moi"}') $$),
  'not_allowed', 'a head adds no procedure');
select is((select counter_days from procedures where code = '9.100001'), 5, 'numbers arrive as numbers');

-- Offerings.
select is(test.tries('truong@mot.vn', $$ select offer_procedure('thu-mot', '9.000005', 'true') $$), null, 'a head opens an offering');
select ok(private.is_offered('thu-mot', '9.000005', private.local_day(now())), 'which is offered from today');
select is(test.tries('truong@mot.vn', $$ select offer_procedure('thu-mot', '9.000005', 'false') $$), null, 'and closes it');
select ok(private.is_offered('thu-mot', '9.000005', private.local_day(now())) and not
  private.is_offered('thu-mot', '9.000005', private.local_day(now()) + 1), 'today is its last day');
select is(test.tries('truong@mot.vn', $$ select offer_procedure('thu-mot', '9.000005', 'true') $$), null, 'until it is opened again');
select ok(private.is_offered('thu-mot', '9.000005', private.local_day(now()) + 1), 'as if nothing had been');
select is(test.tries('truong@mot.vn', $$ select offer_procedure('thu-hai', '9.000005', 'true') $$), 'not_allowed', 'not for others');
select is(test.tries('dieu-phoi@tinh.vn', $$ select offer_procedure('thu-nhap', '9.000005', 'true') $$), 'office_closed', 'nor at a closed office');
select is(test.tries('dieu-phoi@tinh.vn', $$ select offer_procedure('thu-mot', '9.999999', 'true') $$), 'procedure_unknown', 'nor what there is not');

-- Through which channels it is taken.
select is(test.tries('truong@mot.vn', $$ select set_offering_channels('thu-mot', '9.000001', 'counter postal') $$), null, 'a head says how a procedure is taken');
select is((select channels from offerings where office_code = 'thu-mot' and procedure_code = '9.000001'), 'counter postal', 'and everybody reads it');
select is(test.tries('truong@mot.vn', format($$ select set_offering_channels('thu-mot', '9.000001', %L) $$, wrong)), 'channel_unknown',
  format('%L is no list of channels', wrong)) from unnest(array['', 'fax', 'postal counter', 'counter,online', 'counter counter', 'Counter']) wrong;
select is(test.tries('truong@mot.vn', $$ select set_offering_channels('thu-mot', '9.999999', 'online') $$), 'procedure_not_offered', 'nor of what is not offered');
select is(test.tries('truong@mot.vn', $$ select set_offering_channels('thu-hai', '9.000001', 'online') $$), 'not_allowed', 'nor elsewhere');
select is((select channels from offerings where office_code = 'thu-mot' and procedure_code = '9.000001'), 'counter postal', 'refusals change nothing');
select is(test.tries('truong@mot.vn', $$ select set_offering_channels('thu-mot', '9.000001', null) $$), null, 'it is taken back');
select is((select channels from offerings where office_code = 'thu-mot' and procedure_code = '9.000001'), null, 'and the catalogue tells again');

select finish();
rollback;
