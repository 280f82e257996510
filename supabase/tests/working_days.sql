begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Tết 2027 as a calendar might have it: the year begins on Saturday 6 February. Five days off, and two more in exchange for
-- Saturdays before and after.
select test.act_as('dieu-phoi@tinh.vn');
select save_holiday(jsonb_build_object('day', day, 'name', 'Tết thử'))
from unnest(array['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10']) day;
select save_holiday('{"day": "2027-01-30", "name": "Làm bù thử", "is_worked": true, "swapped_with": "2027-02-11"}');
select save_holiday('{"day": "2027-02-20", "name": "Làm bù thử", "is_worked": true, "swapped_with": "2027-02-12"}');
select test.act_as_owner();
select results_eq('select day::text, is_worked, swapped_with::text from holidays order by day', $$ values
  ('2027-01-30', true, '2027-02-11'), ('2027-02-05', false, null), ('2027-02-08', false, null), ('2027-02-09', false, null),
  ('2027-02-10', false, null), ('2027-02-11', false, '2027-01-30'), ('2027-02-12', false, '2027-02-20'),
  ('2027-02-20', true, '2027-02-12') $$, 'a swap is two days, entered together');

-- By hand, on the calendar above. The days that count are 25-30/1, 1-4/2, 15-20/2, 22-26/2, 1-5/3, 8/3 ...
select is(private.working_day_after(start::date, days, paused::datemultirange), due::date, format('%s and %s working days, paused %s', start, days, paused))
from (values
  ('2027-01-25', 2, '{}', '2027-01-27'),
  ('2027-01-25', 5, '{}', '2027-01-30'),
  ('2027-01-25', 15, '{}', '2027-02-20'),
  ('2027-01-29', 2, '{}', '2027-02-01'),
  ('2027-01-29', 5, '{}', '2027-02-04'),
  ('2027-01-29', 15, '{}', '2027-02-25'),
  ('2027-01-30', 2, '{}', '2027-02-02'),
  ('2027-01-31', 2, '{}', '2027-02-02'),
  ('2027-02-03', 2, '{}', '2027-02-15'),
  ('2027-02-04', 2, '{}', '2027-02-16'),
  ('2027-02-04', 5, '{}', '2027-02-19'),
  ('2027-02-04', 15, '{}', '2027-03-04'),
  ('2027-02-05', 2, '{}', '2027-02-16'),
  ('2027-02-08', 5, '{}', '2027-02-19'),
  ('2027-02-12', 15, '{}', '2027-03-04'),
  ('2027-02-14', 1, '{}', '2027-02-15'),
  ('2027-02-19', 2, '{}', '2027-02-22'),
  ('2027-02-20', 5, '{}', '2027-02-26'),
  ('2027-02-01', 15, '{[2027-02-02,2027-02-17]}', '2027-03-09'),
  ('2027-02-04', 15, '{[2027-02-05,2027-02-14]}', '2027-03-04')) as by_hand (start, days, paused, due);
select is(private.working_day_after('2027-02-01', 5, '{[2027-02-02,)}'), null, 'while it is paused there is no last day');
select is(private.working_days_between(start::date, finish::date), days, format('from %s to %s', start, finish))
from (values ('2027-01-25', '2027-02-20', 15), ('2027-02-04', '2027-02-14', 0), ('2027-01-29', '2027-01-30', 1), ('2027-02-10', '2027-02-10', 0)) as counted (start, finish, days);

-- What is no calendar.
create function test.calendar() returns jsonb language sql as $$ select jsonb_agg(h order by day) from holidays h $$;
create table test.before as select test.calendar() as calendar;
select is(test.tries('dieu-phoi@tinh.vn', format('select save_holiday(%L)', holiday)), refusal, holiday)
from (values
  ('{"day": "2027-02-07", "name": "Chủ nhật"}', 'holiday_on_sunday'),
  ('{"day": "2027-02-27", "name": "Làm bù", "is_worked": true}', 'swap_partner_missing'),
  ('{"day": "2027-02-24", "name": "Làm bù", "is_worked": true, "swapped_with": "2027-02-25"}', 'worked_day_not_weekend'),
  ('{"day": "2027-02-27", "name": "Làm bù", "is_worked": true, "swapped_with": "2027-02-28"}', 'swap_partner_invalid'),
  ('{"day": "2027-02-27", "name": "Làm bù", "is_worked": true, "swapped_with": "2027-02-27"}', 'swap_partner_invalid'),
  ('{"day": "2027-02-27", "name": "Làm bù", "is_worked": true, "swapped_with": "2027-02-30"}', 'day_malformed'),
  ('{"day": "2027-02-27", "name": "Làm bù", "is_worked": true, "swapped_with": "2027-02-08"}', 'swap_partner_taken'),
  ('{"day": "2027-02-27", "name": "Làm bù", "is_worked": true, "swapped_with": "2027-02-11"}', 'swap_partner_taken'),
  ('{"day": "2027-02-26", "name": "Nghỉ", "swapped_with": "2027-02-25"}', 'swap_partner_invalid')) as wrong (holiday, refusal);
select is(test.calendar(), calendar, 'nothing of it changed the calendar') from test.before;

-- A swap leaves as it came, whichever of its days is taken out.
select is(test.tries('dieu-phoi@tinh.vn', format('select save_holiday(%L, %L)', h.row || '{"name": ""}', h.row)), null, 'a day of a swap is taken out')
from (select to_jsonb(h) as row from holidays h where day in ('2027-02-11', '2027-02-20')) h;
select is((select count(*) from holidays), 4::bigint, 'and the other day with it');

select finish();
rollback;
