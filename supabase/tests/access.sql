begin;
\ir fixtures/sample_province.sql
select no_plan();

-- The whole surface of the API. Whoever adds a table, a column, a function or a grant finds it missing here, and has
-- to say so in the review. pgTAP itself, which only tests install, is left out, and pgcrypto, which is not ours: its functions
-- compute from what they are given, and lie in a schema that the API does not show.
create view test.of_pgtap as
  select d.objid from pg_depend d join pg_extension e on e.oid = d.refobjid where d.deptype = 'e' and e.extname in ('pgtap', 'pgcrypto');
create view test.schemas as
  select oid, nspname from pg_namespace
  where nspname !~ '^pg_(catalog|toast|temp)' and nspname not in ('information_schema', 'test');
create view test.relations as
  select c.oid, s.nspname, c.relname, c.relkind, c.relrowsecurity
  from pg_class c join test.schemas s on s.oid = c.relnamespace
  where c.oid not in (select objid from test.of_pgtap);
create view test.functions as
  select p.oid, s.nspname, p.oid::regprocedure::text as signature, p.prosecdef, p.proconfig
  from pg_proc p join test.schemas s on s.oid = p.pronamespace
  where p.oid not in (select objid from test.of_pgtap);

-- Functions that a role can reach and run.
create function test.runs(acting name) returns setof text language sql as $$
  select signature from test.functions f
  where has_schema_privilege(acting, nspname, 'usage') and has_function_privilege(acting, f.oid, 'execute')
$$;
-- 'schema.table: column column ...' that a role can reach and read.
create function test.reads(acting name) returns setof text language sql as $$
  select nspname || '.' || relname || ': ' || string_agg(attname, ' ' order by attnum)
  from test.relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  where relkind in ('r', 'p', 'v', 'm', 'f') and has_schema_privilege(acting, nspname, 'usage')
    and has_column_privilege(acting, r.oid, attnum, 'select')
  group by nspname, relname
$$;
-- 'privilege schema.table' for everything a role can do to a table or a column of it besides reading.
create function test.writes(acting name) returns setof text language sql as $$
  select privilege || ' ' || nspname || '.' || relname
  from test.relations r, unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) privilege
  where relkind in ('r', 'p', 'v', 'm', 'f') and has_schema_privilege(acting, nspname, 'usage')
    and case when privilege in ('insert', 'update', 'references') then has_any_column_privilege(acting, r.oid, privilege)
      else has_table_privilege(acting, r.oid, privilege) end
$$;

-- Visitors, signed in or not. An account has more doors, and finds nothing behind them without a membership.
create function test.besides(acting name, more text[]) returns text[] language sql as $$
  select case when acting = 'authenticated' then more else '{}' end
$$;
select set_eq(format('select test.reads(%L)', acting), array[
  'public.batches: number office_code procedure_code field_code channel trust released_on n score_1 score_2 score_3 score_4 '
    || 'score_5 details voids reason recorded_on receipts_root previous_hash hash',
  'public.voidings: reversal auditor_office coordinator_office proposed_as proposed_on',
  'public.checkpoints: size origin root made_on',
  'public.checkpoint_signatures: size name signature',
  'public.ledger_keys: position name public_key since',
  'public.witnesses: name public_key since until',
  'public.fields: code name',
  'public.feedback_figures: quarter office_code is_pooled n on_time late median_days content not_content released_on',
  'public.holidays: day name is_worked swapped_with',
  'public.published_feedback: id office_code kind procedure_code text answer published_on',
  'public.handled_dossiers: id month office_code procedure_code channel handled on_time quality',
  'public.method_versions: version valid_from summary_vi summary_en summary_km',
  'public.monthly_totals: cell grain month office_code procedure_code field_code channel trust n score_1 score_2 score_3 score_4 '
    || 'score_5',
  'public.offerings: office_code procedure_code opened_on closed_on channels',
  'public.office_successions: predecessor_code successor_code on_date legal_basis',
  -- What people fill in is one list; whoever adds to it shows it to everybody.
  'public.offices: ' || (select string_agg(name, ' ' order by position) from private.office_columns) || ' waiting',
  'public.rule_changes: position after_batch key old_value value decided_on valid_from previous_hash hash',
  'public.procedures: code name field_code level decision counter_days online_days post_days days_unit fee documents_url official_url '
    || 'valid_from valid_to online_level',
  'public.plan_indicators: code position name operator target unit computed_from',
  'public.plan_values: id indicator_code office_code quarter value part whole as_of evidence link file_name file_bytes entered_on',
  'public.report_indices: index name two_points one_point zero_points known_from question',
  'public.plan_target_changes: id indicator_code old_target target decided_on valid_from reason',
  'public.par_index: office_code year score rank ranked_units group_name source',
  'public.set_aside_rules: version valid_from device_per_counter_day device_per_office_quarter opens_at closes_at staff_devices '
    || 'kiosk_per_minute counter_per_hour office_per_day unnamed_per_day',
  'public.set_aside_totals: office_code quarter reason n',
  'public.refused_tries: office_code quarter reason n id',
  'public.answer_groups: position after_batch quarter office_code procedure_code field_code question n answers released_on previous_hash hash',
  'public.visit_code_totals: office_code quarter made used made_by_software',
  'public.control_draws: quarter committed_on commitment secret',
  'public.control_samples: office_code quarter drawn_on pool drawn seed_batch seed sample_hash',
  'public.control_surveys: office_code quarter published_on organisations asked asked_by_telephone answered refused not_reached batch_number answers',
  'public.kiosk_uptime: office_code month kiosks open_hours usable_hours',
  'public.settings: key value is_public'
] || test.besides(acting, array[
  'public.audit_log: id at who action subject key office_code before after',
  'public.comments: id office_code procedure_code batch_number released_on text is_masked is_forgotten praised improve asks handled_at handled_by '
    || 'reply replied_at replied_by',
  'public.reply_templates: id office_code name text',
  'public.praises: id comment_id office_code quarter state version text shows_name nominated_by nominated_at decided_by decided_at reason',
  'public.name_consents: id praise_id office_code officer_name form recorded_by recorded_at ended_by ended_at',
  'public.practice_notes: id office_code quarter version text state written_by written_at decided_by decided_at reason',
  'public.report_entries: id office_code period index tenths two one zero evidence link entered_on',
  'public.report_sign_offs: id office_code period version content comment signed_by signed_at',
  'public.members: id email office_code role since invited_by ended_at ended_by organisation'
]), acting || ' reads these columns and no other')
from unnest(array['anon', 'authenticated']) acting;

select set_eq(format('select test.runs(%L)', acting), array[
  'gateway.before_request()',
  'add_cosignature(json)',
  'add_details(json)',
  'ledger_checkpoint(text)',
  'ledger_consistency(text,text)',
  'ledger_inclusion(text,text)',
  'ledger_tile(text,text,text)',
  'receipt_proof(text)',
  'agency_logo(text)',
  'publication_ladder()',
  'answers(text,text,text,text,text,text,text,text,text)',
  'change_rating(json)',
  'counter_page(text)',
  'coverage(text,text,text,text,text,text,text,text)',
  'datapackage(text)',
  'signal_totals()',
  'feedback_status(text)',
  'follow_feedback(json)',
  'good_practice(text,text)',
  'praise_names()',
  'practice_comparisons()',
  'control_comparisons(text)',
  'open_files()',
  'openapi(text)',
  'share_card(text,text,text)',
  'open_csv(text,text)',
  'kiosk_here(text)',
  'issue_visit_code(json)',
  'device_here(json)',
  'pair_device(json)',
  'open_json(text)',
  'par_index_means()',
  'plan_figures(text)',
  'plan_value_file(text)',
  'rate_reply(json)',
  'rating_link(text)',
  'signed_report(text,text)',
  'signed_reports(text)',
  'receipt_state(text)',
  'satisfaction_badge(text,text)',
  'satisfaction(text,text,text,text,text,text,text,text,text,text)',
  'send_feedback(json)',
  'submit_rating(json)',
  'submit_rating_form(text,text)',
  'visit_page(text)',
  'withdraw_rating(json)'
] || test.besides(acting, array[
  'add_import_rows(text,jsonb,jsonb)',
  'begin_import(text,text,text)',
  'check_import(text)',
  'finish_import(text)',
  'import_file(text)',
  'import_problem_part(text,text)',
  'reforms()',
  'undo_reform(text)',
  'imports()',
  'signals()',
  'review_signal(text,text,text)',
  'propose_void(text,text)',
  'confirm_void(text)',
  'withdraw_void(text)',
  'void_proposals()',
  'undo_import(text)',
  'end_membership(text)',
  'save_setting(text,text,text)',
  'save_ladder(jsonb,jsonb)',
  'save_holiday(jsonb,jsonb)',
  'save_logo(text,text)',
  'invite_member(text,text,text,text)',
  'control_work()',
  'control_contacts(text,text)',
  'take_control_contacts(text,text)',
  'make_control_codes(text,text)',
  'record_control_outcome(text,text)',
  'offer_procedure(text,text,text)',
  'set_offering_channels(text,text,text)',
  'office_counters(text)',
  'reform_offices(jsonb,text)',
  'reopen_counter(text)',
  'retire_counter(text,text)',
  'counter_devices(text)',
  'make_pairing_code(text,text)',
  'revoke_device(text)',
  'save_counter(jsonb,jsonb)',
  'save_field(jsonb,jsonb)',
  'save_office(jsonb,jsonb)',
  'save_procedure(jsonb,jsonb)',
  'act_on_feedback(text,text,text,jsonb)',
  'feedback_list(text)',
  'feedback_texts(text)',
  'look_at_feedback(text)',
  'take_down_feedback(text,text)',
  'handle_comment(text,text)',
  'handle_comments(jsonb,text)',
  'nominate_praise(text)',
  'decide_praise(text,text,text,jsonb)',
  'record_name_consent(text,text,text)',
  'revoke_name_consent(text)',
  'save_practice_note(text,text,text,text)',
  'decide_practice_note(text,text,text,text,text)',
  'look_at_original(text)',
  'reply_to_comment(text,text,text)',
  'save_handled(jsonb,jsonb)',
  'save_par_index(jsonb,jsonb)',
  'save_plan_target(jsonb,text)',
  'save_plan_value(jsonb,text)',
  'official_report(text,text)',
  'report_states(text,text,text)',
  'save_report_entry(jsonb,text)',
  'sign_report(text,text,text,text,text)',
  'save_reply_template(text,text,text)',
  'visit_batches(text)',
  'visit_code_allowance(text)',
  'make_visit_codes(text,text,text,text,text)',
  'make_visit_key(text,text)',
  'revoke_visit_key(text)',
  'visit_keys(text)',
  'staff_home(text)',
  'staff_me()',
  'end_session()',
  'note_staff_device(text)'
]), acting || ' calls these functions and no other')
from unnest(array['anon', 'authenticated']) acting;

select is_empty(format('select test.writes(%L)', acting), acting || ' writes no table and no column')
from unnest(array['anon', 'authenticated']) acting;
select is_empty(format($$ select relname, privilege from test.relations, unnest(array['usage', 'select', 'update']) privilege
  where relkind = 'S' and has_schema_privilege(%1$L, nspname, 'usage') and has_sequence_privilege(%1$L, oid, privilege) $$,
  acting), acting || ' uses no sequence')
from unnest(array['anon', 'authenticated']) acting;
select set_eq(format('select nspname::text from test.schemas where has_schema_privilege(%L, oid, ''usage'')', acting),
  array['public', 'extensions', 'gateway'], acting || ' uses no schema besides public and what runs before a request; private is out of reach')
from unnest(array['anon', 'authenticated', 'service_role']) acting;
select is_empty(format('select nspname from test.schemas where has_schema_privilege(%L, oid, ''create'')', acting),
  acting || ' creates nothing')
from unnest(array['anon', 'authenticated', 'service_role']) acting;
select is_empty(format('select roleid::regrole from pg_auth_members where member = %L::regrole', acting),
  acting || ' borrows no other role''s rights')
from unnest(array['anon', 'authenticated', 'service_role']) acting;
select set_eq($$ select t.typname::text from pg_type t join test.schemas s on s.oid = t.typnamespace
  left join pg_class c on c.oid = t.typrelid where s.nspname = 'public' and t.typtype in ('e', 'd', 'r') or
  s.nspname = 'public' and t.typtype = 'c' and c.relkind = 'c' $$, array['image/svg+xml', 'service_channel', 'text/csv', 'trust'],
  'the API speaks of two types of its own, and two kinds of files');

-- The administrator's key.
select set_eq($$ select test.runs('service_role') except select test.runs('anon') $$, array[
  'clear_illustrative_ratings()',
  'add_import_rows(text,jsonb,jsonb)',
  'begin_import(text,text,text)',
  'check_import(text)',
  'finish_import(text)',
  'import_file(text)',
  'import_problem_part(text,text)',
  'reforms()',
  'undo_reform(text)',
  'imports()',
  'signals()',
  'review_signal(text,text,text)',
  'propose_void(text,text)',
  'confirm_void(text)',
  'withdraw_void(text)',
  'void_proposals()',
  'undo_import(text)',
  'end_membership(text)',
  'save_setting(text,text,text)',
  'save_ladder(jsonb,jsonb)',
  'save_holiday(jsonb,jsonb)',
  'save_logo(text,text)',
  'enter_illustrative_ratings(json)',
  'invite_member(text,text,text,text)',
  'control_work()',
  'control_contacts(text,text)',
  'take_control_contacts(text,text)',
  'make_control_codes(text,text)',
  'record_control_outcome(text,text)',
  'make_visit_codes(text,text,text,text,text)',
  'make_visit_key(text,text)',
  'revoke_visit_key(text)',
  'visit_keys(text)',
  'release_ratings(text)',
  'offer_procedure(text,text,text)',
  'set_offering_channels(text,text,text)',
  'office_counters(text)',
  'reform_offices(jsonb,text)',
  'reopen_counter(text)',
  'retire_counter(text,text)',
  'counter_devices(text)',
  'make_pairing_code(text,text)',
  'revoke_device(text)',
  'save_counter(jsonb,jsonb)',
  'save_field(jsonb,jsonb)',
  'save_office(jsonb,jsonb)',
  'save_procedure(jsonb,jsonb)',
  'act_on_feedback(text,text,text,jsonb)',
  'feedback_list(text)',
  'feedback_texts(text)',
  'look_at_feedback(text)',
  'take_down_feedback(text,text)',
  'handle_comment(text,text)',
  'handle_comments(jsonb,text)',
  'nominate_praise(text)',
  'decide_praise(text,text,text,jsonb)',
  'record_name_consent(text,text,text)',
  'revoke_name_consent(text)',
  'save_practice_note(text,text,text,text)',
  'decide_practice_note(text,text,text,text,text)',
  'look_at_original(text)',
  'reply_to_comment(text,text,text)',
  'save_handled(jsonb,jsonb)',
  'save_par_index(jsonb,jsonb)',
  'save_plan_target(jsonb,text)',
  'save_plan_value(jsonb,text)',
  'official_report(text,text)',
  'report_states(text,text,text)',
  'save_report_entry(jsonb,text)',
  'sign_report(text,text,text,text,text)',
  'save_reply_template(text,text,text)',
  'visit_batches(text)',
  'visit_code_allowance(text)',
  'staff_home(text)',
  'staff_me()',
  'end_session()',
  'note_staff_device(text)',
  'set_ledger_key(text,text)',
  'checkpoints_to_sign()',
  'sign_checkpoints(jsonb)',
  'register_witness(text,text)',
  'end_witness(text)',
  'set_feedback_key(text)',
  'weekly_digest()',
  'digest_sent(text)'
], 'an administrator calls these functions besides');
select is_empty($$ select test.writes('service_role') $$,
  'an administrator writes no table through the API: nobody forges, changes or deletes what is published');

-- Rows: every table of the API has row security, and its policies only read.
select is_empty($$ select relname from test.relations where nspname = 'public' and relkind in ('r', 'p') and not relrowsecurity $$,
  'every table of the API has row security');
select set_eq($$ select tablename || ' ' || cmd || ' ' || roles::text || ' ' || qual from pg_policies
  where schemaname not in ('cron') and roles <> '{authenticated}' $$, array[
  'batches SELECT {anon,authenticated} true',
  'voidings SELECT {anon,authenticated} true',
  'fields SELECT {anon,authenticated} true',
  'handled_dossiers SELECT {anon,authenticated} true',
  'method_versions SELECT {anon,authenticated} true',
  'monthly_totals SELECT {anon,authenticated} (grain = 1)',
  'kiosk_uptime SELECT {anon,authenticated} true',
  'feedback_figures SELECT {anon,authenticated} true',
  'holidays SELECT {anon,authenticated} true',
  'published_feedback SELECT {anon,authenticated} true',
  'offerings SELECT {anon,authenticated} true',
  'office_successions SELECT {anon,authenticated} true',
  'offices SELECT {anon,authenticated} true',
  'plan_indicators SELECT {anon,authenticated} true',
  'plan_values SELECT {anon,authenticated} true',
  'par_index SELECT {anon,authenticated} true',
  'plan_target_changes SELECT {anon,authenticated} true',
  'report_indices SELECT {anon,authenticated} true',
  'procedures SELECT {anon,authenticated} true',
  'rule_changes SELECT {anon,authenticated} true',
  'set_aside_rules SELECT {anon,authenticated} true',
  'checkpoints SELECT {anon,authenticated} true',
  'checkpoint_signatures SELECT {anon,authenticated} true',
  'ledger_keys SELECT {anon,authenticated} true',
  'witnesses SELECT {anon,authenticated} true',
  'set_aside_totals SELECT {anon,authenticated} true',
  'refused_tries SELECT {anon,authenticated} true',
  'answer_groups SELECT {anon,authenticated} true',
  'visit_code_totals SELECT {anon,authenticated} true',
  'control_draws SELECT {anon,authenticated} true',
  'control_samples SELECT {anon,authenticated} true',
  'control_surveys SELECT {anon,authenticated} true',
  'settings SELECT {anon,authenticated} is_public'
], 'these policies and no other');
select is_empty($$ select tablename, policyname, cmd from pg_policies where roles = '{authenticated}' and (cmd <> 'SELECT'
  or qual !~ 'private\.(offices_where|current_email)') $$, 'staff read what their memberships let them, and write through functions alone');
select is_empty($$ select relname from test.relations where nspname in ('public', 'private') and relkind in ('v', 'm', 'f') $$,
  'no view looks past row security');
select is_empty('select * from pg_publication_tables', 'no table is broadcast as it changes');

-- Functions that act with the owner's rights are the doors of the API, and nothing can be put in their way.
select set_eq('select signature from test.functions where prosecdef', $$ select test.runs('service_role')
  union select unnest(array['private.current_email()', 'private.offices_where(text)']) $$,
  'the doors of the API, and only they and what policies ask, act with the owner''s rights');
select is_empty($$ select signature from test.functions where nspname in ('public', 'private')
  and 'search_path=""' <> all (coalesce(proconfig, '{}')) $$, 'no function of ours finds its tables by a search path');

-- A line that somebody forgets hides something instead of showing it.
create table public.forgotten (secret text);
create sequence public.forgotten_numbers;
create function public.forgotten() returns text language sql as 'select ''secret''';
create function private.forgotten() returns text language sql as 'select ''secret''';
select ok(not has_any_column_privilege(acting, 'public.forgotten', 'select'), acting || ' reads no table without a grant')
from unnest(array['anon', 'authenticated']) acting;
select ok(not has_function_privilege(acting, 'public.forgotten()', 'execute'), acting || ' runs no function without a grant')
from unnest(array['anon', 'authenticated']) acting;
select ok(not has_function_privilege(acting, 'private.forgotten()', 'execute'), acting || ' runs no private function')
from unnest(array['anon', 'authenticated', 'service_role']) acting;
select ok(not has_sequence_privilege(acting, 'public.forgotten_numbers', 'usage'), acting || ' counts with no sequence')
from unnest(array['anon', 'authenticated']) acting;

-- Tried, not only looked up.
select throws_ok(format('select test.as_role(%L, %L)', acting, query), '42501', null, acting || ' may not: ' || query)
from unnest(array['anon', 'authenticated', 'service_role']) acting, unnest(array[
  'select to_jsonb(count(*)) from private.ratings',
  'select to_jsonb(count(*)) from private.replies',
  'select to_jsonb(count(*)) from private.feedback',
  'select to_jsonb(count(*)) from private.feedback_steps',
  'select to_jsonb(private.opened(null))',
  'select to_jsonb(count(*)) from private.visit_codes',
  'select to_jsonb(count(*)) from private.control_contacts',
  'select to_jsonb(count(*)) from private.counters',
  'select private.release_step(now(), interval ''1 hour'')',
  'select to_jsonb(secret) from public.forgotten',
  'delete from public.batches returning to_jsonb(1)',
  'delete from public.rule_changes returning to_jsonb(1)',
  'update public.settings set value = ''true'' where key = ''illustrative'' returning to_jsonb(1)',
  'insert into public.set_aside_totals values (''thu-mot'', ''2026-01-01'', ''x'', 10) returning to_jsonb(1)'
]) query
where acting <> 'service_role' or query !~ 'forgotten';
select is(test.as_role('anon', 'select to_jsonb(count(*)) from monthly_totals where grain > 1'), '0',
  'of the totals only the finest grain is public');

select is_empty(format($$ select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and has_table_privilege(%L, c.oid, 'select') $$, acting), acting || ' reads no transaction numbers') from unnest(array['anon', 'authenticated']) acting;

select finish();
rollback;
