-- Which days are worked: answers are due in working days. The days off follow the moon and the government's decision of
-- each year, so they are data, edited by those at the top, as is a Saturday that is worked instead.

create table public.holidays (
  day date primary key check (day between '2020-01-01' and '2100-12-31'),
  name text not null check (name <> '' and length(name) <= 100),
  -- True for a Saturday or Sunday that is worked in place of a day off.
  is_worked boolean not null default false
);
alter table public.holidays enable row level security;
create policy "anyone reads the holidays" on public.holidays for select to anon, authenticated using (true);
grant select on public.holidays to anon, authenticated;
call private.log_table('public.holidays', 'day', '');

create function private.is_working_day(day date) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select coalesce((select h.is_worked from public.holidays h where h.day = is_working_day.day), extract(isodow from day) < 6)
$$;

-- The last day on which what arrived on a day is answered in time: answer_days working days later. Where a calendar of
-- days off leaves too few within a year, the year's end.
create function private.answer_due_on(arrived date) returns date
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_day date := arrived;
  v_left integer := private.setting('answer_days')::integer;
begin
  while v_left > 0 and v_day < arrived + 366 loop
    v_day := v_day + 1;
    if private.is_working_day(v_day) then
      v_left := v_left - 1;
    end if;
  end loop;
  return v_day;
end;
$$;

-- Adds a holiday or changes it: {day, name, is_worked}; an empty name takes it out. seen: as the person saw it, null when
-- it is new. Answers with all of them. Refusals: 401, 403, 422 day_malformed, 422 name_too_long, 409 changed_meanwhile.
create function public.save_holiday(holiday jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_day date := private.date_field(holiday, 'day');
  v_name text := private.name_field(holiday, 'name');
  v_old public.holidays;
begin
  perform private.require_capability(null, 'change_settings');
  if v_day is null or v_day not between '2020-01-01' and '2100-12-31' then
    perform private.refuse(422, 'day_malformed');
  elsif length(v_name) > 100 then
    perform private.refuse(422, 'name_too_long');
  end if;
  select * into v_old from public.holidays h where h.day = v_day for update;
  perform private.require_unchanged(case when v_old.day is not null then to_jsonb(v_old) end, seen);
  if v_name is null then
    delete from public.holidays h where h.day = v_day;
  else
    insert into public.holidays values (v_day, v_name, coalesce(holiday ->> 'is_worked', 'false') = 'true')
    on conflict (day) do update set name = excluded.name, is_worked = excluded.is_worked;
  end if;
  return (select coalesce(jsonb_agg(h order by h.day), '[]') from public.holidays h);
end;
$$;
grant execute on function public.save_holiday(jsonb, jsonb) to authenticated, service_role;
