begin;
\ir fixtures/sample_province.sql
select no_plan();
select test.publish_any_scores();

-- Days of made-up ratings: ten alike at TEST01, two of them with visit codes, one with an opinion in detail.
create function test.made_up(first bigint, day date) returns json language sql as $$
  select json_build_object('days', json_build_array(json_build_object('day', day, 'ratings', json_agg(json_build_object(
    'at', at,
    'body', test.body(n, 'TEST01', 4, at, jsonb_build_object('procedure', '9.000001', 'device', 'made-up-device-' || n)),
    'with_visit', n - first >= 10,
    'details', case when n = first then '{"praised": ["staff"]}'::json end)))))
  from (select n, (day + time '10:00') at time zone 'Asia/Ho_Chi_Minh' as at from generate_series(first, first + 11) n) people
$$;
create function test.enter(first bigint, day date) returns jsonb language sql as $$
  select test.as_role('service_role', format('select enter_illustrative_ratings(%L)', test.made_up(first, day)))
$$;
savepoint morning;

-- An administrator tries the system out.
select is(test.enter(1, '2026-03-02'), '{"ratings": 12, "batches": 1}', 'made-up ratings are entered and released');
select is((select value from settings where key = 'illustrative'), 'true', 'every page can say so');
select is((select jsonb_build_array(number, n, trust, released_on, details) from batches),
  '[1, 10, "walk_in", "2026-03-03", null]', 'they went through the release of the next morning');
select is((select count(*) from private.ratings where trust = 'visit'), 2::bigint, 'some came with a visit code');
select is((select count(*) from private.visit_codes where spent_in = '2026-01-01'), 2::bigint, 'which is spent');
select is(test.enter(20, '2026-03-03'), '{"ratings": 24, "batches": 2}', 'more days follow');
select is((select value from settings where key = 'last_release_on'), '"2026-03-04"', 'the ledger is in the order of its days');
select is(test.as_role('service_role', format('select release_ratings(%L)', private.local_day(now()) + 40)) -> 'done', 'true',
  'made-up ratings may be released before their time');

-- And clears it all away, replies, changes of the rules and what was deleted before as well.
select private.change_rule('min_batch', '5', '10'), private.change_rule('target_percent', '80', '90');
select is((select array_agg(valid_from) from rule_changes), array_fill(private.local_day(now()) + 41, array[2]), 'rules are tried from the next release on');
select test.as_role('service_role', format('select release_ratings(%L)', private.local_day(now()) + 41));
select is(private.setting('min_batch'), '5', 'and hold then');
insert into private.replies (receipt_hash, text, replied_on) select receipt_hash, 'Cảm ơn.', current_date from private.ratings limit 1;
insert into private.set_aside_archive values ('thu-mot', 'withdrawn', 3);
select lives_ok($$ select test.as_role('service_role', 'select to_jsonb(1) from (select clear_illustrative_ratings()) done') $$,
  'made-up ratings can be cleared away');
select is_empty('select 1 from private.ratings union all select 1 from batches union all select 1 from rule_changes union all select 1 from monthly_totals
  union all select 1 from private.ungrouped_answers union all select 1 from answer_groups union all select 1 from set_aside_totals union all select 1 from private.release_run
  union all select 1 from praises union all select 1 from name_consents union all select 1 from practice_notes
  union all select 1 from private.visit_codes union all select 1 from private.replies
  union all select 1 from private.set_aside_archive union all select 1 from offices where waiting > 0', 'no trace of them is left');
select is((select jsonb_object_agg(key, value) from settings where key in ('illustrative', 'last_release_on')),
  '{"illustrative": false, "last_release_on": null}', 'nor the notice');
select is(private.setting('min_batch'), '10', 'true ratings are published by ten again');
select is((select count(*) from private.counters where code like 'TEST%'), 9::bigint, 'offices and counters stay');
select test.crowd(10, 'TEST01', 5, now() - interval '1 hour');
select test.release(now());
select is((select jsonb_build_array(number, previous_hash) from batches), jsonb_build_array(1, repeat('0', 64)),
  'the true ledger begins at one');
rollback to morning;

-- A checkpoint of the true ledger is not cleared away with made-up ratings: who has seen it would find another ledger of its name.
select set_ledger_key('thu.example/ledger', encode(sha256('key'), 'base64'));
select private.append_rule_change('target_percent', '85', '2026-03-03', '2026-04-01');
select checkpoints_to_sign();
select is((select origin from checkpoints), 'thu.example/ledger', 'a true ledger may begin with a change of the rules');
select test.refuses('select enter_illustrative_ratings(test.made_up(100, ''2026-03-02''))', 409, 'ratings_exist',
  'made-up ratings after a true checkpoint');
rollback to morning;

-- True ratings are never mixed with made-up ones, and never cleared away.
select test.rate('TEST01', 5, now());
select test.refuses('select enter_illustrative_ratings(test.made_up(100, ''2026-03-02''))', 409, 'ratings_exist',
  'made-up ratings beside a true one');
select test.refuses('select clear_illustrative_ratings()', 409, 'not_illustrative', 'clearing a true rating away');
rollback to morning;
select test.crowd(10, 'TEST01', 5, now() - interval '1 hour');
select test.release(now());
alter table private.ratings disable trigger user;
delete from private.ratings;
select test.refuses('select enter_illustrative_ratings(test.made_up(100, ''2026-03-02''))', 409, 'ratings_exist',
  'made-up ratings in a true ledger whose ratings are forgotten');
select test.refuses('select clear_illustrative_ratings()', 409, 'not_illustrative', 'clearing a true ledger away');
rollback to morning;
select test.refuses('select clear_illustrative_ratings()', 409, 'not_illustrative', 'clearing an empty system');

-- A mistake in the generator: all or nothing.
select test.refuses($$ select enter_illustrative_ratings(replace(test.made_up(1, '2026-03-02')::text, 'TEST01', 'TEST99')::json) $$,
  404, 'counter_unknown', 'made-up ratings at a counter that does not exist');

-- Days to come are entered, and wait.
select is(test.enter(1, private.local_day(now())), '{"ratings": 12, "batches": 0}', 'the ratings of today wait for tomorrow');

-- Acting as a browser.
select throws_ok(format('select test.as_role(%L, %L)', acting, query), '42501', null, acting || ' may not: ' || query)
from unnest(array['anon', 'authenticated']) acting, unnest(array['select enter_illustrative_ratings(''{"days": []}'')',
  'select to_jsonb(1) from (select clear_illustrative_ratings()) done', 'select release_ratings()',
  'select to_jsonb(1) from (select private.void_batch(1, ''x'')) done']) query;

select finish();
rollback;
