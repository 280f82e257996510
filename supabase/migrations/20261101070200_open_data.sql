-- The open data: every public table as one whole file, straight from the database, with a stable address and a
-- description that programs can read (Frictionless Data Package). What is in the files is what the API shows anyway.

create domain public."text/csv" as text;

-- One row a file. columns: [{name, type, title, unit}] in their order; condition and ordering are parts of a query on
-- the source, called r. is_released: nothing in it moves between two releases, except when a batch is voided. is_revocable:
-- somebody may take back what stands in it, and then no copy may still be shown.
create table private.open_data_files (
  file text primary key,
  source text not null,
  title text not null,
  is_released boolean not null,
  is_revocable boolean not null default false,
  columns jsonb not null,
  condition text not null default 'true',
  ordering text not null,
  primary_key jsonb
);

create function private.open_data_file(file text) returns private.open_data_files
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_file private.open_data_files;
begin
  select * into v_file from private.open_data_files f where f.file = open_data_file.file;
  if not found then
    perform private.refuse(404, 'file_unknown');
  end if;
  return v_file;
end;
$$;

-- A cell as RFC 4180 has it, quoted also for the separators that some programs take instead of a comma. Text that a
-- spreadsheet would run as a formula is made plain by a quotation mark before it. A code of digits, and an answer such as
-- 2+, is quoted, so that a program that keeps quoted cells as text keeps its last zeros and its sign. The app writes its
-- files by the same rule (src/lib/files/safe-cell.ts); both are held to supabase/tests/fixtures/csv_cells.sql.
create function private.csv_cell(value jsonb) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_text text := coalesce(value #>> '{}', '');
begin
  if jsonb_typeof(value) = 'string' then
    v_text := regexp_replace(v_text, '^([-=+@\t\r\n＝＋－＠])', '''\1');
    -- A program that takes a semicolon, a tab or a bar for the separator begins a cell after it.
    v_text := regexp_replace(v_text, '([;|\t\r\n]"*)(?=[-=+@＝＋－＠])', '\1''', 'g');
  end if;
  if jsonb_typeof(value) in ('string', 'object', 'array')
    and v_text ~ '[",;|\t\r\n]|^\s|\s$|^''[-=+@＝＋－＠]|^[0-9]+[.]?[0-9]*[+]?$' then
    return '"' || replace(v_text, '"', '""') || '"';
  end if;
  return v_text;
end;
$$;

-- A column of a file as a text that stands between commas. Ten years of a ledger are millions of cells: only those that
-- need it are taken through private.csv_cell.
create function private.csv_expression(open_column jsonb) returns text
language sql immutable security invoker set search_path = ''
as $$
  select format(case open_column ->> 'type'
    when 'integer' then 'r.%1$I'
    when 'date' then 'r.%1$I'
    when 'string' then $q$case when r.%1$I::text !~ '[",;|\t\r\n]|^[-\s''=+@＝＋－＠]|\s$|^[0-9]+[.]?[0-9]*[+]?$' then r.%1$I::text
      when r.%1$I::text ~ '^[0-9]+[.]?[0-9]*[+]?$' then concat('"', r.%1$I, '"') else private.csv_cell(to_jsonb(r.%1$I)) end$q$
    else 'case when r.%1$I is not null then private.csv_cell(to_jsonb(r.%1$I)) end' end, open_column ->> 'name')
$$;

-- The lines of a file without its head, in order, as one text; at most so many.
create function private.csv_lines(v_file private.open_data_files, most integer default null) returns text
language plpgsql stable security invoker set search_path = '' set jit = off set datestyle = 'ISO, YMD'
as $$
declare
  v_lines text;
begin
  execute format($q$select string_agg(l.line, e'\r\n') from (select concat(%s) as line from %s r where %s order by %s limit $1) l$q$,
    (select string_agg(private.csv_expression(c), $q$, ',', $q$ order by position)
      from jsonb_array_elements(v_file.columns) with ordinality u (c, position)),
    v_file.source, v_file.condition, v_file.ordering) into v_lines using most;
  return v_lines;
end;
$$;

create function private.csv_header(columns jsonb) returns text
language sql immutable security invoker set search_path = ''
as $$
  select string_agg(c ->> 'name', ',' order by position) from jsonb_array_elements(columns) with ordinality u (c, position)
$$;

-- How long a copy of a file may be shown without asking again.
create function private.seconds_kept(v_file private.open_data_files) returns integer
language sql stable security invoker set search_path = ''
as $$
  select case when v_file.is_revocable then 0 when v_file.is_released then private.seconds_until_release() else 300 end
$$;

-- A whole table as CSV; bom: with the mark by which Excel knows UTF-8. Refusals: 404 file_unknown, 400 flag_invalid.
create function public.open_csv(file text, bom text default 'false') returns public."text/csv"
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
  v_file private.open_data_files := private.open_data_file(file);
  v_csv text := case when private.flag_argument(bom) then chr(65279) else '' end || concat_ws(e'\r\n', private.csv_header(v_file.columns),
    private.csv_lines(v_file)) || e'\r\n';
begin
  if private.is_not_modified(v_csv, private.seconds_kept(v_file),
      format('hai-long-%s.csv', v_file.file)) then
    return '';
  end if;
  return v_csv;
end;
$$;

-- The same rows as JSON: [{column: value}]. Of type json, which is text: the half of the time of a large file would go
-- into taking jsonb apart again.
create function public.open_json(file text) returns json
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
  v_file private.open_data_files := private.open_data_file(file);
  v_rows json;
begin
  execute format($q$select coalesce(json_agg(l), '[]') from (select %s from %s r where %s order by %s) l$q$,
    (select string_agg(format('r.%I', c ->> 'name'), ', ' order by position)
      from jsonb_array_elements(v_file.columns) with ordinality u (c, position)),
    v_file.source, v_file.condition, v_file.ordering)
  into v_rows;
  if private.is_not_modified(v_rows::text, private.seconds_kept(v_file),
      format('hai-long-%s.json', v_file.file)) then
    return 'null'::json;
  end if;
  return v_rows;
end;
$$;

-- What there is to download: how many rows, and how large about as CSV (estimated from the first rows), in bytes.
create function public.open_files() returns table (file text, title text, entries bigint, bytes bigint)
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_file private.open_data_files;
begin
  for v_file in select * from private.open_data_files f order by f.file loop
    file := v_file.file;
    title := v_file.title;
    execute format('select count(*) from %s r where %s', v_file.source, v_file.condition) into entries;
    bytes := octet_length(private.csv_header(v_file.columns)) + 2
      + coalesce(round((octet_length(private.csv_lines(v_file, 200)) + 2) * entries / least(entries, 200)::numeric), 0);
    return next;
  end loop;
end;
$$;

-- datapackage.json (specs.frictionlessdata.io, version 1). files_at: what precedes the name of a file in its
-- address, with the key that the API wants; without it paths are relative to this description.
create function public.datapackage(files_at text default 'open_csv?file=') returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_package jsonb := (select jsonb_build_object('profile', 'tabular-data-package', 'name', 'hai-long', 'title', 'Hài Lòng',
    'description', 'Published satisfaction with administrative services, in batches of at least '
      || (private.setting('min_batch') #>> '{}') || ' ratings.',
    'version', (select m.version from public.method_versions m order by m.valid_from desc limit 1),
    -- What the verdicts of today are held against; how it changed is in rule_changes.
    'target_percent', private.setting('target_percent'),
    'created', coalesce(private.setting('last_release_on') #>> '{}', private.local_day(now())::text) || 'T00:00:00+07:00',
    'licenses', '[{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]'::jsonb,
    -- Whoever keeps these finds out when entries are taken off the end of the ledger. The hash is that of the last one.
    'ledger', jsonb_build_object('batches', (select count(*) from public.batches),
      'rule_changes', (select count(*) from public.rule_changes),
      'answer_groups', (select count(*) from public.answer_groups), 'hash', private.ledger_head()),
    'resources', (select jsonb_agg(jsonb_build_object('name', replace(f.file, '_', '-'), 'title', f.title,
        'profile', 'tabular-data-resource', 'path', files_at || f.file, 'format', 'csv',
        'mediatype', 'text/csv', 'encoding', 'utf-8', 'schema', jsonb_strip_nulls(jsonb_build_object('fields',
          f.columns, 'primaryKey', f.primary_key, 'missingValues', '[""]'::jsonb))) order by f.file) from private.open_data_files f)));
begin
  if private.is_not_modified(v_package::text, private.seconds_until_release(), 'datapackage.json') then
    return 'null'::jsonb;
  end if;
  return v_package;
end;
$$;

grant execute on function public.open_csv(text, text), public.open_json(text), public.open_files(),
  public.datapackage(text) to anon, authenticated;
comment on function public.open_csv(text, text) is
  'A file of the open data as CSV; bom: with the mark by which Excel knows UTF-8. open_files lists the files.';
comment on function public.open_json(text) is 'The same file as JSON.';
comment on function public.open_files() is 'The files of the open data: rows, and bytes as CSV, about.';
comment on function public.datapackage(text) is 'Frictionless Data Package that describes every file, column and unit.';
