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

-- In which form the answer was asked for: a copy as CSV is none of the JSON.
create function private.asked_form() returns text
language sql stable security invoker set search_path = ''
as $$
  select coalesce(nullif(current_setting('request.headers', true), ''), '{}')::json ->> 'accept'
$$;

-- One row for each transaction that changed something anybody reads; the triggers are set by private.note_changes_of. Rows
-- and no counter, because a counter moves before the change can be seen, and a single row would make an import wait for a
-- release. Random marks, so that a database made anew never repeats an old one.
create table private.public_changes (
  position bigint generated always as identity primary key,
  mark uuid not null default gen_random_uuid()
);

-- The version of all that anybody reads: another after every change of it, and after midnight, because what is valid depends
-- on the day. It is a hash over many marks and not the last one: a long transaction ends after others that began later.
create function private.public_version() returns text
language sql stable security invoker set search_path = ''
as $$
  select md5(concat_ws(' ', private.local_day(now()), (select string_agg(latest.mark::text, ' ' order by latest.position)
    from (select c.position, c.mark from private.public_changes c order by c.position desc limit 500) latest)))
$$;

-- By what an answer differs besides its address, with every answer that may be kept: who sets the headers sets them all.
create function private.varying_headers() returns jsonb
language sql immutable security invoker set search_path = ''
as $$
  select '[{"Vary": "Authorization, Accept, Prefer, Range, Accept-Profile"}]'::jsonb
$$;

-- Whether the address alone says what was asked for. PostgREST answers a range with a part of the rows and status 200, and a
-- cache that kept it would hand everybody that part.
create function private.is_whole_answer() returns boolean
language sql stable security invoker set search_path = ''
as $$
  select coalesce(h ->> 'range', h ->> 'range-unit', h ->> 'prefer', h ->> 'accept-profile') is null
  from (select coalesce(nullif(current_setting('request.headers', true), ''), '{}')::json) asked (h)
$$;

-- What an answer that is the same for everybody says of copies: how long (kept; until the next release), and a mark that is one for all who ask at this
-- address in this form. Where the mark is read before the answer, a change in between makes it too old and never too new.
create function private.public_copy_headers(form text, kept text default null) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_array(jsonb_build_object('Cache-Control', coalesce(kept, private.shared_copies())),
    jsonb_build_object('ETag', format('W/"%s"', md5(private.public_version() || coalesce(form, ''))))) || private.varying_headers()
$$;

-- Notes a change, once a transaction. A statement that found no row to change tells nothing: it may have been one person's
-- request that did. Nor does one of rows that nobody reads yet: tg_argv[0] says which of them, c, are public.
create function private.note_public_change() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_transaction text := pg_catalog.pg_current_xact_id()::text;
  v_position bigint;
  v_is_public boolean;
begin
  if current_setting('hai_long.noted_change', true) = v_transaction then
    return null;
  end if;
  if tg_op <> 'TRUNCATE' then
    execute format('select exists (select from changed c where %1$s)' || case tg_op when 'UPDATE' then ' or exists (select from former c where %1$s)'
      else '' end, tg_argv[0]) into v_is_public;
    if not v_is_public then
      return null;
    end if;
  end if;
  insert into private.public_changes default values returning position into v_position;
  perform set_config('hai_long.noted_change', v_transaction, true);
  if v_position % 100 = 0 then
    delete from private.public_changes c where c.position in (
      select o.position from private.public_changes o where o.position < v_position - 1000 for update skip locked);
  end if;
  return null;
end;
$$;

-- Has every change of a table give what anybody reads another version.
create procedure private.note_changes_of(relation regclass, is_public text default 'true')
language plpgsql security invoker set search_path = ''
as $$
begin
  execute format('create trigger note_inserts after insert on %s referencing new table as changed
    for each statement execute function private.note_public_change(%L)', relation, is_public);
  execute format('create trigger note_updates after update on %s referencing old table as former new table as changed
    for each statement execute function private.note_public_change(%L)', relation, is_public);
  execute format('create trigger note_deletes after delete on %s referencing old table as changed
    for each statement execute function private.note_public_change(%L)', relation, is_public);
  execute format('create trigger note_truncates after truncate on %s
    for each statement execute function private.note_public_change()', relation);
end;
$$;

-- Says so with a figure. Only where the figure itself was
-- asked for (GET): other functions ask for it too, and their answers may be for one person alone. Nor with what somebody
-- signed in was answered.
create function private.allow_shared_copies(function_name text) returns void
language sql stable security invoker set search_path = ''
as $$
  select set_config('response.headers', private.public_copy_headers(private.asked_form())::text, true)
  where current_setting('request.method', true) in ('GET', 'HEAD')
    and current_setting('request.path', true) ~ ('/rpc/' || function_name || '$')
    and current_setting('role', true) not in ('authenticated', 'service_role') and private.is_whole_answer()
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
  perform set_config('response.headers', (jsonb_build_array(
    jsonb_build_object('Cache-Control', case when private.is_whole_answer() then format('public, max-age=%s', seconds) else 'no-store' end),
    jsonb_build_object('ETag', format('"%s"', v_mark)),
    jsonb_build_object('Content-Disposition',
      case when filename is null then 'inline' else format('attachment; filename="%s"', filename) end)) || private.varying_headers())::text, true);
  if v_kept is null or position(v_mark in v_kept) = 0 then
    return false;
  end if;
  perform set_config('response.status', '304', true);
  return true;
end;
$$;
