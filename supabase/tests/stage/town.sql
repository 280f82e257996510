-- The place where every scene plays, made anew inside the transaction of each test file and gone with its rollback.
--
-- A province with three communes. A fourth one was merged into the first, a fifth split between the second and the
-- third, and a sixth closed for good, all on 30/06/2025. Codes begin with 'thu-' or 'TEST', so that they never meet
-- those of the seed.

set local search_path = public, extensions;
create schema stage;
-- How many people have rated. A table and not a sequence, so that a scene taken back takes its people along.
create table stage.people (last bigint);
insert into stage.people values (0);

insert into offices (code, name, kind, parent_code, desk, opened_on, closed_on) values
  ('thu-tinh', 'Tỉnh Thử', 'tỉnh', null, null, '2000-01-01', null),
  ('thu-mot', 'Xã Một', 'xã', 'thu-tinh', 'Một cửa xã Một', '2000-01-01', null),
  ('thu-hai', 'Xã Hai', 'xã', 'thu-tinh', 'Một cửa xã Hai', '2000-01-01', null),
  ('thu-ba', 'Xã Ba', 'xã', 'thu-tinh', 'Một cửa xã Ba', '2000-01-01', null),
  ('thu-nhap', 'Xã Nhập', 'xã', 'thu-tinh', 'Một cửa xã Nhập', '2000-01-01', '2025-06-30'),
  ('thu-chia', 'Xã Chia', 'xã', 'thu-tinh', 'Một cửa xã Chia', '2000-01-01', '2025-06-30'),
  ('thu-het', 'Xã Hết', 'xã', 'thu-tinh', null, '2000-01-01', '2025-06-30');
insert into office_successions (predecessor_code, successor_code, on_date) values
  ('thu-nhap', 'thu-mot', '2025-07-01'),
  ('thu-chia', 'thu-hai', '2025-07-01'),
  ('thu-chia', 'thu-ba', '2025-07-01');

-- Where pg_cron is, it may have released this morning.
update settings set value = 'null' where key = 'last_release_on';

insert into fields (code, name) values ('thu-ho-tich', 'Hộ tịch (thử)'), ('thu-dat-dai', 'Đất đai (thử)');
insert into procedures (code, name, field_code, valid_from, valid_to) values
  ('9.000001', 'Khai sinh (thử)', 'thu-ho-tich', null, null),
  ('9.000002', 'Kết hôn (thử)', 'thu-ho-tich', null, null),
  ('9.000003', 'Sổ đỏ (thử)', 'thu-dat-dai', null, null),
  ('9.000004', 'Bãi bỏ (thử)', 'thu-ho-tich', '2001-01-01', '2020-12-31'),
  ('9.000005', 'Không nơi nào nhận (thử)', 'thu-ho-tich', null, null);
insert into offerings (office_code, procedure_code, opened_on)
select o.code, p.code, '2000-01-01'
from offices o, procedures p
where o.code in ('thu-mot', 'thu-hai', 'thu-ba') and p.code between '9.000001' and '9.000004';

insert into private.counters (code, office_code, name, number, channel, kind, retired_on, replaced_by) values
  ('TEST01', 'thu-mot', 'Quầy 1', '1', 'counter', 'poster', null, null),
  ('TEST02', 'thu-hai', 'Quầy 1', '1', 'counter', 'poster', null, null),
  ('TEST03', 'thu-ba', 'Quầy 1', '1', 'counter', 'poster', null, null),
  ('TEST04', 'thu-mot', 'Trực tuyến', null, 'online', 'link', null, null),
  ('TEST05', 'thu-mot', 'Máy ở bàn hướng dẫn', null, 'counter', 'kiosk', null, null),
  ('TEST06', 'thu-mot', 'Quầy 1 cũ', '1', 'counter', 'poster', '2025-01-01', 'TEST01'),
  ('TEST07', 'thu-nhap', 'Quầy 1', '1', 'counter', 'poster', null, null),
  ('TEST08', 'thu-chia', 'Quầy 1', '1', 'counter', 'poster', null, null),
  ('TEST09', 'thu-het', 'Quầy 1', '1', 'counter', 'poster', null, null);
insert into private.usual_procedures (counter_code, procedure_code, position) values
  ('TEST01', '9.000003', 1), ('TEST01', '9.000002', 2);
insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
select private.short_hash(code), 'thu-mot', '9.000001', 'online', expires_on
from (values ('V1S1T00001', '2026-12-31'::date), ('V1S1T00002', '2026-12-31'), ('V1S1T00099', '2026-03-01'))
  as visits (code, expires_on);

create function stage.id(at timestamptz, n bigint) returns text language sql as $$
  select left(private.first_uuid_v7(at)::text, 24) || lpad(to_hex(n), 12, '0')
$$;

-- The n-th receipt. Digits alone are Crockford's base 32 too.
create function stage.receipt(n bigint) returns text language sql as $$ select lpad(n::text, 12, '0') $$;

-- The body of the n-th rating, given at a counter at an instant; more fields, or others, in changes.
create function stage.body(n bigint, counter text, score integer, at timestamptz, changes jsonb default '{}')
returns json language sql as $$
  select (jsonb_build_object('id', stage.id(at, n), 'counter', counter, 'score', score, 'receipt', stage.receipt(n))
    || changes)::json
$$;

-- Somebody rates; answers with the receipt.
create function stage.rate(counter text, score integer, at timestamptz, changes jsonb default '{}') returns text
language plpgsql as $$
declare
  v_n bigint;
begin
  update stage.people set last = last + 1 returning last into v_n;
  perform private.accept_rating(stage.body(v_n, counter, score, at, changes), at);
  return stage.receipt(v_n);
end;
$$;

-- So many people rate alike.
create function stage.crowd(people integer, counter text, score integer, at timestamptz, changes jsonb default '{}')
returns void language sql as $$
  select stage.rate(counter, score, at, changes) from generate_series(1, people)
$$;

create function stage.visit(code text, procedure text, expires_on date default '2027-12-31') returns jsonb
language sql as $$
  insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
  values (private.short_hash(code), 'thu-mot', procedure, 'counter', expires_on);
  select jsonb_build_object('visit', code)
$$;

create function stage.release(at timestamptz) returns integer language sql as $$
  select (private.release_step(at, interval '1 hour') ->> 'ratings')::integer
$$;

-- Everything that a request could change, in one value.
create function stage.everything() returns text language sql as $$
  select md5(concat(
    (select jsonb_agg(t order by t::text) from private.ratings t),
    (select jsonb_agg(t order by t::text) from private.replies t),
    (select jsonb_agg(t order by t::text) from private.visit_codes t),
    (select jsonb_agg(t order by t::text) from private.counters t),
    (select jsonb_agg(t order by t::text) from private.release_run t),
    (select jsonb_agg(t order by t::text) from public.batches t),
    (select jsonb_agg(t order by t::text) from public.monthly_totals t),
    (select jsonb_agg(t order by t::text) from public.set_aside_totals t),
    (select jsonb_agg(t order by t::text) from public.offices t),
    (select jsonb_agg(t order by t::text) from public.settings t)))
$$;

-- The value of a query as a role of the API sees it.
create function stage.as_role(acting text, query text) returns jsonb language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('role', acting, true);
  execute query into v_answer;
  perform set_config('role', 'none', true);
  return v_answer;
end;
$$;

-- Two assertions: the refusal, by its status and key, and that nothing has changed.
create function stage.refuses(query text, status integer, key text, story text) returns setof text
language plpgsql as $$
declare
  v_before text := stage.everything();
begin
  return next extensions.throws_ok(query, ('PT' || status)::char(5), key, story);
  return next extensions.is(stage.everything(), v_before, story || ', and nothing has changed');
end;
$$;
