-- What people answered besides the faces, published in groups of its own. A batch of ten with one "money beyond the fee:
-- yes" would tell an officer who took money once who told. So at the end of a quarter the answers to each question are
-- grouped once, by the first of (office, procedure), (office, field), (office) at which at least 20 people answered and
-- every answer was given by nobody or by at least three of them. What fits none waits for the next quarter, and after
-- four of them goes up to the parent office, under the same rule. Every published count of an answer is a sum over whole
-- groups, so no difference of two counts describes fewer than three people who gave an answer.

-- Answers whose ratings are in a batch and that are in no group yet. Nothing in a row leads further than to its batch: not
-- its id, not its place, no receipt and no score.
create table private.ungrouped_answers (
  id uuid primary key default gen_random_uuid(),
  -- The first day of the quarter of its release.
  quarter date not null,
  batch_number integer not null,
  question text not null,
  -- Of praised and improve a person may give several.
  answers text[] not null,
  -- As the batch named them.
  office_code text not null,
  procedure_code text,
  field_code text,
  -- One rating of each person in a batch: the others of the same sender count, and fill no group.
  is_first boolean not null
);
create index ungrouped_answers_quarter on private.ungrouped_answers (quarter);

create table public.answer_groups (
  -- Among the entries of the ledger's chain that are no batches, of whatever kind.
  position integer primary key check (position > 0),
  -- The last batch when the group was formed, 0 before the first.
  after_batch integer not null check (after_batch >= 0),
  -- The first day of the quarter at whose end it was formed.
  quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
  office_code text not null references public.offices,
  -- Null where the group does not name it.
  procedure_code text references public.procedures,
  field_code text references public.fields,
  question text not null,
  n integer not null check (n >= 20),
  -- How many gave each answer: {"late": 4, "on_time": 31}. More than n together where several may be given.
  answers jsonb not null,
  released_on date not null,
  previous_hash text not null,
  hash text not null unique
);
create index answer_groups_office on public.answer_groups (office_code, quarter);
create index answer_groups_quarter on public.answer_groups (quarter);
create index answer_groups_procedure on public.answer_groups (procedure_code);
create index answer_groups_field on public.answer_groups (field_code);

alter table public.answer_groups enable row level security;
create policy "anyone reads the groups of answers" on public.answer_groups for select to anon, authenticated using (true);
grant select on public.answer_groups to anon, authenticated;
create trigger "rows stay as they are" before update or delete on public.answer_groups
  for each row execute function private.forbid_ledger_change();
create trigger "the ledger stays" before truncate on public.answer_groups
  for each statement execute function private.forbid_ledger_change();

-- As private.batch_text: the fields in the order of the table, the previous hash first, joined by '|', empty where null.
create function private.answer_group_text(formed public.answer_groups) returns text
language sql stable security invoker set search_path = ''
as $$
  select array_to_string(array[
    formed.previous_hash, formed.position::text, formed.after_batch::text, to_char(formed.quarter, 'YYYY-MM-DD'),
    formed.office_code, formed.procedure_code, formed.field_code, formed.question, formed.n::text, formed.answers::text,
    to_char(formed.released_on, 'YYYY-MM-DD')
  ], '|', '')
$$;
create function private.answer_group_hash(formed public.answer_groups) returns text
language sql stable security invoker set search_path = ''
as $$
  select encode(sha256(convert_to(private.answer_group_text(formed), 'UTF8')), 'hex')
$$;

-- Adds a group at the end of the ledger.
create function private.append_answer_group(formed public.answer_groups) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  formed.after_batch := private.lock_ledger();
  formed.position := private.next_position();
  formed.previous_hash := private.ledger_head();
  formed.hash := private.answer_group_hash(formed);
  insert into public.answer_groups values (formed.*);
end;
$$;

-- Takes out of what waits the answers that make a group under these keys besides the office and the question, with their
-- sums: at least 20 people, and each answer by nobody or by at least three.
create function private.take_answer_groups(by_procedure boolean, by_field boolean, before date)
returns table (office_code text, procedure_code text, field_code text, question text, n integer, answers jsonb)
language sql volatile security invoker set search_path = ''
as $$
  with keyed as (
    select u.id, u.office_code, u.question, u.answers, u.is_first,
      case when by_procedure then u.procedure_code end as procedure_code,
      case when by_field then u.field_code end as field_code
    from private.ungrouped_answers u
    where u.quarter < before and (not by_procedure or u.procedure_code is not null)
      and (not by_field or u.field_code is not null)
  ), given as (
    select k.office_code, k.procedure_code, k.field_code, k.question, a.answer,
      count(*) as times, count(*) filter (where k.is_first) as people
    from keyed k cross join unnest(k.answers) a (answer) group by 1, 2, 3, 4, 5
  ), safe as (
    select g.office_code, g.procedure_code, g.field_code, g.question, jsonb_object_agg(g.answer, g.times) as answers
    from given g group by 1, 2, 3, 4 having min(g.people) >= 3
  ), sized as (
    select s.*, array_agg(k.id) as ids, count(*) as n
    from safe s join keyed k on k.office_code = s.office_code and k.question = s.question
      and k.procedure_code is not distinct from s.procedure_code and k.field_code is not distinct from s.field_code
    group by s.office_code, s.procedure_code, s.field_code, s.question, s.answers
    having count(*) filter (where k.is_first) >= 20
  ), taken as (
    delete from private.ungrouped_answers u using (select unnest(z.ids) as id from sized z) z where u.id = z.id
  )
  select z.office_code, z.procedure_code, z.field_code, z.question, z.n::integer, z.answers from sized z
  order by z.office_code, z.procedure_code, z.field_code, z.question
$$;

-- The last quarter whose answers were grouped.
create table private.grouped_quarter (
  only_one boolean primary key default true check (only_one),
  quarter date not null
);

-- Forms the groups of the quarters that are over, once.
create function private.publish_answer_groups(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_quarter date := date_trunc('quarter', on_day);
  v_over date := v_quarter - interval '3 months';
  v_keys boolean[];
  v_group record;
begin
  if exists (select from private.grouped_quarter q where q.quarter >= v_over) then
    return;
  end if;
  insert into private.grouped_quarter (quarter) values (v_over) on conflict (only_one) do update set quarter = v_over;
  -- What was found wrong before it was grouped is not.
  delete from private.ungrouped_answers u using public.batches b where b.voids = u.batch_number;
  update private.ungrouped_answers u set office_code = o.parent_code, procedure_code = null, field_code = null
  from public.offices o
  where o.code = u.office_code and o.parent_code is not null and u.quarter <= v_quarter - interval '15 months';
  foreach v_keys slice 1 in array array[[true, true], [false, true], [false, false]] loop
    for v_group in select * from private.take_answer_groups(v_keys[1], v_keys[2], v_quarter) loop
      perform private.append_answer_group((null, null, v_over, v_group.office_code, v_group.procedure_code,
        v_group.field_code, v_group.question, v_group.n, v_group.answers, on_day, null, null)::public.answer_groups);
    end loop;
  end loop;
end;
$$;
