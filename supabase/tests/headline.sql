begin;
\ir fixtures/sample_province.sql
select no_plan();
select test.publish_any_scores();

create function test.opinions(counter text, satisfied integer, others integer, at timestamptz) returns void
language sql as $$
  select test.crowd(satisfied, counter, 5, at, '{"procedure": "9.000001"}'), test.crowd(others, counter, 2, at, '{"procedure": "9.000001"}')
$$;
create function test.headline(office text) returns jsonb language sql as $$
  select jsonb_build_object('n', n, 'satisfied', satisfied, 'first', first_month, 'last', last_month)
  from satisfaction('all', office => office, headline => 'true')
$$;

-- Before anything is released.
select is_empty($$ select * from satisfaction('all', headline => 'true') $$, 'before the first release there is no headline');

-- One commune rates from the end of February 2025 on, one only in May, one only long ago.
select test.opinions('TEST01', 20, 5, '2025-02-27 10:00+07'), test.opinions('TEST02', 30, 10, '2025-02-27 10:00+07');
select test.release('2025-02-28 08:00+07');
select test.opinions('TEST01', 11, 0, '2025-02-28 10:00+07');
select test.release('2025-03-01 08:00+07');
select test.opinions('TEST01', 40, 2, '2025-06-02 10:00+07');
select test.release('2025-06-03 08:00+07');
select test.opinions('TEST03', 25, 0, '2026-02-27 10:00+07');
select test.release('2026-02-28 08:00+07');

select is(test.headline('thu-mot'), '{"n": 53, "satisfied": 51, "first": "2025-03", "last": "2026-02"}',
  'twelve months up to that of the last release: the first day of the first month is in, the day before is not');
select is(test.headline('thu-ba'), '{"n": 25, "satisfied": 25, "first": "2025-03", "last": "2026-02"}', 'an office with one month has the same period');
select is(test.headline('thu-hai'), null, 'one that nobody rated in them has none');
select is((select n from satisfaction('all', office => 'thu-hai')), 40::bigint, 'though all time has');
select results_eq($$ select key, n from satisfaction('office', headline => 'true') $$,
  $$ values ('thu-ba', 25::bigint), ('thu-mot', 53) $$, 'office by office');
select results_eq($$ select key, n from satisfaction('month', office => 'thu-mot', headline => 'true') $$,
  $$ values ('2025-03', 11::bigint), ('2025-06', 42) $$, 'month by month');
select is((select array_agg(distinct first_month) from satisfaction('office')), array[null::text], 'all time names no months');
select is((select n from satisfaction('all', office => 'thu-mot', from_month => '2025-06-01', headline => 'true')), 42::bigint,
  'with months, what lies in both');
select is((select n from satisfaction('all', office => 'thu-mot', to_month => '2025-03-01', headline => 'true')), 11::bigint, 'at either end');

-- The period moves at the first release of a month, in Việt Nam.
select test.release('2026-02-28 23:30+07');
select is(test.headline('thu-mot') -> 'last', '"2026-02"', 'half an hour before midnight it is February');
select test.release('2026-03-01 00:30+07');
select is(test.headline('thu-mot'), '{"n": 53, "satisfied": 51, "first": "2025-04", "last": "2026-03"}'::jsonb || '{"n": 42, "satisfied": 40}',
  'half an hour after it March, though it is still February in Greenwich, and a year ago has left');
update settings set value = '"2026-02-28"' where key = 'last_release_on';

-- One place, one figure: what is outside the app says the same.
create function test.says(text_shown text, office text) returns boolean language sql as $$
  select text_shown like '%' || private.format_percent(rate, 'vi') || '%' and text_shown like '%' || n || ' lượt%'
    and text_shown like '%' || right(first_month, 2) || '/' || left(first_month, 4) || ' đến '
      || right(last_month, 2) || '/' || left(last_month, 4) || '%'
  from satisfaction('all', office => office, headline => 'true')
$$;
select ok(test.says(satisfaction_badge(code)::text, code), 'the badge of ' || code || ' shows the headline')
from unnest(array['thu-mot', 'thu-ba', 'thu-tinh']) code;
select ok(test.says(share_card(code) ->> 'description', code), 'so does the preview of a link to ' || code)
from unnest(array['thu-mot', 'thu-ba', 'thu-tinh']) code;
select ok(test.says(share_card() ->> 'description', null), 'and that of all offices');
select matches(satisfaction_badge('thu-hai')::text, 'Chưa công bố: dưới 10 lượt trong 12 tháng', 'one that has none now says of which time');
select matches(share_card('thu-hai', lng => 'en') ->> 'description', '^Not published yet: under 10 ratings in 12 months\.', 'in English too');

-- Answers and coverage of the same months: whole quarters, and reports.
insert into answer_groups (position, after_batch, quarter, office_code, procedure_code, field_code, question, n, answers, released_on, previous_hash, hash) values
  (1, 0, '2025-01-01', 'thu-mot', null, null, 'trips', 20, '{"0": 20}', '2025-04-01', '', 'a'),
  (2, 0, '2025-04-01', 'thu-mot', null, null, 'trips', 21, '{"0": 21}', '2025-07-01', '', 'b');
select is((select n from answers(office => 'thu-mot', headline => 'true')), 21::bigint, 'answers of the quarters that lie in it');
insert into handled_dossiers (office_code, month, handled) values ('thu-mot', '2025-02-01', 100), ('thu-mot', '2025-06-01', 200);
select results_eq($$ select handled, rated from coverage(office => 'thu-mot', headline => 'true') $$, 'values (200::bigint, 42::bigint)',
  'and dossiers of its months');

select is((private.headline_months()).first_month, '2025-03-01'::date, 'all of it from one definition');
select finish();
rollback;
