-- More ratings than people can give: what a release sets aside before it forms batches (too_fast, burst, staff_device).
--
-- Whoever floods a counter must not get honest ratings set aside by it, so only those that look alike are weighed together:
-- without a code of their own, of one counter, one proof and one score. Of them as many stay as the limit allows, drawn by lot: a receipt
-- is made by its sender, who could choose one that comes first. A flood of fives takes
-- nobody's one away, and to silence somebody who gave a one takes as many ones as the limit.
--
-- Nor may anybody count others by it. With sixty ratings of their own at a limit of sixty they would learn whether one more
-- came, and what it said. So the limit of each hour is drawn around its mean, from a secret, by Laplace's distribution: one
-- person more or less changes the chance of any answer by a sixth at most (Dwork et al. 2006, scale 6).

-- What limits are drawn from.
create table private.excess_secret (
  only_one boolean primary key default true check (only_one),
  secret uuid not null
);
insert into private.excess_secret (secret) values (gen_random_uuid());

-- The limit of one window: drawn once and for all around the mean, and no less than a quarter of it.
create function private.drawn_limit(mean numeric, scale numeric, secret uuid, place text) returns numeric
language sql immutable security invoker set search_path = ''
as $$
  select greatest(mean / 4, mean - scale * sign(u) * ln(1 - 2 * abs(u)))
  from (select (private.number_of(secret || '|' || place)::numeric + 0.5) / 18446744073709551616 as u) drawn
$$;

-- The mean limits of an office: those of the rules, or more where it reports more dossiers. A counter may serve three times
-- an average hour of the office's best month of the last four (22 days of 8 hours), an office twice an average day.
create function private.excess_means(office text, rules public.set_aside_rules, on_day date)
returns table (a_minute numeric, an_hour numeric, a_day numeric, unnamed numeric)
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_handled numeric := coalesce((select sum(h.handled) from public.handled_dossiers h
    where h.office_code = office and h.month <= on_day and h.month >= date_trunc('month', on_day) - interval '3 months'
    group by h.month order by 1 desc limit 1), 0);
begin
  return query select rules.kiosk_per_minute::numeric, greatest(rules.counter_per_hour, 3 * v_handled / 22 / 8),
    greatest(rules.office_per_day, 2 * v_handled / 22), rules.unnamed_per_day::numeric;
end;
$$;

-- The windows in which alike ratings are counted: of a counter by the time of the tap, of an office by the day of arrival
-- (step null). A tap's window is one of the ratings that arrived on the same day: a program may invent when it tapped, and a
-- day of arrival is over when the next one begins, so that nothing has to be remembered for longer.
create function private.window_spans() returns table (span text, step interval)
language sql immutable security invoker set search_path = ''
as $$
  values ('minute', interval '1 minute'), ('hour', interval '1 hour'), ('day', null), ('unnamed', null)
$$;

-- What has been released of a window whose day goes on after the release: its limit is one, on both sides of the release.
-- Only of the day of the last release, and gone with the next one. The key is a hash with a secret beside it: what a row is
-- about is not in it.
create table private.released_windows (
  key bigint primary key,
  day date not null,
  n integer not null
);

create function private.window_key(span text, place text, score smallint, trust public.trust, day date, begins timestamptz) returns bigint
language sql stable security invoker set search_path = ''
as $$
  select private.number_of(concat_ws('|', s.secret, span, place, score, trust, day, extract(epoch from begins))) from private.excess_secret s
$$;

-- Which of the ratings that wait without a code of their own are too many. span: minute, hour, day or unnamed. Nearly always no
-- window is crowded, so they are counted first, and ranked only where one is.
create function private.excess_ratings(office text, rules public.set_aside_rules, span text, at timestamptz) returns setof uuid
language sql stable security invoker set search_path = '' set jit = off
as $$
  with waiting as materialized (
    select r.receipt_hash, r.score, r.trust, case when s.step is null then office else r.counter_code end as place,
      (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date as day, date_bin(s.step, coalesce(r.rated_at, r.received_at), 'epoch') as begins
    from private.ratings r join private.window_spans() s on s.span = excess_ratings.span
    where r.office_code = office and r.batch_number is null and r.set_aside is null
      and r.received_at <= at - interval '30 minutes' and r.received_at >= (select private.start_of_day(rules.valid_from))
      and r.trust in ('walk_in', 'on_site') and r.counter_code is not null and (s.span <> 'unnamed' or r.sender is null)
      and (s.span <> 'minute' or r.counter_code in (select c.code from private.counters c where c.kind = 'kiosk'))
  ), means as materialized (
    select case span when 'minute' then e.a_minute when 'hour' then e.an_hour when 'day' then e.a_day else e.unnamed end as mean,
      case when span in ('minute', 'unnamed') then 2 else 6 end as scale, s.secret
    from private.excess_means(office, rules, private.local_day(at)) e cross join private.excess_secret s
  ), counted as (
    select w.place, w.score, w.trust, w.day, w.begins, count(*) as n,
      private.window_key(span, w.place, w.score, w.trust, w.day, w.begins) as key
    from waiting w group by w.place, w.score, w.trust, w.day, w.begins
  ), crowded as (
    select c.*, private.drawn_limit(m.mean, m.scale, m.secret, c.key::text) - coalesce(d.n, 0) as most
    from counted c cross join means m left join private.released_windows d on d.key = c.key
    where c.n + coalesce(d.n, 0) > m.mean / 4
  )
  select ranked.receipt_hash from (
    select w.receipt_hash, c.most, row_number() over (partition by c.key
        order by sha256(uuid_send(s.secret) || uuid_send(w.receipt_hash))) as nth
    from private.excess_secret s cross join waiting w
      join crowded c on (c.place, c.score, c.trust, c.day) = (w.place, w.score, w.trust, w.day) and c.begins is not distinct from w.begins) ranked
  where ranked.nth > ranked.most
$$;

-- Windows whose day is over take nothing more.
create function private.forget_windows(on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  delete from private.released_windows where day < on_day
$$;

-- Before the batches of an office are formed. A browser may have been known as one of staff only after it rated. Somebody may
-- withdraw meanwhile.
create function private.set_excess_aside(office text, at timestamptz) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rules public.set_aside_rules := private.set_aside_rules_on(private.local_day(at));
  v_span text;
begin
  if v_rules.counter_per_hour is null then
    return;
  end if;
  update private.ratings r set set_aside = 'staff_device'
  where r.office_code = office and r.batch_number is null and r.set_aside is null and r.trust in ('walk_in', 'on_site')
    and r.sender in (select d.sender from private.staff_devices d);
  foreach v_span in array array['minute', 'unnamed', 'hour', 'day'] loop
    update private.ratings r set set_aside = case v_span when 'minute' then 'too_fast' else 'burst' end
    where r.receipt_hash in (select private.excess_ratings(office, v_rules, v_span, at))
      and r.batch_number is null and r.set_aside is null;
  end loop;
end;
$$;
