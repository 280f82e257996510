begin;
\ir fixtures/sample_province.sql
select no_plan();

-- So many people answer alike at a counter, each on a phone of their own.
create function test.say(people integer, details jsonb, counter text default 'TEST01', procedure text default '9.000001',
  day date default '2026-03-02', changes jsonb default '{}') returns void language sql as $$
  select private.add_rating_details(json_build_object('receipt', test.rate(counter, 5, (day + time '07:00') at time zone 'Asia/Ho_Chi_Minh',
    jsonb_build_object('procedure', procedure) || changes), 'details', details)) from generate_series(1, people)
$$;
create function test.release_on(day date) returns integer language sql as $$
  select test.release((day + time '08:00') at time zone 'Asia/Ho_Chi_Minh')
$$;
create function test.groups() returns setof text language sql as $$
  select concat_ws(' ', quarter, office_code, coalesce(procedure_code, '-'), coalesce(field_code, '-'), question, n, answers)
  from answer_groups order by position
$$;
savepoint morning;

-- At the end of the quarter, and not before.
select test.say(17, '{"timeliness": "on_time", "praised": ["staff", "result"]}'), test.say(3, '{"timeliness": "late"}');
select test.release_on('2026-03-03');
select is((select details from batches), null, 'a batch carries scores only');
select test.release_on('2026-03-31');
select is_empty('select test.groups()', 'while the quarter runs no answer is public');
select test.release_on('2026-04-01');
select results_eq('select test.groups()', array['2026-01-01 thu-mot 9.000001 thu-ho-tich timeliness 20 {"late": 3, "on_time": 17}'],
  'then those that 20 people gave, each answer at least three of them; seventeen who praised go on waiting');
select results_eq('select answer, n from answers(office => ''thu-mot'')', $$ values ('late', 3::bigint), ('on_time', 17) $$, 'and figures add them up');
select test.release_on('2026-04-02');
select is((select count(*) from answer_groups), 1::bigint, 'a quarter is grouped once');
select is((select previous_hash from answer_groups), (select hash from batches), 'a group follows the last batch in the chain');
select test.say(10, '{}', day => '2026-04-02');
select test.release_on('2026-04-03');
select is((select previous_hash from batches where number = 2), (select hash from answer_groups), 'and the next batch follows the group');
select is((select hash from answer_groups), encode(sha256(convert_to((select hash from batches where number = 1)
  || '|1|1|2026-01-01|thu-mot|9.000001|thu-ho-tich|timeliness|20|{"late": 3, "on_time": 17}|2026-04-01', 'UTF8')), 'hex'),
  'its hash is made of what the file shows');
select test.refuses('update answer_groups set n = 21', 403, 'ledger_append_only', 'changing a group');
select test.refuses('delete from answer_groups', 403, 'ledger_append_only', 'deleting one');
rollback to morning;

-- An answer that fewer than three gave keeps its whole group back, however large it is.
select test.say(40, '{"money": "no"}'), test.say(2, '{"money": "yes"}');
select test.release_on('2026-03-03');
select test.release_on('2026-04-01');
select is_empty('select test.groups()', 'two of 42 who paid more than the fee are not told on');
select test.say(1, '{"money": "yes"}', day => '2026-04-02'), test.say(9, '{}', day => '2026-04-02');
select test.release_on('2026-04-03');
select test.release_on('2026-07-01');
select results_eq('select test.groups()', array['2026-04-01 thu-mot 9.000001 thu-ho-tich money 43 {"no": 40, "yes": 3}'],
  'with a third one in the next quarter all are published');
rollback to morning;

-- By the procedure, else by its field, else the office.
select test.say(12, '{"trips": "0"}'), test.say(12, '{"trips": "0"}', procedure => '9.000002'), test.say(12, '{"trips": "1"}', procedure => '9.000003'),
  test.say(25, '{"trips": "2+"}', counter => 'TEST02');
select test.release_on('2026-03-03');
select test.release_on('2026-04-01');
select results_eq('select test.groups()', array['2026-01-01 thu-hai 9.000001 thu-ho-tich trips 25 {"2+": 25}',
  '2026-01-01 thu-mot - thu-ho-tich trips 24 {"0": 24}'], 'two procedures of a field make a group of the field');
select is((select count(*) from private.ungrouped_answers), 12::bigint, 'the twelve of another field wait');
select test.say(10, '{"trips": "0"}', procedure => null, day => '2026-04-02');
select test.release_on('2026-04-03');
select test.release_on('2026-07-01');
select results_eq('select test.groups() offset 2', array['2026-04-01 thu-mot - - trips 22 {"0": 10, "1": 12}'],
  'and are grouped for the office with those of the next quarter');
rollback to morning;

-- After four quarters: with the parent.
select test.say(12, '{"trips": "0"}'), test.say(12, '{"trips": "0"}', counter => 'TEST02');
select test.release_on('2026-03-03');
select test.release_on(day) from unnest(array['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-04']::date[]) day;
select is_empty('select test.groups()', 'for four quarters twelve wait at each commune');
select test.release_on('2027-04-01');
select results_eq('select test.groups()', array['2027-01-01 thu-tinh - - trips 24 {"0": 24}'], 'then they are pooled for the province');
rollback to morning;

-- People, and not ratings.
select test.say(10, '{"outcome": "received"}'), test.say(30, '{"outcome": "refused"}', changes => '{"device": null}');
select test.release_on('2026-03-03');
select is((select n from batches), 40, 'forty ratings of eleven people');
select test.release_on('2026-04-01');
select is_empty('select test.groups()', 'make no group of twenty');
select test.say(10, '{"outcome": "received"}', day => '2026-04-02'), test.say(2, '{"outcome": "refused"}', day => '2026-04-02');
select test.release_on('2026-04-03');
select test.release_on('2026-07-01');
select results_eq('select test.groups()', array['2026-04-01 thu-mot 9.000001 thu-ho-tich outcome 52 {"refused": 32, "received": 20}'],
  'until twenty people answered, and three gave each answer');
rollback to morning;

-- Nothing leads from an answer back to its rating.
select test.say(11, '{"trips": "0", "money": "no"}');
select test.release_on('2026-03-03');
select is_empty($$ select a.attname from pg_attribute a where a.attrelid = 'private.ungrouped_answers'::regclass and a.attnum > 0
  and a.attname not in ('id', 'quarter', 'batch_number', 'question', 'answers', 'office_code', 'procedure_code', 'field_code', 'is_first') $$,
  'no score, no receipt and no day');
rollback to morning;

-- A batch that is found wrong before its answers are grouped takes them along.
select test.say(25, '{"trips": "0"}');
select test.release_on('2026-03-03');
select private.void_batch(1, 'Thử');
select test.release_on('2026-04-01');
select is_empty('select test.groups()', 'of a voided batch no answer is published');

select finish();
rollback;
