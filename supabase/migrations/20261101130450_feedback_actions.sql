-- The steps that an office takes with a petition, each refused when somebody else has done something with it since the
-- person looked: of two who answer one petition, the second is told so.

-- The office to which a petition is handed on. Refusals: 404 office_unknown, 422 forward_same, 422 forward_closed for an
-- office that is closed; its successor is chosen instead.
create function private.check_forward(feedback private.feedback, office text, on_day date) returns void
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_office public.offices;
begin
  select * into v_office from public.offices o where o.code = office;
  if not found then
    perform private.refuse(404, 'office_unknown');
  elsif office = feedback.office_code then
    perform private.refuse(422, 'forward_same');
  elsif v_office.closed_on < on_day then
    perform private.refuse(422, 'forward_closed');
  end if;
end;
$$;

-- The clock of an office that a petition is handed to: it begins that day, but where the office had it before, on the day
-- it first came. Two who hand it to and fro would never be late otherwise. What is not its time: the days on which it lay elsewhere,
-- and those on which it waited for the sender.
create function private.clock_at(feedback private.feedback, office text, on_day date, out clock_from date, out paused datemultirange)
language sql stable security invoker set search_path = ''
as $$
  with steps as (
    select s.*, s.office_code = clock_at.office as is_here from private.feedback_steps s where s.feedback_id = feedback.id
  ), away as (
    select daterange(a.on_day + 1, coalesce((select min(e.on_day) from steps e where e.position > a.position and case a.step
      when 'asked' then e.step in ('supplied', 'forwarded', 'moved') else e.to_office = clock_at.office end), clock_at.on_day) + 1) as days
    from steps a where a.is_here and a.step in ('asked', 'forwarded')
  )
  select coalesce(min(s.on_day) filter (where s.is_here or s.to_office = clock_at.office), clock_at.on_day),
    coalesce((select range_agg(a.days) from away a), '{}'::datemultirange)
  from steps s
$$;

-- Of an answered petition what everybody may read, in words that the office chose: who wrote it is not in them. An idea on
-- a procedure is published like that too.
create table public.published_feedback (
  id uuid primary key default gen_random_uuid(),
  office_code text not null references public.offices,
  kind text not null,
  procedure_code text references public.procedures,
  text text not null check (text <> '' and length(text) <= 4000),
  answer text not null check (answer <> '' and length(answer) <= 4000),
  published_on date not null
);
create index published_feedback_office on public.published_feedback (office_code, published_on);
create index published_feedback_procedure on public.published_feedback (procedure_code);
alter table public.published_feedback enable row level security;
create policy "anyone reads published petitions" on public.published_feedback for select to anon, authenticated using (true);
grant select (id, office_code, kind, procedure_code, text, answer, published_on) on public.published_feedback
  to anon, authenticated;

-- Whose name it is is sealed, so it takes the key. Refusals: 422 reply_missing, feedback_too_long, publication_names_somebody,
-- publication_names_sender; 503 feedback_key_missing.
create function private.publish_feedback(feedback private.feedback, fields jsonb, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_text text := private.long_text(fields ->> 'text', 'feedback_too_long');
  v_answer text := private.long_text(fields ->> 'answer', 'feedback_too_long');
begin
  if v_text is null or v_answer is null then
    perform private.refuse(422, 'reply_missing');
  elsif private.mask_identifiers(v_text) <> v_text or private.mask_identifiers(v_answer) <> v_answer then
    perform private.refuse(422, 'publication_names_somebody');
  elsif feedback.is_named and private.names_officer(concat_ws(' | ', v_text, v_answer), private.opened(feedback.secret)::jsonb ->> 'name') then
    perform private.refuse(422, 'publication_names_sender');
  end if;
  insert into public.published_feedback (office_code, kind, procedure_code, text, answer, published_on)
  values (feedback.office_code, feedback.kind, feedback.procedure_code, v_text, v_answer, on_day);
end;
$$;

-- One step with a petition that the person sees as of version seen. Refusals: 400 body_invalid, 409 changed_meanwhile,
-- feedback_closed_already, feedback_not_answered; those of the step.
create function private.act_on_feedback(feedback private.feedback, action text, fields jsonb, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_text text := case when action in ('ask', 'answer', 'refuse', 'forward') then private.long_text(fields ->> 'text', 'reply_too_long') end;
begin
  if action in ('publish', 'keep') then
    if feedback.state <> 'answered' or feedback.publication is not null then
      perform private.refuse(409, 'feedback_not_answered');
    elsif action = 'publish' then
      perform private.publish_feedback(feedback, fields, on_day);
    end if;
    update private.feedback f set publication = case action when 'publish' then 'published' else 'kept' end, version = version + 1
    where f.id = feedback.id;
  elsif feedback.closed_on is not null then
    perform private.refuse(409, 'feedback_closed_already');
  elsif action in ('ask', 'answer', 'refuse') and v_text is null then
    perform private.refuse(422, 'reply_missing');
  elsif action = 'take' then
    update private.feedback f set owner = private.actor(), version = version + 1,
      state = case state when 'received' then 'handling' else state end where f.id = feedback.id;
  elsif action = 'ask' then
    if feedback.state = 'waiting' then
      perform private.refuse(409, 'feedback_asked_already');
    end if;
    update private.feedback f set state = 'waiting', version = version + 1,
      paused = paused + datemultirange(daterange(on_day + 1, null)) where f.id = feedback.id;
  elsif action = 'forward' then
    perform private.check_forward(feedback, fields ->> 'office', on_day);
    update private.feedback f set office_code = fields ->> 'office', state = 'received', owner = null, clock_from = c.clock_from,
      paused = c.paused, version = version + 1 from private.clock_at(feedback, fields ->> 'office', on_day) c where f.id = feedback.id;
  else
    perform private.close_feedback(feedback, case action when 'answer' then 'answered' else 'refused' end, on_day);
  end if;
  perform private.add_feedback_step(feedback, case action when 'take' then 'taken' when 'ask' then 'asked' when 'forward' then 'forwarded'
    when 'answer' then 'answered' when 'refuse' then 'refused' when 'publish' then 'published' else 'kept' end, on_day, v_text,
    case when action = 'forward' then fields ->> 'office' end);
end;
$$;

-- action: take, ask {text}, forward {office, text}, answer {text}, refuse {text}, publish {text, answer}, keep. Answers with
-- the row of the list. Refusals besides: 401, 403, 404 feedback_unknown.
create function public.act_on_feedback(feedback text, action text, seen text, fields jsonb default '{}') returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_id uuid := private.uuid_argument(feedback);
  v_before private.feedback := private.handled_feedback(v_id);
  v_after private.feedback;
begin
  if coalesce(action, '') not in ('take', 'ask', 'forward', 'answer', 'refuse', 'publish', 'keep')
    or coalesce(jsonb_typeof(fields), '') <> 'object' then
    perform private.refuse(400, 'body_invalid');
  elsif v_before.version is distinct from private.integer_argument(seen) then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  perform private.act_on_feedback(v_before, action, fields, private.local_day(now()));
  select * into v_after from private.feedback f where f.id = v_id;
  perform private.write_audit_log('update', 'feedback', v_id::text, v_before.office_code,
    jsonb_build_object('state', v_before.state, 'owner', v_before.owner, 'office_code', v_before.office_code),
    jsonb_build_object('state', v_after.state, 'owner', v_after.owner, 'office_code', v_after.office_code, 'publication', v_after.publication));
  return private.feedback_row(v_after);
end;
$$;
grant execute on function public.act_on_feedback(text, text, text, jsonb) to authenticated;

-- Takes down what was published, should its words tell on somebody after all. Refusals: 401, 403, 404 feedback_unknown.
create function public.take_down_feedback(office text, published text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_capability(office, 'handle_feedback');
  delete from public.published_feedback p where p.id = private.uuid_argument(published) and p.office_code = office;
  if not found then
    perform private.refuse(404, 'feedback_unknown');
  end if;
  perform private.write_audit_log('delete', 'published_feedback', published::text, office, null, null);
end;
$$;
grant execute on function public.take_down_feedback(text, text) to authenticated, service_role;
