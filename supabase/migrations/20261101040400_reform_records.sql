-- What each reform has changed, row by row, so that it can be taken back.

create table private.reforms (
  id bigint generated always as identity primary key,
  on_date date not null,
  legal_basis text,
  -- Who closed, opened or took over; opened and closed: their names as they were.
  offices text[] not null,
  opened text[] not null,
  closed text[] not null,
  who text not null,
  carried_out_at timestamptz not null default clock_timestamp(),
  -- The last batch by then: what was published later may hold ratings that the reform led there.
  after_batch integer not null,
  undone_at timestamptz,
  undone_by text
);

-- The rows that a reform changed, and every counter of an office that it closed; null before for what it added.
create table private.reform_changes (
  reform_id bigint not null references private.reforms,
  relation text not null,
  key text not null,
  before jsonb,
  after jsonb not null,
  primary key (reform_id, relation, key)
);

-- Every row that a plan may change. offices: all that it names.
create function private.reform_rows(offices text[]) returns table (relation text, key text, value jsonb)
language sql stable security invoker set search_path = ''
as $$
  select 'offices', o.code, to_jsonb(o) - 'waiting' from public.offices o where o.code in (select unnest(offices))
  union all
  select 'offerings', f.office_code || ' ' || f.procedure_code, to_jsonb(f) from public.offerings f where f.office_code in (select unnest(offices))
  union all
  select 'office_successions', s.predecessor_code || ' ' || s.successor_code, to_jsonb(s) from public.office_successions s
  where s.predecessor_code in (select unnest(offices))
  union all
  select 'counters', c.code, to_jsonb(c) from private.counters c where c.office_code in (select unnest(offices))
  union all
  select 'members', m.id::text, to_jsonb(m) from public.members m where m.office_code in (select unnest(offices))
$$;

-- The offices that a plan names.
create function private.offices_of_plan(plan jsonb) returns text[]
language sql immutable security invoker set search_path = ''
as $$
  select coalesce(array_agg(distinct code order by code), '{}') from (
    select jsonb_array_elements_text(coalesce(plan -> 'closing', '[]'))
    union all select o ->> 'code' from jsonb_array_elements(coalesce(plan -> 'opening', '[]')) o
    union all select s ->> 'successor' from jsonb_array_elements(plan -> 'successions') s
  ) named (code) where code is not null
$$;

-- Remembers what a reform has changed; before: reform_rows as it found them, {relation key: value}. Answers with its number.
create function private.remember_reform(plan jsonb, on_day date, before jsonb) returns bigint
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_offices text[] := private.offices_of_plan(plan);
  v_closing text[] := array(select jsonb_array_elements_text(coalesce(plan -> 'closing', '[]')));
  v_id bigint;
begin
  insert into private.reforms (on_date, legal_basis, offices, opened, closed, who, after_batch)
  values (on_day, private.name_field(plan, 'legal_basis'), v_offices,
    array(select o.name from public.offices o where o.code in (select unnest(v_offices)) and not before ? ('offices ' || o.code) order by 1),
    array(select o.name from public.offices o where o.code = any (v_closing) order by 1),
    private.actor(), (select coalesce(max(b.number), 0) from public.batches b)) returning id into v_id;
  insert into private.reform_changes (reform_id, relation, key, before, after)
  select v_id, r.relation, r.key, r.was, r.value
  from (select n.*, before -> (n.relation || ' ' || n.key) as was from private.reform_rows(v_offices) n offset 0) r
  where r.value is distinct from r.was or r.relation = 'counters' and r.value ->> 'office_code' in (select unnest(v_closing));
  return v_id;
end;
$$;
