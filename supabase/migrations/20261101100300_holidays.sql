-- Which days are worked: answers are due in working days. The days off follow the moon and the government's decision of
-- each year, so they are data, edited by those at the top. Where a working day is swapped for a Saturday or Sunday, both
-- days are entered together and leave together: one without the other would move every deadline by a day.

create table public.holidays (
  day date primary key check (day between '2020-01-01' and '2100-12-31'),
  name text not null check (name <> '' and length(name) <= 100),
  -- True for a Saturday or Sunday that is worked in place of a day off.
  is_worked boolean not null default false,
  -- The other day of a swap, whose row names this one; null for a plain day off. That both are there is a rule of
  -- save_holiday and not of the table, which older installations have filled without it.
  swapped_with date check (swapped_with <> day)
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

-- The day on which so many working days after a day have passed, not counting the day itself nor those that are paused.
-- Where a calendar of days off leaves too few within a year after the last pause, the end of that year; null while a
-- pause has no end.
create function private.working_day_after(start date, days integer, paused datemultirange default '{}') returns date
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_last date := greatest(start, upper(paused)) + 366;
  v_day date := start;
  v_left integer := days;
begin
  if upper_inf(paused) then
    return null;
  end if;
  while v_left > 0 and v_day < v_last loop
    v_day := v_day + 1;
    if not paused @> v_day and private.is_working_day(v_day) then
      v_left := v_left - 1;
    end if;
  end loop;
  return v_day;
end;
$$;

-- How many working days lie after a day, up to another and with it, without those that are paused.
create function private.working_days_between(start date, finish date, paused datemultirange default '{}') returns integer
language sql stable security invoker set search_path = ''
as $$
  select count(*)::integer from generate_series(start + 1, finish, interval '1 day') d
  where not paused @> d::date and private.is_working_day(d::date)
$$;

-- The last day on which what arrived on a day is answered in time: answer_days working days later.
create function private.answer_due_on(arrived date) returns date
language sql stable security invoker set search_path = ''
as $$
  select private.working_day_after(arrived, private.setting('answer_days')::integer)
$$;

-- What speaks against a day as it is to be saved: a day off on a Sunday, which would move no deadline although somebody
-- believes so (the day off in its place is entered instead); a worked day that is no Saturday or Sunday, or that names no
-- day off for it. Refusals: 422 day_malformed, name_too_long, holiday_on_sunday, worked_day_not_weekend,
-- swap_partner_missing, swap_partner_invalid; 409 swap_partner_taken when the other day is in the calendar already.
create function private.check_holiday(of_day public.holidays) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if of_day.day is null or of_day.day not between '2020-01-01' and '2100-12-31' then
    perform private.refuse(422, 'day_malformed');
  elsif length(of_day.name) > 100 then
    perform private.refuse(422, 'name_too_long');
  elsif of_day.name is null then
    return;
  elsif not of_day.is_worked and extract(isodow from of_day.day) = 7 then
    perform private.refuse(422, 'holiday_on_sunday');
  elsif of_day.is_worked and extract(isodow from of_day.day) < 6 then
    perform private.refuse(422, 'worked_day_not_weekend');
  elsif of_day.is_worked and of_day.swapped_with is null then
    perform private.refuse(422, 'swap_partner_missing');
  elsif of_day.swapped_with is not null and (not of_day.is_worked or extract(isodow from of_day.swapped_with) > 5
      or of_day.swapped_with not between '2020-01-01' and '2100-12-31') then
    perform private.refuse(422, 'swap_partner_invalid');
  elsif exists (select from public.holidays h where h.day = of_day.swapped_with and h.swapped_with is distinct from of_day.day) then
    perform private.refuse(409, 'swap_partner_taken');
  end if;
end;
$$;

-- Adds a day or changes it: {day, name, is_worked, swapped_with}; an empty name takes it out, and with it the other day of
-- a swap. A worked day brings the day off in its place along. seen: as the person saw it, null when it is new. Answers
-- with all of them. Refusals: 401, 403, 409 changed_meanwhile and those above.
create function public.save_holiday(holiday jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_day public.holidays := (private.date_field(holiday, 'day'), private.name_field(holiday, 'name'),
    coalesce(holiday ->> 'is_worked', 'false') = 'true', private.date_field(holiday, 'swapped_with'));
  v_old public.holidays;
begin
  perform private.require_capability(null, 'change_settings');
  -- The day off of a swap is saved as it is shown; what it is swapped with is not its to change.
  select * into v_old from public.holidays h where h.day = v_day.day for update;
  if v_day.name is not null and not v_day.is_worked and v_old.swapped_with = v_day.swapped_with and not v_old.is_worked then
    v_day.swapped_with := null;
    perform private.check_holiday(v_day);
    v_day.swapped_with := v_old.swapped_with;
  else
    perform private.check_holiday(v_day);
  end if;
  perform private.require_unchanged(case when v_old.day is not null then to_jsonb(v_old) end, seen);
  if v_old.swapped_with is distinct from v_day.swapped_with or v_day.name is null then
    delete from public.holidays h where h.day = v_old.swapped_with and h.swapped_with = v_old.day;
  end if;
  if v_day.name is null then
    delete from public.holidays h where h.day = v_day.day;
  else
    insert into public.holidays
    select d.* from (values (v_day.day, v_day.name, v_day.is_worked, v_day.swapped_with),
      (v_day.swapped_with, v_day.name, not v_day.is_worked, v_day.day)) d where d.column1 is not null
    on conflict (day) do update set name = excluded.name, is_worked = excluded.is_worked, swapped_with = excluded.swapped_with;
  end if;
  return (select coalesce(jsonb_agg(h order by h.day), '[]') from public.holidays h);
end;
$$;
grant execute on function public.save_holiday(jsonb, jsonb) to authenticated, service_role;
