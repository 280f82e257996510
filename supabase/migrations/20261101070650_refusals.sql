-- Which function refuses what, found in the sources of the functions: a list kept by hand would tell of refusals that are
-- gone, and nothing of those that a function it calls has got since. A refusal is seen when it is raised
--   * with a key that stands there;
--   * with one that the caller names: private.refuse(400, refusal), called as private.text_field(body, 'id', 'id_invalid'),
--     the key last;
--   * with what a function found, whose name ends in _problem, _problems or _obstacle: private.refuse(422, v_problem).
-- supabase/tests/refusals.sql finds any that is raised in another way, and the test of every scene that what it was refused
-- is listed.

-- Every function of ours, with its source without comments.
create function private.function_sources() returns table (name text, source text)
language sql stable security invoker set search_path = ''
as $$
  select n.nspname || '.' || p.proname, regexp_replace(p.prosrc, '--[^\n]*', '', 'g')
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    join pg_catalog.pg_language l on l.oid = p.prolang
  where n.nspname in ('public', 'private') and l.lanname in ('sql', 'plpgsql')
$$;

-- What each function refuses by itself.
create function private.own_refusals() returns table (name text, status integer, key text)
language sql stable security invoker set search_path = ''
as $$
  with s as materialized (select * from private.function_sources()),
  -- What stands between quotation marks in a function that looks for problems, and is no key of one.
  others as materialized (
    select c.relname::text as name from pg_catalog.pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
    union select a.attname from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
      where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
  )
  select s.name, m[1]::integer, m[2] from s, regexp_matches(s.source, 'private\.refuse\(([0-9]+), ''(\w+)''\)', 'g') m
  union
  -- Named by the caller, in whose name it is refused.
  select s.name, f.status, m[1]
  from (select h.name, r[1]::integer as status from s h, regexp_matches(h.source, 'private\.refuse\(([0-9]+), refusal\)') r) f
    join s on position(f.name || '(' in s.source) > 0,
    regexp_matches(s.source, replace(f.name, '.', '\.') || '\([^;]*?, ''(\w+)''\)', 'g') m
  union
  select f.name, f.status, k[1]
  from (select s.name, r[1]::integer as status, c[1] as finder from s,
      regexp_matches(s.source, 'private\.refuse\(([0-9]+), v_(?:problem|obstacle)\)', 'g') r,
      regexp_matches(s.source, '(private\.\w+_(?:problems?|obstacle))\(', 'g') c) f
    join s on s.name = f.finder, regexp_matches(s.source, '''([a-z]+(?:_[a-z]+)+)''', 'g') k
  where k[1] not in (select o.name from others o)
$$;

-- What a person who calls a function of the API may be refused, by it and by all that it calls: one row a function, status
-- and key.
create function private.refusals() returns table (name text, status integer, key text)
language sql stable security invoker set search_path = ''
as $$
  with recursive s as materialized (select * from private.function_sources()),
  own as materialized (select * from private.own_refusals()),
  calls as materialized (
    select distinct s.name as caller, m[1] as called from s, regexp_matches(s.source, '\m((?:public|private)\.\w+)\(', 'g') m
    where m[1] <> 'private.refuse'
  ), reached (name, part) as (
    select s.name, s.name from s where s.name ~ '^public\.'
    union
    select r.name, c.called from reached r join calls c on c.caller = r.part
  )
  select distinct substr(r.name, 8), own.status, own.key from reached r join own on own.name = r.part order by 1, 2, 3
$$;
