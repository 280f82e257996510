-- The arguments of the functions that the API shows, which come as text.
--
-- An argument of another type (a day, a number, a word of a list) would be read before the function runs, and refused in
-- the words of the database: "invalid input value for enum". So such a function takes text, judges it here, and refuses
-- with a key that has a sentence. Lists and records come as jsonb, in functions that are called with a body alone: in an
-- address they would be read as above. supabase/tests/arguments.sql tries every function with what is none of these.

-- A month as YYYY-MM, or any day of it as YYYY-MM-DD, as its first day; null when absent. Refusal: 400 month_invalid.
create function private.month_argument(typed text) returns date
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_day text := case when typed ~ '^[0-9]{4}-[0-9][0-9]$' then typed || '-01' else typed end;
begin
  if v_day is not null and (v_day = '' or not private.is_valid_date(jsonb_build_object('day', v_day), 'day')) then
    perform private.refuse(400, 'month_invalid');
  end if;
  return date_trunc('month', v_day::date)::date;
end;
$$;

-- Refusal: 400 months_reversed.
create function private.check_months(from_month date, to_month date) returns void
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if from_month > to_month then
    perform private.refuse(400, 'months_reversed');
  end if;
end;
$$;

-- A service channel, null when absent. Refusal: 400 channel_unknown.
create function private.channel_argument(typed text) returns public.service_channel
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if typed <> all (enum_range(null::public.service_channel)::text[]) then
    perform private.refuse(400, 'channel_unknown');
  end if;
  return typed::public.service_channel;
end;
$$;

-- How a rating is proven, null when absent. Refusal: 400 trust_unknown.
create function private.trust_argument(typed text) returns public.trust
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if typed <> all (enum_range(null::public.trust)::text[]) then
    perform private.refuse(400, 'trust_unknown');
  end if;
  return typed::public.trust;
end;
$$;

-- true or false; nothing is false. Refusal: 400 flag_invalid.
create function private.flag_argument(typed text) returns boolean
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if typed not in ('true', 'false') then
    perform private.refuse(400, 'flag_invalid');
  end if;
  return coalesce(typed = 'true', false);
end;
$$;

-- The code of a language, that of the first when absent. Refusal: 400 language_invalid.
create function private.language_argument(typed text) returns text
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if typed is not null and not exists (select from private.languages l where l.code = typed) then
    perform private.refuse(400, 'language_invalid');
  end if;
  return (private.language_or_first(typed)).code;
end;
$$;

-- Whether there is such an office, procedure or field, where one is named: an answer without rows would say that nothing
-- is published about it. Refusals: 404 office_unknown, 404 procedure_unknown, 404 procedure_field_unknown.
create function private.check_office_code(typed text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if typed is not null and not exists (select from public.offices o where o.code = typed) then
    perform private.refuse(404, 'office_unknown');
  end if;
end;
$$;
create function private.check_procedure_code(typed text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if typed is not null and not exists (select from public.procedures p where p.code = typed) then
    perform private.refuse(404, 'procedure_unknown');
  end if;
end;
$$;
create function private.check_field_code(typed text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if typed is not null and not exists (select from public.fields f where f.code = typed) then
    perform private.refuse(404, 'procedure_field_unknown');
  end if;
end;
$$;

-- A whole number from 0 that fits an integer or, as the number of a row, a bigint; null for anything else, which is then
-- a row that is not there or a count that is out of bounds.
create function private.integer_argument(typed text) returns integer
language sql immutable security invoker set search_path = ''
as $$
  select case when typed ~ '^[0-9]{1,9}$' then typed::integer end
$$;
create function private.row_argument(typed text) returns bigint
language sql immutable security invoker set search_path = ''
as $$
  select case when typed ~ '^[0-9]{1,18}$' then typed::bigint end
$$;

-- The id of a row that is a UUID, null for anything else.
create function private.uuid_argument(typed text) returns uuid
language sql immutable security invoker set search_path = ''
as $$
  select case when typed ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then typed::uuid end
$$;

-- A day as YYYY-MM-DD, null when absent. Refusal: 400 with the given key.
create function private.day_argument(typed text, refusal text) returns date
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if typed is not null and (typed = '' or not private.is_valid_date(jsonb_build_object('day', typed), 'day')) then
    perform private.refuse(400, refusal);
  end if;
  return typed::date;
end;
$$;

-- A list of texts; nothing is an empty one. Refusal: 400 body_invalid.
create function private.text_list(listed jsonb) returns text[]
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if jsonb_typeof(listed) <> 'array' or exists (select from jsonb_array_elements(case jsonb_typeof(listed)
      when 'array' then listed end) l where jsonb_typeof(l) <> 'string') then
    perform private.refuse(400, 'body_invalid');
  end if;
  return array(select jsonb_array_elements_text(listed));
end;
$$;
