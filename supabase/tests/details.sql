begin;
\ir stage/town.sql
select no_plan();

select stage.rate('TEST01', 4, now() - interval '1 hour');
create function stage.add(details jsonb, receipt text default stage.receipt(1)) returns jsonb language sql as $$
  select add_details(json_build_object('receipt', receipt, 'details', details))
$$;
create function stage.details() returns jsonb language sql as $$
  select details from private.ratings where receipt_hash = private.receipt_hash(stage.receipt(1))
$$;

select is(stage.details(), null, 'nothing is answered for anybody');
select is(stage.add('{"praised": ["staff", "result"], "improve": ["access"]}') ->> 'state', 'waiting',
  'somebody praises two things and would change a third');
select is(stage.add('{"outcome": "received", "timeliness": "late", "trips": "2+", "agencies": "0", "money": "not_said",
  "filled_by": "family", "applicant": "citizen", "comment": "Chờ hơi lâu."}') ->> 'state', 'waiting',
  'and then answers every other question');
select is(stage.details() - 'comment', '{"praised": ["staff", "result"], "improve": ["access"], "outcome": "received",
  "timeliness": "late", "trips": "2+", "agencies": "0", "money": "not_said", "filled_by": "family",
  "applicant": "citizen"}', 'answers add up');
select lives_ok($$ select stage.add('{"money": null, "praised": ["staff"]}') $$, 'one answer is taken back, another changed');
select is(stage.details() -> 'money', null, 'what was taken back is gone');
select is(stage.details() -> 'praised', '["staff"]', 'what was changed is changed');
select is(stage.details() ->> 'comment', 'Chờ hơi lâu.', 'the rest stays');

-- Script tags and SQL are text like any other.
select lives_ok($$ select stage.add('{"comment": "<script>alert(1)</script>''; drop table private.ratings; --"}') $$,
  'a comment may hold anything that can be written');
select is(stage.details() ->> 'comment', '<script>alert(1)</script>''; drop table private.ratings; --', 'and is kept as it is');
select lives_ok($$ select stage.add(jsonb_build_object('comment', repeat('ệ', 1000))) $$, 'a comment has 1,000 characters');

select stage.refuses(format('select stage.add(%L)', details), 422, 'details_invalid', 'the answer ' || left(details, 60))
from unnest(array['[]', '"staff"', 'null', '5', '{"praised": "staff"}', '{"praised": ["officer"]}', '{"praised": [["staff"]]}',
  '{"praised": ["staff", "staff"]}', '{"outcome": "fine"}', '{"outcome": ["received"]}',
  '{"trips": 2}', '{"trips": "3"}', '{"money": true}', '{"officer": "Nguyễn Văn A"}', '{"comment": 5}', '{"comment": {}}',
  '{"outcome": "received", "timeliness": "never"}', json_build_object('comment', repeat('x', 1001))::text]) details;
select stage.refuses($$ select add_details('{"receipt": "000000000001"}') $$, 422, 'details_invalid', 'no details at all');
select stage.refuses($$ select add_details('{"receipt": "000000000001", "details": {}, "score": 1}') $$, 400, 'field_unknown',
  'a score among the details');
select stage.refuses($$ select stage.add('{}', 'short') $$, 400, 'receipt_malformed', 'details with half a receipt');
select stage.refuses($$ select stage.add('{}', 'ZZZZZZZZZZZZ') $$, 404, 'receipt_unknown', 'details for nobody');

-- How answers are counted: by name, once each, and never the comment.
select stage.crowd(9, 'TEST01', 4, now() - interval '1 hour');
select stage.release(now());
select is(receipt_state(stage.receipt(1)) ->> 'state', 'counted', 'the rating is released');
select is((select details from batches), '{"praised.staff": 1, "improve.access": 1, "outcome.received": 1,
  "timeliness.late": 1, "trips.2+": 1, "agencies.0": 1, "filled_by.family": 1, "applicant.citizen": 1}',
  'its batch counts its answers');
select stage.refuses($$ select stage.add('{"trips": "0"}') $$, 409, 'too_late', 'details for what is published');

select stage.rate('TEST01', 4, now());
select private.withdraw(json_build_object('receipt', stage.receipt(11)));
select stage.refuses($$ select stage.add('{"trips": "0"}', stage.receipt(11)) $$, 409, 'too_late', 'details for what was withdrawn');

select finish();
rollback;
