begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();

-- Batches of thu-hai (1) and of thu-mot (2, 3), and people besides those of every test: an auditor and a
-- coordinator whom the coordinator has appointed, one person with both roles, and one who also works at thu-mot.
select test.crowd(10, 'TEST01', 5, '2026-03-02 10:00+07', '{"procedure": "9.000001"}');
select test.crowd(12, 'TEST01', 2, '2026-03-02 10:00+07', '{"procedure": "9.000002"}');
select test.crowd(11, 'TEST02', 4, '2026-03-02 10:00+07', '{"procedure": "9.000001"}');
select test.release('2026-03-03 08:00+07');
select is((select jsonb_agg(office_code order by number) from batches), '["thu-hai", "thu-mot", "thu-mot"]', 'three batches');
insert into members (email, office_code, role, invited_by) values
  ('kiem-tra-2@tinh.vn', 'thu-tinh', 'auditor', 'administrator'), ('bu-nhin@tinh.vn', 'thu-tinh', 'auditor', 'dieu-phoi@tinh.vn'),
  ('ca-hai@tinh.vn', 'thu-tinh', 'auditor', 'administrator'), ('ca-hai@tinh.vn', 'thu-tinh', 'coordinator', 'administrator'),
  ('dieu-phoi@mot.vn', 'thu-mot', 'coordinator', 'administrator'),
  ('kiem-nhiem@tinh.vn', 'thu-tinh', 'auditor', 'administrator'), ('kiem-nhiem@tinh.vn', 'thu-mot', 'clerk', 'administrator');

-- Acting as a person: refused with a key, or let through.
create function test.voids(person text, query text, expected text, story text) returns setof text language plpgsql as $$
declare
  v_before text := test.everything();
begin
  return next is(test.tries(person, query), expected, story);
  if expected is not null then
    return next is(test.everything(), v_before, story || ', and nothing has changed');
  end if;
end;
$$;
create function test.latest() returns text language sql as $$ select max(id)::text from private.void_proposals $$;

-- Who may propose.
select test.voids('anon', 'select propose_void(''2'', ''Sai'')', 'permission denied for function propose_void', 'nobody who is not signed in');
select test.voids('service_role', 'select propose_void(''2'', ''Sai'')', 'not_allowed', 'nor the administrator’s key alone');
select is_empty($$ select 1 from pg_proc where proname = 'void_batch' and has_function_privilege('service_role', oid, 'execute') $$,
  'there is no way past the two');
select test.voids(person, 'select propose_void(''2'', ''Sai'')', 'not_allowed', person || ' does not')
from unnest(array['nguoi-la@mot.vn', 'truong@mot.vn', 'can-bo@mot.vn', 'truong@hai.vn']) person;
select test.voids(person, 'select propose_void(''2'', ''Sai'')', 'void_own_office', person || ' is of the office whose batch it is')
from unnest(array['kiem-tra@mot.vn', 'dieu-phoi@mot.vn', 'kiem-nhiem@tinh.vn']) person;
select test.voids('kiem-tra@tinh.vn', query, key, query) from (values
  ('select propose_void(''99'', ''Sai'')', 'batch_unknown'), ('select propose_void(null, ''Sai'')', 'batch_unknown'),
  ('select propose_void(''2'', null)', 'reason_missing'), ('select propose_void(''2'', ''  '')', 'reason_missing'),
  ('select propose_void(''2'', ''=+-'')', 'reason_missing'),
  ('select propose_void(''2'', repeat(''x'', 4001))', 'text_too_long')) v (query, key);

-- One proposes; nothing is voided.
select is(test.tries('kiem-tra@tinh.vn', 'select propose_void(''2'', '' =Kiosk để ở nhà kho '')'), null, 'an auditor proposes');
select is((select reason from private.void_proposals), 'Kiosk để ở nhà kho', 'with a reason that no spreadsheet runs');
select is((select count(*) from batches where voids is not null), 0::bigint, 'nothing is voided yet');
select is((select open_until - proposed_on from private.void_proposals), 14, 'there are fourteen days');
select test.voids('dieu-phoi@tinh.vn', 'select propose_void(''2'', ''Sai'')', 'void_proposed_already', 'it is proposed once');

-- Who may confirm.
select test.voids(person, format('select confirm_void(%L)', test.latest()), key, story) from (values
  ('kiem-tra@tinh.vn', 'void_needs_another_person', 'not the same person'),
  ('kiem-tra-2@tinh.vn', 'void_needs_other_role', 'nor another auditor'),
  ('kiem-tra@mot.vn', 'void_own_office', 'nor an auditor of the office itself'),
  ('dieu-phoi@mot.vn', 'void_own_office', 'nor its coordinator'),
  ('truong@mot.vn', 'not_allowed', 'nor its head'),
  ('truong@hai.vn', 'not_allowed', 'nor another head')) v (person, key, story);
select test.voids('dieu-phoi@tinh.vn', 'select confirm_void(''9999'')', 'void_unknown', 'a proposal that is not there');
select test.voids('dieu-phoi@tinh.vn', format('select withdraw_void(%L)', test.latest()), 'void_of_another', 'nobody withdraws for another');

-- Withdrawn, and proposed anew from the other side.
select is(test.tries('kiem-tra@tinh.vn', format('select withdraw_void(%L)', test.latest())), null, 'it is withdrawn by who made it');
select test.voids('dieu-phoi@tinh.vn', format('select confirm_void(%L)', test.latest()), 'void_decided_already', 'and then not confirmed');
select test.voids('kiem-tra@tinh.vn', format('select withdraw_void(%L)', test.latest()), 'void_decided_already', 'nor withdrawn again');
select is(test.tries('dieu-phoi@tinh.vn', 'select propose_void(''2'', ''Nhập thử'')'), null, 'a coordinator may come first');
select test.voids('bu-nhin@tinh.vn', format('select confirm_void(%L)', test.latest()), 'void_not_independent', 'an auditor whom that coordinator appointed does not confirm');
update private.void_proposals set open_until = private.local_day(now()) - 1 where state = 'open';
select test.voids('kiem-tra@tinh.vn', format('select confirm_void(%L)', test.latest()), 'void_lapsed', 'after fourteen days it is too late');
select is(test.tries('dieu-phoi@tinh.vn', 'select propose_void(''2'', ''Nhập thử'')'), null, 'and it may be proposed anew');
update members set ended_at = now(), ended_by = 'x' where email = 'dieu-phoi@tinh.vn';
select test.voids('kiem-tra@tinh.vn', format('select confirm_void(%L)', test.latest()), 'void_proposer_left', 'who is no member any more proposes nothing');
update members set ended_at = null, ended_by = null where email = 'dieu-phoi@tinh.vn';
select is(test.tries('kiem-tra@tinh.vn', format('select confirm_void(%L)', test.latest())), null, 'the auditor confirms');
select results_eq('select number, voids, n, reason from batches where voids is not null', $$ values (4, 2, -10, 'Nhập thử') $$, 'and the ledger has its reversal');
select results_eq('select reversal, auditor_office, coordinator_office, proposed_as from voidings', $$ values (4, 'thu-tinh', 'thu-tinh', 'coordinator') $$,
  'for everybody: from which offices, and who came first');
select is((select n from satisfaction('all', 'thu-mot')), 12::bigint, 'the figures forget it');
select test.voids('kiem-tra@tinh.vn', 'select propose_void(''2'', ''Sai'')', 'batch_voided', 'it is voided once');
select test.voids('kiem-tra@tinh.vn', 'select propose_void(''4'', ''Sai'')', 'batch_unknown', 'and a reversal never');
select test.refuses('delete from voidings', 403, 'ledger_append_only', 'who voided it stays');

-- Whoever holds both roles is one of the two, whichever.
select is(test.tries('ca-hai@tinh.vn', 'select propose_void(''1'', ''Sai'')'), null, 'who has both roles proposes');
select test.voids('ca-hai@tinh.vn', format('select confirm_void(%L)', test.latest()), 'void_needs_another_person', 'and does not confirm');
select is(test.tries('kiem-tra@tinh.vn', format('select confirm_void(%L)', test.latest())), null, 'an auditor does');
select is((select proposed_as from voidings where reversal = 5), 'coordinator', 'the other is the coordinator then');

-- Who sees it.
create function test.listed(person text) returns integer language plpgsql as $$
declare
  v_n integer;
begin
  perform test.act_as(person);
  v_n := jsonb_array_length(void_proposals());
  perform test.act_as_owner();
  return v_n;
end;
$$;
select is(test.listed(person), n, person || ' sees so many proposals') from (values ('dieu-phoi@tinh.vn', 4), ('kiem-tra@tinh.vn', 4),
  ('truong@mot.vn', 3), ('kiem-tra@mot.vn', 3), ('truong@hai.vn', 1), ('can-bo@mot.vn', 0), ('nguoi-la@mot.vn', 0)) v (person, n);
select is((select count(*) from audit_log where subject = 'void_proposals'), 7::bigint, 'each step is in the log');
select ok(not (select jsonb_agg(v) from voidings v)::text ~ '@', 'in public nobody is named');

-- The top has nobody above it: there its own auditor and coordinator do it, and still two of them.
select private.append_batch((6, 'thu-tinh', null, null, null, null, '2026-03-03', 10, 0, 0, 0, 5, 5, null, null, null, '2026-03-03', null, null, null)::batches);
select private.add_to_totals(6);
select is(test.tries('kiem-tra@tinh.vn', 'select propose_void(''6'', ''Sai'')'), null, 'a batch of the top is proposed there');
select is(test.tries('dieu-phoi@tinh.vn', format('select confirm_void(%L)', test.latest())), null, 'and confirmed');

select * from finish();
rollback;
