-- The settings as those at the top keep them. Each has bounds that hold for everybody, the administrator included: k
-- below five would show people, a target of 100 could never be surely met.

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
    v_value := coalesce(to_jsonb(private.trimmed_text(jsonb_build_object('text', v_value), 'text')), 'null');
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
