begin;
\ir fixtures/sample_province.sql
select no_plan();
select test.publish_any_scores();

create function test.reply(receipt text, text text) returns void language sql as $$
  insert into private.replies (receipt_hash, text, replied_on)
  select receipt_hash, reply.text, '2026-03-20' from private.ratings where receipt_hash = private.short_hash(receipt)
$$;
create table test.mine as select test.rate('TEST01', 2, '2026-03-02 12:00+07') as receipt;
create function test.mine() returns text language sql as $$ select receipt from test.mine $$;

-- Before and after the office replies.
select is(receipt_state(test.mine()) -> 'reply', 'null', 'there is no reply at first');
select test.refuses(format($$ select rate_reply('{"receipt": "%s", "score": 4}') $$, test.mine()), 409, 'no_reply',
  'a rating of a reply that is not there');
select test.reply(test.mine(), 'Chúng tôi đã thêm một bàn hướng dẫn.');
select is(receipt_state(test.mine()) -> 'reply',
  '{"text": "Chúng tôi đã thêm một bàn hướng dẫn.", "replied_on": "2026-03-20", "score": null}',
  'the holder of the receipt reads the reply');
select is(rate_reply(format('{"receipt": "%s", "score": 4}', test.mine())::json) -> 'reply' ->> 'score', '4',
  'and rates once more');
select is(rate_reply(format('{"receipt": "%s", "score": 3}', test.mine())::json) -> 'reply' ->> 'score', '3',
  'and may think better of it');
select is((receipt_state(test.mine()) ->> 'score')::integer, 2, 'the first rating stays what it was');
select test.refuses(format('select rate_reply(%L)', body), status, key, story)
from (values
  (format('{"receipt": "%s", "score": 6}', test.mine()), 422, 'score_invalid', 'a score of 6'),
  (format('{"receipt": "%s"}', test.mine()), 422, 'score_invalid', 'no score'),
  ('{"receipt": "ZZZZZZZZZZZZ", "score": 4}', 404, 'receipt_unknown', 'a receipt that nobody has'),
  (format('{"receipt": "%s", "score": 4, "text": "x"}', test.mine()), 400, 'field_unknown', 'a field too many')
) wrong (body, status, key, story);

-- The second score is no part of what is published.
select test.crowd(9, 'TEST01', 2, '2026-03-02 12:00+07');
select test.release('2026-05-01 08:00+07');
select is((select score_2 from public.batches), 10, 'the batch counts the first scores');
select is(rate_reply(format('{"receipt": "%s", "score": 5}', test.mine())::json) -> 'reply' ->> 'score', '5',
  'also after the rating was counted the reply can be rated');

-- A batch that was found wrong later.
select is(receipt_state(test.mine()) -> 'batch' -> 'voided', 'null', 'a batch stands');
select private.void_batch(1, 'Kiosk để ở nhà kho');
select is(receipt_state(test.mine()) -> 'batch' -> 'voided' ->> 'reason', 'Kiosk để ở nhà kho',
  'the holder of a receipt reads that the batch was voided, and why');

-- Acting as a browser: the receipt is the only key.
select is(test.as_role('anon', format($$ select rate_reply('{"receipt": "%s", "score": 4}') $$, test.mine()))
  -> 'reply' ->> 'score', '4', 'whoever holds the receipt rates the reply');

-- What is forgotten, is forgotten with its reply.
select private.delete_old_ratings('2036-01-01 08:00+07');
select is((select count(*) from private.replies), 0::bigint, 'a rating that is deleted takes its reply along');

select * from finish();
rollback;
