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
-- An empty text is none. Of a rule that figures depend on, seen is the value that is planned, if one is; the new one holds
-- from a later day (private.change_rule). Refusals besides: 401, 403, 409 changed_meanwhile.
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
  if exists (select from private.setting_rules r where r.key = save_setting.key and r.is_dated) then
    -- 85, were it written 85.0: the text is in a hash.
    perform private.change_rule(key, to_jsonb(v_value::integer), v_seen);
    return;
  end if;
  select s.value into v_old from public.settings s where s.key = save_setting.key for update;
  if v_old is distinct from v_seen then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  update public.settings s set value = v_value where s.key = save_setting.key;
end;
$$;
grant execute on function public.save_setting(text, text, text) to authenticated, service_role;

-- After how many days each rung gives up a key: the first at once, none before the one above it, each within its bounds
-- (private.earliest_days). The order of the keys stays; seen is the ladder that is planned, if one is. Refusals: 401,
-- 403, 422 ladder_malformed, 409 changed_meanwhile.
create function public.save_ladder(days jsonb, seen jsonb) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_capability(null, 'change_settings');
  if not private.is_ladder(days) then
    perform private.refuse(422, 'ladder_malformed');
  end if;
  perform private.change_rule('ladder', days, nullif(seen, 'null'));
end;
$$;
grant execute on function public.save_ladder(jsonb, jsonb) to authenticated, service_role;
