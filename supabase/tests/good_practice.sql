begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();
savepoint morning;

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
select private.void_batch(number, 'Sai') from
  (select max(number) as number from batches where office_code = 'thu-mot' and released_on = '2026-08-05') b;
select is_empty('select * from good_practice()', 'what rested on a wrong batch is not there');

rollback to morning;

-- Two batches in a quarter, in each somebody who says thanks; later a third.
create function test.thanks(comment text, at timestamptz) returns void language sql as $$
  select test.crowd(9, 'TEST01', 4, at, '{"procedure": "9.000001"}');
  select add_details(json_build_object('receipt', test.rate('TEST01', 5, at, '{"procedure": "9.000001"}'),
    'details', json_build_object('comment', comment)));
  select test.release(at + interval '1 day');
$$;
select test.thanks('Chị ở quầy số 3 chỉ từng dòng cho mẹ tôi tám mươi tuổi, cảm ơn nhiều', '2026-07-06 08:00+07');
select test.thanks('Rất tốt', '2026-07-07 08:00+07');
create function test.comment(words text) returns text language sql security definer as $$
  select coalesce((select min(id::text) from public.comments where text like words), '?') $$;
create function test.praise() returns text language sql security definer as $$
  select p.id::text from public.praises p join public.comments c on c.id = p.comment_id where c.text like 'Chị%' $$;
grant execute on function test.comment(text), test.praise() to public;

-- Nominating.
select is(test.tries(person, format('select nominate_praise(%L)', test.comment('Chị%'))), 'not_allowed', person || ' nominates none of thu-mot')
from unnest(array['can-bo@hai.vn', 'kiem-tra@mot.vn', 'nguoi-la@mot.vn']) person;
select is_empty('select * from praises', 'and nothing is nominated');
select is(test.tries('can-bo@mot.vn', format('select nominate_praise(%L)', test.comment('Chị%'))), null, 'its staff do');
select is(test.tries('truong@mot.vn', format('select nominate_praise(%L)', test.comment('Chị%'))), 'praise_nominated_already', 'once');
select is(test.tries('dieu-phoi@tinh.vn', 'select nominate_praise(''x'')'), 'comment_unknown', 'what is there');
select is_empty('select * from good_practice()', 'the public reads nothing of it');
select is((select quarter::text || ' ' || state || coalesce(text, '') from praises), '2026-07-01 waiting', 'of the comment only its quarter is taken over');

-- Moderating.
create function test.judges(person text, decision text, fields text, seen text default '1') returns text language sql as $$
  select test.tries(person, format('select decide_praise(test.praise(), %L, %L, %L)', seen, decision, fields))
$$;
create function test.says(text text, name boolean default false) returns text language sql as $$
  select jsonb_build_object('text', text, 'name', name::text)::text $$;
create function test.good() returns text language sql as $$ select 'Một gia đình kể người cao tuổi được giúp rất kiên nhẫn.' $$;
select is(test.judges('can-bo@mot.vn', 'publish', test.says(test.good())), 'not_allowed', 'who nominates does not publish');
select is(test.judges('truong@mot.vn', 'decline', '{}'), 'not_allowed', 'nor decline');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says(text)), key, key || ': ' || left(text, 30))
from (values ('Rất tốt.', 'practice_text_short'), (repeat('dài ', 260), 'practice_text_long'), (repeat('dài ', 1200), 'practice_text_long'),
  ('Gọi 0912345678 để nghe kể thêm chuyện này', 'publication_names_somebody'), (U&'Một gia đình \202E kể chuyện rất vui', 'text_unreadable'),
  ('Có người nói: "chị ở QUẦY số 3 chi tung dong cho mẹ tôi", thật vui', 'praise_repeats_comment'),
  (test.good(), 'praise_too_few_batches')) said (text, key);
select is((select state from praises), 'waiting', 'nothing is published');
select test.thanks('Nhanh', '2026-07-08 08:00+07');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true)), 'consent_missing', 'no name without a consent');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says(test.good()), '2'), 'changed_meanwhile', 'nor what somebody else has decided');
select is(test.judges('dieu-phoi@tinh.vn', decision, fields), 'body_invalid', 'a decision that is none') from (values ('keep', '{}'), ('publish', '[]')) odd (decision, fields);
select is(test.judges('dieu-phoi@tinh.vn', 'take_down', '{}'), 'praise_decided_already', 'what is not published is not taken down');

-- The consent.
create function test.agrees(person text, name text, form text default 'paper') returns text language sql as $$
  select test.tries(person, format('select record_name_consent(test.praise(), %L, %L)', name, form))
$$;
select is(test.agrees(person, 'Nguyễn Thị Thử'), 'not_allowed', person || ' notes no consent')
from unnest(array['can-bo@mot.vn', 'truong@hai.vn', 'kiem-tra@mot.vn']) person;
select is(test.agrees('truong@mot.vn', name, form), key, key) from (values ('', 'paper', 'name_missing'), (' … ', 'paper', 'name_missing'),
  (repeat('An ', 60), 'paper', 'name_too_long'), ('Thử 0912345678', 'paper', 'publication_names_somebody'), ('Thử', 'rumour', 'consent_form_unknown'),
  (U&'Th\202Eử', 'paper', 'text_unreadable')) odd (name, form, key);
select is_empty('select * from name_consents', 'none is noted');
select is(test.agrees('truong@mot.vn', '  Nguyễn  Thị Thử '), null, 'the head notes who agreed, and how');
select is(test.agrees('truong@mot.vn', 'Nguyễn Thị Thử'), 'consent_recorded_already', 'once');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says('Người dân khen cô nguyen thi thu rất kiên nhẫn.', true)), 'praise_text_names_officer',
  'the name stands beside the words and not in them');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true)), null, 'who coordinates the office publishes it');

-- What everybody reads.
create function test.public() returns text language sql as $$
  select concat((select jsonb_agg(to_jsonb(g)) from good_practice() g), (select jsonb_agg(to_jsonb(n)) from praise_names() n),
    open_csv('good_practice'), open_json('good_practice'), open_csv('good_practice', 'true'))
$$;
select set_eq('select kind, office_code, quarter::text, text from good_practice()', format($$ values ('praise', 'thu-mot', '2026-07-01', %L) $$, test.good()), 'office, quarter and words');
select is((select count(*) from good_practice() g, jsonb_each_text(jsonb_strip_nulls(to_jsonb(g))) f
  where f.key not in ('kind', 'id', 'office_code', 'quarter', 'text')), 0::bigint, 'and nothing of its batch, its day or its face');
select is((select array_agg(officer_name) from praise_names()), array['Nguyễn Thị Thử'], 'with the name');
select is(test.public() ~ (select id || '|' || released_on from comments where text like 'Chị%'), false, 'nowhere its comment');
select is((length(test.public()) - length(replace(test.public(), 'Nguyễn Thị Thử', ''))) / length('Nguyễn Thị Thử'), 4, 'in the API and in every file');
select is((select count(*) from praises p, comments c where p.id = c.id), 0::bigint, 'under an id of its own');
select set_config('request.headers', '{}', true);
select open_json('good_practice');
select is(current_setting('response.headers', true)::jsonb @> '[{"Cache-Control": "public, max-age=0"}]', true, 'no copy is shown without asking');

-- The officer takes it back: gone at once, from everywhere.
select is(test.tries('can-bo@hai.vn', 'select revoke_name_consent(test.praise())'), 'not_allowed', 'no stranger ends a consent');
select is(test.public() ~ 'Nguyễn Thị Thử', true, 'and it stays');
select is(test.tries('can-bo@mot.vn', 'select revoke_name_consent(test.praise())'), null, 'the officer does, without asking a superior');
select is(test.public() ~* 'Nguyễn Thị Thử', false, 'the name is in no answer and no file');
select is((select count(*) from good_practice()), 1::bigint, 'the praise stays');
select is((select jsonb_agg(to_jsonb(c))::text ~ 'Thử' from name_consents c), false, 'the name is forgotten');
select results_eq('select form, recorded_by, ended_by from name_consents', $$ values ('paper', 'truong@mot.vn', 'can-bo@mot.vn') $$, 'that there was a consent is known');
select is((select count(*) from audit_log where coalesce(before::text, '') || coalesce(after::text, '') ~ 'Thử|kiên nhẫn'), 0::bigint, 'the log holds neither name nor words');
select results_eq('select who, action from audit_log where subject = ''name_consents'' order by id',
  $$ values ('truong@mot.vn', 'insert'), ('can-bo@mot.vn', 'update') $$, 'and who did what');
select is(test.tries('can-bo@mot.vn', 'select revoke_name_consent(test.praise())'), 'consent_missing', 'what has ended does not end again');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true), '3'), 'consent_missing', 'and the name does not come back');
select is(test.agrees('truong@mot.vn', 'Kiên'), null, 'a new consent may be noted');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true), '3'), null, 'a name that is a word of the text by chance');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says('Chị Kiên giúp người cao tuổi từng bước.', true), '4'), 'praise_text_names_officer', 'and one that is meant');

-- It comes down with a batch that is voided, once fewer than three of its quarter are left: it would tell of which it is.
savepoint published;
select private.void_batch(min(number), 'Sai') from batches where office_code = 'thu-mot' and released_on < '2026-07-01' and n > 0
  and number not in (select voids from batches where voids is not null) having count(*) > 0;
select is((select count(*) from good_practice()), 1::bigint, 'a batch of another quarter takes nothing down');
select private.void_batch(min(number), 'Sai') from batches where office_code = 'thu-mot' and released_on >= '2026-07-01';
select is_empty('select * from good_practice()', 'with two batches of its quarter left the praise is gone');
select is_empty('select * from praise_names()', 'and the name beside it');
select is((select count(*) from praises where state = 'taken_down' and text is null and reason <> ''), 1::bigint, 'staff read why');
select is((select count(officer_name) from name_consents), 0::bigint, 'no name is kept');
rollback to published;

-- Taken down, with the name.
select is(test.judges('dieu-phoi@tinh.vn', 'take_down', '{"reason": "Người viết xin gỡ."}', '4'), null, 'what was published is taken down');
select is_empty('select * from good_practice()', 'and gone');
select is((select text from praises), null, 'with its words');
select is((select count(officer_name) from name_consents), 0::bigint, 'and its name');
select is(test.judges('dieu-phoi@tinh.vn', 'publish', test.says(test.good()), '5'), 'praise_decided_already', 'for good');

-- A batch that is found wrong is none of those that hide it.
select private.void_batch(2, 'Sai');
select is(private.has_batches_for_praise('thu-mot', '2026-07-01'), false, 'a voided batch hides nobody');
select is(private.has_batches_for_praise('thu-mot', '2026-04-01'), false, 'nor one of another quarter');

-- Finding a comment's words again.
select is(private.repeats_comment(written, comment), found, written) from (values
  ('Rất tốt và nhanh, ai cũng khen như vậy', 'Rất tốt', false),
  ('Mọi người đều được hướng dẫn cẩn thận', 'Cô Bảy quầy một nhanh lắm', false),
  ('Có lời rằng cô bảy quầy một nhanh lắm nha', 'Cô Bảy, quầy một: nhanh lắm!', true),
  ('គេថា អរគុណបងស្រីនៅបញ្ជរលេខមួយដែលបានជួយម្តាយខ្ញុំ ល្អណាស់', 'អរគុណបងស្រីនៅបញ្ជរលេខមួយ ដែលបានជួយម្តាយខ្ញុំ', true)) cases (written, comment, found);

select finish();
rollback;
