begin;
\ir ../fixtures/sample_province.sql
\ir ../fixtures/people.sql
select no_plan();
savepoint start;

-- What those who look after offices from above do: voiding batches by two, and looking into questions.

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

-- One person with two more mailboxes is still one: whom somebody appointed, directly or through others, and who is appointed by
-- the same, do not void together, though it was long ago and the one in between has left. Whom the administrator invited may.
insert into members (email, office_code, role, invited_by, ended_at, ended_by) values
  ('hop-thu-1@tinh.vn', 'thu-tinh', 'coordinator', 'dieu-phoi@tinh.vn', now(), 'x'),
  ('hop-thu-2@tinh.vn', 'thu-tinh', 'auditor', 'hop-thu-1@tinh.vn', null, null),
  ('hop-thu-3@tinh.vn', 'thu-tinh', 'auditor', 'dieu-phoi@tinh.vn', null, null),
  ('hop-thu-4@tinh.vn', 'thu-tinh', 'coordinator', 'dieu-phoi@tinh.vn', null, null),
  ('dieu-phoi-2@tinh.vn', 'thu-tinh', 'coordinator', 'administrator', null, null);
select is(test.tries('dieu-phoi@tinh.vn', 'select propose_void(''3'', ''Sai'')'), null, 'a coordinator proposes');
select test.voids(person, format('select confirm_void(%L)', test.latest()), 'void_not_independent', person || ' was appointed in the end by who proposes')
from unnest(array['hop-thu-2@tinh.vn', 'hop-thu-3@tinh.vn']) person;
select test.tries('dieu-phoi@tinh.vn', format('select withdraw_void(%L)', test.latest()));
select is(test.tries('hop-thu-2@tinh.vn', 'select propose_void(''3'', ''Sai'')'), null, 'one of the mailboxes proposes');
select test.voids(person, format('select confirm_void(%L)', test.latest()), 'void_not_independent', person || ' comes from the same person')
from unnest(array['hop-thu-4@tinh.vn', 'dieu-phoi@tinh.vn']) person;
savepoint mailboxes;
select is(test.tries('dieu-phoi-2@tinh.vn', format('select confirm_void(%L)', test.latest())), null, 'a coordinator of the administrator’s confirms');
rollback to mailboxes;

-- Whose office took over the work of the one whose batch it is answers for it: of thu-nhap, now a part of thu-mot.
select private.append_batch((6, 'thu-nhap', null, null, null, null, '2025-03-03', 10, 0, 0, 0, 5, 5, null, null, null, '2025-03-03', null, null, null)::batches);
select test.voids('kiem-nhiem@tinh.vn', 'select propose_void(''6'', ''Sai'')', 'void_own_office', 'who works at the successor does not propose');
insert into members (email, office_code, role, invited_by) values ('dieu-phoi-2@tinh.vn', 'thu-mot', 'head', 'administrator');
select is(test.tries('kiem-tra@tinh.vn', 'select propose_void(''6'', ''Sai'')'), null, 'an auditor above does');
select test.voids('dieu-phoi-2@tinh.vn', format('select confirm_void(%L)', test.latest()), 'void_own_office', 'and its head does not confirm');
select is(test.tries('dieu-phoi@tinh.vn', format('select confirm_void(%L)', test.latest())), null, 'but a coordinator who has no part in it');
rollback to mailboxes;
select test.tries('hop-thu-2@tinh.vn', format('select withdraw_void(%L)', test.latest()));

-- The top has nobody above it: there its own auditor and coordinator do it, and still two of them.
select private.append_batch((6, 'thu-tinh', null, null, null, null, '2026-03-03', 10, 0, 0, 0, 5, 5, null, null, null, '2026-03-03', null, null, null)::batches);
select private.add_to_totals(6);
select is(test.tries('kiem-tra@tinh.vn', 'select propose_void(''6'', ''Sai'')'), null, 'a batch of the top is proposed there');
select is(test.tries('dieu-phoi@tinh.vn', format('select confirm_void(%L)', test.latest())), null, 'and confirmed');

rollback to start;

-- Twelve communes like each other in a quarter, each with thirty batches of ten, and thu-mot among them.
insert into public.offices (code, name, kind, parent_code) select 'thu-xa-' || n, 'Xã ' || n, 'xã', 'thu-tinh' from generate_series(1, 11) n;
create function test.communes() returns setof text language sql as $$ select 'thu-mot' union all select 'thu-xa-' || n from generate_series(1, 11) n $$;
-- Satisfied in each batch of a commune; by default as chance would have it.
create function test.published(commune text, satisfied integer[], trust public.trust default null) returns void language plpgsql as $$
begin
  for i in 1 .. cardinality(satisfied) loop
    perform private.append_batch((1 + coalesce((select max(number) from public.batches), 0), commune, null, null, null, trust, '2026-02-01', 10,
      10 - satisfied[i], 0, 0, satisfied[i], 0, null, null, null, '2026-02-01', null, null, null)::public.batches);
  end loop;
end;
$$;
create function test.kinds(office text default 'thu-mot') returns text language sql as $$
  select coalesce(string_agg(kind, ' ' order by kind), '') from private.signals s where s.office_code = kinds.office
$$;
-- Computes them again, for tries.
create function test.raise(on_day date default '2026-05-02') returns void language sql as $$
  delete from private.signal_reviews; delete from private.signals; delete from private.signalled_quarter; select private.raise_signals(on_day);
$$;
select test.published(c, array(select case when i % 10 in (0, 1, 2) then 10 when i % 10 in (3, 4, 5) then 9 when i % 10 in (6, 7) then 8 else 7 end
  from generate_series(1, 30) i)) from test.communes() c;
insert into public.set_aside_totals (office_code, quarter, reason, n) select c, '2026-01-01', 'device_repeat', 20 from test.communes() c;
insert into public.set_aside_totals (office_code, quarter, reason, n) select c, '2026-01-01', 'outside_hours', 10 from test.communes() c;
insert into public.handled_dossiers (month, office_code, handled) select '2026-02-01', c, 500 from test.communes() c;
insert into public.visit_code_totals (office_code, quarter, made, used) select c, '2026-01-01', 300, 120 from test.communes() c;
insert into public.kiosk_uptime (office_code, month, kiosks, open_hours, usable_hours) select c, '2026-02-01', 1, 200, 190 from test.communes() c;

select test.raise('2026-04-30');
select is((select count(*) from private.signals), 0::bigint, 'of a quarter that ended less than thirty days ago nothing is said');
select test.raise();
select is((select count(*) from private.signals), 0::bigint, 'nobody stands out among those who are alike');

-- One by one, what makes an office stand out.
savepoint alike;
update public.set_aside_totals set n = 60 where office_code = 'thu-mot' and reason = 'device_repeat';
select test.raise();
select is(test.kinds(), 'devices set_aside', 'many ratings of the same devices');
select ok((select expected < threshold and threshold < observed and of_n = 370 from private.signals where kind = 'devices'), 'with what was expected of it');
select is((select count(*) from private.signals where office_code <> 'thu-mot'), 0::bigint, 'and of no other office');
rollback to alike;
update public.set_aside_totals set n = 90 where office_code = 'thu-mot' and reason = 'outside_hours';
select test.raise();
select is(test.kinds(), 'hours set_aside', 'many outside the opening hours');
rollback to alike;
update public.visit_code_totals set used = 250 where office_code = 'thu-mot';
select test.raise();
select is(test.kinds(), 'visit_codes', 'codes used beside dossiers handled');
rollback to alike;
update public.kiosk_uptime set usable_hours = 60 where office_code = 'thu-mot';
select test.raise();
select is(test.kinds(), 'kiosk_off', 'a kiosk that was mostly off');
rollback to alike;
select test.published('thu-hai', array[9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8]);
select test.raise();
select is(test.kinds('thu-hai'), 'little_variance', 'batches that are too even');
select ok((select observed < threshold and threshold < expected from private.signals where kind = 'little_variance'), 'below what chance allows');
rollback to alike;
create temporary table counted on commit drop as select * from private.signal_counts('2026-01-01');
select test.published('thu-hai', array[9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8], 'control');
select test.raise();
select is(test.kinds('thu-hai'), '', 'what somebody independent asked is no doing of the office');
select is_empty('select * from private.signal_counts(''2026-01-01'') except select * from counted', 'and in none of the counts');
rollback to alike;
select test.published('thu-hai', array[10, 10, 10, 10, 10, 10, 10]);
select test.raise();
select is(test.kinds('thu-hai'), '', 'where everybody is satisfied there is no spread to be too small');
rollback to alike;
insert into public.comments (id, office_code, batch_number, released_on, text, is_masked, praised, improve)
select gen_random_uuid(), c, 1, '2026-02-01', case when c = 'thu-mot' and n > 5 then 'Cán bộ rất nhiệt tình, chu đáo!' else 'Lời riêng của người thứ ' || repeat(chr(96 + n), 3) || replace(c, '-', ' ') end, false, '{}', '{}'
from test.communes() c, generate_series(1, 20) n;
select test.raise();
select is(test.kinds(), 'same_comments', 'comments that repeat each other');
rollback to alike;
-- Fives with an answer and without, in twenty ratings of each office, and thu-mot with hardly an answer.
insert into private.ratings (receipt_hash, batch_number, score, channel, trust, office_code, details)
select gen_random_uuid(), b.number, 5, 'counter', 'walk_in', c, case when n <= case c when 'thu-mot' then 20 else 100 end then '{"trips": "1"}'::jsonb end
from test.communes() c cross join lateral (select min(number) as number from public.batches where office_code = c) b, generate_series(1, 200) n;
select test.raise();
select is(test.kinds(), 'fives_alone', 'fives without any answer');
select ok((select observed::integer % 10 = 0 and of_n::integer % 10 = 0 from private.signals), 'counted in tens');
delete from private.ratings where office_code = 'thu-mot' and details is not null and receipt_hash not in (select receipt_hash from private.ratings
  where office_code = 'thu-mot' and details is not null limit 9);
select test.raise();
select is(test.kinds(), '', 'and not at all where those with an answer are fewer than a batch');
rollback to alike;
-- Offices that differ among themselves widen what is expected.
update public.set_aside_totals set n = case when office_code in ('thu-xa-1', 'thu-xa-2', 'thu-xa-3') then 70 else n end where reason = 'device_repeat';
update public.set_aside_totals set n = 70 where office_code = 'thu-mot' and reason = 'device_repeat';
select test.raise();
select is(test.kinds(), '', 'who is as far out as three others does not stand out');
rollback to alike;

-- Once, by a release, and never again.
update public.set_aside_totals set n = 60 where office_code = 'thu-mot' and reason = 'device_repeat';
delete from private.signalled_quarter;
select test.release('2026-05-02 08:00+07');
select is(test.kinds(), 'devices set_aside', 'a release raises them');
update public.set_aside_totals set n = 20 where office_code = 'thu-mot' and reason = 'device_repeat';
select test.release('2026-05-03 08:00+07');
select is(test.kinds(), 'devices set_aside', 'and they stay as they were');

-- Who sees them: from above, and never the office.
create function test.seen(person text) returns integer language plpgsql as $$
declare
  v_n integer;
begin
  perform test.act_as(person);
  v_n := jsonb_array_length(signals());
  perform test.act_as_owner();
  return v_n;
end;
$$;
select is(test.seen(person), n, person || ' sees so many') from (values ('kiem-tra@tinh.vn', 2), ('dieu-phoi@tinh.vn', 2), ('kiem-tra@mot.vn', 0),
  ('truong@mot.vn', 0), ('can-bo@mot.vn', 0), ('truong@hai.vn', 0), ('nguoi-la@mot.vn', 0)) v (person, n);
create function test.review(found text, note text) returns text language sql as $$
  select format('select review_signal(%L, %L, %L)', (select min(id)::text from private.signals), found, note) $$;
select is(test.tries(person, test.review('false', 'Đã hỏi')), 'not_allowed', person || ' notes nothing')
from unnest(array['kiem-tra@mot.vn', 'truong@mot.vn', 'can-bo@mot.vn', 'nguoi-la@mot.vn']) person;
select is(test.tries('kiem-tra@tinh.vn', query), key, key) from (values (test.review('maybe', 'x'), 'flag_invalid'), (test.review('true', '  '), 'review_missing'),
  (test.review('true', repeat('x', 4001)), 'text_too_long'), ('select review_signal(''0'', ''true'', ''x'')', 'signal_unknown')) v (query, key);
select is((select count(*) from private.signal_reviews), 0::bigint, 'nothing is noted');
select results_eq('select * from signal_totals()', $$ values ('2026-01-01'::date, 2, 0, 0) $$, 'everybody reads how many there are');
select is(test.tries('kiem-tra@tinh.vn', test.review('true', 'Chưa rõ')), null, 'an auditor notes what was looked into');
select is(test.tries('dieu-phoi@tinh.vn', test.review('false', 'Máy tính bảng dùng chung của cả quầy')), null, 'and a coordinator');
select results_eq('select * from signal_totals()', $$ values ('2026-01-01'::date, 2, 1, 0) $$, 'the last note of a signal counts, in public');
select is((select count(*) from audit_log where subject = 'signal_reviews' and office_code is not null), 0::bigint, 'the office does not read of it in its log');
select is((select count(*) from audit_log where subject = 'signal_reviews'), 2::bigint, 'which says that it was looked into');

select * from finish();
rollback;
