-- What people write in a petition, and who they are, at rest: sealed with a public key, which lies here, and opened with a
-- private one, which never does. Whoever has the tables, a dump or a backup reads nothing of it. What is sealed cannot be
-- opened again by the request that sealed it, unless that request was given the private key.
--
-- The private key comes with a request, as the setting app.settings.feedback_key: from PostgREST, which takes it from
-- PGRST_APP_SETTINGS_FEEDBACK_KEY, from scripts/server/requests/feedback-key.ts, or on a hosted project from Supabase Vault, whose
-- own key is outside the database (docs/run-it.md). Several, with blanks between them, open what was sealed with older
-- ones. A key is the base64 of one OpenPGP packet (RFC 4880, section 5.5): a public subkey here, a secret subkey there.

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;

create table private.feedback_keys (
  key_id text primary key,
  public_key bytea not null,
  -- The one of the highest position seals.
  position integer not null unique
);

-- For the administrator: from now on petitions are sealed with this key. Refusal: 422 feedback_key_invalid, also for a
-- secret key, which must not come here.
create function public.set_feedback_key(key text) returns text
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_key bytea;
  v_id text;
begin
  begin
    v_key := decode(btrim(key), 'base64');
    v_id := extensions.pgp_key_id(v_key);
    perform extensions.pgp_pub_encrypt('', v_key);
  exception when others then
    perform private.refuse(422, 'feedback_key_invalid');
  end;
  -- The tag of a packet: 14 is a public subkey (RFC 4880, section 4.3), in the old and in the new format.
  if v_key is null or get_byte(v_key, 0) not in (206, 184, 185, 186) then
    perform private.refuse(422, 'feedback_key_invalid');
  end if;
  insert into private.feedback_keys as k (key_id, public_key, position)
  select v_id, v_key, 1 + coalesce(max(o.position), 0) from private.feedback_keys o
  on conflict (key_id) do update set position = excluded.position
    where k.position < (select max(o.position) from private.feedback_keys o);
  return v_id;
end;
$$;
grant execute on function public.set_feedback_key(text) to service_role;

-- A text that only the private key opens; null for none. Uncompressed: the length of what a compressor makes of a guess
-- would tell whether it is in the text. Refusal: 503 feedback_closed where no key is set.
create function private.sealed(written text) returns bytea
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_key bytea := (select k.public_key from private.feedback_keys k order by k.position desc limit 1);
begin
  if written is null then
    return null;
  elsif v_key is null then
    perform private.refuse(503, 'feedback_closed');
  end if;
  return extensions.pgp_pub_encrypt(written, v_key, 'cipher-algo=aes256, compress-algo=0, unicode-mode=1');
end;
$$;

-- The private keys of this request.
create function private.feedback_secret_keys() returns setof bytea
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_keys text := nullif(current_setting('app.settings.feedback_key', true), '');
  v_vault regclass := to_regclass('vault.decrypted_secrets');
begin
  if v_keys is null and v_vault is not null then
    execute format('select decrypted_secret from %s where name = $1', v_vault) into v_keys using 'feedback_key';
  end if;
  return query select decode(k, 'base64') from regexp_split_to_table(btrim(v_keys), '\s+') k where k <> '';
exception when data_exception then
  -- A setting that is no key opens nothing, as none does.
  return;
end;
$$;

-- What was sealed; null for nothing, and where no key of this request fits and that is no reason to stop.
-- Refusal: 503 feedback_key_missing when no key fits and it is needed.
create function private.opened(sealed bytea, is_needed boolean default true) returns text
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_key bytea;
begin
  if sealed is null then
    return null;
  end if;
  for v_key in select k from private.feedback_secret_keys() k loop
    begin
      if extensions.pgp_key_id(v_key) = extensions.pgp_key_id(sealed) then
        return extensions.pgp_pub_decrypt(sealed, v_key);
      end if;
    exception when external_routine_invocation_exception then
      -- Damaged, or no key at all: it does not fit.
    end;
  end loop;
  if is_needed then
    perform private.refuse(503, 'feedback_key_missing');
  end if;
  return null;
end;
$$;
