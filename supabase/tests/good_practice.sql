begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();

-- The interval of a difference, as the paper has it (Newcombe 1998, table II, method 10, the second share minus the first).
select is(array[round(i.low::numeric, 4), round(i.high::numeric, 4)], array[paper.low, paper.high], format('%s/%s and %s/%s', a, m, b, n))
from (values (48, 80, 56, 70, 0.0524, 0.3339), (3, 10, 9, 10, 0.1705, 0.8090), (2, 7, 6, 7, 0.0582, 0.8062), (0, 29, 5, 56, -0.0381, 0.1926),
  (0, 20, 0, 10, -0.1611, 0.2775), (0, 10, 10, 10, 0.6075, 1.0000)) paper (a, m, b, n, low, high)
  cross join lateral private.difference_interval(a, m, b, n, 1.959963984540054) i;
select is((select count(*) from private.difference_interval(50, 100, 70, 100) wide, private.difference_interval(50, 100, 70, 100, 1.96) narrow
  where wide.low < narrow.low and wide.high > narrow.high), 1::bigint, 'ours is the wider one of 99.5 %');

-- Two offices in the third quarters of two years: one rises from 60 to 92 %, the other stays.
create function test.quarter_of(counter text, satisfied integer, others integer, at timestamptz, procedure text default '9.000001') returns void language sql as $$
  select test.crowd(satisfied, counter, 5, at, jsonb_build_object('procedure', procedure));
  select test.crowd(others, counter, 2, at, jsonb_build_object('procedure', procedure));
$$;
select test.quarter_of('TEST01', 72, 48, '2025-08-04 10:00+07'), test.quarter_of('TEST02', 100, 20, '2025-08-04 10:00+07'),
  test.quarter_of('TEST03', 30, 60, '2025-08-04 10:00+07');
select test.release('2025-08-05 08:00+07');
select test.quarter_of('TEST01', 110, 10, '2026-08-04 10:00+07'), test.quarter_of('TEST02', 104, 16, '2026-08-04 10:00+07'),
  test.quarter_of('TEST03', 90, 0, '2026-08-04 10:00+07');
select test.release('2026-08-05 08:00+07');
select is_empty('select * from good_practice()', 'nothing is said of a quarter that runs');
select test.release('2026-09-30 08:00+07');
select is_empty('select * from good_practice()', 'nor on its last day');
select test.release('2026-10-01 08:00+07');
create function test.sums(office text, quarter date) returns bigint[] language sql as $$
  select array[sum(n), sum(score_4 + score_5)] from batches where office_code = office and released_on >= quarter and released_on < quarter + interval '3 months'
$$;
select set_eq('select kind, office_code, quarter::text, n_before, satisfied_before, n, satisfied from good_practice()',
  $$ values ('improvement', 'thu-mot', '2026-07-01', 120::bigint, 72::bigint, 120::bigint, 110::bigint) $$,
  'who surely rose is there; who hardly moved, and who had too few ratings, is not');
select is((select array[n_before, satisfied_before, n, satisfied] from good_practice()),
  test.sums('thu-mot', '2025-07-01') || test.sums('thu-mot', '2026-07-01'), 'the sums of its batches');
select is((select low > 0 and high < 0.5 from good_practice()), true, 'with the interval');
select results_eq('select quarter::text, compared, improved from practice_comparisons()', $$ values ('2026-07-01', 2::bigint, 1::bigint) $$,
  'of two that could be compared');
select is((select visits from good_practice()), 0::bigint, 'none was proven by a visit code');

-- Fields: only where that of the field is as sure.
select results_eq('select f ->> ''field'' from good_practice(), jsonb_array_elements(fields) f', array['thu-ho-tich'], 'where it rose');
select is((select count(*) from good_practice(field => 'thu-ho-tich')), 1::bigint, 'found by its field');
select is_empty('select * from good_practice(field => ''thu-dat-dai'')', 'and by no other');
select is((select count(*) from good_practice('thu-tinh')), 1::bigint, 'those above have it');
select is_empty('select * from good_practice(''thu-hai'')', 'another office has not');
select test.refuses('select * from good_practice(''khong-co'')', 404, 'office_unknown', 'an office that is not there');

-- What changed in the answers, in whole groups that are there in both quarters.
select is((select answers from good_practice()), '[]', 'nothing where there are no groups');
insert into answer_groups (position, after_batch, quarter, office_code, procedure_code, question, n, answers, released_on, previous_hash, hash) values
  (1, 0, '2025-07-01', 'thu-mot', '9.000001', 'timeliness', 60, '{"late": 40, "on_time": 20}', '2025-10-01', '', 'a'),
  (2, 0, '2026-07-01', 'thu-mot', '9.000001', 'timeliness', 40, '{"late": 3, "on_time": 37}', '2026-10-01', '', 'b'),
  (3, 0, '2026-07-01', 'thu-mot', null, 'timeliness', 20, '{"on_time": 17, "early": 3}', '2026-10-01', '', 'c'),
  (4, 0, '2026-07-01', 'thu-mot', null, 'trips', 20, '{"1": 20}', '2026-10-01', '', 'd'),
  (5, 0, '2026-07-01', 'thu-hai', null, 'timeliness', 20, '{"late": 20}', '2026-10-01', '', 'e');
select is((select answers from good_practice()), '[
  {"question": "timeliness", "answer": "early", "n_before": 0, "of_before": 60, "n": 3, "of": 60, "is_sure": false},
  {"question": "timeliness", "answer": "late", "n_before": 40, "of_before": 60, "n": 3, "of": 60, "is_sure": true},
  {"question": "timeliness", "answer": "on_time", "n_before": 20, "of_before": 60, "n": 54, "of": 60, "is_sure": true}]',
  'sums over whole groups of the office, of questions that were grouped both times');

-- A quarter that is over stays as it was, unless a batch is found wrong.
select test.quarter_of('TEST02', 120, 0, '2026-10-05 10:00+07');
select test.release('2026-10-06 08:00+07');
select is((select count(*) from good_practice()), 1::bigint, 'nothing that comes later moves it');

-- The office's note.
create function test.note(person text, text text, seen text default null) returns text language sql as $$
  select test.tries(person, format('select save_practice_note(''thu-mot'', ''2026-07-01'', %L, %L)', text, seen))
$$;
select is(test.note('can-bo@hai.vn', repeat('Chúng tôi xem trước hồ sơ. ', 2)), 'not_allowed', 'not by another office');
select is(test.note('dieu-phoi@tinh.vn', repeat('Chúng tôi xem trước hồ sơ. ', 2)), 'not_allowed', 'nor by who will look at it');
select is(test.note('can-bo@mot.vn', 'Ngắn quá'), 'practice_text_short', 'a few words are no note');
select is(test.note('can-bo@mot.vn', repeat('dài ', 501)), 'practice_text_long', 'nor is a book');
select is(test.note('can-bo@mot.vn', 'Ai cần hỏi thêm thì gọi số 0912345678 nhé'), 'publication_names_somebody', 'no telephone');
select is(test.note('can-bo@mot.vn', U&'\200B\2060' || repeat(' ', 30)), 'text_unreadable', 'nor nothing that can be seen');
select is(test.note('can-bo@mot.vn', U&'Chúng tôi xem trước \202Ehồ sơ'), 'text_unreadable', 'nor what turns around');
select is(test.tries('can-bo@hai.vn', 'select save_practice_note(''thu-hai'', ''2026-07-01'', ''Chúng tôi xem trước hồ sơ.'')'), 'office_not_improved', 'only who improved has one');
select is((select count(*) from practice_notes), 0::bigint, 'none of these is kept');
select is(test.note('can-bo@mot.vn', 'Chúng tôi xem trước hồ sơ ở bàn hướng dẫn.'), null, 'staff of the office write one');
select is((select text from good_practice()), null, 'which is not public yet');
select is(test.note('truong@mot.vn', 'Chúng tôi xem hồ sơ trước.'), 'changed_meanwhile', 'who has not seen it does not write over it');
select is(test.note('truong@mot.vn', 'Chúng tôi xem trước hồ sơ, rồi mới phát số.', '1'), null, 'who has, does');
create function test.decides(person text, version text, decision text, reason text default null) returns text language sql as $$
  select test.tries(person, format('select decide_practice_note(''thu-mot'', ''2026-07-01'', %L, %L, %L)', version, decision, reason))
$$;
select is(test.decides('truong@mot.vn', '2', 'publish'), 'not_allowed', 'the office does not let itself through');
select is(test.decides('dieu-phoi@tinh.vn', '1', 'publish'), 'changed_meanwhile', 'nor does anybody a version that was written anew');
select is(test.decides('dieu-phoi@tinh.vn', '3', 'publish'), 'practice_note_unknown', 'or that is not there');
select is(test.decides('dieu-phoi@tinh.vn', '2', 'publish'), null, 'who coordinates it does');
select is((select text from good_practice()), 'Chúng tôi xem trước hồ sơ, rồi mới phát số.', 'then it is public');
select is(test.decides('dieu-phoi@tinh.vn', '2', 'return'), 'practice_note_decided', 'and not to be returned');
select is(test.note('can-bo@mot.vn', 'Chúng tôi xem trước hồ sơ, phát số, nhắn tin.', '2'), null, 'it is written anew');
select is((select text from good_practice()), 'Chúng tôi xem trước hồ sơ, rồi mới phát số.', 'and what was public stays so');
select is(test.decides('dieu-phoi@tinh.vn', '3', 'return', 'Nói rõ hơn.'), null, 'until it is returned');
select is((select array_agg(state || coalesce(' ' || reason, '') order by version) from practice_notes), array['replaced', 'published', 'returned Nói rõ hơn.'], 'the office reads why');
select is(test.decides('can-bo@mot.vn', '2', 'take_down'), null, 'the office takes down what it said');
select is((select text from good_practice()), null, 'and it is gone');
select is((select count(*) from audit_log where subject = 'practice_notes' and after::text ~ 'hồ sơ'), 0::bigint, 'the log holds none of it');
select is(test.as_role('anon', 'select jsonb_agg(kind) from good_practice()'), '["improvement"]', 'everybody reads all this');

-- A batch found wrong takes the improvement away.
select test.as_role('service_role', format('select to_jsonb(1) from (select void_batch(%L, ''Sai'')) v', number)) from
  (select max(number) as number from batches where office_code = 'thu-mot' and released_on = '2026-08-05') b;
select is_empty('select * from good_practice()', 'what rested on a wrong batch is not there');

select finish();
rollback;
