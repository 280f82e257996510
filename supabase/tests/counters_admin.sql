begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Who sees which.
select test.act_as('truong@mot.vn');
select set_eq('select code from office_counters()', array['TEST01', 'TEST04', 'TEST05', 'TEST06', 'TEST07'],
  'a head sees the counters of the office, and those it took over in a merger');
select is((select usual from office_counters('thu-mot') where code = 'TEST01'), array['9.000003', '9.000002'], 'with what is asked for most');
select is_empty($$ select * from office_counters('thu-hai') $$, 'and none of another');
select test.act_as('dieu-phoi@tinh.vn');
select is((select count(*)::integer from office_counters() where office_code like 'thu-%'), 9, 'a coordinator those of all below');
select test.act_as('nguoi-la@mot.vn');
select is_empty('select * from office_counters()', 'a stranger none');

-- Making one.
select test.act_as_owner();
create temporary table tries (person text, body jsonb, refusal text);
insert into tries values
  ('truong@mot.vn', '{"office_code": "thu-mot", "name": "Quầy 7", "number": "7", "channel": "counter", "kind": "poster", "usual": ["9.000002", "9.000001"]}', null),
  ('truong@mot.vn', '{"office_code": "thu-hai", "name": "Quầy 7", "channel": "counter", "kind": "poster"}', 'not_allowed'),
  ('can-bo@mot.vn', '{"office_code": "thu-mot", "name": "Quầy 7", "channel": "counter", "kind": "poster"}', 'not_allowed'),
  ('kiem-tra@tinh.vn', '{"office_code": "thu-mot", "name": "Quầy 7", "channel": "counter", "kind": "poster"}', 'not_allowed'),
  ('truong@mot.vn', '{"office_code": "thu-mot", "name": " ", "channel": "counter", "kind": "poster"}', 'name_missing'),
  ('truong@mot.vn', '{"office_code": "thu-mot", "name": "Quầy 7", "channel": "fax", "kind": "poster"}', 'channel_missing'),
  ('truong@mot.vn', '{"office_code": "thu-mot", "name": "Quầy 7", "channel": "counter", "kind": "horse"}', 'kind_missing'),
  ('truong@mot.vn', '{"office_code": "thu-mot", "name": "Quầy 7", "channel": "counter", "kind": "poster", "usual": ["9.000005"]}', 'procedure_not_offered'),
  ('dieu-phoi@tinh.vn', '{"office_code": "thu-nhap", "name": "Quầy 7", "channel": "counter", "kind": "poster"}', 'office_closed'),
  ('dieu-phoi@tinh.vn', '{"code": "000000", "name": "Quầy 7", "channel": "counter", "kind": "poster"}', 'counter_unknown'),
  ('truong@mot.vn', '{"code": "TEST02", "name": "Quầy 7", "channel": "counter", "kind": "poster"}', 'not_allowed'),
  ('truong@mot.vn', '{"code": "TEST06", "name": "Quầy 7", "channel": "counter", "kind": "poster"}', 'counter_retired');
select is(test.tries(person, format('select save_counter(%L)', body)), refusal, person || ' saves ' || body || ': ' || coalesce(refusal, 'done'))
from tries;
select results_eq($$ select name, number, channel::text, kind from private.counters where office_code = 'thu-mot' and number = '7' $$,
  $$ values ('Quầy 7', '7', 'counter', 'poster') $$, 'one was made');
select matches((select code from private.counters where number = '7' and office_code = 'thu-mot'), '^[0-9A-HJKMNP-TV-Z]{6}$', 'with a code of its own');
select test.act_as('anon');
select is((select counter_page(code) #>> '{office,code}' from (select 'TEST01' as code) c), 'thu-mot', 'citizens rate as before');

-- Changing one, and two at once.
select test.act_as_owner();
create temporary table seen as select private.counter_json(c) as row from private.counters c where code = 'TEST01';
grant select on seen to public;
select is(test.tries('truong@mot.vn', format('select save_counter(%L, %L)', row || '{"name": "Quầy Một"}', row)), null, 'a head renames') from seen;
select is(test.tries('dieu-phoi@tinh.vn', format('select save_counter(%L, %L)', row || '{"name": "Quầy Hai"}', row)), 'changed_meanwhile',
  'who saw the old name is told') from seen;
select is((select name from private.counters where code = 'TEST01'), 'Quầy Một', 'and overwrites nothing');

-- Retiring, and replacing.
select is(test.tries('can-bo@mot.vn', $$ select retire_counter('TEST01') $$), 'not_allowed', 'a clerk retires none');
select is(test.tries('truong@hai.vn', $$ select retire_counter('TEST01') $$), 'not_allowed', 'nor somebody of another office');
select is(test.tries('truong@mot.vn', $$ select retire_counter('test-01', 'true') $$), null, 'a head replaces one');
select is((select counter_page('TEST01') ->> 'state'), 'retired', 'the old poster is retired');
select is((select counter_page('TEST01') #>> '{successor,counter}'), (select replaced_by from private.counters where code = 'TEST01'),
  'and leads to the new one');
select is((select array_agg(procedure_code order by position) from private.usual_procedures u join private.counters c on c.replaced_by = u.counter_code
  where c.code = 'TEST01'), array['9.000003', '9.000002'], 'which asks for the same');
select is(test.tries('truong@mot.vn', $$ select retire_counter('TEST01') $$), 'counter_retired', 'once');
select results_eq($$ select who, action from audit_log where subject = 'counters' and key = 'TEST01' order by id $$,
  $$ values ('truong@mot.vn', 'update'), ('truong@mot.vn', 'update') $$, 'all of it is in the log');

-- A retirement taken back.
select is(test.tries('can-bo@mot.vn', $$ select reopen_counter('TEST01') $$), 'not_allowed', 'a clerk opens none again');
select is(test.tries('truong@mot.vn', $$ select reopen_counter('TEST01') $$), null, 'a head does');
select is((select counter_page('TEST01') ->> 'state'), 'open', 'and the old poster counts');
select is(test.tries('truong@mot.vn', $$ select reopen_counter('TEST01') $$), 'counter_open', 'once');
select is(test.tries('truong@mot.vn', $$ select reopen_counter('000000') $$), 'not_allowed', 'nobody asks which codes there are');
select is(test.tries('service_role', $$ select reopen_counter('000000') $$), 'counter_unknown', 'but the administrator');

-- What was taken over in a merger.
select is(test.tries('truong@hai.vn', $$ select save_counter('{"code": "TEST07", "name": "Quầy 9", "channel": "counter", "kind": "poster"}') $$),
  'not_allowed', 'a counter of an office that closed is not free for all');
create temporary table taken as select private.counter_json(c) as row from private.counters c where code = 'TEST07';
grant select on taken to public;
select is(test.tries('truong@mot.vn', format('select save_counter(%L, %L)', row || '{"name": "Quầy 9"}', row)), null,
  'it is kept by who works there now') from taken;
select results_eq($$ select name, office_code from private.counters where code = 'TEST07' $$, $$ values ('Quầy 9', 'thu-mot') $$,
  'and is theirs from then on');
update private.counters set office_code = 'thu-nhap' where code = 'TEST07';
select is(test.tries('truong@mot.vn', $$ select retire_counter('TEST07', 'true') $$), null, 'or replaced by them');
select is((select n.office_code from private.counters o join private.counters n on n.code = o.replaced_by where o.code = 'TEST07'),
  'thu-mot', 'with a code of theirs');
select is(test.tries('service_role', $$ select retire_counter('TEST09') $$), null, 'where all work ended, a code is retired');
select is(test.tries('service_role', $$ select reopen_counter('TEST09') $$), 'office_closed', 'and stays so');

-- Signs are read as numbers: 2 stands before 12.
select test.act_as_owner();
insert into private.counters (code, office_code, name, number, channel, kind) values
  ('TEST97', 'thu-ba', 'Quầy mười hai', '12', 'counter', 'poster'), ('TEST98', 'thu-ba', 'Quầy hai', '2', 'counter', 'poster'),
  ('TEST99', 'thu-ba', 'Quầy hai B', '2B', 'counter', 'poster');
select test.act_as('dieu-phoi@tinh.vn');
select results_eq($$ select code from office_counters('thu-ba') where code in ('TEST97', 'TEST98', 'TEST99') $$,
  array['TEST98', 'TEST99', 'TEST97'], 'counters come in the order of their numbers');

select finish();
rollback;
