begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();

-- Ten people rate, three of them write.
select test.crowd(7, 'TEST01', 4, '2026-03-02 10:00+07', '{"procedure": "9.000001"}');
create temporary table wrote as
select test.rate('TEST01', 2, '2026-03-02 11:00+07', '{"procedure": "9.000001"}') as receipt, comment
from unnest(array['Chờ lâu, gọi 0912345678', 'Cán bộ tận tình', '   ']) comment;
grant select on wrote to public;
select add_details(json_build_object('receipt', receipt, 'details',
  json_build_object('comment', comment, 'improve', json_build_array('staff')))) from wrote;
select test.act_as('truong@mot.vn');
select is_empty('select * from comments', 'nobody at the office reads what waits');
select test.act_as_owner();
-- The administrator runs the release, so that what it does would be logged.
create function test.act_as_key() returns void language sql as $$ select set_config('request.jwt.claims', '{"role": "service_role"}', true); select $$;
select test.act_as_key();
select test.release('2026-03-03 08:00+07');
select is_empty($$ select * from audit_log where subject = 'comments' $$, 'no comment comes into the log');
select test.act_as_owner();

select test.act_as('can-bo@mot.vn');
select set_eq('select text, is_masked, procedure_code, improve from comments', $$ values
  ('Chờ lâu, gọi ▒▒▒', true, '9.000001', array['staff']), ('Cán bộ tận tình', false, '9.000001', array['staff']) $$,
  'with its batch it comes to the office, masked, with its factors');
select is_empty($$ select column_name from information_schema.columns where table_schema = 'public' and table_name = 'comments'
  and (column_name ~ 'score|rating|receipt|_at$' and column_name !~ '^(handled|replied)_at$') $$, 'without a face, a time or a way back');
select throws_ok('select * from private.comments', '42501', null, 'the original is out of reach');
select results_eq('select asks from comments order by is_masked', array[true, true], 'who names what should be better asks for it');
select test.act_as('truong@hai.vn');
select is_empty('select * from comments', 'another office reads none of it');
select test.act_as('nguoi-la@mot.vn');
select is_empty('select * from comments', 'a stranger neither');

-- The original.
select test.act_as_owner();
create function test.comment() returns uuid language sql security definer as $$ select id from public.comments where is_masked $$;
grant execute on function test.comment() to public;
select is(test.tries(person, 'select look_at_original(test.comment()::text)'), refusal, person || ' looks at an original: ' || coalesce(refusal, 'done'))
from (values ('truong@mot.vn', 'not_allowed'), ('can-bo@mot.vn', 'not_allowed'), ('dieu-phoi@tinh.vn', 'not_allowed'),
  ('truong@hai.vn', 'not_allowed'), ('kiem-tra@mot.vn', null), ('kiem-tra@tinh.vn', null)) t (person, refusal);
select test.act_as('kiem-tra@mot.vn');
select is(look_at_original(test.comment()::text), 'Chờ lâu, gọi 0912345678', 'letter by letter');
select results_eq($$ select who, count(*)::integer from audit_log where action = 'look_at_original' group by who order by who $$,
  $$ values ('kiem-tra@mot.vn', 2), ('kiem-tra@tinh.vn', 1) $$, 'every look is in the log');

-- Replying.
select test.act_as_owner();
select is(test.tries(person, $$ select reply_to_comment(test.comment()::text, 'Đã nhắc nhở.') $$), refusal, person || ' replies: ' || coalesce(refusal, 'done'))
from (values ('kiem-tra@mot.vn', 'not_allowed'), ('truong@hai.vn', 'not_allowed'), ('can-bo@mot.vn', null), ('truong@mot.vn', 'changed_meanwhile'))
  t (person, refusal);
select is(test.tries('truong@mot.vn', $$ select reply_to_comment(test.comment()::text, 'Đã bố trí thêm quầy.', 'Đã nhắc nhở.') $$), null, 'a head corrects it');
select is(test.tries('truong@mot.vn', $$ select reply_to_comment(test.comment()::text, '  ', 'Đã bố trí thêm quầy.') $$), 'reply_missing', 'with words');
select is(test.tries('truong@mot.vn', $$ select reply_to_comment(gen_random_uuid()::text, 'x') $$), 'not_allowed', 'and to what there is');
select is((select receipt_state(receipt) #>> '{reply,text}' from wrote where comment like 'Chờ%'), 'Đã bố trí thêm quầy.', 'it reaches the receipt');
select is((select receipt_state(receipt) -> 'reply' from wrote where comment like 'Cán bộ%'), 'null'::jsonb, 'and no other');
select results_eq('select handled_by from comments where is_masked', array['can-bo@mot.vn'], 'with the reply it is handled');
select is(test.tries('can-bo@mot.vn', 'select handle_comment(test.comment()::text, ''false'')'), null, 'a clerk takes that back');
select results_eq('select handled_by, handled_at from comments where is_masked', $$ values (null::text, null::timestamptz) $$, 'and it is open again');

-- Many at once, and back.
create function test.comments() returns uuid[] language sql security definer as $$ select array_agg(id order by id) from public.comments $$;
grant execute on function test.comments() to public;
select test.act_as('can-bo@mot.vn');
select is(handle_comments(jsonb_build_array(test.comment()), 'true'), '{}'::uuid[], 'what has a reply stays as it is');
select is(cardinality(handle_comments(to_jsonb(test.comments()), 'true')), 1, 'the others are marked together');
select is(cardinality(handle_comments(to_jsonb(test.comments()), 'true')), 0, 'a second time changes nothing');
select is(cardinality(handle_comments(to_jsonb(test.comments()), 'false')), 1, 'and opened again together');
select is(handle_comments('[]', 'true'), '{}'::uuid[], 'none are none');
select is(test.tries(person, 'select handle_comments(to_jsonb(test.comments()), ''true'')'), 'not_allowed', person || ' marks none')
from (values ('kiem-tra@mot.vn'), ('truong@hai.vn'), ('nguoi-la@mot.vn')) t (person);
select is(test.tries('can-bo@mot.vn', 'select handle_comments(to_jsonb(test.comments() || gen_random_uuid()), ''true'')'), 'not_allowed',
  'with one that is not theirs none is marked');
select results_eq('select count(handled_at)::integer from comments', array[0], 'as it was');
select is(test.tries('can-bo@mot.vn', 'select handle_comments((select jsonb_agg(gen_random_uuid()) from generate_series(1, 501)), ''true'')'),
  'too_many_comments', 'no list without an end');

-- Templates.
select test.act_as('can-bo@mot.vn');
select is(save_reply_template('thu-mot', ' Cảm ơn ', 'Cảm ơn Ông/Bà.'), '[{"name": "Cảm ơn", "text": "Cảm ơn Ông/Bà."}]'::jsonb, 'a template is kept');
select throws_ok($$ select save_reply_template('thu-hai', 'x', 'y') $$, 'PT403', 'not_allowed', 'for the own office');
select is(save_reply_template('thu-mot', 'Cảm ơn', ''), '[]'::jsonb, 'and deleted');

-- With the rating the original goes, and with it the way to reply.
select test.act_as_owner();
select test.act_as_key();
create temporary table logged as select count(*) as n from audit_log;
select private.delete_old_ratings('2028-01-01');
select is((select count(*) from audit_log), (select n from logged), 'nor the day on which a rating was deleted');
select isnt_empty($$ select * from audit_log where subject = 'comments' and after ->> 'reply' = 'Đã nhắc nhở.' $$, 'what staff did is in the log');
select is_empty($$ select * from audit_log where subject = 'comments' and (before || after) ?| array['text', 'is_forgotten', 'praised', 'improve'] $$,
  'without a copy of the comment');
select test.act_as_owner();
select is((select count(*)::integer from private.comments), 0, 'what was written is forgotten with its rating');
select is((select count(*)::integer from comments), 2, 'what the office was told stays');
select ok((select bool_and(is_forgotten) from comments), 'and says that a reply would reach nobody');
select is(private.staff_home_of('thu-mot', '2028-01-01') #>> '{comments,open}', '0', 'so that nobody is asked for one any more');
select is(test.tries('kiem-tra@mot.vn', 'select look_at_original(test.comment()::text)'), 'comment_forgotten', 'nobody looks any more');
select is(test.tries('can-bo@mot.vn', $$ select reply_to_comment(test.comment()::text, 'Muộn', 'Đã bố trí thêm quầy.') $$), 'comment_forgotten', 'nor replies');

-- Whoever asks without an order gets them in none that says who came first.
select test.act_as_owner();
select test.crowd(2, 'TEST01', 4, '2026-04-02 10:00+07', '{"procedure": "9.000001"}');
create temporary table many as select test.rate('TEST01', 4, '2026-04-02 11:00+07', '{"procedure": "9.000001"}') as receipt, n from generate_series(1, 30) n;
select add_details(json_build_object('receipt', receipt, 'details', json_build_object('comment', 'Người thứ ' || n))) from many;
select test.release('2026-04-03 08:00+07');
select ok((select array_agg(text) from (select text from comments where text like 'Người thứ%') c)
    <> (select array_agg('Người thứ ' || n order by n) from many), 'not of the table that staff read');
select ok((select array_agg(original) from (select original from private.comments where original like 'Người thứ%') c)
    <> (select array_agg('Người thứ ' || n order by n) from many), 'nor of the originals');

-- What is masked is not told by the day on which an answer is due: "không chín..." is a number, and no wish.
select test.act_as_owner();
select test.crowd(9, 'TEST01', 5, '2026-04-02 10:00+07', '{"procedure": "9.000002"}');
select add_details(json_build_object('receipt', test.rate('TEST01', 5, '2026-04-02 11:00+07', '{"procedure": "9.000002"}'), 'details',
  json_build_object('comment', 'Cảm ơn, số tôi là không chín một hai ba bốn năm sáu bảy tám')));
select test.act_as_key();
select test.release('2026-04-03 08:00+07');
select test.act_as_owner();
select results_eq($$ select text, asks from comments where procedure_code = '9.000002' $$, $$ values ('Cảm ơn, số tôi là ▒▒▒', false) $$,
  'what asks is told by what can be read');

-- Praise without a wish waits for nobody, said with the words of one too; in doubt a comment asks.
select is(private.asks_for_something(said, '{}', '{}'), false, format('%L is praise', said))
from unnest(array['Cán bộ hướng dẫn dễ hiểu.', 'Phòng mát mẻ, sạch sẽ.', 'Nhận kết quả sớm hơn giấy hẹn.', 'Niem no, ro rang',
  'Được giúp điền tờ khai rất tận tình.', 'Làm việc chuyên nghiệp', 'Chỗ ngồi chờ mát mẻ, sạch sẽ.', 'Không phải chờ lâu',
  'Bảng hướng dẫn rõ, vào là biết phải đến quầy nào.', 'Kết quả đúng, không sai chữ nào.', 'Thủ tục gọn, không phải làm lại.',
  'Giấy tờ ít hơn tôi tưởng.', 'Góp ý lần trước đã được sửa.', 'Có người giải thích lại khi tôi hỏi.', 'Không có gì phải chê',
  'Cán bộ không gây khó dễ, nhiệt tình', 'khong phai cho lau, rat nhanh', 'Nhanh, không trễ hẹn',
  'Cảm ơn cán bộ đã sửa lại tờ khai giúp tôi']) said;
select is(private.asks_for_something(said, '{}', '{}'), true, format('%L asks', said))
from unnest(array['Hướng dẫn dễ hiểu nhưng chờ lâu', 'Sạch sẽ, thiếu ghế', 'Ai tiếp tôi hôm đó', 'Nên dễ dàng hơn', 'dung hen thi tot hon', 'Kết quả',
  'Phòng chờ nóng', 'Thiếu ghế chờ', 'Phòng chờ không sạch sẽ', 'Không phải chờ lâu thì tốt', 'Mong không phải chờ lâu',
  'Không phải ai cũng biết thủ tục này', 'Tôi không sai', 'Không sai nhưng lâu', 'Giấy tờ không rõ ràng', 'Không biết phải nộp ở đâu',
  'Góp ý lần trước chưa được sửa', 'Góp ý lần trước đã được sửa một phần', 'Hồ sơ không thiếu mà bị trả lại']) said;

select finish();
rollback;
