begin;
\ir fixtures/sample_province.sql
select no_plan();

select test.rate('TEST01', 4, now() - interval '1 hour');
create function test.add(details jsonb, receipt text default test.receipt(1)) returns jsonb language sql as $$
  select add_details(json_build_object('receipt', receipt, 'details', details))
$$;
create function test.details() returns jsonb language sql as $$
  select details from private.ratings where receipt_hash = private.receipt_hash(test.receipt(1))
$$;

select is(test.details(), null, 'nothing is answered for anybody');
select is(test.add('{"praised": ["staff", "result"], "improve": ["access"]}') ->> 'state', 'waiting',
  'somebody praises two things and would change a third');
select is(test.add('{"outcome": "received", "timeliness": "late", "trips": "2+", "agencies": "0", "money": "not_said",
  "filled_by": "family", "applicant": "citizen", "comment": "Chờ hơi lâu."}') ->> 'state', 'waiting',
  'and then answers every other question');
select is(test.details() - 'comment', '{"praised": ["staff", "result"], "improve": ["access"], "outcome": "received",
  "timeliness": "late", "trips": "2+", "agencies": "0", "money": "not_said", "filled_by": "family",
  "applicant": "citizen"}', 'answers add up');
select lives_ok($$ select test.add('{"money": null, "praised": ["staff"]}') $$, 'one answer is taken back, another changed');
select is(test.details() -> 'money', null, 'what was taken back is gone');
select is(test.details() -> 'praised', '["staff"]', 'what was changed is changed');
select is(test.details() ->> 'comment', 'Chờ hơi lâu.', 'the rest stays');

-- Characters are counted as they are kept: a letter is one however a keyboard wrote it, and so is an emoji.
select lives_ok(format($$ select test.add(%L) $$, jsonb_build_object('comment', repeat(U&'e\0302\0301', 1000))),
  'a thousand letters with their accents apart are a thousand');
select is(length(test.details() ->> 'comment'), 1000, 'and are kept');
select lives_ok(format($$ select test.add(%L) $$, jsonb_build_object('comment', repeat(U&'\+01F600', 1000))),
  'and so are a thousand emoji');
select lives_ok(format($$ select test.add(%L) $$,
    jsonb_build_object('comment', U&'\E000 \0378 \+0E0080 \+10FFFD \FDD0 \FFFE\+01FFFF \200B')),
  'what no font shows yet, or only one does, is no reason to lose a comment');
select is(left(test.details() ->> 'comment', 3), U&'\E000 \0378', 'it is kept');

-- Script tags and SQL are text like any other.
select lives_ok($$ select test.add('{"comment": "<script>alert(1)</script>''; drop table private.ratings; --"}') $$,
  'a comment may hold anything that can be written');
select is(test.details() ->> 'comment', '<script>alert(1)</script>''; drop table private.ratings; --', 'and is kept as it is');
select lives_ok($$ select test.add(jsonb_build_object('comment', repeat('ệ', 1000))) $$, 'a comment has 1,000 characters');

select test.refuses(format('select test.add(%L)', details), 422, 'details_invalid', 'the answer ' || left(details, 60))
from unnest(array['[]', '"staff"', 'null', '5', '{"praised": "staff"}', '{"praised": ["officer"]}', '{"praised": [["staff"]]}',
  '{"praised": ["staff", "staff"]}', '{"outcome": "fine"}', '{"outcome": ["received"]}',
  '{"trips": 2}', '{"trips": "3"}', '{"money": true}', '{"officer": "Nguyễn Văn A"}', '{"comment": 5}', '{"comment": {}}',
  '{"outcome": "received", "timeliness": "never"}', json_build_object('comment', repeat('x', 1001))::text]) details;
select test.refuses($$ select add_details('{"receipt": "000000000001"}') $$, 422, 'details_invalid', 'no details at all');
select test.refuses($$ select add_details('{"receipt": "000000000001", "details": {}, "score": 1}') $$, 400, 'field_unknown',
  'a score among the details');
select test.refuses($$ select test.add('{}', 'short') $$, 400, 'receipt_malformed', 'details with half a receipt');
select test.refuses($$ select test.add('{}', 'ZZZZZZZZZZZZ') $$, 404, 'receipt_unknown', 'details for nobody');

-- How answers are counted: by name, once each, and never the comment.
select test.crowd(9, 'TEST01', 4, now() - interval '1 hour');
select test.release(now());
select is(receipt_state(test.receipt(1)) ->> 'state', 'counted', 'the rating is released');
select is((select details from batches), null, 'its batch tells no answer');
select results_eq('select question, answers from private.ungrouped_answers order by question', $$ values
  ('agencies', array['0']), ('applicant', array['citizen']), ('filled_by', array['family']), ('improve', array['access']),
  ('outcome', array['received']), ('praised', array['staff']), ('timeliness', array['late']), ('trips', array['2+']) $$,
  'each answer waits by itself for enough others, and the comment is none of them');
select test.refuses($$ select test.add('{"trips": "0"}') $$, 409, 'too_late', 'details for what is published');

select test.rate('TEST01', 4, now());
select private.withdraw(json_build_object('receipt', test.receipt(11)));
select test.refuses($$ select test.add('{"trips": "0"}', test.receipt(11)) $$, 409, 'too_late', 'details for what was withdrawn');

select finish();
rollback;
