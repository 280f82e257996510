-- What browsers send, checked before it is believed.
--
-- The functions that write take the request body as one unnamed json argument: PostgREST hands the body over as it
-- came. Named arguments would be coerced on the way ("5" would pass as the number 5) and an extra field would be
-- answered in the API's words instead of ours. json, not jsonb: a body with a character that jsonb cannot hold
-- must reach us to be refused in a sentence.

-- The body as an object with no field besides the allowed ones.
-- Refusals: 413 body_too_large (over 16 kB), 400 body_invalid, 400 field_unknown.
create function private.checked_body(body json, allowed text[]) returns jsonb
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_body jsonb;
begin
  if octet_length(body::text) > 16384 then
    perform private.refuse(413, 'body_too_large');
  end if;
  begin
    v_body := body::text::jsonb;
  exception when data_exception then
    perform private.refuse(400, 'body_invalid');
  end;
  if v_body is null or jsonb_typeof(v_body) <> 'object' then
    perform private.refuse(400, 'body_invalid');
  end if;
  if exists (select from jsonb_object_keys(v_body) k where k <> all (allowed)) then
    perform private.refuse(400, 'field_unknown');
  end if;
  return v_body;
end;
$$;

-- A body without what jsonb cannot hold: NUL, and one half of a surrogate pair. A telephone that lost half of a picture
-- would otherwise lose the whole comment.
create function private.storable(body json) returns json
language sql immutable security invoker set search_path = ''
as $$
  select case when body::text !~* '\\u(0000|d[89a-f])' then body else regexp_replace(regexp_replace(body::text,
    '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89ab][0-9a-f]{2}(?!\\ud[c-f]))', '\1', 'gi'),
    '(?<!\\ud[89ab][0-9a-f]{2})(?<!\\)((?:\\\\)*)\\ud[c-f][0-9a-f]{2}', '\1', 'gi')::json end
$$;

-- A text field, null when absent. Refusal: 400 with the given key when it is anything but text.
create function private.text_field(body jsonb, field text, refusal text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if jsonb_typeof(body -> field) not in ('string', 'null') then
    perform private.refuse(400, refusal);
  end if;
  return body ->> field;
end;
$$;

-- The id that the sender chose. Refusal: 400 id_invalid for anything but a UUID v7.
create function private.checked_id(body jsonb) returns uuid
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_id text := private.text_field(body, 'id', 'id_invalid');
begin
  if private.uuid_v7_time(v_id) is null then
    perform private.refuse(400, 'id_invalid');
  end if;
  return v_id::uuid;
end;
$$;

-- Whether a new rating with this id may still come in. The server's clock decides: an outbox may keep a rating for
-- 31 days, and a phone may be 10 minutes ahead. Refusals: 422 id_too_old, 422 id_ahead.
create function private.check_id_age(id uuid, at timestamptz) returns void
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_made timestamptz := private.uuid_v7_time(id::text);
begin
  if v_made < at - interval '31 days' then
    perform private.refuse(422, 'id_too_old');
  elsif v_made > at + interval '10 minutes' then
    perform private.refuse(422, 'id_ahead');
  end if;
end;
$$;

-- The hash of a receipt as the person typed it. Refusal: 400 receipt_malformed.
create function private.receipt_hash(typed text) returns uuid
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_receipt text := private.crockford(typed);
begin
  if v_receipt is null or v_receipt !~ '^[0-9A-HJKMNP-TV-Z]{12}$' then
    perform private.refuse(400, 'receipt_malformed');
  end if;
  return private.short_hash(v_receipt);
end;
$$;

-- A score is a whole JSON number from 1 to 5: "5" in quotes, 4.5 and null are not. Refusal: 422 score_invalid.
create function private.checked_score(score jsonb) returns smallint
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if score is null or score not in ('1', '2', '3', '4', '5') then
    perform private.refuse(422, 'score_invalid');
  end if;
  return score::smallint;
end;
$$;

-- When the phone says the tap was made. Known only within the window in which an id is accepted; a clock that is
-- wrong by years gives null, not a refusal. Refusal: 400 rated_at_invalid for what is no instant at all.
create function private.checked_rated_at(body jsonb, at timestamptz) returns timestamptz
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_text text := private.text_field(body, 'rated_at', 'rated_at_invalid');
  v_instant timestamptz;
begin
  if v_text !~ '^[0-9]{4}-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9](:[0-9][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9][0-9]:[0-9][0-9])$' then
    perform private.refuse(400, 'rated_at_invalid');
  end if;
  begin
    v_instant := v_text::timestamptz;
  exception when data_exception then
    perform private.refuse(400, 'rated_at_invalid');
  end;
  return case when v_instant between at - interval '31 days' and at + interval '10 minutes' then v_instant end;
end;
$$;
