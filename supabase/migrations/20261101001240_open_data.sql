-- The open data: every public table as one whole file, straight from the database, with a stable address and a
-- description that programs can read (Frictionless Data Package). What is in the files is what the API shows anyway.

create domain public."text/csv" as text;

-- One row a file. columns: [{name, type, title, unit}] in their order; condition and ordering are parts of a query on
-- the table in public of that name.
create table private.open_files (
  file text primary key,
  relation text not null,
  title text not null,
  columns jsonb not null,
  condition text not null default 'true',
  ordering text not null,
  primary_key jsonb not null
);

create function private.open_file(file text) returns private.open_files
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_file private.open_files;
begin
  select * into v_file from private.open_files f where f.file = open_file.file;
  if not found then
    perform private.refuse(404, 'file_unknown');
  end if;
  perform set_config('response.headers', json_build_array(json_build_object('Cache-Control', 'public, max-age=300'),
    json_build_object('Content-Disposition', format('inline; filename="hai-long-%s"', v_file.file)))::text, true);
  return v_file;
end;
$$;

-- A cell as RFC 4180 has it. Text that a spreadsheet would run as a formula is made plain by a quotation mark before it.
create function private.csv_cell(value jsonb) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case when cell ~ '[",\r\n]' then '"' || replace(cell, '"', '""') || '"' else cell end
  from (
    select case jsonb_typeof(value) when 'string' then regexp_replace(value #>> '{}', '^([-=+@\t\r])', '''\1')
      when 'null' then '' else value::text end as cell
  ) plain
$$;

-- A whole table as CSV; bom: with the mark by which Excel knows UTF-8. Refusal: 404 file_unknown.
create function public.open_csv(file text, bom boolean default false) returns public."text/csv"
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
  v_file private.open_files := private.open_file(file);
  v_names text[] := array(select c ->> 'name' from jsonb_array_elements(v_file.columns) c);
  v_lines text;
begin
  execute format($q$
    select string_agg(l.line, e'\r\n' order by l.position) from (
      select row_number() over (order by %s) as position,
        (select string_agg(coalesce(private.csv_cell(to_jsonb(r) -> c.name), ''), ',' order by c.position)
          from unnest($1) with ordinality c (name, position)) as line
      from public.%I r where %s
    ) l $q$, v_file.ordering, v_file.relation, v_file.condition)
  into v_lines using v_names;
  return case when bom then chr(65279) else '' end || concat_ws(e'\r\n', array_to_string(v_names, ','), v_lines) || e'\r\n';
end;
$$;

-- The same rows as JSON: [{column: value}].
create function public.open_json(file text) returns jsonb
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
  v_file private.open_files := private.open_file(file);
  v_names text[] := array(select c ->> 'name' from jsonb_array_elements(v_file.columns) c);
  v_rows jsonb;
begin
  execute format($q$
    select jsonb_agg((select jsonb_object_agg(c, to_jsonb(r) -> c) from unnest($1) c) order by %s) from public.%I r where %s
    $q$, v_file.ordering, v_file.relation, v_file.condition)
  into v_rows using v_names;
  return coalesce(v_rows, '[]');
end;
$$;

-- datapackage.json (specs.frictionlessdata.io, version 1). Paths are relative to the API's root.
create function public.datapackage() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('profile', 'tabular-data-package', 'name', 'hai-long', 'title', 'Hài Lòng',
    'description', 'Published satisfaction with administrative services, in batches of at least '
      || (private.setting('min_batch') #>> '{}') || ' ratings.',
    'version', (select max(m.version) from public.method_versions m),
    'created', coalesce(private.setting('last_release_on') #>> '{}', private.local_day(now())::text) || 'T00:00:00+07:00',
    'licenses', '[{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]'::jsonb,
    'resources', (select jsonb_agg(jsonb_build_object('name', replace(f.file, '_', '-'), 'title', f.title,
        'profile', 'tabular-data-resource', 'path', 'rest/v1/rpc/open_csv?file=' || f.file, 'format', 'csv',
        'mediatype', 'text/csv', 'encoding', 'utf-8', 'schema', jsonb_build_object('fields', f.columns,
          'primaryKey', f.primary_key, 'missingValues', '[""]'::jsonb)) order by f.file) from private.open_files f))
$$;

grant execute on function public.open_csv(text, boolean), public.open_json(text), public.datapackage()
  to anon, authenticated;
