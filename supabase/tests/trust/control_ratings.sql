begin;
\ir ../fixtures/sample_province.sql
\ir ../fixtures/people.sql
select no_plan();
update public.settings set value = '"https://danhgia.example.vn"' where key = 'public_address';
-- This quarter, and the one that is over, in which somebody may still be asked.
create function test.quarter(back integer default 0) returns date language sql security definer as $$
  select (date_trunc('quarter', private.local_day(now())::timestamp) - make_interval(months => 3 * back))::date
$$;
grant execute on function test.quarter(integer) to anon, authenticated;
-- Some scenes are played in a time in which the last quarter is still asked about, whatever day it is today.
create function test.keep_asking() returns void language plpgsql as $$
begin
  create or replace function private.control_closes_on(quarter date) returns date language sql immutable security invoker
    set search_path = '' as 'select (quarter + interval ''12 months'')::date';
end;
$$;
-- The owner, with somebody's token: for what is refused, and for functions that no browser calls.
create function test.claim(person text) returns void language plpgsql as $$
begin
  perform test.act_as(person);
  perform set_config('role', 'none', true);
end;
$$;

-- Who names those who ask: a coordinator or an auditor above the offices, for an organisation with a name.
select is(test.tries(person, format('select invite_member(%L, %L, ''interviewer'', %L)', 'hoi@mattran.vn', office, organisation)), refusal,
  format('%s names somebody who asks below %s for %s: %s', person, office, organisation, coalesce(refusal, 'done')))
from (values ('can-bo@mot.vn', 'thu-mot', 'Mặt trận', 'not_allowed'), ('truong@mot.vn', 'thu-mot', 'Mặt trận', 'not_allowed'),
  ('truong@mot.vn', 'thu-tinh', 'Mặt trận', 'not_allowed'), ('kiem-tra@mot.vn', 'thu-tinh', 'Mặt trận', 'not_allowed'),
  ('kiem-tra@mot.vn', 'thu-mot', 'Mặt trận', 'office_has_none_below'), ('dieu-phoi@tinh.vn', 'thu-tinh', ' ', 'organisation_missing'),
  ('dieu-phoi@tinh.vn', 'thu-tinh', null, 'organisation_missing'), ('dieu-phoi@tinh.vn', 'thu-tinh', repeat('x', 101), 'text_too_long'),
  ('kiem-tra@tinh.vn', 'thu-tinh', 'Mặt trận', null), ('dieu-phoi@tinh.vn', 'thu-tinh', 'Mặt trận', 'member_already')) t (person, office, organisation, refusal);
select is((select organisation from members where email = 'hoi@mattran.vn'), 'Mặt trận', 'for whom is known');
select test.act_as('dieu-phoi@tinh.vn');
select lives_ok($$ select invite_member('moi@mot.vn', 'thu-mot', 'clerk', 'Bỏ qua') $$, 'another role needs no organisation');
select test.act_as_owner();
select is((select organisation from members where email = 'moi@mot.vn'), null, 'and has none');

-- Nobody works at an office and asks about it.
select test.claim('dieu-phoi@tinh.vn');
select test.refuses(format('select invite_member(%L, ''thu-tinh'', ''interviewer'', ''Mặt trận'')', email), 409, 'interviewer_not_independent', email || ' works in the line')
from unnest(array['can-bo@mot.vn', 'truong@hai.vn', 'kiem-tra@mot.vn', 'dieu-phoi@tinh.vn', 'kiem-tra@tinh.vn']) email;
select test.refuses(format('select invite_member(''hoi@mattran.vn'', %L, %L)', office, role), 409, 'member_is_interviewer', 'who asks becomes no ' || role || ' of ' || office)
from (values ('thu-mot', 'clerk'), ('thu-ba', 'head'), ('thu-tinh', 'auditor')) t (office, role);
select test.act_as_owner();
select throws_ok($$ insert into members (email, office_code, role, invited_by) values ('hoi@mattran.vn', 'thu-mot', 'clerk', 'administrator') $$,
  'PT409', 'member_is_interviewer', 'nor by a row of whoever keeps the database');
update members set ended_at = now() - interval '364 days', ended_by = 'administrator' where email = 'moi@mot.vn';
select is(test.tries('dieu-phoi@tinh.vn', $$ select invite_member('moi@mot.vn', 'thu-tinh', 'interviewer', 'Mặt trận') $$), 'interviewer_not_independent', 'who left less than a year ago does not ask');
update members set ended_at = now() - interval '367 days' where email = 'moi@mot.vn';
select is(test.tries('dieu-phoi@tinh.vn', $$ select invite_member('moi@mot.vn', 'thu-tinh', 'interviewer', 'Mặt trận') $$), null, 'who left a year ago may');
insert into offices (code, name, kind, parent_code, opened_on) values ('xa-la', 'Tỉnh Lạ', 'tỉnh', null, '2000-01-01');
insert into members (email, office_code, role, invited_by) values ('hoi@mattran.vn', 'xa-la', 'clerk', 'administrator');
select test.claim('hoi@mattran.vn');
select results_eq('select office_code from private.offices_to_ask() where office_code ~ ''^thu-(mot|hai|ba|tinh)''', array['thu-ba', 'thu-hai', 'thu-mot'], 'asked is about what lies below, also by who works elsewhere');
update offices set parent_code = 'thu-mot' where code = 'xa-la';
select results_eq('select office_code from private.offices_to_ask() where office_code ~ ''^thu-(mot|hai|ba|tinh)''', array['thu-ba', 'thu-hai'], 'a reform that puts the two in one line ends it there');
update offices set parent_code = null where code = 'xa-la';
select test.act_as_owner();

-- Drawing: at every office at once, from the codes that software got, by the hash of the first batch after the quarter.
insert into private.visit_keys (office_code, name, key_hash, ending, made_on, made_by) values ('thu-mot', 'Một cửa', '\x01', 'ABCD', test.quarter(1), 'truong@mot.vn');
insert into private.visit_batches (office_code, channel, count, expires_on, made_by, made_on, key_id)
select 'thu-mot', 'counter', n, test.quarter() + 30, 'Một cửa', day, key from (values (210, test.quarter(1) + 3, true), (5, test.quarter(1) + 3, false), (5, test.quarter(), true)) b (n, day, by_key)
  left join (select max(id) as key from private.visit_keys) k on by_key;
insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on, batch_id)
select private.short_hash('DRAW' || b.id || '-' || i), 'thu-mot', '9.000001', 'counter', b.expires_on, b.id from private.visit_batches b, generate_series(1, b.count) i;
select private.draw_control_samples(test.quarter() + 1);
select is_empty('select * from control_samples', 'without a batch of the new quarter there is no seed yet');
select test.crowd(12, 'TEST01', 5, (test.quarter() - 1)::timestamptz);
select test.release((test.quarter() + 1)::timestamptz + interval '8 hours');
select results_eq('select office_code, quarter, pool, drawn, seed_batch from control_samples', $$ select 'thu-mot', test.quarter(1), 210, 200, min(number) from batches $$, 'two hundred of those of the quarter');
-- An office knows the codes on its slips: with the seed it would know who will be called.
select is_empty(format('select from control_samples s where s.sample_hash = %L or s.seed is not null', (select encode(sha256(convert_to(string_agg(d.hash, '|' order by d.position), 'UTF8')), 'hex')
  from (select replace(c.code_hash::text, '-', '') as hash, row_number() over (order by sha256(convert_to(b.hash || '|' || replace(c.code_hash::text, '-', ''), 'UTF8'))) as position
    from private.visit_codes c join private.visit_batches v on v.id = c.batch_id and v.key_id is not null and v.made_on < test.quarter(), batches b
    where b.number = (select min(number) from batches)) d where d.position <= 200)), 'nobody who has the codes can draw as long as people are asked');
select is(test.as_role('anon', 'select jsonb_agg(d.secret) filter (where d.secret is not null) from public.control_draws d'), null, 'nor is what it is drawn by told to anybody');
select results_eq('select d.quarter, d.commitment from control_draws d order by 1', $$ select quarter, encode(sha256(convert_to(secret, 'UTF8')), 'hex') from private.control_secrets order by 1 $$, 'the database has bound itself to it');
select is((select max(quarter) from control_draws), test.quarter(), 'for the quarter that runs as well, whose batch is not there yet');
create temporary table commitments as select * from control_draws;
create temporary table redrawn as
  select c.code_hash, row_number() over (order by sha256(convert_to(private.control_seed(s.quarter, (select hash from batches where number = s.seed_batch)) || '|' || replace(c.code_hash::text, '-', ''), 'UTF8'))) as position
  from private.visit_codes c join private.visit_batches b on b.id = c.batch_id and b.key_id is not null and b.made_on < test.quarter(), control_samples s;
select is(s.sample_hash, (select encode(sha256(convert_to(string_agg(replace(code_hash::text, '-', ''), '|' order by position), 'UTF8')), 'hex') from redrawn where position <= 200),
  'who has the codes draws the same again') from control_samples s;
select results_eq('select position::bigint, mark from private.control_contacts order by position', 'select position, left(replace(code_hash::text, ''-'', ''''), 12) from redrawn where position <= 200 order by position', 'the list is that');
select private.draw_control_samples(test.quarter() + 2);
select is((select count(*) from private.control_contacts), 200::bigint, 'it is drawn once');
select is(test.as_role('anon', 'select jsonb_agg(s.drawn) from public.control_samples s'), '[200]', 'what was drawn is public');

-- Taking: the next ten, never others, and nobody's twice.
select test.keep_asking();
select is(test.tries(person, format('select take_control_contacts(%L, %L)', 'thu-mot', test.quarter(1))), refusal, person || ' takes people to ask: ' || coalesce(refusal, 'done'))
from (values ('nguoi-la@mot.vn', 'not_allowed'), ('can-bo@mot.vn', 'not_allowed'), ('truong@mot.vn', 'not_allowed'), ('kiem-tra@mot.vn', 'not_allowed'), ('dieu-phoi@tinh.vn', 'not_allowed'),
  ('hoi@mattran.vn', null), ('hoi@mattran.vn', 'control_unfinished'), ('moi@mot.vn', null)) t (person, refusal);
select results_eq('select position, taken_by, organisation from private.control_contacts where taken_by is not null order by position',
  $$ select i, case when i <= 10 then 'hoi@mattran.vn' else 'moi@mot.vn' end, 'Mặt trận' from generate_series(1, 20) i $$, 'each the next ten');
select is(test.tries('hoi@mattran.vn', 'select take_control_contacts(''thu-tinh'', ''2026-01-01'')'), 'not_allowed', 'the office at which they are named is none of them');
select is(test.tries('hoi@mattran.vn', 'select take_control_contacts(''thu-mot'', ''2020-01-01'')'), 'control_closed', 'a quarter that is long over is closed');
select is(test.tries('hoi@mattran.vn', 'select take_control_contacts(''thu-mot'', ''gestern'')'), 'quarter_malformed', 'a quarter is a day');
select test.act_as('hoi@mattran.vn');
select is((select count(*) from control_contacts('thu-mot', test.quarter(1)::text) c where c.code ~ '^[0-9A-HJKMNP-TV-Z]{10}$' and c.state = 'open'), 10::bigint, 'with a code each');
select results_eq($$ select contacts, taken, answered, not_reached, refused, mine from control_work() where office_code = 'thu-mot' and way = 'telephone' $$, 'values (200::bigint, 20::bigint, 0::bigint, 0::bigint, 0::bigint, 10::bigint)', 'and the progress');
select results_eq('select office_code, way from control_work() where way = ''visit''', $$ values ('thu-ba', 'visit'), ('thu-hai', 'visit'), ('thu-mot', 'visit') $$, 'visits are possible at every desk');
select test.act_as_owner();
select is_empty($$ select from audit_log where office_code = 'thu-mot' and subject = 'control_contacts' $$, 'the log of it does not belong to the office');
select is((select count(*) from audit_log where office_code = 'thu-tinh' and subject = 'control_contacts'), 2::bigint, 'but to the one above');
create temporary table contacts as select * from private.control_contacts where taken_by = 'hoi@mattran.vn';
grant select on contacts to authenticated, anon;
select is(visit_page(code) ->> 'state', 'open', 'the code opens the page on which citizens rate') from contacts where position = 1;

-- Outcomes.
create function test.contact(place integer) returns text language sql as $$ select id::text from contacts where position = place $$;
grant execute on function test.contact(integer) to authenticated;
select test.claim('hoi@mattran.vn');
select is(record_control_outcome(test.contact(2), 'not_reached') ->> 'state', 'not_reached', 'who is not reached');
select is(record_control_outcome(test.contact(2), 'not_reached') ->> 'state', 'not_reached', 'said twice');
select is(record_control_outcome(test.contact(3), 'refused') ->> 'state', 'refused', 'who will not answer');
select is((select state from control_contacts('thu-mot', test.quarter(1)::text) where id::text = test.contact(3)), 'refused', 'is told so');
select is((select code from control_contacts('thu-mot', test.quarter(1)::text) where id::text = test.contact(3)), null, 'and has no code any more');
select test.refuses($$ select record_control_outcome(test.contact(4), 'answered') $$, 400, 'outcome_unknown', 'an answer is given on the page');
select test.refuses($$ select record_control_outcome('x', 'refused') $$, 404, 'contact_unknown', 'nobody');
select test.claim('moi@mot.vn');
select test.refuses($$ select record_control_outcome(test.contact(4), 'refused') $$, 404, 'contact_unknown', 'somebody whom another one asks');
select test.claim('truong@mot.vn');
select test.refuses($$ select record_control_outcome(test.contact(4), 'refused') $$, 404, 'contact_unknown', 'the head of the office');
select test.act_as_owner();
select throws_ok(format('select private.accept_rating(%L, now())', json_build_object('id', test.id(now(), 900), 'receipt', test.receipt(900), 'score', 5, 'visit', code)), 'PT410', 'visit_expired', 'nobody answers with the code of a refusal')
from contacts where position = 3;
select is(test.tries('hoi@mattran.vn', $$ select record_control_outcome(test.contact(3), 'open') $$), null, 'a refusal is taken back');
select is(visit_page(code) ->> 'state', 'open', 'and the code is open again') from contacts where position = 3;
update private.control_contacts set outcome = 'refused', outcome_at = now() - interval '31 minutes' where id::text = test.contact(3);
select is(test.tries('hoi@mattran.vn', $$ select record_control_outcome(test.contact(3), 'open') $$), 'outcome_settled', 'not after half an hour');
update private.control_contacts set outcome_at = now() - interval '2 days' where id::text = test.contact(2);
select is(test.tries('hoi@mattran.vn', $$ select record_control_outcome(test.contact(2), 'open') $$), null, 'who was not reached may be tried at any time');

-- Codes for visits.
select is(test.tries(person, format('select make_control_codes(%L, %L)', office, count)), refusal, format('%s makes %s codes for %s: %s', person, count, office, coalesce(refusal, 'done')))
from (values ('truong@mot.vn', 'thu-mot', '5', 'not_allowed'), ('can-bo@mot.vn', 'thu-mot', '5', 'not_allowed'), ('kiem-tra@mot.vn', 'thu-mot', '5', 'not_allowed'),
  ('dieu-phoi@tinh.vn', 'thu-mot', '5', 'not_allowed'), ('hoi@mattran.vn', 'thu-mot', '51', 'count_invalid'), ('hoi@mattran.vn', 'thu-mot', 'x', 'count_invalid'),
  ('hoi@mattran.vn', 'thu-nhap', '5', 'office_closed'), ('hoi@mattran.vn', 'thu-mot', '50', null), ('hoi@mattran.vn', 'thu-mot', '50', null), ('hoi@mattran.vn', 'thu-mot', '50', null),
  ('hoi@mattran.vn', 'thu-mot', '50', null), ('hoi@mattran.vn', 'thu-mot', '50', null), ('hoi@mattran.vn', 'thu-mot', '50', null), ('hoi@mattran.vn', 'thu-mot', '1', 'control_codes_exhausted')) t (person, office, count, refusal);
select is((select count(*) from private.visit_codes where control_of = test.quarter()), 300::bigint, 'a code each');

-- An answer: the same way as every rating, and a stream of its own.
create function test.answer(code text, score integer, details json default null, at timestamptz default now()) returns text language plpgsql as $$
declare
  v_n bigint;
begin
  update test.people set last = last + 1 returning last into v_n;
  perform private.accept_rating(json_build_object('id', test.id(at, v_n), 'receipt', test.receipt(v_n), 'score', score, 'visit', code), at);
  if details is not null then
    perform add_details(json_build_object('receipt', test.receipt(v_n), 'details', details));
  end if;
  return test.receipt(v_n);
end;
$$;
-- An office whose work was taken over, by one or by several, is still asked about: its people were there.
savepoint reformed;
insert into offerings (office_code, procedure_code, opened_on, closed_on) select o, '9.000003', '2000-01-01', '2025-06-30' from unnest(array['thu-nhap', 'thu-chia']) o;
insert into private.visit_codes (code_hash, office_code, channel, expires_on, control_of) select private.short_hash(code), office, 'counter', '2099-12-31', test.quarter(1) from (values ('C0NTR0N001', 'thu-nhap'), ('C0NTR0N002', 'thu-chia')) c (code, office);
select is(visit_page(c.code) - array['counter', 'procedure', 'successor', 'expires_on'], jsonb_build_object('state', 'open', 'office', jsonb_build_object('code', c.office, 'name', o.name, 'desk', o.desk, 'hotline', o.hotline),
  'procedures', jsonb_build_array(jsonb_build_object('code', '9.000003', 'name', 'Sổ đỏ (thử)', 'field', 'Đất đai (thử)', 'usual', false))), 'the page is that of ' || c.office || ', with what it did')
from (values ('C0NTR0N001', 'thu-nhap'), ('C0NTR0N002', 'thu-chia')) c (code, office) join offices o on o.code = c.office;
select is(private.accept_rating(json_build_object('id', test.id(now(), 800 + n), 'receipt', test.receipt(800 + n), 'score', 5, 'visit', code, 'procedure', '9.000003'), now()) -> 'office' ->> 'code', office, 'and so is the answer')
from (values (1, 'C0NTR0N001', 'thu-nhap'), (2, 'C0NTR0N002', 'thu-chia')) c (n, code, office);
select is(change_rating(json_build_object('receipt', test.receipt(801), 'score', 4, 'procedure', '9.000003')) ->> 'score', '4', 'which is corrected with its procedure');
rollback to reformed;
create temporary table first_answer as select test.answer(code, 4) as receipt from contacts where position = 1;
select results_eq('select trust::text, control_of, office_code, procedure_code, channel::text from private.ratings where trust = ''control''', $$ values ('control', test.quarter(1), 'thu-mot', '9.000001', 'counter') $$, 'an answer is of the trust control');
select throws_ok(format('select test.answer(%L, 4)', code), 'PT409', 'visit_spent', 'a code answers once') from contacts where position = 1;
select is(test.tries('hoi@mattran.vn', $$ select record_control_outcome(test.contact(1), 'refused') $$), 'control_answered', 'who answered did not refuse');
select is(change_rating(json_build_object('receipt', receipt, 'score', 5)) ->> 'score', '5', 'it is corrected by its receipt') from first_answer;
select is(withdraw_rating(json_build_object('receipt', receipt)) ->> 'state', 'withdrawn', 'or taken back') from first_answer;
select is(test.tries('dieu-phoi@tinh.vn', $$ select end_membership((select id::text from members where email = 'hoi@mattran.vn' and role = 'interviewer')) $$), null, 'who asks is called back');
select is(test.tries('dieu-phoi@tinh.vn', $$ select invite_member('hoi@mattran.vn', 'thu-mot', 'clerk') $$), 'member_is_interviewer', 'and works there only when what was asked is published');
select is(test.tries('hoi@mattran.vn', format('select control_contacts(''thu-mot'', %L)', test.quarter(1))), 'not_allowed', 'sees nothing any more');

-- Publication. Fifty answers of whom forty say they are satisfied, beside a hundred who came by themselves and all are.
select test.act_as_owner();
update members set ended_at = null, ended_by = null where email = 'hoi@mattran.vn' and role = 'interviewer';
delete from private.control_contacts where way = 'visit';
delete from private.visit_codes where control_of = test.quarter();
select private.give_control_contacts(array(select id from private.control_contacts where taken_by is null and position <= 70), 'Hội đồng nhân dân') from set_config('request.jwt.claims', test.token('moi@mot.vn'), true);
select test.act_as_owner();
insert into batches select s.number + 100, 'thu-mot', null, null, 'counter', 'visit', test.quarter(1) + 10, 100, 0, 0, 0, 0, 100, null, null, null, test.quarter(1) + 10, null, '', 'own' from (select 0) s (number);
select private.add_to_totals(100);
select is((select sum(n) from monthly_totals where grain = 6 and office_code = 'thu-mot' and month = test.quarter(1)), 100::bigint, 'a hundred came by themselves');
create temporary table before as select md5(string_agg(t::text, '|' order by t::text)) as totals from monthly_totals t;
select test.answer(c.code, case when c.position <= 29 then 4 when c.position <= 49 then 5 else 2 end, case when c.position <= 40 then '{"praised": ["staff"], "comment": "Rất nhanh.", "trips": "1"}'
  when c.position <= 42 then '{"praised": ["access"], "trips": "1"}' else '{"improve": ["procedure"], "trips": "1"}' end::json) from private.control_contacts c where c.position between 10 and 59 and private.control_state(c) <> 'answered';
select is((select count(*) from private.ratings where control_of is not null and set_aside is null), 50::bigint, 'fifty answered');
select is((select count(*) from private.ratings where trust <> 'control' and batch_number is null), 0::bigint, 'nobody else waits');
create temporary table released as select test.release(now() + interval '60 days') as n;
select is(n, 0, 'no rung of the ladder takes them') from released;
select is_empty('select from control_surveys', 'and nothing is published while it is asked');
select is((select waiting from offices where code = 'thu-mot'), 0, 'they are not among those who wait');
select is_empty('select from set_aside_totals', 'nor is the one who took it back among those set aside');
create or replace function private.control_closes_on(quarter date) returns date language sql immutable security invoker set search_path = '' as 'select quarter';
-- One too few.
create temporary table one as select receipt_hash from private.ratings where control_of is not null and set_aside is null limit 1;
update private.ratings r set set_aside = 'withdrawn', score = null, details = null from one where r.receipt_hash = one.receipt_hash;
savepoint enough;
select private.publish_control_surveys(test.quarter() + 100);
select results_eq('select office_code, quarter, asked, answered, refused, not_reached, batch_number from control_surveys', $$ values ('thu-mot', test.quarter(1), 70, null::integer, null::integer, null::integer, null::integer) $$, 'forty-nine make no figure');
select is((select count(*) from batches where trust = 'control'), 0::bigint, 'and no batch');
select is((select n from control_comparisons('thu-mot')), null, 'nothing is told of them');
select is((select count(*) from private.control_contacts), 0::bigint, 'whom it was asked of is forgotten');
rollback to enough;
update private.ratings r set set_aside = null, score = 2 from one where r.receipt_hash = one.receipt_hash;
-- Nearly all say the same bad thing.
update private.ratings set score = case when receipt_hash = (select receipt_hash from one) then 5 else 1 end where control_of is not null and set_aside is null;
select private.publish_control_surveys(test.quarter() + 100);
select results_eq('select asked, answered, batch_number from control_surveys', $$ values (70, null::integer, null::integer) $$, 'one satisfied is too few: everybody else would be told on (rule 3a)');
rollback to enough;
update private.ratings r set set_aside = null, score = 2 from one where r.receipt_hash = one.receipt_hash;
create temporary table satisfied as select count(*)::integer as n from private.ratings where control_of is not null and score >= 4;
grant select on satisfied to anon;
-- Of millions of ratings only those that wait at the office are looked at.
set local enable_seqscan = off;
create temporary table scans as select pg_stat_get_xact_numscans('private.ratings'::regclass) as n;
select private.publish_control_surveys(test.quarter() + 100);
select is(pg_stat_get_xact_numscans('private.ratings'::regclass), n, 'published without reading all ratings') from scans;
reset enable_seqscan;
select results_eq('select office_code, quarter, organisations, asked, asked_by_telephone, answered, refused, not_reached from control_surveys',
  $$ values ('thu-mot', test.quarter(1), 'Hội đồng nhân dân; Mặt trận', 70, 70, 50, 2, 18) $$, 'fifty make one, beside those who refused, took it back or were not reached');
select results_eq('select office_code, procedure_code, channel, trust::text, n from batches where trust = ''control''', $$ values ('thu-mot', null::text, null::service_channel, 'control', 50) $$, 'one batch that names the office alone');
select is(md5(string_agg(t::text, '|' order by t::text)), (select totals from before), 'no total moves by it') from monthly_totals t;
select is((select sum(n) from satisfaction('trust', 'thu-mot') where key = 'control'), null, 'it is in no figure');
select test.claim('anon');
select results_eq('select n, satisfied, self_n, self_satisfied, round(difference::numeric, 3) from control_comparisons(''thu-mot'')', $$ select 50, n, 100, 100, round(1 - n / 50.0, 3) from satisfied $$, 'both stand side by side');
select test.act_as_owner();
select is((difference_low, difference_high), (select (low, high) from private.difference_interval(satisfied, n, self_satisfied, self_n)), 'the difference has the interval of good practice') from control_comparisons('thu-mot');
select ok(difference_low > 0, 'surely higher') from control_comparisons('thu-mot');
select is(answers, '{"trips": {"of": 49, "answers": {"1": 49}}}'::jsonb, 'of those who praised, two named the access, and few wished for better: neither is told') from control_comparisons('thu-mot');
select is((select count(*) from comments where batch_number = (select batch_number from control_surveys)), 30::bigint, 'what they wrote comes to the office with the batch');
select is((select count(*) from private.ratings where trust = 'control' and (received_at is not null or id is not null or procedure_code is not null or control_of is not null) and batch_number is not null), 0::bigint, 'the rows keep what the batch names');
select is((select count(*) from private.control_contacts) + (select count(*) from private.visit_codes where control_of is not null), 0::bigint, 'and nothing leads to whom it was asked of');
select is((select count(*) from private.ungrouped_answers u where u.batch_number = (select batch_number from control_surveys)), 0::bigint, 'the answers join no group');
select is(receipt_state(test.receipt((select last from test.people))) ->> 'state', 'counted', 'the receipt says that it was counted');
select private.publish_control_surveys(test.quarter() + 101);
select is_empty('select quarter, commitment from commitments except select d.quarter, d.commitment from control_draws d', 'what bound it is as it was');
select is(s.seed, encode(sha256(convert_to(d.secret || '|' || b.hash, 'UTF8')), 'hex'), 'afterwards the seed is public, made of what was bound and the batch')
from control_samples s join control_draws d using (quarter) join batches b on b.number = s.seed_batch where encode(sha256(convert_to(d.secret, 'UTF8')), 'hex') = d.commitment;
select is((select count(*) from control_surveys), 1::bigint, 'once and for all');
select lives_ok(format('select private.void_batch(%s, ''Hỏi sai người'')', (select batch_number from control_surveys)), 'a survey may be found wrong');
select results_eq('select asked, n, difference from control_comparisons(''thu-mot'')', $$ values (70, null::integer, null::double precision) $$, 'then it has no figure any more');
select is(md5(string_agg(t::text, '|' order by t::text)), (select totals from before), 'and no total moves by that') from monthly_totals t;
select test.refuses('select control_comparisons(''thu-khong'')', 404, 'office_unknown', 'a survey of nowhere');
select is(test.tries('dieu-phoi@tinh.vn', $$ select end_membership((select id::text from members where email = 'hoi@mattran.vn' and role = 'interviewer')) $$), null, 'afterwards');
select is(test.tries('dieu-phoi@tinh.vn', $$ select invite_member('hoi@mattran.vn', 'thu-mot', 'clerk') $$), null, 'one may work there');

select * from finish();
rollback;
