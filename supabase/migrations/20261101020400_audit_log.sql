-- Who did what to which row. The log only grows; it names people who act for an office, never a citizen.

create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- An e-mail address, or 'administrator' for the key on the command line.
  who text not null,
  -- insert, update, delete, or what else was done, for example look_at_original.
  action text not null check (action ~ '^[a-z_]+$'),
  -- The table, and the key of the row in it.
  subject text not null,
  key text not null,
  -- Null for what belongs to no office.
  office_code text,
  before jsonb,
  after jsonb
);
create index audit_log_office on public.audit_log (office_code, id);
create index audit_log_subject on public.audit_log (subject, key, id);

alter table public.audit_log enable row level security;
create policy "those who answer for an office read its log, those at the top also what belongs to none" on public.audit_log
  for select to authenticated using (office_code in (select private.offices_where('read_audit_log'))
    or office_code is null and exists (select from private.offices_where('read_common_records') o
      where o in (select code from public.offices where parent_code is null)));
grant select on public.audit_log to authenticated;

create function private.forbid_audit_log_change() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  perform private.refuse(403, 'audit_append_only');
  return null;
end;
$$;
create trigger forbid_audit_log_change before update or delete or truncate on public.audit_log
  for each statement execute function private.forbid_audit_log_change();

-- Who acts, null for the database's own work: migrations, releases, the schedule.
create function private.actor() returns text
language sql stable security invoker set search_path = ''
as $$
  select coalesce(private.current_email(), case when private.is_administrator() then 'administrator' end)
$$;

create function private.write_audit_log(action text, subject text, key text, office text, before jsonb, after jsonb) returns void
language sql volatile security invoker set search_path = ''
as $$
  insert into public.audit_log (who, action, subject, key, office_code, before, after)
  select a, action, subject, key, office, before, after from private.actor() a where a is not null
$$;

-- Columns that are never logged. Of a comment neither what was written nor what it says of its author or of the day on which its
-- rating was deleted: the log outlives them. What staff wrote there and did with it stays.
create function private.unlogged_columns(of_table text) returns text[]
language sql immutable security invoker set search_path = ''
as $$
  select case of_table when 'comments' then array['text', 'is_masked', 'is_forgotten', 'praised', 'improve', 'asks'] else '{}' end
$$;

-- Logs every row that a statement changed. Arguments: the columns of the key, and the column that names the office or
-- ''. Columns that the database counts by itself are no change; nor is a comment that comes or is forgotten, which is not
-- done by anybody, whoever runs the release. The two states of a row are found by hashing: a session keeps the plan that it made
-- for its first statement, which mostly changes one row, and would later compare each of a hundred thousand with all others.
create function private.log_changes() returns trigger
language plpgsql volatile security invoker set search_path = '' set jit = off set enable_nestloop = off set enable_mergejoin = off
as $$
declare
  -- Asked once: an import writes a hundred thousand rows.
  v_actor text := private.actor();
  -- The columns of the key; no table has more than three.
  v_key text[] := string_to_array(tg_argv[0], ' ');
  v_unlogged text[] := private.unlogged_columns(tg_table_name);
begin
  if v_actor is null or tg_table_name = 'comments' and tg_op <> 'UPDATE' then
    return null;
  elsif tg_op = 'INSERT' then
    insert into public.audit_log (who, action, subject, key, office_code, after)
    select v_actor, 'insert', tg_table_name, concat_ws(' ', a ->> v_key[1], a ->> v_key[2], a ->> v_key[3]), a ->> tg_argv[1],
      -- A report as it was signed stands with its signature.
      case tg_table_name when 'report_sign_offs' then a - 'content' else a end
    from (select to_jsonb(r) as a from after_rows r offset 0) rows;
  elsif tg_op = 'DELETE' then
    insert into public.audit_log (who, action, subject, key, office_code, before)
    select v_actor, 'delete', tg_table_name, concat_ws(' ', b ->> v_key[1], b ->> v_key[2], b ->> v_key[3]), b ->> tg_argv[1], b
    from (select to_jsonb(r) as b from before_rows r offset 0) rows;
  else
    insert into public.audit_log (who, action, subject, key, office_code, before, after)
    select v_actor, 'update', tg_table_name, key, a.value ->> tg_argv[1], b.value, a.value
    from (select concat_ws(' ', r ->> v_key[1], r ->> v_key[2], r ->> v_key[3]) as key, r - v_unlogged as value
        from (select to_jsonb(t) as r from after_rows t offset 0) rows offset 0) a
      join (select concat_ws(' ', r ->> v_key[1], r ->> v_key[2], r ->> v_key[3]) as key, r - v_unlogged as value
        from (select to_jsonb(t) as r from before_rows t offset 0) rows offset 0) b using (key)
    where a.value - array['waiting', 'changed_at'] is distinct from b.value - array['waiting', 'changed_at'];
  end if;
  return null;
end;
$$;

-- Postgres wants one trigger for each kind of statement when they see its rows.
create procedure private.log_table(logged regclass, key_columns text, office_column text)
language plpgsql security invoker set search_path = ''
as $$
begin
  execute format('create trigger log_inserts after insert on %s referencing new table as after_rows
    for each statement execute function private.log_changes(%L, %L)', logged, key_columns, office_column);
  execute format('create trigger log_updates after update on %s referencing old table as before_rows new table as after_rows
    for each statement execute function private.log_changes(%L, %L)', logged, key_columns, office_column);
  execute format('create trigger log_deletes after delete on %s referencing old table as before_rows
    for each statement execute function private.log_changes(%L, %L)', logged, key_columns, office_column);
end;
$$;

-- The tables that are there already; every later one calls it beside its own definition.
call private.log_table('public.members', 'id', 'office_code');
call private.log_table('public.settings', 'key', '');
call private.log_table('public.offices', 'code', 'code');
call private.log_table('public.office_successions', 'predecessor_code successor_code', 'predecessor_code');
