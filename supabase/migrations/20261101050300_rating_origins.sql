-- Where a rating belongs: the office, procedure, channel and trust that its visit code or its counter gives. Each
-- function takes the day on which it is asked.

-- Where a rating belongs: the office, procedure, channel and trust that its visit code or its counter gives.
create type private.rating_origin as (
  office_code text, procedure_code text, counter_code text, channel public.service_channel, trust public.trust,
  visit_hash uuid
);

-- Refusals: those above, 410 visit_expired, also when nobody does the office's work any more. Whether it is spent is
-- known only when the rating is in, so that the same rating sent twice meets itself and not its own spent code.
create function private.visit_origin(typed text, on_day date) returns private.rating_origin
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_visit private.visit_codes := private.visit_by_code(typed);
  v_office text := private.office_of_visit(v_visit, on_day);
begin
  if v_visit.expires_on < on_day or v_office is null then
    perform private.refuse(410, 'visit_expired');
  end if;
  return row(v_office, v_visit.procedure_code, null, v_visit.channel, case when v_visit.control_of is null then 'visit' else 'control' end,
    v_visit.code_hash)::private.rating_origin;
end;
$$;

-- Refusals: 400 counter_malformed, 404 counter_unknown, 410 counter_retired.
create function private.counter_origin(typed text, on_day date) returns private.rating_origin
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_counter private.counters := private.counter_by_code(typed);
  v_office text := private.office_of_counter(v_counter, on_day);
begin
  if v_office is null or v_counter.retired_on <= on_day then
    perform private.refuse(410, 'counter_retired');
  end if;
  return row(v_office, null, v_counter.code, v_counter.channel, 'walk_in', null)::private.rating_origin;
end;
$$;

-- The procedure a person names: one that the office offers that day, or the one that is known already, which a merger
-- or a new law may have ended since. Of an office that is closed meanwhile, what it offered at the end. Refusal: 422 procedure_not_offered.
create function private.checked_procedure(body jsonb, known text, office text, on_day date) returns text
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_procedure text := private.text_field(body, 'procedure', 'procedure_not_offered');
begin
  if v_procedure is not null and v_procedure is distinct from known
    and not private.is_offered(office, v_procedure, private.procedures_on(office, on_day)) then
    perform private.refuse(422, 'procedure_not_offered');
  end if;
  return v_procedure;
end;
$$;

create function private.number_of(secret text) returns bigint
language sql immutable security invoker set search_path = ''
as $$
  select ('x' || left(encode(sha256(convert_to(secret, 'UTF8')), 'hex'), 16))::bit(64)::bigint
$$;

-- Whether a rating came from a kiosk that is paired with its counter: a display there never stands at a kiosk.
create function private.is_of_paired_kiosk(origin private.rating_origin) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select origin.trust = 'on_site'
    and coalesce((select c.kind = 'kiosk' from private.counters c where c.code = origin.counter_code), false)
$$;

-- Whoever sent a rating, as far as it can be known without knowing anybody: a batch counts people, so ten ratings of one
-- device are one. By device, office and quarter, because a rating waits for up to a quarter, and forgotten in the
-- batch. A paired kiosk is one device for everybody; as whoever stands at it can tap for an hour, what it sends in a day
-- counts as at most three people. Null for a visit, whose code lets in one rating, for what names no device, and for what only says that it is a kiosk: all such ratings
-- of an office count as one person. Refusal: 400 device_invalid.
create function private.sender(body jsonb, origin private.rating_origin, receipt uuid, on_day date) returns bigint
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_device text := private.text_field(body, 'device', 'device_invalid');
begin
  if v_device !~ '^[0-9A-Za-z-]{16,64}$' then
    perform private.refuse(400, 'device_invalid');
  end if;
  if private.is_of_paired_kiosk(origin) then
    return private.number_of(concat_ws('|', origin.counter_code, on_day, get_byte(uuid_send(receipt), 0) % 3));
  elsif v_device is null or origin.counter_code is null
    or exists (select from private.counters c where c.code = origin.counter_code and c.kind = 'kiosk') then
    return null;
  end if;
  return private.number_of(concat_ws('|', v_device, origin.office_code, date_trunc('quarter', on_day)::date));
end;
$$;

-- Whether a device has already rated twice at this counter on this day. People help each other, and a third rating is
-- kept and not counted.
create function private.is_device_repeat(sender bigint, origin private.rating_origin, on_day date) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select not private.is_of_paired_kiosk(origin) and (select count(*) >= 2 from private.ratings r
    where r.sender = is_device_repeat.sender and r.counter_code = origin.counter_code
      and private.local_day(r.received_at) = on_day and r.set_aside is distinct from 'withdrawn')
$$;
