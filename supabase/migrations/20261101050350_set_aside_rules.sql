-- Which ratings are kept and not counted. The rules are fixed before the period in which they hold, have a version, and are
-- applied by the database alone: nobody sets a rating aside by hand. They weigh whatever no person stands behind: a visit code
-- has proven its dossier already, and a control rating was asked for. Proof of the place says nothing of how many people came.
--
-- What depends on the sender alone is said at once, on the receipt: a device that was there before, one that staff sign in
-- with, an hour at which nobody serves. What depends on others is decided by a release (see excess_ratings).

-- A limit that is null is no rule of that version.
create table public.set_aside_rules (
  version integer primary key check (version > 0),
  -- The first day on which a rating is taken by them.
  valid_from date not null,
  -- device_repeat: how many ratings of one device count, at one counter in a day and at one office in a quarter.
  device_per_counter_day integer,
  device_per_office_quarter integer,
  -- outside_hours: local hours of a working day between which a desk may be rated, with an hour's grace in them.
  opens_at time,
  closes_at time,
  -- staff_device: whether a browser that somebody signs in with counts at the offices that the person works for.
  staff_devices boolean not null,
  -- too_fast: the most alike ratings (of the same score) that a kiosk takes in a minute.
  kiosk_per_minute integer,
  -- burst: the most alike ratings that a counter takes in an hour and an office in a day; more where more dossiers are
  -- reported. unnamed_per_day: of those that name no device.
  counter_per_hour integer,
  office_per_day integer,
  unnamed_per_day integer,
  check ((opens_at is null) = (closes_at is null)),
  check (num_nulls(kiosk_per_minute, counter_per_hour, office_per_day, unnamed_per_day) in (0, 4))
);
alter table public.set_aside_rules enable row level security;
create policy "anyone reads the rules by which ratings are set aside" on public.set_aside_rules
  for select to anon, authenticated using (true);
grant select on public.set_aside_rules to anon, authenticated;

-- The second version holds from the first day of the next month after it came to an installation, as every change of a
-- rule does: nobody's rating is judged by a rule that did not stand when the month began.
insert into public.set_aside_rules (version, valid_from, device_per_counter_day, device_per_office_quarter, opens_at,
  closes_at, staff_devices, kiosk_per_minute, counter_per_hour, office_per_day, unnamed_per_day) values
  (1, '2025-01-01', 2, null, null, null, false, null, null, null, null),
  (2, (date_trunc('month', private.local_day(now())) + interval '1 month')::date, 2, 2, '06:00', '18:00', true, 12, 60,
    120, 10);

create function private.set_aside_rules_on(day date) returns public.set_aside_rules
language sql stable security invoker set search_path = ''
as $$
  select r.* from public.set_aside_rules r where r.valid_from <= day order by r.valid_from desc, r.version desc limit 1
$$;

-- How many ratings a device sent to an office in a quarter. Batches forget their senders, so this is counted beside them,
-- and leads to none of them: a row is written by another transaction than the batch, and says neither when nor what.
create table private.device_counts (
  sender bigint primary key,
  quarter date not null,
  n integer not null
);

-- Browsers in which somebody has signed in, as private.sender knows them at the offices that the person works for. Not
-- whose they are.
create table private.staff_devices (
  sender bigint primary key,
  quarter date not null
);

-- Counts a rating of a device at an office, as long as there are fewer than the limit in this quarter; else null.
create function private.count_device(sender bigint, most integer, on_day date) returns integer
language sql volatile security invoker set search_path = ''
as $$
  insert into private.device_counts as c values (sender, date_trunc('quarter', on_day)::date, 1)
  on conflict on constraint device_counts_pkey do update set n = c.n + 1 where c.n < most
  returning n
$$;

-- Whether desks may be rated at an instant: on a working day within the hours of the rules, or in the further hours that
-- the office has made known (public.offices.further_hours).
create function private.is_open_at(office text, rules public.set_aside_rules, at timestamptz) returns boolean
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_local timestamp := at at time zone 'Asia/Ho_Chi_Minh';
begin
  return private.is_working_day(v_local::date) and v_local::time between rules.opens_at and rules.closes_at
    or exists (select from public.offices o cross join private.opening_times(o.further_hours) t
      where o.code = office and t.weekday = extract(isodow from v_local)
        and v_local::time between t.opens and t.closes);
end;
$$;

-- Why a rating is set aside when it arrives; null when nothing speaks against it so far. An offline rating is judged by the
-- moment of the tap, as far as the phone's clock can be believed (private.checked_rated_at).
create function private.reason_on_arrival(sender bigint, origin private.rating_origin, rated_at timestamptz, at timestamptz)
returns text
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_day date := private.local_day(at);
  v_rules public.set_aside_rules := private.set_aside_rules_on(v_day);
begin
  if origin.trust in ('visit', 'control') then
    return null;
  elsif v_rules.staff_devices and exists (select from private.staff_devices d where d.sender = reason_on_arrival.sender) then
    return 'staff_device';
  elsif private.is_device_repeat(sender, origin, v_day) then
    return 'device_repeat';
  elsif v_rules.opens_at is not null and not private.is_open_at(origin.office_code, v_rules, coalesce(rated_at, at))
    and exists (select from private.counters c where c.code = origin.counter_code and c.kind in ('poster', 'kiosk')) then
    return 'outside_hours';
  end if;
  return null;
end;
$$;

-- A rating that is stored, and so known to be a new one: its device is counted, and it is set aside when it is one too many.
create function private.judge_device(rating private.ratings, on_day date) returns private.ratings
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_limit integer := (private.set_aside_rules_on(on_day)).device_per_office_quarter;
begin
  if v_limit is null or rating.trust in ('visit', 'control') or rating.sender is null or rating.set_aside is not null
    or private.is_of_paired_kiosk(row(rating.office_code, null, rating.counter_code, rating.channel, rating.trust, null)::private.rating_origin)
    or private.count_device(rating.sender, v_limit, on_day) is not null then
    return rating;
  end if;
  rating.set_aside := 'device_repeat';
  update private.ratings r set set_aside = rating.set_aside where r.receipt_hash = rating.receipt_hash;
  return rating;
end;
$$;

-- What is known of devices goes with its quarter.
create function private.forget_devices(on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  delete from private.device_counts where quarter < date_trunc('quarter', on_day);
  delete from private.staff_devices where quarter < date_trunc('quarter', on_day);
$$;
