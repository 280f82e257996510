-- The fields of a form or of an imported row, which arrive as text in a JSON object: reading one, and finding out whether
-- two people edited the same row.

-- Refusal: 409 changed_meanwhile when a column that the person saw is another by now; the log says by whom and when.
create function private.require_unchanged(current jsonb, seen jsonb) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if seen is null and current is not null
    or exists (select from jsonb_each(seen) s where current -> s.key is distinct from s.value) then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
end;
$$;

-- A text without blanks around it; null when nothing is left. In plpgsql, which is quicker here: an import asks it a
-- hundred thousand times.
create function private.trimmed_text(body jsonb, field text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_text text := body ->> field;
begin
  if v_text is null then
    return null;
  end if;
  return nullif(btrim(regexp_replace(normalize(v_text), '\s+', ' ', 'g')), '');
end;
$$;

-- Whether a field holds no day, or one that exists, as YYYY-MM-DD.
create function private.is_valid_date(body jsonb, field text) returns boolean
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_day text := private.trimmed_text(body, field);
begin
  if v_day is null then
    return true;
  elsif v_day !~ '^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' then
    return false;
  end if;
  return right(v_day, 2)::integer <= extract(day from (left(v_day, 8) || '01')::date + interval '1 month - 1 day');
end;
$$;

-- A day as YYYY-MM-DD, null when absent. Refusal: 422 day_malformed.
create function private.date_field(body jsonb, field text) returns date
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if not private.is_valid_date(body, field) then
    perform private.refuse(422, 'day_malformed');
  end if;
  return private.trimmed_text(body, field)::date;
end;
$$;

-- A count of days as it was typed, null when absent. Refusal: 422 days_malformed.
create function private.days_field(body jsonb, field text) returns integer
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if private.trimmed_text(body, field) !~ '^\d{1,4}$' then
    perform private.refuse(422, 'days_malformed');
  end if;
  return private.trimmed_text(body, field)::integer;
end;
$$;
