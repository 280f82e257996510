-- Whole tables that an office brings in as a file: offices, procedures, what is offered where, handled dossiers, and how
-- many visit codes are wanted. The browser reads the file and sends its rows in parts; here they wait until they have
-- been checked, and then all of them are written, or none. The file is stored, and an import can be undone.

create table private.import_kinds (
  kind text primary key,
  -- The table in public that it writes, and the key by which a row is known there. Visit codes are made instead.
  relation text,
  key_columns text[] not null,
  columns text[] not null,
  -- Who may import it, by office.
  capability text not null
);
insert into private.import_kinds values
  ('offices', 'offices', '{code}', array(select c.name from private.office_columns c order by c.position), 'manage_offices'),
  ('procedures', 'procedures', '{code}',
    '{code,name,field,level,decision,counter_days,online_days,post_days,days_unit,fee,documents_url,official_url,valid_from,valid_to,online_level}', 'manage_catalogue'),
  ('offerings', 'offerings', '{office_code,procedure_code}',
    '{office_code,procedure_code,opened_on,closed_on,channels}', 'manage_offerings'),
  ('handled', 'handled_dossiers', '{office_code,month,procedure_code,channel}',
    '{office_code,month,procedure_code,channel,handled,on_time,quality}', 'report_handled_dossiers'),
  ('visit_codes', null, '{office_code,procedure_code,channel,expires_on}',
    '{office_code,procedure_code,channel,count,expires_on}', 'make_visit_codes');

create table private.imports (
  id bigint generated always as identity primary key,
  kind text not null references private.import_kinds,
  file_name text not null check (length(file_name) between 1 and 200),
  -- As it came. Null a year later.
  file bytea check (octet_length(file) <= 7000000),
  who text not null,
  begun_at timestamptz not null default now(),
  finished_at timestamptz,
  -- Whose rows it touched; empty for what belongs to no office.
  offices text[] not null default '{}',
  added integer,
  changed integer,
  undone_at timestamptz,
  undone_by text
);
create index imports_kind on private.imports (kind);

-- Rows of an import that is not finished, as {column: text}; what is not in the file is not in the row. What is wrong with
-- a row by itself is found when it arrives, [{field, problem}]: the check of a hundred thousand rows is one statement, and
-- has then only to compare them with each other and with what is there.
create table private.import_rows (
  import_id bigint not null references private.imports on delete cascade,
  position integer not null,
  body jsonb not null,
  problems jsonb,
  primary key (import_id, position)
);

-- What the last check found, 5,000 problems a part, to be read as a file: [{row, column, key, other}].
create table private.import_problem_parts (
  import_id bigint not null references private.imports on delete cascade,
  part integer not null,
  problems jsonb not null,
  primary key (import_id, part)
);

-- What an import changed, for taking it back; null before for what it added.
create table private.import_changes (
  import_id bigint not null references private.imports on delete cascade,
  position integer not null,
  relation text not null,
  before jsonb,
  after jsonb not null,
  primary key (import_id, position)
);

-- The import that the person has begun. Refusals: 401, 404 import_unknown.
create function private.my_open_import(import bigint) returns private.imports
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_import private.imports;
begin
  if private.actor() is null then
    perform private.refuse(401, 'sign_in_first');
  end if;
  select * into v_import from private.imports i where i.id = import and i.who = private.actor() and i.finished_at is null
    for update;
  if not found then
    perform private.refuse(404, 'import_unknown');
  end if;
  return v_import;
end;
$$;

-- Begins an import; one that the person left unfinished is deleted. file: base64. Answers with its number.
-- Refusals: 401, 403, 422 import_kind_unknown, 413 file_too_large.
create function public.begin_import(kind text, file_name text, file text) returns bigint
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_kind private.import_kinds := (select k from private.import_kinds k where k.kind = begin_import.kind);
  v_file bytea;
  v_id bigint;
begin
  if private.actor() is null then
    perform private.refuse(401, 'sign_in_first');
  elsif v_kind.kind is null then
    perform private.refuse(422, 'import_kind_unknown');
  elsif not private.is_administrator() and not exists (select private.offices_where(v_kind.capability)) then
    perform private.refuse(403, 'not_allowed');
  elsif length(file) > 9400000 then
    perform private.refuse(413, 'file_too_large');
  end if;
  begin
    v_file := decode(coalesce(file, ''), 'base64');
  exception when data_exception then
    perform private.refuse(400, 'body_invalid');
  end;
  delete from private.imports i where i.finished_at is null
    and (i.who = private.actor() or i.begun_at < now() - interval '1 day');
  update private.imports i set file = null where i.begun_at < now() - interval '1 year' and i.file is not null;
  delete from private.import_changes c using private.imports i where i.id = c.import_id
    and i.finished_at < now() - interval '30 days';
  insert into private.imports (kind, file_name, file, who)
  values (v_kind.kind, coalesce(nullif(private.clean_text(left(file_name, 200)), ''), '?'), v_file, private.actor()) returning id into v_id;
  return v_id;
end;
$$;

-- The next rows: columns names the cells of each, which are text or null. Answers with how many there are by now.
-- Refusals: 401, 404 import_unknown, 400 body_invalid, 422 import_column_unknown, 413 import_too_long (over 100,000 rows).
create function public.add_import_rows(import text, columns jsonb, rows jsonb) returns integer
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_import private.imports := private.my_open_import(private.row_argument(import));
  v_columns text[] := private.text_list(columns);
  v_so_far integer := (select coalesce(max(r.position), 0) from private.import_rows r where r.import_id = v_import.id);
  v_cells text := (select string_agg(format($q$%L, nullif(btrim(regexp_replace(normalize(r.value ->> %s), '\s+', ' ', 'g')), '')$q$, c.name, c.position - 1), ', ' order by c.position)
    from unnest(v_columns) with ordinality c (name, position));
begin
  if not exists (select from private.import_kinds k where k.kind = v_import.kind and v_columns <@ k.columns)
    or v_columns = '{}' then
    perform private.refuse(422, 'import_column_unknown');
  elsif jsonb_typeof(rows) is distinct from 'array' or exists (
    select from jsonb_array_elements(rows) r where jsonb_typeof(r) <> 'array') then
    perform private.refuse(400, 'body_invalid');
  elsif v_so_far + jsonb_array_length(rows) > 100000 then
    perform private.refuse(413, 'import_too_long');
  end if;
  execute format('insert into private.import_rows (import_id, position, body, problems)
    select $1, b.position, b.body, private.import_row_faults($4, b.body) from (
      select $2 + r.position as position, jsonb_build_object(%s) as body
      from jsonb_array_elements($3) with ordinality r (value, position) offset 0) b', v_cells)
  using v_import.id, v_so_far, rows, v_import.kind;
  return v_so_far + jsonb_array_length(rows);
end;
$$;

grant execute on function public.begin_import(text, text, text), public.add_import_rows(text, jsonb, jsonb)
  to authenticated, service_role;
