-- What citizens come for. National codes such as 1.001193 come and go with the law, so a procedure has a first and
-- a last day; an offering says at which office, and when, it can be asked for.

create table public.fields (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique
);

alter table public.fields enable row level security;
create policy "anyone reads fields" on public.fields for select to anon, authenticated using (true);
grant select on public.fields to anon, authenticated;
call private.log_table('public.fields', 'code', '');

create table public.procedures (
  code text primary key check (code ~ '^[1-9]\.[0-9]{6}$'),
  name text not null check (name <> ''),
  field_code text not null references public.fields,
  level text,
  decision text,
  counter_days integer check (counter_days >= 0),
  online_days integer check (online_days >= 0),
  post_days integer check (post_days >= 0),
  days_unit text,
  -- As the decision says it: an amount, how it is reckoned, or that there is none. Null where nobody has entered it.
  fee text check (fee <> ''),
  documents_url text check (documents_url ~ '^https://'),
  official_url text check (official_url ~ '^https://'),
  valid_from date,
  valid_to date,
  -- How far it can be done online: toàn trình, một phần (which the plan of 2020 calls level 4 and 3), or not at all; null where
  -- nobody has noted it.
  online_level text check (online_level in ('full', 'partial', 'none')),
  check (valid_to >= valid_from)
);
create index procedures_field on public.procedures (field_code);

alter table public.procedures enable row level security;
create policy "anyone reads procedures" on public.procedures for select to anon, authenticated using (true);
grant select on public.procedures to anon, authenticated;
call private.log_table('public.procedures', 'code', '');

-- Service channels in the order of their type, with blanks between them.
create function private.is_channel_list(channels text) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select channels ~ '^(counter|online|postal|counter online|counter postal|online postal|counter online postal)$'
$$;

create table public.offerings (
  office_code text not null references public.offices,
  procedure_code text not null references public.procedures,
  opened_on date,
  closed_on date,
  -- Through which service channels. Null where the office has not said: then the catalogue's time limits tell.
  channels text check (private.is_channel_list(channels)),
  primary key (office_code, procedure_code),
  check (closed_on >= opened_on)
);
create index offerings_procedure on public.offerings (procedure_code);

alter table public.offerings enable row level security;
create policy "anyone reads offerings" on public.offerings for select to anon, authenticated using (true);
grant select on public.offerings to anon, authenticated;
call private.log_table('public.offerings', 'office_code procedure_code', 'office_code');

create function private.is_offered(office text, procedure text, on_day date) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select exists (
    select from public.offerings o
      join public.procedures p on p.code = o.procedure_code
    where o.office_code = office and o.procedure_code = procedure
      and coalesce(o.opened_on, '-infinity') <= on_day and coalesce(o.closed_on, 'infinity') >= on_day
      and coalesce(p.valid_from, '-infinity') <= on_day and coalesce(p.valid_to, 'infinity') >= on_day
  )
$$;
