begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- Twelve communes like each other in a quarter, each with thirty batches of ten, and thu-mot among them.
insert into public.offices (code, name, kind, parent_code) select 'thu-xa-' || n, 'Xã ' || n, 'xã', 'thu-tinh' from generate_series(1, 11) n;
create function test.communes() returns setof text language sql as $$ select 'thu-mot' union all select 'thu-xa-' || n from generate_series(1, 11) n $$;
-- Satisfied in each batch of a commune; by default as chance would have it.
create function test.published(commune text, satisfied integer[]) returns void language plpgsql as $$
begin
  for i in 1 .. cardinality(satisfied) loop
    perform private.append_batch((1 + coalesce((select max(number) from public.batches), 0), commune, null, null, null, null, '2026-02-01', 10,
      10 - satisfied[i], 0, 0, satisfied[i], 0, null, null, null, '2026-02-01', null, null, null)::public.batches);
  end loop;
end;
$$;
create function test.kinds(office text default 'thu-mot') returns text language sql as $$
  select coalesce(string_agg(kind, ' ' order by kind), '') from private.signals s where s.office_code = kinds.office
$$;
-- Computes them again, for tries.
create function test.raise(on_day date default '2026-05-02') returns void language sql as $$
  delete from private.signal_reviews; delete from private.signals; delete from private.signalled_quarter; select private.raise_signals(on_day);
$$;
select test.published(c, array(select case when i % 10 in (0, 1, 2) then 10 when i % 10 in (3, 4, 5) then 9 when i % 10 in (6, 7) then 8 else 7 end
  from generate_series(1, 30) i)) from test.communes() c;
insert into public.set_aside_totals (office_code, quarter, reason, n) select c, '2026-01-01', 'device_repeat', 20 from test.communes() c;
insert into public.set_aside_totals (office_code, quarter, reason, n) select c, '2026-01-01', 'outside_hours', 10 from test.communes() c;
insert into public.handled_dossiers (month, office_code, handled) select '2026-02-01', c, 500 from test.communes() c;
insert into public.visit_code_totals (office_code, quarter, made, used) select c, '2026-01-01', 300, 120 from test.communes() c;
insert into public.kiosk_uptime (office_code, month, kiosks, open_hours, usable_hours) select c, '2026-02-01', 1, 200, 190 from test.communes() c;

select test.raise('2026-04-30');
select is((select count(*) from private.signals), 0::bigint, 'of a quarter that ended less than thirty days ago nothing is said');
select test.raise();
select is((select count(*) from private.signals), 0::bigint, 'nobody stands out among those who are alike');

-- One by one, what makes an office stand out.
savepoint alike;
update public.set_aside_totals set n = 60 where office_code = 'thu-mot' and reason = 'device_repeat';
select test.raise();
select is(test.kinds(), 'devices set_aside', 'many ratings of the same devices');
select ok((select expected < threshold and threshold < observed and of_n = 370 from private.signals where kind = 'devices'), 'with what was expected of it');
select is((select count(*) from private.signals where office_code <> 'thu-mot'), 0::bigint, 'and of no other office');
rollback to alike;
update public.set_aside_totals set n = 90 where office_code = 'thu-mot' and reason = 'outside_hours';
select test.raise();
select is(test.kinds(), 'hours set_aside', 'many outside the opening hours');
rollback to alike;
update public.visit_code_totals set used = 250 where office_code = 'thu-mot';
select test.raise();
select is(test.kinds(), 'visit_codes', 'codes used beside dossiers handled');
rollback to alike;
update public.kiosk_uptime set usable_hours = 60 where office_code = 'thu-mot';
select test.raise();
select is(test.kinds(), 'kiosk_off', 'a kiosk that was mostly off');
rollback to alike;
select test.published('thu-hai', array[9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8]);
select test.raise();
select is(test.kinds('thu-hai'), 'little_variance', 'batches that are too even');
select ok((select observed < threshold and threshold < expected from private.signals where kind = 'little_variance'), 'below what chance allows');
rollback to alike;
select test.published('thu-hai', array[10, 10, 10, 10, 10, 10, 10]);
select test.raise();
select is(test.kinds('thu-hai'), '', 'where everybody is satisfied there is no spread to be too small');
rollback to alike;
insert into public.comments (id, office_code, batch_number, released_on, text, is_masked, praised, improve)
select gen_random_uuid(), c, 1, '2026-02-01', case when c = 'thu-mot' and n > 5 then 'Cán bộ rất nhiệt tình, chu đáo!' else 'Lời riêng của người thứ ' || repeat(chr(96 + n), 3) || replace(c, '-', ' ') end, false, '{}', '{}'
from test.communes() c, generate_series(1, 20) n;
select test.raise();
select is(test.kinds(), 'same_comments', 'comments that repeat each other');
rollback to alike;
-- Fives with an answer and without, in twenty ratings of each office, and thu-mot with hardly an answer.
insert into private.ratings (receipt_hash, batch_number, score, channel, trust, office_code, details)
select gen_random_uuid(), b.number, 5, 'counter', 'walk_in', c, case when n <= case c when 'thu-mot' then 20 else 100 end then '{"trips": "1"}'::jsonb end
from test.communes() c cross join lateral (select min(number) as number from public.batches where office_code = c) b, generate_series(1, 200) n;
select test.raise();
select is(test.kinds(), 'fives_alone', 'fives without any answer');
select ok((select observed::integer % 10 = 0 and of_n::integer % 10 = 0 from private.signals), 'counted in tens');
delete from private.ratings where office_code = 'thu-mot' and details is not null and receipt_hash not in (select receipt_hash from private.ratings
  where office_code = 'thu-mot' and details is not null limit 9);
select test.raise();
select is(test.kinds(), '', 'and not at all where those with an answer are fewer than a batch');
rollback to alike;
-- Offices that differ among themselves widen what is expected.
update public.set_aside_totals set n = case when office_code in ('thu-xa-1', 'thu-xa-2', 'thu-xa-3') then 70 else n end where reason = 'device_repeat';
update public.set_aside_totals set n = 70 where office_code = 'thu-mot' and reason = 'device_repeat';
select test.raise();
select is(test.kinds(), '', 'who is as far out as three others does not stand out');
rollback to alike;

-- Once, by a release, and never again.
update public.set_aside_totals set n = 60 where office_code = 'thu-mot' and reason = 'device_repeat';
delete from private.signalled_quarter;
select test.release('2026-05-02 08:00+07');
select is(test.kinds(), 'devices set_aside', 'a release raises them');
update public.set_aside_totals set n = 20 where office_code = 'thu-mot' and reason = 'device_repeat';
select test.release('2026-05-03 08:00+07');
select is(test.kinds(), 'devices set_aside', 'and they stay as they were');

-- Who sees them: from above, and never the office.
create function test.seen(person text) returns integer language plpgsql as $$
declare
  v_n integer;
begin
  perform test.act_as(person);
  v_n := jsonb_array_length(signals());
  perform test.act_as_owner();
  return v_n;
end;
$$;
select is(test.seen(person), n, person || ' sees so many') from (values ('kiem-tra@tinh.vn', 2), ('dieu-phoi@tinh.vn', 2), ('kiem-tra@mot.vn', 0),
  ('truong@mot.vn', 0), ('can-bo@mot.vn', 0), ('truong@hai.vn', 0), ('nguoi-la@mot.vn', 0)) v (person, n);
create function test.review(found text, note text) returns text language sql as $$
  select format('select review_signal(%L, %L, %L)', (select min(id)::text from private.signals), found, note) $$;
select is(test.tries(person, test.review('false', 'Đã hỏi')), 'not_allowed', person || ' notes nothing')
from unnest(array['kiem-tra@mot.vn', 'truong@mot.vn', 'can-bo@mot.vn', 'nguoi-la@mot.vn']) person;
select is(test.tries('kiem-tra@tinh.vn', query), key, key) from (values (test.review('maybe', 'x'), 'flag_invalid'), (test.review('true', '  '), 'review_missing'),
  (test.review('true', repeat('x', 4001)), 'text_too_long'), ('select review_signal(''0'', ''true'', ''x'')', 'signal_unknown')) v (query, key);
select is((select count(*) from private.signal_reviews), 0::bigint, 'nothing is noted');
select results_eq('select * from signal_totals()', $$ values ('2026-01-01'::date, 2, 0, 0) $$, 'everybody reads how many there are');
select is(test.tries('kiem-tra@tinh.vn', test.review('true', 'Chưa rõ')), null, 'an auditor notes what was looked into');
select is(test.tries('dieu-phoi@tinh.vn', test.review('false', 'Máy tính bảng dùng chung của cả quầy')), null, 'and a coordinator');
select results_eq('select * from signal_totals()', $$ values ('2026-01-01'::date, 2, 1, 0) $$, 'the last note of a signal counts, in public');
select is((select count(*) from audit_log where subject = 'signal_reviews' and office_code is not null), 0::bigint, 'the office does not read of it in its log');
select is((select count(*) from audit_log where subject = 'signal_reviews'), 2::bigint, 'which says that it was looked into');

select * from finish();
rollback;
