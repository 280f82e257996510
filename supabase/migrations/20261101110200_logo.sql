-- The logo of the publishing agency, shown on posters, kiosks and the head of every page.

-- The agency's logo, as a data: address. Only kinds of pictures that carry no script.
create table private.logo (
  only_one boolean primary key default true check (only_one),
  picture text not null check (length(picture) <= 90000 and picture ~ '^data:image/(png|jpeg|webp);base64,')
);

-- Whether a data: address holds the kind of picture that it names, by the first bytes.
create function private.is_image(picture text) returns boolean
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
  perform private.require_capability(null, 'change_settings');
  if length(picture) > 90000 then
    perform private.refuse(422, 'logo_too_large');
  elsif picture is not null and not private.is_image(picture) then
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
