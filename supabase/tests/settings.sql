begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

select is(test.as_role('anon', 'select jsonb_object_agg(key, value) from settings'),
  '{"min_batch": 10, "release_hour": 8, "target_percent": 90, "retention_days": 365, "illustrative": false,
    "last_release_on": null, "visit_code_margin": 20, "public_address": null,
    "answer_days": 10, "agency_name": null, "hotline": null, "logo": null, "feedback_refuse_days": 2, "feedback_ask_days": 5,
    "feedback_forward_days": 5, "feedback_handle_days": 15, "feedback_publish_days": 2, "feedback_retention_days": 730,
    "feedback_daily_limit": 300}', 'anyone reads the numbers that figures depend on');
insert into settings (key, value) values ('a_secret', '"x"');
select is(test.as_role('anon', $$ select to_jsonb(count(*)) from settings where key = 'a_secret' $$), '0',
  'a setting is private until it is made public');
select throws_ok($$ select test.as_role('anon', 'update settings set value = ''5'' returning to_jsonb(1)') $$, '42501', null,
  'nobody sets them through the API');

-- Bounds that hold for everyone.
select throws_ok(format('update settings set value = %L where key = %L', value, key), '23514', null, key || ' is not ' || value)
from (values ('min_batch', '9'), ('min_batch', '101'), ('min_batch', '"10"'), ('min_batch', 'null'), ('release_hour', '24'),
  ('release_hour', '-1'), ('target_percent', '49'), ('target_percent', '100'), ('retention_days', '61'),
  ('answer_days', '0'), ('min_batch', '10.5'), ('agency_name', '""'), ('hotline', '5'), ('illustrative', '"yes"'), ('last_release_on', '5'), ('public_address', '"javascript:1"'), ('public_address', '"https://a.vn/b"'), ('public_address', '5'),
  ('public_address', '"https://a@evil.example?x#y"')) as wrong (key, value);
select lives_ok(format('update settings set value = %L where key = %L', value, key), key || ' may be ' || value)
from (values ('min_batch', '100'), ('min_batch', '10'), ('target_percent', '50'), ('target_percent', '99'), ('target_percent', '90'))
  as allowed (key, value);

select throws_ok(format('update settings set value = %L where key = ''last_release_on''', value), '23514', null, value || ' is no day')
from unnest(array['"x"', '"2026-13-01"', '"2026-02-01T00:00"', '"infinity"', '20260201']) value;

-- The ladder, too, for whoever writes to its table, and for what is decided about it.
create function test.climb(days jsonb) returns void language sql as $$
  update private.ladder l set after_days = n.days::integer
  from jsonb_array_elements_text(days) with ordinality n (days, position) where n.position = l.position
$$;
create table test.wrong_ladders as select days from unnest(array['[1,7,14,20,22,25,30,60]', '[0,14,7,20,22,25,30,60]', '[0,7,14,20,22,25,30,181]',
  '[0,7,14,20,22,25,30,400]', '[0,0,0,0,0,0,0,0]', '[0,0,6,7,14,14,28,60]', '[0,0,7,7,13,14,28,60]', '[0,0,7,7,14,14,27,60]',
  '[0,0,7,7,14,14,28,59]']::jsonb[]) days;
select throws_ok(format('select test.climb(%L)', days), '23514', 'the ladder is out of its bounds', 'no ladder: ' || days::text) from test.wrong_ladders;
select throws_ok(statement, '23514', null, 'no ladder after this: ' || statement)
from unnest(array['delete from private.ladder', 'truncate private.ladder', 'update private.ladder set after_days = 41 where position = 8',
  'update private.ladder set after_days = 181 where position = 8', 'update private.ladder set position = 0 where position = 2',
  'insert into private.ladder values (9, 61, false, false, false, false, true)',
  'insert into private.ladder values (9, 200, false, false, false, false, true)']) statement;
select throws_ok(format('select private.append_rule_change(%L, %L, ''2026-03-04'', ''2026-04-01'')', rule, value), '23514', null,
  format('nobody decides: %s %s', rule, value))
from (select 'ladder' as rule, days as value from test.wrong_ladders
  union all select 'ladder', v::jsonb from unnest(array['null', '{}', '[]', '"x"', '0', '[0]', '[0,7,14,20,22,25,30]', '[0,7,14,20,22,25,30,60,70]',
    '[0,7,14,20,22,25,30,"60"]', '[0,7,14,20,22,25,30,null]', '[0,7,14,20,22,25,30,60.5]', '[0,7,14,20,22,25,30,[60]]']) v
  union all select 'target_percent', v::jsonb from unnest(array['49', '100', '"90"', 'null', '90.5']) v
  union all select 'min_batch', v::jsonb from unnest(array['4', '9', '101']) v) wrong;
select results_eq('select after_days from publication_ladder()', array[0, 10, 20, 25, 28, 30, 42, 90], 'the ladder is what it was');
select is_empty('select * from rule_changes', 'and nothing is decided');
select lives_ok(format('select test.climb(%L)', days), 'a ladder: ' || days)
from unnest(array['[0,180,180,180,180,180,180,180]', '[0,0,7,7,14,14,28,60]', '[0,10,20,25,28,30,42,90]']) days;

-- Smaller groups may be tried with ratings that are made up, and leave with them.
update settings set value = 'true' where key = 'illustrative';
select throws_ok($$ update settings set value = '4' where key = 'min_batch' $$, '23514', null, 'four are never enough');
select lives_ok($$ update settings set value = '5' where key = 'min_batch' $$, 'five made-up ratings are');
update settings set value = 'false' where key = 'illustrative';
select is((select value from settings where key = 'min_batch'), '10', 'true ones are published by ten at least');
select throws_ok($$ update settings set value = '9' where key = 'min_batch' $$, '23514', null, 'and by no fewer again');

-- What posters lead to: a host and no more. The same cases: src/lib/text/origin.test.ts.
select ok(private.is_origin(address), address)
from unnest(array['https://hailong.coquan.gov.vn', 'http://192.168.1.20:4173', 'http://localhost:4173', 'http://may-chu', 'https://[2001:db8::1]:8443',
  'https://xn--hlng-0na3b.vn', 'https://A.vn', 'https://a.vn:65535']) address;
select ok(not private.is_origin(address), 'no: ' || address)
from unnest(array['https://a@evil.example?x#y', 'https://a:b@evil.example', 'https://a.vn?x', 'https://a.vn#y', 'https://a.vn/', 'https://a.vn/b',
  'https://a.vn\evil.example', 'https:\\a.vn', 'https:/a.vn', 'https://', 'https://:80', 'https://a.vn:', 'https://a.vn:0', 'https://a.vn:65536',
  'https://a.vn:80a', 'https://a b.vn', ' https://a.vn', 'https://a.vn ', e'https://a.vn\n', e'https://a\t.vn', e'https://a.vn\u0001', 'https://a.vn%2e',
  'https://-a.vn', 'https://a-.vn', 'https://a..vn', 'https://.a.vn', 'https://a.vn.', 'https://hàilòng.vn', e'https://a\u200b.vn',
  'ftp://a.vn', 'javascript:1', '//a.vn', 'a.vn', 'HTTPS://a.vn', '']) address;
select throws_ok($$ update settings set value = to_jsonb('https://' || repeat('a', 193)) where key = 'public_address' $$, '23514', null,
  'an address has an end');

-- Who keeps them, and how.
create function test.next_month() returns date language sql as $$
  select (date_trunc('month', private.local_day(now())) + interval '1 month')::date
$$;
select test.act_as('dieu-phoi@tinh.vn');
select lives_ok($$ select save_setting('answer_days', '12', '10') $$, 'those at the top change a setting');
select is((select value from settings where key = 'answer_days'), '12'::jsonb, 'and it holds');
select throws_ok($$ select save_setting('answer_days', '9', '10') $$, 'PT409', 'changed_meanwhile', 'what another has changed is not overwritten');
select lives_ok($$ select save_setting('answer_days', '10', '12') $$, 'it is set back');
select throws_ok(format('select save_setting(%L, %L, %L)', key, value, seen), 'PT' || status, refusal, format('%s: %s', key, value))
from (values ('min_batch', '9', '10', 422, 'setting_out_of_bounds'), ('min_batch', '101', '10', 422, 'setting_out_of_bounds'),
  ('target_percent', '49', '90', 422, 'setting_out_of_bounds'), ('target_percent', '100', '90', 422, 'setting_out_of_bounds'),
  ('public_address', '"https://a@evil.example?x#y"', 'null', 422, 'setting_out_of_bounds'), ('min_batch', '4', '10', 422, 'setting_out_of_bounds'), ('min_batch', '12.5', '10', 422, 'setting_out_of_bounds'),
  ('min_batch', '"x"', '10', 422, 'setting_out_of_bounds'), ('answer_days', null, '10', 422, 'setting_out_of_bounds'),
  ('agency_name', '7', 'null', 422, 'setting_out_of_bounds'), ('public_address', '"https://a.vn/b"', 'null', 422, 'setting_out_of_bounds'), ('illustrative', 'false', 'false', 404, 'setting_unknown'),
  ('last_release_on', 'null', 'null', 404, 'setting_unknown'), (null, '1', '1', 404, 'setting_unknown'))
  as wrong (key, value, seen, status, refusal);
select throws_ok($$ select save_setting('agency_name', 'UBND', 'null') $$, 'PT422', 'setting_out_of_bounds', 'a text stands in quotes');
select lives_ok($$ select save_setting('agency_name', '"  UBND   tỉnh Thử "', 'null') $$, 'a name is tidied');
select is((select value from settings where key = 'agency_name'), '"UBND tỉnh Thử"'::jsonb, 'and shown as it was meant');
select lives_ok($$ select save_setting('agency_name', '" "', '"UBND tỉnh Thử"') $$, 'blanks take it away');
select is((select value from settings where key = 'agency_name'), 'null'::jsonb, 'and there is none');

-- What figures are made by changes from the first day of the next month on, and is written down.
select is_empty('select * from rule_changes', 'nothing that was refused is written down');
select lives_ok($$ select save_setting('target_percent', '85.0', '90') $$, 'those at the top decide on another target');
select is((select value from settings where key = 'target_percent'), '90'::jsonb, 'which does not hold yet');
select test.act_as_owner();
select results_eq('select position, after_batch, key, old_value, value, decided_on, valid_from from rule_changes',
  $$ values (1, 0, 'target_percent', '90'::jsonb, '85'::jsonb, private.local_day(now()), test.next_month()) $$, 'everybody sees it coming');
select test.act_as('dieu-phoi@tinh.vn');
select throws_ok($$ select save_setting('target_percent', '80', '90') $$, 'PT409', 'changed_meanwhile', 'who has not seen it does not replace it');
select lives_ok($$ select save_setting('target_percent', '85', '85') $$, 'the same once more');
select lives_ok($$ select save_setting('target_percent', '80', '85') $$, 'who has seen it does');
select results_eq('select position, old_value, value from rule_changes', $$ values (1, '90'::jsonb, '85'::jsonb), (2, '90', '80') $$,
  'both stay listed');
select lives_ok($$ select save_ladder('[0,7,14,20,22,25,30,60]', '[0,10,20,25,28,30,42,90]') $$, 'the days of the ladder change together');
select results_eq('select after_days from publication_ladder()', array[0, 10, 20, 25, 28, 30, 42, 90], 'not yet either');
select is((select value from rule_changes where key = 'ladder'), '[0, 7, 14, 20, 22, 25, 30, 60]', 'but everybody can read it');
select throws_ok(format('select save_ladder(%L, %L)', days, '[0,7,14,20,22,25,30,60]'), 'PT422', 'ladder_malformed', days)
from unnest(array['[1,7,14,20,22,25,30,60]', '[0,7,14,20,22,25,30]', '[0,14,7,20,22,25,30,60]', '[0,7,14,20,22,25,30,400]',
  '[0,null,14,20,22,25,30,60]', '[]', '[[0,7,14,20,22,25,30,60]]', '{}', '"x"', null, '[0,0,0,0,0,0,0,0]', '[0,7,14,20,22,25,30,181]', '[0,0,6,7,14,14,28,60]',
  '[0,0,7,7,13,14,28,60]', '[0,0,7,7,14,14,27,60]', '[0,0,7,7,14,14,28,59]']) days;
select results_eq('select earliest_days from publication_ladder()', array[0, 0, 7, 7, 14, 14, 28, 60], 'how short the steps may be is said');
select throws_ok($$ select save_ladder('[0,7,14,20,22,25,30,61]', '[0,10,20,25,28,30,42,90]') $$, 'PT409', 'changed_meanwhile',
  'two who change it do not overwrite each other');
select lives_ok(format('select save_ladder(%L, ''[0,7,14,20,22,25,30,60]'')', days), days || ' is within bounds')
from unnest(array['[0,0,7,7,14,14,28,60]']) days;
select lives_ok($$ select save_ladder('[0,180,180,180,180,180,180,180]', '[0,0,7,7,14,14,28,60]') $$, 'half a year is the longest');
select is((select count(*) from rule_changes), 5::bigint, 'refusals leave no trace, decisions do');

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
  $$ select save_setting('target_percent', '85', '85') $$, $$ select save_ladder('[0]', '[0]') $$,
  $$ select save_holiday('{}') $$, 'select save_logo(null)']) query, test.tries(person, query) refusal;
select test.act_as_owner();
select set_eq($$ select subject || ' ' || key from audit_log where who = 'dieu-phoi@tinh.vn' and subject in ('settings', 'holidays') $$,
  array['settings answer_days', 'settings agency_name', 'settings logo', 'holidays 2027-09-02'], 'every change is in the log');
select results_eq($$ select who, key, after ->> 'value' from audit_log where subject = 'rule_changes' and key = 'target_percent' order by id $$,
  $$ values ('dieu-phoi@tinh.vn', 'target_percent', '85'), ('dieu-phoi@tinh.vn', 'target_percent', '80') $$, 'and who decided on a rule');

-- The day comes.
create function test.rules() returns jsonb language sql as $$
  select jsonb_build_array(private.setting('target_percent'), private.setting('min_batch'), (select array_agg(after_days) from publication_ladder()))
$$;
create function test.release_at(day date) returns void language sql as $$
  select private.release_step((day + time '08:00') at time zone 'Asia/Ho_Chi_Minh', interval '1 hour')
$$;
select test.release_at(test.next_month() - 1);
select is(test.rules(), '[90, 10, [0, 10, 20, 25, 28, 30, 42, 90]]', 'on the day before, the release works by the old rules');
select test.release_at(test.next_month() + 1);
select is(test.rules(), '[80, 10, [0, 180, 180, 180, 180, 180, 180, 180]]', 'the first one after it by those decided last, even a day late');

-- With ratings that are made up nobody waits for a month.
update settings set value = 'true' where key = 'illustrative';
select test.act_as('dieu-phoi@tinh.vn');
select lives_ok($$ select save_setting('min_batch', '5', '10') $$, 'as few as five may be tried');
select test.act_as_owner();
select is((select valid_from from rule_changes where key = 'min_batch'), test.next_month() + 2, 'from the next day of release');
-- Decided with made-up ratings, not to be carried into true ones.
update settings set value = 'false' where key = 'illustrative';
select test.release_at(test.next_month() + 2);
select is(private.setting('min_batch'), '10', 'what went out of bounds meanwhile stops no release, and is not used');
update settings set value = 'true' where key = 'illustrative';
select test.release_at(test.next_month() + 2);
select is(private.setting('min_batch'), '5', 'within them it is');

select finish();
rollback;
