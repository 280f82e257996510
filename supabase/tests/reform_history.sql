begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Everything that a reform may change, and where each printed code leads on some days.
create function test.places() returns jsonb language sql as $$
  select jsonb_build_object(
    'offices', (select jsonb_agg(t order by code) from public.offices t),
    'offerings', (select jsonb_agg(t order by office_code, procedure_code) from public.offerings t),
    'successions', (select jsonb_agg(t order by predecessor_code, successor_code) from public.office_successions t),
    'counters', (select jsonb_agg(t order by code) from private.counters t),
    'usual', (select jsonb_agg(t order by t::text) from private.usual_procedures t),
    'members', (select jsonb_agg(t order by id) from public.members t),
    'codes', (select jsonb_agg(jsonb_build_array(c.code, d, private.office_of_counter(c, d)) order by c.code, d)
      from private.counters c, unnest(array['2025-01-01', '2026-12-31', '2027-01-01', '2030-01-01']::date[]) d))
$$;
-- A reform as the coordinator carries it out; answers with its number.
create function test.reform(plan jsonb) returns bigint language plpgsql as $$
declare
  v_id bigint;
begin
  perform test.act_as('dieu-phoi@tinh.vn');
  v_id := (reform_offices(plan, 'true') ->> 'reform')::bigint;
  perform test.act_as_owner();
  return v_id;
end;
$$;
create function test.undo(id bigint, person text default 'dieu-phoi@tinh.vn') returns text language sql as $$
  select test.tries(person, format('select undo_reform(''%s'')', id))
$$;
create function test.obstacle(id bigint) returns text language plpgsql as $$
declare
  v_told text;
begin
  perform test.act_as('dieu-phoi@tinh.vn');
  v_told := (select concat_ws(' ', r.obstacle, r.obstacle_at) from reforms() r where r.id = obstacle.id);
  perform test.act_as_owner();
  return v_told;
end;
$$;

-- thu-mot and thu-hai merge into a new one, thu-ba is taken over by it as well; from a day that is over, so that codes lead there.
create temporary table plans as select jsonb_build_object('on_date', private.local_day(now()), 'legal_basis', 'NQ 1/2026',
  'opening', '[{"code": "thu-moi", "name": "Xã Mới", "kind": "xã", "parent_code": "thu-tinh"},
    {"code": "thu-dong", "name": "Xã Đông", "kind": "xã", "parent_code": "thu-tinh"}]'::jsonb,
  'closing', '["thu-mot", "thu-hai"]'::jsonb,
  'successions', '[{"predecessor": "thu-mot", "successor": "thu-moi"}, {"predecessor": "thu-mot", "successor": "thu-dong"},
    {"predecessor": "thu-hai", "successor": "thu-ba"}]'::jsonb,
  'counters', '[{"counter": "TEST01", "successor": "thu-dong"}]'::jsonb) as plan;
update offerings set closed_on = '2020-01-01' where office_code = 'thu-ba' and procedure_code = '9.000003';
create temporary table before as select test.places() as places;

-- Taken back.
create temporary table done as select test.reform(plan) as id from plans;
select isnt(test.places(), places, 'a reform changes places') from before;
select is(private.office_of_counter(c, private.local_day(now())), 'thu-dong', 'and where a code leads') from private.counters c where code = 'TEST01';
select is(test.obstacle(id), '', 'nothing depends on it') from done;
select is(test.undo(id, 'truong@mot.vn'), 'not_allowed', 'a head takes no reform back') from done;
select is(test.undo(id, 'kiem-tra@tinh.vn'), 'not_allowed', 'nor does an auditor') from done;
select is(test.undo(id, 'anon') like 'permission denied%', true, 'least of all a stranger') from done;
select is(test.undo(id), null, 'the coordinator takes it back') from done;
select is(test.places(), places, 'and everything is as it was before') from before;
select is(test.undo(id), 'reform_undone', 'once') from done;
select is(test.undo(id + 1000), 'reform_unknown', 'one that never was cannot be taken back') from done;
select is((select l.who || ' ' || (l.after ->> 'on_date') from audit_log l where l.action = 'undo_reform' and l.key = done.id::text),
  'dieu-phoi@tinh.vn ' || private.local_day(now()), 'the log says who took it back') from done;
-- Đ comes before or after M by the database's collation.
select results_eq($$ select undone_by, array(select o from unnest(opened) o order by o collate "C"), closed from private.reforms order by id desc limit 1 $$,
  $$ values ('dieu-phoi@tinh.vn', array['Xã Mới', 'Xã Đông'], array['Xã Hai', 'Xã Một']) $$, 'and so does the list');
select isnt(test.reform(plan), null, 'the same reform may be carried out again') from plans;
select is(test.undo(max(id)), null, 'and taken back again') from private.reforms;
select is(test.places(), places, 'with nothing left over') from before;

-- A device that was paired meanwhile stays with its counter, and a key of an office that was opened goes with it.
create function test.equips(plan jsonb) returns bigint language plpgsql as $$
declare
  v_id bigint := test.reform(plan);
begin
  perform test.act_as('dieu-phoi@tinh.vn');
  perform pair_device(json_build_object('code', make_pairing_code('TEST01', 'display') ->> 'code', 'counter', 'TEST01', 'kind', 'display'));
  perform make_visit_key('thu-moi', 'Phần mềm một cửa');
  perform test.act_as_owner();
  return v_id;
end;
$$;
create temporary table equipped as select test.equips(plan) as id from plans;
select is((select office_code from private.counter_devices), 'thu-dong', 'a device is noted where its counter leads');
select is(test.obstacle(id), '', 'that is no obstacle') from equipped;
select is(test.undo(id), null, 'and the reform is taken back') from equipped;
select is((select office_code from private.counter_devices), 'thu-mot', 'the device is at the office of its counter again');
select is((select count(*) from private.visit_keys), 0::bigint, 'the key is gone with its office');
select is(test.places(), places, 'and nothing else has changed') from before;

-- What prevents it, one thing at a time; and where it stands.
create temporary table obstacles (story text, statement text, told text);
insert into obstacles values
  ('somebody has rated at a code that leads on', $$ select test.rate('TEST01', 4, now()) $$, 'reform_rated Xã Đông'),
  ('somebody has rated where an old office took over', $$ select test.rate('TEST02', 4, clock_timestamp()) $$, 'reform_rated Xã Ba'),
  ('a rating that was withdrawn was given', $$ select withdraw_rating(json_build_object('receipt', test.rate('TEST01', 4, now()))) $$, 'reform_rated Xã Đông'),
  ('somebody had rated at a code that leads on before today',
    $$ select test.rate('TEST01', 4, now()); update private.ratings set received_at = received_at - interval '1 day' $$, 'reform_rated Xã Đông'),
  ('a batch was published', $$ select test.crowd(12, 'TEST01', 5, now()), test.release(now() + interval '2 days') $$, 'reform_rated Xã Đông'),
  ('a file was imported', $$ insert into private.imports (kind, file_name, who, begun_at, finished_at, offices)
    values ('handled', 'thang-3.csv', 'ai-do@mot.vn', clock_timestamp(), clock_timestamp(), '{thu-moi}') $$, 'reform_imported thang-3.csv'),
  ('a counter was made', $$ insert into private.counters (code, office_code, name, channel, kind) values ('TEST20', 'thu-moi', 'Quầy', 'counter', 'poster') $$,
    'reform_counter_changed TEST20'),
  ('a counter was renamed', $$ update private.counters set name = 'Khác' where code = 'TEST02' $$, 'reform_counter_changed TEST02'),
  ('a counter was taken over', $$ update private.counters set office_code = 'thu-dong' where code = 'TEST01' $$, 'reform_counter_changed TEST01'),
  ('a counter was retired', $$ update private.counters set retired_on = current_date where code = 'TEST01' $$, 'reform_counter_changed TEST01'),
  ('visit codes were made', $$ select private.create_visit_codes('thu-moi', null, 'counter', 3, current_date + 3);
    insert into private.visit_batches (office_code, channel, count, expires_on, made_by, made_on) values ('thu-moi', 'counter', 3, current_date, 'x@y.vn', current_date) $$,
    'reform_has_visit_codes Xã Mới'),
  ('dossiers were reported', $$ insert into handled_dossiers (month, office_code, handled) values ('2026-01-01', 'thu-moi', 3) $$, 'reform_has_reports Xã Mới'),
  ('somebody was invited', $$ insert into members (email, office_code, role, invited_by) values ('moi@moi.vn', 'thu-moi', 'head', 'dieu-phoi@tinh.vn') $$,
    'reform_has_members Xã Mới'),
  ('an office was opened below', $$ insert into offices (code, name, kind, parent_code) values ('thu-ap', 'Ấp', 'ấp', 'thu-moi') $$, 'reform_office_changed Ấp'),
  ('the closed one was opened again', $$ update offices set closed_on = null where code = 'thu-mot' $$, 'reform_office_changed Xã Một'),
  ('a later reform builds on it', $$ select test.reform(jsonb_build_object('on_date', current_date + 40, 'closing', '["thu-moi"]'::jsonb,
    'successions', '[{"predecessor": "thu-moi", "successor": "thu-dong"}]'::jsonb)) $$, 'reform_followed ' || to_char(current_date + 40, 'YYYY-MM-DD'));
create function test.prevented(plan jsonb, statement text, told text) returns text[] language plpgsql as $$
declare
  v_id bigint;
  v_places jsonb;
  v_found text[];
begin
  v_id := test.reform(plan);
  execute statement;
  v_places := test.places();
  v_found := array[test.obstacle(v_id), test.undo(v_id), (v_places = test.places())::text];
  raise exception using errcode = 'HL001';
exception when sqlstate 'HL001' then
  return v_found;
end;
$$;
-- The list does not tell on the same day that somebody has rated: whoever reloads it would see people come.
select is(test.prevented(plan, statement, told),
  array[case when statement ~ 'test.rate' and statement !~ '1 day' then '' else told end, split_part(told, ' ', 1), 'true'], story) from plans, obstacles;
select is(test.prevented(plan, 'select null', null) , array['', null, 'false'], 'nothing prevents it where nothing has happened') from plans;

-- What does not depend on it.
select is((test.prevented(plan, statement, null))[2], null, story) from plans, (values
  ('a name that was mended goes with the office', $$ update offices set name = 'Xã Mới!', hotline = '19001234' where code = 'thu-moi' $$),
  ('a procedure that the new office offers since', $$ insert into offerings values ('thu-moi', '9.000005', current_date, null) $$),
  ('a rating somewhere else', $$ select test.rate('TEST09', 4, '2025-06-01 12:00+07') $$),
  ('an import that was taken back', $$ insert into private.imports (kind, file_name, who, begun_at, finished_at, offices, undone_at)
    values ('handled', 'x.csv', 'ai-do@mot.vn', clock_timestamp(), clock_timestamp(), '{thu-moi}', clock_timestamp()) $$)) quiet (story, statement);
select is((test.prevented(plan || jsonb_build_object('on_date', current_date + 30), $$ select test.rate('TEST01', 4, now()) $$, null))[2], null,
  'before its day a rating at the old office depends on nothing') from plans;

-- Chains, from the last to the first, whatever the reforms are.
create function test.random_plan(n integer) returns jsonb language sql as $$
  with open as (
    select code, row_number() over (order by random()) as at from public.offices where parent_code = 'thu-tinh' and closed_on is null
  ), closing as (
    select code from open where at <= 1 + floor(random() * 2)
  ), taking as (
    select code, false as is_new from open where code not in (select code from closing) and random() < 0.4
    union select 'thu-r-' || n || '-' || i, true from generate_series(1, 1 + floor(random() * 2)::integer) i
  )
  select jsonb_build_object('on_date', private.local_day(now()) - 400 + n, 'legal_basis', 'NQ ' || n,
    'opening', (select jsonb_agg(jsonb_build_object('code', code, 'name', 'Xã ' || code, 'kind', 'xã', 'parent_code', 'thu-tinh')) from taking where is_new),
    'closing', (select jsonb_agg(code) from closing),
    'successions', (select jsonb_agg(jsonb_build_object('predecessor', c.code, 'successor', t.code)) from closing c, taking t where random() < 0.8 or t.is_new),
    'counters', (select coalesce(jsonb_agg(jsonb_build_object('counter', k.code, 'successor', (select code from taking order by random() limit 1))), '[]')
      from private.counters k where k.office_code in (select code from closing) and random() < 0.7))
$$;
create function test.walk(steps integer) returns boolean language plpgsql as $$
declare
  v_seen jsonb[] := array[test.places()];
  v_ids bigint[] := '{}';
begin
  for i in 1..steps loop
    v_ids := v_ids || test.reform(test.random_plan(i));
    v_seen := v_seen || test.places();
  end loop;
  for i in reverse steps..1 loop
    if i < steps and test.undo(v_ids[i]) is not null then raise exception 'step % is refused: %', i, test.obstacle(v_ids[i]); end if;
    if i = steps and test.undo(v_ids[i]) is not null then return false; end if;
    if test.places() <> v_seen[i] then return false; end if;
  end loop;
  return true;
end;
$$;
select setseed(0.42);
select is(test.walk(6), true, format('six random reforms, taken back one by one, leave nothing behind (%s)', i)) from generate_series(1, 4) i;

select finish();
rollback;
