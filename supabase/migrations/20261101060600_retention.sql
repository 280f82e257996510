-- What is deleted at the end of a release. A rating is kept for as long as its author may look it up, and no longer than
-- the setting retention_days says.

-- Deletes ratings older than the retention setting once they are in a batch, set aside or withdrawn; no figure changes
-- by it. Those of a batch go together, by the day of its release. None that an outbox may still send again: only after
-- 31 days is its id refused, and the empty row of a withdrawn rating not needed any more. What waits for company waits
-- on, but for what was asked independently and stayed too little to be published.
create function private.delete_old_ratings(at timestamptz) returns void
language sql volatile security invoker set search_path = ''
as $$
  with kept_until as (
    select max(b.number) as number,
      private.first_uuid_v7(at - make_interval(days => 31 + private.setting('retention_days')::integer)) as sent_until
    from public.batches b where b.voids is null
      and b.released_on <= private.local_day(at) - 31 - private.setting('retention_days')::integer
  ), unproven as (
    delete from private.batch_receipts b using kept_until k where b.batch_number <= k.number
  ), gone as (
    delete from private.ratings r
    where r.batch_number <= (select k.number from kept_until k)
      or (r.set_aside is not null or r.control_of < (select private.local_day(at)) - interval '6 months')
        and r.id < (select k.sent_until from kept_until k)
    returning r.receipt_hash, r.office_code, case when not r.set_aside_counted and r.control_of is null then r.set_aside end as uncounted
  ), remembered as (
    insert into private.set_aside_archive as f
    select office_code, uncounted, count(*) from gone where uncounted is not null group by 1, 2
    on conflict (office_code, reason) do update set n = f.n + excluded.n
  ), unwritten as (
    delete from private.comments c using gone where c.receipt_hash = gone.receipt_hash returning c.id
  ), told as (
    update public.comments c set is_forgotten = true from unwritten u where c.id = u.id
  )
  delete from private.replies r using gone where r.receipt_hash = gone.receipt_hash
$$;
