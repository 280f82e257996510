-- More ratings than people can give: what a release sets aside before it forms batches (too_fast, burst).
--
-- Whoever floods a counter must not get honest ratings set aside by it, so only those that look alike are weighed together:
-- unproven, of one counter and of one score. Of them as many stay as the limit allows, whichever. A flood of fives takes
-- nobody's one away, and to silence somebody who gave a one takes as many ones as the limit.
--
-- Nor may anybody count others by it. With sixty ratings of their own at a limit of sixty they would learn whether one more
-- came, and what it said. So the limit of each hour is drawn around its mean, from a secret, by Laplace's distribution: one
-- person more or less changes the chance of any answer by a tenth at most (Dwork et al. 2006, scale 10).

-- What limits are drawn from.
create table private.excess_secret (
  only_one boolean primary key default true check (only_one),
  secret uuid not null
);
insert into private.excess_secret (secret) values (gen_random_uuid());

-- The limit of one window: drawn once and for all around the mean, and no less than half of it.
create function private.drawn_limit(mean numeric, scale numeric, secret uuid, place text) returns numeric
language sql immutable security invoker set search_path = ''
as $$
  select greatest(mean / 2, mean - scale * sign(u) * ln(1 - 2 * abs(u)))
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

-- Which of the ratings that wait unproven are too many. window: minute, hour, day or unnamed. The minute and the hour are
-- those of the tap, the days those of arrival: a program may invent when it tapped.
create function private.excess_ratings(office text, rules public.set_aside_rules, kind text, at timestamptz) returns setof uuid
language sql stable security invoker set search_path = '' set jit = off
as $$
  with waiting as (
    select r.receipt_hash, r.score, r.sender, r.received_at, coalesce(r.rated_at, r.received_at) as made,
      case when kind in ('minute', 'hour') then r.counter_code else office end as place
    from private.releasable_ratings(office, at) r
    where r.trust = 'walk_in' and r.counter_code is not null and r.received_at >= private.start_of_day(rules.valid_from)
      and (kind <> 'minute' or private.is_kiosk(r.counter_code)) and (kind <> 'unnamed' or r.sender is null)
  ), placed as (
    select w.receipt_hash, concat_ws('|', kind, w.place, w.score, case kind
      when 'minute' then date_trunc('minute', w.made) when 'hour' then date_trunc('hour', w.made)
      else private.start_of_day(private.local_day(w.received_at)) end) as place
    from waiting w
  ), crowded as (
    select p.place, private.drawn_limit(m.mean, m.scale, s.secret, p.place) as most
    from placed p cross join private.excess_secret s cross join lateral (
      select case kind when 'minute' then e.a_minute when 'hour' then e.an_hour when 'day' then e.a_day else e.unnamed end as mean,
        case kind when 'minute' then 2 when 'unnamed' then 2 else 10 end as scale
      from private.excess_means(office, rules, private.local_day(at)) e) m
    group by p.place, m.mean, m.scale, s.secret having count(*) > m.mean / 2
  )
  select ranked.receipt_hash from (
    select p.receipt_hash, c.most, row_number() over (partition by p.place order by p.receipt_hash) as nth
    from placed p join crowded c using (place)) ranked
  where ranked.nth > ranked.most
$$;

-- Before the batches of an office are formed. Somebody may withdraw meanwhile.
create function private.set_excess_aside(office text, at timestamptz) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rules public.set_aside_rules := private.set_aside_rules_on(private.local_day(at));
  v_kind text;
begin
  if v_rules.counter_per_hour is null then
    return;
  end if;
  foreach v_kind in array array['minute', 'unnamed', 'hour', 'day'] loop
    update private.ratings r set set_aside = case v_kind when 'minute' then 'too_fast' else 'burst' end
    where r.receipt_hash in (select private.excess_ratings(office, v_rules, v_kind, at))
      and r.batch_number is null and r.set_aside is null;
  end loop;
end;
$$;
