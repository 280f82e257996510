begin;
\set indices `cat supabase/reference/circular-01-2018-indices.csv`
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();
select test.publish_any_scores();

create function test.lines(office text, period text) returns table (index integer, told text) language sql as $$
  select l.index, concat_ws(' ', l.tenths, l.source, l.two, l.one, l.zero, l.counted || '/' || l.expected) from private.report_lines(office, period) l
$$;
create function test.line(office text, period text, wanted integer) returns text language sql as $$
  select l.told from test.lines(office, period) l where l.index = wanted
$$;
create function test.entry(changes jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_object('office_code', 'thu-mot', 'period', '2026-Q1', 'index', '2', 'two', '30', 'one', '60', 'zero', '10',
    'evidence', 'Báo cáo số 12, trang 3') || changes
$$;
create function test.enters(person text, changes jsonb default '{}', seen text default 'null') returns text language sql as $$
  select test.tries(person, format('select save_report_entry(%L, %s)', test.entry(changes), seen))
$$;
create function test.signs(person text, office text, period text, said text, tenths text) returns text language sql as $$
  select test.tries(person, format('select sign_report(%L, %L, %L, %s)', office, period, said, regexp_replace(tenths, '(\d+)', '''\1''', 'g')))
$$;
create function test.answered(office text, of_quarter date, of_question text, given jsonb) returns void language sql as $$
  insert into answer_groups (position, after_batch, quarter, office_code, question, n, answers, released_on, previous_hash, hash)
  select coalesce(max(position), 0) + 1, 0, of_quarter, office, of_question, 20, given, '2026-10-01', '', random()::text from answer_groups
$$;
grant execute on all functions in schema test to anon, authenticated, service_role;

-- The indices are those of the file, in its words.
select is((select count(*) from report_indices), 9::bigint, 'the circular has nine indices');
select is_empty($$ select i.index from report_indices i where position(i.name in $$ || quote_literal(:'indices') || $$) = 0
  or position(i.two_points in $$ || quote_literal(:'indices') || $$) = 0 or position(i.one_point in $$ || quote_literal(:'indices') || $$) = 0
  or position(i.zero_points in $$ || quote_literal(:'indices') || $$) = 0 or position(i.known_from in $$ || quote_literal(:'indices') || $$) = 0 $$,
  'in its words');

-- The class, at its bounds. A system that is known fails at exactly 15.
select is(private.report_class(tenths), class, format('%s tenths are %s', tenths, class))
from (values (180, 'excellent'), (150, 'excellent'), (149, 'good'), (120, 'good'), (119, 'fair'), (90, 'fair'), (89, 'average'),
  (60, 'average'), (59, 'weak'), (0, 'weak'), (null, null)) t (tenths, class);

-- Nothing is known: nothing is zero.
select is(private.report_content('thu-mot', '2026-Q1') - array['indices'], '{"office": "thu-mot", "period": "2026-Q1", "known": 0, "tenths": null,
  "class": null, "own": null, "national": null, "factors": null}'::jsonb, 'a report of which nothing is known has no figure at all');
select is((select string_agg(told, ' ') from test.lines('thu-mot', '2026-Q1') where index < 9), array_to_string(array_fill('0/1'::text, '{8}'), ' '), 'and no index');

-- Points by published answers: each compared with a sum of the test's own.
select test.answered('thu-mot', '2026-01-01', 'timeliness', '{"early": 11, "on_time": 30, "late": 7, "not_yet": 40}');
select is(test.line('thu-mot', '2026-Q1', 1), '11 answers 11 30 7 1/1', 'time: (2 * 11 + 30) / 48 = 1.08 is 1.1; who waits still says nothing');
select test.answered('thu-mot', '2026-01-01', 'trips', '{"0": 25, "1": 12, "2+": 3}');
select test.answered('thu-mot', '2026-01-01', 'trips', '{"0": 20, "2+": 20}');
select is(test.line('thu-mot', '2026-Q1', 3), '13 answers 45 12 23 1/1', 'trips, of two groups: (2 * 45 + 12) / 80 = 1.275 is 1.3');
select test.answered('thu-mot', '2026-01-01', 'agencies', '{"1": 40}');
select is(test.line('thu-mot', '2026-Q1', 4), '10 answers 0 40 0 1/1', 'agencies');
select results_eq($$ select index, two + one + zero from private.report_lines('thu-mot', '2026-Q1') where source = 'answers' order by 1 $$,
  $$ select i.index, sum(a.value::bigint)::bigint from answer_groups g join report_indices i on i.question = g.question, jsonb_each_text(g.answers) a
     where g.office_code = 'thu-mot' and a.key <> 'not_yet' group by 1 order by 1 $$, 'as many as the published groups hold');
select is(test.line('thu-mot', '2026-Q2', 1), '0/1', 'another quarter has its own answers');
select is(test.line('thu-hai', '2026-Q1', 1), '0/1', 'and another office');

-- Who enters.
select is(test.enters(person, changes), refusal, concat_ws(' ', person, 'enters for', changes ->> 'office_code', coalesce(refusal, 'done')))
from (values ('anon', '{}'::jsonb, 'permission denied for function save_report_entry'), ('nguoi-la@mot.vn', '{}', 'not_allowed'),
  ('can-bo@mot.vn', '{}', 'not_allowed'), ('kiem-tra@mot.vn', '{}', 'not_allowed'), ('truong@hai.vn', '{}', 'not_allowed'),
  ('truong@mot.vn', '{"office_code": "thu-tinh"}', 'not_allowed'), ('truong@mot.vn', '{}', null),
  ('dieu-phoi@tinh.vn', '{"office_code": "thu-hai", "two": "100", "one": "0", "zero": "0"}', null),
  ('truong@mot.vn', '{"office_code": "khong-co"}', 'not_allowed'), ('service_role', '{"office_code": "khong-co"}', 'office_unknown')) t (person, changes, refusal);
select is((select count(*) from report_entries), 2::bigint, 'and only those two stand there');
select is(test.line('thu-mot', '2026-Q1', 2), '12 entry 30 60 10 1/1', 'the points are computed from the dossiers: (2 * 30 + 60) / 100');
select results_eq($$ select who from audit_log where subject = 'report_entries' order by id $$, $$ values ('truong@mot.vn'), ('dieu-phoi@tinh.vn') $$, 'who entered it stands in the log');

-- What is refused, and changes nothing.
create temporary table wrong (changes jsonb, status integer, key text);
insert into wrong values
  ('{"points": "2.1", "two": null, "one": null, "zero": null}', 422, 'report_points_above_two'),
  ('{"points": "20", "two": null, "one": null, "zero": null}', 422, 'report_points_above_two'),
  ('{"points": "-1", "two": null, "one": null, "zero": null}', 422, 'report_points_malformed'),
  ('{"points": "1.25", "two": null, "one": null, "zero": null}', 422, 'report_points_malformed'),
  ('{"points": "1,5", "two": null, "one": null, "zero": null}', 422, 'report_points_malformed'),
  ('{"points": "NaN", "two": null, "one": null, "zero": null}', 422, 'report_points_malformed'),
  ('{"points": "1"}', 422, 'report_points_twice'), ('{"two": "1.5"}', 422, 'report_counts_malformed'),
  ('{"one": null}', 422, 'report_counts_malformed'), ('{"zero": "-4"}', 422, 'report_counts_malformed'),
  ('{"two": "0", "one": "00", "zero": "0"}', 422, 'report_counts_malformed'), ('{"two": "1e3"}', 422, 'report_counts_malformed'),
  ('{"evidence": "  \n "}', 422, 'report_evidence_missing'), ('{"evidence": null}', 422, 'report_evidence_missing'),
  ('{"evidence": "a\u202eb"}', 422, 'text_unreadable'), ('{"link": "javascript:alert(1)"}', 422, 'url_malformed'),
  ('{"index": "10"}', 404, 'report_index_unknown'), ('{"index": "0"}', 404, 'report_index_unknown'), ('{"index": null}', 404, 'report_index_unknown'),
  ('{"index": "1"}', 409, 'report_index_computed'), ('{"period": "2026-Q5"}', 422, 'report_period_malformed'), ('{"period": null}', 422, 'report_period_malformed'),
  ('{"period": "2026-03"}', 422, 'report_period_malformed'), ('{"period": "quý này"}', 422, 'report_period_malformed'),
  ('{"period": "2099-Q1"}', 422, 'report_period_running'), ('{"period": "2099"}', 422, 'report_period_running'),
  ('{"office_code": "thu-nhap"}', 422, 'report_office_not_open');
insert into wrong select jsonb_build_object('evidence', repeat('x', 4001)), 422, 'text_too_long';
insert into wrong select jsonb_build_object('period', to_char(private.local_day(now()), 'YYYY"-Q"Q')), 422, 'report_period_running';
insert into wrong select jsonb_build_object('period', to_char(private.local_day(now()), 'YYYY')), 422, 'report_period_running';
select set_config('request.jwt.claims', '{"role": "service_role"}', true);
select test.refuses(format('select save_report_entry(%L, (select max(id)::text from report_entries where office_code = ''thu-mot''))', test.entry(changes)), status, key,
  'an entry with ' || left(changes::text, 60)) from wrong;
select test.refuses(format('select save_report_entry(%L)', test.entry('{"index": "5", "two": null, "one": null, "zero": null}')), 422,
  'report_points_missing', 'nothing, where nothing was said');
select test.refuses(format('select official_report(%L, %L)', office, period), status, key, concat_ws(' ', 'a report of', office, period))
from (values ('khong-co', '2026-Q1', 404, 'office_unknown'), ('thu-mot', '2026', 422, 'report_period_running'), ('thu-mot', '', 422, 'report_period_malformed'),
  ('thu-mot', to_char(private.local_day(now()), 'YYYY"-Q"Q'), 422, 'report_period_running'), ('thu-nhap', '2025-Q3', 422, 'report_office_not_open')) t (office, period, status, key)
-- 2026 is over one day.
where period <> '2026' or private.local_day(now()) < '2027-01-01';
select test.act_as_owner();
select is(test.enters('truong@mot.vn'), 'changed_meanwhile', 'who has not seen the entry that is there does not replace it');
select test.refuses('update report_entries set zero = 0', 403, 'reports_append_only', 'nobody writes over an entry');
select test.refuses('delete from report_entries', 403, 'reports_append_only', 'or deletes one');

-- An entry for an office as a whole, its replacement, and taking it back.
create function test.last(of_index text) returns text language sql as $$ select format('(select max(id)::text from report_entries where index = %s)', of_index) $$;
select is(test.enters('truong@mot.vn', jsonb '{"index": "6", "points": "1.5", "two": null, "one": null, "zero": null}'), null, 'points of an office as a whole');
select is(test.line('thu-mot', '2026-Q1', 6), '15 entry 1/1', 'hold as they are');
select is(test.enters('truong@mot.vn', '{"index": "6", "points": "2", "two": null, "one": null, "zero": null}', test.last('6')), null, 'are replaced');
select is(test.line('thu-mot', '2026-Q1', 6), '20 entry 1/1', 'by the last');
select is(test.enters('truong@mot.vn', '{"index": "6", "points": null, "two": null, "one": null, "zero": null}', test.last('6')), null, 'and taken back');
select is(test.line('thu-mot', '2026-Q1', 6), '0/1', 'after which there is no value, not a zero');
select is((select count(*) from report_entries where index = 6), 3::bigint, 'all three stay');
select is(test.line('thu-tinh', '2026-Q1', 2), '16 entry 130 60 10 2/3', 'dossiers of several offices are added up, and one is missing: (2 * 130 + 60) / 200');
select is(test.enters('dieu-phoi@tinh.vn', '{"office_code": "thu-tinh", "points": "1.1", "two": null, "one": null, "zero": null}'), null, 'a body says what it has');
select is(test.line('thu-tinh', '2026-Q1', 2), '11 entry 1/1', 'which holds while an office below is missing');
select is(test.enters('dieu-phoi@tinh.vn', '{"office_code": "thu-ba", "two": "0", "one": "100", "zero": "0"}'), null, 'the last office enters its own');
select is(test.line('thu-tinh', '2026-Q1', 2), '14 entry 130 160 10 3/3', 'and the sum of all holds: (260 + 160) / 300 = 1.4');
select is(test.line('thu-tinh', '2026-Q1', 1), '11 answers 11 30 7 1/3', 'answers of one office of three are said to be of one');
select test.answered('thu-tinh', '2026-01-01', 'timeliness', '{"early": 20}');
select is(test.line('thu-tinh', '2026-Q1', 1), '14 answers 31 30 7 1/3', 'answers that were pooled at the parent count there: (62 + 30) / 68');
select is(test.line('thu-mot', '2026-Q1', 1), '11 answers 11 30 7 1/1', 'and not below');

-- A year is the sum of its quarters, as far as they are there.
select test.enters('truong@mot.vn', '{"period": "2025-Q4", "two": "10", "one": "0", "zero": "0"}');
select test.enters('truong@mot.vn', '{"period": "2025-Q3", "two": "0", "one": "0", "zero": "10"}');
select is(test.line('thu-mot', '2025', 2), '10 entry 10 0 10 2/4', 'two of four quarters');
select is(test.enters('truong@mot.vn', '{"period": "2025", "points": "1.7", "two": null, "one": null, "zero": null}'), null, 'the year is entered as a whole');
select is(test.line('thu-mot', '2025', 2), '17 entry 1/1', 'which holds while quarters are missing');
select is(test.line('thu-mot', '2025-Q4', 2), '20 entry 10 0 0 1/1', 'and says nothing of a quarter');

-- Index 9, from reports of handled dossiers and the catalogue.
insert into private.procedure_online_levels values ('9.000001', '2026-01-05', 'full'), ('9.000002', '2026-01-05', 'none'), ('9.000003', '2026-01-05', 'none');
create function test.online(online integer, late integer, elsewhere integer) returns text language plpgsql as $$
declare
  v_told text;
begin
  insert into handled_dossiers (month, office_code, channel, handled, on_time)
  select ('2026-0' || m || '-01')::date, 'thu-hai', c, case c when 'online' then online else elsewhere end,
    case c when 'online' then online - case when m = 2 then late else 0 end end
  from generate_series(1, 3) m, unnest(array['online', 'counter']::service_channel[]) c;
  v_told := test.line('thu-hai', '2026-Q1', 9);
  delete from handled_dossiers where office_code = 'thu-hai';
  return v_told;
end;
$$;
select is(test.online(online, late, elsewhere), told, story) from (values
  (30, 0, 70, '20 handled 3/3', '30 % online and none late, a third of the procedures online: two points'),
  (29, 0, 71, '10 handled 3/3', '29 %: one point'), (15, 0, 85, '10 handled 3/3', '15 %: one point'),
  (14, 0, 86, '0 handled 3/3', '14 %: none, which is a zero that is known'), (90, 1, 10, '0 handled 3/3', 'one late: none')) t (online, late, elsewhere, told, story);
delete from private.procedure_online_levels where procedure_code = '9.000001';
update private.procedure_online_levels set online_level = 'none';
select is(test.online(40, 0, 60), '3/3', 'where the level of a third of the procedures is not noted, nobody can tell one point from two');
insert into handled_dossiers (month, office_code, channel, handled, on_time) values ('2026-01-01', 'thu-hai', 'online', 10, 10), ('2026-02-01', 'thu-hai', 'counter', 90, null);
select is(test.line('thu-hai', '2026-Q1', 9), '2/3', 'a month without a report settles nothing');
insert into handled_dossiers (month, office_code, handled) values ('2026-03-01', 'thu-hai', 50);
select is(test.line('thu-hai', '2026-Q1', 9), '2/3', 'nor one that does not tell channels apart');
delete from handled_dossiers;

-- Nine known indices, a score and a class.
select test.enters('truong@mot.vn', jsonb_build_object('index', i::text, 'points', p, 'two', null, 'one', null, 'zero', null), coalesce(seen, 'null'))
from (values (5, '2', null), (6, '2', test.last('6')), (7, '1.8', null), (8, '2', null)) t (i, p, seen);
select is(private.report_content('thu-mot', '2026-Q1') - array['indices', 'own', 'national', 'factors', 'office', 'period'],
  '{"known": 8, "tenths": 124, "class": null}', 'eight of nine: a score so far, and no class');
select test.enters('truong@mot.vn', '{"index": "9", "points": "2", "two": null, "one": null, "zero": null}');
select is(private.report_content('thu-mot', '2026-Q1') - array['indices', 'own', 'national', 'factors', 'office', 'period'],
  '{"known": 9, "tenths": 144, "class": "good"}', 'all nine: 1.1 + 1.2 + 1.3 + 1.0 + 2 + 2 + 1.8 + 2 + 2 = 14.4');
select is((select sum(tenths) from private.report_lines('thu-mot', '2026-Q1')), 144::bigint, 'the sum of the lines');
select is(private.report_content('thu-tinh', '2026-Q1') ->> 'class', null, 'what is partly known is not classed');

-- Beside decision 766 and SIPAS.
insert into handled_dossiers (month, office_code, handled, on_time) values ('2026-01-01', 'thu-mot', 600, 590), ('2026-02-01', 'thu-mot', 400, 370);
select test.crowd(30, 'TEST01', 5, '2026-02-02 12:00+07');
select test.crowd(8, 'TEST01', 3, '2026-02-02 12:00+07');
select test.crowd(22, 'TEST01', 1, '2026-02-02 12:00+07');
select test.release('2026-02-28 08:00+07');
select is((private.report_content('thu-mot', '2026-Q1') -> 'own') - array['low', 'high'], '{"n": 60, "satisfied": 30, "dissatisfied": 22, "rate": 0.5}', 'our own figure');
select is(private.report_content('thu-mot', '2026-Q1') -> 'national', '{"handled": 1000, "late": 40, "dissatisfied": 22, "low": 0.938, "high": 0.96,
  "low_points": 6, "high_points": 6, "months": 2, "expected_months": 3}', '40 late and 22 dissatisfied of 1,000 are 62 at most and 40 at least');
select is(private.report_national('thu-mot', '2026-Q1', 300) - array['handled', 'late', 'dissatisfied', 'months', 'expected_months'],
  '{"low": 0.66, "high": 0.7, "low_points": 4.4, "high_points": 4.67}', 'below 90 % in proportion');
insert into handled_dossiers (month, office_code, handled) values ('2026-03-01', 'thu-mot', 10);
select is(private.report_content('thu-mot', '2026-Q1') #> '{national,low}', 'null'::jsonb, 'a report that does not say how many were on time leaves it open');
select test.answered('thu-mot', '2026-01-01', 'praised', '{"staff": 17, "access": 3}');
select test.answered('thu-mot', '2026-01-01', 'improve', '{"procedure": 20}');
select results_eq($$ select f ->> 'factor', (f ->> 'praised')::integer, (f ->> 'improve')::integer from jsonb_array_elements(private.report_content('thu-mot', '2026-Q1') -> 'factors') f $$,
  $$ values ('access', 3, null), ('procedure', null, 20), ('staff', 17, null), ('result', null, null), ('feedback', null, null) $$, 'the five factors; who names none is not counted as zero');

-- Signing off. Until then nobody outside reads anything of it.
create function test.public_report(of_office text, of_period text) returns jsonb language plpgsql as $$
declare
  v_report jsonb;
begin
  perform test.act_as('anon');
  v_report := signed_report(of_office, of_period);
  perform test.act_as_owner();
  return v_report;
exception when others then
  perform test.act_as_owner();
  return to_jsonb(sqlerrm);
end;
$$;
select is(test.public_report('thu-mot', '2026-Q1'), '"report_not_signed"', 'a report is not public before it is signed');
select is_empty('select * from signed_reports(''thu-mot'')', 'nor that there is one');
select is(test.public_report('khong-co', '2026-Q1'), '"office_unknown"', 'a place that is not there has none');
select is(test.public_report('thu-mot', of_period), '"report_period_malformed"', format('nor has %L', of_period))
from unnest(array['', '2026-Q9', '2026-03', '2026-Q1; select 1', null]) of_period;
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', '   ', '9, 144'), 'report_comment_missing', 'a head says something about it');
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', repeat('x', 4001), '9, 144'), 'text_too_long', 'and not a book');
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', 'Đã xem.', '9, 143'), 'changed_meanwhile', 'nobody signs another score than the one they saw');
select is(test.signs('truong@mot.vn', 'thu-mot', '2099-Q1', 'Đã xem.', '9, 144'), 'report_period_running', 'nor a quarter that is not over');
select is(test.signs(person, 'thu-mot', '2026-Q1', 'Đã xem.', '9, 144'), 'not_allowed', person || ' does not sign for thu-mot')
from unnest(array['can-bo@mot.vn', 'kiem-tra@mot.vn', 'truong@hai.vn', 'dieu-phoi@tinh.vn', 'nguoi-la@mot.vn']) person;
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', said, '9, 144'), 'publication_names_somebody', 'nor a comment that names a citizen: ' || said)
from unnest(array['Đã gọi bà Lan, số 0900 000 001.', 'Đã trả lời ba.lan@thu.vn.']) said;
select is((select count(*) from report_sign_offs), 0::bigint, 'nobody has signed');
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', 'Đã xem, sẽ sửa chỉ số 2.', '9, 144'), null, 'the head signs');
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', 'Lần nữa.', '9, 144'), 'report_already_signed', 'once');
create temporary table told as select test.public_report('thu-mot', '2026-Q1') as r;
select is((select (r #- '{versions,0,report}') #- '{versions,0,signed_on}' from told), '{"office": "thu-mot", "period": "2026-Q1", "now": null,
  "versions": [{"version": 1, "comment": "Đã xem, sẽ sửa chỉ số 2."}]}', 'then everybody reads it, and not who signed');
select is((select r #>> '{versions,0,signed_on}' from told), private.local_day(now())::text, 'its day alone, no instant');
select is((select jsonb_build_object('k', r #> '{versions,0,report,known}', 't', r #> '{versions,0,report,tenths}', 'c', r #> '{versions,0,report,class}') from told),
  '{"k": 9, "t": 144, "c": "good"}', 'with its score and class');
select set_eq($$ select jsonb_object_keys(r #> '{versions,0,report,indices,0}') from told $$, array['index', 'tenths', 'source', 'two', 'one', 'zero', 'counted', 'expected'],
  'and what each index was computed from');
select ok((select position('truong@mot.vn' in r::text) = 0 and position('Báo cáo số 12' in r::text) = 0 from told), 'no name of a person, and no evidence');
select results_eq('select period, version, known, tenths, class from signed_reports(''thu-mot'')', $$ values ('2026-Q1', 1, 9, 144, 'good') $$, 'it is in the list of the office');
select is(test.public_report('thu-hai', '2026-Q1'), '"report_not_signed"', 'that of a neighbour is not public by it');
select is(test.public_report('thu-mot', '2025-Q4'), '"report_not_signed"', 'nor another period');
create function test.state(person text, of_office text) returns text language plpgsql as $$
declare
  v_told text;
begin
  perform test.act_as(person);
  select concat_ws(' ', s.known, s.class, s.version, s.signed_by, s.changed) into v_told from report_states('thu-tinh', '2026-Q1') s where s.office_code = of_office;
  perform test.act_as_owner();
  return v_told;
end;
$$;
select is(test.state('dieu-phoi@tinh.vn', 'thu-mot'), '9 good 1 truong@mot.vn f', 'the body above sees who signed');
select is(test.state('dieu-phoi@tinh.vn', 'thu-hai'), '1', 'and who did not');
select is(test.state('dieu-phoi@tinh.vn', 'thu-nhap'), null, 'an office of old times owes nothing');
select is(test.tries('truong@mot.vn', 'select * from report_states(''thu-tinh'', ''2026-Q1'')'), 'not_allowed', 'a head sees the own office alone');
select is(test.enters('truong@mot.vn', '{"index": "7", "points": "1.9", "two": null, "one": null, "zero": null}', test.last('7')), null, 'an input changes later');
select is(test.state('dieu-phoi@tinh.vn', 'thu-mot'), '9 good 1 truong@mot.vn t', 'which the signed report says');
select is((select (content ->> 'tenths')::integer from report_sign_offs), 144, 'while it stays as it was signed');
select is(test.public_report('thu-mot', '2026-Q1') -> 'now', 'null'::jsonb, 'but what nobody has signed is not public');
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', 'Đã sửa chỉ số 7.', '9, 145'), null, 'it is signed anew');
select is(test.state('dieu-phoi@tinh.vn', 'thu-mot'), '9 good 2 truong@mot.vn f', 'as its next version');
select is((select jsonb_build_array(r #> '{versions,0,version}', r #> '{versions,0,report,tenths}', r #> '{versions,1,report,tenths}', r -> 'now')
  from (select test.public_report('thu-mot', '2026-Q1') as r) p), '[2, 145, 144, null]', 'and the version before stays to be read');
select results_eq('select period, version, tenths from signed_reports(''thu-mot'')', $$ values ('2026-Q1', 2, 145) $$, 'the list has the latest');
-- What was signed by an older version of the rules may hold what is refused now.
insert into report_sign_offs (office_code, period, version, content, comment, signed_by)
values ('thu-hai', '2026-Q1', 1, '{}', 'Gọi 0900 000 001.', 'truong@hai.vn');
select unalike(test.public_report('thu-hai', '2026-Q1')::text, '%0900%', 'what identifies somebody in an older comment is masked');
select test.refuses('update report_sign_offs set comment = ''x''', 403, 'reports_append_only', 'nobody writes over a signature');
select is(test.signs('dieu-phoi@tinh.vn', 'thu-tinh', '2026-Q1', 'Đã xem.', '6, 76'), 'changed_meanwhile', 'who coordinates a body without a desk answers for it');
select is(test.signs('dieu-phoi@tinh.vn', 'thu-tinh', '2026-Q1', 'Đã xem.', (private.report_content('thu-tinh', '2026-Q1') ->> 'known') || ', '
  || (private.report_content('thu-tinh', '2026-Q1') ->> 'tenths')), null, 'and signs for it, also while something is missing');

-- Beside what was signed stands what is published since, with the entries that somebody signed and no other.
create function test.now_of(of_office text, of_period text) returns text language sql as $$
  select string_agg(concat_ws(' ', i ->> 'index', i ->> 'tenths', i ->> 'source'), ', ' order by i -> 'index')
  from jsonb_array_elements(nullif(test.public_report(of_office, of_period) -> 'now', 'null') -> 'indices') i where i ->> 'index' in ('1', '2', '7')
$$;
select is(test.enters('truong@mot.vn', '{"index": "7", "points": "0.3", "two": null, "one": null, "zero": null}', test.last('7')), null, 'a value is entered');
select is(test.enters('truong@mot.vn', '{"index": "2", "points": null, "two": null, "one": null, "zero": null}', test.last('2 and office_code = ''thu-mot'' and period = ''2026-Q1''')), null, 'another is taken back');
select is(test.now_of('thu-mot', '2026-Q1'), null, 'neither is public, and nothing else has changed');
select test.answered('thu-mot', '2026-01-01', 'timeliness', '{"early": 500}');
select is(test.now_of('thu-mot', '2026-Q1'), '1 19 answers, 2 12 entry, 7 19 entry', 'answers that are published since are, beside the entries of the signature');
select is(test.signs('dieu-phoi@tinh.vn', 'thu-tinh', '2026-Q1', 'Đã xem.', (private.report_content('thu-tinh', '2026-Q1') ->> 'known') || ', '
  || (private.report_content('thu-tinh', '2026-Q1') ->> 'tenths')), null, 'the body above signs its sum');
select is(test.now_of('thu-tinh', '2026-Q1'), null, 'which holds entries that it alone has signed');
create temporary table sum_of as select private.report_content('thu-tinh', '2026-Q1') -> 'indices' as indices;
select is(test.enters('truong@mot.vn', '{"two": "7", "one": "0", "zero": "0"}', test.last('2 and office_code = ''thu-mot'' and period = ''2026-Q1''')), null, 'a commune enters anew');
select isnt(private.report_content('thu-tinh', '2026-Q1') -> 'indices', indices, 'which moves the sum') from sum_of;
select is(test.now_of('thu-tinh', '2026-Q1'), null, 'and not what the public reads of it');
select is(test.now_of('thu-mot', '2026-Q1'), '1 19 answers, 2 12 entry, 7 19 entry', 'nor is a sum of the body above a signature of the commune');
select is(test.signs('truong@mot.vn', 'thu-mot', '2026-Q1', 'Đã xem.', (private.report_content('thu-mot', '2026-Q1') ->> 'known') || ', '
  || (private.report_content('thu-mot', '2026-Q1') ->> 'tenths')), null, 'until the commune signs');
select is(test.now_of('thu-mot', '2026-Q1'), null, 'then its report is as it was signed');
select is(test.public_report('thu-tinh', '2026-Q1') #> '{now,indices,1}', to_jsonb(l) - array['entry', 'detail'], 'and the sum above moves')
from private.report_lines('thu-tinh', '2026-Q1') l where l.index = 2;
-- Signed before anybody kept which entries stood in it.
delete from private.signed_entries;
select is(test.now_of('thu-mot', '2026-Q1'), null, 'a signature of an older version holds what stands in it');
-- Who signs a quarter in which nothing was entered signs for no other quarter, whatever stood there by then.
select test.act_as_owner();
insert into report_sign_offs (office_code, period, version, content, comment, signed_by, signed_at)
values ('thu-hai', '2029', 1, '{}', 'Đã xem.', 'truong@hai.vn', '2030-01-05 09:00+07'), ('thu-hai', '2029-Q1', 1, '{}', 'Đã xem.', 'truong@hai.vn', '2030-01-08 09:00+07');
insert into report_entries (office_code, period, index, tenths, evidence, entered_on)
values ('thu-hai', '2029-Q2', 7, 3, 'Báo cáo số 5', '2030-01-06');
select is_empty($$ select * from private.entries_signed('thu-hai', '2029') $$, 'a signature of a quarter says nothing of another');
insert into report_sign_offs (office_code, period, version, content, comment, signed_by, signed_at)
values ('thu-hai', '2029-Q2', 1, '{}', 'Đã xem.', 'truong@hai.vn', '2030-01-08 09:00+07');
select is((select count(*) from private.entries_signed('thu-hai', '2029')), 1::bigint, 'until that one is signed');

-- The state of many offices comes in parts.
select test.act_as_owner();
insert into offices (code, name, kind, parent_code, desk, opened_on)
select 'thu-x-' || lpad(i::text, 3, '0'), 'Xã ' || i, 'xã', 'thu-tinh', 'Một cửa', '2000-01-01' from generate_series(1, 120) i;
create function test.states_in_parts() returns text[][] language plpgsql as $$
declare
  v_parts text[] := '{}';
  v_all text[] := '{}';
  v_part text[];
begin
  perform test.act_as('dieu-phoi@tinh.vn');
  loop
    v_part := array(select s.office_code from report_states('thu-tinh', '2026-Q1', v_all[cardinality(v_all)]) with ordinality s order by s.ordinality);
    exit when v_part = '{}';
    v_parts := v_parts || cardinality(v_part)::text;
    v_all := v_all || v_part;
  end loop;
  perform test.act_as_owner();
  return array[v_parts::text, v_all::text];
end;
$$;
create temporary table states as select t[1] as parts, t[2]::text[] as codes from test.states_in_parts() t;
select is(parts, '{50,50,24}', 'fifty at a time, until there are none') from states;
select is(codes, array['thu-tinh'] || array(select code from offices where parent_code = 'thu-tinh' and desk is not null and closed_on is null order by code),
  'the office''s own first, then each below it once') from states;

select finish();
rollback;
