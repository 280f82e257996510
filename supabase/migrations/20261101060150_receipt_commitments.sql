-- What a batch says of its receipts: one hash, the root of a Merkle tree (RFC 9162, section 2.1) over them, in the row that
-- the chain hashes. Whoever holds a receipt is given the few hashes that lead from it to that root, and so can show that
-- the rating is among those that were counted; whoever was left out is given none that lead there. The tree has exactly
-- as many leaves as the batch has ratings, so nobody can be put in the place of another.
--
-- Sixty random bits can be guessed where a million hashes of them lie open, and a receipt that is found opens its rating.
-- So the leaves are not published, and each is salted: what a proof shows of the neighbours are hashes over 32 bytes that
-- only the database knows, and one salt tells nothing about another. They are in the order of these hashes, which is no
-- order of people. The score is not in them: a proof can be shown around, and nobody can be made to prove what he said.

-- The leaves of a batch, 32 bytes each, in their order, and the secret that their salts are made from.
create table private.batch_receipts (
  batch_number integer primary key,
  secret bytea not null,
  leaves bytea not null
);
-- Hashes do not get smaller.
alter table private.batch_receipts alter column leaves set storage external;

-- 244 random bits.
create function private.random_secret() returns bytea
language sql volatile security invoker set search_path = ''
as $$
  select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
$$;

create function private.receipt_salt(secret bytea, receipt_hash uuid) returns bytea
language sql immutable security invoker set search_path = ''
as $$
  select sha256(secret || uuid_send(receipt_hash))
$$;

-- The leaf of a receipt: the salt and the hash of the receipt, hashed as RFC 9162 hashes a leaf. private.release_rung says
-- the same in its own statement, because a million calls take longer than what they do; each proof compares the two.
create function private.receipt_leaf(secret bytea, receipt_hash uuid) returns bytea
language sql immutable security invoker set search_path = ''
as $$
  select sha256('\x00'::bytea || private.receipt_salt(secret, receipt_hash) || uuid_send(receipt_hash))
$$;

-- The next level of a tree whose nodes lie one after the other: two are hashed together, and one that is left alone goes up
-- as it is. That gives the tree of RFC 9162, whose left parts are as large as they can be.
create function private.level_above(nodes bytea) returns bytea
language sql immutable security invoker set search_path = ''
as $$
  select string_agg(case when octet_length(nodes) >= 64 * i + 64 then sha256('\x01'::bytea || substring(nodes from 64 * i + 1 for 64))
    else substring(nodes from 64 * i + 1 for 32) end, ''::bytea order by i)
  from generate_series(0, (octet_length(nodes) / 32 + 1) / 2 - 1) i
$$;

-- The same up to the root. A release has a tree for every batch, and most are small: up to 128 nodes a loop takes a fifth
-- of the time of a statement for each level.
create function private.root_of_leaves(leaves bytea) returns bytea
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_nodes bytea := leaves;
  v_above bytea;
  v_pairs integer;
begin
  while octet_length(v_nodes) > 128 * 32 loop
    v_nodes := private.level_above(v_nodes);
  end loop;
  while octet_length(v_nodes) > 32 loop
    v_above := '';
    v_pairs := octet_length(v_nodes) / 64;
    for i in 0 .. v_pairs - 1 loop
      v_above := v_above || sha256('\x01'::bytea || substring(v_nodes from 64 * i + 1 for 64));
    end loop;
    v_nodes := v_above || substring(v_nodes from 64 * v_pairs + 1);
  end loop;
  return v_nodes;
end;
$$;

-- The hashes that lead from a leaf to the root, the lowest first (RFC 9162, section 2.1.3).
create function private.path_of_leaf(leaves bytea, place integer) returns bytea[]
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_nodes bytea := leaves;
  v_place integer := place;
  v_path bytea[] := array[]::bytea[];
begin
  while octet_length(v_nodes) > 32 loop
    if octet_length(v_nodes) > 32 * (v_place # 1) then
      v_path := v_path || substring(v_nodes from 32 * (v_place # 1) + 1 for 32);
    end if;
    v_nodes := private.level_above(v_nodes);
    v_place := v_place / 2;
  end loop;
  return v_path;
end;
$$;

-- Keeps the leaves of a batch that is about to be written, and answers with their root, in hex.
create function private.commit_receipts(batch_number integer, secret bytea, leaves bytea) returns text
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  insert into private.batch_receipts values (batch_number, secret, leaves);
  return encode(private.root_of_leaves(leaves), 'hex');
end;
$$;

create function private.base64_list(hashes bytea[]) returns jsonb
language sql immutable security invoker set search_path = ''
as $$
  select coalesce(jsonb_agg(encode(u.hash, 'base64') order by u.place), '[]') from unnest(hashes) with ordinality u (hash, place)
$$;

-- {place, path} of a leaf of a batch.
create function private.leaf_proof(leaves bytea, leaf bytea) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('place', i, 'path', private.base64_list(private.path_of_leaf(leaves, i)))
  from generate_series(0, octet_length(leaves) / 32 - 1) i
  where substring(leaves from 32 * i + 1 for 32) = leaf
$$;
