-- What anybody may ask of the tree: checkpoints with their signatures, proofs, and the tree itself in the files of C2SP
-- tlog-tiles. All of it follows from the open files; a proof spares whoever asks from reading them.

-- How long a copy stays right of what the ledger can only add to: for ever, unless its ratings are made up.
-- What is asked of no size is of today's, and another tomorrow.
create function private.seconds_of_history(asked_of text) returns integer
language sql stable security invoker set search_path = ''
as $$
  select case when asked_of is null or private.setting('illustrative') = 'true' then 60 else 31536000 end
$$;

-- A size of the tree; of nothing that of the last checkpoint. Refusal: 404 checkpoint_unknown.
create function private.checked_size(typed text) returns integer
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_size integer := case when typed is null then private.tree_size() else private.integer_argument(typed) end;
begin
  if coalesce(v_size not between 1 and private.tree_size(), true) then
    perform private.refuse(404, 'checkpoint_unknown');
  end if;
  return v_size;
end;
$$;

-- A checkpoint with its signatures: {size, made_on, origin, root, note, keys: [{name, public_key, is_log}]}. note is the signed note,
-- keys
-- are those that may have signed it.
create function private.checkpoint_shown(made public.checkpoints) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('size', made.size, 'made_on', made.made_on, 'origin', made.origin, 'root', made.root,
    'note', private.checkpoint_text(made) || e'\n' || coalesce((select string_agg('— ' || s.name || ' ' || s.signature || e'\n', ''
        order by s.name <> made.origin, s.name) from public.checkpoint_signatures s where s.size = made.size), ''),
    'keys', (select coalesce(jsonb_agg(k), '[]') from (
      select made.origin as name, l.public_key, true as is_log from public.ledger_keys l
      union all
      select w.name, w.public_key, false from public.witnesses w
      order by is_log desc, name) k))
$$;

-- That of a size; of null the last one that is signed, or the last one if none is.
create function private.checkpoint_at(size integer) returns public.checkpoints
language sql stable security invoker set search_path = ''
as $$
  select c.* from public.checkpoints c where checkpoint_at.size is null or c.size = checkpoint_at.size
  order by exists (select from public.checkpoint_signatures s where s.size = c.size and s.name = c.origin) desc, c.size desc limit 1
$$;

-- The last checkpoint that is signed, or that of a size. null before the first. Refusal: 404 checkpoint_unknown.
create function public.ledger_checkpoint(size text default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_checkpoint public.checkpoints := private.checkpoint_at(case when size is not null then private.checked_size(size) end);
  v_shown jsonb;
begin
  if v_checkpoint.size is null and ledger_checkpoint.size is not null then
    perform private.refuse(404, 'checkpoint_unknown');
  elsif v_checkpoint.size is not null then
    v_shown := private.checkpoint_shown(v_checkpoint);
  end if;
  -- A witness may sign at any time.
  if private.is_not_modified(coalesce(v_shown::text, ''), 60) then
    return 'null'::jsonb;
  end if;
  return v_shown;
end;
$$;

-- The hashes that show that the ledger of the first size is the beginning of that of the second, base64
-- (RFC 9162, section 2.1.4). Refusals: 404 checkpoint_unknown, 400 sizes_reversed.
create function public.ledger_consistency(first text, second text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_first integer := private.checked_size(coalesce(first, ''));
  v_second integer := private.checked_size(coalesce(second, ''));
  v_path jsonb;
begin
  if v_first > v_second then
    perform private.refuse(400, 'sizes_reversed');
  end if;
  v_path := private.base64_list(private.consistency_path(v_first, v_second));
  if private.is_not_modified(v_path::text, private.seconds_of_history(second)) then
    return 'null'::jsonb;
  end if;
  return v_path;
end;
$$;

-- An entry by its place, the first is 0, as the text that is hashed, and the hashes that lead from it to the root of a size,
-- base64: {place, size, entry, path} (RFC 9162, section 2.1.3). Refusals: 404 checkpoint_unknown, 404 entry_unknown.
create function public.ledger_inclusion(place text, size text default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_size integer := private.checked_size(ledger_inclusion.size);
  v_place integer := private.integer_argument(ledger_inclusion.place);
  v_proof jsonb;
begin
  if coalesce(v_place >= v_size, true) then
    perform private.refuse(404, 'entry_unknown');
  end if;
  v_proof := jsonb_build_object('place', v_place, 'size', v_size,
    'entry', (select e.entry from private.ledger_entries(v_place, v_place) e),
    'path', private.base64_list(private.inclusion_path(v_place, v_size)));
  if private.is_not_modified(v_proof::text, private.seconds_of_history(size)) then
    return 'null'::jsonb;
  end if;
  return v_proof;
end;
$$;

-- A file of C2SP tlog-tiles, its bytes in hex. level: 0, 1 … for hashes of 256^level entries, or "entries"; each file has 256
-- of them, the last one fewer (width; without it as many
-- as there are). Refusal: 404 tile_unknown.
create function public.ledger_tile(level text, tile text, width text default null) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_level integer := case when ledger_tile.level = 'entries' then 0 else private.integer_argument(ledger_tile.level) end;
  v_first bigint := 256 * private.integer_argument(ledger_tile.tile)::bigint;
  v_width integer := case when ledger_tile.width is null then least(256, (private.tree_size() >> (8 * least(v_level, 3))) - v_first)
    else private.integer_argument(ledger_tile.width) end;
  v_tile text;
begin
  if coalesce(v_level > 3 or v_width not between 1 and 256 or v_first + v_width > private.tree_size() >> (8 * v_level), true) then
    perform private.refuse(404, 'tile_unknown');
  elsif ledger_tile.level = 'entries' then
    select encode(string_agg(substring(int4send(octet_length(b.bytes)) from 3) || b.bytes, ''::bytea order by b.place), 'hex') into v_tile
    from (select e.place, convert_to(e.entry, 'UTF8') as bytes
      from private.ledger_entries(v_first::integer, (v_first + v_width - 1)::integer) e) b;
  else
    select string_agg(encode(t.hash, 'hex'), '' order by t.place) into v_tile from private.ledger_tree t
    where t.level = 8 * v_level and t.place >= v_first and t.place < v_first + v_width;
  end if;
  if private.is_not_modified(v_tile, private.seconds_of_history(width)) then
    return '';
  end if;
  return v_tile;
end;
$$;

-- What became of a rating, for whoever is shown its proof code (the hash of the receipt, 32 hex digits) and not the receipt:
-- {state, batch, voided}, voided as in private.rating_state when the batch was found wrong later, and once it is in a batch that
-- commits to its receipts {salt, leaf: {place, path}, entry: {place, size, entry, path}, checkpoint}. Never the score. Volatile: it goes by POST.
-- Refusals: 400 proof_code_malformed, 404 receipt_unknown.
create function public.receipt_proof(code text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_rating private.ratings;
  v_kept private.batch_receipts;
  v_shown jsonb;
  v_checkpoint public.checkpoints;
  v_place integer;
begin
  if coalesce(receipt_proof.code !~ '^[0-9a-f]{32}$', true) then
    perform private.refuse(400, 'proof_code_malformed');
  end if;
  select * into v_rating from private.ratings r where r.receipt_hash = receipt_proof.code::uuid;
  if not found then
    perform private.refuse(404, 'receipt_unknown');
  end if;
  v_shown := private.rating_state(v_rating);
  v_shown := jsonb_build_object('state', v_shown -> 'state', 'batch', v_rating.batch_number, 'voided', v_shown #> '{batch, voided}');
  select * into v_kept from private.batch_receipts b where b.batch_number = v_rating.batch_number;
  if v_kept.batch_number is null then
    return v_shown;
  end if;
  v_checkpoint := private.checkpoint_at(null);
  v_place := private.place_of_batch(v_rating.batch_number);
  return v_shown || jsonb_build_object(
    'salt', encode(private.receipt_salt(v_kept.secret, v_rating.receipt_hash), 'base64'),
    'leaf', private.leaf_proof(v_kept.leaves, private.receipt_leaf(v_kept.secret, v_rating.receipt_hash)),
    -- Not in a checkpoint yet, which is made at the end of a release.
    'entry', case when v_place < v_checkpoint.size then jsonb_build_object('place', v_place,
      'size', v_checkpoint.size, 'entry', (select e.entry from private.ledger_entries(v_place, v_place) e),
      'path', private.base64_list(private.inclusion_path(v_place, v_checkpoint.size))) end,
    'checkpoint', case when v_checkpoint.size is not null then private.checkpoint_shown(v_checkpoint) end);
end;
$$;

grant execute on function public.ledger_checkpoint(text), public.ledger_consistency(text, text), public.ledger_inclusion(text, text),
  public.ledger_tile(text, text, text), public.receipt_proof(text) to anon, authenticated;
comment on function public.ledger_checkpoint(text) is 'The last signed checkpoint of the ledger, or that of a size: a signed note (C2SP), and the keys.';
comment on function public.ledger_consistency(text, text) is 'Hashes that show that one size of the ledger is the beginning of another (RFC 9162).';
comment on function public.ledger_inclusion(text, text) is 'An entry of the ledger, and the hashes that lead to the root of a checkpoint (RFC 9162).';
comment on function public.ledger_tile(text, text, text) is 'A part of the tree as C2SP tlog-tiles has it, in hex.';
comment on function public.receipt_proof(text) is 'By POST: whether the rating of a proof code is in its batch, with the hashes that show it; never the score.';
