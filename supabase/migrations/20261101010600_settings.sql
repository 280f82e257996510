-- Numbers and texts that an agency may choose within bounds. The public ones are readable, so that anyone who recomputes a
-- figure knows the target it was held against and when the next figures come. The bounds hold for everybody, the
-- administrator included, and are those that an agency can defend. Below ten true ratings a group says too much about
-- each of them; only while all ratings are made up may it be tried with less, and never with fewer than five. A target
-- below 50 would call an office good that most people are not satisfied with, and one of 100 could never be surely met.

create table private.setting_rules (
  key text primary key check (key ~ '^[a-z_]+$'),
  position integer not null unique,
  -- address: http or https and a host, and nothing else. Texts, addresses and dates may be null.
  type text not null check (type in ('integer', 'boolean', 'date', 'text', 'address')),
  -- Of an integer its value, of a text its length.
  minimum integer,
  maximum integer,
  -- How far down it may go while all ratings are made up; null: no further.
  illustrative_minimum integer,
  default_value jsonb not null,
  is_public boolean not null,
  -- Whether public.save_setting changes it; the others are the database's own.
  is_editable boolean not null,
  -- Figures are made by it: a change is an entry of the ledger and holds from a later day (public.rule_changes).
  is_dated boolean not null default false
);
insert into private.setting_rules (position, key, type, minimum, maximum, illustrative_minimum, default_value, is_public,
  is_editable, is_dated) values
  -- The k of the publication rule.
  (1, 'min_batch', 'integer', 10, 100, 5, '10', true, true, true),
  -- Per cent, of the reform plan.
  (2, 'target_percent', 'integer', 50, 99, null, '90', true, true, true);
insert into private.setting_rules (position, key, type, minimum, maximum, default_value, is_public, is_editable) values
  -- The local hour.
  (3, 'release_hour', 'integer', 0, 23, '8', true, true),
  -- How long a rating is kept after its batch.
  (4, 'retention_days', 'integer', 62, 3650, '365', true, true),
  -- Working days in which a comment is answered.
  (5, 'answer_days', 'integer', 1, 60, '10', true, true),
  -- Per cent: how many visit codes an office may make above the dossiers that it reports.
  (12, 'visit_code_margin', 'integer', 0, 100, '20', true, true),
  -- Working days in which a petition is refused, the sender is asked for more, it is handed on, answered, and its answer
  -- published (decision 766/QD-TTg counts 2, 5, 5, 15 and 2).
  (13, 'feedback_refuse_days', 'integer', 1, 10, '2', true, true),
  (14, 'feedback_ask_days', 'integer', 1, 15, '5', true, true),
  (15, 'feedback_forward_days', 'integer', 1, 15, '5', true, true),
  (16, 'feedback_handle_days', 'integer', 1, 60, '15', true, true),
  (17, 'feedback_publish_days', 'integer', 1, 15, '2', true, true),
  -- How long the texts of a petition are kept once it is over.
  (18, 'feedback_retention_days', 'integer', 90, 3650, '730', true, true),
  -- How many petitions an office takes in a day: a flood ends there, a bad day does not.
  (19, 'feedback_daily_limit', 'integer', 50, 10000, '300', true, true),
  (6, 'agency_name', 'text', 1, 200, 'null', true, true),
  -- Never made up: an agency writes its own.
  (7, 'hotline', 'text', 1, 200, 'null', true, true),
  -- Where phones find the site: printed on posters, and where a form without scripts and a shared link lead. Null until
  -- it is known; then posters take the page's own.
  (8, 'public_address', 'address', 1, 200, 'null', true, true),
  -- A short hash of the picture in private.logo, so that browsers ask for it once; null without one.
  (9, 'logo', 'text', 1, 200, 'null', true, false),
  -- Whether made-up ratings are shown.
  (10, 'illustrative', 'boolean', null, null, 'false', true, false),
  (11, 'last_release_on', 'date', null, null, 'null', true, false);

create table public.settings (
  key text primary key check (key ~ '^[a-z_]+$'),
  value jsonb not null,
  is_public boolean not null default false
);

alter table public.settings enable row level security;
create policy "anyone reads public settings" on public.settings for select to anon, authenticated using (is_public);
grant select on public.settings to anon, authenticated;

create function private.setting(wanted text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select value from public.settings where key = wanted
$$;

-- Whether an address is an origin and no more (RFC 6454): http or https, a name or a number of a host, perhaps a port. A
-- user part would show one host and lead to another; what follows a path, ? or # would swallow what posters add. The
-- letters are plain ones: a name in others has a spelling in these (punycode), and two that look alike are told apart.
-- http stays, for trying the system out in an office's own network. The same: isOrigin in src/lib/text/origin.ts.
create function private.is_origin(address text) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select address ~ ('^https?://([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*'
      || '|\[[0-9a-fA-F:.]+\])(:[1-9][0-9]{0,4})?$')
    and coalesce(substring(address from ':([0-9]+)$')::integer, 1) <= 65535
$$;

-- Whether a setting may have this value; null for a key that has no rule.
create function private.is_setting_value(key text, value jsonb) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select case r.type
    when 'integer' then case when jsonb_typeof(value) = 'number'
      then value::numeric = trunc(value::numeric) and value::numeric <= r.maximum and value::numeric >= case
        when private.setting('illustrative') = 'true' then coalesce(r.illustrative_minimum, r.minimum) else r.minimum end
      else false end
    when 'boolean' then jsonb_typeof(value) = 'boolean'
    when 'date' then jsonb_typeof(value) = 'null'
      or jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    when 'text' then jsonb_typeof(value) = 'null'
      or jsonb_typeof(value) = 'string' and length(value #>> '{}') between r.minimum and r.maximum
    else jsonb_typeof(value) = 'null' or jsonb_typeof(value) = 'string'
      and length(value #>> '{}') <= r.maximum and private.is_origin(value #>> '{}')
  end
  from private.setting_rules r where r.key = is_setting_value.key
$$;

-- A trigger, because a check constraint may not read another table. With the last made-up rating goes what only made-up
-- ratings allow.
create function private.forbid_setting_out_of_bounds() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if not private.is_setting_value(new.key, new.value) then
    raise check_violation using message = format('%s is out of its bounds', new.key);
  elsif new.key = 'illustrative' and new.value = 'false' then
    update public.settings s set value = to_jsonb(r.minimum) from private.setting_rules r
    where r.key = s.key and r.illustrative_minimum is not null and s.value::integer < r.minimum;
  end if;
  return new;
end;
$$;
create trigger "settings are within their bounds" before insert or update on public.settings
  for each row execute function private.forbid_setting_out_of_bounds();

insert into public.settings (key, value, is_public)
select r.key, r.default_value, r.is_public from private.setting_rules r order by r.position;
