-- For how much of its opening hours the kiosks of an office could be used: a kiosk that is off at the busiest hour, or when
-- somebody angry comes, stands out. A paired kiosk says in which hours it was on, signed with its key, also afterwards
-- when it had no signal. Nothing here is about a rating.

-- The hours in which a kiosk was on, until their month is published.
create table private.kiosk_hours (
  counter_code text not null references private.counters,
  hour timestamptz not null check (hour = date_trunc('hour', hour)),
  primary key (counter_code, hour)
);

create table public.kiosk_uptime (
  office_code text not null references public.offices,
  -- The first day of the month.
  month date not null check (month = date_trunc('month', month)::date),
  kiosks integer not null check (kiosks > 0),
  open_hours integer not null check (open_hours > 0),
  usable_hours integer not null check (usable_hours between 0 and open_hours),
  primary key (office_code, month)
);
alter table public.kiosk_uptime enable row level security;
create policy "anyone reads for how long kiosks could be used" on public.kiosk_uptime for select to anon, authenticated using (true);
grant select on public.kiosk_uptime to anon, authenticated;

-- Whether an office is open in an hour: on working days from seven to five. What an office writes about its opening hours is
-- for people to read.
create function private.is_open_hour(office text, at timestamptz) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select extract(hour from at at time zone 'Asia/Ho_Chi_Minh') between 7 and 16 and private.is_working_day(private.local_day(at))
$$;

-- The hours that a device reports, as instants: whole hours since 1970, of the last 31 days. Refusal: 400 body_invalid.
create function private.reported_hours(body jsonb) returns timestamptz[]
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if jsonb_typeof(body -> 'hours') is distinct from 'array' or jsonb_array_length(body -> 'hours') > 744
    or exists (select from jsonb_array_elements(body -> 'hours') h where h::text !~ '^[0-9]{6}$') then
    perform private.refuse(400, 'body_invalid');
  end if;
  return array(select distinct i from jsonb_array_elements_text(body -> 'hours') h, to_timestamp(h::bigint * 3600) i
    where i between now() - interval '31 days' and now() + interval '10 minutes');
end;
$$;

-- From a paired device, every few minutes: {hours: in which it was on and has not said so, place: its signature over them}.
-- Answers with {paired, now}: paired false when the device was revoked or its key is lost. Refusals: those of the body.
create function public.device_here(json) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body($1, array['hours', 'place']);
  v_hours timestamptz[] := private.reported_hours(v_body);
  v_device private.counter_devices := private.signing_device(v_body ->> 'place', 'here|' || coalesce((
    select string_agg(h, ',' order by n) from jsonb_array_elements_text(v_body -> 'hours') with ordinality l (h, n)), ''));
begin
  if v_device.id is not null then
    update private.counter_device_keys k set alive_at = date_trunc('hour', now())
    where k.device_id = v_device.id and k.alive_at is distinct from date_trunc('hour', now());
  end if;
  if v_device.kind = 'kiosk' then
    perform public.kiosk_here(v_device.counter_code);
    insert into private.kiosk_hours (counter_code, hour) select v_device.counter_code, h from unnest(v_hours) h
    on conflict do nothing;
  end if;
  return jsonb_build_object('paired', v_device.id is not null, 'now', now());
end;
$$;
grant execute on function public.device_here(json) to anon, authenticated;

-- Publishes the month that has been over for a week, once, at the end of a release: a kiosk that had no signal has reported
-- by then. From the day on which a kiosk was paired first, and until it was revoked last or its counter retired.
create function private.publish_kiosk_uptime(on_day date) returns void
language plpgsql volatile security invoker set search_path = '' set jit = off
as $$
declare
  v_month date := (date_trunc('month', on_day - 7) - interval '1 month')::date;
  v_end date := (v_month + interval '1 month')::date;
begin
  if exists (select from public.kiosk_uptime u where u.month >= v_month) then
    return;
  end if;
  insert into public.kiosk_uptime (office_code, month, kiosks, open_hours, usable_hours)
  with kiosks as (
    select c.code, private.managing_office(c) as office, min(d.paired_on) as since,
      least(c.retired_on, case when bool_and(d.revoked_on is not null) then max(d.revoked_on) end) as until
    from private.counters c join private.counter_devices d on d.counter_code = c.code and d.kind = 'kiosk'
    where c.kind = 'kiosk' group by c.code
  ), hours as (
    select k.code, k.office, h.hour from kiosks k,
      generate_series(private.start_of_day(greatest(k.since, v_month)),
        private.start_of_day(least(k.until, v_end)) - interval '1 hour', interval '1 hour') h (hour)
    where private.is_open_hour(k.office, h.hour)
  )
  select h.office, v_month, count(distinct h.code), count(*), count(r.hour)
  from hours h left join private.kiosk_hours r on r.counter_code = h.code and r.hour = h.hour
  group by h.office;
  delete from private.kiosk_hours r where r.hour < private.start_of_day(v_end);
end;
$$;

insert into private.open_data_files (file, source, title, is_released, ordering, condition, primary_key, columns) values
  ('kiosk_uptime', 'public.kiosk_uptime', 'For how many of their opening hours kiosks could be used', true,
    'r.office_code, r.month', 'true', '["office_code", "month"]', '[{"name": "office_code", "type": "string"},
      {"name": "month", "type": "date"}, {"name": "kiosks", "type": "integer", "unit": "kiosks"},
      {"name": "open_hours", "type": "integer", "unit": "hours"},
      {"name": "usable_hours", "type": "integer", "unit": "hours"}]');
