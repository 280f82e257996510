-- Codes for visits, and what became of those who gave no answer: who could not be reached and who would not answer is counted and
-- published, because a figure of those who liked to answer alone would be no better than one that nobody asked for.

-- Codes for people who leave an office in the running quarter, to be handed out at its door: {count}. At most 300 a quarter.
-- Refusals: 401, 403, 410 office_closed, 422 count_invalid, 409 control_codes_exhausted.
create function public.make_control_codes(office text, count text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_ask private.office_to_ask := private.require_to_ask(office);
  v_quarter date := date_trunc('quarter', private.local_day(now()));
  v_count integer := private.integer_argument(make_control_codes.count);
  v_last integer;
  v_made uuid[];
begin
  if exists (select from public.offices o where o.code = office and o.closed_on < private.local_day(now())) then
    perform private.refuse(410, 'office_closed');
  elsif v_count is null or v_count not between 1 and 50 then
    perform private.refuse(422, 'count_invalid');
  end if;
  perform pg_advisory_xact_lock(hashtext(concat_ws(' ', 'hai-long control', office, v_quarter)));
  select coalesce(max(c.position), 0) into v_last from private.control_contacts c
  where c.office_code = office and c.quarter = v_quarter and c.way = 'visit';
  if v_last + v_count > 300 then
    perform private.refuse(409, 'control_codes_exhausted');
  end if;
  with made as (
    insert into private.control_contacts (office_code, quarter, way, position, channel)
    select office, v_quarter, 'visit', v_last + i, 'counter' from generate_series(1, v_count) i returning id
  )
  select array_agg(m.id) into v_made from made m;
  perform private.give_control_contacts(v_made, v_ask.organisation);
  perform private.log_asking('make_codes', office, v_quarter, v_ask.named_at, v_count);
  return jsonb_build_object('count', v_count);
end;
$$;
grant execute on function public.make_control_codes(text, text) to authenticated, service_role;

-- What became of asking somebody: not_reached, which may be tried again; refused, after which the code lets nothing in; open takes
-- either back, a refusal within half an hour, as a rating may be. Said again it changes nothing. Answers with {state}. Refusals:
-- 401, 400 outcome_unknown, 404 contact_unknown (also for those of others), 409 control_closed, 409 control_answered,
-- 409 outcome_settled.
create function public.record_control_outcome(contact text, outcome text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_contact private.control_contacts;
begin
  if private.current_email() is null then
    perform private.refuse(401, 'sign_in_first');
  elsif coalesce(outcome, '') not in ('not_reached', 'refused', 'open') then
    perform private.refuse(400, 'outcome_unknown');
  end if;
  select c.* into v_contact from private.control_contacts c
  where c.id = private.uuid_argument(contact) and c.taken_by = private.current_email()
    and c.office_code in (select o.office_code from private.offices_to_ask() o) for update;
  if v_contact.id is null then
    perform private.refuse(404, 'contact_unknown');
  elsif private.control_closes_on(v_contact.quarter) < private.local_day(now()) then
    perform private.refuse(409, 'control_closed');
  end if;
  -- The answer that is just coming in waits for this, or this for it.
  perform from private.visit_codes c where c.code_hash = private.short_hash(v_contact.code) for update;
  if private.control_state(v_contact) = 'answered' then
    perform private.refuse(409, 'control_answered');
  elsif v_contact.outcome = 'refused' and outcome <> 'refused' and v_contact.outcome_at < now() - interval '30 minutes' then
    perform private.refuse(409, 'outcome_settled');
  end if;
  if nullif(outcome, 'open') is distinct from v_contact.outcome then
    update private.control_contacts c set outcome = nullif(record_control_outcome.outcome, 'open'),
      outcome_at = case when record_control_outcome.outcome <> 'open' then now() end
    where c.id = v_contact.id;
    update private.visit_codes c set expires_on = case when record_control_outcome.outcome = 'refused' then '-infinity'
      else private.control_closes_on(v_contact.quarter) end
    where c.code_hash = private.short_hash(v_contact.code);
  end if;
  return jsonb_build_object('state', outcome);
end;
$$;
grant execute on function public.record_control_outcome(text, text) to authenticated, service_role;
