-- Asking. An interviewer takes the next people of the list, never ones of their choice, and gets a code for each: with it the
-- answer is given on the very page on which citizens rate, by whom is asked or in their words. So it is stored first and sent
-- later where there is no signal, corrected or taken back by its receipt, and weighed as every other. The code proves that somebody
-- independent asked: the rating has the trust `control`.

-- Lets through whoever may ask about the office; answers with the organisation and where it was named. Refusals: 401 sign_in_first,
-- 403 not_allowed.
create function private.require_to_ask(office text) returns private.office_to_ask
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_ask private.office_to_ask;
begin
  select * into v_ask from private.offices_to_ask() o where o.office_code = office;
  if private.current_email() is null then
    perform private.refuse(401, 'sign_in_first');
  elsif v_ask.office_code is null then
    perform private.refuse(403, 'not_allowed');
  end if;
  return v_ask;
end;
$$;

-- answered, not_reached, refused, or open. Whether a code was used is told to who asks with it, and to nobody else.
create function private.control_state(contact private.control_contacts) returns text
language sql stable security invoker set search_path = ''
as $$
  select case when exists (select from private.visit_codes c where c.code_hash = private.short_hash(contact.code)
    and c.spent_in is not null) then 'answered' else coalesce(contact.outcome, 'open') end
$$;

-- Gives contacts that nobody has taken to the person who asks, with a code each.
create function private.give_control_contacts(contacts uuid[], organisation text) returns void
language sql volatile security invoker set search_path = ''
as $$
  with given as (
    update private.control_contacts c set taken_by = private.actor(), organisation = give_control_contacts.organisation,
      code = private.random_code(10)
    where c.id = any (contacts) returning c.*
  )
  insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on, control_of)
  select private.short_hash(g.code), g.office_code, g.procedure_code, g.channel, private.control_closes_on(g.quarter), g.quarter from given g
$$;

-- The log of asking belongs to the office above, where those who ask were named.
create function private.log_asking(action text, office text, quarter date, named_at text, count bigint) returns void
language sql volatile security invoker set search_path = ''
as $$
  select private.write_audit_log(action, 'control_contacts', concat_ws(' ', office, quarter), named_at, null, jsonb_build_object('count', count))
$$;

-- Where the person may ask now: by office, quarter and way how many there are, how many were taken and what became of them, by
-- whoever asks there; mine: how many of them the person has still to ask. Visits are about the quarter that runs.
create function public.control_work() returns table (office_code text, quarter date, way text, closes_on date, contacts bigint,
  taken bigint, answered bigint, not_reached bigint, refused bigint, mine bigint)
language sql stable security definer set search_path = ''
as $$
  with today as (
    select private.local_day(now()) as day, date_trunc('quarter', private.local_day(now()))::date as quarter
  ), counted as (
    select c.office_code, c.quarter, c.way, c.taken_by, private.control_state(c) as state
    from private.control_contacts c where c.office_code in (select a.office_code from private.offices_to_ask() a)
  ), lists as (
    select distinct c.office_code, c.quarter, c.way from counted c
    union
    select a.office_code, t.quarter, 'visit' from private.offices_to_ask() a cross join today t
      join public.offices o on o.code = a.office_code and o.desk is not null and coalesce(o.closed_on >= t.day, true)
  )
  select l.office_code, l.quarter, l.way, private.control_closes_on(l.quarter), count(c.way), count(c.taken_by),
    count(*) filter (where c.state = 'answered'), count(*) filter (where c.state = 'not_reached'),
    count(*) filter (where c.state = 'refused'),
    count(*) filter (where c.taken_by = private.current_email() and c.state in ('open', 'not_reached'))
  from today t cross join lists l left join counted c on (c.office_code, c.quarter, c.way) = (l.office_code, l.quarter, l.way)
  where private.control_closes_on(l.quarter) >= t.day
  group by 1, 2, 3 order by 1, 2, 3
$$;
grant execute on function public.control_work() to authenticated, service_role;

-- The people whom the person has taken at an office, in their order. code: null once the answer is there or was refused.
-- Refusals: 401, 403, 400 quarter_malformed.
create function public.control_contacts(office text, quarter text) returns table (id uuid, way text, "position" integer, mark text,
  procedure_code text, channel public.service_channel, code text, state text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  v_quarter date;
begin
  perform private.require_to_ask(office);
  v_quarter := private.day_argument(control_contacts.quarter, 'quarter_malformed');
  return query select c.id, c.way, c.position, c.mark, c.procedure_code, c.channel,
    case when s.state in ('open', 'not_reached') then c.code end, s.state
  from private.control_contacts c cross join lateral (select private.control_state(c) as state) s
  where c.office_code = control_contacts.office and c.quarter = v_quarter and c.taken_by = private.current_email()
    and private.control_closes_on(c.quarter) >= private.local_day(now())
  order by c.way, c.position;
end;
$$;
grant execute on function public.control_contacts(text, text) to authenticated, service_role;

-- Takes the next ten of those who were drawn, or as many as there are: {count}. Refusals: 401, 403, 400 quarter_malformed,
-- 409 control_closed, 409 control_unfinished while ten are taken and not asked yet.
create function public.take_control_contacts(office text, quarter text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_ask private.office_to_ask := private.require_to_ask(office);
  v_quarter date := private.day_argument(take_control_contacts.quarter, 'quarter_malformed');
  v_next uuid[];
begin
  if v_quarter is null or private.control_closes_on(v_quarter) < private.local_day(now()) then
    perform private.refuse(409, 'control_closed');
  end if;
  perform pg_advisory_xact_lock(hashtext(concat_ws(' ', 'hai-long control', office, v_quarter)));
  if (select count(*) >= 10 from private.control_contacts c where c.office_code = office and c.quarter = v_quarter
    and c.way = 'telephone' and c.taken_by = private.actor() and private.control_state(c) = 'open') then
    perform private.refuse(409, 'control_unfinished');
  end if;
  v_next := array(select c.id from private.control_contacts c where c.office_code = office and c.quarter = v_quarter
    and c.way = 'telephone' and c.taken_by is null order by c.position limit 10);
  perform private.give_control_contacts(v_next, v_ask.organisation);
  perform private.log_asking('take_contacts', office, v_quarter, v_ask.named_at, cardinality(v_next));
  return jsonb_build_object('count', cardinality(v_next));
end;
$$;
grant execute on function public.take_control_contacts(text, text) to authenticated, service_role;
