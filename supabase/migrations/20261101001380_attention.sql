-- What an office should look at first, for its home page and the weekly mail. Nothing here moves with a single rating:
-- comments come with their batch, figures are published ones, and counters are counted once a week.

-- When a kiosk last said that it is on, to the hour. It says nothing else.
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
-- list from one day to the next would tell its officer who has just rated.
create table private.quiet_counters (
  counter_code text primary key references private.counters
);
create table private.counted_weeks (
  only_one boolean primary key default true check (only_one),
  monday date not null
);

create function private.count_quiet_counters(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_monday date := date_trunc('week', on_day)::date;
  v_end timestamptz := v_monday::timestamp at time zone 'Asia/Ho_Chi_Minh';
begin
  if exists (select from private.counted_weeks w where w.monday >= v_monday) then
    return;
  end if;
  insert into private.counted_weeks (monday) values (v_monday) on conflict (only_one) do update set monday = v_monday;
  delete from private.quiet_counters;
  insert into private.quiet_counters
  select c.code
  from private.counters c left join (
    select r.counter_code as code, count(*) as n from private.ratings r
    where r.id >= private.first_uuid_v7(v_end - interval '28 days') and r.id < private.first_uuid_v7(v_end)
    group by 1
  ) given using (code)
  where c.retired_on is null and c.kind in ('poster', 'kiosk') and private.office_at(c, on_day) = c.office_code
    and coalesce(given.n, 0) < private.setting('min_batch')::integer;
end;
$$;

-- The last quarter that is over, as its first and last month.
create function private.last_quarter(on_day date, out first_month date, out last_month date)
language sql immutable security invoker set search_path = ''
as $$
  select (date_trunc('quarter', on_day) - interval '3 months')::date, (date_trunc('quarter', on_day) - interval '1 month')::date
$$;

-- Of an office and everything below it: comments {open, overdue, oldest_on, due: [{released_on, due_on, n}]};
-- quiet_counters and silent_kiosks [{code, name, office, office_code}]; below_target [{kind: procedure or office, key,
-- label, n, rate, low, high}] surely below it in the last quarter that is over; unreported {month, offices: [{code,
-- name}]} of the last month; quarter [first month, last month].
create function private.attention(office text, on_day date) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with here as (
    select b.code, o.name, o.desk is not null and (o.closed_on is null or o.closed_on >= on_day) as serves
    from private.office_and_below(attention.office) b (code) join public.offices o using (code)
  ), open_comments as (
    select c.released_on from public.comments c
    where c.handled_at is null and not c.is_forgotten and c.office_code in (select code from here)
  ), counters as (
    select c.*, h.name as office_name from private.counters c join here h on h.code = c.office_code where c.retired_on is null
  ), quarter as (
    select * from private.last_quarter(on_day)
  ), last_month as (
    select (date_trunc('month', on_day) - interval '1 month')::date as month
  )
  select jsonb_build_object(
    'comments', (select jsonb_build_object('open', count(*), 'oldest_on', min(released_on), 'overdue',
      count(*) filter (where private.answer_due(released_on) < on_day),
      'due', (select coalesce(jsonb_agg(jsonb_build_object('released_on', d.released_on,
        'due_on', private.answer_due(d.released_on), 'n', d.n) order by d.released_on), '[]') from (select released_on, count(*) as n from open_comments group by 1) d))
      from open_comments),
    'quiet_counters', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'office', c.office_name,
      'office_code', c.office_code) order by c.office_name, c.name), '[]')
      from counters c join private.quiet_counters q on q.counter_code = c.code),
    'silent_kiosks', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'office', c.office_name,
      'office_code', c.office_code) order by c.office_name, c.name), '[]')
      from counters c left join private.kiosks k on k.counter_code = c.code
      where c.kind = 'kiosk' and coalesce(k.alive_at, '-infinity') < now() - interval '24 hours'),
    'below_target', (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'key', key, 'label', label, 'n', n, 'rate', rate,
      'low', low, 'high', high) order by kind, label), '[]') from (
        select 'procedure' as kind, s.* from quarter q, public.satisfaction('procedure', office => attention.office,
          from_month => q.first_month, to_month => q.last_month) s where s.key is not null
        union all
        select 'office', s.* from quarter q, public.satisfaction('office', office => attention.office,
          from_month => q.first_month, to_month => q.last_month) s
      ) f where f.verdict = 'not_met'),
    'quarter', (select jsonb_build_array(to_char(first_month, 'YYYY-MM'), to_char(last_month, 'YYYY-MM')) from quarter),
    'unreported', (select jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'offices',
      (select coalesce(jsonb_agg(jsonb_build_object('code', h.code, 'name', h.name) order by h.name), '[]') from here h
       where h.serves and not exists (select from public.handled_dossiers d where d.office_code = h.code and d.month = m.month)))
      from last_month m))
$$;

-- Refusals: 401, 403, 404 office_unknown.
create function public.staff_home(office text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_role(office, array['coordinator', 'head', 'clerk', 'auditor']);
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  end if;
  return private.attention(office, private.local_day(now()));
end;
$$;
grant execute on function public.staff_home(text) to authenticated, service_role;

-- Who has had the mail of which week: a program that is run once more writes to nobody twice.
create table private.digests (
  email text primary key,
  sent_on date not null
);

-- For the program that sends the weekly mail: one row a membership of a coordinator or head who has had none this week.
create function public.weekly_digest() returns table (email text, office text, name text, role text, attention jsonb)
language sql stable security definer set search_path = ''
as $$
  select m.email, m.office_code, o.name, m.role, private.attention(m.office_code, private.local_day(now()))
  from public.members m join public.offices o on o.code = m.office_code
  where m.ended_at is null and m.role in ('coordinator', 'head') and private.is_administrator()
    and not exists (select from private.digests d where d.email = m.email
      and d.sent_on >= date_trunc('week', private.local_day(now()))::date)
  order by m.email, o.name
$$;
grant execute on function public.weekly_digest() to service_role;

-- The program says that a mail is on its way.
create function public.digest_sent(email text) returns void
language sql volatile security definer set search_path = ''
as $$
  insert into private.digests values (digest_sent.email, private.local_day(now()))
  on conflict (email) do update set sent_on = excluded.sent_on
$$;
grant execute on function public.digest_sent(text) to service_role;
