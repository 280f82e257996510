-- The rules that figures are made and judged by: the target, k and the ladder. Whoever could change them with effect on
-- what is published already could make every verdict of the past a good one in a minute, and nobody would see it. So a
-- change is an entry of the ledger, public and part of its chain; it holds from a later day, and for no period that was
-- over before. Until its day another change of the same rule takes its place, and both stay listed.

create table public.rule_changes (
  -- Among the entries of the chain that are no batches, of whatever kind.
  position integer primary key check (position > 0),
  -- The last batch when it was decided, 0 before the first.
  after_batch integer not null check (after_batch >= 0),
  key text not null check (key in ('target_percent', 'min_batch', 'ladder')),
  -- What held when it was decided. Of the first change it is what held from the beginning, which no default of a later
  -- version may rewrite. A ladder is the list of the days of its rungs.
  old_value jsonb not null,
  value jsonb not null,
  decided_on date not null,
  valid_from date not null,
  previous_hash text not null,
  hash text not null unique,
  -- Never for a day that has begun.
  check (valid_from > decided_on)
);

alter table public.rule_changes enable row level security;
create policy "anyone reads how the rules changed" on public.rule_changes for select to anon, authenticated using (true);
grant select on public.rule_changes to anon, authenticated;
create trigger "rows stay as they are" before update or delete on public.rule_changes
  for each row execute function private.forbid_ledger_change();
create trigger "the ledger stays" before truncate on public.rule_changes
  for each statement execute function private.forbid_ledger_change();
call private.log_table('public.rule_changes', 'key', '');

-- Whether a rule may have this value.
create function private.is_rule(rule text, value jsonb) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select case when rule = 'ladder' then private.is_ladder(value) else coalesce(private.is_setting_value(rule, value), false) end
$$;

-- Nobody decides on what could not hold.
create function private.forbid_rule_out_of_bounds() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if not private.is_rule(new.key, new.value) then
    raise check_violation using message = format('%s is out of its bounds', new.key);
  end if;
  return new;
end;
$$;
create trigger "rules are within their bounds" before insert on public.rule_changes
  for each row execute function private.forbid_rule_out_of_bounds();

-- As private.batch_text: the fields in the order of the table, the previous hash first, joined by '|'.
create function private.rule_change_text(change public.rule_changes) returns text
language sql stable security invoker set search_path = ''
as $$
  select concat_ws('|', change.previous_hash, change.position, change.after_batch, change.key,
    change.old_value, change.value, to_char(change.decided_on, 'YYYY-MM-DD'), to_char(change.valid_from, 'YYYY-MM-DD'))
$$;
create function private.rule_change_hash(change public.rule_changes) returns text
language sql stable security invoker set search_path = ''
as $$
  select encode(sha256(convert_to(private.rule_change_text(change), 'UTF8')), 'hex')
$$;

-- The value that releases use now.
create function private.rule_in_force(rule text) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select case when rule = 'ladder' then (select jsonb_agg(l.after_days order by l.position) from private.ladder l)
    else private.setting(rule) end
$$;

-- The value that holds on a day, as far as it is decided: of the changes that are valid by then, the one decided last.
create function private.rule_on(rule text, on_day date) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select coalesce(
    (select c.value from public.rule_changes c where c.key = rule and c.valid_from <= on_day order by c.position desc limit 1),
    (select c.old_value from public.rule_changes c where c.key = rule order by c.position limit 1),
    private.rule_in_force(rule))
$$;

-- The target that a period is held against, by its last day; null and a day to come: today's. Today's is that of the last
-- release, because between two releases no verdict changes.
create function private.target_on(on_day date) returns integer
language sql stable security invoker set search_path = ''
as $$
  select private.rule_on('target_percent', least(on_day, (private.setting('last_release_on') #>> '{}')::date))::integer
$$;

-- Adds a change at the end of the ledger.
create function private.append_rule_change(rule text, value jsonb, decided_on date, valid_from date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_change public.rule_changes;
begin
  v_change.after_batch := private.lock_ledger();
  v_change.position := private.next_position();
  v_change.key := rule;
  v_change.old_value := private.rule_in_force(rule);
  v_change.value := append_rule_change.value;
  v_change.decided_on := append_rule_change.decided_on;
  v_change.valid_from := append_rule_change.valid_from;
  v_change.previous_hash := private.ledger_head();
  v_change.hash := private.rule_change_hash(v_change);
  insert into public.rule_changes values (v_change.*);
end;
$$;

-- Decides a change today. True ratings: it holds from the first day of the next month, which everybody can foresee.
-- Made-up ones: from the next day of release, so that it can be tried. seen is the value that is planned, if one is.
-- Refusal: 409 changed_meanwhile.
create function private.change_rule(rule text, value jsonb, seen jsonb) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
  v_planned jsonb;
begin
  perform private.lock_ledger();
  v_planned := private.rule_on(rule, 'infinity');
  if seen is distinct from v_planned then
    perform private.refuse(409, 'changed_meanwhile');
  elsif value is distinct from v_planned then
    perform private.append_rule_change(rule, value, v_today, case when private.setting('illustrative') = 'true'
      then greatest(v_today, (private.setting('last_release_on') #>> '{}')::date) + 1
      else (date_trunc('month', v_today) + interval '1 month')::date end);
  end if;
end;
$$;

-- At the beginning of a release: what is valid by its day takes effect. A value that has gone out of bounds since it was
-- decided does not.
create function private.apply_rule_changes(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_change record;
begin
  for v_change in
    select distinct on (c.key) c.key, c.value from public.rule_changes c
    where c.valid_from <= on_day and private.is_rule(c.key, c.value)
    order by c.key, c.position desc
  loop
    continue when v_change.value = private.rule_in_force(v_change.key);
    if v_change.key = 'ladder' then
      update private.ladder l set after_days = n.days from (
        select r.position, (v_change.value ->> (row_number() over (order by r.position) - 1)::integer)::integer as days from private.ladder r) n
      where n.position = l.position and l.after_days <> n.days;
    else
      update public.settings s set value = v_change.value where s.key = v_change.key;
    end if;
  end loop;
end;
$$;
