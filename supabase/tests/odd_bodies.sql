begin;
\ir fixtures/sample_province.sql
\ir fixtures/people.sql
select no_plan();

-- What no page sends is refused with a key, and no other way: Postgres's own errors name what is inside, and some are a 500.
create temporary table odd_calls (person text, call text);
insert into odd_calls
select 'dieu-phoi@tinh.vn', format(call, odd) from unnest(array['null', '1', '"x"', '[]', '[1]', '{}', '{"code": {}}', '{"code": 1e308}',
    '{"name": ["x"], "code": "thu-mot"}', '{"opened_on": "1e308", "valid_from": "2026-02-30", "day": "x", "month": "2026-13-01", "on_date": "x"}']) odd,
  unnest(array['save_office(%L::jsonb)', 'save_office(%L::jsonb, %1$L::jsonb)', 'save_field(%L::jsonb)', 'save_field(%L::jsonb, %1$L::jsonb)', 'save_procedure(%L::jsonb)',
    'save_procedure(%L::jsonb, %1$L::jsonb)', 'save_counter(%L::jsonb)', 'save_holiday(%L::jsonb)', 'save_holiday(%L::jsonb, %1$L::jsonb)', 'save_handled(%L::jsonb)',
    'save_handled(%L::jsonb, %1$L::jsonb)', 'reform_offices(%L::jsonb)', 'save_setting(''target_percent'', %L, %1$L)', 'submit_rating(%L::json)', 'add_details(%L::json)',
    'change_rating(%L::json)', 'withdraw_rating(%L::json)', 'rate_reply(%L::json)', 'send_feedback(%L::json)', 'follow_feedback(%L::json)']) call
union all select 'dieu-phoi@tinh.vn', call from unnest(array[
    'save_counter(''{"office_code": "thu-mot", "name": "Mới", "channel": "counter", "kind": "poster", "usual": {}}'')',
    'save_counter(''{"office_code": "thu-mot", "name": "Mới", "channel": "counter", "kind": "poster", "usual": [{}, 1, null]}'')',
    'save_counter(''{"office_code": "thu-mot", "name": "Mới", "channel": "bàn", "kind": "poster"}'')',
    'save_office(''{"code": "thu-mot", "name": "Mới", "kind": "commune", "parent_code": "thu-tinh"}'', ''"x"'')',
    'reform_offices(''{"on_date": "2027-01-01", "successions": [1], "closing": [{}], "opening": ["x"]}'')',
    'reform_offices(''{"on_date": "2027-01-01", "successions": [], "counters": {}}'')',
    'add_import_rows(begin_import(''offices'', ''x'', '''')::text, ''["code"]'', ''{}'')', 'add_import_rows(begin_import(''offices'', ''x'', '''')::text, ''["code"]'', ''[1]'')',
    'begin_import(''x'', ''x'', '''')', 'begin_import(''offices'', ''x'', ''!'')', 'add_import_rows(begin_import(''offices'', ''x'', '''')::text, null, null)',
    'save_setting(''target_percent'', ''{'', ''90'')', 'add_details(''{"receipt": "\u0000", "details": 1}'')', 'submit_rating(''{"id": "\u0000"}'')',
    'save_logo(''x'')', 'act_on_feedback(null, null, null, null)', 'act_on_feedback(gen_random_uuid()::text, ''x'', ''1'', ''[]'')', 'act_on_feedback(''x'', ''take'', ''y'')', 'look_at_feedback(''x'')',
    'feedback_list(null)', 'feedback_texts(null)', 'look_at_feedback(null)', 'take_down_feedback(null, null)', 'feedback_status(null)', 'follow_feedback(''{"code": {}}'')',
    'send_feedback(''{"code": "000000000001", "kind": "office", "office": "thu-mot", "text": "\u0000"}'')', 'receipt_state(''x'')', 'visit_page(null)', 'counter_page(null)']) call;
create function test.state_of(person text, query text) returns text language plpgsql as $$
begin
  perform test.act_as(person);
  execute query;
  perform test.act_as_owner();
  return 'done';
exception when others then
  perform test.act_as_owner();
  return case when sqlstate like 'PT4%' then 'refused' else sqlstate || ' ' || sqlerrm end;
end;
$$;
select ok(state in ('refused', 'done'), format('%s: %s', call, state))
from odd_calls, lateral test.state_of(person, 'select ' || call) state;

select finish();
rollback;
