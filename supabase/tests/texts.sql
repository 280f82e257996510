begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
\ir fixtures/feedback_key.sql
select no_plan();

-- Every function that keeps a text of staff, with the text in the place of %L.
create temporary table writers (writer text, person text, call text);
insert into writers values
  ('save_office', 'dieu-phoi@tinh.vn', $$ select save_office(jsonb_build_object('code', 'thu-moi', 'name', %L, 'kind', 'commune', 'parent_code', 'thu-tinh')) $$),
  ('save_office', 'dieu-phoi@tinh.vn', $$ select save_office(jsonb_build_object('code', 'thu-moi', 'name', 'Mới', 'kind', %L, 'parent_code', 'thu-tinh')) $$),
  ('save_field', 'dieu-phoi@tinh.vn', $$ select save_field(jsonb_build_object('code', 'moi', 'name', %L)) $$),
  ('save_procedure', 'dieu-phoi@tinh.vn', $$ select save_procedure(jsonb_build_object('code', '9.000009', 'name', %L, 'field_code', (select min(code) from fields))) $$),
  ('save_counter', 'dieu-phoi@tinh.vn', $$ select save_counter(jsonb_build_object('office_code', 'thu-mot', 'name', %L, 'channel', 'counter', 'kind', 'poster')) $$),
  ('save_counter', 'dieu-phoi@tinh.vn', $$ select save_counter(jsonb_build_object('office_code', 'thu-mot', 'name', 'Mới', 'number', %L, 'channel', 'counter', 'kind', 'poster')) $$),
  ('reform_offices', 'dieu-phoi@tinh.vn', $$ select reform_offices(jsonb_build_object('on_date', '2027-01-01', 'legal_basis', %L, 'closing', '["thu-mot"]'::jsonb,
    'successions', '[{"predecessor": "thu-mot", "successor": "thu-hai"}]'::jsonb), 'true') $$),
  ('invite_member', 'dieu-phoi@tinh.vn', $$ select invite_member('a' || %L || '@mot.vn', 'thu-mot', 'clerk') $$),
  ('invite_member', 'dieu-phoi@tinh.vn', $$ select invite_member('hoi@mattran.vn', 'thu-tinh', 'interviewer', %L) $$),
  ('save_reply_template', 'can-bo@mot.vn', $$ select save_reply_template('thu-mot', %L, 'Cảm ơn') $$),
  ('save_reply_template', 'can-bo@mot.vn', $$ select save_reply_template('thu-mot', 'Cảm ơn', %L) $$),
  ('save_holiday', 'dieu-phoi@tinh.vn', $$ select save_holiday(jsonb_build_object('day', '2027-01-04', 'name', %L)) $$),
  ('save_setting', 'dieu-phoi@tinh.vn', $$ select save_setting('agency_name', to_jsonb(%L::text)::text, (select value::text from settings where key = 'agency_name')) $$),
  ('act_on_feedback', 'can-bo@mot.vn', $$ select act_on_feedback(test.petition(1), 'ask', '1', jsonb_build_object('text', %L)) $$),
  ('act_on_feedback', 'can-bo@mot.vn', $$ select act_on_feedback(test.petition(2), 'publish', '1', jsonb_build_object('text', %L, 'answer', 'Đã xong')) $$),
  ('reply_to_comment', 'can-bo@mot.vn', $$ select reply_to_comment(test.comment()::text, %L) $$),
  ('decide_praise', 'dieu-phoi@tinh.vn', $$ select decide_praise((select id::text from praises), '1', 'publish', jsonb_build_object('text', %L)) $$),
  ('decide_praise', 'dieu-phoi@tinh.vn', $$ select decide_praise((select id::text from praises), '1', 'decline', jsonb_build_object('reason', %L)) $$),
  ('record_name_consent', 'truong@mot.vn', $$ select record_name_consent((select id::text from praises), %L, 'paper') $$),
  ('save_practice_note', 'can-bo@mot.vn', $$ select save_practice_note('thu-mot', '2026-01-01', %L) $$),
  ('decide_practice_note', 'dieu-phoi@tinh.vn', $$ select decide_practice_note('thu-mot', '2026-01-01', '1', 'return', %L) $$),
  ('make_visit_key', 'truong@mot.vn', $$ select make_visit_key('thu-mot', %L) $$),
  ('save_plan_target', 'dieu-phoi@tinh.vn', $$ select save_plan_target(jsonb_build_object('indicator_code', 'e-dossier', 'target', '45',
    'valid_from', current_date + 10, 'reason', %L)) $$),
  ('save_plan_value', 'truong@mot.vn', $$ select save_plan_value(jsonb_build_object('office_code', 'thu-mot', 'indicator_code', 'e-dossier',
    'quarter', '2026-01-01', 'percent', '38.4', 'evidence', %L)) $$),
  ('save_par_index', 'dieu-phoi@tinh.vn', $$ select save_par_index(jsonb_build_object('office_code', 'thu-mot', 'year', '2019', 'score', '90', 'source', %L)) $$),
  ('save_par_index', 'dieu-phoi@tinh.vn', $$ select save_par_index(jsonb_build_object('office_code', 'thu-mot', 'year', '2019', 'score', '90', 'source', 'Báo',
    'group_name', %L)) $$),
  ('save_report_entry', 'truong@mot.vn', $$ select save_report_entry(jsonb_build_object('office_code', 'thu-mot', 'period', '2026-Q1', 'index', '6',
    'points', '2', 'evidence', %L)) $$),
  ('sign_report', 'truong@mot.vn', $$ select sign_report('thu-mot', '2026-Q1', %L, '0') $$),
  ('review_signal', 'kiem-tra@tinh.vn', $$ select review_signal(test.signal(), 'false', %L) $$),
  ('propose_void', 'kiem-tra@tinh.vn', $$ select propose_void('1', %L) $$);

-- The others that browsers or the administrator call keep none, or clean it: the citizen's functions, rows of an import.
select set_eq($$ select distinct proname::text from pg_proc
    where pronamespace = 'public'::regnamespace and provolatile = 'v' and prorettype <> 'trigger'::regtype
      and (has_function_privilege('authenticated', oid, 'execute') or has_function_privilege('service_role', oid, 'execute'))
      and proargtypes::regtype[] && array['text', 'jsonb', 'json', 'text[]']::regtype[]
      and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e') $$,
  $$ select writer from writers union select unnest(array['add_cosignature', 'add_details', 'end_witness', 'receipt_proof', 'register_witness', 'set_ledger_key', 'sign_checkpoints', 'add_import_rows', 'begin_import', 'change_rating', 'check_import', 'digest_sent', 'end_membership',
    'enter_illustrative_ratings', 'feedback_list', 'feedback_status', 'feedback_texts', 'follow_feedback', 'look_at_feedback', 'send_feedback',
    'set_feedback_key', 'take_down_feedback', 'finish_import', 'handle_comment', 'handle_comments', 'import_file', 'import_problem_part', 'kiosk_here',
    'look_at_original', 'device_here', 'issue_visit_code', 'make_pairing_code', 'make_visit_codes', 'nominate_praise', 'pair_device', 'note_staff_device', 'revoke_device', 'revoke_name_consent', 'revoke_visit_key', 'offer_procedure', 'rate_reply', 'receipt_state', 'release_ratings', 'reopen_counter', 'retire_counter',
    'save_handled', 'save_ladder', 'save_logo', 'set_offering_channels', 'submit_rating', 'submit_rating_form', 'undo_import', 'undo_reform', 'withdraw_rating', 'confirm_void', 'withdraw_void', 'make_control_codes', 'take_control_contacts', 'record_control_outcome']) $$,
  'each function that takes a text is here');

select test.crowd(10, 'TEST01', 4, '2026-03-02 10:00+07', '{"procedure": "9.000001"}');
create temporary table wrote as select test.rate('TEST01', 2, '2026-03-02 11:00+07', '{"procedure": "9.000001"}') as receipt;
select add_details(json_build_object('receipt', receipt, 'details', json_build_object('comment', 'Chờ lâu'))) from wrote;
select test.release('2026-03-03 08:00+07');
create function test.comment() returns uuid language sql security definer as $$ select id from public.comments $$;
grant execute on function test.comment() to public;

select private.accept_feedback(json_build_object('code', test.receipt(n), 'kind', 'office', 'office', 'thu-mot', 'text', 'Thử', 'anonymous', true), '2026-03-02')
from generate_series(1, 2) n;
update private.feedback set state = 'answered', closed_on = '2026-03-03' where code_hash = private.receipt_hash(test.receipt(2));
create function test.petition(n bigint) returns text language sql security definer as $$
  select id::text from private.feedback where code_hash = private.receipt_hash(test.receipt(n))
$$;
grant execute on function test.petition(bigint) to public;

insert into private.signals (office_code, quarter, kind, observed, of_n, expected, threshold) values ('thu-mot', '2025-10-01', 'devices', 60, 300, 20, 40);
create function test.signal() returns text language sql security definer as $$ select min(id)::text from private.signals $$;
grant execute on function test.signal() to public;

insert into public.praises (comment_id, office_code, quarter) select id, 'thu-mot', '2026-01-01' from public.comments;

create temporary table bad_texts (what text, bad text);
insert into bad_texts values ('a bell', E'Quầy\x07 1'), ('a turn of direction', U&'Quầy \202Ea1'), ('an isolate', U&'Quầy \2066a1'),
  ('a letter that got lost', U&'Qu\FFFDy'), ('C1', U&'Quầy \0090 1'), ('5,000 letters', repeat('dài ', 1250)), ('nothing to see', U&'\200B\2060');
select ok(test.tries(person, format(call, bad)) in ('text_unreadable', 'text_too_long', 'reply_too_long', 'name_too_long', 'email_malformed',
  'feedback_too_long', 'practice_text_short', 'practice_text_long', 'setting_out_of_bounds', 'name_missing', 'kind_missing'), format('%s of %s is refused: %s', what, writer, coalesce(test.tries(person, format(call, bad)), 'taken')))
from writers, bad_texts;

-- A row of an import is refused with its column and the reason.
select test.act_as('dieu-phoi@tinh.vn');
create temporary table import as select begin_import('offices', E'tệp\x07.csv', encode('x', 'base64')) as id;
select add_import_rows(id::text, '["code", "name", "kind", "parent_code"]', jsonb_build_array(
  jsonb_build_array('thu-x', U&'Xã \202E', 'commune', 'thu-tinh'), jsonb_build_array('thu-y', 'Xã Y', repeat('k', 501), 'thu-tinh'))) from import;
select test.act_as_owner();
select set_eq($$ select row_position, field, problem from private.imports i, import, lateral private.import_problems(i) where i.id = import.id
    and problem like 'text%' $$, $$ values (1, 'name', 'text_unreadable'), (2, 'kind', 'text_too_long') $$, 'by row, column and reason');

-- What a citizen writes is cleaned.
select is(private.clean_text(E'\x1b[31mChờ\x07 lâu\r\n' || U&'\202Ede\0301m\FFFD '), E'[31mChờ lâu\ndém', 'of what cannot be shown');
create temporary table second as select test.rate('TEST01', 2, now(), '{}') as receipt;
select lives_ok(format($$ select add_details(%L) $$, format('{"receipt": "%s", "details": {"comment": "nửa \ud83d hình \\u0000 \u0000\ud83d\ude00 \ude00."}}', receipt)),
  'with half a picture, or NUL, it is not lost') from second;
select is((select details ->> 'comment' from private.ratings where details ->> 'comment' like 'nửa%'), U&'nửa  hình \\u0000 \+01F600 .', 'the rest is kept');

select finish();
rollback;
