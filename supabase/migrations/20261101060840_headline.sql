-- The headline of a place is its last twelve months, everywhere: its page, the preview of a link, the badge, the embedded
-- page, the kiosk, the printed sheet. Which months those are is said here and nowhere else.

-- The twelve months up to that of the last release, in Việt Nam; before the first release up to this one. Of the release
-- and not of today: an answer that is kept until the next one must not change by itself at midnight.
create function private.headline_months(out first_month date, out last_month date)
language sql stable security invoker set search_path = ''
as $$
  select (month - interval '11 months')::date, month
  from (select date_trunc('month', coalesce((private.setting('last_release_on') #>> '{}')::date, private.local_day(now())))::date as month) l
$$;

-- The months of a question: those that it names, and with headline only what lies in the last twelve as well.
create function private.asked_months(headline boolean, from_month date, to_month date, out first_month date, out last_month date)
language sql stable security invoker set search_path = ''
as $$
  select greatest(from_month, h.first_month), least(to_month, h.last_month)
  from (select 1) one left join private.headline_months() h on asked_months.headline
$$;
