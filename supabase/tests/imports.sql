begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- A person brings in a file: {columns, rows}; answers with what check_import, or finish_import, told.
create function test.bring(kind text, columns text[], rows jsonb, finish boolean default false, file_name text default 'thu.csv')
returns jsonb language plpgsql as $$
declare
  v_id bigint := begin_import(kind, file_name, encode('tệp', 'base64'));
begin
  perform add_import_rows(v_id::text, to_jsonb(columns), rows);
  return case when finish then finish_import(v_id::text) else check_import(v_id::text) end;
end;
$$;
-- 'row column key' of every problem that a person is told.
create function test.problems(person text, kind text, columns text[], rows jsonb) returns text[] language plpgsql as $$
declare
  v_found jsonb;
begin
  perform test.act_as(person);
  v_found := test.bring(kind, columns, rows);
  perform test.act_as_owner();
  return array(select concat_ws(' ', p ->> 'row', p ->> 'column', p ->> 'key', p ->> 'other')
    from jsonb_array_elements(v_found -> 'problems') p);
end;
$$;
grant execute on all functions in schema test to anon, authenticated, service_role;

-- Everything that an import may write.
create function test.catalogue() returns text language sql as $$
  select md5(concat((select jsonb_agg(t order by t::text) from public.offices t), (select jsonb_agg(t order by t::text) from public.procedures t),
    (select jsonb_agg(t order by t::text) from public.fields t), (select jsonb_agg(t order by t::text) from public.offerings t),
    (select jsonb_agg(t order by t::text) from public.handled_dossiers t), (select count(*) from private.visit_codes)))
$$;
create temporary table before as select test.catalogue() as state;
grant select on before to public;

create temporary table tries (story text, person text, kind text, columns text[], rows jsonb, problems text[]);
insert into tries values
  ('a parent may come later in the file', 'dieu-phoi@tinh.vn', 'offices', '{code,name,kind,parent_code}',
    '[["thu-ap", "Ấp Thử", "ấp", "thu-moi"], ["thu-moi", "Xã Mới", "xã", "thu-tinh"]]', '{}'),
  ('a parent must be somewhere', 'dieu-phoi@tinh.vn', 'offices', '{code,name,kind,parent_code}',
    '[["thu-ap", "Ấp Thử", "ấp", "khong-co"]]', '{"1 parent_code parent_unknown"}'),
  ('no circle among new offices', 'dieu-phoi@tinh.vn', 'offices', '{code,name,kind,parent_code}',
    '[["thu-a", "A", "xã", "thu-b"], ["thu-b", "B", "xã", "thu-a"], ["thu-c", "C", "xã", "thu-a"]]',
    '{"1 parent_code parent_in_circle","2 parent_code parent_in_circle"}'),
  ('no circle with old ones', 'dieu-phoi@tinh.vn', 'offices', '{code,name,kind,parent_code}',
    '[["thu-mot", "Xã Một", "xã", "thu-a"], ["thu-a", "A", "xã", "thu-mot"]]',
    '{"1 parent_code parent_in_circle","2 parent_code parent_in_circle"}'),
  ('every problem of a row is told', 'dieu-phoi@tinh.vn', 'offices', '{code,name,kind,parent_code,opened_on,closed_on}',
    '[["Mã Sai", null, "xã", "thu-tinh", "31/02/2025", "2025-02-30"]]',
    '{"1 closed_on day_malformed","1 code code_malformed","1 name name_missing","1 opened_on day_malformed"}'),
  ('a code stands once in a file', 'dieu-phoi@tinh.vn', 'offices', '{code,name,kind,parent_code}',
    '[["thu-a", "A", "xã", "thu-tinh"], ["thu-b", "B", "xã", "thu-tinh"], ["thu-a", "Khác", "xã", "thu-tinh"]]', '{"3 code row_twice 1"}'),
  ('an office of somebody else stays theirs', 'dieu-phoi@mot.vn', 'offices', '{code,name,kind,parent_code}',
    '[["thu-hai", "Của tôi", "xã", "thu-mot"], ["thu-a", "A", "ấp", "thu-mot"], ["thu-goc", "Gốc", "tỉnh", null], ["thu-b", "B", "ấp", "thu-hai"]]',
    '{"1 code not_allowed","3 parent_code not_allowed","4 parent_code not_allowed"}'),
  ('procedures have codes, names, fields and days', 'dieu-phoi@tinh.vn', 'procedures', '{code,name,field,counter_days,official_url}',
    '[["9.1", "Thử", "Hộ tịch (thử)", "mười", "http://x.vn"], ["9.200001", null, null, null, null], ["9.200002", "Thử", "Lĩnh vực mới", "5", null]]',
    '{"1 code procedure_code_malformed","1 counter_days days_malformed","1 official_url url_malformed","2 field procedure_field_missing","2 name name_missing"}'),
  ('offerings name what there is', 'truong@mot.vn', 'offerings', '{office_code,procedure_code,opened_on}',
    '[["thu-mot", "9.000005", "2026-01-01"], ["thu-mot", "9.999999", null], ["thu-hai", "9.000005", null], ["khong-co", "9.000005", null], ["thu-mot", null, null]]',
    '{"2 procedure_code procedure_unknown","3 office_code not_allowed","4 office_code office_unknown","5 procedure_code procedure_unknown"}'),
  ('channels are ours, in their order', 'truong@mot.vn', 'offerings', '{office_code,procedure_code,channels}',
    '[["thu-mot", "9.000005", "counter online"], ["thu-mot", "9.000001", "online counter"], ["thu-mot", "9.000002", "fax"], ["thu-mot", "9.000003", null]]',
    '{"2 channels channel_unknown","3 channels channel_unknown"}'),
  ('closed offices offer nothing new', 'dieu-phoi@tinh.vn', 'offerings', '{office_code,procedure_code}',
    '[["thu-het", "9.000005"]]', '{"1 office_code office_closed"}'),
  ('handled dossiers are numbers of a month', 'truong@mot.vn', 'handled', '{month,office_code,procedure_code,channel,handled,on_time}',
    '[["2026-01-01", "thu-mot", "9.000001", "counter", "10", "9"], ["2026-01-15", "thu-mot", null, "fax", "-1", "x"], ["2026-02-01", "thu-mot", null, null, "5", "6"], ["2026-01-01", "thu-mot", "9.000001", "counter", "11", null]]',
    '{"2 channel channel_unknown","2 handled handled_malformed","2 month month_malformed","2 on_time on_time_malformed","3 on_time on_time_malformed","4 office_code row_twice 1"}'),
  ('visit codes are wanted for what is offered', 'can-bo@mot.vn', 'visit_codes', '{office_code,procedure_code,channel,count,expires_on}',
    format('[["thu-mot", "9.000001", "counter", "5", "%1$s"], ["thu-mot", "9.000005", "counter", "5", "%1$s"], ["thu-mot", "9.000001", null, "5001", "2020-01-01"]]', current_date + 30)::jsonb,
    '{"2 procedure_code procedure_not_offered","3 channel channel_missing","3 count count_invalid","3 expires_on expires_on_invalid"}');
insert into members (email, office_code, role, invited_by) values ('dieu-phoi@mot.vn', 'thu-mot', 'coordinator', 'administrator');
select set_eq(format('select unnest(test.problems(%L, %L, %L, %L))', person, kind, columns, rows), problems, story) from tries;
select is(test.catalogue(), state, 'and nothing has changed') from before;

-- Who may bring in what, asserted twice.
create temporary table roles (person text, kind text, columns text[], rows jsonb, refusal text);
insert into roles values
  ('nguoi-la@mot.vn', 'handled', '{office_code}', '[["thu-mot"]]', 'not_allowed'),
  ('can-bo@mot.vn', 'handled', '{office_code}', '[["thu-mot"]]', 'not_allowed'), ('kiem-tra@tinh.vn', 'offices', '{code}', '[["a"]]', 'not_allowed'),
  ('truong@mot.vn', 'offices', '{code}', '[["a"]]', 'not_allowed'), ('dieu-phoi@mot.vn', 'procedures', '{code}', '[["a"]]', 'not_allowed'),
  ('truong@mot.vn', 'ratings', '{score}', '[["5"]]', 'import_kind_unknown'), ('truong@mot.vn', 'handled', '{score}', '[["5"]]', 'import_column_unknown'),
  ('truong@mot.vn', 'handled', '{}', '[["5"]]', 'import_column_unknown'), ('truong@mot.vn', 'handled', '{handled}', '["5"]', 'body_invalid'),
  ('truong@mot.vn', 'handled', '{handled}', '[]', 'import_empty'),
  ('truong@mot.vn', 'handled', '{month,office_code,handled}', '[["2026-01-01", "thu-hai", "5"]]', 'import_has_problems');
select is(test.tries(person, format('select test.bring(%L, %L, %L, true)', kind, columns, rows)), refusal, person || ' brings in ' || kind || ': ' || refusal)
from roles;
select is(test.tries('anon', $$ select begin_import('handled', 'x', '') $$), 'permission denied for function begin_import', 'who is not signed in brings in nothing');
select is(test.catalogue(), state, 'and nothing has changed') from before;
select is(test.tries('truong@mot.vn', $$ select begin_import('handled', 'x', repeat('A', 9400001)) $$), 'file_too_large', 'a file has a size');
select is(test.tries('truong@mot.vn', $$ select add_import_rows(begin_import('handled', 'x', '')::text, '["handled"]', (select jsonb_agg('[]'::jsonb) from generate_series(1, 100001))) $$),
  'import_too_long', 'and a length');

-- Nobody goes on with what another person began.
select test.act_as('truong@mot.vn');
create temporary table begun as select begin_import('handled', 'cua-toi.csv', '') as id;
grant select on begun to public;
select is(test.tries('truong@hai.vn', format('select add_import_rows(''%s'', %L, %L)', id, '["handled"]', '[]')), 'import_unknown', 'rows are added by who began') from begun;
select is(test.tries('dieu-phoi@tinh.vn', format('select finish_import(''%s'')', id)), 'import_unknown', 'and finished') from begun;

-- All or nothing: a wrong code in row 7,000.
select test.act_as('dieu-phoi@tinh.vn');
select is((select p ->> 'row' from jsonb_array_elements(test.bring('procedures', '{code,name,field}', (
    select jsonb_agg(jsonb_build_array(case when n = 7000 then 'sai' else '8.' || lpad(n::text, 6, '0') end, 'Thủ tục ' || n, 'Hộ tịch (thử)') order by n)
    from generate_series(1, 8000) n)) -> 'problems') p), '7000', 'the row of a wrong code is named');
select test.act_as_owner();
select is(test.catalogue(), state, 'and nothing has changed') from before;

-- What was allowed, and its way back.
select test.act_as('dieu-phoi@tinh.vn');
select test.bring('offices', '{code,name,kind,parent_code}', '[["thu-ap", "Ấp Thử", "ấp", "thu-moi"], ["thu-moi", "Xã Mới", "xã", "thu-tinh"], ["thu-hai", "=1+1", "xã", "thu-tinh"]]', true) as told;
select results_eq($$ select code, name, parent_code, desk from offices where code in ('thu-ap', 'thu-moi', 'thu-hai') order by code $$,
  $$ values ('thu-ap', 'Ấp Thử', 'thu-moi', null), ('thu-hai', '=1+1', 'thu-tinh', 'Một cửa xã Hai'), ('thu-moi', 'Xã Mới', 'thu-tinh', null) $$,
  'offices come in, columns that the file does not have stay, and a formula is a text');
select test.bring('procedures', '{code,name,field}', '[["9.000001", "Khai sinh (mới)", "Hộ tịch (thử)"], ["9.200001", "Mới", "Đất đai và nhà ở"]]', true) as told;
select results_eq($$ select p.name, f.code from procedures p join fields f on f.code = p.field_code where p.code in ('9.000001', '9.200001') order by p.code $$,
  $$ values ('Khai sinh (mới)', 'thu-ho-tich'), ('Mới', 'dat-dai-va-nha-o') $$, 'procedures bring their fields along');
select test.bring('offerings', '{office_code,procedure_code}', '[["thu-moi", "9.200001"]]', true) as told;
select test.bring('handled', '{month,office_code,handled}', '[["2026-01-01", "thu-mot", "10"]]', true, 'thang-1.csv') as told;
select test.bring('handled', '{month,office_code,handled,on_time}', '[["2026-01-01", "thu-mot", "12", "11"]]', true, 'thang-1-sua.csv') as told;
select results_eq('select kind, file_name, who, offices, added, changed, may_undo, may_download from imports() limit 2', $$ values
  ('handled', 'thang-1-sua.csv', 'dieu-phoi@tinh.vn', array['thu-mot'], 0, 1, true, true), ('handled', 'thang-1.csv', 'dieu-phoi@tinh.vn', array['thu-mot'], 1, 0, true, true) $$,
  'who, when and which file is kept');
select is(convert_from(decode(import_file((select max(id)::text from imports())) ->> 'base64', 'base64'), 'UTF8'), 'tệp', 'and the file itself');
create temporary table last_two as select id, row_number() over (order by id desc) as n from imports() limit 2;
grant select on last_two to public;
select is(test.tries(person, format('select import_file(''%s'')', id)), refusal, person || ' asks for the file: ' || refusal)
from last_two, (values ('truong@mot.vn', 'not_allowed'), ('truong@hai.vn', 'import_unknown'), ('kiem-tra@mot.vn', 'not_allowed'), ('nguoi-la@mot.vn', 'import_unknown')) p (person, refusal) where n = 1;
select is(test.tries(person, format('select undo_import(''%s'')', id)), refusal, person || ' takes back the one before the last: ' || refusal)
from last_two, (values ('truong@hai.vn', 'import_unknown'), ('can-bo@mot.vn', 'not_allowed'), ('truong@mot.vn', 'import_changed_since')) p (person, refusal) where n = 2;
select is((select handled from handled_dossiers where office_code = 'thu-mot' and month = '2026-01-01'), 12, 'and it stays');
select is(test.tries('truong@mot.vn', format('select undo_import(''%s'')', id)), null, 'the last can be taken back') from last_two where n = 1;
select is((select handled from handled_dossiers where office_code = 'thu-mot' and month = '2026-01-01'), 10, 'and all is as before');
select is(test.tries('truong@mot.vn', format('select undo_import(''%s'')', id)), 'import_undone', 'once') from last_two where n = 1;
select is(test.tries('truong@mot.vn', format('select undo_import(''%s'')', id)), null, 'then the one before') from last_two where n = 2;
select test.act_as('dieu-phoi@tinh.vn');
create temporary table others as select kind, max(id) as id from imports() group by kind;
select is(test.tries('dieu-phoi@tinh.vn', format('select undo_import(''%s'')', id)), 'import_in_use', 'what is used elsewhere stays') from others where kind = 'procedures';
select is(test.tries('dieu-phoi@tinh.vn', format('select undo_import(''%s'')', id)), null, kind || ' are taken back')
from (select * from others where kind in ('offerings', 'procedures', 'offices') order by array_position('{offerings,procedures,offices}', kind)) o;
select is(test.catalogue(), state, 'and nothing is left of them') from before;

-- Visit codes are told once, and taken back whether they were used or not.
select test.act_as('can-bo@mot.vn');
create temporary table told as select test.bring('visit_codes', '{office_code,procedure_code,channel,count,expires_on}',
  format('[["thu-mot", "9.000001", "counter", "3", "%1$s"], ["thu-mot", "9.000002", "online", "2", "%1$s"]]', current_date + 30)::jsonb, true) as answer;
select results_eq($$ select (c ->> 'row')::integer, jsonb_array_length(c -> 'codes') from told, jsonb_array_elements(answer -> 'codes') c $$,
  'values (1, 3), (2, 2)', 'codes for every row');
select is(visit_page(c) ->> 'state', 'open', 'they are good') from told, jsonb_array_elements_text(answer #> '{codes,0,codes}') c limit 1;
select undo_import((select max(id)::text from imports()));
select is(visit_page(c) ->> 'state', 'expired', 'until they are taken back') from told, jsonb_array_elements_text(answer #> '{codes,0,codes}') c;
select test.act_as_owner();
select ok(exists (select from audit_log where action = 'import' and after ->> 'file_name' = 'thang-1.csv') and exists (select from audit_log where action = 'undo_import'),
  'the log knows of all of it');

-- More problems than an answer shows.
create function test.bring_many(wrong integer) returns bigint language plpgsql as $$
declare
  v_id bigint := begin_import('handled', 'nhieu.csv', encode('tệp', 'base64'));
begin
  perform add_import_rows(v_id::text, '["office_code", "month", "channel", "handled"]', (select jsonb_agg(jsonb_build_array('thu-mot', '2019-01-01',
    case when i < wrong then 'fax' else 'counter' end, case when i = wrong then '-1' else '5' end)) from generate_series(1, wrong) i));
  return v_id;
end $$;
grant execute on function test.bring_many(integer) to public;
select test.act_as('truong@mot.vn');
create temporary table many as select id, check_import(id::text) as found from test.bring_many(6000) id;
select is(found -> 'problem_kinds' @> '[{"column": "channel", "key": "channel_unknown", "n": 5999}, {"column": "handled", "key": "handled_malformed", "n": 1}]',
  true, 'problems are counted by kind') from many;
select is(jsonb_array_length(found -> 'problems'), 1000, 'a thousand are shown') from many;
select is(jsonb_path_query_array(found, '$.problems[*] ? (@.key == "handled_malformed").row'), '[6000]'::jsonb, 'the only one of its kind among them') from many;
select is((select sum(jsonb_array_length(import_problem_part(id::text, part::text))) from generate_series(0, 5) part), (found ->> 'problem_count')::bigint,
  'and all of them are there, part by part') from many;
select is(import_problem_part(id::text, '0') -> 4999 ->> 'row' <= import_problem_part(id::text, '1') -> 0 ->> 'row', true, 'in the order of the file') from many;
select is(import_problem_part(id::text, '99'), '[]'::jsonb, 'behind the last part there is nothing') from many;
select is(import_problem_part(id::text, '-1'), '[]'::jsonb, 'nor before the first') from many;
select test.act_as_owner();
select is(test.tries('truong@hai.vn', format('select import_problem_part(''%s'', ''0'')', id)), 'import_unknown', 'nobody else reads them') from many;
select is(test.tries('anon', format('select import_problem_part(''%s'', ''0'')', id)) like 'permission denied%', true, 'least of all a stranger') from many;

select finish();
rollback;
