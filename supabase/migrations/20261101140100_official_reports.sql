-- The quarterly report that the law asks of an office: the nine indices of circular 01/2018/TT-VPCP (article 13), their
-- points and the class (article 15). Whether the circular still holds since the reform of 2025 could not be checked; the
-- page says so. What citizens answered is taken from published groups of answers; what nothing here can count is entered,
-- with what it rests on, and is never written over.

-- The words are those of the circular.
create table public.report_indices (
  index integer primary key check (index between 1 and 9),
  name text not null,
  two_points text not null,
  one_point text not null,
  zero_points text not null,
  known_from text not null,
  -- The question whose published answers tell the points, null where none does.
  question text unique
);
alter table public.report_indices enable row level security;
create policy "anyone reads the indices" on public.report_indices for select to anon, authenticated using (true);
grant select (index, name, two_points, one_point, zero_points, known_from, question) on public.report_indices to anon, authenticated;

-- The same: supabase/reference/circular-01-2018-indices.csv; a test compares them.
insert into public.report_indices (index, name, two_points, one_point, zero_points, known_from, question) values
  (1, 'Tổng thời gian giải quyết so với quy định', 'ngắn hơn', 'bằng', 'dài hơn', 'citizen or one-stop system', 'timeliness'),
  (2, 'Thời gian của từng cơ quan tham gia', 'ngắn hơn', 'bằng', 'dài hơn', 'one-stop system', null),
  (3, 'Số lần phải liên hệ nơi tiếp nhận để hoàn thiện hồ sơ', '0 lần', '1 lần', 'trên 1 lần (trừ lỗi người nộp)', 'citizen', 'trips'),
  (4, 'Số cơ quan phải liên hệ để hoàn thiện hồ sơ', '0', '1 (là Một cửa)', 'trên 1', 'citizen', 'agencies'),
  (5, 'Tiếp nhận, giải quyết, trả tại Một cửa', 'xã 100%; huyện từ 50%; tỉnh từ 20% phê duyệt tại chỗ',
    '100% nhận và trả tại Một cửa', 'dưới 100%', 'one-stop system', null),
  (6, 'Công khai thủ tục hành chính', 'niêm yết và điện tử', 'một trong hai', 'không chính xác, đầy đủ, kịp thời', 'one-stop system', null),
  -- By its rule it asks for petitions too (report_petitions).
  (7, 'Thái độ', 'sớm hạn, không có phản ánh, kiến nghị', 'đúng hạn, không có phản ánh, kiến nghị',
    'có phản ánh, kiến nghị (trừ khi kết luận sai)', 'citizen or one-stop system', null),
  (8, 'Tiếp thu, giải trình phản ánh, kiến nghị', 'không có, hoặc 100% đúng hạn', 'từ 90%', 'dưới 90% hoặc kéo dài', 'one-stop system', null),
  (9, 'Dịch vụ công trực tuyến', 'từ 20% thủ tục mức 3, 4; từ 30% hồ sơ; không trễ', 'từ 15% hồ sơ; không trễ',
    'dưới 15% hoặc có hồ sơ trễ', 'one-stop system', null);

insert into private.role_capabilities (capability, role) values
  ('see_reports', 'coordinator'), ('see_reports', 'head'), ('see_reports', 'auditor'),
  ('enter_report_values', 'coordinator'), ('enter_report_values', 'head'),
  -- Leaders answer for their own office.
  ('sign_reports', 'head'),
  -- For a body without a desk, which has no head of a one-stop centre.
  ('sign_reports_of_bodies', 'coordinator');

-- Who entered it is in the log.
create table public.report_entries (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  -- A quarter, '2026-Q3', or a year, '2026'.
  period text not null check (period ~ '^20[0-9][0-9](-Q[1-4])?$'),
  index integer not null references public.report_indices,
  -- Of the office as a whole, in tenths of a point; null where dossiers are counted, or what was said is taken back.
  tenths integer check (tenths between 0 and 20),
  -- Dossiers with two points, one and none.
  two integer check (two >= 0),
  one integer check (one >= 0),
  zero integer check (zero >= 0),
  evidence text not null check (evidence <> ''),
  link text check (link ~ '^https://'),
  entered_on date not null default private.local_day(now()),
  check (num_nulls(two, one, zero) in (0, 3)),
  check (tenths is null or two is null),
  check (two + one + zero > 0)
);
create index report_entries_latest on public.report_entries (office_code, period, index, id);
create index report_entries_index on public.report_entries (index);
alter table public.report_entries enable row level security;
create policy "those who see an office's reports see what was entered" on public.report_entries for select to authenticated
  using (office_code in (select private.offices_where('see_reports')));
grant select (id, office_code, period, index, tenths, two, one, zero, evidence, link, entered_on) on public.report_entries to authenticated;
call private.log_table('public.report_entries', 'id', 'office_code');

-- A report as it stood when somebody put their name to it. content is what public.official_report answered.
create table public.report_sign_offs (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  period text not null check (period ~ '^20[0-9][0-9](-Q[1-4])?$'),
  version integer not null check (version > 0),
  content jsonb not null,
  comment text not null check (comment <> ''),
  signed_by text not null,
  signed_at timestamptz not null default now(),
  unique (office_code, period, version)
);
alter table public.report_sign_offs enable row level security;
create policy "those who see an office's reports see who signed" on public.report_sign_offs for select to authenticated
  using (office_code in (select private.offices_where('see_reports')));
grant select (id, office_code, period, version, content, comment, signed_by, signed_at) on public.report_sign_offs to authenticated;
call private.log_table('public.report_sign_offs', 'id', 'office_code');

-- The entries that stood before whoever signed: the public reads no other. Of each office, period and index the last one.
create table private.signed_entries (
  sign_off bigint not null references public.report_sign_offs,
  entry bigint not null references public.report_entries,
  primary key (sign_off, entry)
);
create index signed_entries_entry on private.signed_entries (entry);

create function private.forbid_report_change() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  perform private.refuse(403, 'reports_append_only');
  return null;
end;
$$;
create trigger "what was entered stays" before update or delete or truncate on public.report_entries
  for each statement execute function private.forbid_report_change();
create trigger "what was signed stays" before update or delete or truncate on public.report_sign_offs
  for each statement execute function private.forbid_report_change();

-- The first day of a quarter or a year.
create function private.report_first_day(period text) returns date
language sql immutable security invoker set search_path = ''
as $$
  select make_date(left(period, 4)::integer, case when length(period) = 7 then right(period, 1)::integer * 3 - 2 else 1 end, 1)
$$;

create function private.report_last_day(period text) returns date
language sql immutable security invoker set search_path = ''
as $$
  select (private.report_first_day(period) + case when length(period) = 7 then interval '3 months' else interval '1 year' end)::date - 1
$$;

-- The quarters of a period, by their first days.
create function private.report_quarters(period text) returns setof date
language sql immutable security invoker set search_path = ''
as $$
  select q::date from generate_series(private.report_first_day(period), private.report_last_day(period), interval '3 months') q
$$;

-- Whether a report can be about this. Refusals: 404 office_unknown, 422 report_period_malformed, 422 report_period_running,
-- 422 report_office_not_open.
create function private.check_report(office text, period text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_office public.offices := (select o from public.offices o where o.code = check_report.office);
begin
  if v_office.code is null then
    perform private.refuse(404, 'office_unknown');
  elsif period is null or period !~ '^20[0-9][0-9](-Q[1-4])?$' then
    perform private.refuse(422, 'report_period_malformed');
  elsif private.report_last_day(period) >= private.local_day(now()) then
    perform private.refuse(422, 'report_period_running');
  elsif not exists (select from private.plan_offices(office, private.report_first_day(period), private.report_last_day(period))) then
    perform private.refuse(422, 'report_office_not_open');
  end if;
end;
$$;
