-- Places that serve citizens, and the bodies above them, as a tree that changes over the years.
--
-- An office is known by our own code. The statistics office reuses its codes for other units (30658 was the old
-- xã Nhơn Mỹ and is now the merged one), so gso_code is a remark, never a key. Offices are closed, not deleted:
-- their figures and their printed QR codes live on.

-- Whether hours are written as staff write them; nothing is.
create function private.is_hours(written text) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select coalesce(written ~ '^(T[2-7]|CN) ([01]?[0-9]|2[0-3]):[0-5][0-9]-([01]?[0-9]|2[0-3]):[0-5][0-9](; (T[2-7]|CN) ([01]?[0-9]|2[0-3]):[0-5][0-9]-([01]?[0-9]|2[0-3]):[0-5][0-9])*$', true)
$$;

create table public.offices (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 40),
  name text not null check (name <> ''),
  kind text not null,
  parent_code text references public.offices,
  -- What the sign at the door says; null for a body that has no desk of its own.
  desk text check (desk <> ''),
  gso_code text,
  opened_on date,
  closed_on date,
  -- As the office publishes them; null where they are not known to us.
  hotline text check (hotline <> ''),
  opening_hours text check (opening_hours <> ''),
  -- When its desks serve people outside the hours that all offices keep (public.set_aside_rules), as staff write it:
  -- 'T7 7:00-11:30; CN 8:00-11:00'. It only adds hours, so that nobody gets rid of ratings by it.
  further_hours text check (private.is_hours(further_hours)),
  -- Ratings not yet in a batch, rounded up to tens, as of the last release: a live count would tell an officer
  -- that the person who just left has rated.
  waiting integer not null default 0 check (waiting >= 0 and waiting % 10 = 0),
  check (closed_on >= opened_on),
  check (parent_code <> code)
);
create index offices_parent on public.offices (parent_code);

alter table public.offices enable row level security;
create policy "anyone reads offices" on public.offices for select to anon, authenticated using (true);
grant select on public.offices to anon, authenticated;

-- The columns that people fill in: forms, imports, comparisons and the open data derive theirs from this list. Besides
-- them there is only `waiting`, which the database counts. A new column needs a line above and a line here.
create table private.office_columns (
  name text primary key,
  position integer not null unique,
  -- code: as it came. text: without blanks around it. date: YYYY-MM-DD.
  type text not null check (type in ('code', 'text', 'date')),
  -- Which capability changes it (private.role_capabilities).
  capability text not null,
  is_needed boolean not null,
  -- By which headings an import knows it besides its name: lower case, without diacritics, divided by |.
  headings text not null
);
insert into private.office_columns (position, name, type, capability, is_needed, headings) values
  (1, 'code', 'code', 'manage_offices', true, 'ma|ma co quan|ma don vi|office code'),
  (2, 'name', 'text', 'manage_offices', true, 'ten|ten co quan|ten don vi|office|office name'),
  (3, 'kind', 'text', 'manage_offices', true, 'loai|cap|loai don vi|type|level'),
  (4, 'parent_code', 'code', 'manage_offices', false, 'ma cap tren|cap tren|truc thuoc|ma don vi cap tren|ma co quan cap tren|parent'),
  (5, 'desk', 'text', 'edit_office_sign', false, 'bo phan mot cua|ten quay|bien hieu|ten bo phan mot cua|desk name'),
  (6, 'gso_code', 'text', 'manage_offices', false, 'ma thong ke|ma gso|ma tong cuc thong ke|ma dvhc|gso'),
  (7, 'opened_on', 'date', 'manage_offices', false, 'ngay bat dau|ngay thanh lap|tu ngay|ngay mo|mo tu ngay|from|start date|opened'),
  (8, 'closed_on', 'date', 'manage_offices', false, 'ngay ket thuc|den ngay|ngay dong|to|end date|closed'),
  (9, 'hotline', 'text', 'edit_office_sign', false, 'duong day nong|dien thoai|so dien thoai|phone|telephone'),
  (10, 'opening_hours', 'text', 'edit_office_sign', false, 'gio lam viec|gio mo cua|thoi gian lam viec|hours'),
  (11, 'further_hours', 'text', 'edit_office_sign', false, 'gio lam viec them|lam viec ngoai gio|them gio|further hours');

-- Those hours, a row a day of the week (1 is Monday).
create function private.opening_times(written text) returns table (weekday integer, opens time, closes time)
language sql immutable security invoker set search_path = ''
as $$
  select case m[1] when 'CN' then 7 else right(m[1], 1)::integer - 1 end, m[2]::time, m[3]::time
  from regexp_matches(written, '(T[2-7]|CN) ([0-9]+:[0-9]+)-([0-9]+:[0-9]+)', 'g') m
$$;

create table public.office_successions (
  predecessor_code text not null references public.offices,
  successor_code text not null references public.offices,
  on_date date not null,
  legal_basis text,
  primary key (predecessor_code, successor_code),
  check (predecessor_code <> successor_code)
);
create index office_successions_successor on public.office_successions (successor_code);

alter table public.office_successions enable row level security;
create policy "anyone reads successions" on public.office_successions for select to anon, authenticated using (true);
grant select on public.office_successions to anon, authenticated;

-- The offices that do the work of an office on a day: itself while open, else its open successors, however many
-- reforms lie between. More than one after a split, none when the work has ended.
create function private.successors(office text, on_day date) returns setof text
language sql stable security invoker set search_path = ''
as $$
  with recursive line as (
    select code, closed_on from public.offices where code = office
    union
    select o.code, o.closed_on
    from line
      join public.office_successions s on s.predecessor_code = line.code and s.on_date <= on_day
      join public.offices o on o.code = s.successor_code
    where line.closed_on < on_day
  )
  select code from line where closed_on is null or closed_on >= on_day
$$;

-- An office and everything below it.
create function private.office_with_descendants(office text) returns setof text
language sql stable security invoker set search_path = ''
as $$
  with recursive below as (
    select code from public.offices where code = office
    union
    select o.code from below join public.offices o on o.parent_code = below.code
  )
  select code from below
$$;

-- The same, and every office whose work it took over, however many reforms lie between, with all below those. After a
-- split each successor has the whole of what came before: nobody can tell its parts.
create function private.office_with_predecessors(office text) returns setof text
language sql stable security invoker set search_path = ''
as $$
  with recursive line as (
    select private.office_with_descendants(office) as code
    union
    select b.code
    from line
      join public.office_successions s on s.successor_code = line.code
      cross join lateral private.office_with_descendants(s.predecessor_code) b (code)
  )
  select code from line
$$;
