begin;
\ir ../fixtures/sample_province.sql
\ir ../fixtures/people.sql
select no_plan();

-- The rules as they will be, from the first of March. A Monday.
update set_aside_rules set valid_from = '2026-03-01' where version = 2;
-- Limits are drawn: with a secret of its own now and then one lies far from its mean.
update private.excess_secret set secret = '00000000-0000-4000-8000-000000000001';
create function test.state(receipt text) returns text language sql as $$
  select concat_ws(' ', s ->> 'state', s ->> 'reason') from receipt_state(receipt) s
$$;
create function test.at(written text) returns timestamptz language sql as $$ select (written || '+07')::timestamptz $$;
create function test.device(counter text, at text, device text default 'the-phone-of-one-house') returns text language sql as $$
  select test.state(test.rate(counter, 2, test.at(at), jsonb_build_object('device', device)))
$$;
-- How many of all ratings are in each state.
create function test.states() returns jsonb language sql as $$
  select jsonb_object_agg(state, n) from (select coalesce(set_aside, case when batch_number is null then 'waiting' else 'counted' end) as state,
    count(*) as n from private.ratings group by 1) s
$$;

-- Rules are known before they hold.
select is((select valid_from from set_aside_rules where version = 1) < '2026-01-01', true, 'the first rules hold from the beginning');
select is((private.set_aside_rules_on('2026-02-28')).version, 1, 'before its day a version does not hold');
select is((private.set_aside_rules_on('2026-03-01')).version, 2, 'from its day on it does');
select is(test.as_role('anon', 'select jsonb_agg(version order by version) from set_aside_rules'), '[1, 2]', 'anyone reads them');

-- Hours: of the tap, at a desk, with an hour's grace.
savepoint morning;
select is(test.state(test.rate(counter, 5, test.at(at), changes::jsonb)), expected, story)
from (values
  ('TEST01', '2026-03-02 06:00', '{}', 'waiting', 'an hour before the doors open'),
  ('TEST01', '2026-03-02 18:00', '{}', 'waiting', 'an hour after they close'),
  ('TEST01', '2026-03-02 18:01', '{}', 'set_aside outside_hours', 'later than that nobody can have been there'),
  ('TEST05', '2026-03-02 05:59', '{}', 'set_aside outside_hours', 'nor at a kiosk in the night'),
  ('TEST01', '2026-03-07 10:00', '{}', 'set_aside outside_hours', 'a Saturday'),
  ('TEST04', '2026-03-07 23:00', '{}', 'waiting', 'a link on the internet has no hours'),
  ('TEST01', '2026-03-02 21:00', '{"rated_at": "2026-03-02T03:00:00Z"}', 'waiting', 'a phone without a signal since ten in the morning'),
  ('TEST01', '2026-03-03 10:00', '{"rated_at": "2026-03-02T14:00:00Z"}', 'set_aside outside_hours', 'one that was tapped at nine in the evening'),
  ('TEST01', '2026-03-03 10:00', '{"rated_at": "2031-03-02T14:00:00Z"}', 'waiting', 'a clock that is years ahead is not believed')
) as scene (counter, at, changes, expected, story);
select is((private.accept_rating(test.body(900, null, 5, test.at('2026-03-07 23:00'), '{"visit": "V1S1T00001"}'),
  test.at('2026-03-07 23:00'))) ->> 'state', 'waiting', 'a visit code has proven its dossier, at any hour');
insert into holidays values ('2026-03-04', 'Ngày nghỉ', false), ('2026-03-14', 'Làm bù', true);
select is(test.state(test.rate('TEST01', 5, test.at('2026-03-04 10:00'))), 'set_aside outside_hours', 'a day off is no working day');
select is(test.state(test.rate('TEST01', 5, test.at('2026-03-14 10:00'))), 'waiting', 'a Saturday that is worked in its place is one');
update offices set further_hours = 'T7 7:30-11:30; CN 8:00-9:00' where code = 'thu-mot';
select is(test.state(test.rate('TEST01', 5, test.at(at))), expected, story)
from (values
  ('2026-03-07 11:00', 'waiting', 'an office that says it serves on Saturday mornings does'),
  ('2026-03-07 12:00', 'set_aside outside_hours', 'until half past eleven'),
  ('2026-03-08 08:30', 'waiting', 'and for an hour on Sundays'),
  ('2026-03-02 10:00', 'waiting', 'which takes nothing from the other days')
) as scene (at, expected, story);
select throws_ok($$ update offices set further_hours = 'thứ Bảy' where code = 'thu-hai' $$, '23514', null, 'hours that nobody can read are no hours');
select is(private.is_hours(written), expected, format('%L', written))
from (values (null, true), ('T7 7:00-11:30', true), ('CN 08:00-23:59', true), ('T8 7:00-11:00', false), ('T7 7:00', false),
  ('T7 7:00-24:00', false), ('T7 7:00-11:00;', false), ('', false)) as said (written, expected);
rollback to morning;

-- One device at one office, wherever and on whichever day of the quarter.
select is(test.device('TEST01', '2026-03-02 08:00'), 'waiting', 'a first rating of a device counts');
select is(test.device('TEST04', '2026-03-10 08:00'), 'waiting', 'a second one, at another counter and on another day, too');
select is(test.device('TEST01', '2026-03-20 08:00'), 'set_aside device_repeat', 'the third in a quarter is kept and not counted');
select is(test.device('TEST02', '2026-03-20 08:00'), 'waiting', 'another office counts for itself');
select is(test.device('TEST01', '2026-04-01 08:00'), 'waiting', 'and so does the next quarter');
select is(test.device('TEST05', '2026-03-02 08:00'), 'waiting', 'at a kiosk nobody is told apart');
rollback to morning;
select is(test.device('TEST01', '2026-03-02 08:00'), 'waiting', 'somebody rates');
select private.withdraw(json_build_object('receipt', test.receipt(1)));
select is(test.device('TEST01', '2026-03-02 08:01'), 'waiting', 'takes it back, rates anew');
select is(test.device('TEST01', '2026-03-02 08:02'), 'waiting', 'and once more for a neighbour: two count');
select is(test.device('TEST01', '2026-03-02 08:03'), 'set_aside device_repeat', 'not three');
select private.withdraw(json_build_object('receipt', test.receipt(4)));
select is(test.device('TEST01', '2026-03-02 08:04'), 'set_aside device_repeat', 'and taking back what did not count frees no place');
select is(test.state(test.receipt(2)), 'waiting', 'what was counted before is not judged again');
select is(private.accept_rating(test.body(2, 'TEST01', 2, test.at('2026-03-02 08:01')), test.at('2026-03-02 09:00')) ->> 'state', 'waiting',
  'nor is what a phone sends twice');
select is((select sum(n) from private.device_counts), 2::bigint, 'which is not counted twice either');
select test.release('2026-03-20 08:00+07');
select is((select count(*) from private.device_counts), 1::bigint, 'what is known of a device stays for its quarter');
select test.release('2026-04-02 08:00+07');
select is((select count(*) from private.device_counts), 0::bigint, 'and goes with it');
rollback to morning;

-- Who floods a counter chooses receipts whose hashes come first; that does not keep their ratings in and everybody else's out.
select test.crowd(200, 'TEST01', 1, test.at('2026-03-02 10:00'));
update private.ratings r set receipt_hash = ('00000000' || substr(r.receipt_hash::text, 9))::uuid;
select test.crowd(100, 'TEST01', 1, test.at('2026-03-02 10:00'));
select private.set_excess_aside('thu-mot', test.at('2026-03-03 08:00'));
select ok(count(*) filter (where r.set_aside is null and r.receipt_hash::text not like '00000000%') between 10 and 60,
  'of a hundred others as many stay as there are hundreds') from private.ratings r;
rollback to morning;

-- A flood. Only what looks alike is weighed together, so a flood of ones takes nobody's five away.
select test.crowd(300, 'TEST01', 1, test.at('2026-03-02 10:00'));
select test.crowd(40, 'TEST01', 5, test.at('2026-03-02 10:00'));
select test.crowd(30, 'TEST02', 1, test.at('2026-03-02 10:00'));
select test.release('2026-03-03 08:00+07');
select is((select count(*) from private.ratings where office_code = 'thu-mot' and score = 5 and set_aside is not null), 0::bigint,
  'all forty who were satisfied in the same hour stay');
select is((select count(*) from private.ratings where office_code = 'thu-hai' and set_aside is not null), 0::bigint, 'and those of other offices');
select ok((select count(*) between 30 and 160 from private.ratings where office_code = 'thu-mot' and score = 1 and set_aside is null),
  'of three hundred ones about sixty stay');
select is((select distinct set_aside from private.ratings where set_aside is not null), 'burst', 'with their reason');
select is((select quarter || ' ' || reason || ' ' || (n = (select count(*) from private.ratings where set_aside = 'burst'))
  from set_aside_totals where office_code = 'thu-mot'), '2026-01-01 burst true', 'how many is public, by quarter and reason');
rollback to morning;

-- The office reports many dossiers: three times an average hour may come.
insert into handled_dossiers (month, office_code, handled) values ('2026-02-01', 'thu-mot', 17600);
select test.crowd(250, 'TEST01', 1, test.at('2026-03-02 10:00'));
select test.release('2026-03-03 08:00+07');
select is(test.states() -> 'burst', null, 'an office of 100 dossiers an hour may have 250 ratings in one');
rollback to morning;

-- Invented hours of tapping do not help past the day of arrival.
select test.crowd(40, 'TEST01', 1, test.at('2026-03-06 17:00'), jsonb_build_object('rated_at', to_char(d, 'YYYY-MM-DD') || 'T03:00:00Z'))
from generate_series('2026-02-05'::date, '2026-02-25', '1 day') d where extract(isodow from d) < 6;
select test.release('2026-03-07 08:00+07');
select ok((test.states() ->> 'burst')::integer > 400, 'of 600 that arrive on one day most are too many, whenever they say they were tapped');
rollback to morning;

-- Programs that name no device share a small budget, and pretend in vain to be a kiosk.
select test.crowd(100, 'TEST01', 1, test.at('2026-03-02 10:00'), '{"device": null}');
select test.release('2026-03-03 08:00+07');
select ok((test.states() ->> 'burst')::integer > 75, 'of a hundred that name no device about ten stay');
rollback to morning;
select test.crowd(100, 'TEST05', 1, test.at('2026-03-02 10:00'));
select test.release('2026-03-03 08:00+07');
select ok((test.states() ->> 'too_fast')::integer > 70, 'nobody taps a hundred times in a minute at a kiosk');
rollback to morning;

-- Proof of the place is no proof of how many people came, and is weighed for itself.
select test.crowd(300, 'TEST05', 5, test.at('2026-03-02 10:00'));
update private.ratings set trust = 'on_site', sender = n % 3, rated_at = '2026-03-02 10:00+07'::timestamptz + n % 60 * interval '1 minute'
from (select receipt_hash as r, row_number() over () as n from private.ratings where office_code = 'thu-mot' and score = 5 and batch_number is null) w
where receipt_hash = r;
select test.crowd(40, 'TEST01', 5, test.at('2026-03-02 10:00'));
select test.release('2026-03-03 08:00+07');
select ok((select count(*) between 30 and 160 from private.ratings where counter_code = 'TEST05' and set_aside is null or trust = 'on_site' and batch_number is not null),
  'of three hundred taps of an hour at a paired kiosk about sixty stay');
select is((select count(*) from private.ratings where trust = 'walk_in' and office_code = 'thu-mot' and set_aside is not null), 0::bigint,
  'which takes nothing from what came by the poster');
rollback to morning;

-- What is proven by a code of its own is never too much.
select count(test.visit('V1S1T8' || lpad(n::text, 4, '0'), '9.000001')), count(private.accept_rating(test.body(2000 + n, null, 1,
  test.at('2026-03-02 10:00'), jsonb_build_object('visit', 'V1S1T8' || lpad(n::text, 4, '0'))), test.at('2026-03-02 10:00')))
from generate_series(1, 200) n;
select test.release('2026-03-03 08:00+07');
select is(test.states() - 'counted', '{"waiting": 200}', 'two hundred slips of an hour are two hundred people');
rollback to morning;

-- A day, or an hour, that goes on after a release has its limit once. Ones only: how many stay of a flood that comes at once, and of
-- the same in two halves with a release between them.
create function test.stay() returns bigint language sql as $$
  select count(*) from private.ratings r where r.score = 1 and r.set_aside is null
$$;
savepoint before_noon;
create temporary table kept on commit drop as select 0::bigint as n;
do $$ begin
  perform test.publish_any_scores();
  perform test.crowd(400, 'TEST01', 1, test.at('2026-03-02 10:10'));
  perform test.release('2026-03-02 11:00+07'), test.release('2026-03-03 08:00+07');
  update kept set n = test.stay();
  raise exception 'taken back' using errcode = 'ZZ001', detail = (select n from kept);
exception when sqlstate 'ZZ001' then
  declare v_n text; begin get stacked diagnostics v_n = pg_exception_detail; update kept set n = v_n::bigint; end;
end $$;
select test.publish_any_scores();
select test.crowd(200, 'TEST01', 1, test.at('2026-03-02 10:10'));
select test.release('2026-03-02 11:00+07');
select is((select sum(n) > 0 from private.released_windows), true, 'what was released of a day that goes on is remembered');
select is_empty($$ select from private.released_windows w cross join generate_series('2026-03-02 00:00+07'::timestamptz, '2026-03-02 23:59+07', '1 minute') m (begins)
  where w.key = private.window_key('minute', 'TEST01', 1::smallint, 'walk_in', '2026-03-02', m.begins) $$, 'but no minute where no kiosk stands: no limit asks for it, and it would say when somebody answered what');
select test.crowd(200, 'TEST01', 1, test.at('2026-03-02 11:05'), '{"rated_at": "2026-03-02T03:10:00Z"}');
select test.release('2026-03-02 12:00+07');
select test.release('2026-03-03 08:00+07');
select is(test.stay(), (select n from kept), 'an hour that a release divides has its limit once');
select is((select count(*) from private.released_windows), 0::bigint, 'and nothing is remembered of a day that is over');
rollback to before_noon;
select test.publish_any_scores();
select test.crowd(200, counter, 1, test.at('2026-03-02 08:10'), changes::jsonb)
from (values ('TEST01', '{"procedure": "9.000001"}'), ('TEST04', '{"procedure": "9.000002"}')) as flood (counter, changes);
select test.release('2026-03-02 09:00+07');
select test.crowd(200, 'TEST01', 1, test.at('2026-03-02 14:10')), test.crowd(200, 'TEST04', 1, test.at('2026-03-02 15:10'));
select test.release('2026-03-03 08:00+07');
select ok(test.stay() between 60 and 180, 'so has a day: of eight hundred ones about 120 stay, whether a release comes between them or not');
rollback to before_noon;
select test.publish_any_scores();
select test.crowd(50, 'TEST01', 1, test.at('2026-03-02 08:10'), '{"device": null}');
select test.release('2026-03-02 09:00+07');
select test.crowd(50, 'TEST01', 1, test.at('2026-03-02 14:10'), '{"device": null}');
select test.release('2026-03-03 08:00+07');
select ok(test.stay() <= 25, 'so have those who name no device');
rollback to morning;

-- Two phones rated before devices were counted, and in the same quarter after it.
update set_aside_rules set valid_from = '2026-03-10' where version = 2;
select is(test.device('TEST01', '2026-03-09 08:00'), 'waiting', 'somebody rates by the rules of before, under which no device is counted');
select is(test.device('TEST01', '2026-03-10 08:00'), 'waiting', 'and twice by those of today');
select is(test.device('TEST04', '2026-03-11 08:00'), 'waiting', 'which is the most that counts');
select private.withdraw(json_build_object('receipt', test.receipt(1)));
select is(test.device('TEST04', '2026-03-12 08:00'), 'set_aside device_repeat', 'taking back the one that was not counted frees no place');
select is((select sum(n) from private.device_counts), 2::bigint, 'two are counted');
select private.withdraw(json_build_object('receipt', test.receipt(2)));
select is(test.device('TEST04', '2026-03-13 08:00'), 'waiting', 'taking back one that was does');
rollback to morning;

-- Limits are drawn, the same for everybody who asks twice, and near their mean.
select is(private.drawn_limit(60, 10, '00000000-0000-4000-8000-000000000001', 'x'), private.drawn_limit(60, 10, '00000000-0000-4000-8000-000000000001', 'x'),
  'the limit of an hour is drawn once');
select ok((select avg(l) between 58 and 62 and min(l) >= 15 and count(distinct l) > 900 from generate_series(1, 1000) n,
  private.drawn_limit(60, 6, '00000000-0000-4000-8000-000000000001', n::text) l), 'around sixty, and never below fifteen');
select ok((select sum(abs(l - 60)) / 1000 between 5 and 7 from generate_series(1, 1000) n,
  private.drawn_limit(60, 6, '00000000-0000-4000-8000-000000000001', n::text) l), 'six apart on average');

-- A browser in which staff sign in.
update set_aside_rules set valid_from = private.local_day(now()) where version = 2;
create function test.now(counter text, device text) returns text language sql as $$
  select test.state(test.rate(counter, 5, now(), jsonb_build_object('device', device, 'rated_at', private.local_day(now()) - 1 || 'T03:00:00Z')))
$$;
insert into holidays select private.local_day(now()) - 1, 'Làm bù', true on conflict (day) do update set is_worked = true;
select test.act_as('truong@mot.vn');
select lives_ok($$ select note_staff_device('device-of-the-head-01') $$, 'the head of an office signs in');
select test.act_as_owner();
create function test.noted() returns bigint language sql as $$ select count(*) from private.staff_devices $$;
select is(test.tries('truong@mot.vn', 'select note_staff_device(' || coalesce(quote_literal(device), 'null') || ')'), 'device_invalid',
  'no device: ' || coalesce(device, 'null'))
from (values ('short'), (null), (repeat('x', 65)), ('has a blank in its name')) as wrong (device);
select is(test.tries('nguoi-la@mot.vn', $$ select note_staff_device('device-of-a-stranger-1') $$), null, 'an account alone may say so');
select is(test.noted(), 1::bigint, 'and nothing is kept of all these');
select is(test.tries('dieu-phoi@tinh.vn', $$ select note_staff_device('device-of-the-province') $$), null, 'a coordinator signs in');
select is(test.now('TEST02', 'device-of-the-province'), 'set_aside staff_device', 'and is nobody''s citizen below');
select is(test.now('TEST04', 'device-of-the-head-01'), 'set_aside staff_device', 'what that browser rates there is set aside');
create table test.before as select test.rate('TEST04', 5, now() - interval '1 hour', '{"device": "device-of-a-clerk-001"}') as receipt;
select test.act_as('can-bo@mot.vn');
select note_staff_device('device-of-a-clerk-001');
select test.act_as_owner();
select test.release(now());
select is((select test.state(receipt) from test.before), 'set_aside staff_device', 'also what it had rated before, if it still waits');
select is(test.now('TEST02', 'device-of-the-head-01'), 'waiting', 'at an office where the person is a citizen like others it counts');
select is(test.now('TEST04', 'device-of-a-citizen-1'), 'waiting', 'and so does everybody''s');
select is((select count(*) from information_schema.columns where table_schema = 'private' and table_name = 'staff_devices'), 2::bigint,
  'nothing tells whose browser it is');
select private.forget_devices(private.local_day(now()) + 92);
select is((select count(*) from private.staff_devices), 0::bigint, 'and it is forgotten with the quarter');

rollback to morning;

-- What is refused because of its code is no rating, and is counted.

-- What the API answers to a rating that is sent now: its status and its key or state.
create function test.send(n integer, changes jsonb) returns text language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('response.status', '', true);
  v_answer := submit_rating(test.body(n, 'TEST01', 5, now(), changes));
  return concat_ws(' ', nullif(current_setting('response.status', true), ''), v_answer ->> 'code', coalesce(v_answer ->> 'message', v_answer ->> 'state'));
exception when others then
  return 'raised ' || sqlstate || ' ' || sqlerrm;
end;
$$;
create function test.counted() returns jsonb language sql as $$
  select jsonb_object_agg(office_code || ' ' || reason, n order by office_code, reason) from private.refused_tries_counted
$$;
update private.visit_codes set expires_on = '2100-01-01' where code_hash = private.short_hash('V1S1T00001');

select is(test.send(1, '{"visit": "V1S1T00001"}'), 'waiting', 'a visit code lets in one rating');
select is(test.send(1, '{"visit": "V1S1T00001"}'), 'waiting', 'which may be sent again');
select is(test.counted(), null, 'and that is no try');
create table test.before as select md5((select jsonb_agg(r order by r.receipt_hash)::text from private.ratings r)) as ratings;
select is(test.send(2, '{"visit": "v1s1-t000-01"}'), '409 PT409 visit_spent', 'a second one is refused, as it always was');
select is(test.send(3, '{"visit": "V1S1T00099"}'), '410 PT410 visit_expired', 'so is an expired code');
select is(test.send(4, '{"counter": "TEST06"}'), '410 PT410 counter_retired', 'a retired counter');
select is(test.send(5, '{"counter": "TEST09"}'), '410 PT410 counter_retired', 'one of an office that is closed');
select is(test.send(6, '{"visit": "9999999999"}'), '404 PT404 visit_unknown', 'and a code that nobody made');
select is(test.send(7, '{"counter": "ZZZZZZ"}'), '404 PT404 counter_unknown', 'of either kind');
select is(test.counted(), '{"thu-mot spent_code": 1, "thu-mot retired_code": 2, "thu-het retired_code": 1, " foreign_code": 2}',
  'each is counted, for the office that the code is of');
select is((select md5((select jsonb_agg(r order by r.receipt_hash)::text from private.ratings r))), (select ratings from test.before),
  'and nothing of it is kept as a rating');
select is(test.send(8, '{"visit": "short"}'), 'raised PT400 visit_malformed', 'what is no code is no try');
select is(test.send(9, '{"procedure": "9.000005"}'), 'raised PT422 procedure_not_offered', 'nor is another mistake');
select is(test.send(10, jsonb_build_object('receipt', test.receipt(1))), 'raised PT409 receipt_taken', 'nor a conflict about something else');
select is((select sum(n) from private.refused_tries_counted), 6::bigint, 'none of them is counted');

-- The page without scripts.
select set_config('request.headers', '{"referer": "https://hai-long.example/v/V1S1T00001"}', true);
select submit_rating_form('5', null);
select is(test.counted() ->> 'thu-mot spent_code', '2', 'a form is counted as well');
select set_config('request.headers', '', true);

-- By quarter, when it is over, in whole tens.
select private.count_refused_try('{"visit": "V1S1T00001"}', 'spent_code', '2026-02-03') from generate_series(1, 27);
select private.count_refused_try('{"counter": "TEST06"}', 'retired_code', '2026-02-03') from generate_series(1, 9);
select private.count_refused_try('{"visit": "9999999999"}', 'foreign_code', '2026-02-03') from generate_series(1, 1204);
select test.release('2026-03-31 08:00+07');
select is_empty('select * from refused_tries', 'while a quarter goes on nothing is said of it');
select test.release('2026-04-01 08:00+07');
select results_eq('select office_code, quarter, reason, n from refused_tries order by n',
  $$ values ('thu-mot', '2026-01-01'::date, 'spent_code', 20), (null, '2026-01-01', 'foreign_code', 1200) $$,
  'then the tens of it are public, and nine are not');
select is((select count(*) from private.refused_tries_counted where quarter < '2026-04-01'), 0::bigint, 'what was published is not counted on');
select test.release('2026-04-02 08:00+07');
select is((select count(*) from refused_tries), 2::bigint, 'once');
select matches(open_csv('refused_tries')::text, 'office_code,quarter,reason,n\s+,2026-01-01,foreign_code,1200', 'anyone downloads them');

select finish();
rollback;
