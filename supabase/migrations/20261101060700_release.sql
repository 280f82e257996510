-- The release: once a day, waiting ratings disappear into batches.

-- What waits at an office, old enough that its author had at least 30 minutes to correct it.
create function private.releasable_ratings(office text, at timestamptz) returns setof private.ratings
language sql stable security invoker set search_path = ''
as $$
  select * from private.ratings
  where office_code = office and batch_number is null and set_aside is null and control_of is null and received_at <= at - interval '30 minutes'
$$;

-- The offices whose ratings one rung puts together: the office alone or, on the last rung, its parent with all
-- offices below it that also have a rating too old to wait for company of its own.
create function private.pooled_offices(office text, rung private.ladder, at timestamptz) returns setof text
language sql stable security invoker set search_path = ''
as $$
  select office where not rung.with_parent
  union
  select o.code
  from public.offices me join public.offices o on o.parent_code = me.parent_code or o.code = me.parent_code
  where me.code = office and rung.with_parent and (o.code = me.parent_code or exists (
    select from private.releasable_ratings(o.code, at) r
    where private.local_day(r.received_at) <= private.local_day(at) - rung.after_days))
$$;

-- The answers of one rating to the optional questions, a row a question. Never the comment.
create function private.answers_given(details jsonb) returns table (question text, answers text[])
language sql immutable security invoker set search_path = ''
as $$
  select d.key, case when jsonb_typeof(d.value) = 'array' then array(select jsonb_array_elements_text(d.value)) else array[d.value #>> '{}'] end
  from jsonb_each(details) d where d.key <> 'comment' and d.value <> '[]'
$$;

-- How many of a batch must be satisfied: if ten people all said the same bad thing, the batch would tell on each of them.
create function private.least_satisfied() returns integer
language sql immutable security invoker set search_path = ''
as $$
  select 2
$$;

-- The ratings that one rung makes batches of: all waiting ones of these offices that share the rung's keys, come from at
-- least k people (private.person), some of them satisfied unless the rung pools, and include one that has waited the
-- rung's days. place numbers the batches from 1. The rows are locked first, so a correction made at this moment either
-- comes before the count or is refused.
-- What a code has proven is never put together with what anybody can send, on no rung: whoever sent walk-ins could else choose
-- which visits are published with them, and so move the rate of visits without a single code. A rung that does not name
-- how ratings came therefore puts together those without a code: on the spot, and unproven. Where a rung pools, each batch has
-- some of the office that asked: of another kind, others may still find company of their own.
-- A function that is called for each of a million ratings takes longer than what it does: what is the same for all is asked once, and
-- private.person is said again.
create function private.ratings_for_batches(office text, offices text[], rung private.ladder, at timestamptz) returns table (place bigint,
  receipt_hash uuid, day date, is_first boolean, procedure_code text, field_code text, channel public.service_channel, trust public.trust)
-- Guessed from averages, this looks like work for a compiler and for reading whole tables; it is neither.
language sql volatile security invoker set search_path = '' set jit = off set random_page_cost = 1.1
as $$
  with waiting as materialized (
    select r.receipt_hash, r.score, r.office_code, r.sender, (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date as day,
      case when rung.by_procedure or rung.by_field then r.procedure_code end as subject,
      case when rung.by_channel then r.channel end as channel,
      case when rung.by_trust or r.trust in ('visit', 'control') then r.trust end as trust
    from private.ratings r
    where r.office_code = any (offices)
      and r.batch_number is null and r.set_aside is null and r.control_of is null and r.received_at <= at - interval '30 minutes'
    for update
  ), keyed as (
    -- Only now: the procedure may have been corrected while the lock was waited for.
    select w.*, coalesce(w.sender, case when w.trust in ('visit', 'control') then hashtextextended(w.receipt_hash::text, 0) else 0 end) as person, case when rung.by_procedure then w.subject end as procedure_code, p.field_code
    from waiting w left join public.procedures p on p.code = w.subject
  ), told_apart as (
    select *, row_number() over (partition by procedure_code, field_code, channel, trust, person order by receipt_hash) = 1 as is_first
    from keyed
  ), grouped as (
    select *, count(*) filter (where is_first) over same as people, min(day) over same as oldest,
      count(*) filter (where score >= 4) over same as satisfied,
      bool_or(office_code = ratings_for_batches.office) over same as is_own
    from told_apart window same as (partition by procedure_code, field_code, channel, trust)
  )
  select dense_rank() over (order by procedure_code, field_code, channel, trust), receipt_hash, day, is_first,
    procedure_code, field_code, channel, trust
  from grouped
  where people >= (select private.setting('min_batch')::integer) and oldest <= (select private.local_day(at) - rung.after_days)
    and is_own and (satisfied >= (select private.least_satisfied()) or rung.with_parent)
$$;

-- Forms the batches of one rung at one office. The ratings are found again by their key: one that was corrected while its
-- lock was waited for has another place (ctid), where this statement does not see it, and the batch would be short of
-- one. What private.answers_given says is said again; answers lie in the order of an id that is random, so that neither says
-- anything. Answers with the number of ratings released.
create function private.release_rung(office text, rung private.ladder, at timestamptz) returns integer
language plpgsql volatile security invoker set search_path = '' set jit = off set random_page_cost = 1.1
as $$
declare
  v_last integer := private.lock_ledger();
  v_offices text[] := array(select private.pooled_offices(office, rung, at));
  v_office text := case when rung.with_parent
    then (select parent_code from public.offices where code = office) else office end;
  v_secret bytea := private.random_secret();
  v_batch public.batches;
  v_released integer := 0;
begin
  for v_batch in
    with chosen as materialized (
      select * from private.ratings_for_batches(release_rung.office, v_offices, rung, at)
    ), claimed as (
      delete from private.ratings r using chosen c where r.receipt_hash = c.receipt_hash
      returning v_last + c.place as number, c.procedure_code, c.field_code, c.channel, c.trust, r.receipt_hash, r.score, r.details,
        r.counter_code, r.office_code, r.sender, r.trust as came, coalesce(r.rated_at, r.received_at) as tapped, c.day, c.is_first,
        sha256('\x00'::bytea || sha256(v_secret || uuid_send(r.receipt_hash)) || uuid_send(r.receipt_hash)) as leaf
    ), noted as (
      insert into private.counter_weeks as w (counter_code, monday, n)
      select counter_code, date_trunc('week', day)::date, count(*) from claimed
      where counter_code is not null group by 1, 2
      on conflict (counter_code, monday) do update set n = w.n + excluded.n
    ), remembered as (
      insert into private.released_windows as w (key, day, n)
      select private.window_key(o.span, o.place, o.score, o.came, o.day, o.begins), o.day, o.n from (
        select s.span, case when s.step is null then c.office_code else c.counter_code end as place, c.score, c.came, c.day,
          date_bin(s.step, c.tapped, 'epoch') as begins, count(*) as n from claimed c cross join private.window_spans() s
        where c.day = (select private.local_day(at)) and c.counter_code is not null and c.came in ('walk_in', 'on_site')
          and (s.span <> 'unnamed' or c.sender is null) and (s.span <> 'minute' or c.counter_code in (select k.code from private.counters k where k.kind = 'kiosk'))
        group by 1, 2, 3, 4, 5, 6) o on conflict (key) do update set n = w.n + excluded.n
    ), answered as (
      insert into private.ungrouped_answers (id, quarter, batch_number, question, answers, office_code, procedure_code, field_code, is_first)
      select gen_random_uuid(), (select date_trunc('quarter', private.local_day(at))), c.number, d.key,
        case when jsonb_typeof(d.value) = 'array' then array(select jsonb_array_elements_text(d.value)) else array[d.value #>> '{}'] end,
        v_office, c.procedure_code, c.field_code, c.is_first
      from claimed c cross join jsonb_each(c.details) d where d.key <> 'comment' and d.value <> '[]' order by 1
    ), kept as (
      -- By a hash: in an order that has nothing to do with that in which they came.
      insert into private.ratings (receipt_hash, batch_number, score, channel, trust, office_code, procedure_code, details)
      select receipt_hash, number, score, channel, trust, v_office, procedure_code, details
      from claimed order by receipt_hash
    )
    select number::integer, v_office, procedure_code, field_code, channel, trust, private.local_day(at),
      count(*)::integer, (count(*) filter (where score = 1))::integer, (count(*) filter (where score = 2))::integer,
      (count(*) filter (where score = 3))::integer, (count(*) filter (where score = 4))::integer,
      (count(*) filter (where score = 5))::integer, null::jsonb, null::integer, null::text, private.local_day(at),
      private.commit_receipts(number::integer, v_secret, string_agg(leaf, ''::bytea order by leaf)), null::text, null::text
    from claimed
    group by number, procedure_code, field_code, channel, trust
    order by number
  loop
    perform private.append_batch(v_batch);
    v_released := v_released + v_batch.n;
  end loop;
  return v_released;
end;
$$;

-- Sets aside what was too much, then goes down the ladder once for one office. A rung that nothing has waited for is skipped; what waits is counted
-- again only after a rung that released some of it.
create function private.release_office(office text, at timestamptz) returns integer
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rung private.ladder;
  v_first integer := private.lock_ledger() + 1;
  v_waiting integer;
  v_oldest date;
  v_here integer;
  v_released integer := 0;
begin
  perform private.set_excess_aside(office, at);
  for v_rung in select * from private.ladder order by position loop
    if v_here is distinct from 0 then
      select count(*), private.local_day(min(received_at)) into v_waiting, v_oldest from private.ratings r
      where r.office_code = release_office.office and r.batch_number is null and r.set_aside is null and r.control_of is null
        and r.received_at <= at - interval '30 minutes';
      v_here := 0;
    end if;
    continue when v_oldest is null or v_oldest > private.local_day(at) - v_rung.after_days;
    continue when v_waiting < private.setting('min_batch')::integer and not v_rung.with_parent;
    v_here := private.release_rung(office, v_rung, at);
    v_released := v_released + v_here;
  end loop;
  perform private.publish_comments(v_first);
  return v_released;
end;
$$;
