begin;
\ir fixtures/sample_province.sql
select no_plan();

-- The body as a whole.
select is(private.checked_body('{"a": 1}', array['a', 'b']), '{"a": 1}', 'a known field may be there, another may be missing');
select test.refuses($$ select private.checked_body('[]', '{a}') $$, 400, 'body_invalid', 'a list for a body');
select test.refuses($$ select private.checked_body('"a"', '{a}') $$, 400, 'body_invalid', 'a text for a body');
select test.refuses($$ select private.checked_body('null', '{a}') $$, 400, 'body_invalid', 'null for a body');
select test.refuses($$ select private.checked_body(null, '{a}') $$, 400, 'body_invalid', 'no body');
select test.refuses($$ select private.checked_body('{"a": "\u0000"}', '{a}') $$, 400, 'body_invalid',
  'a character that no text can hold');
select test.refuses($$ select private.checked_body('{"a": "\ud800"}', '{a}') $$, 400, 'body_invalid', 'half a character');
select test.refuses($$ select private.checked_body('{"a": 1e999999}', '{a}') $$, 400, 'body_invalid',
  'a number beyond all bounds');
select test.refuses($$ select private.checked_body('{"a": 1, "x": 2}', '{a}') $$, 400, 'field_unknown', 'an extra field');
select test.refuses($$ select private.checked_body('{"A": 1}', '{a}') $$, 400, 'field_unknown', 'a field in other letters');
select test.refuses($$ select private.checked_body(json_build_object('a', repeat('x', 16385)), '{a}') $$, 413,
  'body_too_large', 'a body of more than 16 kB');
select test.refuses($$ select private.checked_body(json_build_object('x', repeat('x', 16385)), '{a}') $$, 413,
  'body_too_large', 'a body of more than 16 kB in an extra field');
select lives_ok($$ select private.checked_body(json_build_object('a', repeat('x', 16000)), '{a}') $$, 'less than that will do');

-- RFC 9562, appendix A.6: the example of a UUID v7 and the instant in it.
select is(private.uuid_v7_time('017F22E2-79B0-7CC3-98C4-DC0C0C07398F'), '2022-02-22 14:22:22-05'::timestamptz,
  'a UUID v7 carries the instant it was made');
select is(private.uuid_v7_time('c232ab00-9414-11ec-b3c8-9f6bdeced846'), null, 'a UUID v1 is none');
select is(private.uuid_v7_time('919108f7-52d1-4320-9bac-f847db4148a8'), null, 'a UUID v4 is none');
select is(private.uuid_v7_time('017f22e2-79b0-7cc3-18c4-dc0c0c07398f'), null, 'a UUID of another variant is none');
select is(private.uuid_v7_time('017f22e279b07cc398c4dc0c0c07398f'), null, 'a UUID has its hyphens');
select is(private.first_uuid_v7('2022-02-22 14:22:22-05')::text, '017f22e2-79b0-7000-8000-000000000000',
  'everything made before an instant sorts below the first of that instant');

-- The server's clock decides on ids: it is 10:00 on 2 March.
prepare the_id(text) as select private.check_id_age(private.checked_id(jsonb_build_object('id', $1)), '2026-03-02 10:00+07');
select lives_ok(format('execute the_id(%L)', test.id('2026-01-30 10:00+07', 1)), 'made 31 days ago: just in time');
select lives_ok(format('execute the_id(%L)', test.id('2026-03-02 10:10+07', 1)), 'made 10 minutes ahead: just in time');
select test.refuses(format('execute the_id(%L)', test.id('2026-01-30 09:59:59+07', 1)), 422, 'id_too_old',
  'an id a second older than 31 days');
select test.refuses(format('execute the_id(%L)', test.id('2026-03-02 10:10:01+07', 1)), 422, 'id_ahead',
  'an id a second more than 10 minutes ahead');
select test.refuses($$ execute the_id('ffffffff-ffff-7fff-bfff-ffffffffffff') $$, 422, 'id_ahead', 'an id of the year 10889');
select test.refuses($$ execute the_id(null) $$, 400, 'id_invalid', 'null for an id');
select test.refuses($$ execute the_id('') $$, 400, 'id_invalid', 'an empty id');
select test.refuses($$ execute the_id('919108f7-52d1-4320-9bac-f847db4148a8') $$, 400, 'id_invalid', 'an id that is no v7');
select test.refuses($$ select private.checked_id('{"id": 7}') $$, 400, 'id_invalid', 'a number for an id');
select test.refuses($$ select private.checked_id('{}') $$, 400, 'id_invalid', 'no id');

-- Receipts.
select is(private.receipt_hash('k7m4-q29x dp3t'), private.receipt_hash('K7M4Q29XDP3T'), 'a receipt may be typed as it is shown');
select is(private.crockford('[“K7M4–Q29X-DP3T”]!'), 'K7M4Q29XDP3T', 'brackets and quotes around a code are no part of it');
select is(private.receipt_hash('OOOO-IIII-LLLL'), private.receipt_hash('000011111111'), 'and with look-alikes');
select is(private.receipt_hash('K7M4Q29XDP3T'), left(encode(sha256('K7M4Q29XDP3T'), 'hex'), 32)::uuid,
  'only half of its SHA-256 is stored');
select test.refuses($$ select private.receipt_hash('K7M4-Q29X-DP3') $$, 400, 'receipt_malformed', 'a receipt that is too short');
select test.refuses($$ select private.receipt_hash('K7M4-Q29X-DP3TT') $$, 400, 'receipt_malformed', 'a receipt that is too long');
select test.refuses($$ select private.receipt_hash('K7M4-Q29X-DP3U') $$, 400, 'receipt_malformed', 'a receipt with a U');
select test.refuses($$ select private.receipt_hash(null) $$, 400, 'receipt_malformed', 'no receipt');

-- Scores.
select is(private.checked_score('1') + private.checked_score('5'), 6::smallint, 'a score is a whole number from 1 to 5');
select test.refuses(format('select private.checked_score(%L)', score), 422, 'score_invalid', 'the score ' || score)
from unnest(array['0', '6', '-1', '4.5', '"5"', 'null', 'true', '[]', '[5]', '{}', '1e10', '""']) score;
select test.refuses('select private.checked_score(null)', 422, 'score_invalid', 'no score');

-- The phone's own clock: believed within the window of an id, else forgotten; it is 10:00 on 2 March.
create function test.clock(told text) returns timestamptz language sql as $$
  select private.checked_rated_at(jsonb_build_object('rated_at', told), '2026-03-02 10:00+07')
$$;
select is(test.clock('2026-03-02T02:59:00.123Z'), '2026-03-02 02:59:00.123Z', 'a clock that is right is kept');
select is(test.clock('2026-03-02T09:59:00+07:00'), '2026-03-02 02:59Z', 'in any time zone');
select is(test.clock(null), null, 'a phone may keep its clock to itself');
select is(test.clock('2006-01-01T00:00:00Z'), null, 'a clock that is wrong by years is forgotten, not refused');
select is(test.clock('2026-03-02T10:11:00+07:00'), null, 'and so is one that is ahead');
select test.refuses(format('select test.clock(%L)', told), 400, 'rated_at_invalid', 'a clock that says ' || told)
from unnest(array['', 'now', 'infinity', '2026-03-02', '2026-02-30T10:00:00Z', '2026-03-02T25:00:00Z',
  '2026-03-02T10:00:00', '2026-03-02T10:00:00+99:00', '1772420400000', '0000-00-00T00:00:00Z']) told;
select test.refuses($$ select private.checked_rated_at('{"rated_at": 1772420400000}', now()) $$, 400, 'rated_at_invalid',
  'a number for a clock');

select finish();
rollback;
