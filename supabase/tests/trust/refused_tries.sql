begin;
\ir ../fixtures/sample_province.sql
select no_plan();

-- What the API answers to a rating that is sent now: its status and its key or state.
create function test.send(n integer, changes jsonb) returns text language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('response.status', '', true);
  v_answer := submit_rating(test.body(n, 'TEST01', 5, now(), changes));
  return concat_ws(' ', nullif(current_setting('response.status', true), ''), v_answer ->> 'code', coalesce(v_answer ->> 'message', v_answer ->> 'state'));
exception when others then
  return 'raised ' || sqlstate || ' ' || sqlerrm;
end;
$$;
create function test.counted() returns jsonb language sql as $$
  select jsonb_object_agg(office_code || ' ' || reason, n order by office_code, reason) from private.refused_tries_counted
$$;
update private.visit_codes set expires_on = '2100-01-01' where code_hash = private.short_hash('V1S1T00001');

select is(test.send(1, '{"visit": "V1S1T00001"}'), 'waiting', 'a visit code lets in one rating');
select is(test.send(1, '{"visit": "V1S1T00001"}'), 'waiting', 'which may be sent again');
select is(test.counted(), null, 'and that is no try');
create table test.before as select md5((select jsonb_agg(r order by r.receipt_hash)::text from private.ratings r)) as ratings;
select is(test.send(2, '{"visit": "v1s1-t000-01"}'), '409 PT409 visit_spent', 'a second one is refused, as it always was');
select is(test.send(3, '{"visit": "V1S1T00099"}'), '410 PT410 visit_expired', 'so is an expired code');
select is(test.send(4, '{"counter": "TEST06"}'), '410 PT410 counter_retired', 'a retired counter');
select is(test.send(5, '{"counter": "TEST09"}'), '410 PT410 counter_retired', 'one of an office that is closed');
select is(test.send(6, '{"visit": "9999999999"}'), '404 PT404 visit_unknown', 'and a code that nobody made');
select is(test.send(7, '{"counter": "ZZZZZZ"}'), '404 PT404 counter_unknown', 'of either kind');
select is(test.counted(), '{"thu-mot spent_code": 1, "thu-mot retired_code": 2, "thu-het retired_code": 1, " foreign_code": 2}',
  'each is counted, for the office that the code is of');
select is((select md5((select jsonb_agg(r order by r.receipt_hash)::text from private.ratings r))), (select ratings from test.before),
  'and nothing of it is kept as a rating');
select is(test.send(8, '{"visit": "short"}'), 'raised PT400 visit_malformed', 'what is no code is no try');
select is(test.send(9, '{"procedure": "9.000005"}'), 'raised PT422 procedure_not_offered', 'nor is another mistake');
select is(test.send(10, jsonb_build_object('receipt', test.receipt(1))), 'raised PT409 receipt_taken', 'nor a conflict about something else');
select is((select sum(n) from private.refused_tries_counted), 6::bigint, 'none of them is counted');

-- The page without scripts.
select set_config('request.headers', '{"referer": "https://hai-long.example/v/V1S1T00001"}', true);
select submit_rating_form('5', null);
select is(test.counted() ->> 'thu-mot spent_code', '2', 'a form is counted as well');
select set_config('request.headers', '', true);

-- By quarter, when it is over, in whole tens.
select private.count_refused_try('{"visit": "V1S1T00001"}', 'spent_code', '2026-02-03') from generate_series(1, 27);
select private.count_refused_try('{"counter": "TEST06"}', 'retired_code', '2026-02-03') from generate_series(1, 9);
select private.count_refused_try('{"visit": "9999999999"}', 'foreign_code', '2026-02-03') from generate_series(1, 1204);
select test.release('2026-03-31 08:00+07');
select is_empty('select * from refused_tries', 'while a quarter goes on nothing is said of it');
select test.release('2026-04-01 08:00+07');
select results_eq('select office_code, quarter, reason, n from refused_tries order by n',
  $$ values ('thu-mot', '2026-01-01'::date, 'spent_code', 20), (null, '2026-01-01', 'foreign_code', 1200) $$,
  'then the tens of it are public, and nine are not');
select is((select count(*) from private.refused_tries_counted where quarter < '2026-04-01'), 0::bigint, 'what was published is not counted on');
select test.release('2026-04-02 08:00+07');
select is((select count(*) from refused_tries), 2::bigint, 'once');
select matches(open_csv('refused_tries')::text, 'office_code,quarter,reason,n\s+,2026-01-01,foreign_code,1200', 'anyone downloads them');

select finish();
rollback;
