-- The settings as those at the top keep them. Each has bounds that hold for everybody, the administrator included: k
-- below five would show people, a target of 100 could never be surely met.

-- Null is none. A hotline is never made up: an agency writes its own.
insert into public.settings (key, value, is_public) values
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

-- The agency's logo, as a data: address. Only kinds of pictures that carry no script.
create table private.logo (
  only_one boolean primary key default true check (only_one),
  picture text not null check (length(picture) <= 90000 and picture ~ '^data:image/(png|jpeg|webp);base64,')
);
call private.log_table('private.ladder', 'position', '');

-- Whether a setting may be as it is told. Refusals: 404 setting_unknown, 422 setting_out_of_bounds.
create function private.check_setting(key text, value jsonb) returns void
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_number numeric := case when jsonb_typeof(value) = 'number' then value::text::numeric end;
begin
  if key in ('agency_name', 'hotline') then
    if jsonb_typeof(value) not in ('null', 'string') or length(value #>> '{}') not between 1 and 200 then
      perform private.refuse(422, 'setting_out_of_bounds');
    end if;
  elsif key = 'public_address' then
    if jsonb_typeof(value) <> 'null' and (value #>> '{}' !~ '^https?://[^/[:space:]]+$' or jsonb_typeof(value) <> 'string') then
      perform private.refuse(422, 'setting_out_of_bounds');
    end if;
  elsif key not in ('min_batch', 'release_hour', 'target_percent', 'retention_days', 'answer_days') or key is null then
    perform private.refuse(404, 'setting_unknown');
  elsif v_number is null or v_number <> trunc(v_number) or not (case key
    when 'min_batch' then v_number between 5 and 100
    when 'release_hour' then v_number between 0 and 23
    when 'target_percent' then v_number between 1 and 99
    when 'retention_days' then v_number between 62 and 3650
    else v_number between 1 and 60 end) then
    perform private.refuse(422, 'setting_out_of_bounds');
  end if;
end;
$$;

-- value and seen are JSON as text, because a text that stands for itself is one thing to PostgREST and another to Lite.
-- An empty text is none. Refusals besides: 401, 403, 409 changed_meanwhile.
create function public.save_setting(key text, value text, seen text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_value jsonb;
  v_seen jsonb;
  v_old jsonb;
begin
  perform private.require_role(null, array['coordinator']);
  begin
    v_value := coalesce(value, 'null')::jsonb;
    v_seen := coalesce(seen, 'null')::jsonb;
  exception when invalid_text_representation then
    perform private.refuse(422, 'setting_out_of_bounds');
  end;
  if jsonb_typeof(v_value) = 'string' then
    v_value := coalesce(to_jsonb(private.tidy(jsonb_build_object('text', v_value), 'text')), 'null');
  end if;
  perform private.check_setting(key, v_value);
  select s.value into v_old from public.settings s where s.key = save_setting.key for update;
  if v_old is distinct from v_seen then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  update public.settings s set value = v_value where s.key = save_setting.key;
end;
$$;
grant execute on function public.save_setting(text, text, text) to authenticated, service_role;

-- After how many days each rung gives up a key: the first at once, none before the one above it. The order of the keys
-- stays. Refusals: 401, 403, 422 ladder_malformed, 409 changed_meanwhile.
create function public.save_ladder(days integer[], seen integer[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_old integer[];
begin
  perform private.require_role(null, array['coordinator']);
  perform from private.ladder for update;
  v_old := (select array_agg(l.after_days order by l.position) from private.ladder l);
  if days is null or array_ndims(days) is distinct from 1 or cardinality(days) <> cardinality(v_old) or days[1] <> 0
    or exists (select from unnest(days) d where d is null or d not between 0 and 365)
    or days is distinct from (select array_agg(d order by d) from unnest(days) d) then
    perform private.refuse(422, 'ladder_malformed');
  elsif seen is distinct from v_old then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  update private.ladder l set after_days = n.days
  from (select r.position, save_ladder.days[row_number() over (order by r.position)] as days from private.ladder r) n
  where n.position = l.position and l.after_days <> n.days;
end;
$$;
grant execute on function public.save_ladder(integer[], integer[]) to authenticated, service_role;

-- Whether a data: address holds the kind of picture that it says, by the first bytes.
create function private.is_picture(picture text) returns boolean
language plpgsql immutable security invoker set search_path = ''
as $$
declare
  v_kind text := substring(picture from '^data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$');
  v_bytes bytea;
begin
  if v_kind is null then
    return false;
  end if;
  v_bytes := decode(split_part(picture, ',', 2), 'base64');
  return case v_kind
    when 'png' then substring(v_bytes from 1 for 8) = '\x89504e470d0a1a0a'
    when 'jpeg' then substring(v_bytes from 1 for 3) = '\xffd8ff'
    else substring(v_bytes from 1 for 4) = '\x52494646' and substring(v_bytes from 9 for 4) = '\x57454250' end;
exception when others then
  return false;
end;
$$;

-- Takes a picture of at most 64 kB, null for none. seen: the setting logo as the person saw it. Refusals: 401, 403,
-- 422 logo_unreadable, 422 logo_too_large, 409 changed_meanwhile.
create function public.save_logo(picture text, seen text default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_role(null, array['coordinator']);
  if length(picture) > 90000 then
    perform private.refuse(422, 'logo_too_large');
  elsif picture is not null and not private.is_picture(picture) then
    perform private.refuse(422, 'logo_unreadable');
  end if;
  perform from public.settings s where s.key = 'logo' for update;
  if (select s.value #>> '{}' from public.settings s where s.key = 'logo') is distinct from seen then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  delete from private.logo where true;
  insert into private.logo (picture) select save_logo.picture where save_logo.picture is not null;
  update public.settings s set value = coalesce(to_jsonb(left(md5(picture), 8)), 'null') where s.key = 'logo';
end;
$$;
grant execute on function public.save_logo(text, text) to authenticated, service_role;

-- The picture as a data: address, null when there is none. `version` is the setting logo: it makes another logo another
-- address, so that a browser may keep this one.
create function public.agency_logo(version text default null) returns text
language sql stable security definer set search_path = ''
as $$
  select l.picture from private.logo l
$$;
comment on function public.agency_logo(text) is
  'The picture of the publishing agency, as an address that begins with data:. Null where it has none. version: what settings say as logo, for caches alone.';
grant execute on function public.agency_logo(text) to anon, authenticated, service_role;

-- The rungs of the ladder with the keys that each still names, for whoever wants to know how long a rating may wait.
create function public.publication_ladder() returns table (rung integer, after_days integer, keys text[])
language sql stable security definer set search_path = ''
as $$
  select l.position, l.after_days, array_remove(array[
    case when l.by_procedure then 'procedure' end, case when l.by_field then 'field' end,
    case when l.by_channel then 'channel' end, case when l.by_trust then 'trust' end,
    case when l.with_parent then 'parent' end], null)
  from private.ladder l order by l.position
$$;
comment on function public.publication_ladder() is
  'After how many days waiting ratings become a batch by which keys besides the office.';
grant execute on function public.publication_ladder() to anon, authenticated, service_role;
