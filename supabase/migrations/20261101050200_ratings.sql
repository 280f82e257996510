-- One row for one person's answer. Nobody reads it through the API, staff included: it waits here until it can
-- disappear among at least k others.
--
-- What is missing, and why: no name, no address, no telephone, no user agent; no dossier code, which is public and
-- sequential; no officer. Not the language, although it is sent: few people read Khmer at one desk. No foreign
-- keys: every submission would lock the same counter's row; the function checks instead, and offices, procedures
-- and counters are closed, never deleted.

--
-- A rating that enters a batch is written anew, in an order that says nothing, and keeps only what its batch names and
-- what its author may look up by the receipt: no id (a UUID v7 holds the instant of the tap), no time, no device, no
-- counter, and no procedure, channel, trust or office finer than the batch's. Nothing that is left leads to a visit
-- code, to a device or to the order in which people came.

create table private.ratings (
  receipt_hash uuid primary key,
  id uuid unique,
  received_at timestamptz,
  rated_at timestamptz,
  -- The same for all that one device sends to one office in a quarter, and for what cannot be told apart: see
  -- private.sender. Rows with the same one count as one person.
  sender bigint,
  batch_number integer,
  score smallint check (score between 1 and 5),
  channel public.service_channel,
  trust public.trust,
  office_code text not null,
  procedure_code text,
  counter_code text,
  -- The first day of the quarter that somebody independent asks about: such ratings wait for one another, and for no rung of the
  -- ladder (private.release_control).
  control_of date,
  set_aside text check (set_aside in ('withdrawn', 'device_repeat', 'staff_device', 'outside_hours', 'too_fast', 'burst')),
  -- Whether the published totals of what was set aside hold it.
  set_aside_counted boolean not null default false,
  details jsonb,
  check (score is not null or set_aside = 'withdrawn'),
  check (batch_number is null or set_aside is null),
  check ((control_of is not null) = (trust = 'control' and batch_number is null)),
  constraint "waiting: all is known; in a batch: nothing that its batch does not name" check (
    case when batch_number is null then id is not null and received_at is not null and channel is not null
      and trust is not null
    else id is null and received_at is null and rated_at is null and sender is null and counter_code is null end)
);
create index ratings_waiting on private.ratings (office_code) where batch_number is null and set_aside is null;
create index ratings_sender on private.ratings (sender) where sender is not null;

-- What the holder of a receipt may know. state: waiting, counted (batch: {number, released_on, voided: {reason, on} when
-- the whole batch was found wrong later}), set_aside (reason) or withdrawn. score, procedure and details are the
-- person's own. reply: {text, replied_on, score}.
create function private.rating_state(rating private.ratings) returns jsonb
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
      from private.replies r where r.receipt_hash = rating.receipt_hash),
    'correctable', rating.batch_number is null and rating.set_aside is distinct from 'withdrawn'
  );
end;
$$;
