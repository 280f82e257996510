begin;
\ir fixtures/sample_province.sql
select no_plan();
select test.publish_any_scores();

-- People rate, and all are released: 81 of 263 satisfied, 15 of 148, none of 20, 1 of 29.
create function test.opinions(counter text, procedure text, satisfied integer, others integer, at timestamptz) returns void
language sql as $$
  select test.crowd(satisfied, counter, 5, at, jsonb_build_object('procedure', procedure)),
    test.crowd(others, counter, 2, at, jsonb_build_object('procedure', procedure))
$$;
select test.opinions('TEST01', '9.000001', 81, 182, '2026-03-02 10:00+07'),
  test.opinions('TEST01', '9.000002', 15, 133, '2026-03-02 10:00+07'),
  test.opinions('TEST04', '9.000003', 0, 20, '2026-03-02 10:00+07'),
  test.opinions('TEST02', '9.000001', 1, 28, '2026-03-02 10:00+07');
select test.release('2026-03-03 08:00+07');

-- Newcombe (1998), table I, method 3: the limits of Wilson's score interval.
select results_eq(
  format('select satisfied, n, round(rate::numeric, 4), round(low::numeric, 4), round(high::numeric, 4)
    from satisfaction(''all'', office => %L, procedure => %L)', office, procedure),
  format('values (%s::bigint, %s::bigint, round(%s / %s.0, 4), %s, %s)', satisfied, n, satisfied, n, low, high),
  satisfied || ' of ' || n || ' satisfied: from ' || low || ' to ' || high)
from (values ('thu-mot', '9.000001', 81, 263, 0.2553, 0.3662), ('thu-mot', '9.000002', 15, 148, 0.0624, 0.1605),
  ('thu-mot', '9.000003', 0, 20, 0.0000, 0.1611), ('thu-hai', '9.000001', 1, 29, 0.0061, 0.1718))
  as newcombe (office, procedure, satisfied, n, low, high);
select ok(abs(low - 0.2552885198782742) < 1e-12 and abs(high - 0.36620957698280004) < 1e-12, '81 of 263 once more, to twelve digits: the quantile is not 1.96')
from private.wilson_interval(81, 263);
select is((select low from satisfaction('all', office => 'thu-mot', procedure => '9.000003')), 0::double precision,
  'nobody satisfied: the lower end is 0, exactly');
select is((private.wilson_interval(20, 20)).high, 1::double precision, 'everybody satisfied: the upper end is 1, exactly');
select is((private.wilson_interval(0, 0)).low, null, 'without answers there is no interval');

-- The same figures along every key.
select results_eq('select key, label, n from satisfaction(''office'')',
  $$ values ('thu-hai', 'Xã Hai', 29::bigint), ('thu-mot', 'Xã Một', 431) $$, 'by office, with names');
select results_eq('select key, label, n from satisfaction(''procedure'')',
  $$ values ('9.000001', 'Khai sinh (thử)', 292::bigint), ('9.000002', 'Kết hôn (thử)', 148), ('9.000003', 'Sổ đỏ (thử)', 20) $$,
  'by procedure');
select results_eq('select key, label, n from satisfaction(''field'')',
  $$ values ('thu-dat-dai', 'Đất đai (thử)', 20::bigint), ('thu-ho-tich', 'Hộ tịch (thử)', 440) $$, 'by field');
select results_eq('select key, n from satisfaction(''channel'')', $$ values ('counter', 440::bigint), ('online', 20) $$, 'by channel');
select results_eq('select key, n from satisfaction(''trust'')', $$ values ('walk_in', 460::bigint) $$, 'by trust');
select results_eq('select key, n, score_1, score_2, score_3, score_4, score_5, satisfied from satisfaction(''all'')',
  $$ values ('all', 460::bigint, 0::bigint, 363::bigint, 0::bigint, 0::bigint, 97::bigint, 97::bigint) $$, 'all together');

-- Every filter, alone and with others.
select is((select n from satisfaction('all', office => 'thu-tinh')), 460::bigint, 'a province is the sum of its communes');
select is((select n from satisfaction('all', field => 'thu-ho-tich')), 440::bigint, 'one field');
select is((select n from satisfaction('all', channel => 'online')), 20::bigint, 'one channel');
select is((select n from satisfaction('all', trust => 'walk_in')), 460::bigint, 'one trust');
select is((select n from satisfaction('office', procedure => '9.000001', channel => 'counter') where key = 'thu-hai'), 29::bigint,
  'several at once');
select is_empty($$ select * from satisfaction('all', trust => 'visit') $$, 'no row where nothing is published');
select is_empty($$ select * from satisfaction('all', office => 'thu-ba') $$, 'nor for an office without published ratings');
select test.refuses($$ select * from satisfaction('all', office => 'no such office') $$, 404, 'office_unknown', 'an office that does not exist');
select test.refuses($$ select * from satisfaction('office', procedure => ''' or true --') $$, 404, 'procedure_unknown', 'SQL in place of a code');

-- More months: April, and a mixed batch in May.
select test.opinions('TEST03', '9.000001', 60, 0, '2026-04-02 10:00+07');
select test.release('2026-04-03 08:00+07');
select test.opinions('TEST03', '9.000001', 5, 0, '2026-04-04 10:00+07'), test.opinions('TEST03', '9.000003', 5, 0, '2026-04-04 10:00+07');
select test.release('2026-05-03 08:00+07');
select results_eq('select key, n from satisfaction(''month'')',
  $$ values ('2026-03', 460::bigint), ('2026-04', 60), ('2026-05', 10) $$, 'by month of release');
select results_eq('select key, n from satisfaction(''quarter'')', $$ values ('2026-Q1', 460::bigint), ('2026-Q2', 70) $$, 'by quarter');
select results_eq('select key, n from satisfaction(''year'')', $$ values ('2026', 530::bigint) $$, 'by year');
select results_eq('select key, n from satisfaction(''month'', from_month => ''2026-04-01'', to_month => ''2026-04-01'')',
  $$ values ('2026-04', 60::bigint) $$, 'from a month to a month');
select results_eq('select key, label, n from satisfaction(''procedure'', office => ''thu-ba'')',
  $$ values ('9.000001', 'Khai sinh (thử)', 60::bigint), (null, null, 10) $$,
  'ratings whose batch names no procedure are counted under none');
update private.ratings set received_at = '2026-03-01' where batch_number is null;
select test.opinions('TEST03', '9.000001', 5, 0, '2026-05-04 10:00+07'),
  test.crowd(5, 'TEST03', 4, '2026-05-04 10:00+07');
update private.ratings set channel = 'postal' where batch_number is null and score = 4;
select test.release('2026-06-20 08:00+07');
select results_eq('select key, n from satisfaction(''channel'', office => ''thu-ba'')',
  $$ values ('counter', 70::bigint), ('mixed', 10) $$, 'a batch of two channels is mixed');
select is((select n from satisfaction('trust', office => 'thu-ba') where key = 'mixed'), 10::bigint, 'and its trust is not named');

-- Against the target of 90 %, as if everybody had come with a visit code and few of them were enough (headline.sql).
savepoint with_codes;
update monthly_totals set trust = 'visit' where grain in (select g.grain from private.grains g where g.by_channel_and_trust);
create or replace function private.least_proven() returns integer language sql immutable as 'select 1';
select results_eq($$ select key, verdict from satisfaction('office', procedure => '9.000001') $$,
  $$ values ('thu-ba', 'undecided'), ('thu-hai', 'not_met'), ('thu-mot', 'not_met') $$,
  'below the target for sure; and 65 satisfied of 65 are not enough to say above it');
select is((select verdict from satisfaction('all', office => 'thu-ba', field => 'thu-dat-dai')), null, 'no verdict without a row');
select is((select verdict from satisfaction('month', office => 'thu-ba') where key = '2026-05'), 'undecided',
  'ten satisfied of ten are too few to tell');
update settings set value = '70' where key = 'target_percent';
select is((select verdict from satisfaction('month', office => 'thu-ba') where key = '2026-04'), 'met', 'a lower target is met sooner');
update settings set value = '90' where key = 'target_percent';

-- A period keeps the target of its last day.
create function test.targets(by text, to_month text default null) returns jsonb language sql as $$
  select jsonb_object_agg(key, jsonb_build_array(target_percent, verdict)) from satisfaction(by, office => 'thu-ba', to_month => to_month)
$$;
savepoint old_target;
select private.append_rule_change('target_percent', '70', '2026-05-20', '2026-06-01');
update settings set value = '70' where key = 'target_percent';
select is(test.targets('month') -> '2026-05', '[90, "undecided"]', 'May is held against the target of May');
select is(test.targets('month') -> '2026-06' -> 0, '70', 'June against the new one, from its first release on');
select is(test.targets('quarter') -> '2026-Q2' -> 0, '70', 'a quarter against that of its last day');
select is(test.targets('year') -> '2026' -> 0, '70', 'and a year, though it is not over yet');
select is(test.targets('year', '2026-05-01') -> '2026' -> 0, '90', 'the year until May against that of May');
select is(test.targets('all', '2026-05-01') -> 'all' -> 0, '90', 'so is whatever ends with May');
select is(test.targets('all', '2026-06-01') -> 'all' -> 0, '70', 'and what ends with June against that of June');
select is(test.targets('all') -> 'all' -> 0, '70', 'all time against that of today');
select is((select array_agg(distinct target_percent) from satisfaction('office', to_month => '2026-05-01')), array[90], 'each of many rows alike');
select is((select array_agg(target_percent) from satisfaction('factor')), (select array_agg(null::integer) from satisfaction('factor')), 'what was praised has none');
select private.append_rule_change('target_percent', '60', '2026-06-19', '2026-06-21');
select is(test.targets('all') -> 'all' -> 0, '70', 'one that is only planned is not used');
select is(test.targets('month') -> '2026-06' -> 0, '70', 'nor by the month whose end it will be');
update settings set value = '"2026-06-21"' where key = 'last_release_on';
select is(test.targets('month') -> '2026-06' -> 0, '60', 'from its day on it is');
rollback to old_target;

rollback to with_codes;
select test.crowd(10, 'TEST02', 5, now() - interval '1 hour', '{"procedure": "9.000002"}');
select test.release(now());

-- What was praised, in groups of answers.
insert into answer_groups (position, after_batch, quarter, office_code, procedure_code, field_code, question, n, answers, released_on, previous_hash, hash) values
  (1, 0, '2026-01-01', 'thu-hai', '9.000002', 'thu-ho-tich', 'praised', 22, '{"staff": 22, "access": 3}', '2026-04-01', '', 'a'),
  (2, 0, '2026-01-01', 'thu-hai', null, 'thu-ho-tich', 'improve', 20, '{"access": 20}', '2026-04-01', '', 'b'),
  (3, 0, '2026-01-01', 'thu-hai', null, null, 'trips', 20, '{"0": 20}', '2026-04-01', '', 'c'),
  (4, 0, '2026-04-01', 'thu-hai', null, null, 'praised', 30, '{"staff": 30}', '2026-07-01', '', 'd');
select results_eq('select key, n, satisfied, rate, verdict, score_5 from satisfaction(''factor'', to_month => ''2026-03-01'')',
  $$ values ('access', 23::bigint, 3::bigint, 3 / 23::double precision, null::text, null::bigint), ('staff', 22, 22, 1, null, null) $$,
  'by factor: how often it was named, and how often praised');
select results_eq('select key, n from satisfaction(''factor'', field => ''thu-ho-tich'')', $$ values ('access', 23::bigint), ('staff', 22) $$,
  'of a field: the groups that name it');
select is_empty($$ select * from satisfaction('factor', channel => 'counter') $$, 'no group names a channel');
select is_empty($$ select * from satisfaction('factor', from_month => '2026-02-01', to_month => '2026-05-01') $$, 'nor lies half in a period');
select is_empty($$ select * from satisfaction('factor', office => 'thu-mot') $$, 'nobody at the other commune named one');

-- Every cell kept ready is the sum of its batches.
select results_eq(
  'select month, office_code, procedure_code, field_code, channel, trust, n, score_1, score_2, score_3, score_4, score_5
   from monthly_totals where grain = 1 order by 1, 2, 3, 4, 5, 6',
  $$ select date_trunc('month', released_on)::date, office_code, procedure_code, field_code, channel, trust, sum(n)::integer,
     sum(score_1)::integer, sum(score_2)::integer, sum(score_3)::integer, sum(score_4)::integer, sum(score_5)::integer
   from batches group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6 $$, 'the monthly totals are sums of batches');
select is_empty('select grain from monthly_totals group by 1 having sum(n) <> (select sum(n) from batches)',
  'at every grain everybody is counted once');
select is(test.as_role('anon', 'select to_jsonb(sum(n)) from (select n from monthly_totals) seen'),
  (select to_jsonb(sum(n)) from batches), 'and in the open data too');
select test.release(now());
select is_empty('select grain from monthly_totals group by 1 having sum(n) <> (select sum(n) from batches)',
  'a release without batches adds nothing');

-- A voided batch is gone from every figure.
select private.void_batch((select max(number) from batches), 'Thử');
select is((select n from satisfaction('all', office => 'thu-hai')), 29::bigint, 'from the totals');
select is_empty($$ select * from satisfaction('procedure', office => 'thu-hai') where key = '9.000002' $$, 'a sum of nothing has no row');

select test.refuses(format('select * from satisfaction(%L)', by), 400, 'by_invalid', 'figures by ' || coalesce(by, 'nothing'))
from unnest(array[null, '', 'officer', 'ALL', 'day', '''; drop table public.batches; --']) by;

-- What an office was before a reform, with it and without it.
select test.opinions('TEST01', '9.000001', 12, 8, '2026-06-01 10:00+07');
select test.release('2026-06-02 08:00+07');
update offices set closed_on = '2026-06-30' where code = 'thu-mot';
insert into office_successions (predecessor_code, successor_code, on_date) values ('thu-mot', 'thu-ba', '2026-07-01');
select is((select n from satisfaction('all', office => 'thu-ba')),
  (select sum(n)::bigint from batches where office_code = 'thu-ba'), 'a new office has its own figures');
select is((select n from satisfaction('all', office => 'thu-ba', predecessors => 'true')),
  (select sum(n)::bigint from batches where office_code in ('thu-ba', 'thu-mot', 'thu-nhap', 'thu-chia')),
  'and on request those of the offices before it');
select is((select string_agg(key, ' ' order by key) from satisfaction('office', office => 'thu-ba', predecessors => 'true')),
  'thu-ba thu-mot', 'each under its own name');

select finish();
rollback;
