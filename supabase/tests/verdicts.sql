begin;
\ir fixtures/sample_province.sql
\set cases `cat supabase/tests/fixtures/verdicts.json`
select no_plan();

-- The same cases hold for the app and for the verifier: src/lib/figures/verdict.test.ts, scripts/verify-ledger.test.ts.
create temporary table cases on commit drop as
select (c ->> 0)::bigint as satisfied, (c ->> 1)::bigint as n, (c ->> 2)::integer as target, c ->> 3 as verdict,
  (c ->> 4)::double precision as evidence
from jsonb_array_elements(:'cases'::jsonb) c;
select is(private.verdict(satisfied, n, target), verdict, format('%s of %s against %s %%', satisfied, n, target)) from cases;
select is((select count(*) from cases where abs(private.verdict_evidence(satisfied, n, target) - evidence) > 2e-6), 0::bigint,
  'the evidence of each, to six decimals');
select is((select count(*) from cases
  where abs(private.verdict_evidence(n - satisfied, n, 100 - target) - evidence) > 2e-6), 0::bigint,
  'who counts the dissatisfied against the rest of the target finds the same');

-- However many ratings there are: a hundred million, of which a hair more or less than nine tenths are satisfied.
select is(private.verdict(90000000, 100000000, 90), 'undecided', 'exactly at the target nothing is ever said');
select is(private.verdict(90020000, 100000000, 90), 'met', 'two in ten thousand above it, of a hundred million');
select is(private.verdict(89980000, 100000000, 90), 'not_met', 'and below it');

-- One more satisfied person never takes a verdict down, one more dissatisfied never lifts it.
create function test.level(satisfied bigint, n bigint, target integer) returns integer language sql as $$
  select array_position(array['not_met', 'undecided', 'met'], private.verdict(satisfied, n, target))
$$;
select is((
  select count(*) from generate_series(1, 130, 7) n, generate_series(0, n) s, unnest(array[50, 90, 99]) t
  where test.level(s + 1, n + 1, t) < test.level(s, n, t) or test.level(s, n + 1, t) > test.level(s, n, t)
), 0::bigint, 'never against the answer that came in');

-- What browsers are told is that verdict, and the version of the method beside it.
select test.crowd(120, 'TEST01', 5, '2026-03-02 10:00+07', '{"procedure": "9.000001"}'),
  test.crowd(70, 'TEST02', 5, '2026-03-02 10:00+07', '{"procedure": "9.000001"}');
select test.release('2026-03-03 08:00+07');
select is((select array_agg(distinct verdict) from satisfaction('office')), array['unproven'], 'without codes there is none');
update monthly_totals set trust = 'visit' where trust is not null;
select results_eq('select key, n, low > 0.9, verdict from satisfaction(''office'')',
  $$ values ('thu-hai', 70::bigint, true, 'undecided'), ('thu-mot', 120, true, 'met') $$,
  'an interval above the target is enough to read once, and not yet to say it every day');
select is((select array_agg(distinct method) from satisfaction('office')),
  (select array_agg(version) from (select version from method_versions order by valid_from desc limit 1) last), 'with the version of the method');

select finish();
rollback;
