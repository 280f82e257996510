begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- The first and the second commune merge into a new one, the third is split between two new ones.
create temporary table plans as select '{
  "on_date": "2027-01-01", "legal_basis": "NQ 1/2026",
  "opening": [
    {"code": "thu-moi", "name": "Xã Mới", "kind": "xã", "parent_code": "thu-tinh", "desk": "Một cửa xã Mới"},
    {"code": "thu-dong", "name": "Xã Đông", "kind": "xã", "parent_code": "thu-tinh"},
    {"code": "thu-tay", "name": "Xã Tây", "kind": "xã", "parent_code": "thu-tinh"}],
  "closing": ["thu-mot", "thu-hai", "thu-ba"],
  "successions": [
    {"predecessor": "thu-mot", "successor": "thu-moi"}, {"predecessor": "thu-hai", "successor": "thu-moi"},
    {"predecessor": "thu-ba", "successor": "thu-dong"}, {"predecessor": "thu-ba", "successor": "thu-tay"}],
  "counters": [{"counter": "TEST03", "successor": "thu-tay"}]
}'::jsonb as plan;
grant select on plans to public;
insert into private.counters (code, office_code, name, channel, kind) values ('TEST10', 'thu-ba', 'Quầy 2', 'counter', 'poster');

select is(test.tries('truong@mot.vn', format('select reform_offices(%L, ''true'')', plan)), 'not_allowed', 'a head reforms nothing') from plans;
create temporary table bad (changes jsonb, refusal text);
insert into bad values
  ('{"on_date": "1/1/2027"}', 'day_malformed'), ('{"on_date": null}', 'plan_malformed'), ('{"successions": null}', 'plan_malformed'),
  ('{"successions": [{"predecessor": "thu-mot", "successor": "khong-co"}]}', 'successor_unknown'),
  ('{"successions": [{"predecessor": "thu-nhap", "successor": "thu-moi"}]}', 'successor_unknown'),
  ('{"closing": ["thu-mot", "thu-hai", "thu-ba", "khong-co"]}', 'office_unknown'),
  ('{"closing": ["khong-co"], "successions": [{"predecessor": "khong-co", "successor": "thu-moi"}]}', 'office_unknown'),
  ('{"successions": [{"predecessor": "thu-mot", "successor": "thu-hai"}, {"predecessor": "thu-hai", "successor": "thu-mot"}]}', 'successor_unknown'),
  ('{"closing": ["thu-mot", "thu-hai", "thu-tinh"]}', 'offices_below'),
  ('{"opening": [{"code": "thu-moi", "name": "Xã Mới", "kind": "xã", "parent_code": "thu-ba"}], "successions": []}', 'parent_closes'),
  ('{"on_date": "2000-01-01"}', 'closed_before_opened'),
  ('{"closing": ["thu-mot", "thu-hai", "thu-ba", "thu-nhap"]}', 'office_closed'),
  ('{"opening": [{"code": "thu-mot", "name": "Xã Mới", "kind": "xã", "parent_code": "thu-tinh"}], "successions": []}', 'code_taken');
select is(test.tries('dieu-phoi@tinh.vn', format('select reform_offices(%L, ''true'')', plan || changes)), refusal, 'a plan with ' || changes::text)
from plans, bad;
select is((select count(*)::integer from offices where opened_on = '2027-01-01'), 0, 'and nothing is half done');

select test.act_as('dieu-phoi@tinh.vn');
select is(reform_offices(plan) #> '{counters}', '{"leads_to": {"thu-moi": 4, "thu-tay": 1}, "closed": ["TEST10"]}'::jsonb,
  'the preview says where the codes will lead') from plans;
select is(reform_offices(plan) -> 'closed' -> 2 -> 'successors', '["thu-moi"]'::jsonb, 'and who follows whom') from plans;
select is((select count(*)::integer from offices where opened_on = '2027-01-01'), 0, 'and changes nothing');
select is((select count(*)::integer from office_successions where on_date = '2027-01-01'), 0, 'nothing at all');

select lives_ok(format('select reform_offices(%L, ''true'')', plan), 'confirmed, it is carried out') from plans;
select results_eq($$ select predecessor_code, successor_code, legal_basis from office_successions where on_date = '2027-01-01' order by 1, 2 $$,
  $$ values ('thu-ba', 'thu-dong', 'NQ 1/2026'), ('thu-ba', 'thu-tay', 'NQ 1/2026'), ('thu-hai', 'thu-moi', 'NQ 1/2026'), ('thu-mot', 'thu-moi', 'NQ 1/2026') $$,
  'who follows whom');
select set_eq($$ select code || ' ' || closed_on from offices where closed_on = '2026-12-31' $$,
  array['thu-mot 2026-12-31', 'thu-hai 2026-12-31', 'thu-ba 2026-12-31'], 'the old ones close the day before');
select test.act_as_owner();
select ok(private.is_offered('thu-mot', '9.000001', '2026-12-31') and not private.is_offered('thu-mot', '9.000001', '2027-01-01')
  and private.is_offered('thu-moi', '9.000001', '2027-01-01') and not private.is_offered('thu-moi', '9.000001', '2026-12-31'),
  'what was offered is offered by who takes over, from the day on');
select is(private.office_of_counter(c, '2026-12-31') || ' ' || coalesce(private.office_of_counter(c, '2027-01-01'), 'nobody'), wanted, c.code || ' leads on')
from private.counters c join (values ('TEST01', 'thu-mot thu-moi'), ('TEST07', 'thu-mot thu-moi'), ('TEST03', 'thu-ba thu-tay'),
  ('TEST10', 'thu-ba nobody')) w (code, wanted) using (code);
select ok((select count(*) > 10 from audit_log where who = 'dieu-phoi@tinh.vn'), 'every row of it is in the log');

select finish();
rollback;
