-- Screens at a counter that prove the place: a kiosk on which people rate, and a display that shows a code which changes
-- every few minutes. A head pairs one with a code that works once; from then on it holds a key of its own, and what it
-- signs is known to come from there. HMAC and not a public key: this database can verify nothing else, and a browser keeps
-- either where no script can read it (docs/decisions/place.md).

create schema if not exists extensions;
create extension if not exists pgcrypto with schema extensions;

create table private.counter_devices (
  id uuid primary key default gen_random_uuid(),
  counter_code text not null references private.counters,
  office_code text not null references public.offices,
  kind text not null check (kind in ('kiosk', 'display')),
  paired_on date not null,
  paired_by text not null,
  revoked_on date
);
create index counter_devices_counter on private.counter_devices (counter_code);
create index counter_devices_office on private.counter_devices (office_code);
call private.log_table('private.counter_devices', 'id', 'office_code');

-- Apart, because the log keeps every column of the devices. Revoking deletes the key: nothing can be verified by it again.
create table private.counter_device_keys (
  device_id uuid primary key references private.counter_devices,
  key bytea not null,
  -- When the device last reported that it is on, to the hour.
  alive_at timestamptz
);

-- Codes with which a device is paired: one a counter and kind, for half an hour, once.
create table private.pairing_codes (
  counter_code text not null references private.counters,
  kind text not null check (kind in ('kiosk', 'display')),
  code_hash uuid not null unique,
  made_by text not null,
  expires_at timestamptz not null,
  primary key (counter_code, kind)
);

create function private.device_mac(key bytea, message text) returns bytea
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  return extensions.hmac(convert_to(message, 'UTF8'), key, 'sha256');
end;
$$;

-- Which counter a kind of device belongs at: on a kiosk one rates; beside a poster a display shows the code for one's phone.
create function private.device_fits(device_kind text, counter_kind text) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select (device_kind, counter_kind) in (('kiosk', 'kiosk'), ('display', 'poster'))
$$;

-- The device that signed this message with its key, or null. signed: its id, a point, and the HMAC-SHA256 in hex.
create function private.signing_device(signed text, message text) returns private.counter_devices
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_device private.counter_devices;
begin
  if signed ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[0-9a-f]{64}$' then
    select d.* into v_device from private.counter_devices d join private.counter_device_keys k on k.device_id = d.id
    where d.id = left(signed, 36)::uuid and d.revoked_on is null
      and private.device_mac(k.key, message) = decode(substr(signed, 38), 'hex');
  end if;
  return v_device;
end;
$$;

-- A counter that somebody who may manage it names. Refusals: 401, 403, 404 counter_unknown.
create function private.managed_counter(code text) returns private.counters
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_counter private.counters;
begin
  select * into v_counter from private.counters c where c.code = private.crockford(managed_counter.code);
  perform private.require_capability(private.managing_office(v_counter), 'manage_counters');
  if v_counter.code is null then
    perform private.refuse(404, 'counter_unknown');
  end if;
  return v_counter;
end;
$$;

-- A new code for pairing a device with a counter, in place of one that waits: {code, expires_at}. Refusals: those of
-- private.managed_counter, 410 counter_retired, 422 device_kind_wrong.
create function public.make_pairing_code(counter text, kind text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_counter private.counters := private.managed_counter(counter);
  v_code text := private.random_code(8);
  v_expires_at timestamptz := now() + interval '30 minutes';
begin
  if v_counter.retired_on is not null then
    perform private.refuse(410, 'counter_retired');
  elsif not coalesce(private.device_fits(kind, v_counter.kind), false) then
    perform private.refuse(422, 'device_kind_wrong');
  end if;
  insert into private.pairing_codes (counter_code, kind, code_hash, made_by, expires_at)
  values (v_counter.code, kind, private.short_hash(v_code), private.actor(), v_expires_at)
  on conflict on constraint pairing_codes_pkey do update
    set code_hash = excluded.code_hash, made_by = excluded.made_by, expires_at = excluded.expires_at;
  return jsonb_build_object('code', v_code, 'expires_at', v_expires_at);
end;
$$;
grant execute on function public.make_pairing_code(text, text) to authenticated, service_role;

-- How long a code on a display is new, in seconds.
create function private.code_step() returns integer
language sql immutable security invoker set search_path = ''
as $$
  select 180
$$;

-- From the device, {code, counter, kind}: pairs it, once. Answers with {device, key, step, now}; the key is never told
-- again. Refusals: those of the body, 404 pairing_unknown, also for a code that was used, is too old, or is for another
-- counter or another kind of device.
create function public.pair_device(json) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body($1, array['code', 'counter', 'kind']);
  v_code private.pairing_codes;
  v_key bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  v_device uuid;
begin
  delete from private.pairing_codes p
  where p.code_hash = private.short_hash(private.crockford(private.text_field(v_body, 'code', 'pairing_unknown')))
    and p.counter_code = private.crockford(private.text_field(v_body, 'counter', 'counter_malformed'))
    and p.kind = v_body ->> 'kind' and p.expires_at > now()
  returning * into v_code;
  if v_code.counter_code is null then
    perform private.refuse(404, 'pairing_unknown');
  end if;
  insert into private.counter_devices (counter_code, office_code, kind, paired_on, paired_by)
  select c.code, private.managing_office(c), v_code.kind, private.local_day(now()), v_code.made_by
  from private.counters c where c.code = v_code.counter_code
  returning id into v_device;
  insert into private.counter_device_keys (device_id, key) values (v_device, v_key);
  return jsonb_build_object('device', v_device, 'key', encode(v_key, 'hex'), 'step', private.code_step(), 'now', now());
end;
$$;
grant execute on function public.pair_device(json) to anon, authenticated;

-- The devices of a counter, those in use first: [{id, kind, paired_on, paired_by, revoked_on, alive_at}].
create function public.counter_devices(counter text)
returns table (id uuid, kind text, paired_on date, paired_by text, revoked_on date, alive_at timestamptz)
language sql stable security definer set search_path = ''
as $$
  select d.id, d.kind, d.paired_on, d.paired_by, d.revoked_on, k.alive_at
  from private.counters c join private.counter_devices d on d.counter_code = c.code
    left join private.counter_device_keys k on k.device_id = d.id
  where c.code = counter and (private.managing_office(c) in (select private.offices_where('see_counters'))
    or private.is_administrator())
  order by d.revoked_on desc nulls first, d.paired_on desc, d.id
$$;
grant execute on function public.counter_devices(text) to authenticated, service_role;

-- From now on what this device signs proves nothing, and the codes that it shows are none. Again is no error. Answers with
-- {id, revoked_on}. Refusals: 401, 403, 404 device_unknown.
create function public.revoke_device(device text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_device private.counter_devices;
begin
  select * into v_device from private.counter_devices d where d.id::text = device for update;
  perform private.require_capability(coalesce((select private.managing_office(c) from private.counters c
    where c.code = v_device.counter_code), v_device.office_code), 'manage_counters');
  if v_device.id is null then
    perform private.refuse(404, 'device_unknown');
  end if;
  delete from private.counter_device_keys k where k.device_id = v_device.id;
  update private.counter_devices d set revoked_on = coalesce(d.revoked_on, private.local_day(now()))
  where d.id = v_device.id returning * into v_device;
  return jsonb_build_object('id', v_device.id, 'revoked_on', v_device.revoked_on);
end;
$$;
grant execute on function public.revoke_device(text) to authenticated, service_role;
