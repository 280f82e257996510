-- Ratings that are refused because of their code: one that is spent, one that is retired or has expired, one that nobody made. They
-- are no ratings and are not kept; how many there were is, because a code that is tried again and again says that somebody
-- collects slips or guesses.
--
-- A try says what the person at it knows already, and nothing of anybody's answer: not even the code is kept. What could be
-- found out by counting is that somebody else tried one, too: so a quarter's tries are published once, when it is over, by
-- office and reason, in whole tens.

-- The quarter that goes on, and those that were not published yet. office_code: '' for a code that no office made.
create table private.refused_tries_counted (
  quarter date not null,
  office_code text not null,
  reason text not null,
  n integer not null,
  primary key (quarter, office_code, reason)
);

create table public.refused_tries (
  -- Null for codes that no office made.
  office_code text references public.offices,
  -- The first day of the quarter.
  quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
  reason text not null check (reason in ('spent_code', 'retired_code', 'foreign_code')),
  n integer not null check (n > 0 and n % 10 = 0),
  id bigint generated always as identity primary key,
  unique nulls not distinct (office_code, quarter, reason)
);
alter table public.refused_tries enable row level security;
create policy "anyone reads how many tries were refused" on public.refused_tries for select to anon, authenticated using (true);
grant select on public.refused_tries to anon, authenticated;

-- Why a refusal counts as a try, by its key; null where it is about something else.
create function private.refused_try(key text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case when key = 'visit_spent' then 'spent_code' when key in ('visit_expired', 'counter_retired') then 'retired_code'
    when key in ('visit_unknown', 'counter_unknown') then 'foreign_code' end
$$;

-- Counts one. The office is the one that the code is of, also when it does no work any more.
create function private.count_refused_try(body json, reason text, on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  insert into private.refused_tries_counted as t (quarter, office_code, reason, n)
  select date_trunc('quarter', on_day)::date, coalesce(case when body ->> 'visit' is not null
      then (select v.office_code from private.visit_codes v where v.code_hash = private.short_hash(private.crockford(body ->> 'visit')))
      else (select c.office_code from private.counters c where c.code = private.crockford(body ->> 'counter')) end, ''), reason, 1
  on conflict (quarter, office_code, reason) do update set n = t.n + 1
$$;

-- At the end of a release: the quarters that are over.
create function private.publish_refused_tries(on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  with ended as (
    delete from private.refused_tries_counted t where t.quarter < date_trunc('quarter', on_day) returning *
  )
  insert into public.refused_tries (office_code, quarter, reason, n)
  select nullif(e.office_code, ''), e.quarter, e.reason, e.n / 10 * 10 from ended e where e.n >= 10
  on conflict (office_code, quarter, reason) do nothing
$$;
