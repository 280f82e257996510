-- A batch that was found wrong is answered by a reversal (ledger.sql), and that takes two people: an auditor and a coordinator,
-- whoever of them comes first. One proposes it with a reason that will be public, the other confirms it within fourteen days, or
-- nothing happens. Who could void alone could take away whatever is unwelcome; so can two who are one in truth. Hence each
-- acts from above the office whose batch it is, where that has anything above it, does no work there nor at an office that
-- took over its work, and no member has appointed both, nor the one the other, however many lie between.

insert into private.role_capabilities (capability, role)
select capability, unnest(string_to_array(roles, ' ')) from (values
  ('see_voidings', 'coordinator head auditor'),
  ('void_as_auditor', 'auditor'),
  ('void_as_coordinator', 'coordinator')
) given (capability, roles);

create table private.void_proposals (
  id bigint generated always as identity primary key,
  -- No reference: what refers to the ledger keeps its triggers from saying why it cannot be emptied. No batch ever goes.
  batch_number integer not null,
  office_code text not null references public.offices,
  reason text not null check (reason <> ''),
  proposed_by text not null,
  proposed_on date not null,
  open_until date not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'withdrawn')),
  decided_by text,
  decided_on date,
  check ((state = 'open') = (decided_on is null))
);
create index void_proposals_batch on private.void_proposals (batch_number);
create index void_proposals_office on private.void_proposals (office_code);

-- Who voided a batch, for everybody: the offices that they acted from and which of them came first, no names. A reversal without a
-- row is from before it took two.
create table public.voidings (
  -- The number of that batch.
  reversal integer primary key,
  auditor_office text not null references public.offices,
  coordinator_office text not null references public.offices,
  proposed_as text not null check (proposed_as in ('auditor', 'coordinator')),
  proposed_on date not null
);
create index voidings_auditor_office on public.voidings (auditor_office);
create index voidings_coordinator_office on public.voidings (coordinator_office);
alter table public.voidings enable row level security;
create policy "anyone reads who voided a batch" on public.voidings for select to anon, authenticated using (true);
grant select on public.voidings to anon, authenticated;
create trigger "rows stay as they are" before update or delete on public.voidings
  for each row execute function private.forbid_ledger_change();
create trigger "the voidings stay" before truncate on public.voidings
  for each statement execute function private.forbid_ledger_change();

-- As what a person may take part in voiding a batch of an office, from which office, and who appointed them.
create function private.voiding_sides(person text, office text) returns table (side text, from_office text, invited_by text)
language sql stable security invoker set search_path = ''
as $$
  with answering (code) as (select voiding_sides.office union select private.successors(voiding_sides.office, private.local_day(now())))
  select replace(c.capability, 'void_as_', ''), m.office_code, m.invited_by
  from public.members m join private.role_capabilities c on c.role = m.role and c.capability in ('void_as_auditor', 'void_as_coordinator')
  where m.email = person and m.ended_at is null
    and office in (select private.office_with_descendants(m.office_code))
    and (m.office_code not in (select a.code from answering a)
      or not exists (select from public.offices o where o.code = m.office_code and o.parent_code is not null))
    and not exists (select from public.members w where w.email = person and w.ended_at is null and w.office_code in (select n.code from answering n)
      and w.role not in (select a.role from private.role_capabilities a where a.capability in ('void_as_auditor', 'void_as_coordinator')))
$$;

-- Answers a batch with its reversal. Both stay in the ledger for everyone to see. What a batch no longer holds up comes down with
-- it: praise of a quarter that has fewer than three batches left. Answers with the number of the reversal.
-- Refusals: 404 batch_unknown, 409 batch_voided.
create function private.void_batch(voided integer, reason text) returns integer
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_last integer := private.lock_ledger();
  v_batch public.batches;
begin
  select * into v_batch from public.batches b where b.number = void_batch.voided and b.voids is null;
  if not found then
    perform private.refuse(404, 'batch_unknown');
  elsif exists (select from public.batches b where b.voids = v_batch.number) then
    perform private.refuse(409, 'batch_voided');
  end if;
  perform private.append_batch((v_last + 1, v_batch.office_code, v_batch.procedure_code, v_batch.field_code,
    v_batch.channel, v_batch.trust, v_batch.released_on, -v_batch.n, -v_batch.score_1, -v_batch.score_2,
    -v_batch.score_3, -v_batch.score_4, -v_batch.score_5,
    (select jsonb_object_agg(d.key, -(d.value::integer)) from jsonb_each(v_batch.details) d),
    v_batch.number, void_batch.reason, private.local_day(now()), null, null, null)::public.batches);
  perform private.add_to_totals(v_last + 1);
  perform private.take_down_lone_praise(v_batch.office_code, date_trunc('quarter', v_batch.released_on::timestamp)::date);
  perform private.make_checkpoint(private.local_day(now()));
  return v_last + 1;
end;
$$;

-- Lets through who may take part in voiding a batch of the office, signed in. Refusals: 401, 403 not_allowed, 403 void_own_office.
create function private.require_voiding_side(office text) returns void
language plpgsql stable security invoker set search_path = ''
as $$
begin
  perform private.require_capability(office, 'see_voidings');
  if not exists (select from private.voiding_sides(private.current_email(), office)) then
    if exists (select from private.offices_where('void_as_auditor') a where a = office)
      or exists (select from private.offices_where('void_as_coordinator') c where c = office) then
      perform private.refuse(403, 'void_own_office');
    end if;
    perform private.refuse(403, 'not_allowed');
  end if;
end;
$$;

-- Proposes that a batch be voided; answers with the proposal's id. Refusals: 401, 403 not_allowed, 403 void_own_office, 404
-- batch_unknown, 409 batch_voided, 409 void_proposed_already, 422 reason_missing, 422 text_too_long, 422 text_unreadable.
create function public.propose_void(batch text, reason text) returns bigint
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_batch public.batches;
  v_reason text;
  v_today date := private.local_day(now());
  v_id bigint;
begin
  perform private.lock_ledger();
  select * into v_batch from public.batches b where b.number = private.integer_argument(propose_void.batch) and b.voids is null;
  if not found then
    perform private.refuse(404, 'batch_unknown');
  end if;
  perform private.require_voiding_side(v_batch.office_code);
  if exists (select from public.batches b where b.voids = v_batch.number) then
    perform private.refuse(409, 'batch_voided');
  elsif exists (select from private.void_proposals p where p.batch_number = v_batch.number and p.state = 'open' and p.open_until >= v_today) then
    perform private.refuse(409, 'void_proposed_already');
  end if;
  -- In a spreadsheet a text that begins like a formula would be run as one.
  v_reason := regexp_replace(coalesce(private.long_text(propose_void.reason, 'text_too_long'), ''), '^[-=+@\s]+', '');
  if v_reason = '' then
    perform private.refuse(422, 'reason_missing');
  end if;
  insert into private.void_proposals (batch_number, office_code, reason, proposed_by, proposed_on, open_until)
  values (v_batch.number, v_batch.office_code, v_reason, private.current_email(), v_today, v_today + 14) returning id into v_id;
  perform private.write_audit_log('insert', 'void_proposals', v_id::text, v_batch.office_code, null,
    jsonb_build_object('batch_number', v_batch.number, 'reason', v_reason));
  return v_id;
end;
$$;

-- A proposal that is still open, locked, for who may see it. Refusals: 401, 403, and for those at the top 404 void_unknown; 409
-- void_decided_already, 409 void_lapsed.
create function private.open_void_proposal(proposal text) returns private.void_proposals
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_proposal private.void_proposals;
begin
  perform private.lock_ledger();
  select * into v_proposal from private.void_proposals p where p.id = private.row_argument(proposal) for update;
  if not found then
    perform private.require_capability(null, 'see_voidings');
    perform private.refuse(404, 'void_unknown');
  end if;
  perform private.require_voiding_side(v_proposal.office_code);
  if v_proposal.state <> 'open' then
    perform private.refuse(409, 'void_decided_already');
  elsif v_proposal.open_until < private.local_day(now()) then
    perform private.refuse(409, 'void_lapsed');
  end if;
  return v_proposal;
end;
$$;

create function private.decide_void_proposal(proposal private.void_proposals, decided text) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  update private.void_proposals p set state = decided, decided_by = private.current_email(), decided_on = private.local_day(now())
  where p.id = proposal.id;
  perform private.write_audit_log('update', 'void_proposals', proposal.id::text, proposal.office_code,
    '{"state": "open"}', jsonb_build_object('state', decided, 'batch_number', proposal.batch_number));
end;
$$;
