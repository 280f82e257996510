-- What proves that a rating was made on the spot. What proves nothing, because it is old, forged or another counter's, is no
-- reason to refuse a rating: the person did nothing wrong, and it comes in as a walk-in.

-- How many ratings each code of a display has let in, for as long as it is good. It leads to none of them.
create table private.code_uses (
  device_id uuid not null references private.counter_devices,
  step integer not null,
  n integer not null,
  primary key (device_id, step)
);

-- A code is good for half an hour from when it was shown, by the clock of the server: long enough for someone who has no
-- signal at the counter, too short for a photograph. A display may be one code ahead.
create function private.code_lives() returns interval
language sql immutable security invoker set search_path = ''
as $$
  select interval '30 minutes'
$$;

-- No counter serves more people while one code is shown. Whoever sends the code on brings in no more than these.
create function private.code_budget() returns integer
language sql immutable security invoker set search_path = ''
as $$
  select 5
$$;

-- The code that a display shows in a step: a character for the step, so that one hash finds it, and 45 bits of the HMAC.
create function private.code_shown(key bytea, counter text, step integer) returns text
language sql immutable security invoker set search_path = ''
as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
    1 + (case i when 0 then step else get_byte(m.mac, i - 1) end) % 32, 1), '' order by i)
  from (select private.device_mac(key, concat_ws('|', 'code', counter, step)) as mac) m, generate_series(0, 9) i
$$;

-- The display of a counter that showed this code within its time, and the step in which it did.
create function private.display_of_code(shown text, counter text, at timestamptz, out device uuid, out step integer)
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_code text := private.crockford(shown);
  v_now integer := floor(extract(epoch from at) / private.code_step())::integer;
begin
  if v_code !~ '^[0-9A-HJKMNP-TV-Z]{10}$' then
    return;
  end if;
  -- The last step with that character that is not after the next one.
  step := v_now + 1 - (v_now + 1 - strpos('0123456789ABCDEFGHJKMNPQRSTVWXYZ', left(v_code, 1)) + 1 + 32) % 32;
  if (v_now - step) * private.code_step() >= extract(epoch from private.code_lives()) then
    return;
  end if;
  select d.id into device from private.counter_devices d join private.counter_device_keys k on k.device_id = d.id
    join private.counters c on c.code = d.counter_code
  where d.counter_code = counter and d.kind = 'display' and d.revoked_on is null and private.device_fits(d.kind, c.kind)
    and private.code_shown(k.key, counter, display_of_code.step) = v_code
  limit 1;
end;
$$;

-- Takes one of the uses of a code, if any is left. One device takes one: by what it calls itself, as elsewhere.
create function private.use_code(shown text, counter text, sender bigint, at timestamptz) returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_code record := private.display_of_code(shown, counter, at);
begin
  if v_code.device is null or exists (select from private.ratings r where r.sender = use_code.sender
    and r.counter_code = counter and r.trust = 'on_site' and r.received_at > at - private.code_lives()) then
    return false;
  end if;
  delete from private.code_uses u
  where u.device_id = v_code.device and u.step < v_code.step - 2 * extract(epoch from private.code_lives()) / private.code_step();
  insert into private.code_uses as u (device_id, step, n) values (v_code.device, v_code.step, 1)
  on conflict (device_id, step) do update set n = u.n + 1 where u.n < private.code_budget();
  return found;
end;
$$;

-- At a release: afterwards they would say at what minute somebody rated here.
create function private.forget_code_uses(at timestamptz) returns void
language sql volatile security invoker set search_path = ''
as $$
  delete from private.code_uses u where u.step < extract(epoch from at - 2 * private.code_lives()) / private.code_step()
$$;

-- Whether this rating came from a paired kiosk: place is its signature over the receipt, the counter and the score. Not over
-- id and time: an outbox makes them anew where the clock of the device was wrong. A receipt comes in once.
create function private.is_of_kiosk(body jsonb, counter text) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select exists (select from private.signing_device(body ->> 'place',
      concat_ws('|', 'rating', body ->> 'receipt', counter, body ->> 'score')) d
    join private.counters c on c.code = d.counter_code
    where d.counter_code = counter and d.kind = 'kiosk' and private.device_fits(d.kind, c.kind))
$$;

-- Whether a rating came through the code of a display: place is the query of the address that the code led to.
create function private.has_shown_code(body jsonb, counter text, sender bigint, at timestamptz) returns boolean
language sql volatile security invoker set search_path = ''
as $$
  select coalesce(private.use_code(substring(body ->> 'place' from '^[?](?:.*&)?p=([0-9A-Za-z]+)(?:&|$)'), counter, sender, at), false)
$$;

-- The origin of a rating, with what proves the place: on_site for a paired kiosk and for the code of a display.
create function private.proven_origin(body jsonb, origin private.rating_origin, receipt uuid, at timestamptz) returns private.rating_origin
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if origin.trust = 'walk_in' and body ->> 'place' is not null and (private.is_of_kiosk(body, origin.counter_code)
      or private.has_shown_code(body, origin.counter_code, private.sender(body, origin, receipt, private.local_day(at)), at)) then
    origin.trust := 'on_site';
  end if;
  return origin;
end;
$$;
