begin;
\ir fixtures/sample_province.sql
select no_plan();

-- A poster is scanned.
select is(counter_page('TEST01') ->> 'state', 'open', 'a counter in use is open');
select is(counter_page('TEST01') -> 'counter',
  '{"code": "TEST01", "name": "Quầy 1", "number": "1", "channel": "counter", "kind": "poster"}',
  'it says which counter it is');
select is(counter_page('TEST01') -> 'office', '{"code": "thu-mot", "name": "Xã Một", "desk": "Một cửa xã Một", "hotline": null}',
  'and of which office');
update offices set hotline = '0900 000 000' where code = 'thu-mot';
select is(counter_page('TEST01') #>> '{office,hotline}', '0900 000 000', 'with its telephone where it is known');
select is(jsonb_path_query_array(counter_page('TEST01'), '$.procedures[*].code'), '["9.000003", "9.000002", "9.000001"]',
  'the usual procedures come first, in their order, then the others by name');
select is(jsonb_path_query_array(counter_page('TEST01'), '$.procedures[*].usual'), '[true, true, false]',
  'and the usual ones are marked');
select is(counter_page('TEST01') -> 'procedures' -> 0 ->> 'field', 'Đất đai (thử)',
  'a procedure names its field in words');
select is(counter_page('TEST01') -> 'successor', 'null', 'an open counter has no successor');

-- The code is typed by hand.
select is(counter_page('test-ol') -> 'counter' ->> 'code', 'TEST01',
  'lower case, a hyphen, O for 0 and L for 1 are understood');
select is(counter_page(' te st 01 ') -> 'counter' ->> 'code', 'TEST01', 'and so are spaces');

-- A poster that was replaced.
select is(counter_page('TEST06') ->> 'state', 'retired', 'a retired counter says so');
select is(counter_page('TEST06') -> 'successor', '{"counter": "TEST01", "offices": [{"code": "thu-mot", "name": "Xã Một"}]}',
  'and names the one that replaced it');
select is(counter_page('TEST06') -> 'procedures', '[]', 'it offers nothing to rate');

-- One that was replaced again and again.
insert into private.counters (code, office_code, name, channel, kind, retired_on, replaced_by) values
  ('TEST11', 'thu-mot', 'Quầy cũ', 'counter', 'poster', '2024-01-01', 'TEST06'),
  ('TEST12', 'thu-mot', 'Quầy bỏ', 'counter', 'poster', '2024-01-01', null),
  ('TEST13', 'thu-mot', 'Quầy bỏ trước', 'counter', 'poster', '2023-01-01', 'TEST12');
select is(counter_page('TEST11') -> 'successor' ->> 'counter', 'TEST01', 'a poster replaced twice leads to the last one');
select is(counter_page('TEST13') -> 'successor' -> 'counter', 'null', 'but not to one that is retired itself');
update private.counters set replaced_by = 'TEST13' where code = 'TEST12';
select is(counter_page('TEST13') -> 'successor' -> 'counter', 'null', 'posters that replace one another lead nowhere');

-- The old poster of a commune that was merged into another.
select is(counter_page('TEST07') ->> 'state', 'open', 'an old poster keeps working after a merger');
select is(counter_page('TEST07') -> 'office' ->> 'code', 'thu-mot', 'for the office that took over');
select is(jsonb_array_length(counter_page('TEST07') -> 'procedures'), 3, 'with what that office offers');
select is((private.accept_rating(test.body(1, 'TEST07', 5, now()), now())) -> 'office' ->> 'code', 'thu-mot',
  'a rating given there belongs to the successor');
select is((private.accept_rating(test.body(2, 'TEST07', 5, '2025-06-30 10:00+07'), '2025-06-30 10:00+07'))
  -> 'office' ->> 'code', 'thu-nhap', 'and on the last day before the merger to the old office');

-- One that was split, and one whose work ended: nobody can tell which office was meant.
select is(counter_page('TEST08') -> 'successor' -> 'offices',
  '[{"code": "thu-ba", "name": "Xã Ba"}, {"code": "thu-hai", "name": "Xã Hai"}]',
  'the poster of a split office names every successor');
select is(counter_page('TEST08') -> 'successor' -> 'counter', 'null', 'and no counter');
select is(counter_page('TEST08') -> 'office' ->> 'code', 'thu-chia', 'under its own name');
select is(counter_page('TEST09') ->> 'state', 'retired', 'where the work ended the counter is retired');
select is(counter_page('TEST09') -> 'successor' -> 'offices', '[]', 'and has no successor');
select is(counter_page('TEST09') -> 'office' ->> 'desk', 'Xã Hết', 'a place without a sign is called by its name');

-- A retirement that is still to come.
update private.counters set retired_on = private.local_day(now()) + 1, replaced_by = null where code = 'TEST02';
select is(counter_page('TEST02') ->> 'state', 'open', 'a counter is open until the day it retires');
update private.counters set retired_on = private.local_day(now()) where code = 'TEST02';
select is(counter_page('TEST02') ->> 'state', 'retired', 'and retired from that day on');

-- Codes that are none.
select test.refuses('select counter_page(null)', 400, 'counter_malformed', 'no code');
select test.refuses($$ select counter_page('') $$, 400, 'counter_malformed', 'an empty code');
select test.refuses($$ select counter_page('TEST0') $$, 400, 'counter_malformed', 'a code that is too short');
select test.refuses($$ select counter_page('TEST011') $$, 400, 'counter_malformed', 'a code that is too long');
select test.refuses($$ select counter_page('TESTU1') $$, 400, 'counter_malformed', 'a code with a U');
select test.refuses($$ select counter_page('TĚST01') $$, 400, 'counter_malformed', 'a code with an accent');
select test.refuses($$ select counter_page('''; drop table private.counters; --') $$, 400, 'counter_malformed', 'SQL for a code');
select test.refuses($$ select counter_page('TEST99') $$, 404, 'counter_unknown', 'a code that nobody printed');

-- From an office's page there is one way to its question: the counter made for links, and never a desk's poster.
select is(rating_link('thu-mot'), 'TEST04', 'the link of an office is its counter for links');
select is(rating_link('thu-hai'), null, 'an office without one has none, though it has posters');
select test.refuses('select rating_link(''nowhere'')', 404, 'office_unknown', 'the link of an office that does not exist');
update private.counters set retired_on = private.local_day(now()) where code = 'TEST04';
select is(rating_link('thu-mot'), null, 'and none once it is retired');
update private.counters set retired_on = null where code = 'TEST04';
update private.counters set kind = 'link' where code = 'TEST07';
select is(rating_link('thu-nhap'), null, 'an office that was merged away leads nobody to a question about it');

select throws_ok($$ insert into private.counters values ('TESTI1', 'thu-mot', 'Quầy', null, 'counter', 'poster') $$, '23514',
  null, 'no poster is printed with a letter that can be misread');
select throws_ok($$ update private.counters set retired_on = null where code = 'TEST06' $$, '23514', null,
  'a counter that was replaced is retired');

select finish();
rollback;
