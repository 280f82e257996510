-- What is counted only at the end of a release: how many ratings wait at each office, and how many were set aside and why.

-- What is counted only at releases: how many wait at each office, and how many were set aside and why. Rounded up
-- to tens, so that one more rating rarely shows.
create table public.set_aside_totals (
  office_code text not null references public.offices,
  reason text not null,
  n integer not null check (n > 0 and n % 10 = 0),
  primary key (office_code, reason)
);
alter table public.set_aside_totals enable row level security;
create policy "anyone reads what was set aside" on public.set_aside_totals
  for select to anon, authenticated using (true);
grant select on public.set_aside_totals to anon, authenticated;

-- Those set aside whose rows have been deleted since: the totals count them for ever.
create table private.set_aside_archive (
  office_code text not null,
  reason text not null,
  n integer not null,
  primary key (office_code, reason)
);

create function private.recount_waiting() returns void
language sql volatile security invoker set search_path = ''
as $$
  update public.offices o set waiting = w.waiting
  from (
    select o.code, ceil(count(r.id) / 10.0)::integer * 10 as waiting
    from public.offices o left join private.ratings r
      on r.office_code = o.code and r.batch_number is null and r.set_aside is null
    group by o.code
  ) w
  where w.code = o.code and o.waiting <> w.waiting;
  with counted as (
    select office_code, reason, ceil(sum(n) / 10.0)::integer * 10 as n
    from (
      select office_code, set_aside as reason, count(*) as n
      from private.ratings where set_aside is not null group by 1, 2
      union all
      select * from private.set_aside_archive
    ) every
    group by 1, 2
  ), emptied as (
    delete from public.set_aside_totals t
    where not exists (select from counted c where c.office_code = t.office_code and c.reason = t.reason)
  )
  insert into public.set_aside_totals (office_code, reason, n) select * from counted
  on conflict (office_code, reason) do update set n = excluded.n;
$$;
create index ratings_set_aside on private.ratings (office_code, set_aside) where set_aside is not null;
