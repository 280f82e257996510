-- Numbers that an agency may choose within bounds. The public ones are readable, so that anyone who recomputes a
-- figure knows the target it was held against and when the next figures come.

create table public.settings (
  key text primary key check (key ~ '^[a-z_]+$'),
  value jsonb not null,
  is_public boolean not null default false
);

alter table public.settings enable row level security;
create policy "anyone reads public settings" on public.settings for select to anon, authenticated using (is_public);
grant select on public.settings to anon, authenticated;

alter table public.settings add constraint settings_are_within_bounds check (
  case key
    when 'min_batch' then jsonb_typeof(value) = 'number' and value::numeric between 5 and 100
    when 'release_hour' then jsonb_typeof(value) = 'number' and value::numeric between 0 and 23
    when 'target_percent' then jsonb_typeof(value) = 'number' and value::numeric between 1 and 99
    when 'retention_days' then jsonb_typeof(value) = 'number' and value::numeric between 62 and 3650
    when 'answer_days' then jsonb_typeof(value) = 'number' and value::numeric between 1 and 60
    when 'illustrative' then jsonb_typeof(value) = 'boolean'
    when 'last_release_on' then jsonb_typeof(value) in ('string', 'null')
    when 'public_address' then jsonb_typeof(value) = 'null' or value #>> '{}' ~ '^https?://[^/[:space:]]+$'
    else true
  end
);

-- min_batch: the k of the publication rule. release_hour: local hour. target_percent: of the reform plan.
-- retention_days: how long a rating is kept after its batch. illustrative: made-up ratings are shown. public_address:
-- where phones find the site, printed on posters; null until it is known, then posters take the page's own.
insert into public.settings (key, value, is_public) values
  ('min_batch', '10', true),
  ('release_hour', '8', true),
  ('target_percent', '90', true),
  ('retention_days', '365', true),
  ('illustrative', 'false', true),
  ('last_release_on', 'null', true),
  ('public_address', 'null', true),
  ('answer_days', '10', true),
  -- Null is none. A hotline is never made up: an agency writes its own.
  ('agency_name', 'null', true),
  ('hotline', 'null', true),
  -- Which picture stands in private.logo, so that browsers ask for it once: a short hash, or null.
  ('logo', 'null', true);
alter table public.settings add constraint settings_texts_are_short check (
  key not in ('agency_name', 'hotline', 'logo') or jsonb_typeof(value) = 'null'
    or jsonb_typeof(value) = 'string' and length(value #>> '{}') between 1 and 200
);
alter table public.settings add constraint settings_count_in_whole_numbers check (
  jsonb_typeof(value) <> 'number' or value::numeric = trunc(value::numeric)
);

create function private.setting(wanted text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select value from public.settings where key = wanted
$$;
