begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Signing in.
select test.act_as('anon');
select throws_ok('select staff_me()', '42501', null, 'without a sign-in there is nothing to ask');
select test.act_as_owner();
select set_config('request.jwt.claims', '{"role": "authenticated", "email": "truong@mot.vn"}', true);
set local role authenticated;
select throws_ok('select staff_me()', 'PT401', 'sign_in_first', 'nor with a token that names no session');
select test.act_as('Truong@Mot.vn');
select is(staff_me() ->> 'email', 'truong@mot.vn', 'an address is the same in capitals');
select is(staff_me() -> 'roles', '[{"office": "thu-mot", "name": "Xã Một", "role": "head"}]'::jsonb, 'and says what for');
select test.act_as('nguoi-la@mot.vn');
select is(staff_me() -> 'roles', '[]'::jsonb, 'an account alone may do nothing');
select is_empty('select * from members', 'and sees nobody');
select test.act_as_owner();
select set_config('request.jwt.claims', (test.token('truong@mot.vn')::jsonb || '{"amr": [{"method": "password"}]}')::text, true);
set local role authenticated;
select throws_ok('select staff_me()', 'PT401', 'sign_in_first', 'a password proves no mailbox');
select test.act_as_owner();
select set_config('request.jwt.claims', (test.token('truong@mot.vn')::jsonb || '{"amr": [{"method": "otp"}]}')::text, true);
set local role authenticated;
select lives_ok('select staff_me()', 'a code sent to it does');

-- Eight hours of doing nothing.
select test.act_as_owner();
update private.sessions set seen_at = now() - interval '7 hours 59 minutes' where email = 'truong@mot.vn';
select test.act_as('truong@mot.vn');
select lives_ok('select staff_me()', 'who was away for less than eight hours goes on');
select test.act_as_owner();
update private.sessions set seen_at = now() - interval '8 hours' where email = 'truong@mot.vn';
select test.act_as('truong@mot.vn');
select throws_ok('select staff_me()', 'PT401', 'session_over', 'after eight hours the session is over');
select throws_ok('select staff_me()', 'PT401', 'session_over', 'and asking does not bring it back');
select throws_ok($$ select invite_member('a@b.vn', 'thu-mot', 'clerk') $$, 'PT403', 'not_allowed', 'nothing is done with it');
select is_empty('select * from members where email <> ''truong@mot.vn''', 'and nothing of others is read');
select test.act_as_owner();
update private.sessions set seen_at = now();

-- Signing out.
select test.act_as('truong@mot.vn');
select lives_ok('select staff_me()', 'who is signed in');
select lives_ok('select end_session()', 'signs out');
select throws_ok('select staff_me()', 'PT401', 'session_over', 'and the token that was left does not bring the session back');
select throws_ok($$ select invite_member('a@b.vn', 'thu-mot', 'clerk') $$, 'PT401', 'sign_in_first', 'does nothing');
select is_empty('select * from members', 'and reads nothing, not even the own memberships');
select lives_ok('select end_session()', 'twice is no different');
select test.act_as('can-bo@mot.vn');
select lives_ok('select staff_me()', 'others go on');
select test.act_as_owner();
select results_eq('select email from private.sessions where ended_at is not null', array['truong@mot.vn'], 'nobody else is signed out');
update private.sessions set ended_at = null;
select test.act_as('anon');
select throws_ok('select end_session()', '42501', null, 'without a sign-in there is nothing to end');

-- Who sees whom.
select test.act_as('dieu-phoi@tinh.vn');
select is((select count(*)::integer from members), 7, 'a coordinator sees everybody below');
select test.act_as('truong@mot.vn');
select set_eq('select email from members', array['truong@mot.vn', 'can-bo@mot.vn', 'kiem-tra@mot.vn'], 'a head those of the office');
select test.act_as('can-bo@mot.vn');
select set_eq('select email from members', array['can-bo@mot.vn'], 'a clerk themselves');
select test.act_as('kiem-tra@tinh.vn');
select is((select count(*)::integer from members), 7, 'an auditor everybody below');

-- Who invites whom: person, office, role, and the refusal or null.
select test.act_as_owner();
create temporary table invitations (person text, office text, role text, refusal text);
grant select on invitations to public;
insert into invitations values
  ('dieu-phoi@tinh.vn', 'thu-tinh', 'coordinator', null), ('dieu-phoi@tinh.vn', 'thu-hai', 'head', null),
  ('dieu-phoi@tinh.vn', 'thu-hai', 'auditor', null), ('service_role', 'thu-ba', 'coordinator', null),
  ('truong@mot.vn', 'thu-mot', 'clerk', null), ('truong@mot.vn', 'thu-mot', 'head', 'not_allowed'),
  ('truong@mot.vn', 'thu-hai', 'clerk', 'not_allowed'), ('truong@mot.vn', 'thu-mot', 'auditor', 'not_allowed'),
  ('can-bo@mot.vn', 'thu-mot', 'clerk', 'not_allowed'), ('kiem-tra@tinh.vn', 'thu-mot', 'clerk', 'not_allowed'),
  ('nguoi-la@mot.vn', 'thu-mot', 'clerk', 'not_allowed'), ('dieu-phoi@tinh.vn', 'thu-nhap', 'head', 'office_closed'),
  ('dieu-phoi@tinh.vn', 'khong-co', 'head', 'not_allowed'), ('service_role', 'khong-co', 'head', 'office_unknown'),
  ('dieu-phoi@tinh.vn', 'thu-hai', 'king', 'role_unknown');
select is(test.tries(person, format('select invite_member(%L, %L, %L)', 'Moi@' || role || '.vn ', office, role)), refusal,
  person || ' invites a ' || role || ' to ' || office || ': ' || coalesce(refusal, 'done'))
from invitations;
select is((select count(*)::integer from members where email like 'moi@%'), 5, 'of those only the allowed ones are there');
select test.act_as('dieu-phoi@tinh.vn');
select throws_ok($$ select invite_member('moi@head.vn', 'thu-hai', 'head') $$, 'PT409', 'member_already', 'nobody is invited twice to the same');
select throws_ok($$ select invite_member('khong phai thu', 'thu-hai', 'head') $$, 'PT422', 'email_malformed', 'an address has a shape');
select throws_ok(format('select invite_member(%L, ''thu-hai'', ''head'')', spelling), 'PT409', 'member_already', spelling || ' is no second mailbox')
from unnest(array['moi@head.vn.', 'MOI@head.vn..', 'moi＠head.vn', 'ｍoi@head.vn', ' moi@head.vn. ']) spelling;

-- Ending.
select throws_ok($$ select end_membership((select id::text from members where email = 'dieu-phoi@tinh.vn')) $$, 'PT409', 'own_membership',
  'nobody locks themselves out');
select lives_ok($$ select end_membership((select id::text from members where email = 'can-bo@hai.vn')) $$, 'a coordinator ends a membership');
select throws_ok($$ select end_membership((select id::text from members where email = 'can-bo@hai.vn')) $$, 'PT409', 'member_ended', 'once');
select test.act_as('truong@mot.vn');
select throws_ok($$ select end_membership((select max(id)::text from members where email = 'kiem-tra@mot.vn')) $$, 'PT403', 'not_allowed',
  'a head does not dismiss the auditor');
select lives_ok($$ select end_membership((select id::text from members where email = 'can-bo@mot.vn')) $$, 'but ends a clerk''s');
select test.act_as('can-bo@mot.vn');
select is(staff_me() -> 'roles', '[]'::jsonb, 'which ends at once, signed in or not');

-- The log.
select test.act_as('kiem-tra@mot.vn');
select results_eq($$ select who, action, subject, after ->> 'email' from audit_log order by id $$,
  $$ values ('truong@mot.vn', 'insert', 'members', 'moi@clerk.vn'), ('truong@mot.vn', 'update', 'members', 'can-bo@mot.vn') $$,
  'who did what, for whoever answers for the office');
select test.act_as('can-bo@hai.vn');
select is_empty('select * from audit_log', 'and for nobody else');
select test.act_as_owner();
select throws_ok('update audit_log set who = ''ai do''', 'PT403', 'audit_append_only', 'nothing in the log is changed');
select throws_ok('delete from audit_log', 'PT403', 'audit_append_only', 'or deleted');
select throws_ok('truncate audit_log', 'PT403', 'audit_append_only', 'or emptied');
select set_config('request.jwt.claims', '{"role": "service_role"}', true);
update offices set hotline = '1900' where code = 'thu-mot';
update offices set waiting = 10 where code = 'thu-mot';
select results_eq($$ select who, key, before ->> 'hotline', after ->> 'hotline' from audit_log where subject = 'offices' $$,
  $$ values ('administrator', 'thu-mot', null, '1900') $$, 'a change with before and after; what the release counts is none');

select finish();
rollback;
