begin;
\ir fixtures/sample_province.sql
select no_plan();
select test.publish_any_scores();

-- Three days of publication: two batches, one more, and the first one voided.
select test.crowd(7, 'TEST01', 5, '2026-03-02 10:00+07', '{"procedure": "9.000001"}');
select test.crowd(1, 'TEST01', score, '2026-03-02 10:00+07', '{"procedure": "9.000001"}') from generate_series(1, 5) score;
select test.crowd(10, 'TEST04', 2, '2026-03-02 10:00+07', '{"procedure": "9.000003"}');
select test.release('2026-03-03 08:00+07');
select test.crowd(15, 'TEST02', 4, '2026-03-03 10:00+07', '{"procedure": "9.000001"}');
select test.release('2026-03-04 08:00+07');
select private.void_batch(1, 'Kiosk để cạnh bàn cán bộ | thử');

select results_eq('select number, office_code, n, voids from batches order by number',
  $$ values (1, 'thu-mot', 12, null), (2, 'thu-mot', 10, null), (3, 'thu-hai', 15, null), (4, 'thu-mot', -12, 1) $$,
  'the ledger lists every batch, in order, and the reversal as its last row');
select is((select jsonb_build_array(score_1, score_2, score_3, score_4, score_5, released_on, reason, recorded_on = private.local_day(now())) from batches
  where number = 4), '[-1, -1, -1, -1, -8, "2026-03-03", "Kiosk để cạnh bàn cán bộ | thử", true]',
  'a reversal takes back what was counted in the month it was counted, and says why and since when');

-- Between the batches: rules that were changed before the first, and after the third and the fourth.
select private.append_rule_change('ladder', '[0, 7, 14, 20, 22, 25, 30, 60]', '2026-03-04', '2026-04-01');
select private.append_rule_change('target_percent', '85', '2026-03-04', '2026-04-01');
select test.crowd(10, 'TEST02', 4, '2026-03-05 10:00+07', '{"procedure": "9.000001"}');
select test.release('2026-03-06 08:00+07');
select private.append_rule_change('target_percent', '80', '2026-03-06', '2026-04-01');
select results_eq('select position, after_batch, key from rule_changes order by position',
  $$ values (1, 4, 'ladder'), (2, 4, 'target_percent'), (3, 5, 'target_percent') $$, 'a change of a rule knows its place in the ledger');
select is(private.ledger_head(), (select hash from rule_changes where position = 3), 'the ledger ends with its last entry');

-- The chain, recomputed from what anyone can download, by the words of the rule and not by our function.
create function test.broken_links() returns bigint language sql as $$
  select count(*) from (
    select previous_hash, hash, recomputed, lag(hash, 1, repeat('0', 64)) over (order by after_batch, position) as hash_before
    from (select after_batch, position, previous_hash, hash, encode(sha256(convert_to(
        previous_hash || '|' || position || '|' || after_batch || '|' || key || '|' || old_value || '|' || value || '|'
        || decided_on || '|' || valid_from, 'UTF8')), 'hex') as recomputed
      from rule_changes
      union all
      select number, 0, previous_hash, hash, encode(sha256(convert_to(
        previous_hash || '|' || number || '|' || office_code || '|' || coalesce(procedure_code, '') || '|'
        || coalesce(field_code, '') || '|' || coalesce(channel::text, '') || '|' || coalesce(trust::text, '') || '|'
        || released_on || '|' || n || '|' || score_1 || '|' || score_2 || '|' || score_3 || '|' || score_4 || '|'
        || score_5 || '|' || coalesce(details::text, '') || '|' || coalesce(voids::text, '') || '|' || coalesce(reason, '') || '|'
        || recorded_on || coalesce('|' || receipts_root, ''), 'UTF8')), 'hex')
      from batches) entries
  ) links where previous_hash <> hash_before or hash <> recomputed
$$;
select is(test.broken_links(), 0::bigint, 'every row carries the hash of its content and of the row before');
select is((select previous_hash from batches where number = 1), repeat('0', 64), 'the first row follows 64 zeros');

savepoint forged;
alter table batches disable trigger user;
update batches set score_5 = 7, score_4 = 2 where number = 1;
select is(test.broken_links(), 1::bigint, 'one changed score breaks the chain');
rollback to forged;
alter table batches disable trigger user;
delete from batches where number = 2;
select is(test.broken_links(), 1::bigint, 'so does a row that is missing');
rollback to forged;
alter table rule_changes disable trigger user;
update rule_changes set valid_from = '2026-03-05' where position = 2;
select is(test.broken_links(), 1::bigint, 'a change of a rule that is put back in time breaks it');
rollback to forged;
alter table rule_changes disable trigger user;
update rule_changes set old_value = '99' where position = 2;
select is(test.broken_links(), 1::bigint, 'so does another value before it');
rollback to forged;
alter table rule_changes disable trigger user;
delete from rule_changes where position = 2;
select is(test.broken_links(), 1::bigint, 'and one that is taken out');
rollback to forged;
alter table rule_changes disable trigger user;
update rule_changes set after_batch = 3 where position = 1;
select cmp_ok(test.broken_links(), '>', 0::bigint, 'and one that is moved to another place');
rollback to forged;

-- Nobody rewrites it, not even the owner of the table.
select test.refuses('update batches set n = 11, score_5 = 11 where number = 1', 403, 'ledger_append_only', 'changing a batch');
select test.refuses('delete from batches where number = 4', 403, 'ledger_append_only', 'deleting a batch');
select test.refuses('truncate batches', 403, 'ledger_append_only', 'emptying the ledger');
select test.refuses('update rule_changes set value = ''99'' where position = 1', 403, 'ledger_append_only', 'changing a change of a rule');
select test.refuses('delete from rule_changes where position = 3', 403, 'ledger_append_only', 'deleting one');
select test.refuses('truncate rule_changes', 403, 'ledger_append_only', 'emptying their list');
select throws_ok($$ select private.append_rule_change('target_percent', '80', '2026-03-06', '2026-03-06') $$, '23514', null,
  'a change for a day that has begun');
update settings set value = 'true' where key = 'illustrative';
select test.refuses('delete from batches where number = 4', 403, 'ledger_append_only', 'deleting a batch of made-up ratings');
update settings set value = 'false' where key = 'illustrative';

-- What cannot be voided.
select test.refuses('select private.void_batch(99, ''x'')', 404, 'batch_unknown', 'voiding what is not there');
select test.refuses('select private.void_batch(null, ''x'')', 404, 'batch_unknown', 'voiding nothing');
select test.refuses('select private.void_batch(4, ''x'')', 404, 'batch_unknown', 'voiding a reversal');
select test.refuses('select private.void_batch(1, ''x'')', 409, 'batch_voided', 'voiding twice');

-- The figures forget what was voided, and nothing else.
select results_eq('select key, n from satisfaction(''office'')', $$ values ('thu-hai', 25::bigint), ('thu-mot', 10::bigint) $$,
  'a voided batch is not counted');
select is(receipt_state(test.receipt(1)) -> 'batch' ->> 'number', '1', 'the receipt still names the batch that was voided');

-- The last line of defence: no batch of fewer than five, whatever the settings say.
create function test.append(people integer) returns void language sql as $$
  select private.append_batch((private.lock_ledger() + 1, 'thu-mot', null, null, null, null, '2026-03-05', people, 0, 0, 0, 0,
    people, '{}', null, null, '2026-03-05', null, null, null)::public.batches)
$$;
select throws_ok('select test.append(4)', '23514', null, 'a batch of four is impossible');
select throws_ok('select test.append(0)', '23514', null, 'and so is an empty one');
select lives_ok('select test.append(5)', 'five is the least');
select throws_ok($$ insert into batches select (jsonb_populate_record(b, '{"number": 50, "hash": "x", "n": 13}')).*
  from batches b where number = 1 $$, '23514', null, 'the scores of a batch add up to its number');

-- The ladder is the one of the agreement.
select results_eq('select after_days, by_procedure, by_field, by_channel, by_trust, with_parent from private.ladder order by position',
  $$ values (0, true, false, true, true, false), (10, true, false, true, false, false), (20, false, true, true, true, false),
    (25, false, true, true, false, false), (28, false, false, true, true, false), (30, false, false, true, false, false),
    (42, false, false, false, false, false), (90, false, false, false, false, true) $$,
  'the ladder has the eight rungs of the method');
select throws_ok($$ insert into private.ladder values (9, 100, true, false, false, false, true) $$, '23514', null,
  'what is pooled with the parent names nothing');

select finish();
rollback;
