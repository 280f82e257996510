-- Handled dossiers as an office reports them by hand, and visit codes as it makes them.

-- Which codes were made together. used is what the holder of the slips may know: how many were, as of the last release,
-- rounded down to tens, and nothing for fewer codes than a batch has ratings: of a single slip everybody would know
-- whether its owner has rated.
create table private.visit_batches (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  procedure_code text references public.procedures,
  channel public.service_channel not null,
  count integer not null,
  expires_on date not null,
  made_by text not null,
  made_on date not null,
  used integer
);
create index visit_batches_office on private.visit_batches (office_code);
create index visit_batches_procedure on private.visit_batches (procedure_code);
alter table private.visit_codes add column batch_id bigint references private.visit_batches;
create index visit_codes_batch on private.visit_codes (batch_id);
call private.log_table('private.visit_batches', 'id', 'office_code');

-- Codes for an office by somebody who works there. Answers with the codes, once. Refusals: 401, 403, and those of
-- private.new_visit_codes.
create function public.make_visit_codes(office text, procedure text, channel public.service_channel, count integer,
  expires_on date) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_batch bigint;
  v_codes text[];
begin
  perform private.require_role(office, array['coordinator', 'head', 'clerk']);
  v_codes := private.new_visit_codes(office, procedure, channel, count, expires_on);
  insert into private.visit_batches (office_code, procedure_code, channel, count, expires_on, made_by, made_on)
  values (office, procedure, channel, count, make_visit_codes.expires_on, private.actor(), private.local_day(now()))
  returning id into v_batch;
  update private.visit_codes c set batch_id = v_batch where c.code_hash = any (array(
    select private.short_hash(code) from unnest(v_codes) code));
  return to_jsonb(v_codes);
end;
$$;
grant execute on function public.make_visit_codes(text, text, public.service_channel, integer, date)
  to authenticated, service_role;

-- What was made for an office, or for all that the person answers for, the latest first.
create function public.visit_batches(office text default null)
returns table (id bigint, office_code text, procedure_code text, channel public.service_channel, count integer,
  expires_on date, made_by text, made_on date, used integer)
language sql stable security definer set search_path = ''
as $$
  select b.id, b.office_code, b.procedure_code, b.channel, b.count, b.expires_on, b.made_by, b.made_on, b.used
  from private.visit_batches b
  where (b.office_code in (select private.offices_as(array['coordinator', 'head', 'clerk', 'auditor']))
      or private.is_administrator())
    and (visit_batches.office is null or b.office_code = visit_batches.office)
  order by b.id desc
$$;
grant execute on function public.visit_batches(text) to authenticated, service_role;

-- Counted when a release ends, and at no other time.
create function private.recount_visits() returns void
language sql volatile security invoker set search_path = ''
as $$
  update private.visit_batches b set used = u.used
  from (
    select c.batch_id, count(c.spent_on) / 10 * 10 as used from private.visit_codes c group by c.batch_id
  ) u
  where u.batch_id = b.id and b.count >= private.setting('min_batch')::integer and b.used is distinct from u.used
$$;

-- The number of one month, office, procedure and channel (null: not told apart), or none with handled null. seen: the
-- {handled, on_time} that the person saw, null for none. Answers with the row, or null.
-- Refusals: 401, 403, 404 office_unknown, 404 procedure_unknown, 422 month_malformed (or one that has not begun),
-- 422 handled_malformed, 422 on_time_malformed, 422 fewer_than_rated, 409 changed_meanwhile.
create function public.save_handled(report jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_office text := report ->> 'office_code';
  v_procedure text := report ->> 'procedure_code';
  v_channel public.service_channel := (select c from unnest(enum_range(null::public.service_channel)) c where c::text = report ->> 'channel');
  v_month date := private.day_of(report, 'month');
  v_handled text := private.tidy(report, 'handled');
  v_on_time text := private.tidy(report, 'on_time');
  v_row public.handled_dossiers;
begin
  perform private.require_role(v_office, array['coordinator', 'head']);
  if not exists (select from public.offices o where o.code = v_office) then
    perform private.refuse(404, 'office_unknown');
  elsif v_procedure is not null and not exists (select from public.procedures p where p.code = v_procedure) then
    perform private.refuse(404, 'procedure_unknown');
  elsif v_month is null or extract(day from v_month) <> 1 or v_month > private.local_day(now()) then
    perform private.refuse(422, 'month_malformed');
  elsif v_handled !~ '^\d{1,8}$' then
    perform private.refuse(422, 'handled_malformed');
  elsif v_on_time !~ '^\d{1,8}$' or v_on_time::integer > v_handled::integer then
    perform private.refuse(422, 'on_time_malformed');
  end if;
  select * into v_row from public.handled_dossiers h where h.office_code = v_office and h.month = v_month
    and h.procedure_code is not distinct from v_procedure and h.channel is not distinct from v_channel for update;
  if v_row.id is null then
    perform private.require_unchanged(null, seen);
  else
    perform private.require_unchanged(jsonb_build_object('handled', v_row.handled, 'on_time', v_row.on_time), seen);
  end if;
  if v_handled is null then
    delete from public.handled_dossiers h where h.id = v_row.id;
    return null;
  end if;
  perform private.require_enough(v_office, v_month, v_procedure, v_channel, v_handled::integer);
  insert into public.handled_dossiers as h (month, office_code, procedure_code, channel, handled, on_time)
  values (v_month, v_office, v_procedure, v_channel, v_handled::integer, v_on_time::integer)
  on conflict (office_code, month, procedure_code, channel) do update
    set handled = excluded.handled, on_time = excluded.on_time
  returning * into v_row;
  return to_jsonb(v_row);
end;
$$;
grant execute on function public.save_handled(jsonb, jsonb) to authenticated, service_role;

-- Nobody handles fewer dossiers than were rated with the one-time code of a dossier. Codes are rated later than
-- dossiers are finished, so the published ratings of the month stand against this month and the one before.
-- Refusal: 422 fewer_than_rated.
create function private.require_enough(office text, month date, procedure text, channel public.service_channel,
  handled integer) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if handled + coalesce((select sum(h.handled) from public.handled_dossiers h where h.office_code = office
      and h.month = (require_enough.month - interval '1 month')::date and h.procedure_code is not distinct from procedure
      and h.channel is not distinct from require_enough.channel), 0)
    < (select coalesce(sum(t.n), 0) from public.monthly_totals t where t.grain = 1 and t.office_code = office
      and t.month = require_enough.month and t.trust = 'visit' and (procedure is null or t.procedure_code = procedure)
      and (require_enough.channel is null or t.channel = require_enough.channel)) then
    perform private.refuse(422, 'fewer_than_rated');
  end if;
end;
$$;
