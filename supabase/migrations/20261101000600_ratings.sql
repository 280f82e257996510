-- One row for one person's answer. Nobody reads it through the API, staff included: it waits here until it can
-- disappear among at least k others.
--
-- What is missing, and why: no name, no address, no telephone, no user agent; no dossier code, which is public and
-- sequential; no officer. Not the language, although it is sent: few people read Khmer at one desk. No foreign
-- keys: every submission would lock the same counter's row; the function checks instead, and offices, procedures
-- and counters are closed, never deleted.

-- One-time codes for finished dossiers. Random, stored one-way, and never linked to the rating they let in.
create table private.visit_codes (
  code_hash uuid primary key,
  office_code text not null references public.offices,
  procedure_code text references public.procedures,
  channel public.service_channel not null,
  -- The last day on which it can be used.
  expires_on date not null,
  spent_on date
);
create index visit_codes_office on private.visit_codes (office_code);
create index visit_codes_procedure on private.visit_codes (procedure_code);

create table private.ratings (
  id uuid primary key,
  receipt_hash uuid not null unique,
  -- To the minute only while it can still be corrected; the day alone once it is in a batch.
  received_at timestamptz not null,
  rated_at timestamptz,
  -- The same for one device at one counter on one day, another on the next: it counts repeats and follows nobody.
  device_day bigint,
  batch_number integer,
  score smallint check (score between 1 and 5),
  channel public.service_channel not null,
  trust public.trust not null,
  office_code text not null,
  procedure_code text,
  counter_code text,
  set_aside text check (set_aside in ('withdrawn', 'device_repeat')),
  details jsonb,
  check (score is not null or set_aside = 'withdrawn'),
  check (batch_number is null or set_aside is null)
);
create index ratings_waiting on private.ratings (office_code) where batch_number is null and set_aside is null;
create index ratings_device_day on private.ratings (device_day) where device_day is not null;

-- What the office answered, one answer to one rating; score_after: how satisfied the person is since, which is never
-- part of a batch. No foreign key, as above: a rating that is deleted takes its reply along.
create table private.replies (
  rating_id uuid primary key,
  text text not null check (length(text) between 1 and 4000),
  replied_on date not null,
  score_after smallint check (score_after between 1 and 5)
);

-- What the holder of a receipt may know. state: waiting, counted (batch: {number, released_on, voided: {reason, on} when
-- the whole batch was found wrong later}), set_aside (reason) or withdrawn. score, procedure and details are the
-- person's own. reply: {text, replied_on, score}.
create function private.state_of(rating private.ratings) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return jsonb_build_object(
    'state', case when rating.set_aside = 'withdrawn' then 'withdrawn' when rating.set_aside is not null
      then 'set_aside' when rating.batch_number is not null then 'counted' else 'waiting' end,
    'reason', rating.set_aside,
    'score', rating.score,
    'procedure', rating.procedure_code,
    'office', (select jsonb_build_object('code', o.code, 'name', o.name) from public.offices o
      where o.code = rating.office_code),
    'details', rating.details,
    'batch', (select jsonb_build_object('number', b.number, 'released_on', b.released_on, 'voided',
        (select jsonb_build_object('reason', r.reason, 'on', r.recorded_on) from public.batches r where r.voids = b.number))
      from public.batches b where b.number = rating.batch_number),
    'reply', (select jsonb_build_object('text', r.text, 'replied_on', r.replied_on, 'score', r.score_after)
      from private.replies r where r.rating_id = rating.id),
    'correctable', rating.batch_number is null and rating.set_aside is distinct from 'withdrawn'
  );
end;
$$;

-- Where a rating belongs: the office, procedure, channel and trust that its visit code or its counter gives.
create type private.origin as (
  office_code text, procedure_code text, counter_code text, channel public.service_channel, trust public.trust,
  visit_hash uuid
);

-- The visit of a code as the person typed it. Refusals: 400 visit_malformed, 404 visit_unknown.
create function private.visit_by_code(typed text) returns private.visit_codes
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_code text := private.crockford(typed);
  v_visit private.visit_codes;
begin
  if v_code is null or v_code !~ '^[0-9A-HJKMNP-TV-Z]{10}$' then
    perform private.refuse(400, 'visit_malformed');
  end if;
  select * into v_visit from private.visit_codes where code_hash = private.short_hash(v_code);
  if not found then
    perform private.refuse(404, 'visit_unknown');
  end if;
  return v_visit;
end;
$$;

-- Refusals: those above, 410 visit_expired, also when nobody does the office's work any more. Whether it is spent is
-- known only when the rating is in, so that the same rating sent twice meets itself and not its own spent code.
create function private.origin_of_visit(typed text, on_day date) returns private.origin
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_visit private.visit_codes := private.visit_by_code(typed);
  v_office text := private.serving_office(v_visit.office_code, on_day);
begin
  if v_visit.expires_on < on_day or v_office is null then
    perform private.refuse(410, 'visit_expired');
  end if;
  return row(v_office, v_visit.procedure_code, null, v_visit.channel, 'visit', v_visit.code_hash)::private.origin;
end;
$$;

-- Refusals: 400 counter_malformed, 404 counter_unknown, 410 counter_retired.
create function private.origin_of_counter(typed text, on_day date) returns private.origin
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_counter private.counters := private.counter_by_code(typed);
  v_office text := private.office_at(v_counter, on_day);
begin
  if v_office is null or v_counter.retired_on <= on_day then
    perform private.refuse(410, 'counter_retired');
  end if;
  return row(v_office, null, v_counter.code, v_counter.channel, 'walk_in', null)::private.origin;
end;
$$;

-- The procedure a person names: one that the office offers that day, or the one that is known already, which a merger
-- or a new law may have ended since. Refusal: 422 procedure_not_offered.
create function private.checked_procedure(body jsonb, known text, office text, on_day date) returns text
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_procedure text := private.text_field(body, 'procedure', 'procedure_not_offered');
begin
  if v_procedure is not null and v_procedure is distinct from known
    and not private.is_offered(office, v_procedure, on_day) then
    perform private.refuse(422, 'procedure_not_offered');
  end if;
  return v_procedure;
end;
$$;

-- Null without a device, and at a kiosk, which is one device for everybody. Refusal: 400 device_invalid.
create function private.device_day(body jsonb, origin private.origin, on_day date) returns bigint
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_device text := private.text_field(body, 'device', 'device_invalid');
begin
  if v_device !~ '^[0-9A-Za-z-]{16,64}$' then
    perform private.refuse(400, 'device_invalid');
  end if;
  if v_device is null or origin.counter_code is null
    or (select c.kind = 'kiosk' from private.counters c where c.code = origin.counter_code) then
    return null;
  end if;
  return ('x' || left(encode(sha256(convert_to(concat_ws('|', v_device, origin.counter_code, on_day), 'UTF8')),
    'hex'), 16))::bit(64)::bigint;
end;
$$;
