-- What an import would change, shown before anything is written: rows added, rows changed, and every problem.

-- The code of a new field, from its name: 'Đất đai' becomes dat-dai.
create function private.new_field_code(name text) returns text
language sql stable security invoker set search_path = ''
as $$
  select case when slug = '' or exists (select from public.fields f where f.code = slug)
    then concat_ws('-', nullif(slug, ''), left(md5(name), 8)) else slug end
  from (select btrim(regexp_replace(replace(regexp_replace(normalize(lower(name), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'),
    '[^a-z0-9]+', '-', 'g'), '-') as slug) s
$$;

-- A row of a table as an import compares it: without what the database counts by itself. In plpgsql, which is quicker here.
create function private.comparable_row(of_row jsonb) returns jsonb
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  return of_row - array['id', 'waiting'];
end;
$$;

-- What the rows would change, once there is nothing wrong with them. Columns that the file does not have stay as they are.
create function private.merged_import_rows(import private.imports)
returns table (row_position integer, relation text, before jsonb, after jsonb)
language plpgsql stable security invoker set search_path = ''
as $$
begin
  case import.kind
    when 'offices' then
      return query select r.position, 'offices', private.comparable_row(to_jsonb(o)),
          private.comparable_row(to_jsonb(jsonb_populate_record(null::public.offices, coalesce(to_jsonb(o), '{}') || r.body)))
        from private.import_rows r left join public.offices o on o.code = r.body ->> 'code' where r.import_id = import.id;
    when 'procedures' then
      return query with named as (
          select distinct r.body ->> 'field' as name from private.import_rows r where r.import_id = import.id
        ), fields as (
          select n.name, f.code as known, coalesce(f.code, private.new_field_code(n.name)
            || case when row_number() over (partition by private.new_field_code(n.name), f.code is null order by n.name) > 1
              then '-' || left(md5(n.name), 8) else '' end) as code
          from named n left join public.fields f on f.name = n.name or f.code = n.name
        )
        select -row_number() over ()::integer, 'fields', null::jsonb, jsonb_build_object('code', f.code, 'name', f.name)
        from fields f where f.known is null
        union all
        select r.position, 'procedures', to_jsonb(p), to_jsonb(jsonb_populate_record(null::public.procedures, coalesce(to_jsonb(p), '{}')
          || r.body || jsonb_build_object('field_code', f.code)))
        from private.import_rows r join fields f on f.name = r.body ->> 'field'
          left join public.procedures p on p.code = r.body ->> 'code' where r.import_id = import.id;
    when 'offerings' then
      return query select r.position, 'offerings', to_jsonb(o),
          to_jsonb(jsonb_populate_record(null::public.offerings, coalesce(to_jsonb(o), '{}') || r.body))
        from private.import_rows r left join public.offerings o on o.office_code = r.body ->> 'office_code'
          and o.procedure_code = r.body ->> 'procedure_code' where r.import_id = import.id;
    when 'handled' then
      return query select r.position, 'handled_dossiers', private.comparable_row(to_jsonb(h)),
          private.comparable_row(to_jsonb(jsonb_populate_record(null::public.handled_dossiers, coalesce(to_jsonb(h), '{}') || r.body)))
        from private.import_rows r left join public.handled_dossiers h on h.office_code = r.body ->> 'office_code'
          and h.month = (r.body ->> 'month')::date and h.procedure_code is not distinct from r.body ->> 'procedure_code'
          and h.channel is not distinct from (r.body ->> 'channel')::public.service_channel where r.import_id = import.id;
    when 'par_index' then
      return query select r.position, 'par_index', to_jsonb(p),
          to_jsonb(jsonb_populate_record(null::public.par_index, coalesce(to_jsonb(p), '{}') || r.body))
        from private.import_rows r left join public.par_index p on p.office_code = r.body ->> 'office_code'
          and p.year = (r.body ->> 'year')::integer where r.import_id = import.id;
    else
      null;
  end case;
end;
$$;

-- Finds the problems and keeps all of them for import_problem_part: {problem_count, problem_kinds: [{column, key, n}],
-- problems: [{row, column, key, other}]}, of which a thousand, the first of every kind among them.
create function private.find_import_problems(import private.imports) returns jsonb
language sql volatile security invoker set search_path = '' set jit = off
as $$
  delete from private.import_problem_parts p where p.import_id = import.id;
  with found as materialized (
    select p.*, row_number() over (order by p.row_position, p.field, p.problem) as n,
      row_number() over (partition by p.field, p.problem order by p.row_position) as of_its_kind
    from private.import_problems(import) p
  ), kept as (
    insert into private.import_problem_parts
    select import.id, (f.n - 1) / 5000, jsonb_agg(jsonb_build_object('row', f.row_position, 'column', f.field, 'key', f.problem,
      'other', f.other) order by f.n)
    from found f group by 2
  ), shown as (
    select * from found order by of_its_kind, n limit 1000
  )
  select jsonb_build_object('problem_count', (select count(*) from found),
    'problem_kinds', (select coalesce(jsonb_agg(jsonb_build_object('column', k.field, 'key', k.problem, 'n', k.n)
      order by k.n desc, k.field, k.problem), '[]') from (select field, problem, count(*) as n from found group by 1, 2) k),
    'problems', (select coalesce(jsonb_agg(jsonb_build_object('row', s.row_position, 'column', s.field, 'key', s.problem,
      'other', s.other) order by s.n), '[]') from shown s))
$$;

-- The next 5,000 problems of the last check, [{row, column, key, other}]; parts are counted from 0, and one that is not
-- there is empty. Refusals: 401, 404 import_unknown.
create function public.import_problem_part(import text, part text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_import private.imports := private.my_open_import(private.row_argument(import));
begin
  return coalesce((select p.problems from private.import_problem_parts p
    where p.import_id = v_import.id and p.part = private.integer_argument(import_problem_part.part)), '[]');
end;
$$;

-- The problems of an import, and how many rows it has. Refusals: 403, 422 import_empty.
create function private.checked_import(import private.imports) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rows integer := (select count(*) from private.import_rows r where r.import_id = import.id);
begin
  if v_rows = 0 then
    perform private.refuse(422, 'import_empty');
  end if;
  return private.find_import_problems(import) || jsonb_build_object('rows', v_rows, 'added', v_rows, 'changed', 0,
    'new_fields', '[]'::jsonb);
end;
$$;

-- What the file would do: {rows, added, changed, new_fields: [name]} and what find_import_problems tells.
-- Refusals: 401, 403, 404 import_unknown, 422 import_empty.
create function public.check_import(import text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_import private.imports := private.my_open_import(private.row_argument(import));
  v_found jsonb := private.checked_import(v_import);
begin
  if v_found -> 'problem_count' <> '0' or v_import.kind = 'visit_codes' then
    return v_found;
  end if;
  return v_found || (select jsonb_build_object(
      'added', count(*) filter (where m.before is null and m.relation <> 'fields'),
      'changed', count(*) filter (where m.before is distinct from m.after and m.before is not null),
      'new_fields', coalesce(jsonb_agg(m.after -> 'name' order by m.after ->> 'name') filter (where m.relation = 'fields'), '[]'))
    from private.merged_import_rows(v_import) m);
end;
$$;
grant execute on function public.check_import(text), public.import_problem_part(text, text) to authenticated, service_role;
