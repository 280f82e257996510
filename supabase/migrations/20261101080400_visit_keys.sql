-- Visit codes for the software of a one-stop desk, one for each finished dossier. The software shows a key of its office, and
-- says the office, the procedure and the channel: no dossier and no person comes here. It may ask again after a lost answer.

-- The keys of an office's software. A key is 160 random bits, told once and stored one-way.
create table private.visit_keys (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  name text not null check (name <> '' and length(name) <= 60),
  key_hash bytea not null unique,
  -- Its last four characters, by which people tell keys apart.
  ending text not null,
  made_on date not null,
  made_by text not null,
  revoked_on date
);
create index visit_keys_office on private.visit_keys (office_code);
call private.log_table('private.visit_keys', 'id', 'office_code');
alter table private.visit_batches add foreign key (key_id) references private.visit_keys;
create index visit_batches_key on private.visit_batches (key_id);

-- A new key for the software of an office: {id, key}; the key is never told again. To change a key, make another one, let the
-- software use that, and revoke the old one. Refusals: 401, 403, 404 office_unknown, 410 office_closed, 422 name_missing,
-- 422 name_too_long, 422 text_unreadable.
create function public.make_visit_key(office text, name text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_key text := private.random_code(32);
  v_name text := private.name_field(jsonb_build_object('name', name), 'name');
  v_id bigint;
begin
  perform private.require_capability(office, 'manage_visit_keys');
  if not exists (select from public.offices o where o.code = office) then
    perform private.refuse(404, 'office_unknown');
  elsif exists (select from public.offices o where o.code = office and o.closed_on < private.local_day(now())) then
    perform private.refuse(410, 'office_closed');
  elsif v_name is null then
    perform private.refuse(422, 'name_missing');
  elsif length(v_name) > 60 then
    perform private.refuse(422, 'name_too_long');
  end if;
  insert into private.visit_keys (office_code, name, key_hash, ending, made_on, made_by)
  values (office, v_name, sha256(convert_to(v_key, 'UTF8')), right(v_key, 4), private.local_day(now()), private.actor())
  returning id into v_id;
  return jsonb_build_object('id', v_id, 'key', v_key);
end;
$$;
grant execute on function public.make_visit_key(text, text) to authenticated, service_role;

-- The keys of an office, or of all that the person answers for; the latest first.
create function public.visit_keys(office text default null)
returns table (id bigint, office_code text, name text, ending text, made_on date, made_by text, revoked_on date)
language sql stable security definer set search_path = ''
as $$
  select k.id, k.office_code, k.name, k.ending, k.made_on, k.made_by, k.revoked_on from private.visit_keys k
  where (k.office_code in (select private.offices_where('see_visit_codes')) or private.is_administrator())
    and (visit_keys.office is null or k.office_code = visit_keys.office)
  order by k.id desc
$$;
grant execute on function public.visit_keys(text) to authenticated, service_role;

-- From now on nothing is issued for this key; what it brought stays good. Again is no error. Refusals: 401, 403,
-- 404 visit_key_unknown.
create function public.revoke_visit_key(key text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_key private.visit_keys;
begin
  select * into v_key from private.visit_keys k where k.id::text = key for update;
  perform private.require_capability(v_key.office_code, 'manage_visit_keys');
  if v_key.id is null then
    perform private.refuse(404, 'visit_key_unknown');
  end if;
  update private.visit_keys k set revoked_on = coalesce(k.revoked_on, private.local_day(now())) where k.id = v_key.id
  returning * into v_key;
  return jsonb_build_object('id', v_key.id, 'revoked_on', v_key.revoked_on);
end;
$$;
grant execute on function public.revoke_visit_key(text) to authenticated, service_role;

-- The code that a request brings, whenever it is sent: ten characters of the HMAC of what the caller calls it, with the key
-- that the caller shows. Nothing here can make it again: the key is stored one-way, and what the caller calls a request not
-- at all, be it the number of a dossier.
create function private.requested_code(key text, request text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(m.mac, i) % 32, 1), '' order by i)
  from (select private.device_mac(convert_to(key, 'UTF8'), 'visit|' || request) as mac) m, generate_series(0, 9) i
$$;

-- The key in the header of this request. Refusals: 401 visit_key_missing, 401 visit_key_unknown, also for one that was revoked,
-- 403 visit_key_elsewhere for another office's.
create function private.shown_visit_key(shown text, office text) returns private.visit_keys
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_key private.visit_keys;
begin
  if shown is null then
    perform private.refuse(401, 'visit_key_missing');
  end if;
  select * into v_key from private.visit_keys k where k.key_hash = sha256(convert_to(shown, 'UTF8')) and k.revoked_on is null;
  if not found then
    perform private.refuse(401, 'visit_key_unknown');
  elsif office is distinct from v_key.office_code then
    perform private.refuse(403, 'visit_key_elsewhere');
  end if;
  return v_key;
end;
$$;

-- Counts a code with those that this key brought on this day for the same, and stores it.
create function private.store_issued_code(key private.visit_keys, code text, procedure text, channel public.service_channel, expires_on date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_batch bigint;
begin
  update private.visit_batches b set count = b.count + 1
  where b.key_id = key.id and b.made_on = private.local_day(now()) and b.channel = store_issued_code.channel
    and b.procedure_code is not distinct from procedure and b.expires_on = store_issued_code.expires_on
  returning b.id into v_batch;
  if not found then
    insert into private.visit_batches (office_code, procedure_code, channel, count, expires_on, made_by, made_on, key_id)
    values (key.office_code, procedure, channel, 1, expires_on, key.name, private.local_day(now()), key.id) returning id into v_batch;
  end if;
  insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on, batch_id)
  values (private.short_hash(code), key.office_code, procedure, channel, store_issued_code.expires_on, v_batch);
end;
$$;

-- For the software of a one-stop desk. Headers: hai-long-key, the key of the office; idempotency-key, what the caller calls this
-- request, 8 to 100 characters: sent again it brings the same code. Body: {office, procedure (or null), channel}, and nothing
-- else. Answers with {code, address, qr (SVG), expires_on}. Refusals: those of the body, those above, 400
-- idempotency_key_malformed, 409 idempotency_key_reused when it came with other arguments before, 409 public_address_missing, 400 channel_unknown, and
-- those of private.check_visit_order.
create function public.issue_visit_code(json) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_body jsonb := private.checked_body($1, array['office', 'procedure', 'channel']);
  v_headers json := coalesce(nullif(current_setting('request.headers', true), ''), '{}')::json;
  v_procedure text := private.text_field(v_body, 'procedure', 'procedure_not_offered');
  v_key private.visit_keys := private.shown_visit_key(v_headers ->> 'hai-long-key', v_body ->> 'office');
  v_request text := v_headers ->> 'idempotency-key';
  v_channel public.service_channel := private.channel_argument(v_body ->> 'channel');
  v_expires_on date := private.local_day(now()) + 30;
  v_code text;
  v_known private.visit_codes;
  v_site text := private.setting('public_address') #>> '{}';
  v_address text;
begin
  if v_request is null or v_request !~ '^[!-~]{8,100}$' then
    perform private.refuse(400, 'idempotency_key_malformed');
  elsif v_site is null then
    perform private.refuse(409, 'public_address_missing');
  end if;
  v_code := private.requested_code(v_headers ->> 'hai-long-key', v_request);
  -- One after the other at one office: the same request twice at once must meet itself.
  perform pg_advisory_xact_lock(hashtext('hai-long visit codes ' || v_key.office_code));
  select * into v_known from private.visit_codes c where c.code_hash = private.short_hash(v_code);
  if v_known.code_hash is null then
    perform private.check_visit_order(v_key.office_code, v_procedure, v_channel, 1, v_expires_on);
    perform private.store_issued_code(v_key, v_code, v_procedure, v_channel, v_expires_on);
  elsif v_known.office_code <> v_key.office_code or v_known.procedure_code is distinct from v_procedure or v_known.channel is distinct from v_channel then
    perform private.refuse(409, 'idempotency_key_reused');
  else
    v_expires_on := v_known.expires_on;
  end if;
  v_address := v_site || '/v/' || v_code;
  return jsonb_build_object('code', v_code, 'address', v_address, 'qr', private.qr_svg(v_address), 'expires_on', v_expires_on);
end;
$$;
grant execute on function public.issue_visit_code(json) to anon, authenticated;
