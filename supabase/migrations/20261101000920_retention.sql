-- What the end of a release does: it counts again what is told only then, and forgets what was kept long enough.

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
create table private.forgotten_set_aside (
  office_code text not null,
  reason text not null,
  n integer not null,
  primary key (office_code, reason)
);

create function private.recount() returns void
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
      select * from private.forgotten_set_aside
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

-- Deletes ratings older than the retention setting once they are in a batch, set aside or withdrawn; no figure changes
-- by it. None that an outbox may still send again: only after 31 days is its id refused, and the empty row of a
-- withdrawn rating not needed any more. What waits for company waits on.
create function private.forget_old_ratings(at timestamptz) returns void
language sql volatile security invoker set search_path = ''
as $$
  with gone as (
    delete from private.ratings where (batch_number is not null or set_aside is not null)
      and id < private.first_uuid_v7(at - make_interval(days => 31 + private.setting('retention_days')::integer))
    returning id, office_code, set_aside
  ), remembered as (
    insert into private.forgotten_set_aside as f
    select office_code, set_aside, count(*) from gone where set_aside is not null group by 1, 2
    on conflict (office_code, reason) do update set n = f.n + excluded.n
  ), unwritten as (
    delete from private.comments c using gone where c.rating_id = gone.id returning c.id
  ), told as (
    update public.comments c set is_forgotten = true from unwritten u where c.id = u.id
  )
  delete from private.replies r using gone where r.rating_id = gone.id
$$;
