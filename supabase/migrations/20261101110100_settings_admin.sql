-- Changing a setting, at the top of the tree.

-- Whether a setting may be changed to this value. Refusals: 404 setting_unknown, 422 setting_out_of_bounds.
create function private.check_setting(key text, value jsonb) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if not exists (select from private.setting_rules r where r.key = check_setting.key and r.is_editable) then
    perform private.refuse(404, 'setting_unknown');
  elsif not private.is_setting_value(key, value) then
    perform private.refuse(422, 'setting_out_of_bounds');
  end if;
end;
$$;

-- value and seen are JSON as text, because PostgREST and Lite read a bare text differently.
-- An empty text is none. Refusals besides: 401, 403, 409 changed_meanwhile.
create function public.save_setting(key text, value text, seen text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_value jsonb;
  v_seen jsonb;
  v_old jsonb;
begin
  perform private.require_capability(null, 'change_settings');
  begin
    v_value := coalesce(value, 'null')::jsonb;
    v_seen := coalesce(seen, 'null')::jsonb;
  exception when invalid_text_representation then
    perform private.refuse(422, 'setting_out_of_bounds');
  end;
  if jsonb_typeof(v_value) = 'string' then
    v_value := coalesce(to_jsonb(private.name_field(jsonb_build_object('text', v_value), 'text')), 'null');
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
