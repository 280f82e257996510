begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
\ir fixtures/feedback_key.sql
select no_plan();
select test.publish_any_scores();

-- A quarter in which one procedure is surely below the target, with comments, at the first commune.
select test.crowd(30, 'TEST01', 2, '2026-03-02 10:00+07', '{"procedure": "9.000001"}'),
  test.crowd(60, 'TEST01', 5, '2026-03-02 10:00+07', '{"procedure": "9.000002"}');
select add_details(json_build_object('receipt', test.receipt(1), 'details', '{"comment": "Chờ lâu"}'::json));
select add_details(json_build_object('receipt', test.receipt(2), 'details', '{"comment": "Chờ quá lâu"}'::json));
select test.release('2026-03-03 08:00+07');
insert into handled_dossiers (month, office_code, handled) values ('2026-03-01', 'thu-mot', 200);
select is((select private.staff_home_of('thu-mot', '2026-04-20') -> 'below_target'), '[]'::jsonb, 'nothing is surely below the target by ratings that nothing proves');
-- As if they had come with a code, and few were enough.
update monthly_totals set trust = 'visit' where trust is not null;
create or replace function private.least_proven() returns integer language sql immutable as 'select 1';

create temporary view told as select private.staff_home_of('thu-mot', '2026-04-20') as a;
select is((select a -> 'comments' from told), '{"open": 2, "overdue": 2, "oldest_on": "2026-03-03",
  "due": [{"n": 2, "due_on": "2026-03-17", "released_on": "2026-03-03"}]}'::jsonb, 'comments that wait for an answer');
select is((select private.staff_home_of('thu-mot', '2026-03-17') #>> '{comments,overdue}'), '0', 'the tenth working day is in time');
select is((select private.staff_home_of('thu-mot', '2026-03-18') #>> '{comments,overdue}'), '2', 'the day after is not');
insert into holidays values ('2026-03-10', 'Nghỉ thử', false);
select is((select private.staff_home_of('thu-mot', '2026-03-18') #>> '{comments,overdue}'), '0', 'a holiday leaves a day more');
insert into holidays values ('2026-03-07', 'Làm bù', true);
select is((select private.staff_home_of('thu-mot', '2026-03-18') #>> '{comments,overdue}'), '2', 'a Saturday that is worked takes one');
delete from holidays;
select is((select a #>> '{below_target,1,key}' from told), '9.000001', 'what is surely below the target in the quarter that is over');
select is((select jsonb_array_length(a -> 'below_target') from told), 2, 'the office as well, and nothing else');
select is((select private.staff_home_of('thu-mot', '2026-03-20') -> 'below_target' from told), '[]'::jsonb, 'not before the quarter is over');
select is((select a -> 'unreported' from told), '{"month": "2026-03", "offices": []}'::jsonb, 'the office has reported March');
select is((select private.staff_home_of('thu-tinh', '2026-04-20') #>> '{unreported,offices,0,code}'), 'thu-ba', 'others below have not');
select is((select private.staff_home_of('thu-tinh', '2026-04-20') -> 'comments' -> 'open'), '2', 'an office above sees what lies below');
select is((select private.staff_home_of('thu-hai', '2026-04-20') -> 'comments' -> 'open'), '0', 'and a neighbour nothing');

-- Petitions: what waits for the office, what for a sender, what is late, what is answered and undecided.
create function test.petition(n bigint, office text, on_day date) returns uuid language plpgsql as $$
begin
  perform private.accept_feedback(json_build_object('code', test.receipt(n), 'kind', 'conduct', 'office', office, 'text', 'Thử', 'anonymous', true), on_day);
  return (select f.id from private.feedback f where f.code_hash = private.receipt_hash(test.receipt(n)));
end;
$$;
create function test.acts(petition uuid, action text, on_day date) returns void language sql as $$
  select private.act_on_feedback(f, action, '{"text": "Thử"}', on_day) from private.feedback f where f.id = petition
$$;
create function test.petitions(office text, on_day date) returns text language sql as $$
  select concat_ws(' ', p ->> 'open', p ->> 'ours', p ->> 'waiting', p ->> 'overdue', p ->> 'publish', jsonb_array_length(p -> 'due'))
  from (select private.staff_home_of(office, on_day, array(select private.office_with_descendants(office))) -> 'petitions' as p) h
$$;
select is(test.petitions('thu-tinh', '2026-04-20'), '0 0 0 0 0 0', 'no petition, nothing to do');
create temporary table petitions as select n, test.petition(900 + n, 'thu-mot', '2026-03-02') as id from generate_series(1, 6) n;
select test.petition(950, 'thu-hai', '2026-03-03');
select test.acts(id, 'ask', '2026-03-04') from petitions where n = 1;
select test.acts(id, 'answer', '2026-03-05') from petitions where n in (2, 3);
select test.acts(id, 'keep', '2026-03-06') from petitions where n = 3;
select test.acts(id, 'refuse', '2026-03-03') from petitions where n = 4;
select is(test.petitions('thu-mot', '2026-03-23'), '3 2 1 0 1 2', 'six: two wait for us, one for its sender, one is to be published or kept; the fifteenth working day is in time');
select is(test.petitions('thu-mot', '2026-03-24'), '3 2 1 2 1 2', 'the day after, the two that wait for us are late, and not the one whose clock stands still');
select is(test.petitions('thu-hai', '2026-03-24'), '1 1 0 0 0 1', 'a neighbour has its own');
select is(test.petitions('thu-tinh', '2026-03-24'), '4 3 1 2 1 3', 'who is above sees all');
select set_eq($$ select jsonb_object_keys(private.staff_home_of('thu-mot', '2026-03-24', '{thu-mot}') #> '{petitions,due,0}') $$,
  array['id', 'office_code', 'kind', 'state', 'received_on', 'due_on', 'owner'], 'without a word of what it says or of whom');
select test.petition(960 + n, 'thu-mot', '2026-03-10') from generate_series(1, 7) n;
select is(test.petitions('thu-mot', '2026-03-24'), '10 9 1 2 1 5', 'the five that are due first are listed');
select is((select private.staff_home_of('thu-mot', '2026-03-24', '{thu-mot}') #>> '{petitions,due,0,due_on}'), '2026-03-23', 'the most pressing at the top');

-- Of an office below its own a head or a clerk reads no list of petitions, and so no line of one at the top of the page either.
insert into members (email, office_code, role, invited_by) values ('truong@tinh.vn', 'thu-tinh', 'head', 'administrator'),
  ('can-bo@tinh.vn', 'thu-tinh', 'clerk', 'administrator');
create temporary table seen_petitions (person text, listed bigint, open bigint);
grant insert on seen_petitions to authenticated;
create function test.sees_petitions(person text) returns void language plpgsql as $$
begin
  perform test.act_as(person);
  insert into seen_petitions select person, (select count(*) from jsonb_array_elements(feedback_list('thu-tinh')) f where f ->> 'closed_on' is null),
    (staff_home('thu-tinh') #>> '{petitions,open}')::bigint;
  perform test.act_as_owner();
end;
$$;
select test.sees_petitions(p) from unnest(array['dieu-phoi@tinh.vn', 'kiem-tra@tinh.vn', 'truong@tinh.vn', 'can-bo@tinh.vn']) p;
select is(open, listed, person || ' is told at home of the petitions of their list alone') from seen_petitions;
select results_eq($$ select person from seen_petitions where open = 0 order by 1 $$, array['can-bo@tinh.vn', 'truong@tinh.vn'],
  'whose role does not reach the offices below is told of none of theirs');
select test.act_as('service_role');
create temporary table mails as select email, office, attention #>> '{petitions,open}' as open from weekly_digest();
select test.act_as_owner();
select is((select open from mails where email = 'truong@tinh.vn'), '0', 'nor by mail');
select is((select open from mails where email = 'dieu-phoi@tinh.vn'), (select open::text from seen_petitions where person = 'dieu-phoi@tinh.vn'),
  'and who answers for all is told of all');
delete from members where email in ('truong@tinh.vn', 'can-bo@tinh.vn');

-- Counters are counted on Mondays alone, over four whole weeks: the release of Tuesday 3 March did it for that week.
select set_eq($$ select q.counter_code from private.low_traffic_counters q join private.counters c on c.code = q.counter_code where c.office_code like 'thu-%' $$,
  array['TEST01', 'TEST02', 'TEST03', 'TEST05'], 'before Monday nobody had rated; a link and a retired poster are not told');
select private.count_low_traffic_counters('2026-03-08');
select ok(exists (select from private.low_traffic_counters where counter_code = 'TEST01'), 'nothing changes within a week');
select private.count_low_traffic_counters('2026-03-09');
select ok(not exists (select from private.low_traffic_counters where counter_code = 'TEST01'), 'on the next Monday ninety people have');
select private.count_low_traffic_counters('2026-04-06');
select ok(exists (select from private.low_traffic_counters where counter_code = 'TEST01'), 'four weeks later it is quiet again');
select is((select a -> 'quiet_counters' from told), '[{"code": "TEST05", "name": "Máy ở bàn hướng dẫn", "office": "Xã Một", "office_code": "thu-mot"}, {"code": "TEST01", "name": "Quầy 1", "office": "Xã Một", "office_code": "thu-mot"}]'::jsonb,
  'and is told');

-- Kiosks.
select is((select a #>> '{silent_kiosks,0,code}' from told), 'TEST05', 'a kiosk that never reported is silent');
select test.act_as('anon');
select lives_ok($$ select kiosk_here('test-05') $$, 'it says that it is on');
select throws_ok($$ select kiosk_here('000000') $$, 'PT404', 'counter_unknown', 'one that is none is told so');
select lives_ok($$ select kiosk_here('TEST01') $$, 'a poster says nothing');
select test.act_as_owner();
select is((select a -> 'silent_kiosks' from told), '[]'::jsonb, 'and is not silent any more');
select is((select count(*)::integer from private.kiosks where counter_code like 'TEST%'), 1, 'of a poster nothing is kept');
select ok((select alive_at = date_trunc('hour', alive_at) from private.kiosks where counter_code = 'TEST05'), 'no time finer than the hour');
update private.kiosks set alive_at = now() - interval '25 hours' where counter_code = 'TEST05';
select is((select a #>> '{silent_kiosks,0,code}' from told), 'TEST05', 'after a day it is');

-- Who is told.
select is(test.tries(person, $$ select staff_home('thu-mot') $$), refusal, person || ' opens the home of the office: ' || coalesce(refusal, 'done'))
from (values ('truong@mot.vn', null), ('can-bo@mot.vn', null), ('dieu-phoi@tinh.vn', null), ('kiem-tra@mot.vn', null),
  ('truong@hai.vn', 'not_allowed'), ('nguoi-la@mot.vn', 'not_allowed')) t (person, refusal);
select test.act_as('service_role');
select set_eq($$ select email from weekly_digest() where office like 'thu-%' $$, array['dieu-phoi@tinh.vn', 'truong@mot.vn', 'truong@hai.vn'],
  'the weekly mail goes to coordinators and heads');
select lives_ok($$ select digest_sent('truong@mot.vn') $$, 'one of them has had it');
select set_eq($$ select email from weekly_digest() where office like 'thu-%' $$, array['dieu-phoi@tinh.vn', 'truong@hai.vn'],
  'and gets no second one this week');
select test.act_as_owner();
update private.sent_digests set sent_on = date_trunc('week', private.local_day(now()))::date - 1;
select test.act_as('service_role');
select set_has($$ select email from weekly_digest() $$, $$ values ('truong@mot.vn') $$, 'but next week the next');
select test.act_as_owner();
update public.members set ended_at = now(), ended_by = 'administrator' where email = 'truong@mot.vn';
select test.act_as('service_role');
select set_hasnt($$ select email from weekly_digest() $$, $$ values ('truong@mot.vn') $$, 'unless the role has ended');

select finish();
rollback;
