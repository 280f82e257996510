-- Which tables make up what anybody reads. It stands after all of them: a chapter that comes later calls
-- private.note_changes_of for its own.

do $$
declare
  v_relation regclass;
begin
  for v_relation in
    select c.oid::regclass from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_any_column_privilege('anon', c.oid, 'select')
  loop
    call private.note_changes_of(v_relation);
  end loop;
end;
$$;

-- What nobody reads row by row, and public functions answer from.
do $$
declare
  v_relation regclass;
begin
  foreach v_relation in array array['private.counters', 'private.ladder', 'public.report_sign_offs']::regclass[] loop
    call private.note_changes_of(v_relation);
  end loop;
  -- What waits for a decision is nobody's to see.
  foreach v_relation in array array['public.practice_notes', 'public.praises']::regclass[] loop
    call private.note_changes_of(v_relation, 'c.state = ''published''');
  end loop;
  call private.note_changes_of('public.name_consents',
    'exists (select from public.praises p where p.id = c.praise_id and p.state = ''published'')');
end;
$$;

-- What PostgREST runs before each request, in its transaction and as whoever asks. There it is said how long an answer may be
-- kept, because no function of ours answers where a table is read. `npm start` says the same in
-- scripts/server/requests/copies.ts.

-- PostgREST calls it as the role of whoever asks, who may reach into no schema of ours but this; the API shows public alone.
create schema gateway;
grant usage on schema gateway to anon, authenticated, service_role;

-- Whether everybody gets the same answer at an address, so that a copy of one is good for all. Tables that anybody reads, and
-- functions that answer with what is published; not those about one rating, one counter or one petition, nor the files,
-- which say for themselves how long they may be kept.
create function private.is_public_read(path text) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select case
    when path ~ '(^|/)rpc/' then substring(path from '/([^/]*)$') = any (array['satisfaction', 'answers', 'coverage', 'par_index_means',
      'plan_figures', 'good_practice', 'praise_names', 'practice_comparisons', 'publication_ladder', 'open_files', 'datapackage',
      'openapi', 'rating_link', 'signed_reports'])
    else coalesce(path ~ '/[a-z_]+$', false)
  end
$$;

-- How long a copy of what is at an address may be kept. Whose consent to be named ends, or whose words are taken down, must not
-- stand in a cache until the next release: whoever keeps these asks each time, as for the file of them.
create function private.kept_of(path text) returns text
language sql stable security invoker set search_path = ''
as $$
  select case when path ~ '/(good_practice|praise_names|published_feedback)$' then 'public, max-age=0' else private.shared_copies() end
$$;

-- A refusal says none of it: PostgREST takes these headers from a transaction that ended well.
create function gateway.before_request() returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_kept jsonb := jsonb_build_array(jsonb_build_object('Cache-Control', 'no-store')) || private.varying_headers();
begin
  if current_setting('role', true) = 'anon' and current_setting('request.method', true) in ('GET', 'HEAD')
    and private.is_public_read(current_setting('request.path', true)) and private.is_whole_answer() then
    v_kept := private.public_copy_headers(private.asked_form(), private.kept_of(current_setting('request.path', true)));
  end if;
  perform set_config('response.headers', v_kept::text, true);
end;
$$;
grant execute on function gateway.before_request() to anon, authenticated, service_role;

do $$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'authenticator') then
    alter role authenticator set pgrst.db_pre_request = 'gateway.before_request';
    notify pgrst, 'reload config';
  end if;
exception when insufficient_privilege then
  raise notice 'the role authenticator is not ours to alter: set pgrst.db_pre_request to gateway.before_request, or db-pre-request in the configuration of PostgREST';
end;
$$;
