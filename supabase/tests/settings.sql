begin;
\ir stage/town.sql
select no_plan();

select is(stage.as_role('anon', 'select jsonb_object_agg(key, value) from settings'),
  '{"min_batch": 10, "release_hour": 8, "target_percent": 90, "retention_days": 365, "illustrative": false,
    "last_release_on": null, "public_address": null}', 'anyone reads the numbers that figures depend on');
insert into settings (key, value) values ('a_secret', '"x"');
select is(stage.as_role('anon', $$ select to_jsonb(count(*)) from settings where key = 'a_secret' $$), '0',
  'a setting is private until it is made public');
select throws_ok($$ select stage.as_role('anon', 'update settings set value = ''5'' returning to_jsonb(1)') $$, '42501', null,
  'nobody sets them through the API');

-- Bounds that hold for everyone.
select throws_ok(format('update settings set value = %L where key = %L', value, key), '23514', null, key || ' is not ' || value)
from (values ('min_batch', '4'), ('min_batch', '101'), ('min_batch', '"10"'), ('min_batch', 'null'), ('release_hour', '24'),
  ('release_hour', '-1'), ('target_percent', '0'), ('target_percent', '100'), ('retention_days', '61'),
  ('illustrative', '"yes"'), ('last_release_on', '5'), ('public_address', '"javascript:1"'), ('public_address', '"https://a.vn/b"'), ('public_address', '5')) as wrong (key, value);
select lives_ok($$ update settings set value = '5' where key = 'min_batch' $$, 'five is the smallest batch');

select finish();
rollback;
