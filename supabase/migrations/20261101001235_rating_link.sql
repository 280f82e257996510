-- The way from an office's page to its question. Counters cannot be listed: a poster belongs to its desk, and what is
-- tapped there says so. Only the counter that is made for links may be named to everybody.

-- The code of the office's open counter of the kind 'link', the first if there are several; null where there is none.
create function public.rating_link(office text) returns text
language sql stable security definer set search_path = ''
as $$
  select min(c.code) from private.counters c
  where c.office_code = office and c.kind = 'link'
    and (c.retired_on is null or c.retired_on > private.local_day(now()))
    and private.serving_office(c.office_code, private.local_day(now())) = office
$$;
grant execute on function public.rating_link(text) to anon, authenticated;
comment on function public.rating_link(text) is
  'The code under which an office is rated from anywhere: its page is /r/ and the code. Null where it has none.';
