-- A description of the public API that programs can read (OpenAPI), derived from the catalogue of the database.

-- A type as JSON Schema has it.
create function private.json_schema(kind oid) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select case
    when t.typtype = 'e' then jsonb_build_object('type', 'string', 'enum',
      (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_catalog.pg_enum e where e.enumtypid = t.oid))
    when t.typname = 'date' then '{"type": "string", "format": "date"}'
    when t.typname in ('int4', 'int8') then '{"type": "integer"}'
    when t.typname = 'float8' then '{"type": "number"}'
    when t.typname = 'bool' then '{"type": "boolean"}'
    when t.typname = 'jsonb' then '{}'
    when t.typname = '_text' then '{"type": "array", "items": {"type": "string"}}'
    else '{"type": "string"}'
  end::jsonb
  from pg_catalog.pg_type t where t.oid = kind
$$;

-- What an argument of a reading function may be. All of them are texts (private.month_argument says why), so that it is known
-- by their names.
create function private.argument_schema(name text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('type', 'string') || case
    when name = 'channel' then jsonb_build_object('enum', enum_range(null::public.service_channel))
    when name = 'trust' then jsonb_build_object('enum', enum_range(null::public.trust))
    when name = 'lng' then jsonb_build_object('enum', (select jsonb_agg(l.code order by l.position) from private.languages l))
    when name = 'file' then jsonb_build_object('enum', (select jsonb_agg(f.file order by f.file) from private.open_data_files f))
    when name in ('predecessors', 'bom') then '{"enum": ["true", "false"]}'
    when name in ('from_month', 'to_month') then '{"pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", "example": "2026-11"}'
    else '{}'
  end::jsonb
$$;

-- The address of one function: what may be asked, what comes back, and as what it is refused.
create function private.openapi_operation(called pg_catalog.pg_proc, refusals jsonb) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('get', jsonb_build_object('operationId', called.proname,
    'summary', pg_catalog.obj_description(called.oid, 'pg_proc'),
    'parameters', coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'in', 'query', 'schema', private.argument_schema(a.name),
      'required', a.position <= called.pronargs - called.pronargdefaults) order by a.position) filter (where a.mode = 'i'), '[]'),
    'responses', jsonb_build_object('200', jsonb_build_object('description', 'What is published', 'content',
      jsonb_build_object(case when r.typtype = 'd' then r.typname else 'application/json' end, jsonb_build_object('schema',
        case when count(*) filter (where a.mode = 't') > 0 then jsonb_build_object('type', 'array', 'items', jsonb_build_object('type', 'object',
          'properties', jsonb_object_agg(a.name, private.json_schema(a.type)) filter (where a.mode = 't')))
        else private.json_schema(r.oid) end))))
      || coalesce(refusals, '{}')))
  from pg_catalog.pg_type r
    left join lateral unnest(called.proargnames, coalesce(called.proallargtypes, called.proargtypes::oid[]),
      coalesce(called.proargmodes, array_fill('i'::"char", array[called.pronargs::integer]))) with ordinality a (name, type, mode, position) on true
  where r.oid = called.prorettype
  group by r.oid, r.typtype, r.typname
$$;

-- OpenAPI 3.0 of the public functions that only read and carry a comment, derived from the catalogue, so that it cannot
-- drift from them. at: where they answer; relative to this description unless given.
create function public.openapi(at text default '.') returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_api jsonb := jsonb_build_object('openapi', '3.0.3',
    'info', jsonb_build_object('title', 'Hài Lòng', 'description', 'What is published: sums over batches of at least '
      || (private.setting('min_batch') #>> '{}') || ' ratings.', 'license', '{"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}'::jsonb,
      'version', (select m.version from public.method_versions m order by m.valid_from desc limit 1)),
    'servers', jsonb_build_array(jsonb_build_object('url', at)),
    'security', '[{"key": []}]'::jsonb,
    'components', '{"securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": "apikey", "description": "The publishable key, which is in every page"}}}'::jsonb,
    'paths', (select jsonb_object_agg('/' || p.proname, private.openapi_operation(p, r.refusals)) from pg_catalog.pg_proc p
      left join (select name, jsonb_object_agg(status, jsonb_build_object('description', keys)) as refusals
        from (select name, status, string_agg(key, ', ' order by key) as keys from private.refusals() group by 1, 2) f group by 1) r on r.name = p.proname
      where p.pronamespace = 'public'::regnamespace and p.provolatile <> 'v' and p.prokind = 'f'
        and pg_catalog.has_function_privilege('anon', p.oid, 'execute') and pg_catalog.obj_description(p.oid, 'pg_proc') is not null));
begin
  if private.is_not_modified(v_api::text, private.seconds_until_release(), 'openapi.json') then
    return 'null'::jsonb;
  end if;
  return v_api;
end;
$$;
comment on function public.openapi(text) is 'This description.';
grant execute on function public.openapi(text) to anon, authenticated;
