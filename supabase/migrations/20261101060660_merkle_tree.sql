-- The Merkle tree over all entries of the ledger, in the order of the chain (RFC 9162, section 2.1: a leaf is hashed after
-- a byte 0, a node after a byte 1). The chain shows whoever reads all of it that nothing was changed; the tree shows it to
-- whoever keeps one hash, with twenty more. A leaf is the text that the chain hashes, so that the entry that a proof
-- speaks of can be read in it.
--
-- Only nodes that are full, and so never change, are kept. The tree grows when a checkpoint is made, all at once.

create table private.ledger_tree (
  -- Of 2^level entries: those from place * 2^level on.
  level smallint not null,
  place integer not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, place)
);
create trigger "nodes stay as they are" before update or delete on private.ledger_tree
  for each row execute function private.forbid_ledger_change();
create trigger "the tree stays" before truncate on private.ledger_tree
  for each statement execute function private.forbid_ledger_change();

-- An entry that is no batch has as many entries before it as there are batches up to after_batch and positions before its
-- own, so its place in the whole ledger is counted from zero by these.
create index rule_changes_place on public.rule_changes ((after_batch + position - 1));
create index answer_groups_place on public.answer_groups ((after_batch + position - 1));

create function private.ledger_size() returns integer
language sql stable security invoker set search_path = ''
as $$
  select coalesce((select max(b.number) from public.batches b), 0) + private.next_position() - 1
$$;

-- How many entries that are no batches stand before a place.
create function private.others_before(place integer) returns integer
language sql stable security invoker set search_path = ''
as $$
  select greatest(
    (select c.position from public.rule_changes c where c.after_batch + c.position - 1 < place
      order by c.after_batch + c.position - 1 desc limit 1),
    (select g.position from public.answer_groups g where g.after_batch + g.position - 1 < place
      order by g.after_batch + g.position - 1 desc limit 1), 0)
$$;

-- Entries by their places, the first of the ledger at 0, as the texts that are hashed.
create function private.ledger_entries(first integer, last integer) returns table (place integer, entry text)
language sql stable security invoker set search_path = ''
as $$
  with others as (
    select c.after_batch + c.position - 1 as place, private.rule_change_text(c) as entry
    from public.rule_changes c where c.after_batch + c.position - 1 between first and last
    union all
    select g.after_batch + g.position - 1, private.answer_group_text(g)
    from public.answer_groups g where g.after_batch + g.position - 1 between first and last
  )
  select i, coalesce(o.entry, (select private.batch_text(b) from public.batches b where b.number = i + 1 - private.others_before(i)))
  from generate_series(first, last) i left join others o on o.place = i
  order by i
$$;

-- The place of a batch: those before it, and what stands between them.
create function private.place_of_batch(number integer) returns integer
language sql stable security invoker set search_path = ''
as $$
  select place_of_batch.number - 1 + greatest(
    (select max(c.position) from public.rule_changes c where c.after_batch < place_of_batch.number),
    (select max(g.position) from public.answer_groups g where g.after_batch < place_of_batch.number), 0)
$$;

create function private.tree_size() returns integer
language sql stable security invoker set search_path = ''
as $$
  select coalesce((select max(t.place) + 1 from private.ledger_tree t where t.level = 0), 0)
$$;

-- Adds the entries that the tree does not have yet, with every node that they fill, and answers with its size.
create function private.grow_tree() returns integer
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_from integer := private.tree_size();
  v_others integer := private.others_before(v_from);
  v_to integer := private.ledger_size();
  v_size integer := v_to;
  v_level smallint := 0;
begin
  insert into private.ledger_tree (level, place, hash)
  select 0, v_from - 1 + row_number() over (order by e.after_batch, e.position), sha256('\x00'::bytea || convert_to(e.entry, 'UTF8'))
  from (
    select b.number as after_batch, 0 as position, private.batch_text(b) as entry from public.batches b where b.number > v_from - v_others
    union all
    select c.after_batch, c.position, private.rule_change_text(c) from public.rule_changes c where c.position > v_others
    union all
    select g.after_batch, g.position, private.answer_group_text(g) from public.answer_groups g where g.position > v_others
  ) e;
  while v_to > 1 loop
    v_from := v_from / 2;
    v_to := v_to / 2;
    insert into private.ledger_tree (level, place, hash)
    select v_level + 1, l.place / 2, sha256('\x01'::bytea || l.hash || r.hash)
    from private.ledger_tree l join private.ledger_tree r on r.level = v_level and r.place = l.place + 1
    where l.level = v_level and l.place >= 2 * v_from and l.place < 2 * v_to and l.place % 2 = 0;
    v_level := v_level + 1;
  end loop;
  return v_size;
end;
$$;

-- The binary logarithm of a number of leaves, rounded down.
create function private.log2(leaves integer) returns integer
language sql immutable security invoker set search_path = ''
as $$
  select length(ltrim(leaves::bit(31)::text, '0')) - 1
$$;

-- The hash over the leaves from first up to but not including last (MTH of RFC 9162, section 2.1.1). What is to be split
-- is: into the largest power of two that is smaller, and the rest.
create function private.subtree(first integer, last integer) returns bytea
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_leaves integer := last - first;
  v_left integer;
begin
  if v_leaves = 0 then
    return sha256(''::bytea);
  elsif v_leaves & (v_leaves - 1) = 0 then
    return (select t.hash from private.ledger_tree t where t.level = private.log2(v_leaves) and t.place = first / v_leaves);
  end if;
  v_left := 1 << private.log2(v_leaves - 1);
  return sha256('\x01'::bytea || private.subtree(first, first + v_left) || private.subtree(first + v_left, last));
end;
$$;

-- The hashes that lead from an entry to the root of a size, the lowest first (PATH of RFC 9162, section 2.1.3.1).
create function private.inclusion_path(place integer, size integer) returns bytea[]
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_first integer := 0;
  v_last integer := size;
  v_middle integer;
  v_path bytea[] := array[]::bytea[];
begin
  while v_last - v_first > 1 loop
    v_middle := v_first + (1 << private.log2(v_last - v_first - 1));
    if place < v_middle then
      v_path := private.subtree(v_middle, v_last) || v_path;
      v_last := v_middle;
    else
      v_path := private.subtree(v_first, v_middle) || v_path;
      v_first := v_middle;
    end if;
  end loop;
  return v_path;
end;
$$;

-- The hashes that show that a tree of one size is the beginning of another's (PROOF and SUBPROOF of RFC 9162, section
-- 2.1.4.1). At most one more than the binary logarithm of the larger size, rounded up: 20 up to 524,288 entries.
create function private.consistency_path(first_size integer, second_size integer) returns bytea[]
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_first integer := 0;
  v_last integer := second_size;
  v_middle integer;
  v_path bytea[] := array[]::bytea[];
begin
  while first_size < v_last loop
    v_middle := v_first + (1 << private.log2(v_last - v_first - 1));
    if first_size <= v_middle then
      v_path := private.subtree(v_middle, v_last) || v_path;
      v_last := v_middle;
    else
      v_path := private.subtree(v_first, v_middle) || v_path;
      v_first := v_middle;
    end if;
  end loop;
  -- Where the smaller tree is a whole part of the larger one, its root is known to whoever asks.
  return case when v_first = 0 then v_path else private.subtree(v_first, v_last) || v_path end;
end;
$$;
