-- How long browsers and proxies may keep an answer. What is published moves only at a release, so a copy stays right
-- until the next one, and ten thousand readers cost the database a few statements.

-- How long a copy of what is released stays right: until the next release. A minute where one is due, and where it is
-- only being tried out and a release may come at any time.
create function private.seconds_until_release() returns integer
language sql stable security invoker set search_path = ''
as $$
  select case
    when private.setting('illustrative') = 'true' then 60
    when t.local < t.due then greatest(60, extract(epoch from t.due - t.local)::integer)
    when coalesce((private.setting('last_release_on') #>> '{}')::date < t.local::date, true) then 60
    else extract(epoch from t.due + interval '1 day' - t.local)::integer
  end
  from (
    select l.local, date_trunc('day', l.local) + make_interval(hours => (private.setting('release_hour') #>> '{}')::integer) as due
    from (select now() at time zone 'Asia/Ho_Chi_Minh' as local) l
  ) t
$$;

-- What is said with figures, which are rows, and with the tables that anybody reads: what stands between browsers and the
-- database may keep the answer to this question until the next release, and browsers ask again, so that an office sees at
-- once what it has changed. With a table the server says so, because no function answers there.
create function private.shared_copies() returns text
language sql stable security invoker set search_path = ''
as $$
  select format('public, max-age=0, s-maxage=%s', private.seconds_until_release())
$$;

-- Says so with a figure. Only where the figure itself was
-- asked for (GET): other functions ask for it too, and their answers may be for one person alone.
create function private.allow_shared_copies(function_name text) returns void
language sql stable security invoker set search_path = ''
as $$
  select set_config('response.headers', jsonb_build_array(jsonb_build_object('Cache-Control', private.shared_copies()))::text, true)
  where current_setting('request.method', true) in ('GET', 'HEAD')
    and current_setting('request.path', true) ~ ('/rpc/' || function_name || '$')
$$;

-- Sets Cache-Control, ETag and Content-Disposition of the answer. True, with status 304, when the client has this very
-- answer already (If-None-Match).
create function private.is_not_modified(content text, seconds integer, filename text default null) returns boolean
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_mark text := md5(content);
  v_kept text := coalesce(nullif(current_setting('request.headers', true), ''), '{}')::json ->> 'if-none-match';
begin
  perform set_config('response.headers', jsonb_build_array(
    jsonb_build_object('Cache-Control', format('public, max-age=%s', seconds)),
    jsonb_build_object('ETag', format('"%s"', v_mark)),
    jsonb_build_object('Content-Disposition',
      case when filename is null then 'inline' else format('attachment; filename="%s"', filename) end))::text, true);
  if v_kept is null or position(v_mark in v_kept) = 0 then
    return false;
  end if;
  perform set_config('response.status', '304', true);
  return true;
end;
$$;
