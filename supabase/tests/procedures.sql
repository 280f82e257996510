begin;
\ir fixtures/sample_province.sql
select no_plan();

select ok(private.is_offered('thu-mot', '9.000001', '2026-03-02'), 'an office takes what it offers');
select ok(not private.is_offered('thu-mot', '9.000005', '2026-03-02'), 'and nothing else');
select ok(not private.is_offered('thu-tinh', '9.000001', '2026-03-02'), 'what a commune offers, its province does not');
select ok(not private.is_offered('thu-mot', '8.888888', '2026-03-02'), 'an unknown code is not offered');

-- The law changes a procedure.
select ok(private.is_offered('thu-mot', '9.000004', '2020-12-31'), 'a procedure is there on its last day');
select ok(not private.is_offered('thu-mot', '9.000004', '2021-01-01'), 'and gone on the next');
select ok(private.is_offered('thu-mot', '9.000004', '2001-01-01'), 'it is there on its first day');
select ok(not private.is_offered('thu-mot', '9.000004', '2000-12-31'), 'and not on the day before');

-- An office stops offering it.
update offerings set closed_on = '2026-03-02' where office_code = 'thu-mot' and procedure_code = '9.000002';
select ok(private.is_offered('thu-mot', '9.000002', '2026-03-02'), 'an offering lasts until its last day');
select ok(not private.is_offered('thu-mot', '9.000002', '2026-03-03'), 'and not longer');
select ok(private.is_offered('thu-hai', '9.000002', '2026-03-03'), 'the other offices go on');
select ok(not private.is_offered('thu-mot', '9.000001', '1999-12-31'), 'nothing is offered before the first day');

select throws_ok($$ insert into procedures (code, name, field_code) values ('1.19', 'Sai mã', 'thu-ho-tich') $$, '23514',
  null, 'a procedure has its national code');
select throws_ok($$ update procedures set official_url = 'javascript:alert(1)' where code = '9.000001' $$, '23514', null,
  'a link leads to a web page and runs nothing');
select throws_ok($$ update procedures set valid_to = '2000-01-01' where code = '9.000004' $$, '23514', null,
  'no procedure ends before it begins');

select finish();
rollback;
