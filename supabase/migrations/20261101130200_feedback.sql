-- Petitions (phản ánh, kiến nghị): what somebody wants done and answered. A petition is no rating: it has a text, mostly a
-- name, an office that must answer, and a day until which. Only its sender knows the code that leads to it.
--
-- What is missing, and why: no id of the sender's making, no instant, no device, no language, no counter. A rating holds
-- its instant while it waits; a petition of the same sitting must not lead to it. It has its day alone, and the night's
-- release writes its rows anew, so that no system column tells after whom it came (private.settle_feedback). No foreign key
-- to offices: it would lock an office's row and leave the number of the transaction there.

-- text, name, address and telephone are sealed together (private.sealed).
create table private.feedback (
  id uuid primary key default gen_random_uuid(),
  code_hash uuid not null unique,
  -- idea: about a procedure itself, whichever office it is done at.
  kind text not null check (kind in ('procedure', 'office', 'conduct', 'idea')),
  -- The office that must answer now.
  office_code text not null,
  procedure_code text,
  -- Without a name it is counted, and answered through the code alone.
  is_named boolean not null,
  state text not null default 'received' check (state in ('received', 'handling', 'waiting', 'answered', 'refused', 'withdrawn')),
  received_on date not null,
  -- From which day the office's time counts: the day of arrival, there or from another office; and which days do not,
  -- because the office waited for the sender.
  clock_from date not null,
  paused datemultirange not null default '{}',
  -- Who of the office has taken it on.
  owner text,
  -- Goes up with everything that anybody does.
  version integer not null default 1,
  closed_on date,
  is_late boolean,
  working_days integer,
  is_content boolean,
  -- Of an answered one: published, or kept because its words tell who wrote it. Null: to be decided.
  publication text check (publication in ('published', 'kept')),
  -- The quarter in whose figures it is.
  counted_in date,
  is_fresh boolean not null default true,
  secret bytea,
  check ((state in ('answered', 'refused', 'withdrawn')) = (closed_on is not null)),
  check ((state = 'waiting') = upper_inf(paused)),
  check (is_content is null or state = 'answered')
);
create index feedback_office on private.feedback (office_code, received_on);

-- What happened, in order. Of the office's steps who did it; of the sender's nothing but the day.
create table private.feedback_steps (
  feedback_id uuid not null references private.feedback on delete cascade,
  position integer not null,
  step text not null check (step in ('received', 'taken', 'asked', 'supplied', 'added', 'forwarded', 'moved', 'escalated',
    'answered', 'refused', 'withdrawn', 'judged', 'published', 'kept')),
  on_day date not null,
  office_code text not null,
  to_office text,
  who text,
  -- The sender's message by the random name that the phone gave it, hashed: sent twice it is one.
  message_hash uuid,
  is_fresh boolean not null default true,
  secret bytea,
  primary key (feedback_id, position),
  unique (feedback_id, message_hash)
);

create function private.add_feedback_step(feedback private.feedback, step text, on_day date, secret text default null,
  to_office text default null, message uuid default null) returns void
language sql volatile security invoker set search_path = ''
as $$
  insert into private.feedback_steps (feedback_id, position, step, on_day, office_code, to_office, who, message_hash, secret)
  select feedback.id, 1 + count(*), add_feedback_step.step, add_feedback_step.on_day, feedback.office_code,
    add_feedback_step.to_office, case when message is null and add_feedback_step.step not in ('received', 'escalated', 'moved')
      then private.actor() end, message, private.sealed(add_feedback_step.secret)
  from private.feedback_steps s where s.feedback_id = feedback.id
$$;

-- The last day of each thing that an office may do, by the settings of today; null while it waits for the sender.
create function private.feedback_due_on(feedback private.feedback, what text) returns date
language sql stable security invoker set search_path = ''
as $$
  select case when what = 'publish'
    then private.working_day_after(feedback.closed_on, private.setting('feedback_publish_days')::integer)
    else private.working_day_after(feedback.clock_from, private.setting('feedback_' || what || '_days')::integer, feedback.paused) end
$$;

-- Closes a petition: whether that was in time, and how many working days the office had it.
create function private.close_feedback(feedback private.feedback, new_state text, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  -- While it waited for the sender, the office's time stood still.
  if upper_inf(feedback.paused) then
    feedback.paused := feedback.paused * datemultirange(daterange(null, on_day, '(]'));
  end if;
  update private.feedback f set state = new_state, closed_on = on_day, paused = feedback.paused, version = version + 1, is_fresh = true,
    is_late = case new_state when 'answered' then on_day > private.feedback_due_on(feedback, 'handle')
      when 'refused' then on_day > private.feedback_due_on(feedback, 'refuse') end,
    working_days = case when new_state <> 'withdrawn'
      then private.working_days_between(feedback.clock_from, on_day, feedback.paused) end
  where f.id = feedback.id;
end;
$$;

-- The office that does a closed one's work, or the one above where there is none or more than one: somebody must answer.
create function private.feedback_successor(office text, on_day date) returns text
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_office text := office;
  v_next text;
begin
  for i in 1..20 loop
    v_next := private.serving_office(v_office, on_day);
    if v_next is not null then
      return v_next;
    end if;
    v_office := (select o.parent_code from public.offices o where o.code = v_office);
    exit when v_office is null;
  end loop;
  return null;
end;
$$;

-- Hands what a closed office has not answered to its successor. The time goes on: the sender waits as before.
create function private.move_feedback(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_feedback private.feedback;
  v_office text;
begin
  for v_feedback in select f.* from private.feedback f join public.offices o on o.code = f.office_code
    where f.closed_on is null and o.closed_on < on_day for update of f
  loop
    v_office := private.feedback_successor(v_feedback.office_code, on_day);
    if v_office <> v_feedback.office_code then
      perform private.add_feedback_step(v_feedback, 'moved', on_day, null, v_office);
      update private.feedback f set office_code = v_office, owner = null, version = version + 1, is_fresh = true
      where f.id = v_feedback.id;
    end if;
  end loop;
end;
$$;

-- What the holder of the code may know without the texts; feedback_status adds those.
create function private.feedback_state(feedback private.feedback) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('state', feedback.state, 'kind', feedback.kind, 'is_named', feedback.is_named,
    'received_on', feedback.received_on, 'closed_on', feedback.closed_on, 'is_content', feedback.is_content,
    'office', (select jsonb_build_object('code', o.code, 'name', o.name, 'hotline', o.hotline)
      from public.offices o where o.code = feedback.office_code),
    'procedure', feedback.procedure_code,
    'due_on', case when feedback.closed_on is null then private.feedback_due_on(feedback, 'handle') end,
    'is_late', case when feedback.closed_on is null
      then coalesce(private.feedback_due_on(feedback, 'handle') < private.local_day(now()), false) else feedback.is_late end)
$$;
