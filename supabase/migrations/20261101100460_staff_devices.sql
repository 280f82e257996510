-- Whoever answers for an office is not its citizen: what a browser of staff rates there is set aside (set_aside_rules).

-- A browser in which the caller is signed in: what it rates at the offices that they work for is set aside in this
-- quarter. Refusals: 401, 400 device_invalid.
create function public.note_staff_device(device text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_day date := private.local_day(now());
begin
  if private.current_email() is null then
    perform private.refuse(401, 'sign_in_first');
  elsif device is null then
    perform private.refuse(400, 'device_invalid');
  end if;
  insert into private.staff_devices
  select private.sender(jsonb_build_object('device', device), row(o, null, '', null, null, null)::private.rating_origin,
    null, v_day), date_trunc('quarter', v_day)::date
  from private.offices_where('see_home') o
  on conflict do nothing;
end;
$$;
grant execute on function public.note_staff_device(text) to authenticated, service_role;
