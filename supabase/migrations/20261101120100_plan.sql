-- The reform plan: its targets, and what offices say of those that nothing here can count. A value is never written over: a
-- later entry stands beside the earlier ones, each with the evidence it came with, and the last one holds.

-- The words are those of the plan, of 2020: what it calls level 3 and 4 is called partial and full today.
create table public.plan_indicators (
  code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
  position integer not null unique,
  name text not null,
  operator text not null check (operator in ('>', '>=', '<=')),
  -- Per cent, or a rank: the lower the better.
  target double precision not null,
  unit text not null check (unit in ('percent', 'rank')),
  -- Which of our own data it is computed from; null for one that is only ever entered.
  computed_from text unique check (computed_from in ('handled_on_time', 'handled_online', 'online_level', 'released_batches',
    'online_ratings', 'par_index'))
);
alter table public.plan_indicators enable row level security;
create policy "anyone reads the targets" on public.plan_indicators for select to anon, authenticated using (true);
-- Column by column: a right to a whole table is one to what Postgres keeps of every row (system_columns).
grant select (code, position, name, operator, target, unit, computed_from) on public.plan_indicators to anon, authenticated;

-- The same: supabase/reference/plan-targets.csv; a test compares them.
insert into public.plan_indicators (position, code, operator, target, unit, computed_from, name) values
  (1, 'on-time', '>=', 100, 'percent', 'handled_on_time', 'Hồ sơ thủ tục hành chính giải quyết đúng hẹn và trước hẹn'),
  (2, 'online-level', '>=', 80, 'percent', 'online_level', 'Dịch vụ công trực tuyến thực hiện ở mức độ 3, 4'),
  (3, 'online-share', '>=', 50, 'percent', 'handled_online', 'Hồ sơ giải quyết trực tuyến mức độ 3, 4 trên tổng số hồ sơ giải quyết'),
  (4, 'publishing', '>=', 100, 'percent', 'released_batches',
    'Cơ quan nhà nước công khai mức độ hài lòng của người dân khi sử dụng dịch vụ công trực tuyến'),
  (5, 'satisfied-online', '>', 90, 'percent', 'online_ratings', 'Người dân hài lòng khi sử dụng dịch vụ công trực tuyến'),
  (6, 'e-dossier', '>=', 50, 'percent', null, 'Dịch vụ công trực tuyến xử lý bằng hồ sơ điện tử'),
  (7, 'autofill', '>=', 40, 'percent', null, 'Thông tin của người dân được tự động nhập vào biểu mẫu trực tuyến'),
  (8, 'district-rank', '<=', 3, 'rank', 'par_index', 'Chỉ số CCHC cấp huyện trong tốp đầu của tỉnh');

insert into private.role_capabilities (capability, role) values
  ('see_plan', 'coordinator'), ('see_plan', 'head'), ('see_plan', 'auditor'),
  ('enter_plan_values', 'coordinator'), ('enter_plan_values', 'head'),
  -- The province publishes the index for all its units; at the top of the tree.
  ('enter_par_index', 'coordinator');

-- Who entered it is in the log and not here: the public reads what the value rests on, and no name of a person.
create table public.plan_values (
  id bigint generated always as identity primary key,
  indicator_code text not null references public.plan_indicators,
  office_code text not null references public.offices,
  -- The first day of the quarter.
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  -- Per cent; null takes back what was said before.
  value double precision check (value between 0 and 100),
  -- What it is the share of, where that is known.
  part integer check (part between 0 and whole),
  whole integer check (whole > 0),
  -- The day that it describes.
  as_of date not null,
  evidence text not null check (evidence <> ''),
  link text check (link ~ '^https://'),
  file_name text check (length(file_name) between 1 and 200),
  file_bytes integer,
  entered_on date not null default private.local_day(now()),
  check ((part is null) = (whole is null)),
  check ((file_name is null) = (file_bytes is null))
);
create index plan_values_latest on public.plan_values (indicator_code, office_code, quarter, id);
create index plan_values_office on public.plan_values (office_code);
alter table public.plan_values enable row level security;
create policy "anyone reads what was entered" on public.plan_values for select to anon, authenticated using (true);
grant select (id, indicator_code, office_code, quarter, value, part, whole, as_of, evidence, link, file_name, file_bytes, entered_on)
  on public.plan_values to anon, authenticated;
call private.log_table('public.plan_values', 'id', 'office_code');

create table private.plan_value_files (
  value_id bigint primary key references public.plan_values,
  file bytea not null check (octet_length(file) <= 3000000),
  media_type text not null
);

create function private.forbid_plan_value_change() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  perform private.refuse(403, 'plan_values_append_only');
  return null;
end;
$$;
create trigger "what was entered stays" before update or delete or truncate on public.plan_values
  for each statement execute function private.forbid_plan_value_change();
create trigger "evidence stays" before update or delete or truncate on private.plan_value_files
  for each statement execute function private.forbid_plan_value_change();

-- What kind of file this is by its first bytes, null for anything that is not offered as evidence: no kind that a browser
-- would run. A document and a workbook are both archives; their names tell them apart.
create function private.evidence_type(file bytea, name text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select case
    when substring(file from 1 for 5) = '\x255044462d' and name ~* '[.]pdf$' then 'application/pdf'
    when substring(file from 1 for 8) = '\x89504e470d0a1a0a' and name ~* '[.]png$' then 'image/png'
    when substring(file from 1 for 3) = '\xffd8ff' and name ~* '[.]jpe?g$' then 'image/jpeg'
    when substring(file from 1 for 4) = '\x504b0304' and name ~* '[.]xlsx$' then
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    when substring(file from 1 for 4) = '\x504b0304' and name ~* '[.]docx$' then
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  end
$$;

-- The evidence as it came: {name, type, base64}. A page saves it and never shows it. Refusal: 404 plan_file_unknown.
create function public.plan_value_file(entry text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_found jsonb := (select jsonb_build_object('name', v.file_name, 'type', f.media_type,
      'base64', translate(encode(f.file, 'base64'), e'\n', ''))
    from private.plan_value_files f join public.plan_values v on v.id = f.value_id where f.value_id = private.row_argument(entry));
begin
  if v_found is null then
    perform private.refuse(404, 'plan_file_unknown');
  end if;
  -- It never changes.
  perform set_config('response.headers', jsonb_build_array(
    jsonb_build_object('Cache-Control', 'public, max-age=31536000, immutable'),
    jsonb_build_object('Content-Disposition', format('attachment; filename="plan-value-%s.json"', private.row_argument(entry))),
    jsonb_build_object('X-Content-Type-Options', 'nosniff'))::text, true);
  return v_found;
end;
$$;
grant execute on function public.plan_value_file(text) to anon, authenticated;
comment on function public.plan_value_file(text) is
  'The file that was handed in as evidence with an entry of plan_values: its name, media type and content in base64.';
