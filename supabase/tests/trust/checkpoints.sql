begin;
\ir ../fixtures/sample_province.sql
select no_plan();
select test.publish_any_scores();

create function test.key(n integer) returns text language sql as $$ select encode(sha256(int4send(n)), 'base64') $$;
create function test.signature(n integer) returns text language sql as $$
  select translate(encode(sha256(int4send(n)) || sha256(int4send(-n)) || '\x01020304'::bytea, 'base64'), e'\n', '')
$$;

-- Without a key there is no checkpoint, and a release goes on as before.
select test.crowd(12, 'TEST01', 5, '2026-03-02 10:00+07', '{"procedure": "9.000001"}');
select test.release('2026-03-03 08:00+07');
select is((select count(*) from checkpoints), 0::bigint, 'without a key there is no checkpoint');
select is(test.as_role('anon', 'select ledger_checkpoint()'), null, 'which is said');
select is(test.as_role('anon', format('select receipt_proof(%L)', encode(substr(sha256('000000000001'), 1, 16), 'hex'))) -> 'entry',
  'null', 'a proof then leads to the batch and no further');

-- The key, and the first checkpoint, over all there was before.
select test.refuses('select set_ledger_key(''Thử'', test.key(1))', 422, 'ledger_key_invalid', 'a name that no note could carry');
select test.refuses('select set_ledger_key(''thu.example/ledger'', ''x'')', 422, 'ledger_key_invalid', 'a key that is none');
select test.refuses('select set_ledger_key(null, null)', 422, 'ledger_key_invalid', 'nothing');
select set_ledger_key('thu.example/ledger', test.key(1));
select set_ledger_key('thu.example/ledger', test.key(1));
select is((select count(*) from ledger_keys), 1::bigint, 'the same key twice is one');
select private.append_rule_change('target_percent', '85', '2026-03-03', '2026-04-01');
select test.crowd(10, 'TEST04', 2, '2026-03-03 10:00+07', '{"procedure": "9.000003"}');
select test.crowd(15, 'TEST02', 4, '2026-03-03 10:00+07', '{"procedure": "9.000001"}');
select test.release('2026-03-04 08:00+07');
select results_eq('select size, origin, made_on from checkpoints', $$ values (4, 'thu.example/ledger', '2026-03-04'::date) $$,
  'a release ends with a checkpoint of all entries');
select test.release('2026-03-05 08:00+07');
select is((select count(*) from checkpoints), 1::bigint, 'a release that published nothing needs none');

-- The entries in their order, as the chain hashes them, and the tree over them by the definition.
select results_eq('select place, encode(sha256(convert_to(entry, ''UTF8'')), ''hex'') from private.ledger_entries(0, 3)',
  $$ select 0, hash from batches where number = 1 union all select 1, hash from rule_changes
    union all select number, hash from batches where number > 1 $$, 'the leaves are what the chain hashes');
select results_eq('select number, private.place_of_batch(number) from batches order by number', $$ values (1, 0), (2, 2), (3, 3) $$,
  'each batch has its place among them');
create function test.leaf(place integer) returns bytea language sql as $$
  select sha256('\x00'::bytea || convert_to(entry, 'UTF8')) from private.ledger_entries(place, place)
$$;
create function test.node(l bytea, r bytea) returns bytea language sql as $$ select sha256('\x01'::bytea || l || r) $$;
select is((select root from checkpoints), encode(test.node(test.node(test.leaf(0), test.leaf(1)), test.node(test.leaf(2), test.leaf(3))), 'base64'),
  'the root of four entries is that of RFC 9162');
select test.crowd(10, 'TEST03', 4, '2026-03-05 10:00+07', '{"procedure": "9.000001"}');
select test.release('2026-03-06 08:00+07');
select is((select root from checkpoints where size = 5), encode(test.node(decode((select root from checkpoints where size = 4), 'base64'), test.leaf(4)), 'base64'),
  'and so is that of five');
select private.void_batch(2, 'Kiosk ở nhà kho');
select is((select max(size) from checkpoints), 6, 'a batch that is voided is in a checkpoint at once');

-- Signing: the program that has the key asks what there is, and hands the signatures in.
select private.append_rule_change('target_percent', '80', '2026-03-06', '2026-04-01');
select is(jsonb_path_query_array(test.as_role('service_role', 'select checkpoints_to_sign()'), '$[*].size'), '[7, 6, 5, 4]',
  'what has no signature is told, the last first, with what was decided since');
select is(test.as_role('service_role', 'select checkpoints_to_sign() #> ''{3, text}''') #>> '{}',
  (select e'thu.example/ledger\n4\n' || root || e'\n' from checkpoints where size = 4), 'in the three lines of C2SP');
create function test.signed(size integer, signature text, root text default null) returns jsonb language sql as $$
  select jsonb_build_object('size', c.size, 'root', coalesce(signed.root, c.root), 'signature', signed.signature) from checkpoints c where c.size = signed.size
$$;
select sign_checkpoints(jsonb_build_array(test.signed(4, test.signature(1)), test.signed(5, test.signature(2))));
select is(test.as_role('anon', 'select ledger_checkpoint()') ->> 'note', (select e'thu.example/ledger\n5\n' || root || e'\n\n— thu.example/ledger '
  || test.signature(2) || e'\n' from checkpoints where size = 5), 'readers get the last one that is signed, as a signed note');
select is(jsonb_path_query_array(test.as_role('service_role', 'select checkpoints_to_sign()'), '$[*].size'), '[7, 6]', 'the others remain');
select test.refuses('select sign_checkpoints(''[{"size": 99, "signature": "x"}]'')', 404, 'checkpoint_unknown', 'a signature of nothing');
select test.refuses('select sign_checkpoints(jsonb_build_array(test.signed(6, ''x'')))', 422, 'signature_malformed', 'what is no signature');
select test.refuses('select sign_checkpoints(jsonb_build_array(test.signed(5, test.signature(9), (select root from checkpoints where size = 4))))',
  409, 'checkpoint_differs', 'a signature of another ledger of the same size');
select test.refuses('select sign_checkpoints(jsonb_build_array(test.signed(5, test.signature(9)) - ''root''))', 409, 'checkpoint_differs', 'of a root that is not told');
select is((select signature from checkpoint_signatures where size = 5), test.signature(2), 'and the true one stays');
select throws_ok($$ select test.as_role('anon', 'select checkpoints_to_sign()') $$, '42501', null, 'a browser does not sign');
select test.refuses('update checkpoints set root = (select root from checkpoints where size = 4) where size = 5', 403, 'ledger_append_only', 'another root');
select test.refuses('delete from checkpoints where size = 7', 403, 'ledger_append_only', 'taking a checkpoint back');
select test.refuses('select set_ledger_key(''other.example'', test.key(2))', 409, 'ledger_name_fixed', 'another name for the same ledger');
select set_ledger_key('thu.example/ledger', test.key(2));
select is(jsonb_array_length(test.as_role('anon', 'select ledger_checkpoint() -> ''keys''')), 2, 'an earlier key stays listed');
select set_ledger_key('thu.example/ledger', test.key(1));
select is((select count(*) from ledger_keys), 2::bigint, 'and may be used again');

-- Witnesses.
select test.refuses('select register_witness(''báo'', test.key(3))', 422, 'witness_invalid', 'a witness of no name');
select test.refuses('select register_witness(''thu.example/ledger'', test.key(3))', 422, 'witness_invalid', 'a witness with the name of the ledger');
create temp table token as select register_witness('bao.example/w1', test.key(3)) as token;
create function test.cosign(token text, size text, signature text, root text default null) returns text language sql as $$
  select format('select add_cosignature(%L)', jsonb_build_object('token', token, 'size', size,
    'root', coalesce(root, (select c.root from checkpoints c where c.size::text = cosign.size)), 'signature', signature)::text)
$$;
select test.refuses(test.cosign('x', '5', test.signature(3)), 404, 'witness_token_unknown', 'a signature by nobody');
select test.refuses(test.cosign(token, '99', test.signature(3)), 404, 'checkpoint_unknown', 'of nothing') from token;
select test.refuses(test.cosign(token, '5', 'x'), 422, 'signature_malformed', 'that is none') from token;
select test.refuses(test.cosign(token, '5', test.signature(3), (select root from checkpoints where size = 4)), 409, 'checkpoint_differs',
  'of a ledger that another reader was shown') from token;
select test.as_role('anon', replace(test.cosign(token, '5', test.signature(n)), 'select', 'select to_jsonb(1) from') ) from token, (values (3), (4)) v (n);
select is(test.as_role('anon', 'select ledger_checkpoint()') ->> 'note', (select e'thu.example/ledger\n5\n' || root || e'\n\n— thu.example/ledger '
  || test.signature(2) || e'\n— bao.example/w1 ' || test.signature(4) || e'\n' from checkpoints where size = 5),
  'the last signature of a witness stands below that of the ledger');
select end_witness('bao.example/w1');
select test.refuses('select end_witness(''bao.example/w1'')', 404, 'witness_unknown', 'ending it twice');
select test.refuses(test.cosign(token, '5', test.signature(3)), 404, 'witness_token_unknown', 'its token opens nothing any more') from token;

-- Proofs, by the words of RFC 9162.
select is(test.as_role('anon', 'select ledger_inclusion(''3'', ''4'') -> ''path'''),
  to_jsonb(array[encode(test.leaf(2), 'base64'), encode(test.node(test.leaf(0), test.leaf(1)), 'base64')]), 'the path of the fourth entry');
select is(test.as_role('anon', 'select ledger_consistency(''4'', ''5'')'), to_jsonb(array[encode(test.leaf(4), 'base64')]), 'four entries and five');
select is(test.as_role('anon', 'select ledger_consistency(''5'', ''5'')'), '[]', 'the same size needs nothing');
select test.refuses('select ledger_consistency(''5'', ''4'')', 400, 'sizes_reversed', 'a ledger that shrinks');
select test.refuses('select ledger_consistency(''0'', ''4'')', 404, 'checkpoint_unknown', 'no ledger');
select test.refuses('select ledger_consistency(''4'', ''99'')', 404, 'checkpoint_unknown', 'one that is to come');
select test.refuses('select ledger_inclusion(''5'', ''5'')', 404, 'entry_unknown', 'an entry after the end');
select test.refuses('select ledger_checkpoint(''99'')', 404, 'checkpoint_unknown', 'a checkpoint that is not there');

-- The same in files.
select is(ledger_tile('0', '0', '7'), (select string_agg(encode(test.leaf(i), 'hex'), '' order by i) from generate_series(0, 6) i), 'a tile of hashes');
select is(ledger_tile('0', '0'), ledger_tile('0', '0', '7'), 'without a width as many as there are');
select is(ledger_tile('entries', '0', '2'), (select string_agg(lpad(to_hex(octet_length(entry)), 4, '0') || encode(convert_to(entry, 'UTF8'), 'hex'), '' order by place)
  from private.ledger_entries(0, 1)), 'a bundle of entries, each after its length');
select test.refuses(format('select ledger_tile(%L, %L, %L)', level, place, width), 404, 'tile_unknown', 'a tile that is not there')
from (values ('0', '0', '8'), ('0', '1', '1'), ('1', '0', '1'), ('x', '0', '1'), ('0', '0', '0'), ('0', null, '1')) v (level, place, width);

-- What a batch says of its receipts.
create function test.proof(n integer) returns jsonb language sql as $$
  select test.as_role('anon', format('select receipt_proof(%L)', encode(substr(sha256(convert_to(test.receipt(n), 'UTF8')), 1, 16), 'hex')))
$$;
select is(jsonb_path_query_array((select jsonb_agg(test.proof(n)) from generate_series(1, 12) n), '$[*].leaf.place.type()') ->> 11, 'number',
  'each receipt of a batch has its leaf');
select is((select count(distinct test.proof(n) #> '{leaf, place}') from generate_series(1, 12) n), 12::bigint, 'of its own');
select is((select count(distinct test.proof(n) -> 'salt') from generate_series(1, 12) n), 12::bigint, 'and its own salt');
select is((select octet_length(leaves) / 32 from private.batch_receipts where batch_number = 1), 12, 'as many as there are ratings');
select ok(not (select jsonb_agg(test.proof(n))::text ~ 'score|procedure"' from generate_series(1, 5) n), 'a proof tells no score');
select is((select receipts_root from batches where voids = 2), null, 'a reversal has no receipts');
select is(test.proof(23) -> 'voided', jsonb_build_object('reason', 'Kiosk ở nhà kho', 'on', (select recorded_on from batches where voids = 2)),
  'the proof of a batch that was voided says so, and why');
select is(test.proof(1) -> 'voided', 'null', 'that of one that stands says that too');
select is(test.proof(1) #> '{entry, entry}', (select to_jsonb(entry) from private.ledger_entries(0, 0)), 'a proof goes on to the entry');
select is((test.proof(1) #>> '{checkpoint, size}')::integer, 5, 'and to the last checkpoint that is signed');
select test.refuses('select receipt_proof(''000000000001'')', 400, 'proof_code_malformed', 'a receipt is no proof code');
select test.refuses(format('select receipt_proof(%L)', repeat('0', 32)), 404, 'receipt_unknown', 'a code of nobody');
select test.rate('TEST01', 5, '2026-03-06 10:00+07');
select is(test.proof(48), '{"batch": null, "state": "waiting", "voided": null}', 'one that waits has none');
delete from private.batch_receipts where batch_number in (1, 2);
select is(test.proof(1), '{"batch": 1, "state": "counted", "voided": null}', 'a batch that is older than proofs has none');
select is(test.proof(23) #>> '{voided, reason}', 'Kiosk ở nhà kho', 'and says that it was voided');

-- What is asked of a size stays as it is; what is asked of today does not, and no copy may pass for it tomorrow.
create function test.seconds_kept(query text) returns integer language plpgsql as $$
begin
  perform test.as_role('anon', query);
  return substring(current_setting('response.headers', true) from 'max-age=([0-9]+)')::integer;
end;
$$;
select is(test.seconds_kept(query), seconds, query || ' is kept for so many seconds') from (values
  ('select to_jsonb(ledger_tile(''0'', ''0'', ''2''))', 31536000), ('select to_jsonb(ledger_tile(''0'', ''0''))', 60),
  ('select to_jsonb(ledger_tile(''entries'', ''0''))', 60),
  ('select ledger_inclusion(''0'', ''4'')', 31536000), ('select ledger_inclusion(''0'')', 60)) asked (query, seconds);

-- Made-up ratings have a ledger of another name, which goes with them.
update settings set value = 'true' where key = 'illustrative';
select test.crowd(10, 'TEST03', 4, '2026-03-07 10:00+07', '{"procedure": "9.000002"}');
select test.release('2026-03-08 08:00+07');
select is((select origin from checkpoints order by size desc limit 1), 'thu.example/ledger/illustrative', 'made-up ratings have a ledger of another name');
select clear_illustrative_ratings();
select is((select count(*) from checkpoints) + (select count(*) from private.ledger_tree) + (select count(*) from private.batch_receipts), 0::bigint,
  'which is cleared away with them');

select finish();
rollback;
