-- Which counters are quiet and which kiosks silent. Counters are counted once a week, so that the list does not move with
-- a single rating.

-- When a kiosk last reported that it is on, to the hour. It reports nothing else.
create table private.kiosks (
  counter_code text primary key references private.counters,
  alive_at timestamptz not null
);

-- A kiosk that is on. Refusals: those of counter_page.
create function public.kiosk_here(code text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_counter private.counters := private.counter_by_code(code);
begin
  if v_counter.kind = 'kiosk' then
    insert into private.kiosks as k values (v_counter.code, date_trunc('hour', now()))
    on conflict (counter_code) do update set alive_at = excluded.alive_at where k.alive_at <> excluded.alive_at;
  end if;
end;
$$;
grant execute on function public.kiosk_here(text) to anon, authenticated;

-- Counters with fewer ratings in four whole weeks than a batch has. Counted anew every Monday: a counter that left the
-- list from one day to the next would reveal to its officer who has just rated.
create table private.low_traffic_counters (
  counter_code text primary key references private.counters
);
create table private.counted_weeks (
  only_one boolean primary key default true check (only_one),
  monday date not null
);

-- How many ratings of each week came by a counter and are in batches, which forget it.
create table private.counter_weeks (
  counter_code text not null,
  monday date not null,
  n integer not null,
  primary key (counter_code, monday)
);

create function private.count_low_traffic_counters(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_monday date := date_trunc('week', on_day)::date;
  v_end timestamptz := private.start_of_day(v_monday);
begin
  if exists (select from private.counted_weeks w where w.monday >= v_monday) then
    return;
  end if;
  insert into private.counted_weeks (monday) values (v_monday) on conflict (only_one) do update set monday = v_monday;
  delete from private.low_traffic_counters;
  delete from private.counter_weeks w where w.monday < v_monday - 28;
  insert into private.low_traffic_counters
  select c.code
  from private.counters c left join (
    select every.code, sum(every.n) as n from (
      select w.counter_code as code, w.n from private.counter_weeks w
      where w.monday >= v_monday - 28 and w.monday < v_monday
      union all
      select r.counter_code, 1 from private.ratings r
      where r.batch_number is null and r.received_at >= v_end - interval '28 days' and r.received_at < v_end
    ) every group by 1
  ) given using (code)
  where c.retired_on is null and c.kind in ('poster', 'kiosk') and private.office_of_counter(c, on_day) = c.office_code
    and coalesce(given.n, 0) < private.setting('min_batch')::integer;
end;
$$;
