begin;
\ir fixtures/sample_province.sql
select no_plan();

select is(array(select rolname || ' ' || split_part(setting, '=', 2) from pg_roles, unnest(rolconfig) setting
    where rolname in ('anon', 'authenticated') and setting like 'statement_timeout=%' order by 1),
  array['anon 3s', 'authenticated 8s'], 'a question of anybody ends after three seconds, of staff after eight');

create temporary table own_limits as
select p.proname::text as name, split_part(setting, '=', 2) as "limit", has_function_privilege('anon', p.oid, 'execute') as is_anybodys
from pg_proc p, unnest(p.proconfig) setting
where p.pronamespace = 'public'::regnamespace and setting like 'statement_timeout=%';
select is(array(select name from own_limits where is_anybodys order by name), array['open_csv', 'open_json'],
  'only whole files may take longer for anybody');
select is(array(select distinct "limit" from own_limits where is_anybodys), array['20s'], 'and not as long as the work of staff');
select is(array(select name from own_limits where not is_anybodys order by name), array['add_import_rows', 'check_import',
  'clear_illustrative_ratings', 'enter_illustrative_ratings', 'finish_import', 'import_file', 'make_visit_codes',
  'reform_offices', 'release_ratings', 'undo_import', 'undo_reform'], 'work on whole files of staff has the time it takes');

-- Why whoever asks has to apply them.
set local role anon;
select isnt(current_setting('statement_timeout'), '3s', 'taking over a role does not bring its limit along');
reset role;

select * from finish();
rollback;
