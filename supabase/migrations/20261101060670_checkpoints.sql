-- Checkpoints: what the ledger was after each release, in three lines that can be signed, printed and compared
-- (C2SP tlog-checkpoint: a name, the number of entries, the root of the tree). Whoever keeps one can demand a proof that
-- each later one only adds to it. The database keeps signatures and makes none, because whoever has the database must not
-- have the key: the program that serves the app signs, or a command (npm run sign-checkpoint). It cannot check them either;
-- readers do, and a wrong one is shown as such.

-- The keys that checkpoints are signed with, the last one in use. The name is the origin of the ledger.
create table public.ledger_keys (
  position integer primary key check (position > 0),
  name text not null check (name ~ '^[a-z0-9][a-z0-9./:-]{2,98}$'),
  -- The 32 bytes of an Ed25519 key, base64.
  public_key text not null unique check (public_key ~ '^[A-Za-z0-9+/]{43}=$'),
  since date not null
);

create table public.checkpoints (
  size integer primary key check (size > 0),
  -- Made-up ratings have a ledger of another name, because it is cleared away one day.
  origin text not null,
  -- Base64, as the checkpoint has it.
  root text not null check (root ~ '^[A-Za-z0-9+/]{43}=$'),
  made_on date not null
);
create trigger "rows stay as they are" before update or delete on public.checkpoints
  for each row execute function private.forbid_ledger_change();
create trigger "the checkpoints stay" before truncate on public.checkpoints
  for each statement execute function private.forbid_ledger_change();

create table public.checkpoint_signatures (
  size integer not null references public.checkpoints,
  -- The origin, for the ledger's own, or the name of a witness.
  name text not null,
  -- What follows the name in a signed note: base64 of the key's id, a witness's time, and the signature.
  signature text not null check (signature ~ '^[A-Za-z0-9+/]{90,102}={0,2}$'),
  primary key (size, name)
);

alter table public.ledger_keys enable row level security;
alter table public.checkpoints enable row level security;
alter table public.checkpoint_signatures enable row level security;
create policy "anyone reads the keys of the ledger" on public.ledger_keys for select to anon, authenticated using (true);
create policy "anyone reads the checkpoints" on public.checkpoints for select to anon, authenticated using (true);
create policy "anyone reads the signatures" on public.checkpoint_signatures for select to anon, authenticated using (true);
grant select on public.ledger_keys, public.checkpoints, public.checkpoint_signatures to anon, authenticated;

-- Makes a checkpoint of all there is, unless there is one. None is made before there is a key, because it would have no name.
-- The lock of the ledger is held by whoever calls.
create function private.make_checkpoint(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_name text := (select k.name from public.ledger_keys k order by k.position desc limit 1);
  v_size integer;
begin
  if v_name is null or private.ledger_size() = 0 or exists (select from public.checkpoints c where c.size = private.ledger_size()) then
    return;
  end if;
  v_size := private.grow_tree();
  insert into public.checkpoints values (v_size,
    v_name || case when private.setting('illustrative') = 'true' then '/illustrative' else '' end,
    encode(private.subtree(0, v_size), 'base64'), on_day);
end;
$$;

-- The three lines that are signed.
create function private.checkpoint_text(made public.checkpoints) returns text
language sql immutable security invoker set search_path = ''
as $$
  select made.origin || e'\n' || made.size || e'\n' || made.root || e'\n'
$$;

-- For the program that signs: from now on checkpoints have this name and are signed with this key. The name stays what it
-- is once a checkpoint has it, because a witness would take another for another ledger.
-- Refusals: 422 ledger_key_invalid, 409 ledger_name_fixed.
create function public.set_ledger_key(name text, public_key text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_last public.ledger_keys;
begin
  perform private.lock_ledger();
  select * into v_last from public.ledger_keys k order by k.position desc limit 1;
  -- Two servers may have keys of their own.
  if exists (select from public.ledger_keys k where (k.name, k.public_key) = (set_ledger_key.name, set_ledger_key.public_key)) then
    return;
  elsif coalesce(set_ledger_key.name !~ '^[a-z0-9][a-z0-9./:-]{2,98}$' or set_ledger_key.public_key !~ '^[A-Za-z0-9+/]{43}=$', true) then
    perform private.refuse(422, 'ledger_key_invalid');
  elsif v_last.name <> set_ledger_key.name and exists (select from public.checkpoints) then
    perform private.refuse(409, 'ledger_name_fixed');
  end if;
  delete from public.ledger_keys k where k.public_key = set_ledger_key.public_key;
  insert into public.ledger_keys values (coalesce(v_last.position, 0) + 1, set_ledger_key.name, set_ledger_key.public_key, private.local_day(now()));
end;
$$;

-- The checkpoints without the ledger's own signature, the last first, at most a thousand: [{size, text}]. What was written
-- since the last checkpoint gets one, except in the middle of a release.
create function public.checkpoints_to_sign() returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.lock_ledger();
  if not exists (select from private.release_run) then
    perform private.make_checkpoint(private.local_day(now()));
  end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('size', u.size, 'text', u.text)), '[]') from (
    select c.size, private.checkpoint_text(c) as text from public.checkpoints c
    where not exists (select from public.checkpoint_signatures s where s.size = c.size and s.name = c.origin)
    order by c.size desc limit 1000) u);
end;
$$;

-- Keeps the ledger's signatures: [{size, root, signature}].
-- Refusals: 404 checkpoint_unknown, 409 checkpoint_differs, 422 signature_malformed.
create function public.sign_checkpoints(signed jsonb) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_one jsonb;
begin
  for v_one in select * from jsonb_array_elements(case jsonb_typeof(signed) when 'array' then signed else '[]' end) loop
    perform private.keep_signature(v_one ->> 'size', v_one ->> 'root', null, v_one ->> 'signature');
  end loop;
end;
$$;

-- A signature of a checkpoint, in the place of one of the same name. signer null: the ledger. The root is that which was
-- signed: whoever signed another ledger of the same size is told, and no true signature is lost to it.
-- Refusals: 404 checkpoint_unknown, 409 checkpoint_differs, 422 signature_malformed.
create function private.keep_signature(size text, root text, signer text, signature text) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_checkpoint public.checkpoints;
begin
  select * into v_checkpoint from public.checkpoints c where c.size = private.integer_argument(keep_signature.size);
  if not found then
    perform private.refuse(404, 'checkpoint_unknown');
  elsif v_checkpoint.root is distinct from keep_signature.root then
    perform private.refuse(409, 'checkpoint_differs');
  elsif coalesce(keep_signature.signature !~ '^[A-Za-z0-9+/]{90,102}={0,2}$', true) then
    perform private.refuse(422, 'signature_malformed');
  end if;
  insert into public.checkpoint_signatures as s values (v_checkpoint.size, coalesce(signer, v_checkpoint.origin), keep_signature.signature)
  on conflict on constraint checkpoint_signatures_pkey do update set signature = excluded.signature;
end;
$$;

grant execute on function public.set_ledger_key(text, text), public.checkpoints_to_sign(), public.sign_checkpoints(jsonb) to service_role;
