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

-- A row of a table as an import compares it: without what the database counts by itself.
create function private.comparable_row(of_row jsonb) returns jsonb
language sql immutable security invoker set search_path = ''
as $$
  select of_row - array['id', 'waiting']
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
          private.comparable_row(to_jsonb(private.office_row(coalesce(to_jsonb(o), '{}') || r.body)))
        from private.import_rows r left join public.offices o on o.code = r.body ->> 'code' where r.import_id = import.id;
    when 'procedures' then
      return query with named as (
          select distinct private.trimmed_text(r.body, 'field') as name from private.import_rows r where r.import_id = import.id
        ), fields as (
          select n.name, f.code as known, coalesce(f.code, private.new_field_code(n.name)
            || case when row_number() over (partition by private.new_field_code(n.name), f.code is null order by n.name) > 1
              then '-' || left(md5(n.name), 8) else '' end) as code
          from named n left join public.fields f on f.name = n.name or f.code = n.name
        )
        select -row_number() over ()::integer, 'fields', null::jsonb, jsonb_build_object('code', f.code, 'name', f.name)
        from fields f where f.known is null
        union all
        select r.position, 'procedures', to_jsonb(p), to_jsonb(private.procedure_row(coalesce(to_jsonb(p), '{}') || r.body
          || jsonb_build_object('field_code', f.code)))
        from private.import_rows r join fields f on f.name = private.trimmed_text(r.body, 'field')
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
    else
      null;
  end case;
end;
$$;

-- What the file would do: {rows, added, changed, new_fields: [name], problems: [{row, column, key, other}] of which
-- the first thousand, problem_count}. Refusals: 401, 403, 404 import_unknown, 422 import_empty.
create function public.check_import(import bigint) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_import private.imports := private.my_open_import(import);
  v_rows integer := (select count(*) from private.import_rows r where r.import_id = v_import.id);
  v_found jsonb;
begin
  if v_rows = 0 then
    perform private.refuse(422, 'import_empty');
  end if;
  select jsonb_build_object('rows', v_rows, 'problem_count', count(*), 'problems', coalesce(jsonb_agg(jsonb_build_object(
      'row', p.row_position, 'column', p.field, 'key', p.problem, 'other', p.other) order by p.n) filter (where p.n <= 1000), '[]'))
  into v_found
  from (select *, row_number() over (order by row_position, field) as n from private.import_problems(v_import)) p;
  if v_found -> 'problem_count' = '0' and v_import.kind = 'handled' then
    select v_found || jsonb_build_object('problem_count', count(*), 'problems', coalesce(jsonb_agg(jsonb_build_object(
      'row', p, 'column', 'handled', 'key', 'fewer_than_rated', 'other', null) order by p), '[]')) into v_found
    from (select private.too_few_handled(jsonb_agg(r.body order by r.position)) as p
      from private.import_rows r where r.import_id = v_import.id) few limit 1000;
  end if;
  if v_found -> 'problem_count' <> '0' or v_import.kind = 'visit_codes' then
    return v_found || jsonb_build_object('added', v_rows, 'changed', 0, 'new_fields', '[]'::jsonb);
  end if;
  return v_found || (select jsonb_build_object(
      'added', count(*) filter (where m.before is null and m.relation <> 'fields'),
      'changed', count(*) filter (where m.before is distinct from m.after and m.before is not null),
      'new_fields', coalesce(jsonb_agg(m.after -> 'name' order by m.after ->> 'name') filter (where m.relation = 'fields'), '[]'))
    from private.merged_import_rows(v_import) m);
end;
$$;
grant execute on function public.check_import(bigint) to authenticated, service_role;
