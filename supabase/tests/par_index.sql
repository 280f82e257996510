begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
delete from par_index;

create function test.par(changes jsonb default '{}') returns jsonb language sql as $$
  select '{"office_code": "thu-nhap", "year": "2019", "score": "89.95", "rank": "3", "ranked_units": "11", "group_name": "Nhóm điều hành tốt",
    "source": "Báo An Giang 12/11/2020"}'::jsonb || changes
$$;
grant execute on all functions in schema test to anon, authenticated, service_role;

-- Who enters a year: the province's index is entered at the top of the tree.
select is(test.tries(person, format('select save_par_index(%L)', test.par())), refusal, person || ': ' || coalesce(refusal, 'done'))
from (values ('truong@mot.vn', 'not_allowed'), ('can-bo@mot.vn', 'not_allowed'), ('kiem-tra@tinh.vn', 'not_allowed'),
  ('nguoi-la@mot.vn', 'not_allowed'), ('dieu-phoi@tinh.vn', null)) t (person, refusal);
select results_eq('select score, rank, ranked_units, group_name from par_index',
  $$ values (89.95::double precision, 3, 11, 'Nhóm điều hành tốt') $$, 'the year stands there, the group in the words of its source');

select set_config('request.jwt.claims', '{"role": "service_role"}', true);
select test.refuses(format('select save_par_index(%L)', test.par(changes)), status, key, 'a year with ' || changes::text)
from (values
  ('{}'::jsonb, 409, 'par_year_taken'),
  ('{"year": "2018", "rank": "12"}', 422, 'par_rank_above_units'), ('{"year": "2018", "rank": "0"}', 422, 'par_rank_malformed'),
  ('{"year": "2018", "rank": "3.5"}', 422, 'par_rank_malformed'), ('{"year": "2018", "rank": null}', 422, 'par_rank_alone'),
  ('{"year": "2018", "ranked_units": null}', 422, 'par_rank_alone'), ('{"year": "2018", "score": "100.01"}', 422, 'par_score_malformed'),
  ('{"year": "2018", "score": "-1"}', 422, 'par_score_malformed'), ('{"year": "2018", "score": "NaN"}', 422, 'par_score_malformed'),
  ('{"year": "2018", "score": null}', 422, 'par_score_malformed'), ('{"year": "2099"}', 422, 'par_year_malformed'),
  ('{"year": "19"}', 422, 'par_year_malformed'), ('{"year": null}', 422, 'par_year_malformed'),
  ('{"year": "2018", "source": " "}', 422, 'par_source_missing'), ('{"year": "2018", "group_name": "a\u0007"}', 422, 'text_unreadable'),
  ('{"year": "2018", "office_code": "khong-co"}', 404, 'office_unknown')) t (changes, status, key);
select test.refuses(format('select save_par_index(%L)', test.par(jsonb_build_object('year', extract(year from private.local_day(now()))::text))),
  422, 'par_year_malformed', 'a year that is not over');
select test.refuses(format('select save_par_index(%L, %L)', test.par('{"score": "90"}'), '{"score": 1}'), 409, 'changed_meanwhile',
  'what somebody else has changed');
select test.act_as_owner();
select is(test.tries('dieu-phoi@tinh.vn', format('select save_par_index(%L, (select to_jsonb(p) from par_index p))', test.par('{"score": "90"}'))), null,
  'a year is corrected');
select results_eq($$ select who, before ->> 'score', after ->> 'score' from audit_log where subject = 'par_index' order by id $$,
  $$ values ('dieu-phoi@tinh.vn', null, '89.95'), ('dieu-phoi@tinh.vn', '89.95', '90') $$, 'and what it said before stays in the log');
select is(test.tries('dieu-phoi@tinh.vn', format('select save_par_index(%L, (select to_jsonb(p) from par_index p))', test.par('{"score": null}'))), null, 'or taken out');
select is_empty('select * from par_index', 'and is gone');

-- A table of it: other units, and years twice.
create function test.import(lines jsonb) returns text language plpgsql as $$
declare
  v_import text := begin_import('par_index', 'par.csv', '')::text;
begin
  perform add_import_rows(v_import, '["office_code", "year", "score", "rank", "ranked_units", "source"]', lines);
  return v_import;
end;
$$;
grant execute on function test.import(jsonb) to authenticated;
select test.act_as('dieu-phoi@tinh.vn');
select is(check_import(test.import('[["thu-mot", "2015", "90.09", "6", "11", "Báo"], ["thu-mot", "2015", "1", "1", "11", "Báo"],
    ["khong-co", "2016", "85.82", "12", "11", "Báo"], ["thu-hai", "2099", "101", "1", null, null]]')) -> 'problem_kinds',
  '[{"n": 1, "key": "office_unknown", "column": "office_code"}, {"n": 1, "key": "row_twice", "column": "office_code"},
    {"n": 1, "key": "par_rank_above_units", "column": "rank"}, {"n": 1, "key": "par_rank_alone", "column": "rank"},
    {"n": 1, "key": "par_score_malformed", "column": "score"}, {"n": 1, "key": "par_source_missing", "column": "source"},
    {"n": 1, "key": "par_year_malformed", "column": "year"}]', 'every fault of a file is named');
select throws_ok($$ select finish_import(test.import('[["thu-mot", "2015", "90.09", "12", "11", "Báo"]]')) $$, 'PT422', 'import_has_problems', 'and nothing of it is written');
select is(finish_import(test.import('[["thu-mot", "2015", "90.09", "6", "11", "Báo"], ["thu-mot", "2016", "85.82", "10", "11", "Báo"],
  ["thu-mot", "2017", "86.85", "4", "11", "Báo"], ["thu-mot", "2018", "90.10", "6", "11", "Báo"], ["thu-mot", "2019", "89.95", "3", "11", "Báo"],
  ["thu-hai", "2019", "70", null, null, "Báo"]]')) -> 'added', '6', 'a file without faults is');
select is(test.tries('truong@mot.vn', $$ select begin_import('par_index', 'x.csv', '') $$), 'not_allowed', 'a head imports none');
select test.act_as('anon');
select results_eq('select office_code, years, round(mean_score::numeric, 2), round(mean_rank::numeric, 1) from par_index_means()',
  $$ values ('thu-hai', 1, 70.00, null::numeric), ('thu-mot', 5, 88.56, 5.8) $$, 'the means are computed: 88.56 and 5.8');
select test.act_as_owner();
select results_eq($$ select extract(year from period)::integer, value, verdict from plan_figures('thu-mot') where indicator_code = 'district-rank' order by 1 desc limit 2 $$,
  $$ values (2019, 3::double precision, 'met'), (2018, 6, 'not_met') $$, 'a lower rank is better: at most 3 is the target');
select is((select value from plan_figures() where indicator_code = 'district-rank' and period = '2019-01-01'), 3::double precision, 'of all offices it is that of the unit that was ranked');
insert into par_index values ('thu-ba', 2019, 80, 5, 11, null, 'Báo');
select is_empty($$ select * from plan_figures() where indicator_code = 'district-rank' and period = '2019-01-01' $$, 'of two units there is no rank of all');
select test.act_as('dieu-phoi@tinh.vn');
select undo_import(max(id)::text) from imports();
select test.act_as_owner();
select is((select count(*) from par_index), 1::bigint, 'an import is taken back');

select finish();
rollback;
