begin;
\ir fixtures/sample_province.sql
select no_plan();

-- What is published, without scores: office, procedure, field, channel, trust, n.
create function test.ledger() returns setof text language sql as $$
  select concat_ws(' ', office_code, coalesce(procedure_code, '-'), coalesce(field_code, '-'), coalesce(channel::text, '-'),
    coalesce(trust::text, '-'), n) from public.batches order by number
$$;
create function test.waiting() returns bigint language sql as $$
  select count(*) from private.ratings where batch_number is null and set_aside is null
$$;
-- People with a visit code of their own at a counter of thu-mot.
create function test.visitors(people integer, procedure text, day date default '2026-03-02') returns void
language sql as $$
  select test.rate(null, 2, (day + time '07:00') at time zone 'Asia/Ho_Chi_Minh', test.visit('V1S1T1' || lpad(n::text, 4, '0'), procedure))
  from generate_series(1, people) n
$$;
create function test.walkers(people integer, counter text, procedure text, day date default '2026-03-02') returns void
language sql as $$
  select test.crowd(people, counter, 5, (day + time '07:00') at time zone 'Asia/Ho_Chi_Minh',
    jsonb_build_object('procedure', procedure))
$$;
-- People who proved on the spot that they are there.
create function test.on_the_spot(people integer, counter text, procedure text, day date default '2026-03-02') returns void
language sql as $$
  select test.walkers(people, counter, procedure, day);
  update private.ratings set trust = 'on_site' where batch_number is null and set_aside is null
    and receipt_hash in (select private.receipt_hash(test.receipt(n)) from test.people p, generate_series(p.last - $1 + 1, p.last) n);
$$;
create function test.many(ratings integer, counter text, changes jsonb, day date default '2026-03-02') returns void
language sql as $$
  select test.crowd(ratings, counter, 5, (day + time '07:00') at time zone 'Asia/Ho_Chi_Minh',
    '{"procedure": "9.000001"}' || changes)
$$;
create function test.release_on(day date) returns integer language sql as $$
  select test.release((day + time '08:00') at time zone 'Asia/Ho_Chi_Minh')
$$;
-- Those who came on 2 March wait until a rung allows it, and are then released together.
create function test.waits(days integer, batch text, story text) returns setof text language plpgsql as $$
begin
  perform test.release_on('2026-03-01'::date + days);
  return next extensions.is_empty('select test.ledger()', story || ': nothing before day ' || days);
  perform test.release_on('2026-03-02'::date + days);
  return next extensions.results_eq('select test.ledger()', array[batch], story || ': a batch on day ' || days);
end;
$$;
savepoint morning;

-- Ten people, and not one fewer.
select test.walkers(9, 'TEST01', '9.000001');
select is(test.release_on('2026-03-03'), 0, 'nine ratings alike wait');
select is_empty('select test.ledger()', 'nothing of them is public');
select test.rate('TEST01', 1, '2026-03-03 10:00+07',
  '{"procedure": "9.000001", "device": "0123456789abcdef", "rated_at": "2026-03-03T02:59:00Z"}');
select is(test.release_on('2026-03-04'), 10, 'with the tenth they are released');
select results_eq('select test.ledger()', array['thu-mot 9.000001 thu-ho-tich counter walk_in 10'],
  'in one batch that names their procedure, its field, the channel and the trust');
select is((select jsonb_build_array(score_1, score_2, score_3, score_4, score_5, released_on, voids) from batches),
  '[1, 0, 0, 0, 9, "2026-03-04", null]', 'it counts their scores and knows the day of its release');
select is(test.release_on('2026-03-04'), 0, 'a second release of the same day finds nothing');
select is(test.release_on('2026-03-05'), 0, 'nor does one of the next day');
select is((select count(*) from batches), 1::bigint, 'nobody is counted twice');
select is_empty($$ select * from private.ratings where id is not null or received_at is not null or rated_at is not null
  or sender is not null or counter_code is not null $$,
  'a published rating keeps no id with its instant, no day, no clock, no device and no counter');
select is_empty($$ select receipt_hash, lead(receipt_hash) over (order by ctid) as next from private.ratings
  except select receipt_hash, lead(receipt_hash) over (order by receipt_hash) from private.ratings $$,
  'nor the order in which people came, not even by its place on the disk');
rollback to morning;

-- A batch of a wider rung tells less, and so does what is kept of its ratings.
select test.walkers(5, 'TEST01', '9.000001'), test.on_the_spot(5, 'TEST01', '9.000003');
select test.release_on('2026-04-01');
select results_eq('select distinct office_code, procedure_code, channel::text, trust::text from private.ratings',
  $$ values ('thu-mot', null, 'counter', null) $$, 'a rating in a batch keeps the keys that the batch names, and no others');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.walkers(5, 'TEST02', '9.000001');
select test.release_on('2026-05-31');
select results_eq('select distinct office_code, procedure_code, channel::text, trust::text from private.ratings',
  $$ values ('thu-tinh', null, null, null) $$, 'pooled with the province, not even its commune');
rollback to morning;

-- Ten people, and not ten ratings.
select test.walkers(1, 'TEST01', '9.000001'), test.many(9, 'TEST01', '{"device": null}');
select is(test.release_on('2026-03-03'), 0, 'nine ratings without a device and one victim are two people, and wait');
select test.many(90, 'TEST01', '{"device": null}', d::date) from generate_series('2026-03-03'::date, '2026-05-30', '9 days') d;
select is(test.release_on('2026-05-31'), 0, 'however many more come, and however long');
select test.walkers(8, 'TEST01', '9.000001', '2026-05-31');
select is(test.release_on('2026-06-01'), 918, 'with eight other people they are released together');
rollback to morning;
select test.walkers(1, 'TEST01', '9.000001');
select test.many(1, 'TEST01', '{"device": "one-device-of-one-person"}', d::date)
from generate_series('2026-03-02'::date, '2026-03-10', '1 day') d;
select is(test.release_on('2026-03-11'), 0, 'nor does one device become nine people in nine days');
rollback to morning;
select test.walkers(1, 'TEST01', '9.000001'), test.many(9, 'TEST05', '{}');
select is(test.release_on('2026-03-03'), 0, 'nine ratings that say they come from a kiosk are one person');
select test.many(3, 'TEST05', '{}', '2026-03-03'), test.many(30, 'TEST05', '{}', '2026-03-04'), test.many(30, 'TEST05', '{}', '2026-03-05');
select is(test.release_on('2026-03-06'), 0, 'on however many days');
-- As a paired one sends (counter_devices.sql): as three people a day.
update private.ratings set sender = extract(day from received_at) * 10 + get_byte(uuid_send(receipt_hash), 0) % 3, trust = 'on_site' where counter_code = 'TEST05';
select isnt(test.release_on('2026-03-20'), 0, 'a paired kiosk that is used day after day fills a batch');
rollback to morning;
select test.walkers(9, 'TEST01', '9.000002'), test.rate('TEST01', 1, '2026-03-02 07:10+07', '{"procedure": "9.000001"}');
select private.correct_rating(json_build_object('receipt', test.receipt(n), 'procedure', '9.000001'), '2026-03-02 07:40+07')
from generate_series(1, 9) n;
select is(test.release_on('2026-03-03'), 0, 'nine waiting ratings that are sent after a victim to another procedure wait with it');
select is(test.release_on('2026-03-22'), 0, 'and on every rung');
select test.walkers(8, 'TEST01', '9.000001', '2026-03-22');
select is(test.release_on('2026-03-23'), 18, 'until eight other people come');
rollback to morning;
select test.walkers(10, 'TEST01', null);
select private.correct_rating(json_build_object('receipt', test.receipt(n), 'procedure', '9.000001'), '2026-03-02 07:25+07')
from generate_series(1, 10) n;
select is(test.release_on('2026-03-03'), 10, 'people who name their procedure within the half hour count as people');
rollback to morning;

-- Ten people who all said the same bad thing are not told on: at least two of a batch are satisfied.
select test.crowd(11, 'TEST01', 1, '2026-03-02 07:00+07', '{"procedure": "9.000001"}'), test.walkers(1, 'TEST01', '9.000001');
select is(test.release_on('2026-03-03'), 0, 'eleven dissatisfied people and one satisfied wait');
select test.walkers(1, 'TEST01', '9.000001', '2026-03-03');
select is(test.release_on('2026-03-04'), 13, 'with a second one they are released');
rollback to morning;
select test.crowd(10, 'TEST01', 3, '2026-03-02 07:00+07', '{"procedure": "9.000001"}');
select is(test.release_on('2026-05-30'), 0, 'without, no rung of the office takes them');
select is(test.release_on('2026-05-31'), 10, 'and the pooled one takes all');
rollback to morning;

-- Whoever has just rated may think again for 30 minutes.
select test.crowd(10, 'TEST01', 5, '2026-03-03 07:30:01+07');
select is(test.release('2026-03-03 08:00+07'), 0, 'ratings of 29 minutes and 59 seconds are left alone');
select is(test.release('2026-03-03 08:00:01+07'), 10, 'a second later they are released');
rollback to morning;

-- Changed minds.
select test.walkers(11, 'TEST01', '9.000001');
select private.correct_rating('{"receipt": "000000000001", "score": 1}', '2026-03-02 10:10+07');
select private.withdraw('{"receipt": "000000000002"}');
select test.release_on('2026-03-03');
select is((select jsonb_build_array(n, score_1, score_5) from batches), '[10, 1, 9]',
  'a corrected rating counts as corrected, a withdrawn one not at all');
rollback to morning;
select test.walkers(10, 'TEST01', '9.000001');
select private.withdraw('{"receipt": "000000000002"}');
select is(test.release_on('2026-03-03'), 0, 'when one of ten withdraws, nine wait');
rollback to morning;

-- Set aside: the third rating of one device is not counted, and the second is no other person.
select test.walkers(8, 'TEST01', '9.000001');
select test.crowd(3, 'TEST01', 1, '2026-03-02 07:00+07', '{"procedure": "9.000001", "device": "0123456789abcdef"}');
select is(test.release_on('2026-03-03'), 0, 'eight people and three ratings of one device are nine people');
select test.walkers(1, 'TEST01', '9.000001', '2026-03-03');
select is(test.release_on('2026-03-04'), 11, 'with a tenth person eleven ratings are counted');
select is((select score_1 from batches), 2, 'two of the device');
rollback to morning;

-- How many were set aside moves by ten people or not at all.
create function test.aside() returns jsonb language sql as $$
  select jsonb_object_agg(reason, n) from set_aside_totals where office_code = 'thu-mot'
$$;
create function test.repeat(person integer) returns void language sql as $$
  select test.crowd(4, 'TEST01', 1, '2026-03-02 07:00+07', jsonb_build_object('device', 'device-of-person-' || person))
$$;
select test.repeat(n) from generate_series(1, 9) n;
select test.release_on('2026-03-03');
select is(test.aside(), null, 'eighteen repeats of nine people are not shown');
select test.repeat(10);
select test.release_on('2026-03-04');
select is(test.aside(), '{"device_repeat": 20}', 'those of ten are, as many as they are');
select test.repeat(10 + n) from generate_series(1, 9) n;
select private.withdraw(json_build_object('receipt', test.receipt(4 * n - 3))) from generate_series(1, 9) n;
select test.release_on('2026-03-05');
select is(test.aside(), '{"device_repeat": 20}', 'then it stands still, whatever nine people do, and whoever withdraws');
select private.withdraw(json_build_object('receipt', test.receipt(37)));
select test.release_on('2026-03-06');
select is(test.aside(), '{"device_repeat": 20, "withdrawn": 10}', 'until a tenth does it');
rollback to morning;

-- An agency may ask for a larger crowd.
update settings set value = '12' where key = 'min_batch';
select test.walkers(11, 'TEST01', '9.000001');
select is(test.release_on('2026-03-03'), 0, 'eleven wait where twelve are asked for');
select test.walkers(1, 'TEST01', '9.000001', '2026-03-03');
select is(test.release_on('2026-03-04'), 12, 'twelve do not');
rollback to morning;

-- Down the ladder, rung by rung: ten people who differ in a little more each time.
select test.walkers(10, 'TEST01', '9.000001');
select test.waits(0, 'thu-mot 9.000001 thu-ho-tich counter walk_in 10', 'alike in everything');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.on_the_spot(5, 'TEST01', '9.000001');
select test.waits(10, 'thu-mot 9.000001 thu-ho-tich counter - 10', 'on the spot and unproven');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.walkers(5, 'TEST01', '9.000002');
select test.waits(20, 'thu-mot - thu-ho-tich counter walk_in 10', 'two procedures of one field');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.on_the_spot(5, 'TEST01', '9.000002');
select test.waits(25, 'thu-mot - thu-ho-tich counter - 10', 'two procedures, on the spot and unproven');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.walkers(5, 'TEST01', '9.000003');
select test.waits(28, 'thu-mot - - counter walk_in 10', 'two fields');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.on_the_spot(5, 'TEST01', '9.000003');
select test.waits(30, 'thu-mot - - counter - 10', 'two fields, on the spot and unproven');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.walkers(5, 'TEST04', '9.000001');
select test.waits(42, 'thu-mot - - - - 10', 'two channels');
rollback to morning;
select test.walkers(5, 'TEST01', '9.000001'), test.walkers(5, 'TEST02', '9.000001');
select test.waits(90, 'thu-tinh - - - - 10', 'two communes, published for their province');
select is(test.waiting(), 0::bigint, 'at the end of the ladder nobody waits any more');
rollback to morning;

-- A release takes the highest rung that people fill, and leaves the others waiting.
select test.walkers(10, 'TEST01', '9.000001'), test.visitors(5, '9.000001');
select test.waits(0, 'thu-mot 9.000001 thu-ho-tich counter walk_in 10', 'ten alike beside five');
select is(test.waiting(), 5::bigint, 'the five wait for company');
rollback to morning;
select test.on_the_spot(5, 'TEST01', '9.000001'), test.walkers(5, 'TEST01', '9.000001', '2026-03-12');
select test.waits(10, 'thu-mot 9.000001 thu-ho-tich counter - 10', 'five who waited and five who came today');
rollback to morning;
select test.walkers(1, 'TEST01', '9.000003');
select test.walkers(5, 'TEST01', '9.000001', '2026-03-11'), test.on_the_spot(5, 'TEST01', '9.000001', '2026-03-11');
select is(test.release_on('2026-03-12'), 0, 'somebody else''s long wait is no reason for ten young ones to give up a key');
select is(test.release_on('2026-03-21'), 10, 'their own is');
rollback to morning;
select test.walkers(10, 'TEST01', null);
select test.waits(0, 'thu-mot - - counter walk_in 10', 'ten who named no procedure');
rollback to morning;

-- What a code has proven is never published together with what anybody can send, however long it waits: nobody without a code
-- chooses which visits are in the rate of visits.
select test.walkers(9, 'TEST01', '9.000001'), test.visitors(9, '9.000001');
select is(test.release_on('2026-04-20'), 0, 'nine with a code and nine without are no batch of eighteen');
select is(test.release_on('2026-07-20'), 0, 'not even pooled with the province');
select test.walkers(1, 'TEST01', '9.000001', '2026-07-20');
select is(test.release_on('2026-07-21'), 10, 'a tenth without a code brings along those without one');
select results_eq('select distinct trust::text, n from batches', $$ values ('walk_in', 10) $$, 'and nobody else');
rollback to morning;

-- The last rung takes the province's own ratings along, and no office that has nobody stuck.
insert into private.counters (code, office_code, name, channel, kind) values ('TEST10', 'thu-tinh', 'Liên kết', 'online', 'link');
select test.walkers(8, 'TEST01', '9.000001'), test.walkers(3, 'TEST10', null, '2026-05-30'),
  test.walkers(4, 'TEST02', null, '2026-05-30');
select test.waits(90, 'thu-tinh - - - - 11', 'eight of a commune and three of the province');
select results_eq('select distinct office_code from private.ratings where batch_number is null', array['thu-hai'],
  'another commune with young ratings goes on waiting');
rollback to morning;

-- What never reaches ten is never published. How many wait moves by ten people or not at all, and shows whole tens.
create function test.shown() returns integer language sql as $$ select waiting from offices where code = 'thu-mot' $$;
select test.walkers(5, 'TEST01', '9.000001'), test.walkers(4, 'TEST02', '9.000001');
select test.release_on('2026-03-02');
select is(test.release_on('2027-06-01'), 0, 'nine in a whole province are never published');
select is(test.shown(), 0, 'that five wait is not shown');
select test.walkers(9, 'TEST01', null, '2027-06-01'), test.walkers(9, 'TEST04', null, '2027-06-01');
-- Longer than a ladder may be.
alter table private.ladder disable trigger "the ladder is within its bounds";
update private.ladder set after_days = 3650 where position > 1;
select is(test.shown(), 0, 'new ratings do not move the number');
select test.release_on('2027-06-02');
select is(test.shown(), 20, 'until the next release');
select test.walkers(9, 'TEST01', '9.000002', '2027-06-02');
select test.release_on('2027-06-03');
select is(test.shown(), 20, 'nine more people do not show');
select test.many(50, 'TEST04', '{"device": null}', '2027-06-03');
select test.release_on('2027-06-04');
select is(test.shown(), 30, 'a tenth does, and counts once, however often it was sent');
rollback to morning;

-- In short steps, and after a power cut.
select test.walkers(10, 'TEST01', '9.000001'), test.walkers(10, 'TEST02', '9.000001'), test.walkers(10, 'TEST03', '9.000001');
create function test.step(at timestamptz) returns jsonb language sql as $$
  select private.release_step(at, interval '-1 second')
$$;
select is(test.step('2026-03-03 08:00+07'), '{"ratings": 10, "done": false}', 'a step without time does one office');
select is((select after_office from private.release_run), 'thu-ba', 'and remembers it');
select test.walkers(10, 'TEST03', '9.000002');
select is(test.step('2026-03-03 08:00+07') ->> 'ratings', '10', 'the next step goes on');
select is((select after_office from private.release_run), 'thu-hai', 'with the next office');
select is((select value from settings where key = 'last_release_on'), 'null', 'the day is not over');
select is(test.release('2026-03-03 08:00+07'), 10, 'the rest follows');
select results_eq('select office_code from batches order by number', array['thu-ba', 'thu-hai', 'thu-mot'],
  'what came after its office was done waits for the next day');
select is_empty('select * from private.release_run', 'a release that has ended leaves nothing to resume');
select is((select value from settings where key = 'last_release_on'), '"2026-03-03"', 'its day is public');
select test.walkers(9, 'TEST03', '9.000001'), test.walkers(10, 'TEST01', '9.000001');
select is(test.step('2026-03-04 08:00+07'), '{"ratings": 10, "done": false}', 'the next day begins, and then the power is cut');
select is(test.step('2026-03-05 08:00+07') -> 'done', 'false', 'until the day after');
select is((select to_jsonb(r) - 'only_one' from private.release_run r),
  '{"released_on": "2026-03-05", "after_office": "thu-ba"}', 'which begins with the first office again');
select test.release('2026-03-05 08:00+07');
select is(test.waiting(), 9::bigint, 'at last all but nine are counted');
rollback to morning;

-- By hand, acting as the administrator.
select test.walkers(10, 'TEST01', '9.000001');
update settings set value = '"2026-03-05"' where key = 'last_release_on';
select test.refuses($$ select release_ratings('2026-03-04') $$, 409, 'release_out_of_order', 'releasing a day before the last one');
select test.refuses('select release_ratings((private.local_day(now()) + 1)::text)', 422, 'release_in_future', 'releasing tomorrow');
select is(test.as_role('service_role', $$ select release_ratings('2026-03-05') $$), '{"ratings": 10, "done": true}',
  'an administrator releases a day');
select is((select released_on from batches), '2026-03-05', 'under the date of that day');
select is(test.as_role('service_role', 'select release_ratings()'), '{"ratings": 0, "done": true}', 'or today');
select throws_ok($$ select test.as_role('anon', 'select release_ratings()') $$, '42501', null, 'a browser does not');
rollback to morning;

-- By the clock.
create function test.hour_now() returns integer language sql as $$
  select extract(hour from now() at time zone 'Asia/Ho_Chi_Minh')::integer
$$;
select test.walkers(10, 'TEST01', '9.000001');
update settings set value = to_jsonb(least(test.hour_now() + 1, 23)) where key = 'release_hour';
select private.release_when_due();
select is((select count(*) from batches), (test.hour_now() = 23)::integer::bigint, 'before the hour nothing is released');
update settings set value = to_jsonb(test.hour_now()) where key = 'release_hour';
select private.release_when_due();
select is((select count(*) from batches), 1::bigint, 'from the hour on the day is released');
select is((select value from settings where key = 'last_release_on'), to_jsonb(private.local_day(now())), 'and is done');
select test.crowd(10, 'TEST02', 5, now() - interval '1 hour');
select private.release_when_due();
select is((select count(*) from batches), 1::bigint, 'once a day, however often the clock knocks');
rollback to morning;

-- Old ratings are forgotten, their figures are not.
update settings set value = '62' where key = 'retention_days';
select test.walkers(10, 'TEST01', '9.000001'), test.walkers(3, 'TEST02', null);
select test.release_on('2026-03-03');
select test.release_on('2026-06-02');
select is((select count(*) from private.ratings), 13::bigint, 'after the retention and the 31 days of an outbox less an instant all are there');
select test.release_on('2026-06-04');
select is((select count(*) from private.ratings), 3::bigint, 'then those in a batch are deleted, those that wait are not');
select is((select n from satisfaction('all')), 10::bigint, 'the figure is what it was');
select throws_ok('select receipt_state(test.receipt(1))', 'PT404', 'receipt_unknown', 'their receipts lead nowhere');
rollback to morning;

-- So are those that were set aside or withdrawn; how many there were is not.
update settings set value = '62' where key = 'retention_days';
select test.crowd(5, 'TEST01', 1, '2026-03-02 07:00+07', '{"device": "0123456789abcdef"}');
select private.withdraw(json_build_object('receipt', test.receipt(n))) from generate_series(1, 2) n;
select test.release_on('2026-06-02');
select is((select count(*) from private.ratings), 5::bigint, 'while an outbox may still send them all are there');
select test.release_on('2026-06-04');
select is((select count(*) from private.ratings where set_aside is not null), 0::bigint, 'then they are deleted');
select test.release_on('2026-06-05');
select is((select jsonb_object_agg(reason, n) from private.set_aside_archive), '{"withdrawn": 2, "device_repeat": 3}',
  'how many they were is remembered');
select test.crowd(3, 'TEST01', 1, '2026-06-05 07:00+07', jsonb_build_object('device', 'device-of-person-' || n))
from generate_series(1, 7) n;
select test.release_on('2026-06-06');
select is((select jsonb_object_agg(reason, n) from set_aside_totals where office_code = 'thu-mot'), '{"device_repeat": 10}',
  'and published with the new ones');
select throws_ok(format('select private.accept_rating(%L, %L)', test.body(1, 'TEST01', 1, '2026-03-02 07:00+07'),
  '2026-06-05 07:00+07'), 'PT422', 'id_too_old', 'a withdrawn rating that is forgotten cannot come back');

select finish();
rollback;
