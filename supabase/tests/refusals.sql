begin;
\ir fixtures/sample_province.sql
select no_plan();

-- The list of who refuses what is that of the sources: nothing is refused in a way that it does not see, and nothing in it is
-- made up. That what people are refused is in it, test.refuses (sample_province.sql) asks in every scene.

-- Every place at which something is refused, and how it names the key.
create table test.places as
  select s.name, m[1] as status, m[2] as key
  from private.function_sources() s, regexp_matches(s.source, 'private\.refuse\(\s*([^,]+),\s*([^;]*)\);', 'g') m;
select cmp_ok((select count(*) from test.places), '>', 120::bigint, 'there are many places');
create table test.listed as select * from private.refusals();
select is_empty($$ select name, key from test.places
  where status !~ '^\d{3}$' or key !~ '^(''\w+''|refusal|v_problem|v_obstacle)$' $$, 'at each the key is one that the list can see');
select is_empty($$ select name from private.function_sources() where source ~* 'raise (sqlstate|exception using errcode)'
  and name not in ('private.refuse', 'public.reform_offices') $$, 'and there is no other way to refuse');
select is_empty($$ select name from private.function_sources() s where source ~ 'private\.refuse\(\d+, v_(problem|obstacle)\)'
  and source !~ 'private\.\w+_(problems?|obstacle)\(' $$, 'what a function found is found by a function');

-- What the list holds of every place is there: literal keys, and keys that callers name.
select is_empty($$ select p.name, p.key from test.places p where p.key ~ '^'''
  and not exists (select from private.own_refusals() o where o.name = p.name and o.status = p.status::integer and quote_literal(o.key) = p.key) $$,
  'no place is missing');
select is_empty($$ select s.name, f.name from private.function_sources() f join private.function_sources() s
    on f.source ~ 'private\.refuse\(\d+, refusal\)' and s.source ~ (replace(f.name, '.', '\.') || '\(')
  where not exists (select from private.own_refusals() o where o.name = s.name and s.source ~ (', ''' || o.key || '''\)')) $$,
  'who names a key has it');
-- What nobody meets by calling a function of the API: triggers, which a statement by hand runs into.
select set_eq($$ select distinct key from private.own_refusals() except select key from private.refusals() $$,
  array['audit_append_only', 'ledger_append_only', 'plan_values_append_only', 'reports_append_only'], 'every key belongs to a function that somebody may call');

-- A function as a list by hand would have it: its own, and what it calls refuses.
select set_eq($$ select status || ' ' || key from test.listed where name = 'satisfaction' $$, array['400 by_invalid', '400 month_invalid',
  '400 months_reversed', '400 channel_unknown', '400 trust_unknown', '400 flag_invalid', '404 office_unknown', '404 procedure_unknown',
  '404 procedure_field_unknown'], 'satisfaction');
select set_eq($$ select status || ' ' || key from test.listed where name = 'open_csv' $$, array['400 flag_invalid', '404 file_unknown'], 'open_csv');
select set_eq($$ select status || ' ' || key from test.listed where name = 'change_rating' $$, array['400 body_invalid', '400 field_unknown',
  '400 procedure_not_offered', '400 receipt_malformed', '404 receipt_unknown', '409 too_late', '413 body_too_large', '422 procedure_not_offered', '422 score_invalid'],
  'change_rating');
select set_eq($$ select status || ' ' || key from test.listed where name = 'undo_reform' $$, array['401 sign_in_first', '403 not_allowed',
  '404 reform_unknown', '409 reform_undone', '409 reform_followed', '409 reform_rated', '409 reform_imported', '409 reform_counter_changed',
  '409 reform_has_visit_codes', '409 reform_has_reports', '409 reform_has_members', '409 reform_office_changed', '409 reform_in_use'], 'undo_reform');
select set_eq($$ select status || ' ' || key from test.listed where name = 'publication_ladder' $$,
  array[]::text[], 'what refuses nothing has none');

-- The served description names them.
select is(openapi() #>> '{paths,/coverage,get,responses,404,description}', 'office_unknown, procedure_unknown', 'so programs can read them');

select finish();
rollback;
