begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- What petitions say of indices 7 and 8 of an official report.
create function test.line(office text, period text, wanted integer) returns text language sql as $$
  select concat_ws(' ', l.tenths, l.source, l.two, l.one, l.zero, l.counted || '/' || l.expected) from private.report_lines(office, period) l where l.index = wanted
$$;
create function test.answered(office text, of_quarter date, given jsonb) returns void language sql as $$
  insert into answer_groups (position, after_batch, quarter, office_code, question, n, answers, released_on, previous_hash, hash)
  select coalesce(max(position), 0) + 1, 0, of_quarter, office, 'timeliness', 20, given, '2026-10-01', '', random()::text from answer_groups
$$;
create function test.counted(of_quarter date, office text, of_n integer, in_time integer, pooled boolean default false) returns void language sql as $$
  insert into feedback_figures (quarter, office_code, is_pooled, n, on_time, late, released_on) values (of_quarter, office, pooled, of_n, in_time, of_n - in_time, '2026-06-01')
$$;
create function test.handles(office text, dossiers integer, months integer default 3) returns void language sql as $$
  insert into handled_dossiers (month, office_code, handled) select make_date(2026, m, 1), office, dossiers / 3 from generate_series(1, months) m
$$;
create function test.enters(of_index integer, points text) returns text language sql as $$
  select test.tries('truong@mot.vn', format('select save_report_entry(%L)', jsonb_build_object('office_code', 'thu-mot', 'period', '2026-Q1',
    'index', of_index::text, 'points', points, 'evidence', 'Sổ theo dõi')))
$$;
grant execute on all functions in schema test to anon, authenticated, service_role;

-- Index 8.
select is(test.line('thu-mot', '2026-Q1', 8), '0/1', 'an office without a figure: nobody is told whether there was no petition or a few');
select is(test.enters(8, '2'), null, 'so it says it itself');
select is(test.line('thu-mot', '2026-Q1', 8), '20 entry 1/1', 'and that stands');
create function test.share(of_n integer, in_time integer) returns text language plpgsql as $$
declare
  v_told text;
begin
  perform test.counted('2026-01-01', 'thu-mot', of_n, in_time);
  v_told := test.line('thu-mot', '2026-Q1', 8);
  delete from feedback_figures;
  return v_told;
end;
$$;
select is(test.share(n, in_time), told, story) from (values
  (10, 10, '20 petitions 1/1', 'all in time: two points, whatever was entered'), (20, 19, '10 petitions 1/1', '95 %: one'),
  (10, 9, '10 petitions 1/1', '90 % exactly: one'), (19, 17, '0 petitions 1/1', '89.5 % is not 90'), (1000, 999, '10 petitions 1/1', '99.9 % is not all'),
  (12, 0, '0 petitions 1/1', 'none: a zero that is known')) t (n, in_time, told, story);
select test.counted('2026-01-01', 'thu-mot', 12, 12);
select is(test.enters(8, '1'), 'report_index_computed', 'what the figures say is not entered');
select is((select count(*) from report_entries where index = 8), 1::bigint, 'and nothing is');
select is(test.line('thu-tinh', '2026-Q1', 8), '20 petitions 1/3', 'a body has the figure of one office of three');
select test.counted('2026-01-01', 'thu-tinh', 10, 5, true);
select is(test.line('thu-tinh', '2026-Q1', 8), '0 petitions 3/3', 'with what was pooled under it all three are told: 17 of 22');
select is((select detail from private.report_lines('thu-tinh', '2026-Q1') where index = 8), '{"n": 22, "on_time": 17}', 'as the public figures sum up');
select is(test.line('thu-hai', '2026-Q1', 8), '0/1', 'which says nothing of one of them');
select is(test.line('thu-mot', '2026-Q2', 8), '0/1', 'nor of another quarter');
select is(test.line('thu-mot', '2025', 8), '0/4', 'or year');

-- Index 7: time by published answers, less the petitions there can have been.
select is((select detail from private.report_lines('thu-hai', '2026-Q1') where index = 7), '{"answered": 0, "reported": 0, "petitioned": 0, "most": null, "handled": null,
  "low_tenths": null, "high_tenths": null}', 'what is missing is named');
select test.answered('thu-hai', '2026-01-01', '{"early": 11, "on_time": 30, "late": 7, "not_yet": 40}');
select is(test.line('thu-hai', '2026-Q1', 7), '0/1', 'answers alone do not settle it');
select test.handles('thu-hai', 900, 2);
insert into private.feedback_quarters values ('2026-01-01');
select is(test.line('thu-hai', '2026-Q1', 7), '0/1', 'nor reports of two months');
delete from handled_dossiers;
select test.handles('thu-hai', 900);
select is(test.line('thu-hai', '2026-Q1', 7), '11 petitions 11 30 7 1/1', 'nine petitions at most of 900: between 1.06 and 1.08, which is 1.1');
select is((select detail ->> 'most' from private.report_lines('thu-hai', '2026-Q1') where index = 7), '9', 'fewer than ten where there is no figure');
delete from handled_dossiers;
select test.handles('thu-hai', 300);
select is(test.line('thu-hai', '2026-Q1', 7), '1/1', 'nine of 300: 1.02 or 1.08, so nobody can tell 1.0 from 1.1');
select is((select concat_ws(' ', detail ->> 'low_tenths', detail ->> 'high_tenths') from private.report_lines('thu-hai', '2026-Q1') where index = 7), '10 11', 'which is said');
select test.counted('2026-01-01', 'thu-hai', 100, 100);
select is((select concat_ws(' ', detail ->> 'most', detail ->> 'low_tenths') from private.report_lines('thu-hai', '2026-Q1') where index = 7), '100 4',
  'a hundred petitions: 1.08 less 200 / 300');
delete from handled_dossiers;
select test.handles('thu-hai', 30000);
select is(test.line('thu-hai', '2026-Q1', 7), '11 petitions 11 30 7 1/1', 'of 30,000 they make no difference');
delete from private.feedback_quarters;
select is(test.line('thu-hai', '2026-Q1', 7), '0/1', 'before the quarter is counted nobody knows');
insert into private.feedback_quarters values ('2026-01-01');
select is(test.line('thu-tinh', '2026-Q1', 7), '1/3', 'a body has it when all its offices do');
select test.answered('thu-mot', '2026-01-01', '{"early": 20}'), test.answered('thu-ba', '2026-01-01', '{"late": 20}'), test.handles('thu-mot', 30000), test.handles('thu-ba', 30000);
select is(test.line('thu-tinh', '2026-Q1', 7), '10 petitions 31 30 27 3/3', 'then by the sums of all: (62 + 30) / 88 = 1.05 less 2 * 121 / 90,000');
-- k was higher once: an office without a figure may have had more.
insert into rule_changes (position, after_batch, key, old_value, value, decided_on, valid_from, previous_hash, hash)
values (900, 0, 'min_batch', '30', '10', '2026-05-01', '2026-06-01', '', 'x');
select is((select m.most from private.report_most_petitions('thu-ba', '2026-Q1') m), 29, 'as many as no figure could ever have');

select finish();
rollback;
