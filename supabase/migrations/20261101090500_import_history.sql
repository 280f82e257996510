-- Finished imports: the list of them, the file as it came, and taking one back within 30 days.

-- Finished imports that the person may know of: own ones, and those that touched an office where they have a role; what
-- belongs to no office is for those at the top. may_undo and may_download say what they may do with it.
create function public.imports()
returns table (id bigint, kind text, file_name text, size integer, who text, finished_at timestamptz, offices text[],
  added integer, changed integer, undone_at timestamptz, undone_by text, may_undo boolean, may_download boolean)
language sql stable security definer set search_path = ''
as $$
  with mine as materialized (
    select i.id, i.kind, i.offices, k.capability from private.imports i join private.import_kinds k on k.kind = i.kind
    where i.finished_at is not null
  ), held as materialized (
    -- Which offices the person holds a capability for. Sets, not arrays: an import may have touched thousands of offices.
    select c.capability, o.code from (select 'see_imports' union select 'download_imports' union select capability from private.import_kinds)
      c (capability) cross join lateral private.offices_where(c.capability) o (code)
  ), touched as (
    select m.id, count(*) as n, count(*) filter (where (o.code, 'see_imports') in (select h.code, h.capability from held h)) as seen,
      count(*) filter (where (o.code, 'download_imports') in (select h.code, h.capability from held h)) as led,
      count(*) filter (where (o.code, m.capability) in (select h.code, h.capability from held h)) as written
    from mine m cross join lateral unnest(m.offices) o (code) group by 1
  ), at_top as (
    select private.is_administrator() or private.holds_at_top('read_common_records') as yes, private.is_administrator() as is_administrator,
      exists (select from held where capability = 'see_imports') as sees, exists (select from held where capability = 'download_imports') as leads
  )
  select i.id, i.kind, i.file_name, octet_length(i.file), i.who, i.finished_at, i.offices, i.added, i.changed, i.undone_at,
    i.undone_by,
    i.undone_at is null and i.finished_at > now() - interval '30 days' and (a.is_administrator
      or coalesce(t.written = t.n, a.yes and a.leads)),
    i.file is not null and (a.is_administrator or coalesce(t.led = t.n, a.yes))
  from private.imports i left join touched t using (id) cross join at_top a
  where i.finished_at is not null and (a.is_administrator or i.who = private.current_email() and a.sees
    or t.seen > 0 or i.offices = '{}' and a.yes)
  order by i.id desc limit 200
$$;

-- The file as it came: {name, base64}. The looking is logged. Refusals: 401, 403, 404 import_unknown.
create function public.import_file(import text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_known record;
begin
  if private.actor() is null then
    perform private.refuse(401, 'sign_in_first');
  end if;
  select * into v_known from public.imports() i where i.id = private.row_argument(import);
  if v_known.id is null or v_known.size is null then
    perform private.refuse(404, 'import_unknown');
  elsif not v_known.may_download then
    perform private.refuse(403, 'not_allowed');
  end if;
  perform private.write_audit_log('download', 'imports', v_known.id::text, null, null, null);
  return (select jsonb_build_object('name', i.file_name, 'base64', translate(encode(i.file, 'base64'), e'\n', ''))
    from private.imports i where i.id = v_known.id);
end;
$$;

-- Refusals: 409 import_changed_since, 409 import_in_use.
create function private.undo_import_changes(import bigint, relation text) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_still_so bigint;
begin
  if relation = 'visit_batches' then
    update private.visit_batches b set expires_on = private.local_day(now()) - 1 from private.import_changes c
    where c.import_id = import and b.id = (c.after ->> 'id')::bigint;
    update private.visit_codes v set expires_on = private.local_day(now()) - 1 from private.import_changes c
    where c.import_id = import and v.batch_id = (c.after ->> 'id')::bigint;
    return;
  end if;
  execute format('select count(*) from public.%1$I t join private.import_changes c on private.comparable_row(to_jsonb(t)) = c.after
    where c.import_id = $1 and c.relation = %1$L', relation) into v_still_so using import;
  if v_still_so <> (select count(*) from private.import_changes c where c.import_id = import and c.relation = undo_import_changes.relation) then
    perform private.refuse(409, 'import_changed_since');
  end if;
  begin
    perform private.write_import_changes(import, relation, true);
  exception when foreign_key_violation then
    perform private.refuse(409, 'import_in_use');
  end;
end;
$$;

-- Puts everything back as it was before the import; visit codes are no longer valid, used or not. Refusals: 401, 403,
-- 404 import_unknown, 409 import_undone, 410 import_too_old (30 days), 409 import_changed_since, 409 import_in_use.
create function public.undo_import(import text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_import private.imports;
  v_known record;
  v_relation text;
begin
  if private.actor() is null then
    perform private.refuse(401, 'sign_in_first');
  end if;
  select * into v_import from private.imports i where i.id = private.row_argument(import) for update;
  select * into v_known from public.imports() i where i.id = v_import.id;
  if v_known.id is null then
    perform private.refuse(404, 'import_unknown');
  elsif v_import.undone_at is not null then
    perform private.refuse(409, 'import_undone');
  elsif v_import.finished_at <= now() - interval '30 days' then
    perform private.refuse(410, 'import_too_old');
  elsif not v_known.may_undo then
    perform private.refuse(403, 'not_allowed');
  end if;
  for v_relation in select c.relation from private.import_changes c where c.import_id = v_import.id
    group by c.relation order by c.relation = 'fields' loop
    perform private.undo_import_changes(v_import.id, v_relation);
  end loop;
  update private.imports i set undone_at = now(), undone_by = private.actor() where i.id = v_import.id;
  perform private.write_audit_log('undo_import', 'imports', v_import.id::text,
    case when cardinality(v_import.offices) = 1 then v_import.offices[1] end, null, null);
end;
$$;
grant execute on function public.imports(), public.import_file(text), public.undo_import(text)
  to authenticated, service_role;
