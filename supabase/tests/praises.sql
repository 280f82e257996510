begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();

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
create function test.decides(person text, decision text, fields text, seen text default '1') returns text language sql as $$
  select test.tries(person, format('select decide_praise(test.praise(), %L, %L, %L)', seen, decision, fields))
$$;
create function test.says(text text, name boolean default false) returns text language sql as $$
  select jsonb_build_object('text', text, 'name', name::text)::text $$;
create function test.good() returns text language sql as $$ select 'Một gia đình kể người cao tuổi được giúp rất kiên nhẫn.' $$;
select is(test.decides('can-bo@mot.vn', 'publish', test.says(test.good())), 'not_allowed', 'who nominates does not publish');
select is(test.decides('truong@mot.vn', 'decline', '{}'), 'not_allowed', 'nor decline');
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says(text)), key, key || ': ' || left(text, 30))
from (values ('Rất tốt.', 'practice_text_short'), (repeat('dài ', 260), 'practice_text_long'), (repeat('dài ', 1200), 'practice_text_long'),
  ('Gọi 0912345678 để nghe kể thêm chuyện này', 'publication_names_somebody'), (U&'Một gia đình \202E kể chuyện rất vui', 'text_unreadable'),
  ('Có người nói: "chị ở QUẦY số 3 chi tung dong cho mẹ tôi", thật vui', 'praise_repeats_comment'),
  (test.good(), 'praise_too_few_batches')) said (text, key);
select is((select state from praises), 'waiting', 'nothing is published');
select test.thanks('Nhanh', '2026-07-08 08:00+07');
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true)), 'consent_missing', 'no name without a consent');
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says(test.good()), '2'), 'changed_meanwhile', 'nor what somebody else has decided');
select is(test.decides('dieu-phoi@tinh.vn', decision, fields), 'body_invalid', 'a decision that is none') from (values ('keep', '{}'), ('publish', '[]')) odd (decision, fields);
select is(test.decides('dieu-phoi@tinh.vn', 'take_down', '{}'), 'praise_decided_already', 'what is not published is not taken down');

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
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says('Người dân khen cô nguyen thi thu rất kiên nhẫn.', true)), 'praise_text_names_officer',
  'the name stands beside the words and not in them');
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true)), null, 'who coordinates the office publishes it');

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
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true), '3'), 'consent_missing', 'and the name does not come back');
select is(test.agrees('truong@mot.vn', 'Kiên'), null, 'a new consent may be noted');
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says(test.good(), true), '3'), null, 'a name that is a word of the text by chance');
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says('Chị Kiên giúp người cao tuổi từng bước.', true), '4'), 'praise_text_names_officer', 'and one that is meant');

-- Taken down, with the name.
select is(test.decides('dieu-phoi@tinh.vn', 'take_down', '{"reason": "Người viết xin gỡ."}', '4'), null, 'what was published is taken down');
select is_empty('select * from good_practice()', 'and gone');
select is((select text from praises), null, 'with its words');
select is((select count(officer_name) from name_consents), 0::bigint, 'and its name');
select is(test.decides('dieu-phoi@tinh.vn', 'publish', test.says(test.good()), '5'), 'praise_decided_already', 'for good');

-- A batch that is found wrong is none of those that hide it.
select test.as_role('service_role', 'select to_jsonb(1) from (select void_batch(''2'', ''Sai'')) v');
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
