begin;
\ir ../fixtures/sample_province.sql
\ir ../fixtures/people.sql
select no_plan();

create function test.noon() returns timestamptz language sql as $$ select '2026-03-02 12:00+07'::timestamptz $$;
create table test.devices (name text primary key, id text, key bytea);
grant all on test.devices to anon, authenticated;

-- A head asks for a code, and somebody types it at the device.
create function test.pair(name text, counter text, kind text, person text default 'truong@mot.vn') returns void language plpgsql as $$
declare
  v_code text;
  v_told jsonb;
begin
  perform test.act_as(person);
  v_code := make_pairing_code(counter, kind) ->> 'code';
  perform test.act_as('anon');
  v_told := pair_device(json_build_object('code', lower(v_code), 'counter', counter, 'kind', kind));
  perform test.act_as_owner();
  insert into test.devices values (name, v_told ->> 'device', decode(v_told ->> 'key', 'hex'));
end;
$$;
-- What a device signs, as {"place": ...}.
create function test.signed(name text, message text) returns jsonb language sql as $$
  select jsonb_build_object('place', d.id || '.' || encode(private.device_mac(d.key, message), 'hex')) from test.devices d where d.name = signed.name
$$;
create function test.at_kiosk(n bigint, score integer, changes jsonb, device text default 'kiosk') returns jsonb language sql as $$
  select private.accept_rating(test.body(n, 'TEST05', score, test.noon(),
    test.signed(device, concat_ws('|', 'rating', test.receipt(n), 'TEST05', score)) || changes), test.noon())
$$;
create function test.trust(n bigint) returns text language sql as $$
  select r.trust::text from private.ratings r where r.receipt_hash = private.receipt_hash(test.receipt(n))
$$;

-- Pairing.
select test.refuses(format('select make_pairing_code(%L, %L)', counter, kind), status, key, story)
from (values
  ('TEST01', 'kiosk', 401, 'sign_in_first', 'a code, asked for by nobody'),
  ('000000', 'kiosk', 401, 'sign_in_first', 'a code for no counter, by nobody')) wrong (counter, kind, status, key, story);
select is(test.tries(person, format('select make_pairing_code(%L, %L)', counter, kind)), refusal, format('%s asks for a code for a %s at %s', person, kind, counter))
from (values
  ('can-bo@mot.vn', 'TEST05', 'kiosk', 'not_allowed'),
  ('kiem-tra@mot.vn', 'TEST05', 'kiosk', 'not_allowed'),
  ('truong@hai.vn', 'TEST05', 'kiosk', 'not_allowed'),
  ('truong@mot.vn', 'TEST01', 'kiosk', 'device_kind_wrong'),
  ('truong@mot.vn', 'TEST05', 'display', 'device_kind_wrong'),
  ('truong@mot.vn', 'TEST04', 'display', 'device_kind_wrong'),
  ('truong@mot.vn', 'TEST05', 'fridge', 'device_kind_wrong'),
  ('truong@mot.vn', 'TEST06', 'display', 'counter_retired'),
  ('dieu-phoi@tinh.vn', '000000', 'display', 'counter_unknown'),
  ('dieu-phoi@tinh.vn', 'TEST05', 'kiosk', null)) tries (person, counter, kind, refusal);
select test.act_as('truong@mot.vn');
create temporary table codes as select make_pairing_code('TEST05', 'kiosk') ->> 'code' as code;
select test.act_as_owner();
select is((select code_hash from private.pairing_codes where counter_code = 'TEST05'), private.short_hash((select code from codes)),
  'the last code asked for holds, and only its hash is kept');
select test.refuses(format('select pair_device(%L)', jsonb_build_object('code', coalesce(typed, (select code from codes)), 'counter', counter, 'kind', kind)::json),
  404, 'pairing_unknown', story)
from (values ('00000000', 'TEST05', 'kiosk', 'a guessed code'), (null, 'TEST01', 'kiosk', 'a code at another counter'),
  (null, 'TEST05', 'display', 'a code of a kiosk at a display')) wrong (typed, counter, kind, story);
update private.pairing_codes set expires_at = now();
select test.refuses(format('select pair_device(%L)', json_build_object('code', (select code from codes), 'counter', 'TEST05', 'kind', 'kiosk')),
  404, 'pairing_unknown', 'a code that is too old');
select test.refuses('select pair_device(''{"code": "00000000", "counter": "TEST05", "kind": "kiosk", "name": "x"}'')', 400, 'field_unknown', 'more than is asked');
select test.pair('kiosk', 'TEST05', 'kiosk');
select is((select count(*) from private.pairing_codes), 0::bigint, 'a code pairs one device');
select is(octet_length((select key from test.devices)), 32, 'the device has a key of 256 bits');
select is_empty($$ select from public.audit_log l, test.devices d where l.after::text like '%' || encode(d.key, 'hex') || '%' $$, 'no log holds it');

-- What a paired kiosk signs.
select is(test.at_kiosk(1, 5, '{}') ->> 'state', 'waiting', 'a rating at a paired kiosk');
select is(test.trust(1), 'on_site', 'is one made on the spot');
select is(test.at_kiosk(1, 5, '{}') ->> 'state', 'waiting', 'sent again it changes nothing');
select is(test.at_kiosk(10 + n, 4, '{}') ->> 'state', 'waiting', 'a kiosk is one device for everybody: visitor ' || n) from generate_series(1, 9) n;
select ok((select count(distinct sender) between 2 and 3 from private.ratings where counter_code = 'TEST05'), 'and sends as three people a day');
select is(test.at_kiosk(20 + n, 5, changes::jsonb) ->> 'state', 'waiting', story || ' is no reason to refuse a rating')
from (values
  (1, '{"score": 1}', 'a score that was changed on the way'),
  (2, '{"receipt": "000000000922"}', 'another receipt'),
  (3, '{"place": null}', 'a browser that is not paired'),
  (4, '{"place": "x"}', 'nonsense'),
  (5, '{"place": {"a": [1]}}', 'what is no text'),
  (6, '{"counter": "TEST01"}', 'a kiosk of another counter'),
  (7, jsonb_build_object('place', gen_random_uuid() || '.' || repeat('0', 64))::text, 'a device that is not there')) forged (n, changes, story);
select is(array_agg(distinct trust::text), '{walk_in}', 'but proves nothing') from private.ratings
where id in (select test.id(test.noon(), 20 + n)::uuid from generate_series(1, 7) n);
select is((select count(distinct coalesce(sender, 0)) from private.ratings where counter_code = 'TEST05' and trust = 'walk_in'), 1::bigint,
  'whoever only says that it is a kiosk is one person, however often');
update private.counters set kind = 'poster' where code = 'TEST05';
select test.at_kiosk(30, 5, '{}');
select is(test.trust(30), 'walk_in', 'where there is no kiosk any more, none is believed');
update private.counters set kind = 'kiosk' where code = 'TEST05';

-- Signs of life.
create function test.reports(hours text, message text default null) returns jsonb language sql as $$
  select device_here((test.signed('kiosk', coalesce(message, 'here|' || hours)) || jsonb_build_object('hours', ('[' || hours || ']')::jsonb))::json)
$$;
create temporary table hour as select floor(extract(epoch from now()) / 3600)::bigint as now;
select is(test.reports((select concat_ws(',', now, now - 1, now - 800, now + 2) from hour)) -> 'paired', 'true', 'a kiosk says that it is on');
select set_eq('select extract(epoch from hour)::bigint / 3600 from private.kiosk_hours', 'select now - n from hour, generate_series(0, 1) n',
  'in the hours of the last month, and in none to come');
select ok((select alive_at = date_trunc('hour', now()) from private.kiosks where counter_code = 'TEST05'), 'and is not silent');
select is(test.reports('471000', 'here|471001') -> 'paired', 'false', 'what another signed is not its own');
select is((select count(*) from private.kiosk_hours), 2::bigint, 'and changes nothing');
select test.refuses(format('select device_here(%L)', body), 400, key, 'a report of ' || body)
from (values ('{"hours": 5}', 'body_invalid'), ('{"hours": ["471000"]}', 'body_invalid'), ('{"hours": [1.5]}', 'body_invalid'), ('{}', 'body_invalid'),
  ('{"hours": [], "score": 1}', 'field_unknown')) wrong (body, key);

-- How much of a month it could be used is public when the month is over.
delete from private.kiosk_hours;
update private.counter_devices set paired_on = '2026-02-10';
insert into public.holidays values ('2026-02-17', 'Tết', false);
-- From Tuesday the tenth on there are 13 working days in February, of ten hours each, without the feast.
insert into private.kiosk_hours select 'TEST05', '2026-02-11 06:00+07'::timestamptz + n * interval '1 hour' from generate_series(0, 47) n;
select private.publish_kiosk_uptime('2026-03-07');
select is_empty('select from public.kiosk_uptime', 'nothing is told in the first week of the next month');
select private.publish_kiosk_uptime('2026-03-08');
select results_eq('select * from public.kiosk_uptime', $$ values ('thu-mot', '2026-02-01'::date, 1, 130, 20) $$, 'then the hours in which it could be used, of those that were open');
select private.publish_kiosk_uptime('2026-03-09');
select is((select count(*) from public.kiosk_uptime), 1::bigint, 'once');
select is_empty('select from private.kiosk_hours', 'and the hours are forgotten');

-- Who sees the devices, and takes one out of use.
select test.act_as('can-bo@mot.vn');
select results_eq('select kind, paired_by, revoked_on from counter_devices(''TEST05'')', $$ values ('kiosk', 'truong@mot.vn', null::date) $$, 'who works there sees the devices');
select test.act_as('truong@hai.vn');
select is_empty('select * from counter_devices(''TEST05'')', 'others do not');
select test.act_as_owner();
select is(test.tries(person, format('select revoke_device(%L)', coalesce(device, (select id from test.devices)))), refusal, person || ' takes a device out of use: ' || coalesce(refusal, 'done'))
from (values ('can-bo@mot.vn', null, 'not_allowed'), ('truong@hai.vn', null, 'not_allowed'), ('dieu-phoi@tinh.vn', 'x', 'device_unknown'),
  ('truong@mot.vn', null, null), ('truong@mot.vn', null, null)) tries (person, device, refusal);
select is_empty('select from private.counter_device_keys', 'its key is gone');
select is(test.at_kiosk(40, 3, '{}') ->> 'state', 'waiting', 'a rating from it comes in all the same');
select is(test.trust(40), 'walk_in', 'as a walk-in');
select is(test.reports('471000') -> 'paired', 'false', 'and it is told that it is out of use');

-- A display shows a code that changes. The address that it leads to is all that a phone sends along.
select test.pair('display', 'TEST01', 'display');
create function test.code(at timestamptz, device text default 'display', counter text default 'TEST01') returns text language sql as $$
  select private.code_shown(d.key, counter, floor(extract(epoch from at) / private.code_step())::integer) from test.devices d where d.name = device
$$;
create function test.scans(n bigint, code text, at timestamptz, changes jsonb default '{}') returns text language plpgsql as $$
begin
  perform private.accept_rating(test.body(n, 'TEST01', 4, at,
    jsonb_build_object('device', 'phone-of-person-' || n, 'place', '?p=' || code) || changes), at);
  return test.trust(n);
end;
$$;
select matches(test.code(test.noon()), '^[0-9A-HJKMNP-TV-Z]{10}$', 'ten characters');
select isnt(test.code(test.noon()), test.code(test.noon() + interval '3 minutes'), 'others every three minutes');
select is(test.scans(100, test.code(test.noon()), test.noon()), 'on_site', 'who scans it is on the spot');
select is(test.scans(101, lower(test.code(test.noon())), test.noon(), jsonb_build_object('place', '?lng=en&p=' || test.code(test.noon()) || '&fbclid=1')), 'on_site', 'whatever an app adds to the address');
select is(test.scans(102, test.code(test.noon()), test.noon() + interval '26 minutes'), 'on_site', 'who had no signal for a while, too');
select is(test.scans(103, test.code(test.noon() + interval '3 minutes'), test.noon()), 'on_site', 'and who meets a display whose clock is ahead by a moment');
select is(test.scans(n, code, at), 'walk_in', story) from (values
  (110, test.code(test.noon()), test.noon() + interval '31 minutes', 'an old photograph proves nothing'),
  (111, test.code(test.noon()), test.noon() + interval '96 minutes', 'nor when its first character comes round again'),
  (112, test.code(test.noon() + interval '9 minutes'), test.noon(), 'nor a code of later'),
  (113, '0000000000', test.noon(), 'nor a guess'),
  (114, 'x', test.noon(), 'nor half a code'),
  (115, test.code(test.noon(), 'display', 'TEST02'), test.noon(), 'nor the code of another counter'),
  (116, test.code(test.noon(), 'kiosk'), test.noon(), 'nor one made with the key of a kiosk that is out of use')) old (n, code, at, story);
-- Sent to a group, a code lets in as many as a counter can serve, and each phone once.
select is(array_agg(test.scans(120 + n, test.code(test.noon() + interval '1 hour'), test.noon() + interval '1 hour 5 minutes')),
  array_fill('on_site'::text, array[5]) || array_fill('walk_in'::text, array[25]), 'of a group of thirty, five are believed')
from generate_series(1, 30) n;
select is(test.scans(160 + n, test.code(test.noon() + interval '2 hours'), test.noon() + interval '2 hours', '{"device": "one-phone-again-and-again"}'),
  case n when 1 then 'on_site' else 'walk_in' end, 'one phone is believed once: ' || n) from generate_series(1, 3) n;
select is(test.scans(170, test.code(test.noon() + interval '2 hours'), test.noon() + interval '2 hours'), 'on_site', 'and takes nothing from who comes next');
select is((select count(*) from private.ratings where set_aside = 'device_repeat'), 1::bigint, 'a repeat is set aside as anywhere');
select is((select count(*) from information_schema.columns where table_schema = 'private' and table_name = 'code_uses'), 3::bigint, 'a use leads to no rating');
-- A page on which no script runs.
select set_config('request.headers', json_build_object('referer', 'https://x.vn/r/TEST01?p=' || private.code_shown(key, 'TEST01',
  floor(extract(epoch from now()) / 180)::integer))::text, true) from test.devices where name = 'display';
select submit_rating_form('4');
select is((select count(*) from private.ratings where trust = 'on_site' and counter_code = 'TEST01' and sender is null), 1::bigint, 'the form without scripts brings the code along');
select is(test.tries('truong@mot.vn', format('select revoke_device(%L)', id)), null, 'a display that was stolen') from test.devices where name = 'display';
select is(test.scans(180, test.code(test.noon() + interval '3 hours'), test.noon() + interval '3 hours'), 'walk_in', 'shows nothing that is believed');
-- How often a code was used is kept for as long as it is good: afterwards it would say at what minute somebody rated here.
select ok((select count(*) from private.code_uses) > 0, 'there are uses of codes');
select test.release(now() + interval '1 day');
select is((select count(*) from private.code_uses), 0::bigint, 'the next release forgets them, also of a display that shows no more');
select * from finish();
rollback;
