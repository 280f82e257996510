begin;
\ir fixtures/sample_province.sql
select no_plan();

create function test.noon() returns timestamptz language sql as $$ select '2026-03-02 12:00+07'::timestamptz $$;
-- What the n-th person gets for a rating at noon.
create function test.answer(n bigint, counter text, score integer, changes jsonb default '{}') returns jsonb
language sql as $$
  select private.accept_rating(test.body(n, counter, score, test.noon(), changes), test.noon())
$$;
create function test.ratings() returns bigint language sql as $$ select count(*) from private.ratings $$;

-- A tap on a face.
select is(test.answer(1, 'TEST01', 5), jsonb_build_object('state', 'waiting', 'reason', null, 'score', 5,
    'procedure', null, 'office', '{"code": "thu-mot", "name": "Xã Một"}'::jsonb, 'batch', null, 'details', null, 'reply', null, 'correctable', true),
  'a rating waits, and can be corrected');
select is(test.ratings(), 1::bigint, 'it is stored');
select is(test.answer(1, 'TEST01', 5) ->> 'state', 'waiting', 'sent again it is answered as before');
select is(test.answer(1, 'TEST02', 1) ->> 'score', '5', 'sent again with another score it stays what it was');
select is(test.ratings(), 1::bigint, 'and it is there once');
select is(test.answer(2, 'TEST04', 4, '{"procedure": "9.000001", "language": "km", "rated_at": "2026-03-02T04:59:00Z"}')
  ->> 'procedure', '9.000001', 'it may name a procedure');
select is(jsonb_build_array(channel, trust, counter_code, rated_at = test.noon() - interval '1 minute'),
  '["online", "walk_in", "TEST04", true]', 'the counter gives the channel, and a poster is no visit code')
from private.ratings where procedure_code = '9.000001';
select is((select count(*) from information_schema.columns where table_schema = 'private' and table_name = 'ratings'
  and column_name ~ 'language|agent|address|phone|name|dossier|receipt$'), 0::bigint,
  'nothing that could name a person has a column');

-- Somebody else's id or receipt.
select test.refuses($$ select test.answer(1, 'TEST01', 5, '{"receipt": "ZZZZZZZZZZZZ"}') $$, 409, 'id_taken',
  'an id that a rating with another receipt has');
select test.refuses(format($$ select test.answer(90, 'TEST01', 5, '{"receipt": "%s"}') $$, test.receipt(1)), 409,
  'receipt_taken', 'a receipt that another rating has');

-- What a phone may get wrong.
select test.refuses(format('select test.answer(90, %L, %s, %L)', counter, score, changes), status, key, story)
from (values
  ('TEST99', 5, '{}', 404, 'counter_unknown', 'a counter that nobody printed'),
  ('TEST0', 5, '{}', 400, 'counter_malformed', 'half a code'),
  (null, 5, '{}', 400, 'counter_malformed', 'neither counter nor visit'),
  ('TEST01', 5, '{"counter": 7}', 400, 'counter_malformed', 'a number for a counter'),
  ('TEST06', 5, '{}', 410, 'counter_retired', 'a retired counter'),
  ('TEST08', 5, '{}', 410, 'counter_retired', 'the counter of an office that was split'),
  ('TEST09', 5, '{}', 410, 'counter_retired', 'the counter of an office whose work ended'),
  ('TEST01', 6, '{}', 422, 'score_invalid', 'a score of 6'),
  ('TEST01', 5, '{"score": "5"}', 422, 'score_invalid', 'a score in quotes'),
  ('TEST01', 5, '{"procedure": "9.000005"}', 422, 'procedure_not_offered', 'a procedure of another office'),
  ('TEST01', 5, '{"procedure": "9.000004"}', 422, 'procedure_not_offered', 'a procedure that the law has ended'),
  ('TEST01', 5, '{"procedure": ""}', 422, 'procedure_not_offered', 'an empty procedure'),
  ('TEST01', 5, '{"procedure": 9}', 400, 'procedure_not_offered', 'a number for a procedure'),
  ('TEST01', 5, '{"receipt": "U00000000000"}', 400, 'receipt_malformed', 'a receipt with a U'),
  ('TEST01', 5, '{"receipt": 5}', 400, 'receipt_malformed', 'a number for a receipt'),
  ('TEST01', 5, '{"device": "short"}', 400, 'device_invalid', 'a device that is too short'),
  ('TEST01', 5, '{"device": ["0123456789abcdef"]}', 400, 'device_invalid', 'a list for a device'),
  ('TEST01', 5, '{"language": "fr"}', 400, 'language_invalid', 'a language that we do not speak'),
  ('TEST01', 5, '{"rated_at": "yesterday"}', 400, 'rated_at_invalid', 'a time that is none'),
  ('TEST01', 5, '{"visit": "short"}', 400, 'visit_malformed', 'half a visit code'),
  ('TEST01', 5, '{"visit": 1}', 400, 'visit_malformed', 'a number for a visit code'),
  ('TEST01', 5, '{"visit": "V1S1T77777"}', 404, 'visit_unknown', 'a visit code that nobody printed'),
  ('TEST01', 5, '{"visit": "V1S1T00099"}', 410, 'visit_expired', 'a visit code whose last day was yesterday'),
  ('TEST01', 5, '{"officer": "Nguyễn Văn A"}', 400, 'field_unknown', 'a field too many')
) as wrong (counter, score, changes, status, key, story);

-- A visit code lets one rating in.
select is(test.answer(3, null, 4, '{"visit": "v1s1t-00001"}') ->> 'procedure', '9.000001',
  'a visit code knows the procedure');
select is(jsonb_build_array(channel, trust, counter_code), '["online", "visit", null]',
  'its rating is a visit, through the channel of the dossier')
from private.ratings where receipt_hash = private.receipt_hash(test.receipt(3));
select is(test.answer(3, null, 4, '{"visit": "V1S1T00001"}') ->> 'state', 'waiting',
  'the same rating sent again meets itself, not its spent code');
select test.refuses($$ select test.answer(4, null, 1, '{"visit": "V1S1T00001"}') $$, 409, 'visit_spent',
  'another rating with a spent visit code');
select is(test.answer(5, null, 4, '{"visit": "V1S1T00002", "procedure": "9.000003"}') ->> 'procedure', '9.000003',
  'a person may name another procedure than the dossier did');
select is((select count(*) from information_schema.columns where table_schema = 'private'
  and table_name = 'ratings' and column_name like '%visit%'), 0::bigint, 'no rating says which code let it in');

-- One device at one counter on one day counts twice. The third rating is kept, and says why it is not counted.
create function test.device(n bigint, counter text default 'TEST02', device text default 'c9fd2f0e-1111-4222-8333-444455556666')
returns text language sql as $$
  select test.answer(n, counter, 2, jsonb_build_object('device', device)) ->> 'state'
$$;
select is(test.device(11), 'waiting', 'a first rating from a device counts');
select is(test.device(12), 'waiting', 'a second one too: people help each other');
select is(test.device(13), 'set_aside', 'a third one is set aside');
select is(test.answer(13, 'TEST02', 2) ->> 'reason', 'device_repeat', 'with its reason');
select is(test.device(14, 'TEST03'), 'waiting', 'another counter counts for itself');
select is(test.device(15, 'TEST02', 'another-device-0000000001'), 'waiting', 'another device too');
select is(test.device(20 + n, 'TEST05'), 'waiting', 'who only says that it is a kiosk names no device: visitor ' || n)
from generate_series(1, 4) n;
select is(private.accept_rating(test.body(16, 'TEST02', 2, '2026-03-03 09:00+07',
    '{"device": "c9fd2f0e-1111-4222-8333-444455556666"}'), '2026-03-03 09:00+07') ->> 'state', 'waiting',
  'and so does the next day');
select is((select count(distinct sender) from private.ratings where office_code = 'thu-hai'), 2::bigint,
  'so that a batch can count people, what one device sends to an office is known to be its own while it waits');
select isnt((select sender from private.ratings where receipt_hash = private.receipt_hash(test.receipt(14))),
  (select sender from private.ratings where receipt_hash = private.receipt_hash(test.receipt(11))), 'at another office it is not');
select isnt(private.sender('{"device": "c9fd2f0e-1111-4222-8333-444455556666"}', private.counter_origin('TEST02', '2026-03-02'), private.short_hash('x'), '2026-03-31'),
  private.sender('{"device": "c9fd2f0e-1111-4222-8333-444455556666"}', private.counter_origin('TEST02', '2026-03-02'), private.short_hash('x'), '2026-04-01'),
  'nor in another quarter');
update test.people set last = 1000;
select test.crowd(8, 'TEST02', 5, test.noon());
select test.release('2026-03-02 18:00+07');
select is((select rating_state ->> 'state' from private.ratings r, private.rating_state(r)
  where receipt_hash = private.receipt_hash(test.receipt(13))), 'set_aside', 'what was set aside is never counted');

-- Second thoughts, before the release of the next day.
create function test.change(n bigint, changes jsonb) returns jsonb language sql as $$
  select private.correct_rating((jsonb_build_object('receipt', test.receipt(n)) || changes)::json, test.noon())
$$;
select is(test.change(1, '{"score": 2}') ->> 'score', '2', 'a score can be corrected');
select is(test.change(1, '{"procedure": "9.000002"}') -> 'procedure', '"9.000002"', 'a procedure can be added');
select is(test.change(1, '{}') - 'office', '{"state": "waiting", "reason": null, "score": 2, "procedure": "9.000002",
  "batch": null, "details": null, "reply": null, "correctable": true}', 'what is not mentioned stays');
select is(test.change(1, '{"procedure": null}') -> 'procedure', 'null', 'a procedure can be taken back');
select test.refuses(format('select test.change(%s, %L)', n, changes), status, key, story)
from (values
  (1, '{"score": 0}', 422, 'score_invalid', 'a correction to 0'),
  (1, '{"score": null}', 422, 'score_invalid', 'a correction to no score'),
  (1, '{"score": 4, "procedure": "9.000005"}', 422, 'procedure_not_offered', 'half of a correction is wrong'),
  (1, '{"id": "x"}', 400, 'field_unknown', 'a correction of what cannot be corrected'),
  (1, '{"receipt": "short"}', 400, 'receipt_malformed', 'a correction with half a receipt'),
  (77, '{"score": 4}', 404, 'receipt_unknown', 'a correction with a receipt that nobody has')
) as wrong (n, changes, status, key, story);

-- Withdrawing forgets the answer.
create function test.withdraw(n bigint) returns jsonb language sql as $$
  select private.withdraw(json_build_object('receipt', test.receipt(n)))
$$;
select is(test.withdraw(2) - 'office', '{"state": "withdrawn", "reason": "withdrawn", "score": null,
  "procedure": null, "batch": null, "details": null, "reply": null, "correctable": false}', 'a withdrawn rating has no score any more');
select is((select jsonb_build_array(score, procedure_code, rated_at, details) from private.ratings
  where receipt_hash = private.receipt_hash(test.receipt(2))), '[null, null, null, null]',
  'nor anything else that the person said');
select is(test.answer(2, 'TEST04', 4) ->> 'state', 'withdrawn',
  'a withdrawn rating stays withdrawn when the outbox sends it again');
select is(test.withdraw(2) ->> 'state', 'withdrawn', 'withdrawing twice is withdrawing once');
select is(test.withdraw(13) ->> 'state', 'withdrawn', 'a rating that was set aside can be withdrawn too');
select test.refuses('select test.withdraw(77)', 404, 'receipt_unknown', 'withdrawing what nobody gave');
select test.refuses($$ select test.change(2, '{"score": 5}') $$, 409, 'too_late', 'correcting a withdrawn rating');
select test.refuses($$ select private.withdraw('{"receipt": "000000000001", "why": "x"}') $$, 400, 'field_unknown',
  'withdrawing with a field too many');

-- Once in a batch it is too late. Rating 11 was among ten alike.
select is(receipt_state(test.receipt(11)) ->> 'state', 'counted', 'a rating in a batch is counted');
select is(receipt_state(test.receipt(11)) -> 'batch' ->> 'released_on', '2026-03-02', 'its receipt names the day');
select is(receipt_state(test.receipt(11)) -> 'correctable', 'false', 'and says that it is final');
select test.refuses('select test.withdraw(11)', 409, 'too_late', 'withdrawing what is published');
select test.refuses($$ select test.change(11, '{"score": 5}') $$, 409, 'too_late', 'correcting what is published');
select is(test.answer(11, 'TEST02', 2) ->> 'state', 'counted', 'sent again after its release it is not counted again');

-- Acting as a browser: the receipt is the only key.
select is(test.as_role('anon', format('select receipt_state(%L)', test.receipt(1))) ->> 'state', 'waiting',
  'whoever holds a receipt sees its rating');
select test.refuses($$ select receipt_state('short') $$, 400, 'receipt_malformed', 'asking with half a receipt');
select test.refuses($$ select receipt_state('ZZZZZZZZZZZZ') $$, 404, 'receipt_unknown', 'asking with a receipt that nobody has');
select is(test.as_role('anon', format('select submit_rating(%L)', test.body(50, 'TEST01', 5, now()))) ->> 'state',
  'waiting', 'a browser rates by the clock of the server');
select test.refuses(format('select submit_rating(%L)', test.body(51, 'TEST01', 5, now() - interval '32 days')), 422,
  'id_too_old', 'a rating that lay on a phone for 32 days');
select is(test.as_role('anon', format($$ select change_rating('{"receipt": "%s", "score": 1}') $$, test.receipt(50)))
  ->> 'score', '1', 'a browser corrects');
select is(test.as_role('anon', format($$ select withdraw_rating('{"receipt": "%s"}') $$, test.receipt(50)))
  ->> 'state', 'withdrawn', 'and withdraws');

select finish();
rollback;
