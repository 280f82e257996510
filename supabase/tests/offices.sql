begin;
\ir fixtures/sample_province.sql
select no_plan();

-- Work moves on.
select results_eq($$ select private.successors('thu-mot', '2026-03-02') $$, array['thu-mot'],
  'an open office does its own work');
select results_eq($$ select private.successors('thu-nhap', '2025-06-30') $$, array['thu-nhap'],
  'an office serves on its last day');
select results_eq($$ select private.successors('thu-nhap', '2025-07-01') $$, array['thu-mot'],
  'from the next day on its successor does');
select results_eq($$ select s from private.successors('thu-chia', '2026-03-02') s order by s $$,
  array['thu-ba', 'thu-hai'], 'a split office has every successor');
select is_empty($$ select private.successors('thu-het', '2026-03-02') $$, 'work that ended has none');

-- An office that gave a part of its work away and stayed.
insert into office_successions (predecessor_code, successor_code, on_date) values ('thu-hai', 'thu-ba', '2025-07-01');
select results_eq($$ select private.successors('thu-hai', '2026-03-02') $$, array['thu-hai'],
  'an open office serves its own visitors, whatever it gave away');
delete from office_successions where predecessor_code = 'thu-hai';

-- A second reform on top of the first.
update offices set closed_on = '2026-12-31' where code = 'thu-mot';
insert into office_successions (predecessor_code, successor_code, on_date) values
  ('thu-mot', 'thu-hai', '2027-01-01');
select results_eq($$ select private.successors('thu-nhap', '2027-01-01') $$, array['thu-hai'],
  'however many reforms lie between');

-- Two offices that claim to follow each other do not keep the question running forever.
insert into office_successions (predecessor_code, successor_code, on_date) values
  ('thu-het', 'thu-nhap', '2025-07-01'), ('thu-nhap', 'thu-het', '2025-07-01');
select results_eq($$ select private.successors('thu-het', '2026-03-02') $$, array['thu-mot'],
  'a circle in the successions ends');

select set_eq($$ select private.office_with_descendants('thu-tinh') $$,
  array['thu-tinh', 'thu-mot', 'thu-hai', 'thu-ba', 'thu-nhap', 'thu-chia', 'thu-het'],
  'a province is itself and everything below it, closed offices too');
select is_empty($$ select private.office_with_descendants('thu-khong-co') $$, 'an unknown office is nothing');

-- After the reforms above: the third took over the second's work, which the first had, which three others had before.
select set_eq($$ select private.office_with_predecessors('thu-hai') $$,
  array['thu-hai', 'thu-mot', 'thu-nhap', 'thu-chia', 'thu-het'],
  'an office with those before it, however many reforms lie between');
select set_eq($$ select private.office_with_predecessors('thu-ba') $$, array['thu-ba', 'thu-chia'],
  'after a split each successor has the whole of what came before');
select is_empty($$ select private.office_with_predecessors('thu-khong-co') $$, 'and before an unknown one there was nothing');

-- What a table of offices may not hold.
select throws_ok($$ insert into offices (code, name, kind) values ('Xã Một', 'Xã Một', 'xã') $$, '23514', null,
  'a code is lower case, digits and hyphens');
select throws_ok($$ insert into offices (code, name, kind) values ('thu-trong', '', 'xã') $$, '23514', null,
  'an office has a name');
select throws_ok($$ update offices set parent_code = code where code = 'thu-hai' $$, '23514', null,
  'no office is below itself');
select throws_ok($$ update offices set closed_on = opened_on - 1 where code = 'thu-hai' $$, '23514', null,
  'no office closes before it opens');
select throws_ok($$ update offices set waiting = 7 where code = 'thu-hai' $$, '23514', null,
  'the number of waiting ratings is shown in tens, never exactly');
select throws_ok($$ delete from offices where code = 'thu-nhap' $$, '23503', null,
  'an office with a successor is closed, not deleted');
select throws_ok($$ insert into office_successions values ('thu-hai', 'thu-hai', '2026-01-01', null) $$, '23514', null,
  'no office succeeds itself');

select finish();
rollback;
