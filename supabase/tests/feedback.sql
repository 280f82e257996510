begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
\ir fixtures/feedback_key.sql
select no_plan();

create function test.petition(n bigint, changes jsonb default '{}') returns json language sql as $$
  select (jsonb_build_object('code', test.receipt(n), 'kind', 'procedure', 'office', 'thu-mot', 'procedure', '9.000001',
    'text', 'Phải đi lại ba lần.', 'name', 'Nguyễn Thị Thử', 'address', 'Ấp Thử, Xã Một', 'phone', '0900 000 001') || changes)::json
$$;
create function test.send(n bigint, on_day date, changes jsonb default '{}') returns jsonb language sql as $$
  select private.accept_feedback(test.petition(n, changes), on_day)
$$;
-- The sender does something more; every message has its own name.
create function test.follow(n bigint, what text, on_day date, more jsonb default '{}') returns jsonb language sql as $$
  select private.continue_feedback((jsonb_build_object('code', test.receipt(n), 'do', what, 'message', gen_random_uuid()) || more)::json, on_day)
$$;
create function test.petition_of(n bigint) returns private.feedback language sql as $$
  select f from private.feedback f where f.code_hash = private.receipt_hash(test.receipt(n))
$$;
-- The office does something, on a day.
create function test.office_does(n bigint, action text, on_day date, fields jsonb default '{}') returns void language sql as $$
  select private.act_on_feedback(test.petition_of(n), action, fields, on_day)
$$;
-- Sending. 2/3/2026 is a Monday.
select is(test.send(1, '2026-03-02') ->> 'state', 'received', 'a petition is taken');
select is(test.send(1, '2026-03-05', '{"text": "Khác"}') ->> 'received_on', '2026-03-02', 'sent once more it is the same');
select is((select count(*) from private.feedback), 1::bigint, 'and stored once');
select is(feedback_status(test.receipt(1)) ->> 'text', 'Phải đi lại ba lần.', 'whoever has the code reads it');
select is(feedback_status(test.receipt(1)) ->> 'due_on', '2026-03-23', 'and sees until when it is answered');
select is(feedback_status('oooo-oooo-oooi') ->> 'state', 'received', 'however the code is typed');
select test.refuses('select feedback_status(''ZZZZZZZZZZZZ'')', 404, 'feedback_unknown', 'a code that is guessed');
select test.refuses('select feedback_status(''x'')', 400, 'receipt_malformed', 'what is no code');
select test.refuses(format('select private.accept_feedback(%L, ''2026-03-02'')', (test.petition(9)::jsonb || changes) - gone), status, refusal, coalesce(label, refusal))
from (values
  ('{}'::jsonb, 'name', 422, 'feedback_name_missing', null),
  ('{}', 'address', 422, 'feedback_address_missing', null),
  ('{}', 'phone', 422, 'phone_missing', null),
  ('{"phone": "09x0 000 001"}', '', 422, 'phone_invalid', 'a telephone number with letters'),
  ('{"phone": "12345"}', '', 422, 'phone_invalid', 'a telephone number that is too short'),
  ('{"phone": 900000001}', '', 400, 'feedback_invalid', null),
  ('{"text": " \n "}', '', 422, 'feedback_missing', null),
  (jsonb_build_object('text', repeat('ế', 4001)), '', 422, 'feedback_too_long', null),
  (jsonb_build_object('text', repeat('ế', 20000)), '', 422, 'feedback_too_long', 'a petition of 20,000 characters'),
  ('{"kind": "complaint"}', '', 422, 'feedback_is_complaint', 'a complaint'),
  ('{"kind": "denunciation"}', '', 422, 'feedback_is_complaint', 'a denunciation'),
  ('{"kind": "other"}', '', 422, 'kind_invalid', null),
  ('{"kind": "idea"}', 'procedure', 422, 'procedure_missing', null),
  ('{"procedure": "8.888888"}', '', 404, 'procedure_unknown', null),
  ('{"office": "khong-co"}', '', 404, 'office_unknown', null),
  ('{"anonymous": true}', '', 400, 'feedback_invalid', 'without a name, and with one'),
  ('{"device": "x"}', '', 400, 'field_unknown', null),
  ('{"code": "abc"}', '', 400, 'receipt_malformed', null)) as wrong (changes, gone, status, refusal, label);
select is((select count(*) from private.feedback), 1::bigint, 'nothing that was refused is stored');

select private.accept_feedback((test.petition(2)::jsonb - array['name', 'address', 'phone']
  || '{"anonymous": true, "text": "<script>alert(1)</script>"}')::json, '2026-03-02');
select is(feedback_status(test.receipt(2)) ->> 'text', '<script>alert(1)</script>', 'script text is a text');
select is((test.petition_of(2)).is_named, false, 'without a name it is taken too');
select is(test.send(3, '2026-03-02', '{"office": "thu-nhap"}') #>> '{office,code}', 'thu-mot', 'for an office that is closed its successor answers');
select is(test.send(4, '2026-03-02', '{"office": "thu-chia"}') #>> '{office,code}', 'thu-tinh', 'after a split the office above does');
select is(test.send(5, '2026-03-02', '{"text": "Chờ lâu", "phone": "០៩០០០០០០០២"}') ->> 'state', 'received', 'Khmer digits are a number');

-- At rest: all that is stored, as the owner of the database and every dump has it.
create function test.stored() returns text language plpgsql as $$
declare
  v_table text;
  v_text text;
  v_all text := '';
begin
  for v_table in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'private') loop
    execute format('select coalesce(string_agg(t::text, '' ''), '''') from %s t', v_table) into v_text;
    v_all := v_all || v_text;
  end loop;
  return v_all;
end;
$$;
select ok(position('thu-mot' in test.stored()) > 0, 'what is stored is looked through');
select ok(position(secret in test.stored()) = 0, 'no table holds: ' || secret)
from unnest(array['Phải đi lại', 'Nguyễn Thị Thử', 'Ấp Thử', '0900 000 001', '0900000001', '<script>', test.receipt(1)]) secret;
select is((select count(*) from private.feedback f, jsonb_each_text(to_jsonb(f)) c
  where c.value ~ '\d\d:\d\d:\d\d'), 0::bigint, 'no petition has an instant');
select set_config('app.settings.feedback_key', '', true);
select is(feedback_status(test.receipt(1)) - array['office', 'steps'], '{"state": "received", "kind": "procedure", "is_named": true, "received_on": "2026-03-02",
  "closed_on": null, "is_content": null, "procedure": "9.000001", "due_on": "2026-03-23", "is_late": true, "text": null, "readable": false}'::jsonb,
  'without the key the steps are told and nothing of the text');
select is(test.send(6, '2026-03-02') ->> 'state', 'received', 'and petitions are still taken');
\ir fixtures/feedback_key.sql
select is(feedback_status(test.receipt(6)) ->> 'text', 'Phải đi lại ba lần.', 'to be read when the key is there');

-- Keys.
select test.refuses(format('select set_feedback_key(%L)', key), 422, 'feedback_key_invalid', 'no key: ' || left(coalesce(key, 'none'), 9))
from unnest(array[null, '', 'x', 'AAAA', current_setting('app.settings.feedback_key')]) key;
select is((select count(*) from private.feedback_keys), 1::bigint, 'the key is what it was');

-- A flood ends, for that office and that day.
update settings set value = '50' where key = 'feedback_daily_limit';
select count(test.send(n, '2026-04-01', '{"office": "thu-hai"}')) from generate_series(101, 150) n;
select test.refuses('select test.send(151, ''2026-04-01'', ''{"office": "thu-hai"}'')', 429, 'feedback_full', 'one more than an office takes in a day');
select is(test.send(152, '2026-04-02', '{"office": "thu-hai"}') ->> 'state', 'received', 'the next day it takes it');
select is(test.send(153, '2026-04-01', '{"office": "thu-ba"}') ->> 'state', 'received', 'and another office the same day');

-- The way of one that is forwarded, asked about, answered late.
select test.send(10, '2026-03-02');
select test.office_does(10, 'forward', '2026-03-04', '{"office": "thu-hai"}');
select is((test.petition_of(10)).office_code, 'thu-hai', 'it is handed on');
select is(feedback_status(test.receipt(10)) ->> 'due_on', '2026-03-25', 'the other office has its own time');
select test.office_does(10, 'ask', '2026-03-05', '{"text": "Nộp ngày nào?"}');
select is(feedback_status(test.receipt(10)) ->> 'due_on', null, 'which stands still while it waits for the sender');
select test.refuses('select test.office_does(10, ''ask'', ''2026-03-06'', ''{"text": "Và gì nữa?"}'')', 409, 'feedback_asked_already', 'one question at a time');
select is(test.follow(10, 'supply', '2026-03-10', '{"text": "Ngày 1/3."}') ->> 'state', 'handling', 'the sender answers');
select is(feedback_status(test.receipt(10)) ->> 'due_on', '2026-03-30', 'three working days later than before');
select test.refuses('select test.follow(10, ''supply'', ''2026-03-11'', ''{"text": "Nữa"}'')', 409, 'feedback_not_asked', 'nobody asked again');
select test.refuses('select test.follow(10, ''judge'', ''2026-03-11'', ''{"content": true}'')', 409, 'feedback_not_answered', 'nothing to judge yet');
select private.settle_feedback('2026-03-30');
select is((select count(*) from private.feedback_steps where step = 'escalated' and feedback_id = (test.petition_of(10)).id), 0::bigint, 'on its last day it is in time');
select private.settle_feedback('2026-03-31');
select private.settle_feedback('2026-04-01');
select results_eq($$ select to_office, on_day::text from private.feedback_steps where step = 'escalated' and feedback_id = (test.petition_of(10)).id $$,
  $$ values ('thu-tinh', '2026-03-31') $$, 'then the office above is told, once');
select test.office_does(10, 'answer', '2026-03-31', '{"text": "Hồ sơ đã có."}');
select results_eq('select state, is_late, working_days from private.feedback where id = (test.petition_of(10)).id', $$ values ('answered', true, 16) $$,
  'a day late');
select test.refuses('select test.office_does(10, ''answer'', ''2026-03-31'', ''{"text": "Lần nữa"}'')', 409, 'feedback_closed_already', 'answered once');
select test.refuses('select test.follow(10, ''add'', ''2026-04-01'', ''{"text": "Còn nữa"}'')', 409, 'feedback_closed_already', 'and nothing is added');
select test.refuses('select test.follow(10, ''withdraw'', ''2026-04-01'')', 409, 'feedback_closed_already', 'nor withdrawn');
select is(test.follow(10, 'judge', '2026-04-01', '{"content": false}') -> 'is_content', 'false'::jsonb, 'the sender is not content');
select test.refuses('select test.follow(10, ''judge'', ''2026-04-02'', ''{"content": true}'')', 409, 'feedback_judged', 'says so once');
select is((select array_agg(s ->> 'step') from jsonb_array_elements(feedback_status(test.receipt(10)) -> 'steps') s),
  array['received', 'forwarded', 'asked', 'supplied', 'escalated', 'answered', 'judged'], 'and can read all that happened');
select is((select array_agg(s ->> 'text') from jsonb_array_elements(feedback_status(test.receipt(10)) -> 'steps') s),
  array[null, null, 'Nộp ngày nào?', 'Ngày 1/3.', null, 'Hồ sơ đã có.', null], 'with what was written');

-- The same message twice is one; a message is not for everybody's door.
select private.continue_feedback((jsonb_build_object('code', test.receipt(1), 'do', 'add', 'message', 'm', 'text', 'Thêm'))::json, '2026-03-03') from generate_series(1, 2);
select is((select count(*) from private.feedback_steps where step = 'added'), 1::bigint, 'sent twice it is added once');
select count(test.follow(1, 'add', '2026-03-03', '{"text": "Thêm"}')) from generate_series(2, private.most_messages());
select test.refuses('select test.follow(1, ''add'', ''2026-03-03'', ''{"text": "Thêm"}'')', 429, 'feedback_messages_full', 'twenty are enough');
select is(test.follow(3, 'withdraw', '2026-03-03') ->> 'state', 'withdrawn', 'one that nobody has answered is withdrawn');
select is((select count(*) from private.feedback_steps s where s.feedback_id = (test.petition_of(3)).id and s.secret is not null), 0::bigint, 'and forgotten');
select is((test.petition_of(3)).secret, null, 'at once');
select is(test.send(3, '2026-03-04') ->> 'state', 'withdrawn', 'sent once more it stays withdrawn');

-- A merger: the office it was forwarded to closes.
select test.send(20, '2026-03-02');
select test.office_does(20, 'forward', '2026-03-03', '{"office": "thu-ba"}');
update offices set closed_on = '2026-03-09' where code = 'thu-ba';
insert into office_successions (predecessor_code, successor_code, on_date) values ('thu-ba', 'thu-hai', '2026-03-10');
select test.refuses('select test.office_does(1, ''forward'', ''2026-03-10'', ''{"office": "thu-ba"}'')', 422, 'forward_closed', 'nothing goes to a closed office');
select test.refuses('select test.office_does(1, ''forward'', ''2026-03-10'', ''{"office": "thu-mot"}'')', 422, 'forward_same', 'nor to where it is');
select test.refuses('select test.office_does(1, ''forward'', ''2026-03-10'', ''{"office": "khong-co"}'')', 404, 'office_unknown', 'nor to nowhere');
select private.move_feedback('2026-03-09');
select is((test.petition_of(20)).office_code, 'thu-ba', 'on its last day it is still there');
select private.move_feedback('2026-03-10');
select is((test.petition_of(20)).office_code, 'thu-hai', 'then with the successor');
select is(feedback_status(test.receipt(20)) ->> 'due_on', '2026-03-24', 'in the time that it had');
select is(feedback_status(test.receipt(20)) #>> '{steps,2,step}', 'moved', 'which the sender can see');

-- Guessing, in a space shrunk from 60 bits to the last ten. A guess learns whether it was right and nothing else, so that a search
-- finds no more than the share of codes that are given out: of 10,000 petitions, at a thousand guesses a second, one in
-- 3,650 years.
create function test.guesses(call text) returns table (guess text, answer text) language plpgsql as $$
declare
  v_digits text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
begin
  perform test.act_as('anon');
  for i in 0..1023 loop
    guess := 'ZZZZZZZZZZ' || substr(v_digits, i / 32 + 1, 1) || substr(v_digits, i % 32 + 1, 1);
    begin
      execute format(call, guess);
      answer := 'found';
    exception when others then
      answer := sqlstate || ' ' || sqlerrm;
    end;
    return next;
  end loop;
  perform test.act_as_owner();
end;
$$;
create temporary table given_out as select 'ZZZZZZZZZZ' || v as code from unnest(array['00', '01', '10', '7X', 'ZZ', 'G5', 'ZY']) v;
select private.accept_feedback(test.petition(1, jsonb_build_object('code', code)), '2026-03-02') from given_out;
select private.continue_feedback('{"code": "ZZZZZZZZZZG5", "do": "withdraw", "message": "m"}', '2026-03-03');
delete from private.feedback where code_hash = private.receipt_hash('ZZZZZZZZZZZY');
delete from given_out where code = 'ZZZZZZZZZZZY';
create temporary table before_guessing as select count(*) as petitions, sum(version) as versions from private.feedback;
create temporary table guessed as select c.call, g.* from (values
  ('select feedback_status(%L)'),
  ('select follow_feedback(jsonb_build_object(''code'', %L, ''do'', ''judge'', ''message'', ''x'')::json)'),
  ('select send_feedback(jsonb_build_object(''code'', %L, ''kind'', ''x'')::json)')) c (call) cross join lateral test.guesses(c.call) g;
select set_eq(format('select guess from guessed where call = %L and answer = ''found''', call), 'select code from given_out',
  'the whole space searched finds what was given out: ' || call) from (select distinct call from guessed where call !~ 'follow') c;
select is((select string_agg(distinct answer, ', ') from guessed g where g.call = c.call and guess not in (select code from given_out)), c.answer,
  'near a code, far from one, where one was: one answer of ' || c.name)
from (values ('%status%', 'PT404 feedback_unknown', 'status'), ('%follow%', 'PT404 feedback_unknown', 'following'), ('%send%', 'PT422 kind_invalid', 'sending')) w (part, answer, name)
  join lateral (select distinct g.call, w.answer, w.name from guessed g where g.call like w.part) c on true;
select results_eq('select petitions, versions from before_guessing', 'select count(*), sum(version) from private.feedback', 'and nothing is changed by it');

select finish();
rollback;
