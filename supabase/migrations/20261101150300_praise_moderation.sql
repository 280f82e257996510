-- Publishing praise, and the consent of who is named in it.

-- Ends the consent of a praise, if there is one, and forgets the name.
create function private.end_name_consent(praise uuid) returns boolean
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  update public.name_consents c set officer_name = null, ended_by = private.actor(), ended_at = now()
  where c.praise_id = praise and c.ended_at is null;
  return found;
end;
$$;

-- Whether praise of an office and a quarter may come from any of several batches: with fewer it would tell of which it is.
create function private.has_batches_for_praise(office text, quarter date) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select count(*) >= 3 from public.batches b
  where b.office_code = office and b.released_on >= has_batches_for_praise.quarter
    and b.released_on < has_batches_for_praise.quarter + interval '3 months'
    and b.voids is null and not exists (select from public.batches v where v.voids = b.number)
$$;

-- Takes down what was published of an office and a quarter of which too few batches are left, since a batch was voided.
create function private.take_down_lone_praise(office text, quarter date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_praise public.praises;
begin
  if private.has_batches_for_praise(office, quarter) then
    return;
  end if;
  for v_praise in select * from public.praises p
    where p.office_code = office and p.quarter = take_down_lone_praise.quarter and p.state = 'published' for update loop
    perform private.end_name_consent(v_praise.id);
    update public.praises p set state = 'taken_down', text = null, shows_name = false, version = p.version + 1,
      reason = 'Một nhóm của quý này đã bị hủy, còn chưa đến ba nhóm.', decided_by = private.actor(), decided_at = now() where p.id = v_praise.id;
    perform private.write_audit_log('update', 'praises', v_praise.id::text, v_praise.office_code,
      jsonb_build_object('state', v_praise.state, 'version', v_praise.version),
      jsonb_build_object('state', 'taken_down', 'version', v_praise.version + 1));
  end loop;
end;
$$;

-- Refusals: 422 practice_text_long, 422 text_unreadable, those of practice_text_problem (422), 422 praise_repeats_comment,
-- 422 praise_text_names_officer, 409 consent_missing, 409 praise_too_few_batches.
create function private.publish_praise(praise public.praises, fields jsonb) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_text text := private.long_text(fields ->> 'text', 'practice_text_long');
  v_problem text := private.practice_text_problem(v_text, 1000);
  v_shows_name boolean := private.flag_argument(fields ->> 'name');
  v_name text := (select c.officer_name from public.name_consents c where c.praise_id = praise.id and c.ended_at is null);
begin
  if v_problem is not null then
    perform private.refuse(422, v_problem);
  elsif private.repeats_comment(v_text, (select c.text from public.comments c where c.id = praise.comment_id)) then
    perform private.refuse(422, 'praise_repeats_comment');
  -- A name in the words would stay in them when the consent ends.
  elsif private.names_officer(v_text, v_name) then
    perform private.refuse(422, 'praise_text_names_officer');
  elsif v_shows_name and v_name is null then
    perform private.refuse(409, 'consent_missing');
  elsif not private.has_batches_for_praise(praise.office_code, praise.quarter) then
    perform private.refuse(409, 'praise_too_few_batches');
  end if;
  update public.praises p set state = 'published', text = v_text, shows_name = v_shows_name where p.id = praise.id;
end;
$$;

-- What is decided of a praise that the person sees as of version seen: publish {text, name: 'true' to show it}, also to change
-- what is published; decline {reason}, take_down {reason}. Answers with the praise. Refusals: those above, 400 body_invalid,
-- 400 flag_invalid, 409 changed_meanwhile, 409 praise_decided_already, 422 text_too_long, 422 text_unreadable.
create function public.decide_praise(praise text, seen text, decision text, fields jsonb default '{}') returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_before public.praises := private.locked_praise(private.uuid_argument(praise), 'moderate_good_practice');
  v_after public.praises;
  v_reason text;
begin
  if coalesce(decision, '') not in ('publish', 'decline', 'take_down') or coalesce(jsonb_typeof(fields), '') <> 'object' then
    perform private.refuse(400, 'body_invalid');
  elsif v_before.version is distinct from private.integer_argument(seen) then
    perform private.refuse(409, 'changed_meanwhile');
  elsif v_before.state not in ('waiting', 'published') or decision = 'decline' and v_before.state <> 'waiting'
    or decision = 'take_down' and v_before.state <> 'published' then
    perform private.refuse(409, 'praise_decided_already');
  end if;
  if decision = 'publish' then
    perform private.publish_praise(v_before, fields);
  else
    v_reason := private.long_text(fields ->> 'reason', 'text_too_long');
    if length(v_reason) > 500 then
      perform private.refuse(422, 'text_too_long');
    end if;
    perform private.end_name_consent(v_before.id);
    update public.praises p set state = case decision when 'decline' then 'declined' else 'taken_down' end, text = null,
      shows_name = false, reason = v_reason where p.id = v_before.id;
  end if;
  update public.praises p set version = p.version + 1, decided_by = private.actor(), decided_at = now()
  where p.id = v_before.id returning * into v_after;
  -- Without its words: they may have to go.
  perform private.write_audit_log('update', 'praises', v_after.id::text, v_after.office_code,
    jsonb_build_object('state', v_before.state, 'shows_name', v_before.shows_name, 'version', v_before.version),
    jsonb_build_object('state', v_after.state, 'shows_name', v_after.shows_name, 'version', v_after.version));
  return to_jsonb(v_after);
end;
$$;
grant execute on function public.decide_praise(text, text, text, jsonb) to authenticated, service_role;

-- Notes that an officer agrees to be named with a praise. form: paper, message, in_person. Refusals: 401, 403, 404
-- praise_unknown, 400 consent_form_unknown, 409 praise_decided_already, 409 consent_recorded_already, 422 name_missing,
-- 422 name_too_long, 422 text_unreadable, 422 publication_names_somebody, 422 praise_text_names_officer.
create function public.record_name_consent(praise text, officer_name text, form text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_praise public.praises := private.locked_praise(private.uuid_argument(praise), 'record_consents');
  v_name text := private.trimmed_text(jsonb_build_object('name', officer_name), 'name');
  v_consent public.name_consents;
begin
  perform private.check_name(v_name);
  if coalesce(form, '') not in ('paper', 'message', 'in_person') then
    perform private.refuse(400, 'consent_form_unknown');
  elsif coalesce(private.bare_letters(v_name), '') = '' then
    perform private.refuse(422, 'name_missing');
  elsif length(v_name) > 100 then
    perform private.refuse(422, 'name_too_long');
  elsif private.mask_identifiers(v_name) <> v_name then
    perform private.refuse(422, 'publication_names_somebody');
  elsif v_praise.state not in ('waiting', 'published') then
    perform private.refuse(409, 'praise_decided_already');
  elsif exists (select from public.name_consents c where c.praise_id = v_praise.id and c.ended_at is null) then
    perform private.refuse(409, 'consent_recorded_already');
  elsif private.names_officer(v_praise.text, v_name) then
    perform private.refuse(422, 'praise_text_names_officer');
  end if;
  insert into public.name_consents (praise_id, office_code, officer_name, form, recorded_by)
  values (v_praise.id, v_praise.office_code, v_name, record_name_consent.form, private.actor()) returning * into v_consent;
  perform private.write_audit_log('insert', 'name_consents', v_praise.id::text, v_praise.office_code, null,
    jsonb_build_object('form', v_consent.form));
  return to_jsonb(v_consent);
end;
$$;
grant execute on function public.record_name_consent(text, text, text) to authenticated, service_role;

-- Takes the name off the public page at once, and forgets it. Refusals: 401, 403, 404 praise_unknown, 409 consent_missing.
create function public.revoke_name_consent(praise text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_praise public.praises := private.locked_praise(private.uuid_argument(praise), 'revoke_consents');
begin
  if not private.end_name_consent(v_praise.id) then
    perform private.refuse(409, 'consent_missing');
  end if;
  update public.praises p set shows_name = false, version = p.version + 1 where p.id = v_praise.id;
  perform private.write_audit_log('update', 'name_consents', v_praise.id::text, v_praise.office_code,
    '{"is_agreed": true}', '{"is_agreed": false}');
end;
$$;
grant execute on function public.revoke_name_consent(text) to authenticated, service_role;
