begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
\ir fixtures/feedback_key.sql
select no_plan();

-- Who may do what, tried out: every table and every function that the catalogue knows, as every kind of person. A new
-- table or function has no line here and fails until somebody has said what it is for, and for whom.
--
-- The eight people, in the order of the letters below: anybody; signed in without a role; the clerk, the head and the
-- auditor of thu-mot; the coordinator of the province; the administrator's key; who asks independently below the province.
create table test.cast (position integer primary key, person text);
insert into test.cast values (1, 'anon'), (2, 'nguoi-la@mot.vn'), (3, 'can-bo@mot.vn'), (4, 'truong@mot.vn'),
  (5, 'kiem-tra@mot.vn'), (6, 'dieu-phoi@tinh.vn'), (7, 'service_role'), (8, 'hoi@mattran.vn');
insert into members (email, office_code, role, invited_by, organisation) values ('hoi@mattran.vn', 'thu-tinh', 'interviewer', 'administrator', 'Mặt trận');
insert into public.control_draws values ('2026-01-01', '2026-01-02', 'a', 'a');
insert into public.control_samples values ('thu-mot', '2026-01-01', '2026-04-02', 9, 9, 1, 'a', 'a'), ('thu-hai', '2026-01-01', '2026-04-02', 9, 9, 1, 'a', 'a');
insert into public.control_surveys values ('thu-mot', '2026-01-01', '2026-05-17', 'Mặt trận', 9, 9), ('thu-hai', '2026-01-01', '2026-05-17', 'Mặt trận', 9, 9);
insert into private.control_contacts (id, office_code, quarter, way, position, channel, taken_by, organisation, code)
select id::uuid, office, date_trunc('quarter', private.local_day(now())::timestamp), 'visit', 1, 'counter', 'hoi@mattran.vn', 'Mặt trận', 'C0NTR0' || office
from (values ('00000000-0000-4000-8000-000000000011', 'thu-mot'), ('00000000-0000-4000-8000-000000000012', 'thu-hai')) c (id, office);

-- Rows of thu-mot and of thu-hai in every table that is read by role, and something in every other.
select add_details(json_build_object('receipt', test.rate(counter, 4, '2026-03-02 12:00+07'),
  'details', '{"comment": "Phải chờ.", "improve": ["staff"]}'::json))
from unnest(array['TEST01', 'TEST02']) counter, generate_series(1, 12);
select test.release('2026-05-01 08:00+07');
insert into public.answer_groups (position, after_batch, quarter, office_code, question, n, answers, released_on, previous_hash, hash) values
  (1, 0, '2026-01-01', 'thu-mot', 'trips', 20, '{"0": 20}', '2026-04-01', '', 'a'), (2, 0, '2026-01-01', 'thu-hai', 'trips', 20, '{"0": 20}', '2026-04-01', '', 'b');
insert into public.set_aside_totals (office_code, reason, n) values ('thu-mot', 'device_repeat', 10), ('thu-hai', 'device_repeat', 10);
insert into public.refused_tries values ('thu-mot', '2026-01-01', 'spent_code', 10), ('thu-hai', '2026-01-01', 'spent_code', 10);
insert into public.visit_code_totals values ('thu-mot', '2026-01-01', 20, 10, 5), ('thu-hai', '2026-01-01', 20, 10, 5);
insert into private.visit_keys (office_code, name, key_hash, ending, made_on, made_by)
select office, 'Một cửa', sha256(office::bytea), 'ABCD', '2026-03-01', 'truong@mot.vn' from unnest(array['thu-mot', 'thu-hai']) office;
insert into public.handled_dossiers (month, office_code, handled) values ('2026-03-01', 'thu-mot', 40), ('2026-03-01', 'thu-hai', 40);
insert into public.plan_values (indicator_code, office_code, quarter, value, as_of, evidence) values
  ('e-dossier', 'thu-mot', '2026-01-01', 40, '2026-03-31', 'Báo cáo'), ('e-dossier', 'thu-hai', '2026-01-01', 40, '2026-03-31', 'Báo cáo');
insert into public.report_entries (office_code, period, index, tenths, evidence) values ('thu-mot', '2026-Q1', 6, 20, 'Báo cáo'), ('thu-hai', '2026-Q1', 6, 20, 'Báo cáo');
insert into public.report_sign_offs (office_code, period, version, content, comment, signed_by) values
  ('thu-mot', '2026-Q1', 1, '{}', 'Đã xem.', 'truong@mot.vn'), ('thu-hai', '2026-Q1', 1, '{}', 'Đã xem.', 'truong@hai.vn');
insert into public.plan_target_changes (indicator_code, old_target, target, decided_on, valid_from, reason) values ('e-dossier', 50, 60, '2026-05-01', '2026-06-01', 'Kế hoạch');
insert into public.par_index values ('thu-mot', 2019, 80, 3, 11, null, 'Báo'), ('thu-hai', 2019, 80, 4, 11, null, 'Báo');
insert into public.settings (key, value) values ('thu_rieng', '1');
select private.append_rule_change('target_percent', '85', '2026-05-01', '2026-06-01');
insert into public.holidays values ('2027-09-02', 'Quốc khánh', false);
select private.accept_feedback(json_build_object('code', test.receipt(900 + n), 'kind', 'office', 'office', office, 'text', 'Thử', 'anonymous', true), private.local_day(now()))
from (values (1, 'thu-mot'), (2, 'thu-hai')) petitions (n, office);
insert into public.published_feedback (office_code, kind, text, answer, published_on)
select office, 'office', 'Thử', 'Thử', '2026-03-01' from unnest(array['thu-mot', 'thu-hai']) office;
insert into public.feedback_figures values ('2026-01-01', 'thu-mot', false, 10, 9, 1, 3, null, null, '2026-05-16'),
  ('2026-01-01', 'thu-hai', false, 10, 9, 1, 3, null, null, '2026-05-16');
insert into private.signals (office_code, quarter, kind, observed, of_n, expected, threshold)
select office, '2025-10-01', 'devices', 60, 300, 20, 40 from unnest(array['thu-mot', 'thu-hai']) office;
insert into private.void_proposals (batch_number, office_code, reason, proposed_by, proposed_on, open_until)
select min(number), office_code, 'Thử', who, '2026-05-01', '2100-01-01' from public.batches, unnest(array['kiem-tra@tinh.vn', 'dieu-phoi@tinh.vn']) who
where office_code in ('thu-mot', 'thu-hai') group by office_code, who;
insert into public.praises (comment_id, office_code, quarter) select distinct on (office_code) id, office_code, '2026-04-01'::date from public.comments order by office_code, id;
insert into public.name_consents (praise_id, office_code, officer_name, form) select id, office_code, 'Thử', 'paper' from public.praises;
insert into public.practice_notes (office_code, quarter, version, text) select office, '2026-01-01', 1, 'Chúng tôi xem trước hồ sơ.' from unnest(array['thu-mot', 'thu-hai']) office;
insert into private.visit_batches (office_code, channel, count, expires_on, made_by, made_on)
select office, 'counter', 3, '2026-12-31', 'truong@mot.vn', '2026-03-01' from unnest(array['thu-mot', 'thu-hai']) office;
insert into private.counter_devices (id, counter_code, office_code, kind, paired_on, paired_by) values
  ('00000000-0000-4000-8000-000000000001', 'TEST01', 'thu-mot', 'display', '2026-03-01', 'truong@mot.vn'),
  ('00000000-0000-4000-8000-000000000002', 'TEST02', 'thu-hai', 'display', '2026-03-01', 'truong@hai.vn');
insert into public.kiosk_uptime values ('thu-mot', '2026-02-01', 1, 200, 180), ('thu-hai', '2026-02-01', 1, 200, 190);
insert into private.imports (kind, file_name, who, finished_at, offices)
values ('handled', 'thang-3.csv', 'truong@mot.vn', now(), '{thu-mot}');
insert into public.reply_templates (office_code, name, text) values ('thu-mot', 'Cảm ơn', 'Cảm ơn.'), ('thu-hai', 'Cảm ơn', 'Cảm ơn.');
insert into public.audit_log (who, action, subject, key, office_code) values
  ('truong@mot.vn', 'update', 'offices', 'thu-mot', 'thu-mot'), ('truong@hai.vn', 'update', 'offices', 'thu-hai', 'thu-hai'),
  ('administrator', 'update', 'fields', 'thu-ho-tich', null);

-- What becomes of a statement, which is taken back afterwards: '-' no right to try; '0' refused for want of a role;
-- 'n' answered with nothing; 'a' answered, or refused for another reason than who asks.
create function test.outcome(acting text, statement text) returns text language plpgsql as $$
declare
  v_rows bigint;
begin
  perform test.act_as(acting);
  execute statement into v_rows;
  raise exception using errcode = 'TAPOK', message = case when v_rows = 0 then 'n' else 'a' end;
exception when others then
  perform test.act_as_owner();
  return case when sqlstate = 'TAPOK' then sqlerrm when sqlstate = '42501' then '-' when sqlstate in ('PT401', 'PT403') then '0'
    else 'a' end;
end;
$$;
-- The same for all eight, as a word.
create function test.outcomes(statement text) returns text language sql as $$
  select string_agg(test.outcome(person, statement), '' order by position) from test.cast
$$;

-- Tables. 'o': some of the rows, and not all.
create function test.sees(acting text, relation text) returns text language plpgsql as $$
declare
  v_all bigint;
  v_seen bigint;
begin
  execute 'select count(*) from ' || relation into v_all;
  perform test.act_as(acting);
  execute 'select count(*) from ' || relation into v_seen;
  perform test.act_as_owner();
  return case when v_seen = v_all then 'a' when v_seen = 0 then 'n' else 'o' end;
exception when insufficient_privilege then
  perform test.act_as_owner();
  return '-';
end;
$$;
create table test.relations as
  select c.oid::regclass::text as name, n.nspname as schema,
    (select quote_ident(attname) from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped
      and attidentity = '' order by attnum limit 1) as column_name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e');
create table test.readers (name text primary key, seen text);
insert into test.readers values
  ('audit_log', '-nnooaan'),
  ('batches', 'aaaaaaaa'),
  ('voidings', 'aaaaaaaa'),
  ('comments', '-noooaan'),
  ('fields', 'aaaaaaaa'),
  ('handled_dossiers', 'aaaaaaaa'),
  ('feedback_figures', 'aaaaaaaa'),
  ('holidays', 'aaaaaaaa'),
  ('published_feedback', 'aaaaaaaa'),
  ('members', '-noooaao'),
  ('method_versions', 'aaaaaaaa'),
  ('rule_changes', 'aaaaaaaa'),
  ('checkpoints', 'aaaaaaaa'),
  ('checkpoint_signatures', 'aaaaaaaa'),
  ('ledger_keys', 'aaaaaaaa'),
  ('witnesses', 'aaaaaaaa'),
  ('monthly_totals', 'ooooooao'),
  ('offerings', 'aaaaaaaa'),
  ('office_successions', 'aaaaaaaa'),
  ('offices', 'aaaaaaaa'),
  ('par_index', 'aaaaaaaa'),
  ('plan_target_changes', 'aaaaaaaa'),
  ('plan_indicators', 'aaaaaaaa'),
  ('practice_notes', '-noooaan'),
  ('praises', '-noooaan'),
  ('name_consents', '-noooaan'),
  ('plan_values', 'aaaaaaaa'),
  ('procedures', 'aaaaaaaa'),
  ('reply_templates', '-noonaan'),
  ('report_entries', '-nnooaan'),
  ('report_indices', 'aaaaaaaa'),
  ('report_sign_offs', '-nnooaan'),
  ('set_aside_totals', 'aaaaaaaa'),
  ('refused_tries', 'aaaaaaaa'),
  ('set_aside_rules', 'aaaaaaaa'),
  ('answer_groups', 'aaaaaaaa'),
  ('visit_code_totals', 'aaaaaaaa'),
  ('control_draws', 'aaaaaaaa'),
  ('control_samples', 'aaaaaaaa'),
  ('control_surveys', 'aaaaaaaa'),
  ('kiosk_uptime', 'aaaaaaaa'),
  ('settings', 'ooooooao');

select is(string_agg(test.sees(person, r.name), '' order by position), coalesce(e.seen, 'no line in test.readers'),
  'who reads ' || r.name)
from test.relations r cross join test.cast left join test.readers e on e.name = r.name
where r.schema = 'public' group by r.name, e.seen order by r.name;
select set_eq('select name from test.readers', $$ select name from test.relations where schema = 'public' $$,
  'every table of the API has a line, and every line a table');
select is(test.outcomes(format('select count(*) from %s', name)), '--------', 'nobody reaches ' || name)
from test.relations where schema = 'private' order by name;
select is(test.outcomes(statement), '--------', format('nobody does: %s', statement))
from test.relations r, lateral unnest(array[
  format('insert into %s default values', r.name),
  format('update %s set %s = %2$s', r.name, column_name),
  format('delete from %s', r.name),
  format('truncate %s', r.name)]) statement
order by r.name, statement;

-- Functions. The call is made for thu-mot and for thu-hai; what it is about stands in {braces}.
create table test.words (word text, mot text, hai text);
insert into test.words
select word, mot, hai from (values
  ('{office}', '''thu-mot''', '''thu-hai'''),
  ('{counter}', '''TEST01''', '''TEST02'''),
  ('{device}', '''00000000-0000-4000-8000-000000000001''', '''00000000-0000-4000-8000-000000000002''')) given (word, mot, hai)
union all
select '{contact}', '''00000000-0000-4000-8000-000000000011''', '''00000000-0000-4000-8000-000000000012'''
union all
select '{comment}', quote_literal(max(id::text) filter (where office_code = 'thu-mot')),
  quote_literal(max(id::text) filter (where office_code = 'thu-hai')) from public.comments
union all
select case proposed_by when 'dieu-phoi@tinh.vn' then '{own_proposal}' else '{proposal}' end, quote_literal(max(id) filter (where office_code = 'thu-mot')),
  quote_literal(max(id) filter (where office_code = 'thu-hai')) from private.void_proposals group by proposed_by
union all
select '{signal}', quote_literal(max(id) filter (where office_code = 'thu-mot')), quote_literal(max(id) filter (where office_code = 'thu-hai'))
from private.signals
union all
select '{petition}', quote_literal(max(id::text) filter (where office_code = 'thu-mot')),
  quote_literal(max(id::text) filter (where office_code = 'thu-hai')) from private.feedback
union all
select '{published}', quote_literal(max(id::text) filter (where office_code = 'thu-mot')),
  quote_literal(max(id::text) filter (where office_code = 'thu-hai')) from public.published_feedback
union all
select '{praise}', quote_literal(max(id::text) filter (where office_code = 'thu-mot')),
  quote_literal(max(id::text) filter (where office_code = 'thu-hai')) from public.praises
union all
select '{key}', quote_literal(max(id) filter (where office_code = 'thu-mot')), quote_literal(max(id) filter (where office_code = 'thu-hai'))
from private.visit_keys
union all
select '{member}', quote_literal(max(id) filter (where email = 'can-bo@mot.vn')), quote_literal(max(id) filter (where email = 'can-bo@hai.vn'))
from public.members;
create function test.about(place text, call text) returns text language plpgsql as $$
declare
  v_word record;
begin
  for v_word in select * from test.words loop
    call := replace(call, v_word.word, case place when 'mot' then v_word.mot else v_word.hai end);
  end loop;
  return 'select count(*) from (select * from ' || call || ') answer';
end;
$$;

create table test.callers (signature text primary key, call text, mot text, hai text);
insert into test.callers
select signature, coalesce(call, regexp_replace(signature, '\(.*', '()')), mot, coalesce(hai, mot) from (values
  -- For everybody.
  ('add_details(json)', 'add_details(''{}'')', 'aaaaaaaa', null),
  ('signal_totals()', null, 'aaaaaaaa', null),
  ('agency_logo(text)', null, 'aaaaaaaa', null),
  ('publication_ladder()', null, 'aaaaaaaa', null),
  ('answers(text,text,text,text,text,text,text,text,text)', 'answers({office})', 'aaaaaaaa', null),
  ('change_rating(json)', 'change_rating(''{}'')', 'aaaaaaaa', null),
  ('counter_page(text)', 'counter_page({counter})', 'aaaaaaaa', null),
  ('coverage(text,text,text,text,text,text,text,text)', 'coverage(''all'', {office})', 'aaaaaaaa', null),
  ('datapackage(text)', null, 'aaaaaaaa', null),
  ('feedback_status(text)', 'feedback_status(''000000000901'')', 'aaaaaaaa', null),
  ('follow_feedback(json)', 'follow_feedback(''{}'')', 'aaaaaaaa', null),
  ('send_feedback(json)', 'send_feedback(''{}'')', 'aaaaaaaa', null),
  ('good_practice(text,text)', 'good_practice({office})', 'nnnnnnnn', null),
  ('praise_names()', null, 'nnnnnnnn', null),
  ('control_comparisons(text)', 'control_comparisons({office})', 'aaaaaaaa', null),
  ('practice_comparisons()', null, 'nnnnnnnn', null),
  ('kiosk_here(text)', 'kiosk_here({counter})', 'aaaaaaaa', null),
  ('device_here(json)', 'device_here(''{}'')', 'aaaaaaaa', null),
  ('pair_device(json)', 'pair_device(''{}'')', 'aaaaaaaa', null),
  ('open_csv(text,text)', 'open_csv(''batches'')', 'aaaaaaaa', null),
  ('open_files()', null, 'aaaaaaaa', null),
  ('open_json(text)', 'open_json(''batches'')', 'aaaaaaaa', null),
  ('openapi(text)', null, 'aaaaaaaa', null),
  ('par_index_means()', null, 'aaaaaaaa', null),
  ('plan_figures(text)', 'plan_figures({office})', 'aaaaaaaa', null),
  ('plan_value_file(text)', 'plan_value_file(''0'')', 'aaaaaaaa', null),
  ('signed_report(text,text)', 'signed_report({office}, ''2026-Q1'')', 'aaaaaaaa', null),
  ('signed_reports(text)', 'signed_reports({office})', 'aaaaaaaa', null),
  ('rate_reply(json)', 'rate_reply(''{}'')', 'aaaaaaaa', null),
  ('add_cosignature(json)', 'add_cosignature(''{}'')', 'aaaaaaaa', null),
  ('ledger_checkpoint(text)', null, 'aaaaaaaa', null),
  ('ledger_consistency(text,text)', 'ledger_consistency(''1'', ''1'')', 'aaaaaaaa', null),
  ('ledger_inclusion(text,text)', 'ledger_inclusion(''0'')', 'aaaaaaaa', null),
  ('ledger_tile(text,text,text)', 'ledger_tile(''0'', ''0'')', 'aaaaaaaa', null),
  ('receipt_proof(text)', 'receipt_proof(''x'')', 'aaaaaaaa', null),
  ('receipt_state(text)', 'receipt_state(''000000000001'')', 'aaaaaaaa', null),
  ('satisfaction(text,text,text,text,text,text,text,text,text,text)', 'satisfaction(''all'', {office})', 'aaaaaaaa', null),
  ('rating_link(text)', 'rating_link({office})', 'aaaaaaaa', null),
  ('satisfaction_badge(text,text)', 'satisfaction_badge({office})', 'aaaaaaaa', null),
  ('share_card(text,text,text)', 'share_card({office})', 'aaaaaaaa', null),
  ('submit_rating(json)', 'submit_rating(''{}'')', 'aaaaaaaa', null),
  ('submit_rating_form(text,text)', null, 'aaaaaaaa', null),
  ('visit_page(text)', 'visit_page(''V1S1T00001'')', 'aaaaaaaa', null),
  ('issue_visit_code(json)', 'issue_visit_code(''{}'')', '00000000', null),
  ('withdraw_rating(json)', 'withdraw_rating(''{}'')', 'aaaaaaaa', null),
  -- For whoever is signed in.
  ('staff_me()', null, '-aaaaa0a', null),
  ('end_session()', null, '-aaaaa0a', null),
  ('note_staff_device(text)', 'note_staff_device(''0123456789abcdef'')', '-aaaaa0a', null),
  -- For the auditor and the coordinator, from above the office whose batch it is.
  ('propose_void(text,text)', 'propose_void((select min(number)::text from batches where office_code = {office}), ''Thử'')', '-0000a00', null),
  ('confirm_void(text)', 'confirm_void({proposal})', '-0000a00', null),
  ('withdraw_void(text)', 'withdraw_void({own_proposal})', '-0000a00', null),
  ('void_proposals()', null, '-aaaaaaa', null),
  ('signals()', null, '-aaaaaaa', null),
  ('review_signal(text,text,text)', 'review_signal({signal}, ''false'', ''Đã hỏi'')', '-0000a00', null),
  -- For those who work at the office, or above it.
  ('staff_home(text)', 'staff_home({office})', '-0aaaaa0', '-0000aa0'),
  ('office_counters(text)', 'office_counters({office})', '-naaaaan', '-nnnnaan'),
  ('visit_batches(text)', 'visit_batches({office})', '-naaaaan', '-nnnnaan'),
  ('visit_keys(text)', 'visit_keys({office})', '-naaaaan', '-nnnnaan'),
  ('visit_code_allowance(text)', 'visit_code_allowance({office})', '-0aa0aa0', '-0000aa0'),
  ('feedback_list(text)', 'feedback_list({office})', '-0aaaaa0', '-0000aa0'),
  -- Petitions: only where they are answered, not above, and not the administrator's key.
  ('act_on_feedback(text,text,text,jsonb)', 'act_on_feedback({petition}, ''take'', ''1'')', '-0aa0000', '-0000000'),
  ('look_at_feedback(text)', 'look_at_feedback({petition})', '-0aa0000', '-0000000'),
  ('feedback_texts(text)', 'feedback_texts({office})', '-0aa0000', '-0000000'),
  ('take_down_feedback(text,text)', 'take_down_feedback({office}, {published})', '-0aa0aa0', '-0000aa0'),
  ('handle_comment(text,text)', 'handle_comment({comment}, ''true'')', '-0aa0aa0', '-0000aa0'),
  ('handle_comments(jsonb,text)', 'handle_comments(jsonb_build_array({comment}), ''true'')', '-0aa0aa0', '-0000aa0'),
  ('reply_to_comment(text,text,text)', 'reply_to_comment({comment}, ''Cảm ơn.'')', '-0aa0aa0', '-0000aa0'),
  ('save_reply_template(text,text,text)', 'save_reply_template({office}, ''Chào'', ''Chào.'')', '-0aa0aa0', '-0000aa0'),
  ('nominate_praise(text)', 'nominate_praise({comment})', '-0aa0aa0', '-0000aa0'),
  ('revoke_name_consent(text)', 'revoke_name_consent({praise})', '-0aa0aa0', '-0000aa0'),
  -- By the office itself, and not by who looks at it.
  ('save_practice_note(text,text,text,text)', 'save_practice_note({office}, ''2026-01-01'', ''Chúng tôi xem trước hồ sơ.'')', '-0aa00a0', '-00000a0'),
  ('make_visit_codes(text,text,text,text,text)',
    'make_visit_codes({office}, null, ''counter'', ''3'', ((now() + interval ''30 days'')::date)::text)', '-0aa0aa0', '-0000aa0'),
  -- For its head, or above.
  ('record_name_consent(text,text,text)', 'record_name_consent({praise}, ''Thử'', ''paper'')', '-00a0aa0', '-0000aa0'),
  ('save_handled(jsonb,jsonb)', 'save_handled(jsonb_build_object(''office_code'', {office}))', '-00a0aa0', '-0000aa0'),
  ('offer_procedure(text,text,text)', 'offer_procedure({office}, ''9.000005'', ''true'')', '-00a0aa0', '-0000aa0'),
  ('set_offering_channels(text,text,text)', 'set_offering_channels({office}, ''9.000001'', ''online'')', '-00a0aa0', '-0000aa0'),
  ('save_plan_value(jsonb,text)', 'save_plan_value(jsonb_build_object(''office_code'', {office}))', '-00a0aa0', '-0000aa0'),
  ('save_report_entry(jsonb,text)', 'save_report_entry(jsonb_build_object(''office_code'', {office}))', '-00a0aa0', '-0000aa0'),
  -- The head alone: who coordinates all offices does not sign for one.
  ('sign_report(text,text,text,text,text)', 'sign_report({office}, ''2026-Q1'', '''', ''0'')', '-00a00a0', '-00000a0'),
  -- Those who answer for the office, and the auditor.
  ('official_report(text,text)', 'official_report({office}, ''2026-Q1'')', '-00aaaa0', '-0000aa0'),
  ('report_states(text,text,text)', 'report_states({office}, ''2026-Q1'')', '-00aaaa0', '-0000aa0'),
  ('make_visit_key(text,text)', 'make_visit_key({office}, ''Một cửa'')', '-00a0aa0', '-0000aa0'),
  ('revoke_visit_key(text)', 'revoke_visit_key({key})', '-00a0aa0', '-0000aa0'),
  ('save_counter(jsonb,jsonb)', 'save_counter(jsonb_build_object(''office_code'', {office}))', '-00a0aa0', '-0000aa0'),
  ('retire_counter(text,text)', 'retire_counter({counter})', '-00a0aa0', '-0000aa0'),
  ('counter_devices(text)', 'counter_devices({counter})', '-naaaaan', '-nnnnaan'),
  ('make_pairing_code(text,text)', 'make_pairing_code({counter}, ''display'')', '-00a0aa0', '-0000aa0'),
  ('revoke_device(text)', 'revoke_device({device})', '-00a0aa0', '-0000aa0'),
  ('reopen_counter(text)', 'reopen_counter({counter})', '-00a0aa0', '-0000aa0'),
  ('invite_member(text,text,text,text)', 'invite_member(''moi@mot.vn'', {office}, ''clerk'')', '-00a0aa0', '-0000aa0'),
  ('end_membership(text)', 'end_membership({member})', '-00a0aa0', '-0000aa0'),
  ('save_office(jsonb,jsonb)', 'save_office((select to_jsonb(o) from offices o where code = {office}),
    (select to_jsonb(o) from offices o where code = {office}))', '-00a0aa0', '-0000aa0'),
  -- Whoever brings a table in: each step asks anew, and an import that somebody else began is not found.
  ('begin_import(text,text,text)', 'begin_import(''offices'', ''co-quan.csv'', '''')', '-0000aa0', null),
  ('add_import_rows(text,jsonb,jsonb)', 'add_import_rows(''0'', ''["code"]'', ''[]'')', '-aaaaaaa', null),
  ('check_import(text)', 'check_import(''0'')', '-aaaaaaa', null),
  ('finish_import(text)', 'finish_import(''0'')', '-aaaaaaa', null),
  ('import_file(text)', 'import_file(''0'')', '-aaaaaaa', null),
  ('import_problem_part(text,text)', 'import_problem_part(''0'', ''0'')', '-aaaaaaa', null),
  ('reforms()', 'reforms()', '-0000nn0', null),
  ('undo_reform(text)', 'undo_reform(''0'')', '-0000aa0', null),
  ('undo_import(text)', 'undo_import(''0'')', '-aaaaaaa', null),
  ('imports()', null, '-naaaaan', null),
  -- For those above.
  ('save_setting(text,text,text)', 'save_setting(''target_percent'', ''85'', ''90'')', '-0000aa0', null),
  ('decide_praise(text,text,text,jsonb)', 'decide_praise({praise}, ''1'', ''decline'')', '-0000aa0', null),
  ('decide_practice_note(text,text,text,text,text)', 'decide_practice_note({office}, ''2026-01-01'', ''1'', ''publish'')', '-0000aa0', null),
  ('save_ladder(jsonb,jsonb)', 'save_ladder(''[0]'', ''[0]'')', '-0000aa0', null),
  ('save_holiday(jsonb,jsonb)', 'save_holiday(''{"day": "2027-09-03", "name": "Quốc khánh"}'')', '-0000aa0', null),
  ('save_logo(text,text)', 'save_logo(null)', '-0000aa0', null),
  ('save_field(jsonb,jsonb)', 'save_field(''{"code": "thu-moi", "name": "Mới"}'')', '-0000aa0', null),
  ('save_par_index(jsonb,jsonb)', 'save_par_index(''{}'')', '-0000aa0', null),
  ('save_plan_target(jsonb,text)', 'save_plan_target(''{}'')', '-0000aa0', null),
  ('save_procedure(jsonb,jsonb)', 'save_procedure(''{}'')', '-0000aa0', null),
  ('reform_offices(jsonb,text)', 'reform_offices(''{}'')', '-0000aa0', null),
  -- For who asks independently, about any office below; nobody else sees any of it.
  ('control_work()', null, '-nnnnnna', null),
  ('control_contacts(text,text)', 'control_contacts({office}, date_trunc(''quarter'', current_date)::date::text)', '-000000a', null),
  ('take_control_contacts(text,text)', 'take_control_contacts({office}, date_trunc(''quarter'', current_date)::date::text)', '-000000a', null),
  ('make_control_codes(text,text)', 'make_control_codes({office}, ''1'')', '-000000a', null),
  ('record_control_outcome(text,text)', 'record_control_outcome({contact}, ''refused'')', '-aaaaa0a', null),
  -- For the auditor, and the looking is logged.
  ('look_at_original(text)', 'look_at_original({comment})', '-000a0a0', '-00000a0'),
  -- For the administrator's key.
  ('clear_illustrative_ratings()', null, '------a-', null),
  ('enter_illustrative_ratings(json)', 'enter_illustrative_ratings(''{"days": []}'')', '------a-', null),
  ('release_ratings(text)', null, '------a-', null),
  ('set_ledger_key(text,text)', 'set_ledger_key(''x'', ''x'')', '------a-', null),
  ('checkpoints_to_sign()', null, '------a-', null),
  ('sign_checkpoints(jsonb)', 'sign_checkpoints(''[]'')', '------a-', null),
  ('register_witness(text,text)', 'register_witness(''x'', ''x'')', '------a-', null),
  ('end_witness(text)', 'end_witness(''x'')', '------a-', null),
  ('set_feedback_key(text)', 'set_feedback_key(''x'')', '------a-', null),
  ('weekly_digest()', null, '------a-', null),
  ('digest_sent(text)', 'digest_sent(''khong-ai@mot.vn'')', '------a-', null)
) given (signature, call, mot, hai);

create table test.functions as
  select p.oid::regprocedure::text as signature from pg_proc p
  where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');
select is_empty('select signature from test.functions except select signature from test.callers',
  'every function of the API has a line in test.callers');
select is_empty('select signature from test.callers except select signature from test.functions',
  'and every line a function');
select is(test.outcomes(test.about(place, call)), case place when 'mot' then mot else hai end,
  format('who calls %s for thu-%s', signature, place))
from test.callers, unnest(array['mot', 'hai']) place order by signature, place;

select * from finish();
rollback;
