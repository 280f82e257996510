-- What is wrong with the rows of an import: every problem by row and column. The rules are those of the forms.

-- What is wrong with a row by itself.
create function private.import_row_problems(kind text, body jsonb) returns table (field text, problem text)
language plpgsql stable security invoker set search_path = ''
as $$
begin
  case kind
    when 'offices' then
      return query select * from private.office_problems(body);
    when 'procedures' then
      return query select * from private.procedure_problems(body);
      if body ->> 'field' is null then
        return query values ('field', 'procedure_field_missing');
      end if;
    when 'offerings' then
      return query select f.name, 'day_malformed' from unnest(array['opened_on', 'closed_on']) f (name)
        where not private.is_valid_date(body, f.name);
      if body ->> 'closed_on' < body ->> 'opened_on' then
        return query values ('closed_on', 'closed_before_opened');
      end if;
      if not private.is_channel_list(body ->> 'channels') then
        return query values ('channels', 'channel_unknown');
      end if;
    when 'handled' then
      return query select * from private.handled_problems(body);
      if body ->> 'handled' is null then
        return query values ('handled', 'handled_malformed');
      end if;
    when 'par_index' then
      return query select * from private.par_problems(body);
    else
      return query select p.field, p.problem from (values
          ('channel', 'channel_missing', body ->> 'channel' is null),
          ('channel', 'channel_unknown', body ->> 'channel' <> all (enum_range(null::public.service_channel)::text[])),
          ('count', 'count_invalid', case when body ->> 'count' ~ '^[0-9]{1,4}$' then (body ->> 'count')::integer not between 1 and 5000 else true end),
          ('expires_on', 'expires_on_invalid', case when body ->> 'expires_on' is null or not private.is_valid_date(body, 'expires_on') then true
            else (body ->> 'expires_on')::date not between private.local_day(now()) and private.local_day(now()) + 366 end)
        ) p (field, problem, holds) where p.holds;
  end case;
end;
$$;

-- All that is wrong with a row by itself, its texts included: [{field, problem}].
create function private.import_row_faults(kind text, body jsonb) returns jsonb
language plpgsql stable security invoker set search_path = ''
as $$
begin
  return (select coalesce(jsonb_agg(f), '[]') from (
    select p.field, p.problem from private.import_row_problems(kind, body) p
    union all
    select t.key, private.text_problem(t.value, case kind when 'procedures' then 2000 else 500 end, false)
    from jsonb_each_text(body) t
    where private.text_problem(t.value, case kind when 'procedures' then 2000 else 500 end, false) is not null) f);
end;
$$;

-- Offices that a row of the file is below, itself among them when it is in a circle.
create function private.import_office_circles(import bigint) returns setof integer
language sql stable security invoker set search_path = ''
as $$
  with recursive tree as (
    select r.body ->> 'code' as code, case when r.body ? 'parent_code' then r.body ->> 'parent_code' else o.parent_code end as parent
    from private.import_rows r left join public.offices o on o.code = r.body ->> 'code' where r.import_id = import
    union all
    select o.code, o.parent_code from public.offices o
    where not exists (select from private.import_rows r where r.import_id = import and r.body ->> 'code' = o.code)
  ), up as (
    select r.position, r.body ->> 'code' as code, t.parent, 1 as steps
    from private.import_rows r join tree t on t.code = r.body ->> 'code' where r.import_id = import
    union
    select up.position, up.code, t.parent, up.steps + 1
    from up join tree t on t.code = up.parent where up.parent <> up.code and up.steps < 30
  )
  select distinct position from up where parent = code
$$;

-- Whether what a row names is there, and the person answers for it: offices and the tree they are in.
create function private.import_office_problems(import bigint, own text[]) returns table (row_position integer, field text, problem text)
language sql stable security invoker set search_path = ''
as $$
  with told as (
    select r.position, r.body ->> 'code' as code, o.code is not null as is_there,
      case when r.body ? 'parent_code' then r.body ->> 'parent_code' else o.parent_code end as parent, o.parent_code as parent_before
    from private.import_rows r left join public.offices o on o.code = r.body ->> 'code' where r.import_id = import
  ), codes as (
    select code from told
  )
  select t.position, 'parent_code', 'parent_unknown' from told t
  where t.parent is not null and t.parent not in (select code from codes where code is not null)
    and not exists (select from public.offices o where o.code = t.parent)
  union all
  select c, 'parent_code', 'parent_in_circle' from private.import_office_circles(import) c
  union all
  select t.position, 'code', 'not_allowed' from told t where t.is_there and t.code not in (select unnest(own))
  union all
  select t.position, 'parent_code', 'not_allowed' from told t
  where (not t.is_there or t.parent is distinct from t.parent_before) and case when t.parent is null
      then not private.is_administrator() and not exists (select from public.offices o where o.parent_code is null and o.code = any (own))
    when exists (select from public.offices o where o.code = t.parent) then t.parent not in (select unnest(own)) else false end
$$;

-- Every kind besides offices names an office or a procedure or both.
create function private.import_reference_problems(import bigint, kind text, own text[]) returns table (row_position integer, field text, problem text)
language sql stable security invoker set search_path = ''
as $$
  with told as (
    select r.position, r.body ->> 'office_code' as office, r.body ->> 'procedure_code' as procedure
    from private.import_rows r where r.import_id = import
  )
  select t.position, 'office_code', case when o.code is null then 'office_unknown' when o.code not in (select unnest(own)) then 'not_allowed'
    else 'office_closed' end
  from told t left join public.offices o on o.code = t.office
  where o.code is null or o.code not in (select unnest(own)) or import_reference_problems.kind <> 'handled' and o.closed_on < private.local_day(now())
  union all
  select t.position, 'procedure_code', case when p.code is null then 'procedure_unknown' else 'procedure_not_offered' end
  from told t left join public.procedures p on p.code = t.procedure
  where t.procedure is null and import_reference_problems.kind = 'offerings' or t.procedure is not null and (p.code is null
    or import_reference_problems.kind = 'visit_codes' and not private.is_offered(t.office, t.procedure, private.local_day(now())))
$$;

-- Every problem of an import. other: the earlier row with the same key.
create function private.import_problems(import private.imports) returns table (row_position integer, field text, problem text, other integer)
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_kind private.import_kinds := (select k from private.import_kinds k where k.kind = import.kind);
  v_own text[] := case when private.is_administrator() then array(select o.code from public.offices o)
    else array(select distinct private.offices_where(v_kind.capability)) end;
begin
  return query select r.position, p ->> 'field', p ->> 'problem', null::integer
    from private.import_rows r
      cross join lateral jsonb_array_elements(coalesce(r.problems, private.import_row_faults(import.kind, r.body))) p
    where r.import_id = import.id and r.problems is distinct from '[]';
  return query select k.position, v_kind.key_columns[1], 'row_twice', k.first from (
      select r.position, min(r.position) over (partition by r.key) as first, r.key from (
        select i.position, array(select i.body ->> c from unnest(v_kind.key_columns) c) as key
        from private.import_rows i where i.import_id = import.id) r
    ) k where k.first < k.position and k.key[1] is not null;
  if import.kind = 'offices' then
    return query select *, null::integer from private.import_office_problems(import.id, v_own);
  elsif import.kind in ('procedures', 'par_index') then
    -- What belongs to no office is for those at the top of the tree.
    perform private.require_capability(null, v_kind.capability);
    return query select r.position, 'office_code', 'office_unknown', null::integer from private.import_rows r
      where r.import_id = import.id and import.kind = 'par_index'
        and not exists (select from public.offices o where o.code = r.body ->> 'office_code');
  else
    return query select *, null::integer from private.import_reference_problems(import.id, import.kind, v_own);
  end if;
  -- Only of numbers that are right by themselves.
  if import.kind = 'handled' and not exists (select from private.import_rows r where r.import_id = import.id
    and coalesce(r.problems, private.import_row_faults(import.kind, r.body)) <> '[]') then
    return query select p::integer, 'handled', 'fewer_than_rated', null::integer
      from private.too_few_handled((select jsonb_agg(r.body order by r.position) from private.import_rows r where r.import_id = import.id)) p;
  end if;
  -- All codes are returned in one answer.
  if import.kind = 'visit_codes' then
    return query select t.position, 'count', 'codes_too_many', null::integer from (
        select r.position, sum((r.body ->> 'count')::integer) over (order by r.position) as so_far
        from private.import_rows r where r.import_id = import.id and r.body ->> 'count' ~ '^[0-9]{1,4}$') t
      where t.so_far > 50000;
  end if;
end;
$$;
