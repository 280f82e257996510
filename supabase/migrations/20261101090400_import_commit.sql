-- Writing an import: all rows, or none.

-- Writes what an import changed into one table: forward what it holds after, backward what it held before.
create function private.write_import_changes(import bigint, relation text, backward boolean) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_columns text[] := array(select a.attname::text from pg_catalog.pg_attribute a where a.attrelid = ('public.' || relation)::regclass
    and a.attnum > 0 and not a.attisdropped and a.attname not in ('id', 'waiting') order by a.attnum);
  v_key text[] := coalesce((select k.key_columns from private.import_kinds k where k.relation = write_import_changes.relation), '{code}');
begin
  if backward then
    execute format('delete from public.%1$I t using private.import_changes c where c.import_id = $1 and c.relation = %1$L
      and c.before is null and private.comparable_row(to_jsonb(t)) = c.after', relation) using import;
  end if;
  execute format('insert into public.%1$I (%2$s) select %3$s from private.import_changes c
    cross join lateral jsonb_populate_record(null::public.%1$I, c.%4$I) r
    where c.import_id = $1 and c.relation = %1$L and c.%4$I is not null on conflict (%5$s) do update set %6$s',
    relation, (select string_agg(format('%I', c), ', ') from unnest(v_columns) c),
    (select string_agg(format('r.%I', c), ', ') from unnest(v_columns) c),
    case when backward then 'before' else 'after' end, array_to_string(v_key, ', '),
    (select string_agg(format('%1$I = excluded.%1$I', c), ', ') from unnest(v_columns) c where c <> all (v_key))) using import;
end;
$$;

-- Whose rows an import touches.
create function private.import_offices(import private.imports) returns text[]
language sql stable security invoker set search_path = ''
as $$
  select coalesce(array_agg(distinct o.code order by o.code), '{}')
  from private.import_rows r
    cross join lateral (values (r.body ->> case when import.kind = 'offices' then 'code' else 'office_code' end)) o (code)
  where r.import_id = import.id and import.kind not in ('procedures', 'par_index')
$$;

-- Codes for every row, returned only here: [{row, codes}].
create function private.import_visit_codes(import private.imports) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_made jsonb := '[]'::jsonb;
  v_codes jsonb;
  v_row private.import_rows;
begin
  for v_row in select * from private.import_rows r where r.import_id = import.id order by r.position loop
    v_codes := public.make_visit_codes(v_row.body ->> 'office_code', v_row.body ->> 'procedure_code',
      v_row.body ->> 'channel', v_row.body ->> 'count', v_row.body ->> 'expires_on');
    insert into private.import_changes (import_id, position, relation, after)
    select import.id, v_row.position, 'visit_batches', jsonb_build_object('id', max(b.id)) from private.visit_batches b
    where b.made_by = private.actor();
    v_made := v_made || jsonb_build_object('row', v_row.position, 'codes', v_codes);
  end loop;
  return v_made;
end;
$$;

-- Writes all rows, or none. Answers as check_import, and for visit codes with codes: [{row, codes}].
-- Refusals: those of check_import, 422 import_has_problems.
create function public.finish_import(import text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_import private.imports := private.my_open_import(private.row_argument(import));
  v_found jsonb := private.checked_import(v_import);
  v_offices text[] := private.import_offices(v_import);
  v_relation text;
begin
  if v_found -> 'problem_count' <> '0' then
    perform private.refuse(422, 'import_has_problems');
  end if;
  if v_import.kind = 'visit_codes' then
    v_found := v_found || jsonb_build_object('codes', private.import_visit_codes(v_import));
  else
    insert into private.import_changes (import_id, position, relation, before, after)
    select v_import.id, m.row_position, m.relation, m.before, m.after from private.merged_import_rows(v_import) m
    where m.before is distinct from m.after;
    v_found := v_found || (select jsonb_build_object(
        'added', count(*) filter (where c.before is null and c.relation <> 'fields'), 'changed', count(*) filter (where c.before is not null),
        'new_fields', coalesce(jsonb_agg(c.after -> 'name' order by c.after ->> 'name') filter (where c.relation = 'fields'), '[]'))
      from private.import_changes c where c.import_id = v_import.id);
    for v_relation in select c.relation from private.import_changes c where c.import_id = v_import.id
      group by c.relation order by c.relation = 'fields' desc loop
      perform private.write_import_changes(v_import.id, v_relation, false);
    end loop;
  end if;
  update private.imports i set finished_at = now(), offices = v_offices, added = (v_found ->> 'added')::integer,
    changed = (v_found ->> 'changed')::integer where i.id = v_import.id;
  delete from private.import_rows r where r.import_id = v_import.id;
  delete from private.import_problem_parts p where p.import_id = v_import.id;
  perform private.write_audit_log('import', 'imports', v_import.id::text, case when cardinality(v_offices) = 1 then v_offices[1] end, null,
    jsonb_build_object('kind', v_import.kind, 'file_name', v_import.file_name, 'added', v_found -> 'added', 'changed', v_found -> 'changed'));
  return v_found;
end;
$$;
grant execute on function public.finish_import(text) to authenticated, service_role;
