begin;
\ir fixtures/sample_province.sql
select no_plan();

-- Sends the form as PostgREST would hand it over, and tells where the answer leads.
create function test.sent(score text, code text default null, headers jsonb default '{}') returns text language plpgsql as $$
begin
  perform set_config('request.headers', headers::text, true);
  perform public.submit_rating_form(score, code);
  return current_setting('response.status') || ' ' || (current_setting('response.headers')::jsonb -> 0 ->> 'Location');
end;
$$;
create function test.from_page(path text, more jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_object('referer', 'https://hailong.test' || path, 'origin', 'https://hailong.test') || more
$$;
create function test.ratings() returns bigint language sql as $$ select count(*) from private.ratings $$;
create view test.last as select * from private.ratings order by id desc limit 1;

-- It counts.
select matches(test.sent('4', null, test.from_page('/r/TEST01')),
  '^303 /rated\.html#[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$',
  'a form from the page of a counter leads to the thank-you page, with a receipt in the fragment');
select is(test.ratings(), 1::bigint, 'and the rating is stored');
select is(row(score, counter_code, trust, sender, set_aside)::text, '(4,TEST01,walk_in,,)',
  'as any other rating from that counter') from test.last;
select is(public.receipt_state(substring(test.sent('2', 'test-01') from '#(.*)$')) ->> 'score', '2',
  'the receipt opens it; a typed code may be in lower case and have a hyphen');
select is(split_part(test.sent('5', null, test.from_page('/r/test01?lng=en')), '#', 1),
  '303 /rated.html', 'the query of the address says nothing');
select is(split_part(test.sent('5', 'TEST01'), '#', 1), '303 /rated.html',
  'without any header the answer stays on the same site');
select is(split_part(test.sent('5', 'TEST01', '{"origin": "null"}'), '#', 1), '303 /rated.html',
  'and so it does for a browser that hides where it comes from');

-- Where it leads is nobody's to say.
create function test.leads_to(headers jsonb) returns text language sql as $$
  select split_part(substring(test.sent('5', 'TEST01', headers) from 5), '#', 1)
$$;
create function test.evil(more jsonb default '{}') returns jsonb language sql as $$
  select '{"origin": "https://evil.example", "referer": "https://evil.example/r/TEST01", "host": "api.hailong.test",
    "x-forwarded-host": "evil.example", "sec-fetch-site": "cross-site"}'::jsonb || more
$$;
select is(test.leads_to(test.evil()), '/rated.html', 'a form that another site sends does not lead there with the receipt');
select is(test.leads_to(test.evil('{"host": "evil.example"}')), '/rated.html', 'nor does one to a host that it made up');
update public.settings set value = '"https://hailong.test"' where key = 'public_address';
select is(test.leads_to(test.evil()), 'https://hailong.test/rated.html', 'it leads to the address that the agency set');
select is(test.leads_to(test.from_page('/r/TEST01', '{"host": "project.supabase.test"}')), 'https://hailong.test/rated.html',
  'and so it does where the API is another site than the pages');
select is(test.leads_to(test.from_page('/r/TEST01', '{"host": "HaiLong.test"}')), '/rated.html',
  'on one site it stays on it');
select is(test.leads_to('{"origin": "http://192.168.1.4:4173", "host": "localhost:4173", "sec-fetch-site": "same-origin"}'),
  '/rated.html', 'under whatever address it was opened');
update public.settings set value = 'null' where key = 'public_address';
select isnt((select id from test.last), (select id from private.ratings order by id limit 1), 'every form is a rating of its own');

-- What goes wrong is told on a page, and nothing is stored.
create table test.before as select test.ratings() as n;
select is(test.sent(score, code, test.from_page(path)), '303 /not-rated.html#' || key, story)
from (values
  (null, null, '/r/TEST01', 'score_invalid', 'no face was chosen'),
  ('6', null, '/r/TEST01', 'score_invalid', 'a face that does not exist'),
  ('4.5', null, '/r/TEST01', 'score_invalid', 'half a face'),
  ('4; drop table private.ratings', null, '/r/TEST01', 'score_invalid', 'a command for a score'),
  ('4', null, '/r/TEST99', 'counter_unknown', 'a counter that nobody printed'),
  ('4', null, '/r/TEST06', 'counter_retired', 'a retired counter'),
  ('4', null, '/', 'counter_malformed', 'a page that names no counter'),
  ('4', null, '/not-rated.html', 'counter_malformed', 'the page that asks for the code, without one'),
  ('4', '<script>', '/r/TEST01', 'counter_malformed', 'a script for a code'),
  ('4', null, '/v/V1S1T77777', 'visit_unknown', 'a visit code that nobody printed')
) wrong (score, code, path, key, story);
select is(test.ratings(), (select n from test.before), 'nothing of that is stored');

-- A visit's code counts once.
insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
values (private.short_hash('F0RMV1S1TA'), 'thu-mot', '9.000001', 'counter', private.local_day(now()) + 30);
select matches(test.sent('3', null, test.from_page('/v/f0rmv-1s1ta')), '^303 /rated\.html#',
  'a form from the page of a visit');
select is(row(score, procedure_code, trust)::text, '(3,9.000001,visit)', 'brings its procedure and its trust')
from private.ratings where trust = 'visit';
select is(test.sent('3', null, test.from_page('/v/F0RMV1S1TA')), '303 /not-rated.html#visit_spent',
  'and is spent then');
select is((select count(*) from private.ratings where trust = 'visit'), 1::bigint, 'it is counted once');

select * from finish();
rollback;
