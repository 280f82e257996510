begin;
\ir ../fixtures/sample_province.sql
\ir ../fixtures/people.sql
select no_plan();
update public.settings set value = '"https://danhgia.example.vn"' where key = 'public_address';

-- A QR code is read by every camera: see e2e. Here, that it has the form of one.
select matches(private.qr_svg('https://danhgia.example.vn/v/K7M4Q29XD0'), '^<svg [^>]*viewBox="0 0 37 37"[^>]*>.*</svg>$', 'an address of 39 letters has 29 modules and a margin');
select is(private.qr_svg(repeat('x', 107)), null, 'more than 106 bytes are no code');

-- Keys.
select is(test.tries(person, format('select make_visit_key(%L, %L)', office, name)), refusal, person || ' makes a key: ' || coalesce(refusal, 'done'))
from (values ('can-bo@mot.vn', 'thu-mot', 'x', 'not_allowed'), ('kiem-tra@mot.vn', 'thu-mot', 'x', 'not_allowed'), ('truong@hai.vn', 'thu-mot', 'x', 'not_allowed'),
  ('truong@mot.vn', 'thu-mot', ' ', 'name_missing'), ('truong@mot.vn', 'thu-mot', repeat('x', 61), 'name_too_long'),
  ('dieu-phoi@tinh.vn', 'thu-nhap', 'x', 'office_closed'), ('dieu-phoi@tinh.vn', 'thu-khong', 'x', 'not_allowed')) t (person, office, name, refusal);
select test.act_as('truong@mot.vn');
create temporary table keys as select k ->> 'key' as key, k ->> 'id' as id from make_visit_key('thu-mot', 'Một cửa điện tử') k;
grant all on keys to anon;
select matches((select key from keys), '^[0-9A-HJKMNP-TV-Z]{32}$', 'a key of 160 bits');
select results_eq('select name, ending, made_by, revoked_on from visit_keys(''thu-mot'')',
  $$ select 'Một cửa điện tử', right(key, 4), 'truong@mot.vn', null::date from keys $$, 'its office sees that it is there');
select test.act_as('truong@hai.vn');
select is_empty('select * from visit_keys()', 'another office does not');
select test.act_as_owner();
select is_empty($$ select from private.visit_keys v, keys k where v::text like '%' || k.key || '%' $$, 'it is stored one-way');
select is_empty($$ select from public.audit_log l, keys k where l::text like '%' || k.key || '%' $$, 'and in no log');

-- Codes. What a program sends, with its key and what it calls the request.
create function test.issues(request text, body jsonb default '{"office": "thu-mot", "procedure": "9.000001", "channel": "counter"}', key text default null)
returns jsonb language plpgsql as $$
begin
  perform set_config('request.headers', json_strip_nulls(json_build_object('hai-long-key', coalesce(issues.key, (select k.key from keys k)),
    'idempotency-key', request))::text, true);
  return issue_visit_code(body::json);
end;
$$;
grant execute on function test.issues(text, jsonb, text) to anon;
select test.act_as('anon');
create temporary table issued as select test.issues('H17.26-260302-0001') as told;
select test.act_as_owner();
select matches(told ->> 'code', '^[0-9A-HJKMNP-TV-Z]{10}$', 'a code') from issued;
select is(told ->> 'address', 'https://danhgia.example.vn/v/' || (told ->> 'code'), 'with its address') from issued;
select is(told ->> 'qr', private.qr_svg(told ->> 'address'), 'the picture of it') from issued;
select is(told ->> 'expires_on', (private.local_day(now()) + 30)::text, 'and its last day') from issued;
select is(visit_page(told ->> 'code') #>> '{procedure,code}', '9.000001', 'it opens the page of its procedure') from issued;
select is(test.issues('H17.26-260302-0001'), told, 'asked for again it is the same') from issued;
select is((select sum(count)::integer from private.visit_batches where office_code = 'thu-mot'), 1, 'and made once');
select isnt(test.issues('H17.26-260302-0002') ->> 'code', told ->> 'code', 'another request brings another') from issued;
select is(test.issues('H17.26-260302-0003', '{"office": "thu-mot", "channel": "postal"}') ->> 'code' ~ '.{10}', true, 'the procedure may be left open');
select results_eq('select procedure_code, channel::text, count, made_by from visit_batches(''thu-mot'') order by id', $$ values ('9.000001', 'counter', 2, 'Một cửa điện tử'), (null, 'postal', 1, 'Một cửa điện tử') $$,
  'those of a day are counted together') from test.act_as('truong@mot.vn');
select test.act_as_owner();
select is_empty($$ select from private.visit_batches b where b::text like '%H17.26%' $$, 'what the program calls a request is kept nowhere');
select is_empty($$ select from private.visit_codes c, keys k where c.code_hash in (private.short_hash('H17.26-260302-0001'), private.short_hash(k.key)) $$, 'nor anything made of it alone');
create function test.wrong(request text, body jsonb, key text, status integer, refusal text, story text) returns setof text language sql as $$
  select test.refuses(format('select test.issues(%L, %L, %L)', request, body, key), status, refusal, story)
$$;
select test.wrong(request, body::jsonb, key, status, refusal, story) from (values
  ('H17.26-260302-0001', '{"office": "thu-mot", "procedure": "9.000002", "channel": "counter"}', null, 409, 'idempotency_key_reused', 'the same request for another procedure'),
  ('H17.26-260302-0001', '{"office": "thu-mot", "procedure": "9.000001", "channel": "online"}', null, 409, 'idempotency_key_reused', 'or another channel'),
  ('request-9', '{"office": "thu-mot", "channel": "counter", "dossier": "H17.26-260302-0001"}', null, 400, 'field_unknown', 'a dossier'),
  ('request-9', '{"office": "thu-mot", "channel": "counter", "name": "Nguyễn Văn A"}', null, 400, 'field_unknown', 'a person'),
  ('request-9', '{"office": "thu-mot", "channel": "fax"}', null, 400, 'channel_unknown', 'no channel of ours'),
  ('request-9', '{"office": "thu-mot"}', null, 422, 'channel_missing', 'no channel'),
  ('request-9', '{"office": "thu-mot", "procedure": "9.000005", "channel": "counter"}', null, 422, 'procedure_not_offered', 'a procedure that the office does not offer'),
  ('request-9', '{"office": "thu-hai", "channel": "counter"}', null, 403, 'visit_key_elsewhere', 'another office'),
  ('request-9', '{"channel": "counter"}', null, 403, 'visit_key_elsewhere', 'no office'),
  ('request-9', '{"office": "thu-mot", "channel": "counter"}', repeat('0', 32), 401, 'visit_key_unknown', 'a guessed key'),
  ('short', '{"office": "thu-mot", "channel": "counter"}', null, 400, 'idempotency_key_malformed', 'a name that two requests might have'),
  (null, '{"office": "thu-mot", "channel": "counter"}', null, 400, 'idempotency_key_malformed', 'no name')) w (request, body, key, status, refusal, story);
select set_config('request.headers', '{}', true);
select test.refuses('select issue_visit_code(''{"office": "thu-mot", "channel": "counter"}'')', 401, 'visit_key_missing', 'no key');
update public.settings set value = 'null' where key = 'public_address';
select test.wrong('request-9', '{"office": "thu-mot", "channel": "counter"}', null, 409, 'public_address_missing', 'an installation that has no address');
update public.settings set value = '"https://danhgia.example.vn"' where key = 'public_address';

-- As many as staff may make, and what was made in which way is public.
insert into private.visit_batches (office_code, channel, count, expires_on, made_by, made_on)
values ('thu-mot', 'counter', 197, '2027-01-01', 'truong@mot.vn', private.local_day(now()));
select test.wrong('request-9', '{"office": "thu-mot", "channel": "counter"}', null, 422, 'visit_codes_exhausted', 'more than an office may make in a month');
select is(test.issues('H17.26-260302-0001') ->> 'code', told ->> 'code', 'what was made is told all the same') from issued;
select private.publish_visit_code_totals((date_trunc('quarter', private.local_day(now())) + interval '3 months')::date);
select results_eq('select made, made_by_software from visit_code_totals where office_code = ''thu-mot''', 'values (200, 3)', 'the public sees how they were made');

-- A key that is no longer to be used.
select is(test.tries(person, format('select revoke_visit_key(%L)', coalesce(key, (select id from keys)))), refusal, person || ' revokes a key: ' || coalesce(refusal, 'done'))
from (values ('can-bo@mot.vn', null, 'not_allowed'), ('truong@hai.vn', null, 'not_allowed'), ('dieu-phoi@tinh.vn', '0', 'visit_key_unknown'),
  ('truong@mot.vn', null, null), ('truong@mot.vn', null, null)) t (person, key, refusal);
select test.wrong('H17.26-260302-0001', '{"office": "thu-mot", "procedure": "9.000001", "channel": "counter"}', null, 401, 'visit_key_unknown', 'a key that was revoked');
select is(visit_page(told ->> 'code') ->> 'state', 'open', 'the codes that it brought stay good') from issued;
select * from finish();
rollback;
