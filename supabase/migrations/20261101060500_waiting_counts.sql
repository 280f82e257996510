-- How many ratings wait at each office, and how many were set aside and why. Both are counted when a release ends, and the
-- published number moves only when at least k people came or went since it last moved: no number that anyone can read
-- moves by what one person does, however well the others are known. Of those who wait it shows whole tens.

-- The people who waited when the published number last moved.
create table private.waiting_people (
  office_code text primary key references public.offices,
  people integer not null
);

create table public.set_aside_totals (
  office_code text not null references public.offices,
  -- The first day of the quarter in which the number moved: as batches, these have the date of their release alone.
  quarter date not null default date_trunc('quarter', private.local_day(now()))::date
    check (quarter = date_trunc('quarter', quarter)::date),
  reason text not null,
  n integer not null check (n > 0),
  primary key (office_code, quarter, reason)
);
alter table public.set_aside_totals enable row level security;
create policy "anyone reads what was set aside" on public.set_aside_totals
  for select to anon, authenticated using (true);
grant select on public.set_aside_totals to anon, authenticated;

-- Those set aside whose rows were deleted before they were k.
create table private.set_aside_archive (
  office_code text not null,
  reason text not null,
  n integer not null,
  primary key (office_code, reason)
);

-- How many people sent these: a device or a kiosk's share of a day is one, and so are all that name no device; every
-- one-time code is one.
create function private.person(rating private.ratings) returns bigint
language sql immutable security invoker set search_path = ''
as $$
  select coalesce(rating.sender, case when rating.trust in ('visit', 'control')
    then hashtextextended(rating.receipt_hash::text, 0) else 0 end)
$$;

create function private.recount_waiting(on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  with moved as (
    insert into private.waiting_people as p (office_code, people)
    select o.code, count(distinct private.person(r)) filter (where r.receipt_hash is not null)
    from public.offices o left join private.ratings r
      on r.office_code = o.code and r.batch_number is null and r.set_aside is null and r.control_of is null
    group by o.code
    on conflict (office_code) do update set people = excluded.people
    where abs(p.people - excluded.people) >= private.setting('min_batch')::integer
    returning p.office_code, p.people
  )
  update public.offices o set waiting = m.people / 10 * 10 from moved m
  where m.office_code = o.code and o.waiting <> m.people / 10 * 10;

  with uncounted as (
    select office_code, set_aside as reason, sum(n) as n, sum(people) as people from (
      select r.office_code, r.set_aside, count(*) as n, count(distinct private.person(r)) as people
      from private.ratings r where r.set_aside is not null and not r.set_aside_counted and r.control_of is null group by 1, 2
      union all
      select a.office_code, a.reason, a.n, a.n from private.set_aside_archive a
    ) every group by 1, 2 having sum(people) >= private.setting('min_batch')::integer
  ), counted as (
    update private.ratings r set set_aside_counted = true, sender = null from uncounted u
    where r.office_code = u.office_code and r.set_aside = u.reason and not r.set_aside_counted and r.control_of is null
  ), taken as (
    delete from private.set_aside_archive a using uncounted u
    where a.office_code = u.office_code and a.reason = u.reason
  )
  insert into public.set_aside_totals as t (office_code, quarter, reason, n)
  select office_code, date_trunc('quarter', on_day)::date, reason, n from uncounted
  on conflict (office_code, quarter, reason) do update set n = t.n + excluded.n;
$$;
create index ratings_set_aside on private.ratings (office_code, set_aside)
  where set_aside is not null and not set_aside_counted;
