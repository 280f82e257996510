-- What citizens do with a petition: send it, follow it by its code, answer a question, add to it, withdraw it, say whether
-- they are content. As with ratings, the functions that write take the request body as it came, do the same thing only
-- once however often a phone sends it, and take the day at which they act, so that tests pass other days through the same
-- code.
--
-- Nothing counts who guesses at codes: a limit by address would silence a waiting hall (docs/decisions/limits.md), and
-- 60 random bits need none. A thousand guesses a second meet one of 10,000 petitions in 3,650 years, one of a million in 36, and
-- every wrong guess has the same answer.

-- A telephone number as it was typed, as digits; null for none. Refusal: 422 phone_invalid.
create function private.phone_field(body jsonb, field text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_typed text := translate(normalize(private.trimmed_text(body, field), nfkc), '០១២៣៤៥៦៧៨៩', '0123456789');
  v_phone text := regexp_replace(v_typed, '[\s.()\u2010-\u2015-]', '', 'g');
begin
  if v_phone !~ '^\+?[0-9]{8,15}$' then
    perform private.refuse(422, 'phone_invalid');
  end if;
  return v_phone;
end;
$$;

-- What a person wrote, cleaned as a comment is. Refusals: 400 feedback_invalid, 422 feedback_missing, feedback_too_long.
create function private.feedback_text(body jsonb, field text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_text text := private.clean_text(private.text_field(body, field, 'feedback_invalid'));
begin
  if coalesce(v_text, '') = '' or private.text_problem(v_text, 4000, true) = 'text_unreadable' then
    perform private.refuse(422, 'feedback_missing');
  elsif length(v_text) > 4000 then
    perform private.refuse(422, 'feedback_too_long');
  end if;
  return v_text;
end;
$$;

-- The body with no other fields. A long text is refused as such and not as a large body. Refusals: as checked_body.
create function private.feedback_body(request json, allowed text[]) returns jsonb
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if octet_length(request::text) between 16385 and 262144 then
    perform private.refuse(422, 'feedback_too_long');
  end if;
  return private.checked_body(private.storable(request), allowed);
end;
$$;

-- Who writes: all three, as a petition needs them (decree 20/2008/ND-CP, article 7), or none, chosen with anonymous: true.
-- Refusals: 422 feedback_name_missing, feedback_address_missing, phone_missing, phone_invalid; 400 feedback_invalid.
create function private.feedback_person(body jsonb) returns jsonb
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_person jsonb := jsonb_build_object('name', private.clean_text(private.text_field(body, 'name', 'feedback_invalid')),
    'address', private.clean_text(private.text_field(body, 'address', 'feedback_invalid')));
begin
  perform private.text_field(body, 'phone', 'feedback_invalid');
  if body -> 'anonymous' = 'true' then
    if body ?| array['name', 'address', 'phone'] then
      perform private.refuse(400, 'feedback_invalid');
    end if;
    return '{}'::jsonb;
  elsif coalesce(v_person ->> 'name', '') = '' then
    perform private.refuse(422, 'feedback_name_missing');
  elsif coalesce(v_person ->> 'address', '') = '' then
    perform private.refuse(422, 'feedback_address_missing');
  elsif private.trimmed_text(body, 'phone') is null then
    perform private.refuse(422, 'phone_missing');
  end if;
  perform private.check_names(v_person);
  return v_person || jsonb_build_object('phone', private.phone_field(body, 'phone'));
end;
$$;

-- The office that is to answer, and the procedure. Refusals: 404 office_unknown, 422 procedure_missing, 404
-- procedure_unknown, 429 feedback_full.
create function private.check_feedback_place(office text, kind text, procedure text, on_day date) returns text
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_office text := private.feedback_successor(office, on_day);
begin
  if v_office is null or not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  elsif procedure is null and kind in ('procedure', 'idea') then
    perform private.refuse(422, 'procedure_missing');
  elsif procedure is not null and not exists (select from public.procedures p where p.code = procedure) then
    perform private.refuse(404, 'procedure_unknown');
  elsif (select count(*) from private.feedback f where f.office_code = v_office and f.received_on = on_day)
      >= private.setting('feedback_daily_limit')::integer then
    perform private.refuse(429, 'feedback_full');
  end if;
  return v_office;
end;
$$;

-- Takes one petition, once: the same code again answers with what is there. Complaints and denunciations have laws and
-- offices of their own, and are not taken. Refusals: those above, 422 kind_invalid, 422 feedback_is_complaint.
create function private.accept_feedback(request json, on_day date) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_body jsonb := private.feedback_body(request, array['code', 'kind', 'office', 'procedure', 'text', 'name', 'address', 'phone',
    'anonymous']);
  v_code uuid := private.receipt_hash(private.text_field(v_body, 'code', 'receipt_malformed'));
  v_kind text := private.text_field(v_body, 'kind', 'kind_invalid');
  v_feedback private.feedback;
  v_secret jsonb;
begin
  select * into v_feedback from private.feedback f where f.code_hash = v_code;
  if found then
    return private.feedback_state(v_feedback);
  elsif v_kind in ('complaint', 'denunciation') then
    perform private.refuse(422, 'feedback_is_complaint');
  elsif coalesce(v_kind, '') not in ('procedure', 'office', 'conduct', 'idea') then
    perform private.refuse(422, 'kind_invalid');
  end if;
  v_secret := jsonb_build_object('text', private.feedback_text(v_body, 'text')) || private.feedback_person(v_body);
  insert into private.feedback (code_hash, kind, office_code, procedure_code, is_named, received_on, clock_from, secret)
  values (v_code, v_kind,
    private.check_feedback_place(private.text_field(v_body, 'office', 'office_unknown'), v_kind,
      private.text_field(v_body, 'procedure', 'procedure_unknown'), on_day),
    v_body ->> 'procedure', v_secret ? 'name', on_day, on_day, private.sealed(v_secret::text))
  on conflict (code_hash) do nothing
  returning * into v_feedback;
  if not found then
    -- The same petition arrived twice at the same moment.
    select * into v_feedback from private.feedback f where f.code_hash = v_code;
    return private.feedback_state(v_feedback);
  end if;
  perform private.add_feedback_step(v_feedback, 'received', on_day);
  return private.feedback_state(v_feedback);
end;
$$;

create function public.send_feedback(json) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select private.accept_feedback($1, private.local_day(now()))
$$;
grant execute on function public.send_feedback(json) to anon, authenticated;
