begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
\ir fixtures/feedback_key.sql
select no_plan();

create function test.send(n bigint, office text, on_day date default private.local_day(now()), changes jsonb default '{}') returns uuid language plpgsql as $$
begin
  perform private.accept_feedback((jsonb_build_object('code', test.receipt(n), 'kind', 'conduct', 'office', office,
    'text', 'Gọi số 0900 000 001.', 'name', 'Nguyễn Thị Thử', 'address', 'Ấp Thử', 'phone', '0900000001') || changes)::json, on_day);
  return (select f.id from private.feedback f where f.code_hash = private.receipt_hash(test.receipt(n)));
end;
$$;
create function test.follow(n bigint, what text, more jsonb default '{}', on_day date default private.local_day(now())) returns void language sql as $$
  select private.continue_feedback((jsonb_build_object('code', test.receipt(n), 'do', what, 'message', gen_random_uuid()) || more)::json, on_day)
$$;
-- What a person is answered, or the refusal.
create function test.asks(person text, query text) returns jsonb language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform test.act_as(person);
  execute query into v_answer;
  perform test.act_as_owner();
  return v_answer;
exception when others then
  perform test.act_as_owner();
  return to_jsonb(sqlerrm);
end;
$$;
create function test.does(person text, petition uuid, action text, seen integer, fields jsonb default '{}') returns jsonb language sql as $$
  select test.asks(person, format('select act_on_feedback(%L, %L, %L, %L)', petition, action, seen, fields))
$$;
create table test.sent as select test.send(1, 'thu-mot') as one, test.send(2, 'thu-mot') as two, test.send(3, 'thu-hai') as three;
create function test.one() returns uuid language sql as $$ select one from test.sent $$;
create function test.two() returns uuid language sql as $$ select two from test.sent $$;

-- The list: no text in it, and for those above too.
select is(jsonb_array_length(test.asks(person, format('select feedback_list(%L)', office))), n, person || ' sees the petitions of ' || office)
from (values ('can-bo@mot.vn', 'thu-mot', 2), ('truong@mot.vn', 'thu-mot', 2), ('kiem-tra@mot.vn', 'thu-mot', 2), ('dieu-phoi@tinh.vn', 'thu-tinh', 3),
  ('dieu-phoi@tinh.vn', 'thu-hai', 1)) as lists (person, office, n);
select is(test.asks(person, 'select feedback_list(''thu-mot'')'), to_jsonb(refusal), person || ' does not')
from (values ('can-bo@hai.vn', 'not_allowed'), ('nguoi-la@mot.vn', 'not_allowed')) as others (person, refusal);
select set_eq($$ select jsonb_object_keys(test.asks('can-bo@mot.vn', 'select feedback_list(''thu-mot'')') -> 0) $$,
  array['id', 'kind', 'office_code', 'procedure_code', 'is_named', 'state', 'received_on', 'clock_from', 'owner', 'version', 'closed_on', 'is_late',
    'working_days', 'is_content', 'publication', 'refuse_due_on', 'forward_due_on', 'due_on', 'publish_due_on', 'is_escalated', 'steps'],
  'the list says when, and nothing of what or of whom');

-- Reading: by the office that answers, and logged.
select is(test.asks('can-bo@mot.vn', format('select look_at_feedback(%L)', test.one())) ->> 'phone', '0900000001', 'the office reads who wrote');
select is(test.asks(person, format('select look_at_feedback(%L)', test.one())), to_jsonb(refusal), person || ' does not read it')
from (values ('can-bo@hai.vn', 'not_allowed'), ('truong@hai.vn', 'not_allowed'), ('dieu-phoi@tinh.vn', 'not_allowed'),
  ('kiem-tra@mot.vn', 'not_allowed'), ('kiem-tra@tinh.vn', 'not_allowed'), ('nguoi-la@mot.vn', 'not_allowed'),
  ('service_role', 'not_allowed'), ('anon', 'permission denied for function look_at_feedback')) as others (person, refusal);
select results_eq($$ select who, key, office_code, before, after from audit_log where action = 'look_at_feedback' $$,
  $$ select 'can-bo@mot.vn', test.one()::text, 'thu-mot', null::jsonb, null::jsonb $$, 'each look is in the log, without what was seen');
select is(test.asks('can-bo@mot.vn', 'select feedback_texts(''thu-mot'')') #>> '{0,text}' ~ '0900', false, 'in a table numbers are masked');
select is((select count(*) from audit_log where action = 'look_at_feedback'), 3::bigint, 'and each row of it is a look');
select is(test.asks('dieu-phoi@tinh.vn', 'select feedback_texts(''thu-mot'')'), '"not_allowed"', 'not for those above');
select set_config('app.settings.feedback_key', '', true);
select is(test.asks('can-bo@mot.vn', format('select look_at_feedback(%L)', test.one())), '"feedback_key_missing"', 'without the key nobody reads anything');
\ir fixtures/feedback_key.sql

-- Two people answer one petition.
select is(test.does('can-bo@mot.vn', test.one(), 'take', 1) ->> 'owner', 'can-bo@mot.vn', 'somebody takes it on');
select is(test.does('truong@mot.vn', test.one(), 'answer', 2, '{"text": "Đã nhắc nhở."}') ->> 'state', 'answered', 'another answers');
select is(test.does('can-bo@mot.vn', test.one(), 'answer', 2, '{"text": "Đã xem xét."}'), '"changed_meanwhile"', 'the second is told');
select is(feedback_status(test.receipt(1)) #>> '{steps,1,text}', 'Đã nhắc nhở.', 'and the first answer stands');
select results_eq($$ select before ->> 'state', after ->> 'state' from audit_log where action = 'update' and subject = 'feedback' order by id $$,
  $$ values ('received', 'handling'), ('handling', 'answered') $$, 'steps are in the log');
select is((select count(*) from audit_log a where a::text ~ 'nhắc nhở|Nguyễn|0900'), 0::bigint, 'without the texts');

select is(test.does('can-bo@mot.vn', test.two(), action, 1, fields), to_jsonb(refusal), refusal || ': ' || fields::text)
from (values ('answer', '{"text": " "}'::jsonb, 'reply_missing'), ('ask', '{}', 'reply_missing'), ('refuse', jsonb_build_object('text', repeat('x', 4001)), 'reply_too_long'),
  ('publish', '{}', 'feedback_not_answered'), ('keep', '{}', 'feedback_not_answered'), ('jump', '{}', 'body_invalid'), ('answer', '[]', 'body_invalid'),
  ('forward', '{"office": "thu-het"}', 'forward_closed')) as wrong (action, fields, refusal);
select is((select version from private.feedback where id = test.two()), 1, 'nothing of it happened');
select is(test.does('can-bo@hai.vn', test.two(), 'answer', 1, '{"text": "Không phải của tôi."}'), '"not_allowed"', 'nobody answers for another office');
select is(test.does('can-bo@mot.vn', test.two(), 'forward', 1, '{"office": "thu-hai", "text": "Đúng thẩm quyền"}') ->> 'office_code', 'thu-hai', 'it is handed on');
select is(test.asks('can-bo@mot.vn', format('select look_at_feedback(%L)', test.two())), '"not_allowed"', 'and is no longer theirs to read');
select is(test.asks('can-bo@hai.vn', format('select look_at_feedback(%L)', test.two())) ->> 'name', 'Nguyễn Thị Thử', 'but the other office''s');
select is(test.does('can-bo@hai.vn', test.two(), 'refuse', 2, '{"text": "Không có căn cứ."}') ->> 'state', 'refused', 'which refuses it');
select is((select is_late from private.feedback where id = test.two()), false, 'in time');

-- Handing it to and fro gives nobody more time: an office that had it before goes on where its clock stood. Received on a
-- Monday, asked about for two days, handed on after eight working days, back after four.
savepoint clocks;
create function test.steps(days text[]) returns private.feedback language plpgsql as $$
declare
  v_feedback private.feedback;
  v_fields jsonb;
begin
  for i in 1 .. coalesce(array_length(days, 1), 0) loop
    select * into v_feedback from private.feedback f where f.code_hash = private.receipt_hash(test.receipt(9));
    v_fields := jsonb_build_object('text', 'Đúng thẩm quyền', 'office', days[i][3]);
    if days[i][2] = 'supply' then
      perform private.add_to_feedback(v_feedback, 'supply', 'Đây.', gen_random_uuid(), days[i][1]::date);
    else
      perform private.act_on_feedback(v_feedback, days[i][2], v_fields, days[i][1]::date);
    end if;
  end loop;
  select * into v_feedback from private.feedback f where f.code_hash = private.receipt_hash(test.receipt(9));
  return v_feedback;
end;
$$;
select test.send(9, 'thu-mot', '2027-03-01');
select is((test.steps('{{2027-03-02,ask,""},{2027-03-04,supply,""},{2027-03-11,forward,thu-hai}}')).clock_from, '2027-03-11'::date, 'whoever gets it has the whole time');
select is((test.steps('{{2027-03-17,forward,thu-mot}}')).clock_from, '2027-03-01'::date, 'whoever gets it back has what is left');
select is(private.working_days_between(f.clock_from, '2027-03-18', f.paused), 7, 'without the days that the sender and the other office took')
from private.feedback f where f.code_hash = private.receipt_hash(test.receipt(9));
select is((test.steps('{{2027-03-18,forward,thu-hai}}')).clock_from, '2027-03-11'::date, 'and so has the other one');
select is(private.working_days_between(f.clock_from, '2027-03-19', f.paused), 5, 'of its own days')
from private.feedback f where f.code_hash = private.receipt_hash(test.receipt(9));
select is((test.steps('{{2027-03-19,ask,""},{2027-03-22,forward,thu-ba}}')).clock_from, '2027-03-22'::date, 'a third one begins');
select is((test.steps('{{2027-03-24,forward,thu-hai}}')).paused, '{[2027-03-18,2027-03-19),[2027-03-20,2027-03-25)}'::datemultirange,
  'and a question that nobody answered ends with the next step');
select is((test.steps('{{2027-03-24,ask,""},{2027-03-24,forward,thu-mot},{2027-03-24,forward,thu-hai}}')).paused,
  '{[2027-03-18,2027-03-19),[2027-03-20,2027-03-25)}'::datemultirange, 'what comes back the same day was not away');
rollback to clocks;

-- Publication, in the office's words.
select is(test.does('can-bo@mot.vn', test.one(), 'publish', 3, '{"text": "Gọi 0900 000 001", "answer": "Đã nhắc nhở."}'), '"publication_names_somebody"', 'no number is published');
-- Who wrote it is in neither, however the name is spelt.
select is(test.does('can-bo@mot.vn', test.one(), 'publish', 3, fields), '"publication_names_sender"', format('not published: %s', fields))
from unnest(array['{"text": "Bà Nguyễn Thị Thử hỏi về thái độ", "answer": "Đã nhắc nhở."}',
  '{"text": "Về thái độ", "answer": "Trả lời bà NGUYEN  THI-THU: đã nhắc nhở."}']::jsonb[]) fields;
select set_config('app.settings.feedback_key', '', true);
select is(test.does('can-bo@mot.vn', test.one(), 'publish', 3, '{"text": "Về thái độ", "answer": "Đã nhắc nhở."}'), '"feedback_key_missing"', 'where the name cannot be read, nothing is published');
\ir fixtures/feedback_key.sql
select is(test.does('can-bo@mot.vn', test.one(), 'publish', 3, '{"text": "Thái độ", "answer": ""}'), '"reply_missing"', 'nor half of it');
select is(test.does('can-bo@mot.vn', test.one(), 'publish', 3, '{"text": "Về thái độ phục vụ", "answer": "Đã nhắc nhở."}') ->> 'publication', 'published', 'what tells on nobody is');
select is(test.as_role('anon', 'select jsonb_agg(text) from published_feedback'), '["Về thái độ phục vụ"]', 'for everybody');
select is(test.tries('can-bo@hai.vn', format('select take_down_feedback(''thu-mot'', %L)', (select id from published_feedback))), 'not_allowed', 'another office does not take it down');
select is(test.tries('can-bo@mot.vn', format('select take_down_feedback(''thu-mot'', %L)', (select id from published_feedback))), null, 'the office does');
select is((select count(*) from published_feedback), 0::bigint, 'and it is gone');

-- Figures. Twelve of thu-mot and four of thu-hai, received in the first quarter of 2027, and six of thu-ba.
delete from private.feedback;
select count(test.send(n, 'thu-mot', '2027-01-04')) from generate_series(101, 112) n;
select count(test.send(n, 'thu-hai', '2027-02-01')) from generate_series(201, 204) n;
select count(test.send(n, 'thu-ba', '2027-02-01')) from generate_series(301, 306) n;
select private.act_on_feedback(f, 'answer', '{"text": "Xong"}', case when f.code_hash = private.receipt_hash(test.receipt(101)) then date '2027-03-01' else '2027-01-06' end)
from private.feedback f where f.office_code = 'thu-mot' and f.code_hash <> private.receipt_hash(test.receipt(112));
select test.follow(n, 'judge', jsonb_build_object('content', n > 104), '2027-03-02') from generate_series(101, 111) n;
select test.follow(301, 'withdraw', '{}', '2027-02-02');
select private.settle_feedback('2027-05-15');
select is_empty('select * from feedback_figures', 'a quarter is counted when it has been over for 45 days');
select private.settle_feedback('2027-05-16');
select results_eq('select quarter::text, office_code, is_pooled, n, on_time, late, median_days, content, not_content from feedback_figures order by office_code',
  $$ values ('2027-01-01', 'thu-mot', false, 12, 10, 2, 2::double precision, 7, 4) $$, 'one office has enough: late are the one and the one that nobody answered');
select is((select count(*) from private.feedback where counted_in is null and state <> 'withdrawn'), 9::bigint, 'nine of two others wait for company');
create table test.figures as select * from feedback_figures;
select test.follow(112, 'withdraw', '{}', '2027-05-17');
select private.settle_feedback('2027-05-17');
select results_eq('select * from feedback_figures', 'select * from test.figures', 'nothing that one person does later moves it');
select test.send(205, 'thu-hai', '2027-04-02');
select private.settle_feedback('2027-08-15');
select results_eq($$ select quarter::text, office_code, is_pooled, n, on_time, late, content from feedback_figures where quarter > '2027-01-01' $$,
  $$ values ('2027-04-01', 'thu-tinh', true, 10, 0, 10, null::integer) $$, 'the tenth brings them out together, under the office above');
select is((select sum(n) from feedback_figures), 22::bigint, 'each is counted once');

-- The open file: the same rows, nothing that is not public, and nothing of an office with fewer than ten.
select is(open_csv('feedback_figures')::text, concat_ws(e'\r\n', 'quarter,office_code,is_pooled,n,on_time,late,median_days,content,not_content,released_on',
  '2027-01-01,thu-mot,false,12,10,2,2,7,4,2027-05-16', '2027-04-01,thu-tinh,true,10,0,10,,,,2027-08-15', ''), 'the figures are an open file');
select is_empty($$ select from jsonb_array_elements(open_json('feedback_figures')::jsonb) r where (r ->> 'n')::integer < 10 $$, 'of ten petitions or more');
select is((select r #>> '{schema,fields,2,type}' from jsonb_array_elements(datapackage() -> 'resources') r where r ->> 'name' = 'feedback-figures'),
  'boolean', 'with its columns described');

-- Retention.
select private.settle_feedback('2029-02-20');
select is((select count(*) from private.feedback where state = 'answered' and closed_on = '2027-01-06'), 0::bigint, 'what is over and counted is deleted');
select is((select count(*) from private.feedback where closed_on = '2027-03-01'), 1::bigint, 'after its time, and not before');
select is((select count(*) from private.feedback_steps s where s.feedback_id not in (select id from private.feedback)), 0::bigint, 'with all its steps');

select finish();
rollback;
