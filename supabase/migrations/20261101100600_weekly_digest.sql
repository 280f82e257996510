-- The weekly mail to those who answer for an office: what it says, and who has had it.

-- Who has had the mail of which week: a program that is run once more writes to nobody twice.
create table private.sent_digests (
  email text primary key,
  sent_on date not null
);

-- For the program that sends the weekly mail: one row a membership of a coordinator or head who has had none this week.
create function public.weekly_digest() returns table (email text, office text, name text, role text, attention jsonb)
language sql stable security definer set search_path = ''
as $$
  select m.email, m.office_code, o.name, m.role, private.staff_home_of(m.office_code, private.local_day(now()),
    case when a.with_descendants then array(select private.office_with_descendants(m.office_code)) else array[m.office_code] end)
  from public.members m join public.offices o on o.code = m.office_code
    join private.role_capabilities r on r.role = m.role and r.capability = 'receive_digest'
    join private.roles a on a.role = m.role
  where m.ended_at is null and private.is_administrator()
    and not exists (select from private.sent_digests d where d.email = m.email
      and d.sent_on >= date_trunc('week', private.local_day(now()))::date)
  order by m.email, o.name
$$;
grant execute on function public.weekly_digest() to service_role;

-- The program reports that a mail is on its way.
create function public.digest_sent(email text) returns void
language sql volatile security definer set search_path = ''
as $$
  insert into private.sent_digests values (digest_sent.email, private.local_day(now()))
  on conflict (email) do update set sent_on = excluded.sent_on
$$;
grant execute on function public.digest_sent(text) to service_role;
