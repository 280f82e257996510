-- Witnesses are strangers (a newspaper, the People's Council) who keep the last checkpoint they saw, check that the next
-- one adds to it, and sign that they did (C2SP tlog-cosignature). Two ledgers for two readers cannot both have their names.

create table public.witnesses (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9./:-]{2,98}$'),
  public_key text not null check (public_key ~ '^[A-Za-z0-9+/]{43}=$'),
  since date not null,
  until date
);

-- With its token a witness hands in its signatures, so that nobody else puts a wrong one in their place.
create table private.witness_tokens (
  name text primary key references public.witnesses,
  token_hash uuid not null unique
);

alter table public.witnesses enable row level security;
create policy "anyone reads who the witnesses are" on public.witnesses for select to anon, authenticated using (true);
grant select on public.witnesses to anon, authenticated;

-- For the administrator: a witness and its key, once. Answers with the token with which it hands in its signatures, which is
-- told this once. Registered again, it has another key and token. Refusal: 422 witness_invalid.
create function public.register_witness(name text, public_key text) returns text
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_token text := private.random_code(26);
begin
  if coalesce(register_witness.name !~ '^[a-z0-9][a-z0-9./:-]{2,98}$' or register_witness.public_key !~ '^[A-Za-z0-9+/]{43}=$', true)
    or exists (select from public.checkpoints c where c.origin = register_witness.name) then
    perform private.refuse(422, 'witness_invalid');
  end if;
  insert into public.witnesses as w values (register_witness.name, register_witness.public_key, private.local_day(now()), null)
  on conflict on constraint witnesses_pkey do update set public_key = excluded.public_key, until = null;
  insert into private.witness_tokens as t values (register_witness.name, private.short_hash(v_token))
  on conflict on constraint witness_tokens_pkey do update set token_hash = excluded.token_hash;
  return v_token;
end;
$$;

-- For the administrator: a witness that does not sign any more. What it signed stays. Refusal: 404 witness_unknown.
create function public.end_witness(name text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
  update public.witnesses w set until = private.local_day(now()) where w.name = end_witness.name and w.until is null;
  if not found then
    perform private.refuse(404, 'witness_unknown');
  end if;
  delete from private.witness_tokens t where t.name = end_witness.name;
end;
$$;

-- For a witness: {token, size, root, signature}, the signature as it stands after the name in a signed note. Whether it is right is
-- shown by those who read it. Refusals: 400 body_invalid, 404 witness_token_unknown, 404 checkpoint_unknown, 409 checkpoint_differs,
-- 422 signature_malformed.
create function public.add_cosignature(json) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body($1, array['token', 'size', 'root', 'signature']);
  v_name text := (select t.name from private.witness_tokens t where t.token_hash = private.short_hash(v_body ->> 'token'));
begin
  if v_name is null then
    perform private.refuse(404, 'witness_token_unknown');
  end if;
  perform private.keep_signature(v_body ->> 'size', v_body ->> 'root', v_name, v_body ->> 'signature');
end;
$$;

grant execute on function public.register_witness(text, text), public.end_witness(text) to service_role;
grant execute on function public.add_cosignature(json) to anon, authenticated;
comment on function public.add_cosignature(json) is
  'For a witness of the ledger: {token, size, root, signature}; the signature as after the name in a signed note (C2SP tlog-cosignature).';
