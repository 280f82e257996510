begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Every function of the API with arguments that are none: what it refuses, it refuses with a key that has a sentence. The
-- functions are those of the catalogue, so that a new one is tried as soon as it is there.

create table test.callables as
  select p.oid, p.proname::text as name, p.provolatile = 'v' as is_by_body, a.position, a.name as argument, a.type,
    a.position > p.pronargs - p.pronargdefaults as is_optional,
    has_function_privilege('anon', p.oid, 'execute') as is_for_anybody
  from pg_proc p left join lateral unnest(p.proargtypes::regtype[], p.proargnames) with ordinality a (type, name, position)
    on a.position <= p.pronargs
  where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute')
      or has_function_privilege('service_role', p.oid, 'execute'));

-- What is read before a function runs is refused in the words of the database.
select is_empty($$ select name, argument, type from test.callables where type is not null
  and type <> all (array['text', 'json', 'jsonb']::regtype[]) $$,
  'no argument is read as anything but a text, a list or a record before the function judges it');
select is_empty($$ select name, argument, type from test.callables where not is_by_body and type <> 'text'::regtype $$,
  'what stands in an address is a text');

-- What becomes of a statement, which is taken back: 'answered', the key of a refusal, or the words of the database.
create function test.becomes(acting text, statement text) returns text language plpgsql as $$
begin
  perform test.act_as(acting);
  execute statement;
  raise exception using errcode = 'TAPOK', message = 'answered';
exception when others then
  perform test.act_as_owner();
  return case when sqlstate = 'TAPOK' then 'answered' when sqlstate ~ '^PT4\d\d$' and sqlerrm ~ '^[a-z]+(_[a-z]+)+$' then sqlerrm
    else format('%s %s', sqlstate, sqlerrm) end;
end;
$$;

-- For each argument of a reading function that anybody may call: one that is right, with which the others are tried, and
-- how each that is wrong is refused. An argument of another name has no line here and fails until it has one; null: whatever is
-- given is answered.
insert into public.plan_values (id, indicator_code, office_code, quarter, value, as_of, evidence, file_name, file_bytes)
overriding system value values (900001, 'e-dossier', 'thu-mot', '2026-01-01', 40, '2026-03-31', 'Báo cáo', 'a.pdf', 4);
insert into private.plan_value_files values (900001, '\x25504446', 'application/pdf');
create table test.arguments (argument text primary key, usual text, refused jsonb);
insert into test.arguments values
  ('by', 'all', '{"by_invalid": ["", "abc", "officer", "ALL", "0", "all; drop table batches", "''"]}'),
  ('office', 'thu-mot', '{"office_unknown": ["", "abc", "0", "THU-MOT", "thu-mot ", "''; --"]}'),
  ('procedure', '9.000001', '{"procedure_unknown": ["", "abc", "9.00000", "9", "0"]}'),
  ('field', 'thu-ho-tich', '{"procedure_field_unknown": ["", "abc", "0", "Hộ tịch (thử)"]}'),
  ('channel', 'counter', '{"channel_unknown": ["", "abc", "mixed", "Counter", "0", "counter,online"]}'),
  ('trust', 'walk_in', '{"trust_unknown": ["", "abc", "mixed", "WALK_IN", "0", "onsite"]}'),
  ('from_month', '2026-01', '{"month_invalid": ["", "0", "abc", "2026-13", "2026-00", "2026-13-01", "2026-02-30", "99999",
    "99999-01", "99999-01-01", "2026-1", "2026", "01/2026", "infinity", "now", "2026-01-01T00:00:00Z", "-2026-01", "0000-01", "٢٠٢٦-٠١", " 2026-01"],
    "months_reversed": ["2026-03", "2199-12-31"]}'),
  ('to_month', '2026-02-28', '{"month_invalid": ["", "0", "abc", "2026-13", "2026-00", "2026-13-01", "2026-02-30", "99999",
    "99999-01", "infinity", "tomorrow", "2026-01-01 00:00", "1e3", "-1"], "months_reversed": ["2025-12", "1900-01-01"]}'),
  ('predecessors', 'true', '{"flag_invalid": ["", "abc", "0", "yes", "TRUE", "null"]}'),
  ('headline', 'false', '{"flag_invalid": ["", "abc", "1", "TRUE"]}'),
  ('bom', 'true', '{"flag_invalid": ["", "abc", "1", "on"]}'),
  ('lng', 'en', '{"language_invalid": ["", "abc", "EN", "fr", "0", "en-GB", "vi,en"]}'),
  ('file', 'batches', '{"file_unknown": ["", "abc", "Batches", "private.ratings", "0"]}'),
  ('entry', '900001', '{"plan_file_unknown": ["", "abc", "0", "-1", "1e3", "900002", "99999999999999999999"]}'),
  ('files_at', 'open_csv?file=', null),
  ('at', '.', null),
  ('version', '1', null),
  ('size', '1', '{"checkpoint_unknown": ["", "abc", "0", "2", "-1", "1e3", "99999999999999999999"]}'),
  ('first', '1', '{"checkpoint_unknown": ["", "abc", "0", "2", "-1"]}'),
  ('second', '1', '{"checkpoint_unknown": ["", "abc", "0", "2", "1.0"]}'),
  ('period', '2026-Q1', '{"report_period_malformed": ["", "abc", "2026-Q5", "2026-q1", "26-Q1", "2026-Q1 "], "report_not_signed": ["2026"]}'),
  ('place', '0', '{"entry_unknown": ["", "abc", "1", "-1", "0.0"]}'),
  ('level', '0', '{"tile_unknown": ["", "abc", "1", "-1", "Entries"]}'),
  ('tile', '0', '{"tile_unknown": ["", "abc", "1", "-1", "99999999999999999999", "999999999"]}'),
  ('width', '1', '{"tile_unknown": ["", "abc", "0", "2", "256", "-1"]}');
insert into public.report_sign_offs (office_code, period, version, content, comment, signed_by)
values ('thu-mot', '2026-Q1', 1, '{"indices": []}', 'Đã xem', 'truong@mot.vn');
-- A ledger of one entry.
select public.set_ledger_key('thu.example/ledger', encode(sha256('x'), 'base64'));
select private.append_rule_change('target_percent', '85', '2026-03-03', '2026-04-01');
select private.make_checkpoint('2026-03-03');
-- The code of a counter or of a visit, by the function that takes it.
create function test.usual(name text, argument text) returns text language sql as $$
  select case when argument = 'code' then case name when 'visit_page' then 'V1S1T00001' else 'TEST01' end
    else (select a.usual from test.arguments a where a.argument = usual.argument) end
$$;
create function test.refused(name text, argument text) returns jsonb language sql as $$
  select case when argument = 'code' then case name
      when 'visit_page' then '{"visit_malformed": ["", "abc", "V1S1T0000U"], "visit_unknown": ["V1S1T00000"]}'::jsonb
      else '{"counter_malformed": ["", "abc", "0", "TEST0U"], "counter_unknown": ["TEST00"]}' end
    else (select a.refused from test.arguments a where a.argument = refused.argument) end
$$;
select is_empty($$ select name, argument from test.callables where is_for_anybody and not is_by_body and argument is not null
  and argument <> 'code' and argument not in (select a.argument from test.arguments a) $$,
  'of every argument of a reading function it is said what is wrong');

-- A call by name with everything usual besides one argument, which is given.
create function test.reading(called text, given text, value text) returns text language sql as $$
  select format('select count(*) from %I(%s)', called, coalesce(string_agg(format('%I => %L', c.argument,
    case when c.argument = given then value else test.usual(called, c.argument) end), ', ' order by c.position) filter (where c.argument is not null), ''))
  from test.callables c where c.name = called
$$;
select is(test.becomes('anon', test.reading(name, null, null)), 'answered', name || ' answers what is usual')
from test.callables where is_for_anybody and not is_by_body group by name order by name;
select is(test.becomes(acting, test.reading(c.name, c.argument, v.value)), k.key,
  format('%s refuses %s %s to %s', c.name, c.argument, to_json(v.value), acting))
from test.callables c cross join lateral jsonb_each(test.refused(c.name, c.argument)) k
  cross join lateral jsonb_array_elements_text(k.value) v (value)
  cross join unnest(array['anon', 'dieu-phoi@tinh.vn']) acting
where c.is_for_anybody and not c.is_by_body
  -- A period is the other way round only where it has two ends.
  and (k.key <> 'months_reversed' or (select count(*) = 2 from test.callables o where o.name = c.name and o.argument ~ '_month$'))
order by c.name, c.position, acting;

-- Everything else, as those who may call it: whatever is given, nobody hears the database.
create table test.odd (value text);
insert into test.odd select unnest(array['', '0', '-1', 'abc', '2026-13', '2026-02-30', '99999-01-01', '99999999999999999999999', '1e308', 'NaN',
  'infinity', 'null', 'true', '[]', '{}', '[[]]', '[null]', '["x"]', '[1e400, {}]', '{"a": {"b": []}}', '"x"', 'thu-mot', 'TEST01',
  '00000000-0000-0000-0000-000000000000', '''; --', repeat('x', 20000), '{"code": 1, "on_date": "2026-13-01", "successions": [1]}', '+7', ' 7 ']);
create function test.is_json(typed text) returns boolean language plpgsql as $$
begin
  perform typed::jsonb;
  return true;
exception when others then
  return false;
end;
$$;
-- Something of everything that a number or an id may name.
select add_details(json_build_object('receipt', test.rate('TEST01', 4, '2026-03-02 12:00+07'), 'details', '{"comment": "Phải chờ."}'::json))
from generate_series(1, 12);
select test.release('2026-05-01 08:00+07');
insert into private.imports (kind, file_name, who) values ('offices', 'don-vi.csv', 'dieu-phoi@tinh.vn');
insert into private.imports (kind, file_name, file, who, finished_at, offices)
values ('handled', 'thang-3.csv', 'x', 'dieu-phoi@tinh.vn', now(), '{thu-mot}');

-- One argument odd, the others what an argument of that name may be.
create function test.likely(c test.callables) returns text language sql as $$
  select case when c.argument in ('columns', 'rows', 'comments', 'days') then '[]' when c.type <> 'text'::regtype then '{}' else coalesce(test.usual(c.name, c.argument), case c.argument when 'role' then 'head'
    when 'email' then 'nguoi-moi@mot.vn' when 'code' then 'TEST01' when 'kind' then 'offices' when 'offered' then 'true' when 'handled' then 'true'
    when 'count' then '3' when 'expires_on' then private.local_day(now())::text when 'key' then 'release_hour'
    when 'reason' then 'Nhầm' when 'seen' then '5'
    when 'receipt' then '000000000001' when 'comment' then (select min(id::text) from public.comments)
    when 'member' then (select min(id)::text from public.members where email = 'can-bo@mot.vn')
    when 'import' then (select id::text from private.imports where (finished_at is null) = (c.name !~ '_file$|^undo')) else '1' end) end
$$;
create function test.calling(called oid, given text, value text) returns text language sql as $$
  select format('select count(*) from %I(%s)', max(c.name), string_agg(coalesce(nullif(c.argument, '') || ' => ', '')
      || format('%L', case when c.argument is not distinct from given then value else test.likely(c) end) || '::' || c.type, ', ' order by c.position))
  from test.callables c where c.oid = called and c.type is not null
$$;
create table test.heard as
  select c.name, c.argument, o.value, acting, test.becomes(acting, test.calling(c.oid, c.argument, o.value)) as heard
  from test.callables c join test.odd o on c.type = 'text'::regtype or test.is_json(o.value)
    cross join unnest(array['dieu-phoi@tinh.vn', 'service_role']) acting
  where c.type is not null and has_function_privilege(case when acting = 'service_role' then acting else 'authenticated' end, c.oid, 'execute');
select is_empty($$ select name, argument, left(value, 60), acting, heard from test.heard
  where heard <> 'answered' and heard !~ '^[a-z]+(_[a-z]+)+$' $$, 'whatever anybody gives a function, it answers or refuses with a key');
select is_empty($$ select distinct name, heard from test.heard where heard <> 'answered'
  and (name, heard) not in (select r.name, r.key from test.reference r) $$, 'with one that the reference of the API lists');
select is_empty($$ select name, argument from test.callables c where type is not null and not exists (select from test.heard h
  where h.name = c.name and h.argument is not distinct from c.argument) and name <> 'submit_rating_form' $$, 'and each was tried');

select finish();
rollback;
