-- What an office does with a petition: takes it on, asks for more, hands it on to the office that answers for it, answers,
-- refuses. That there is a petition, of what kind and until when, is seen by those above too, so that they see what is late;
-- what it says and who wrote it only by whom it is addressed to, and every look is in the log.

-- Lets through who handles petitions at this very office: neither those above it nor the administrator's key read what is
-- not theirs. Refusals: 401 sign_in_first, 403 not_allowed.
create function private.require_feedback_office(office text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if private.current_email() is null and not private.is_administrator() then
    perform private.refuse(401, 'sign_in_first');
  elsif not exists (select from private.offices_where('handle_feedback') o
      join public.members m on m.office_code = o and m.email = private.current_email() and m.ended_at is null
      join private.role_capabilities c on c.role = m.role and c.capability = 'handle_feedback'
      where o = office) then
    perform private.refuse(403, 'not_allowed');
  end if;
end;
$$;

-- The petition, locked until the transaction ends, for who handles it. Refusals: those above, and for those at the top 404
-- feedback_unknown.
create function private.handled_feedback(feedback uuid) returns private.feedback
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_feedback private.feedback;
begin
  perform private.move_feedback(private.local_day(now()));
  select * into v_feedback from private.feedback f where f.id = feedback for update;
  if not found then
    -- Only those at the top learn that there is no such petition.
    perform private.require_capability(null, 'change_settings');
    perform private.refuse(404, 'feedback_unknown');
  end if;
  perform private.require_feedback_office(v_feedback.office_code);
  return v_feedback;
end;
$$;

-- A petition without its texts, with the days that count.
create function private.feedback_row(feedback private.feedback) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select to_jsonb(feedback) - array['code_hash', 'secret', 'paused', 'is_fresh', 'counted_in'] || jsonb_build_object(
    'refuse_due_on', case when feedback.state in ('received', 'handling') then private.feedback_due_on(feedback, 'refuse') end,
    'forward_due_on', case when feedback.state in ('received', 'handling') then private.feedback_due_on(feedback, 'forward') end,
    'due_on', case when feedback.closed_on is null then private.feedback_due_on(feedback, 'handle') end,
    'publish_due_on', case when feedback.state = 'answered' and feedback.publication is null
      then private.feedback_due_on(feedback, 'publish') end,
    'is_escalated', exists (select from private.feedback_steps s where s.feedback_id = feedback.id and s.step = 'escalated'),
    'steps', (select jsonb_agg(jsonb_build_object('step', s.step, 'on_day', s.on_day, 'who', s.who, 'office', s.office_code,
        'to_office', s.to_office) order by s.position) from private.feedback_steps s where s.feedback_id = feedback.id))
$$;

-- The petitions of an office and of all below it that the person may see, without their texts. Of those over, the last
-- year's. Refusals: 401, 403.
create function public.feedback_list(office text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
begin
  perform private.require_capability(office, 'see_feedback');
  perform private.move_feedback(v_today);
  return (select coalesce(jsonb_agg(private.feedback_row(f) order by f.closed_on is not null, f.received_on, f.id), '[]')
    from private.feedback f
    where f.office_code in (select private.office_with_descendants(office))
      and (f.office_code = office or private.is_administrator() or f.office_code in (select private.offices_where('see_feedback')))
      and (f.closed_on is null or f.closed_on > v_today - 366));
end;
$$;
grant execute on function public.feedback_list(text) to authenticated, service_role;

-- The petition with its texts, and who wrote it: {…, text, name, address, phone, texts: [the steps']}. The looking is logged.
-- Refusals: those above, 410 feedback_forgotten, 503 feedback_key_missing.
create function public.look_at_feedback(feedback text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_feedback private.feedback := private.handled_feedback(private.uuid_argument(feedback));
begin
  if v_feedback.secret is null then
    perform private.refuse(410, 'feedback_forgotten');
  end if;
  perform private.write_audit_log('look_at_feedback', 'feedback', v_feedback.id::text, v_feedback.office_code, null, null);
  return private.feedback_row(v_feedback) || private.opened(v_feedback.secret)::jsonb || jsonb_build_object('texts', (
    select jsonb_agg(private.opened(s.secret, false) order by s.position) from private.feedback_steps s
    where s.feedback_id = v_feedback.id));
end;
$$;
grant execute on function public.look_at_feedback(text) to authenticated;

-- The texts of an office's petitions with what identifies people masked, for a table: [{id, text}]. Each is a look, and
-- logged. Refusals: 401, 403, 503 feedback_key_missing.
create function public.feedback_texts(office text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_feedback_office(office);
  perform private.write_audit_log('look_at_feedback', 'feedback', f.id::text, office, null, '{"masked": true}')
  from private.feedback f where f.office_code = office and f.secret is not null;
  return (select coalesce(jsonb_agg(jsonb_build_object('id', f.id,
      'text', private.mask_identifiers(private.opened(f.secret)::jsonb ->> 'text')) order by f.received_on, f.id), '[]')
    from private.feedback f where f.office_code = office and f.secret is not null);
end;
$$;
grant execute on function public.feedback_texts(text) to authenticated;
