-- The fields of a form or of an imported row, which arrive as text in a JSON object: reading one, and finding out whether
-- two people edited the same row.

-- Refusals: 409 changed_meanwhile when a column that the person saw is another by now; the log says by whom and when.
-- 400 body_invalid for what is no row.
create function private.require_unchanged(current jsonb, seen jsonb) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if jsonb_typeof(seen) <> 'object' then
    perform private.refuse(400, 'body_invalid');
  end if;
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

-- What is wrong with a text that is to be shown: text_too_long, or text_unreadable when it has a control character, a sign
-- that turns the direction of what follows, the sign for a letter that got lost (U+FFFD), or nothing that can be seen. Null
-- for nothing, and for no text.
create function private.text_problem(written text, longest integer, has_lines boolean) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if written is null or written = '' then
    return null;
  elsif length(written) > longest then
    return 'text_too_long';
  elsif regexp_replace(written, case when has_lines then '[\t\n\r]' else '' end, '', 'g')
      ~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF]'
    or written !~ '[^\s\u00A0\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0]' then
    return 'text_unreadable';
  end if;
  return null;
end;
$$;

-- A name is one line. Refusals: 422 text_too_long, 422 text_unreadable.
create function private.check_name(name text, longest integer default 500) returns void
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_problem text := private.text_problem(name, longest, false);
begin
  if v_problem is not null then
    perform private.refuse(422, v_problem);
  end if;
end;
$$;

-- Every text of a row, as it would be written. Refusals: as check_name.
create function private.check_names(of_row jsonb, longest integer default 500) returns void
language sql immutable security invoker set search_path = ''
as $$
  select private.check_name(value, longest) from jsonb_each_text(of_row)
$$;

-- A name without blanks around it, null when nothing is left. Refusals: as check_name.
create function private.name_field(body jsonb, field text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
begin
  perform private.check_name(private.trimmed_text(body, field));
  return private.trimmed_text(body, field);
end;
$$;

-- A text of several lines without blanks around it, null when nothing is left. Refusals: 422 text_unreadable, and 422 with
-- the given key when it is longer than 4,000 characters.
create function private.long_text(written text, refusal text) returns text
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_text text := nullif(btrim(normalize(written), E' \t\n\r'), '');
  v_problem text := private.text_problem(v_text, 4000, true);
begin
  if v_problem = 'text_too_long' then
    perform private.refuse(422, refusal);
  elsif v_problem is not null then
    perform private.refuse(422, 'text_unreadable');
  end if;
  return v_text;
end;
$$;

-- What a person wrote, without what cannot be shown: it is cleaned and not refused, so that nothing of it is lost. The app
-- does the same before it keeps it (src/lib/text/clean-text.ts).
create function private.clean_text(written text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select btrim(normalize(regexp_replace(regexp_replace(written, '\r\n?', E'\n', 'g'),
    '[\u0001-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF]', '', 'g')), E' \t\n')
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
  elsif v_day !~ '^(19|20|21)[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' then
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
  if private.trimmed_text(body, field) !~ '^[0-9]{1,4}$' then
    perform private.refuse(422, 'days_malformed');
  end if;
  return private.trimmed_text(body, field)::integer;
end;
$$;
