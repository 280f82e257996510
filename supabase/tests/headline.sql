begin;
\ir fixtures/sample_province.sql
select no_plan();
select test.publish_any_scores();
savepoint morning;

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
rollback to morning;

-- Which ratings it counts, and every other figure.

-- So many published ratings of an office, of a month and a kind, as a release would have left them.
create function test.published(office text, came trust, satisfied integer, others integer, month date default '2026-03-01',
  of_procedure text default '9.000001') returns void
language sql as $$
  insert into batches (number, office_code, procedure_code, field_code, channel, trust, released_on, n, score_1, score_2, score_3, score_4, score_5,
    recorded_on, previous_hash, hash)
  select coalesce(max(number), 0) + 1, office, of_procedure, case when of_procedure is not null then 'thu-ho-tich' end, 'counter', came, month + 2,
    satisfied + others, 0, others, 0, 0, satisfied, month + 2, '', gen_random_uuid()::text from batches;
  select private.add_to_totals((select max(number) from batches));
$$;
create function test.figure(by text, office text, trust text default null) returns jsonb language sql as $$
  select jsonb_agg(concat_ws(' ', key, satisfied || '/' || n, evidence, verdict, n_proven || ' of ' || n_published) order by key)
  from satisfaction(by, office => office, trust => trust)
$$;

-- Forty-nine with a code are too few.
select test.published('thu-mot', 'visit', 49, 0), test.published('thu-mot', 'walk_in', 0, 200), test.published('thu-mot', 'on_site', 30, 0);
select is(test.figure('all', 'thu-mot'), '["all 79/279 all unproven 49 of 279"]', 'with 49 codes a figure counts everything, and concludes nothing');
select is(test.figure('office', null), '["thu-mot 79/279 all unproven 49 of 279"]', 'so does the row of the office');
select is(test.figure('trust', 'thu-mot'),
  '["on_site 30/30 on_site unproven 0 of 30", "visit 49/49 visit undecided 49 of 49", "walk_in 0/200 walk_in unproven 0 of 200"]',
  'each kind stands for itself, and only what a code or a survey proves has a verdict');
savepoint few;

-- One more, and the figure is of those alone. Whatever is sent without a code moves it no more.
select test.published('thu-mot', 'visit', 71, 0, '2026-04-01', '9.000002');
select is(test.figure('all', 'thu-mot'), '["all 120/120 visit met 120 of 350"]', 'with enough of them it counts those alone');
select test.published('thu-mot', 'walk_in', 0, 5000), test.published('thu-mot', 'on_site', 0, 500), test.published('thu-mot', null, 0, 500);
select is(test.figure('all', 'thu-mot'), '["all 120/120 visit met 120 of 6350"]', 'a flood changes what it is a part of, and nothing else');
select is(test.figure('office', null), '["thu-mot 120/120 visit met 120 of 6350"]', 'nor the row of the office');
select is(test.figure('all', 'thu-tinh'), '["all 120/120 visit met 120 of 6350"]', 'nor the body above');
select is(test.figure('month', 'thu-mot'), '["2026-03 49/49 visit undecided 49 of 6279", "2026-04 71/71 visit undecided 71 of 71"]',
  'a series counts one kind in all its rows, by its sum');
select is(test.figure('procedure', 'thu-mot'), '["9.000001 79/6279 all unproven 49 of 6279", "9.000002 71/71 visit undecided 71 of 71"]',
  'each procedure for itself');
select is(test.figure('all', 'thu-mot', 'walk_in'), '["all 0/5200 walk_in unproven 0 of 5200"]', 'what is unproven is there for who asks');
select is(test.figure('all', 'thu-mot', 'visit'), '["all 120/120 visit met 120 of 120"]', 'so is what is proven');
select is((select satisfied || '/' || n || ' ' || evidence from satisfaction('all', office => 'thu-mot', headline => 'true')), '120/120 visit',
  'the headline is one of these');
select matches(satisfaction_badge('thu-mot')::text, '120 lượt có mã trên 6.350 lượt', 'the badge says what it counts');
select matches(share_card('thu-mot', lng => 'en') ->> 'description', '120 ratings with a code, of 6,350', 'so does the preview of a link');

-- Another office without codes stays what it is.
select test.published('thu-hai', 'walk_in', 400, 0);
select is(test.figure('all', 'thu-hai'), '["all 400/400 all unproven 0 of 400"]', 'an office that has only a poster gets a figure that says so');
select is((select array_agg(verdict order by key) from satisfaction('office')), array['unproven', 'met'], 'and no verdict, however good it looks');
select matches(satisfaction_badge('thu-hai')::text, '400 lượt, chỉ 0 có mã: chưa xác thực', 'on its badge, too');

-- Voided batches prove nothing.
rollback to few;
select test.published('thu-mot', 'visit', 10, 0);
select is(test.figure('all', 'thu-mot') ->> 0, 'all 59/59 visit undecided 59 of 289', 'sixty codes less one');
select private.void_batch(1, 'Mã in cho hồ sơ không có thật');
select is(test.figure('all', 'thu-mot') ->> 0, 'all 40/240 all unproven 10 of 240', 'a voided batch takes its codes along');
rollback to few;

-- What was asked by a third party stands beside (control_ratings.sql), and is never mixed in.
select test.published('thu-mot', 'control', 10, 90), test.published('thu-mot', 'visit', 51, 0);
select is(test.figure('all', 'thu-mot') ->> 0, 'all 100/100 visit met 100 of 330', 'the figure is of those who chose to answer');
select set_eq($$ select key from satisfaction('trust', office => 'thu-mot') $$, array['visit', 'on_site', 'walk_in'], 'whom somebody asked are no part of them');

select finish();
rollback;
