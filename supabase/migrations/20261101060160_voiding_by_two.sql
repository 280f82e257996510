-- The second person: confirming that a batch be voided, or withdrawing what one proposed oneself; and the list of both.

-- Somebody and all the members through whom they were appointed: who invited them, who had invited that one to a role that
-- invites, and so on, whether or not they are still there. Two with somebody in common may be one person with two mailboxes, or
-- two whom one person picked. The administrator, who invites the first ones, is nobody's second mailbox.
create function private.appointed_through(person text, inviter text) returns setof text
language sql stable security invoker set search_path = ''
as $$
  with recursive line (email) as (
    select inviter
    union
    select m.invited_by from line l join public.members m on m.email = l.email
      join private.role_capabilities c on c.role = m.role and c.capability = 'appoint_members'
  )
  select person union select l.email from line l where l.email <> 'administrator'
$$;

-- The pair of those who propose and confirm, as voiding sides of the office. Whoever holds both roles is one of the two, and needs
-- another person. Refusals: 403 void_needs_another_person, 409 void_proposer_left, 403 void_needs_other_role, 403 void_not_independent.
create function private.voiding_pair(proposal private.void_proposals, second text,
  out proposed_as text, out auditor_office text, out coordinator_office text)
language plpgsql stable security invoker set search_path = ''
as $$
begin
  if proposal.proposed_by = second then
    perform private.refuse(403, 'void_needs_another_person');
  elsif not exists (select from private.voiding_sides(proposal.proposed_by, proposal.office_code)) then
    perform private.refuse(409, 'void_proposer_left');
  elsif not exists (select from private.voiding_sides(proposal.proposed_by, proposal.office_code) a,
    private.voiding_sides(second, proposal.office_code) b where a.side <> b.side) then
    perform private.refuse(403, 'void_needs_other_role');
  end if;
  select a.side, case a.side when 'auditor' then a.from_office else b.from_office end,
    case a.side when 'auditor' then b.from_office else a.from_office end
  into proposed_as, auditor_office, coordinator_office
  from private.voiding_sides(proposal.proposed_by, proposal.office_code) a, private.voiding_sides(second, proposal.office_code) b
  where a.side <> b.side and not exists (select private.appointed_through(proposal.proposed_by, a.invited_by)
    intersect select private.appointed_through(second, b.invited_by))
  order by 1, 2, 3 limit 1;
  if not found then
    perform private.refuse(403, 'void_not_independent');
  end if;
end;
$$;

-- Voids the batch of a proposal that somebody else of the other role made; answers with the number of the reversal. Refusals: 401,
-- 403 not_allowed, 403 void_own_office, 404 void_unknown, 409 void_decided_already, 409 void_lapsed, those of the pair (403
-- void_needs_another_person, 409 void_proposer_left, 403 void_needs_other_role, 403 void_not_independent), 409 batch_voided.
create function public.confirm_void(proposal text) returns integer
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_proposal private.void_proposals := private.open_void_proposal(proposal);
  v_pair record := private.voiding_pair(v_proposal, private.current_email());
  v_reversal integer := private.void_batch(v_proposal.batch_number, v_proposal.reason);
begin
  insert into public.voidings values (v_reversal, v_pair.auditor_office, v_pair.coordinator_office, v_pair.proposed_as, v_proposal.proposed_on);
  perform private.decide_void_proposal(v_proposal, 'confirmed');
  return v_reversal;
end;
$$;

-- Takes back what one proposed oneself. Refusals: 401, 403 not_allowed, 403 void_own_office, 403 void_of_another, 404 void_unknown,
-- 409 void_decided_already, 409 void_lapsed.
create function public.withdraw_void(proposal text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_proposal private.void_proposals := private.open_void_proposal(proposal);
begin
  if v_proposal.proposed_by <> private.current_email() then
    perform private.refuse(403, 'void_of_another');
  end if;
  perform private.decide_void_proposal(v_proposal, 'withdrawn');
end;
$$;

-- Proposals of the offices whose records the person sees, the latest first: {id, batch, office, n, released_on, reason, proposed_by,
-- proposed_on, open_until, state (open, confirmed, withdrawn, lapsed), decided_by, decided_on, is_mine}.
create function public.void_proposals() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'batch', p.batch_number, 'office', p.office_code, 'n', b.n,
    'released_on', b.released_on, 'reason', p.reason, 'proposed_by', p.proposed_by, 'proposed_on', p.proposed_on,
    'open_until', p.open_until, 'state', case when p.state = 'open' and p.open_until < private.local_day(now()) then 'lapsed' else p.state end,
    'decided_by', p.decided_by, 'decided_on', p.decided_on, 'is_mine', p.proposed_by = private.current_email()) order by p.id desc), '[]')
  from private.void_proposals p join public.batches b on b.number = p.batch_number
  where p.office_code in (select private.offices_where('see_voidings'))
$$;

grant execute on function public.propose_void(text, text), public.confirm_void(text), public.withdraw_void(text), public.void_proposals()
  to authenticated;
comment on function public.propose_void(text, text) is 'For an auditor or a coordinator from above: proposes that a batch be voided, with a reason that will be public.';
comment on function public.confirm_void(text) is 'For the other of the two: voids the batch of a proposal.';
comment on function public.withdraw_void(text) is 'Takes back a proposal of one’s own.';
comment on function public.void_proposals() is 'Proposals to void batches of the offices whose records one sees.';
