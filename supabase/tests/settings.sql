begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

select is(test.as_role('anon', 'select jsonb_object_agg(key, value) from settings'),
  '{"min_batch": 10, "release_hour": 8, "target_percent": 90, "retention_days": 365, "illustrative": false,
    "last_release_on": null, "public_address": null,
    "answer_days": 10, "agency_name": null, "hotline": null, "logo": null}', 'anyone reads the numbers that figures depend on');
insert into settings (key, value) values ('a_secret', '"x"');
select is(test.as_role('anon', $$ select to_jsonb(count(*)) from settings where key = 'a_secret' $$), '0',
  'a setting is private until it is made public');
select throws_ok($$ select test.as_role('anon', 'update settings set value = ''5'' returning to_jsonb(1)') $$, '42501', null,
  'nobody sets them through the API');

-- Bounds that hold for everyone.
select throws_ok(format('update settings set value = %L where key = %L', value, key), '23514', null, key || ' is not ' || value)
from (values ('min_batch', '4'), ('min_batch', '101'), ('min_batch', '"10"'), ('min_batch', 'null'), ('release_hour', '24'),
  ('release_hour', '-1'), ('target_percent', '0'), ('target_percent', '100'), ('retention_days', '61'),
  ('answer_days', '0'), ('min_batch', '10.5'), ('agency_name', '""'), ('hotline', '5'), ('illustrative', '"yes"'), ('last_release_on', '5'), ('public_address', '"javascript:1"'), ('public_address', '"https://a.vn/b"'), ('public_address', '"https://a.vn@evil.example"'), ('public_address', '"https://a.vn?x"'), ('public_address', '"https://a.vn#y"'),
  ('public_address', '"https://a.vn\\\\evil.example"'), ('public_address', '5')) as wrong (key, value);
select lives_ok($$ update settings set value = '5' where key = 'min_batch' $$, 'five is the smallest batch');

-- Who keeps them, and how.
update settings set value = '10' where key = 'min_batch';
select test.act_as('dieu-phoi@tinh.vn');
select lives_ok($$ select save_setting('target_percent', '85', '90') $$, 'those at the top change a setting');
select is((select value from settings where key = 'target_percent'), '85'::jsonb, 'and it holds');
select throws_ok($$ select save_setting('target_percent', '80', '90') $$, 'PT409', 'changed_meanwhile', 'what another has changed is not overwritten');
select throws_ok(format('select save_setting(%L, %L, %L)', key, value, seen), 'PT' || status, refusal, format('%s: %s', key, value))
from (values ('min_batch', '4', '10', 422, 'setting_out_of_bounds'), ('min_batch', '12.5', '10', 422, 'setting_out_of_bounds'),
  ('min_batch', '"x"', '10', 422, 'setting_out_of_bounds'), ('answer_days', null, '10', 422, 'setting_out_of_bounds'),
  ('agency_name', '7', 'null', 422, 'setting_out_of_bounds'), ('public_address', '"https://a.vn/b"', 'null', 422, 'setting_out_of_bounds'), ('illustrative', 'false', 'false', 404, 'setting_unknown'),
  ('last_release_on', 'null', 'null', 404, 'setting_unknown'), (null, '1', '1', 404, 'setting_unknown'))
  as wrong (key, value, seen, status, refusal);
select throws_ok($$ select save_setting('agency_name', 'UBND', 'null') $$, 'PT422', 'setting_out_of_bounds', 'a text stands in quotes');
select lives_ok($$ select save_setting('agency_name', '"  UBND   tỉnh Thử "', 'null') $$, 'a name is tidied');
select is((select value from settings where key = 'agency_name'), '"UBND tỉnh Thử"'::jsonb, 'and shown as it was meant');
select lives_ok($$ select save_setting('agency_name', '" "', '"UBND tỉnh Thử"') $$, 'blanks take it away');
select is((select value from settings where key = 'agency_name'), 'null'::jsonb, 'and there is none');

select lives_ok($$ select save_ladder('{0,7,14,20,22,25,30,60}', '{0,10,20,25,28,30,42,90}') $$, 'the days of the ladder change together');
select results_eq('select after_days from publication_ladder()', array[0, 7, 14, 20, 22, 25, 30, 60], 'and everybody can read them');
select throws_ok(format('select save_ladder(%L, %L)', days, '{0,7,14,20,22,25,30,60}'), 'PT422', 'ladder_malformed', days)
from unnest(array['{1,7,14,20,22,25,30,60}', '{0,7,14,20,22,25,30}', '{0,14,7,20,22,25,30,60}', '{0,7,14,20,22,25,30,400}',
  '{0,null,14,20,22,25,30,60}', '{}']) days;
select throws_ok($$ select save_ladder('{0,7,14,20,22,25,30,61}', '{0,10,20,25,28,30,42,90}') $$, 'PT409', 'changed_meanwhile',
  'two who change it do not overwrite each other');

select is(jsonb_array_length(save_holiday('{"day": "2027-09-02", "name": "Quốc khánh"}')), 1, 'a holiday is kept');
select throws_ok($$ select save_holiday('{"day": "2027-09-02", "name": "Khác"}') $$, 'PT409', 'changed_meanwhile', 'once');
select is(save_holiday('{"day": "2027-09-02", "name": ""}', '{"day": "2027-09-02", "name": "Quốc khánh"}'), '[]'::jsonb, 'and taken out');
select throws_ok($$ select save_holiday('{"day": "2027-02-30", "name": "x"}') $$, 'PT422', 'day_malformed', 'a day that is none');

select lives_ok($$ select save_logo('data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==') $$, 'a picture is taken');
select is(agency_logo(), 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==', 'and given to anybody');
select isnt((select value from settings where key = 'logo'), 'null'::jsonb, 'under a name of its own');
select throws_ok(format('select save_logo(%L)', picture), 'PT422', refusal, left(picture, 30))
from (values ('data:image/svg+xml;base64,PHN2Zz4=', 'logo_unreadable'), ('data:image/png;base64,PHN2Zz4=', 'logo_unreadable'),
  ('https://xa.vn/logo.png', 'logo_unreadable'), ('data:image/png;base64,iVBORw0KGgo=" onload="x', 'logo_unreadable'),
  ('data:image/png;base64,' || repeat('A', 90000), 'logo_too_large')) as wrong (picture, refusal);
select throws_ok(format('select save_logo(null, %L)', seen), 'PT409', 'changed_meanwhile', 'but not by who saw another: ' || coalesce(seen, 'none'))
from unnest(array[null, 'abcdef01']) seen;
select isnt(agency_logo(), null, 'nothing changed');
select lives_ok($$ select save_logo(null, (select value #>> '{}' from settings where key = 'logo')) $$, 'and can be taken away');
select is(agency_logo(), null, 'and then there is none');
select is(refusal, 'not_allowed', person || ' does not: ' || query)
from unnest(array['truong@mot.vn', 'kiem-tra@tinh.vn', 'nguoi-la@mot.vn']) person, unnest(array[
  $$ select save_setting('target_percent', '85', '85') $$, $$ select save_ladder('{0}', '{0}') $$,
  $$ select save_holiday('{}') $$, 'select save_logo(null)']) query, test.tries(person, query) refusal;
select test.act_as_owner();
select set_eq($$ select subject || ' ' || key from audit_log where who = 'dieu-phoi@tinh.vn' and subject in ('settings', 'holidays') $$,
  array['settings target_percent', 'settings agency_name', 'settings logo', 'holidays 2027-09-02'], 'every change is in the log');
select is((select count(*)::integer from audit_log where subject = 'ladder'), 7, 'those of the ladder too');

select finish();
rollback;
