-- Where a rating starts: a poster on a desk, a kiosk, the last page of an online service, a leaflet in a parcel.
-- The code is printed, so it never changes its meaning: a retired one explains itself and names what replaced it.
-- Counters are private: browsers ask for one by its code and cannot list them.

-- The only list of the kinds: on a desk, on a tablet, at the end of an online service, in a parcel.
create function private.counter_kinds() returns text[]
language sql immutable security invoker set search_path = ''
as $$
  select array['poster', 'kiosk', 'link', 'leaflet']
$$;

create table private.counters (
  -- Six characters of Crockford's base 32, which has no I, L, O and U to misread.
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
  office_code text not null references public.offices,
  name text not null check (name <> ''),
  -- What the plate on the desk shows, often a digit; null where there is no desk.
  number text,
  channel public.service_channel not null,
  kind text not null check (kind = any (private.counter_kinds())),
  retired_on date,
  replaced_by text references private.counters,
  -- Once its office's work is split among several: the one that works at this desk; null where nobody has said.
  successor_code text references public.offices,
  check (replaced_by is null or retired_on is not null)
);
create index counters_office on private.counters (office_code);
create index counters_replaced_by on private.counters (replaced_by);
create index counters_successor on private.counters (successor_code);
call private.log_table('private.counters', 'code', 'office_code');

-- The procedures most asked for at a counter, offered as a short list before the search.
create table private.usual_procedures (
  counter_code text not null references private.counters,
  procedure_code text not null references public.procedures,
  position integer not null,
  primary key (counter_code, procedure_code)
);
create index usual_procedures_procedure on private.usual_procedures (procedure_code);

-- The counter of a typed or scanned code, or a refusal that says what is wrong with it.
create function private.counter_by_code(typed text) returns private.counters
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_code text := private.crockford(typed);
  v_counter private.counters;
begin
  if v_code is null or v_code !~ '^[0-9A-HJKMNP-TV-Z]{6}$' then
    perform private.refuse(400, 'counter_malformed');
  end if;
  select * into v_counter from private.counters where code = v_code;
  if not found then
    perform private.refuse(404, 'counter_unknown');
  end if;
  return v_counter;
end;
$$;

-- The one office that does on a day what another did: itself, or after a merger its successor, so that old posters and
-- result slips keep working. Null when the work ended or was split among several.
create function private.serving_office(office text, on_day date) returns text
language plpgsql stable security invoker set search_path = ''
as $$
begin
  -- Nearly always the office is still there; only a closed one sends us looking for who came after it.
  if exists (select from public.offices o where o.code = office
    and (o.closed_on is null or o.closed_on >= on_day)) then
    return office;
  end if;
  return (select min(s) from private.successors(office, on_day) s having count(*) = 1);
end;
$$;

-- The office that works at a counter on a day.
create function private.office_of_counter(counter private.counters, on_day date) returns text
language sql stable security invoker set search_path = ''
as $$
  select coalesce(private.serving_office(counter.office_code, on_day), private.serving_office(counter.successor_code, on_day))
$$;

-- The procedures of an office as the rating page lists them: the counter's usual ones first.
create function private.procedure_choices(counter text, office text, on_day date) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'code', p.code, 'name', p.name, 'field', f.name, 'usual', u.position is not null
    ) order by u.position nulls last, p.name), '[]')
  from public.offerings o
    join public.procedures p on p.code = o.procedure_code
    join public.fields f on f.code = p.field_code
    left join private.usual_procedures u on u.procedure_code = p.code and u.counter_code = counter
  where o.office_code = office and private.is_offered(office, p.code, on_day)
$$;

-- The counter that replaced a retired one: posters are replaced again and again, and an old one leads to the last.
-- Null when that one is retired as well, or when codes replace one another in a circle: nobody is sent from one closed
-- door to the next.
create function private.last_replacement(counter text, on_day date) returns text
language sql stable security invoker set search_path = ''
as $$
  with recursive chain as (
    select c.replaced_by as code, array[c.code] as seen from private.counters c where c.code = counter
    union all
    select c.replaced_by, ch.seen || c.code
    from chain ch join private.counters c on c.code = ch.code
    where c.code <> all (ch.seen)
  )
  select l.code
  from chain ch join private.counters l on l.code = ch.seen[cardinality(ch.seen)]
  where ch.code is null and cardinality(ch.seen) > 1 and (l.retired_on is null or l.retired_on > on_day)
$$;

-- What the rating page of a counter shows. state: 'open', or 'retired' with successor
-- {counter: code or null, offices: [{code, name}]}. procedures: [{code, name, field, usual}].
-- Refusals: 400 counter_malformed, 404 counter_unknown.
create function public.counter_page(code text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
  v_counter private.counters := private.counter_by_code(code);
  v_office text := private.office_of_counter(v_counter, v_today);
  v_open boolean := v_office is not null and (v_counter.retired_on is null or v_counter.retired_on > v_today);
begin
  return jsonb_build_object(
    'state', case when v_open then 'open' else 'retired' end,
    'counter', jsonb_build_object('code', v_counter.code, 'name', v_counter.name, 'number', v_counter.number,
      'channel', v_counter.channel, 'kind', v_counter.kind),
    'office', (select jsonb_build_object('code', o.code, 'name', o.name, 'desk', coalesce(o.desk, o.name), 'hotline', o.hotline)
      from public.offices o where o.code = coalesce(v_office, v_counter.office_code)),
    'procedures', case when v_open then private.procedure_choices(v_counter.code, v_office, v_today) else '[]' end,
    'successor', case when not v_open then jsonb_build_object(
      'counter', private.last_replacement(v_counter.code, v_today), 'offices',
      (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name) order by o.name), '[]')
       from private.successors(v_counter.office_code, v_today) s join public.offices o on o.code = s)) end
  );
end;
$$;
grant execute on function public.counter_page(text) to anon, authenticated;

-- The code of the office's open counter of the kind 'link', the first if there are several; null where there is none.
-- Refusal: 404 office_unknown.
create function public.rating_link(office text) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.check_office_code(office);
  return (select min(c.code) from private.counters c
    where c.office_code = office and c.kind = 'link'
      and (c.retired_on is null or c.retired_on > private.local_day(now()))
      and private.serving_office(c.office_code, private.local_day(now())) = office);
end;
$$;
grant execute on function public.rating_link(text) to anon, authenticated;
comment on function public.rating_link(text) is
  'The code under which an office is rated from anywhere: its page is /r/ and the code. Null where it has none.';
