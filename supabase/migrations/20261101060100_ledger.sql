-- What is published: batches, the only things that are ever added up.
--
-- A batch is a group of at least k ratings that share the keys it names. Every public figure is a sum over whole
-- batches, so no difference of two figures describes fewer than k people. The ledger of all batches is append-only:
-- a batch found wrong later is answered by a reversal, a row with the same counts below zero, and both stay listed.
-- Each row carries a hash over its content and the hash before it, so that the published file proves itself. Changes of
-- the rules by which batches are made and judged (public.rule_changes) and groups of optional answers
-- (public.answer_groups) are entries of the same chain.

create table public.batches (
  number integer primary key check (number > 0),
  office_code text not null references public.offices,
  -- Null where the batch does not name it: its ratings differ, or none was given.
  procedure_code text references public.procedures,
  field_code text references public.fields,
  channel public.service_channel,
  trust public.trust,
  released_on date not null,
  n integer not null,
  score_1 integer not null,
  score_2 integer not null,
  score_3 integer not null,
  score_4 integer not null,
  score_5 integer not null,
  -- Always null, except in ledgers begun before optional answers were published in groups of their own: there it is a part
  -- of what was hashed.
  details jsonb,
  -- A reversal names the batch it voids, and why. It counts in the same month, and was recorded later.
  voids integer unique references public.batches,
  reason text check (reason <> ''),
  recorded_on date not null,
  -- The root of the tree over the batch's receipts (private.commit_receipts), in hex; null in a reversal, and in ledgers
  -- begun before receipts were committed to.
  receipts_root text check (receipts_root ~ '^[0-9a-f]{64}$'),
  previous_hash text not null,
  hash text not null unique,
  check (n = score_1 + score_2 + score_3 + score_4 + score_5),
  -- Never fewer than five, whatever the settings say: the last line of defence of the publication rule.
  check (case when voids is null then least(score_1, score_2, score_3, score_4, score_5) >= 0 and n >= 5
    and reason is null else n <= -5 and reason is not null end)
);
create index batches_office on public.batches (office_code);
create index batches_procedure on public.batches (procedure_code);
create index batches_field on public.batches (field_code);
create index batches_released_on on public.batches (released_on);

alter table public.batches enable row level security;
create policy "anyone reads the ledger" on public.batches for select to anon, authenticated using (true);
grant select on public.batches to anon, authenticated;

-- Made-up ratings may be cleared away as a whole; a true ledger may not be touched by anyone.
create function private.forbid_ledger_change() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if tg_op = 'TRUNCATE' and private.setting('illustrative') = 'true' then
    return null;
  end if;
  perform private.refuse(403, 'ledger_append_only');
end;
$$;
create trigger "rows stay as they are" before update or delete on public.batches
  for each row execute function private.forbid_ledger_change();
create trigger "the ledger stays" before truncate on public.batches
  for each statement execute function private.forbid_ledger_change();

-- A row as it is hashed: its fields in the order of the table, the previous hash first, joined by '|', empty where null,
-- dates as YYYY-MM-DD, details as the JSON text that the table shows. The root over its receipts comes last, and only
-- where there is one: without it a row reads as it did before there were any, so that every older hash stays right.
-- In plpgsql, as is the hash: a release calls them for every batch, and SQL would be planned anew each time.
create function private.batch_text(batch public.batches) returns text
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return array_to_string(array[
    batch.previous_hash, batch.number::text, batch.office_code, batch.procedure_code, batch.field_code,
    batch.channel::text, batch.trust::text, to_char(batch.released_on, 'YYYY-MM-DD'), batch.n::text,
    batch.score_1::text, batch.score_2::text, batch.score_3::text, batch.score_4::text, batch.score_5::text,
    batch.details::text, batch.voids::text, batch.reason, to_char(batch.recorded_on, 'YYYY-MM-DD')
  ], '|', '') || coalesce('|' || batch.receipts_root, '');
end;
$$;

-- The hash of a row: SHA-256 of that text, in hex.
create function private.batch_hash(batch public.batches) returns text
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return encode(sha256(convert_to(private.batch_text(batch), 'UTF8')), 'hex');
end;
$$;

-- The hash of the last entry of the chain, of whatever kind; 64 zeros before the first. This is the one place that knows
-- the order: batches by their number, and every other entry after the batch that was the last when it was made
-- (after_batch), by its position, which is counted over all entries that are no batches.
create function private.ledger_head() returns text
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return coalesce((
    select e.hash from (
      (select b.number as after_batch, 0 as position, b.hash from public.batches b order by b.number desc limit 1)
      union all
      (select c.after_batch, c.position, c.hash from public.rule_changes c order by c.position desc limit 1)
      union all
      (select g.after_batch, g.position, g.hash from public.answer_groups g order by g.position desc limit 1)
    ) e order by e.after_batch desc, e.position desc limit 1
  ), repeat('0', 64));
end;
$$;

-- The next position among the entries that are no batches.
create function private.next_position() returns integer
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return 1 + greatest((select max(c.position) from public.rule_changes c), (select max(g.position) from public.answer_groups g), 0);
end;
$$;

-- Adds a row at the end of the ledger. Only one release runs at a time (private.lock_ledger), so the last row is
-- the last.
create function private.append_batch(batch public.batches) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  batch.previous_hash := private.ledger_head();
  batch.hash := private.batch_hash(batch);
  insert into public.batches values (batch.*);
end;
$$;

-- One writer of the ledger at a time; submissions never wait for it.
create function private.lock_ledger() returns integer
language sql volatile security invoker set search_path = ''
as $$
  select pg_advisory_xact_lock(hashtext('hai-long ledger'));
  select coalesce(max(number), 0) from public.batches
$$;
