begin;
\ir ../fixtures/sample_province.sql
select no_plan();

-- A slip is scanned.
select test.visit('V1S1T10001', '9.000001');
select is(visit_page('V1S1T10001') ->> 'state', 'open', 'the code of a finished dossier opens a page');
select is(visit_page('V1S1T10001') -> 'procedure', (select jsonb_build_object('code', code, 'name', name) from public.procedures
  where code = '9.000001'), 'which knows the procedure');
select is(visit_page('V1S1T10001') -> 'office' ->> 'code', 'thu-mot', 'the office');
select is(visit_page('V1S1T10001') -> 'counter' ->> 'channel', 'counter', 'and the channel');
select is(visit_page('v1s1t-1000 1') ->> 'state', 'open', 'a code may be typed in lower case, with a hyphen and spaces');
select is(jsonb_array_length(visit_page('V1S1T10001') -> 'procedures'), 3, 'another procedure can be named');
select isnt(visit_page('V1S1T10001')::text ~ 'V1S1T10001', true, 'the code is not repeated');

-- Spent, expired, unknown.
select private.accept_rating(test.body(1, null, 5, now(), '{"visit": "V1S1T10001"}'), now());
select is(visit_page('V1S1T10001') ->> 'state', 'open', 'a code that was used opens the same page: who printed it learns nothing');
select test.refuses($$ select private.accept_rating(test.body(9, null, 1, now(), '{"visit": "V1S1T10001"}'), now()) $$, 409,
  'visit_spent', 'a second rating with it');
update private.visit_codes set expires_on = '2026-01-01' where code_hash = private.short_hash('V1S1T10001');
select is(visit_page('V1S1T10001') ->> 'state', 'expired', 'after its last day it has expired, used or not');
select is(visit_page('V1S1T10001') -> 'procedures', '[]', 'and offers nothing to rate');
select test.visit('V1S1T10002', null, private.local_day(now()) - 1);
select is(visit_page('V1S1T10002') ->> 'state', 'expired', 'the day after its last one a code has expired');
select test.visit('V1S1T10003', null, private.local_day(now()));
select is(visit_page('V1S1T10003') ->> 'state', 'open', 'on its last day it is good');
select is(visit_page('V1S1T10003') -> 'procedure', 'null', 'a code may leave the procedure open');
select test.refuses($$ select visit_page('V1S1T19999') $$, 404, 'visit_unknown', 'a code that nobody printed');
select test.refuses($$ select visit_page('V1S1T') $$, 400, 'visit_malformed', 'half a code');
select test.refuses('select visit_page(null)', 400, 'visit_malformed', 'no code');

-- The office was merged after the slip was printed.
insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
select private.short_hash(code), office, null, 'counter', '2099-12-31'
from (values ('V1S1T20001', 'thu-nhap'), ('V1S1T20002', 'thu-chia')) slips (code, office);
select is(visit_page('V1S1T20001') -> 'office' ->> 'code', 'thu-mot', 'a slip of a merged office leads to the one that took over');
select is(private.accept_rating(test.body(2, null, 5, now(), '{"visit": "V1S1T20001"}'), now()) -> 'office' ->> 'code',
  'thu-mot', 'and so does the rating');
select is(visit_page('V1S1T20002') ->> 'state', 'expired', 'where the work was split among several, nobody can tell which');
select test.refuses($$ select private.accept_rating(test.body(3, null, 5, now(), '{"visit": "V1S1T20002"}'), now()) $$, 410,
  'visit_expired', 'a rating with such a slip');

-- The procedure of the dossier.
create function test.change(procedure text) returns jsonb language sql as $$
  select private.correct_rating(json_build_object('receipt', test.receipt(4), 'procedure', procedure), now()) -> 'procedure'
$$;
update public.offerings set closed_on = '2026-01-01' where office_code = 'thu-mot' and procedure_code = '9.000001';
select test.visit('V1S1T30001', '9.000001');
select is(private.accept_rating(test.body(4, null, 5, now(), '{"visit": "V1S1T30001", "procedure": "9.000001"}'), now())
  ->> 'procedure', '9.000001', 'what the slip names holds, whatever the office offers by now');
select is(test.change('9.000001'), '"9.000001"', 'naming it once more changes nothing');
select is(test.change('9.000002'), '"9.000002"', 'one dossier may serve several procedures, so another can be named');
select is(test.change(null), '"9.000002"', 'but a visit never loses its procedure');
select test.refuses($$ select test.change('9.000005') $$, 422, 'procedure_not_offered', 'naming what the office does not do');
select test.refuses($$ select test.change('9.000001') $$, 422, 'procedure_not_offered', 'or does no more');
update public.offerings set closed_on = null where office_code = 'thu-mot' and procedure_code = '9.000001';

-- Codes are made.
select set_config('request.jwt.claims', '{"role": "service_role"}', true);
insert into handled_dossiers (month, office_code, handled) values (date_trunc('month', private.local_day(now())), 'thu-mot', 5000);
create table test.made as select jsonb_array_elements_text(
  make_visit_codes('thu-mot', '9.000001', 'online', '200', (private.local_day(now()) + 60)::text)) as code;
select is((select count(distinct code) from test.made where code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'), 200::bigint,
  'two hundred different codes of ten characters');
select is((select count(*) from test.made where visit_page(code) ->> 'state' = 'open'), 200::bigint, 'every one opens a page');
select is((select count(*) from private.visit_codes v join test.made m on v::text ~ m.code), 0::bigint, 'no code is kept, only its hash');
select test.refuses($$ select make_visit_codes('thu-mot', null, null, '1', private.local_day(now())::text) $$, 422, 'channel_missing',
  'codes of dossiers that came no way');
select throws_ok($$ select test.as_role('anon', 'select make_visit_codes(''thu-mot'', null, ''counter'', ''1'', current_date::text)') $$,
  '42501', null, 'a browser makes none');
select test.refuses(format('select make_visit_codes(%L, %L, ''counter'', %L, (private.local_day(now()) + %s)::text)', office, procedure, n, days),
  status, key, story)
from (values
  ('nowhere', null, 1, 9, 404, 'office_unknown', 'codes of an office that does not exist'),
  ('thu-nhap', null, 1, 9, 410, 'office_closed', 'of one that is closed'),
  ('thu-mot', '9.000005', 1, 9, 422, 'procedure_not_offered', 'of a procedure of another office'),
  ('thu-mot', null, 0, 9, 422, 'count_invalid', 'none of them'),
  ('thu-mot', null, 5001, 9, 422, 'count_invalid', 'more than a print run'),
  ('thu-mot', null, 1, -1, 422, 'expires_on_invalid', 'that end yesterday'),
  ('thu-mot', null, 1, 400, 422, 'expires_on_invalid', 'that never end')
) wrong (office, procedure, n, days, status, key, story);

select * from finish();
rollback;
