-- What the sender of a petition does afterwards, by its code: read where it stands, answer a question, add to it, withdraw
-- it, say once whether the answer is good enough.

-- The petition of a code, locked until the transaction ends. Refusals: 400 receipt_malformed, 404 feedback_unknown.
create function private.feedback_by_code(code text) returns private.feedback
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_feedback private.feedback;
begin
  select * into v_feedback from private.feedback f where f.code_hash = private.receipt_hash(code) for update;
  if not found then
    perform private.refuse(404, 'feedback_unknown');
  end if;
  return v_feedback;
end;
$$;

-- How many messages a sender may add: enough for a long exchange, and no door for a flood.
create function private.most_messages() returns integer
language sql immutable security invoker set search_path = ''
as $$
  select 20
$$;

-- do: supply (answers the office's question), add, withdraw, judge (content: true or false). message: a random name that
-- the phone gives it, so that what is sent twice is done once. Answers as send_feedback does. Refusals: 400
-- feedback_invalid, 409 feedback_closed_already, feedback_not_asked, feedback_not_answered, feedback_judged; 429
-- feedback_messages_full; those of a text.
create function private.continue_feedback(request json, on_day date) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.feedback_body(request, array['code', 'do', 'message', 'text', 'content']);
  v_feedback private.feedback := private.feedback_by_code(private.text_field(v_body, 'code', 'receipt_malformed'));
  v_message uuid := private.short_hash(private.text_field(v_body, 'message', 'feedback_invalid'));
  v_do text := private.text_field(v_body, 'do', 'feedback_invalid');
begin
  if v_message is null or coalesce(v_do, '') not in ('supply', 'add', 'withdraw', 'judge') then
    perform private.refuse(400, 'feedback_invalid');
  elsif exists (select from private.feedback_steps s where s.feedback_id = v_feedback.id and s.message_hash = v_message) then
    return private.feedback_state(v_feedback);
  elsif (select count(*) from private.feedback_steps s where s.feedback_id = v_feedback.id and s.message_hash is not null)
      >= private.most_messages() then
    perform private.refuse(429, 'feedback_messages_full');
  end if;
  perform case v_do when 'judge' then private.judge_feedback(v_feedback, v_body -> 'content', v_message, on_day)
    when 'withdraw' then private.withdraw_feedback(v_feedback, v_message, on_day)
    else private.add_to_feedback(v_feedback, v_do, private.feedback_text(v_body, 'text'), v_message, on_day) end;
  select * into v_feedback from private.feedback f where f.id = v_feedback.id;
  return private.feedback_state(v_feedback);
end;
$$;

create function private.add_to_feedback(feedback private.feedback, what text, text text, message uuid, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if feedback.closed_on is not null then
    perform private.refuse(409, 'feedback_closed_already');
  elsif what = 'supply' and feedback.state <> 'waiting' then
    perform private.refuse(409, 'feedback_not_asked');
  end if;
  perform private.add_feedback_step(feedback, case what when 'supply' then 'supplied' else 'added' end, on_day, text, null, message);
  -- The office's time stands still up to the day of the answer, and with it.
  update private.feedback f set version = version + 1, is_fresh = true,
    state = case what when 'supply' then 'handling' else state end,
    paused = case what when 'supply' then paused * datemultirange(daterange(null, on_day, '(]')) else paused end
  where f.id = feedback.id;
end;
$$;

-- A withdrawn petition is forgotten at once: nobody answers it, and nobody needs to know what it said.
create function private.withdraw_feedback(feedback private.feedback, message uuid, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if feedback.closed_on is not null then
    perform private.refuse(409, 'feedback_closed_already');
  end if;
  perform private.close_feedback(feedback, 'withdrawn', on_day);
  perform private.add_feedback_step(feedback, 'withdrawn', on_day, null, null, message);
  update private.feedback f set secret = null where f.id = feedback.id;
  update private.feedback_steps s set secret = null where s.feedback_id = feedback.id;
end;
$$;

create function private.judge_feedback(feedback private.feedback, content jsonb, message uuid, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if feedback.state <> 'answered' then
    perform private.refuse(409, 'feedback_not_answered');
  elsif feedback.is_content is not null then
    perform private.refuse(409, 'feedback_judged');
  elsif coalesce(jsonb_typeof(content), '') <> 'boolean' then
    perform private.refuse(400, 'feedback_invalid');
  end if;
  update private.feedback f set is_content = content::boolean, version = version + 1, is_fresh = true where f.id = feedback.id;
  perform private.add_feedback_step(feedback, 'judged', on_day, null, null, message);
end;
$$;

create function public.follow_feedback(json) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select private.continue_feedback($1, private.local_day(now()))
$$;
grant execute on function public.follow_feedback(json) to anon, authenticated;

-- Where a petition stands, with all that was written: {…, text, steps: [{step, on_day, office, to_office, text}]}. The
-- telephone number and the address are not given out again. readable: false when this server has no key that fits; the
-- steps are told all the same. Volatile: it goes by POST, so that no log and no cache holds the code.
-- Refusals: 400 receipt_malformed, 404 feedback_unknown.
create function public.feedback_status(code text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_feedback private.feedback;
begin
  -- Without a lock: it would leave the number of this transaction in the row.
  select * into v_feedback from private.feedback f where f.code_hash = private.receipt_hash(feedback_status.code);
  if not found then
    perform private.refuse(404, 'feedback_unknown');
  end if;
  return private.feedback_state(v_feedback) || jsonb_build_object(
    'text', private.opened(v_feedback.secret, false)::jsonb ->> 'text',
    'readable', v_feedback.secret is null or private.opened(v_feedback.secret, false) is not null,
    'steps', (
      select jsonb_agg(jsonb_build_object('step', s.step, 'on_day', s.on_day,
          'office', (select o.name from public.offices o where o.code = s.office_code),
          'to_office', (select o.name from public.offices o where o.code = s.to_office),
          'text', private.opened(s.secret, false)) order by s.position)
      from private.feedback_steps s
      where s.feedback_id = v_feedback.id and s.step not in ('taken', 'kept')));
end;
$$;
grant execute on function public.feedback_status(text) to anon, authenticated;
