begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Other targets: decided today for a later day; what is over keeps its verdict.
-- The top of the tree has one coordinator here; the sample province lies under it.
create function test.change(changes jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_object('indicator_code', 'e-dossier', 'target', '70', 'valid_from', private.local_day(now()) + 30, 'reason', 'Kế hoạch số 9') || changes
$$;
create function test.changes(person text, changes jsonb default '{}', seen text default 'null') returns text language sql as $$
  select test.tries(person, format('select save_plan_target(%L, %s)', test.change(changes), seen))
$$;
create function test.told(indicator text) returns text language sql as $$
  select string_agg(concat_ws(' ', period, target, verdict), ', ' order by period) from plan_figures('thu-mot') where indicator_code = indicator
$$;
grant execute on all functions in schema test to anon, authenticated, service_role;
insert into plan_values (indicator_code, office_code, quarter, value, as_of, evidence) values
  ('e-dossier', 'thu-mot', '2025-01-01', 60, '2025-03-31', 'Báo cáo'), ('e-dossier', 'thu-mot', '2025-04-01', 60, '2025-06-30', 'Báo cáo'),
  ('e-dossier', 'thu-mot', '2025-07-01', 60, '2025-09-30', 'Báo cáo');
insert into par_index values ('thu-mot', 2023, 80, 3, 11, null, 'Báo'), ('thu-mot', 2024, 80, 3, 11, null, 'Báo');
select is(test.told('e-dossier'), '2025-01-01 50 met, 2025-04-01 50 met, 2025-07-01 50 met', 'until something is decided the plan of 2020 holds');

-- Who decides.
select is(test.changes(person), refusal, concat_ws(' ', person, 'changes a target:', coalesce(refusal, 'done')))
from (values ('anon', 'permission denied for function save_plan_target'), ('nguoi-la@mot.vn', 'not_allowed'), ('can-bo@mot.vn', 'not_allowed'),
  ('kiem-tra@tinh.vn', 'not_allowed'), ('truong@mot.vn', 'not_allowed'), ('service_role', null)) t (person, refusal);
select results_eq('select indicator_code, old_target, target, valid_from - decided_on, reason from plan_target_changes',
  $$ values ('e-dossier', 50::double precision, 70::double precision, 30, 'Kế hoạch số 9') $$, 'it is kept with what held before, its day and its reason');
select is((select count(*) from audit_log where subject = 'plan_target_changes'), 1::bigint, 'and stands in the log');
select is(test.told('e-dossier'), '2025-01-01 50 met, 2025-04-01 50 met, 2025-07-01 50 met', 'nothing that is over is judged anew');
select is((select target from plan_indicators where code = 'e-dossier'), 50::double precision, 'the plan itself stays as it was written');

-- What is refused, and changes nothing.
create temporary table wrong (changes jsonb, status integer, key text);
insert into wrong values
  ('{"target": "0"}', 422, 'plan_target_out_of_bounds'), ('{"target": "101"}', 422, 'plan_target_out_of_bounds'), ('{"target": "9999"}', 422, 'plan_target_out_of_bounds'),
  ('{"target": "-5"}', 422, 'plan_target_malformed'), ('{"target": "70.5"}', 422, 'plan_target_malformed'), ('{"target": "NaN"}', 422, 'plan_target_malformed'),
  ('{"target": ""}', 422, 'plan_target_malformed'), ('{"target": null}', 422, 'plan_target_malformed'), ('{"target": "bảy mươi"}', 422, 'plan_target_malformed'),
  ('{"indicator_code": "satisfied-online", "target": "100"}', 422, 'plan_target_out_of_bounds'),
  ('{"indicator_code": "satisfied-online", "target": "49"}', 422, 'plan_target_out_of_bounds'),
  ('{"indicator_code": "district-rank", "target": "1001"}', 422, 'plan_target_out_of_bounds'),
  ('{"indicator_code": "khong-co"}', 404, 'plan_indicator_unknown'), ('{"indicator_code": null}', 404, 'plan_indicator_unknown'),
  ('{"valid_from": "2020-01-01"}', 422, 'plan_target_day_passed'), ('{"valid_from": "31/02/2030"}', 422, 'day_malformed'), ('{"valid_from": null}', 422, 'day_malformed'),
  ('{"valid_from": ""}', 422, 'day_malformed'), ('{"valid_from": "2099-01-01"}', 422, 'plan_target_day_far'), ('{"valid_from": "infinity"}', 422, 'day_malformed'),
  ('{"reason": "  "}', 422, 'plan_target_reason_missing'), ('{"reason": null}', 422, 'plan_target_reason_missing'), ('{"reason": "a\u202eb"}', 422, 'text_unreadable'),
  ('{"target": "50", "indicator_code": "autofill", "valid_from": null}', 422, 'day_malformed'), ('{"target": "40", "indicator_code": "autofill"}', 422, 'plan_target_unchanged');
insert into wrong select jsonb_build_object('valid_from', private.local_day(now())), 422, 'plan_target_day_passed';
insert into wrong select jsonb_build_object('reason', repeat('x', 4001)), 422, 'text_too_long';
select set_config('request.jwt.claims', '{"role": "service_role"}', true);
select test.refuses(format('select save_plan_target(%L, %s)', test.change(changes), case when test.change(changes) ->> 'indicator_code' = 'e-dossier'
  then '(select max(id)::text from plan_target_changes)' else 'null' end), status, key, 'a target with ' || left(changes::text, 60)) from wrong;
select test.act_as_owner();
select is(test.changes('service_role', '{"target": "80"}'), 'changed_meanwhile', 'who has not seen what is planned does not replace it');
select is(test.changes('service_role', '{"target": "70"}', '(select max(id)::text from plan_target_changes)'), 'plan_target_unchanged', 'nor decides the same again');
select is(test.changes('service_role', '{"target": "80"}', '(select max(id)::text from plan_target_changes)'), null, 'who has seen it does');
select is((select string_agg(old_target || '>' || target, ', ' order by id) from plan_target_changes), '50>70, 70>80', 'both stay to be read');
select test.refuses('update plan_target_changes set target = 1', 403, 'plan_values_append_only', 'nobody writes over one');
select test.refuses('delete from plan_target_changes', 403, 'plan_values_append_only', 'or deletes one');

-- Time goes by: decisions of other days, each held against the quarters that end after its day.
alter table plan_target_changes disable trigger user;
delete from plan_target_changes;
insert into plan_target_changes (indicator_code, old_target, target, decided_on, valid_from, reason) values
  ('e-dossier', 50, 70, '2025-02-01', '2025-06-30', 'Một'), ('e-dossier', 70, 55, '2025-07-02', '2025-10-01', 'Hai'),
  ('district-rank', 3, 2, '2024-05-01', '2024-12-31', 'Hạng');
select is(test.told('e-dossier'), '2025-01-01 50 met, 2025-04-01 70 not_met, 2025-07-01 70 not_met', 'the quarter that ends on the day of a change is held against it, those before are not');
select is(test.told('district-rank'), '2023-01-01 3 met, 2024-01-01 2 not_met', 'a rank is held against the target of its year');
-- Decided and replaced before it held.
insert into plan_target_changes (indicator_code, old_target, target, decided_on, valid_from, reason) values ('e-dossier', 55, 65, '2025-07-03', '2025-09-01', 'Ba');
select is(test.told('e-dossier'), '2025-01-01 50 met, 2025-04-01 70 not_met, 2025-07-01 65 not_met', 'of those that hold the one decided last');
select is(private.plan_target_on(i, '2026-01-01'), 65::double precision, 'also after the day of one that it replaced') from plan_indicators i where code = 'e-dossier';
select test.act_as('anon');
select is((select count(*) from plan_target_changes), 4::bigint, 'everybody reads how they changed');
select test.act_as_owner();

select finish();
rollback;
