-- What everybody may know of petitions: how many an office was sent, how many it answered in time, how long it took, and
-- whether people were content. A quarter's figures are made once, when it has been over for 45 days and nearly all of it
-- is answered, of ten petitions or more, and never change: no number moves because somebody sent one, withdrew one or
-- judged an answer. Each petition is in one figure alone, so no difference of figures is about fewer.

create table public.feedback_figures (
  quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
  office_code text not null references public.offices,
  -- Of offices below it together that had too few each.
  is_pooled boolean not null,
  n integer not null check (n >= 5),
  on_time integer not null check (on_time >= 0),
  late integer not null check (late >= 0),
  -- Of those that are over; null when they are too few.
  median_days double precision,
  -- Null unless as many have said so as a figure needs, and each was said by nobody or by three.
  content integer,
  not_content integer,
  released_on date not null,
  primary key (quarter, office_code, is_pooled),
  check (n = on_time + late)
);
create index feedback_figures_office on public.feedback_figures (office_code);
alter table public.feedback_figures enable row level security;
create policy "anyone reads the figures of petitions" on public.feedback_figures for select to anon, authenticated using (true);
grant select (quarter, office_code, is_pooled, n, on_time, late, median_days, content, not_content, released_on)
  on public.feedback_figures to anon, authenticated;

-- Petitions that are in no figure yet although their quarter is over: those that are over, and those that should be.
-- One for which the office waits on its sender comes into a later quarter.
create function private.uncounted_feedback(quarter date, on_day date) returns setof private.feedback
language sql stable security invoker set search_path = ''
as $$
  select f.* from private.feedback f
  where f.counted_in is null and f.state <> 'withdrawn' and f.received_on < uncounted_feedback.quarter + interval '3 months'
    and (f.closed_on is not null or private.feedback_due_on(f, 'handle') < on_day)
$$;

-- One figure of all that is uncounted at these offices, if it is enough.
create function private.count_feedback(quarter date, office text, offices text[], on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_k constant integer := private.setting('min_batch')::integer;
  v_ids uuid[] := array(select u.id from private.uncounted_feedback(quarter, on_day) u where u.office_code = any (offices));
begin
  if cardinality(v_ids) < v_k then
    return;
  end if;
  insert into public.feedback_figures (quarter, office_code, is_pooled, n, on_time, late, median_days, content, not_content, released_on)
  select count_feedback.quarter, office, offices <> array[office], c.n, c.n - c.late, c.late,
    case when c.closed >= v_k then c.median end, case when c.is_told then c.content end,
    case when c.is_told then c.not_content end, on_day
  from (
    select s.*, s.content + s.not_content >= v_k and s.content not in (1, 2) and s.not_content not in (1, 2) as is_told
    from (
      select count(*)::integer as n, count(*) filter (where f.closed_on is null or f.is_late)::integer as late,
        count(f.working_days) as closed, percentile_cont(0.5) within group (order by f.working_days) as median,
        count(*) filter (where f.is_content)::integer as content, count(*) filter (where not f.is_content)::integer as not_content
      from private.feedback f where f.id = any (v_ids)
    ) s
  ) c;
  update private.feedback f set counted_in = count_feedback.quarter where f.id = any (v_ids);
end;
$$;

-- The quarters whose figures have been made.
create table private.feedback_quarters (quarter date primary key);

create function private.publish_feedback_quarter(quarter date, on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_quarter date := quarter;
  v_office text;
begin
  insert into private.feedback_quarters values (v_quarter);
  for v_office in select distinct u.office_code from private.uncounted_feedback(v_quarter, on_day) u loop
    perform private.count_feedback(v_quarter, v_office, array[v_office], on_day);
  end loop;
  -- What is left goes with what is left of its neighbours.
  for v_office in select distinct o.parent_code from private.uncounted_feedback(v_quarter, on_day) u
    join public.offices o on o.code = u.office_code where o.parent_code is not null
  loop
    perform private.count_feedback(v_quarter, v_office, array(select o.code from public.offices o where o.parent_code = v_office), on_day);
  end loop;
end;
$$;

-- Every quarter that is due and has not been made, in their order: a server that stood still for a year makes four.
create function private.publish_feedback_figures(on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  select private.publish_feedback_quarter(q::date, on_day)
  from generate_series(
    greatest((select max(d.quarter) + interval '3 months' from private.feedback_quarters d),
      (select date_trunc('quarter', min(f.received_on)::timestamp) from private.feedback f)),
    date_trunc('quarter', (on_day - 45)::timestamp) - interval '3 months', interval '3 months') q
$$;

-- What a day's release does with petitions. The texts of one that is over are forgotten after feedback_retention_days, and
-- the row once it is in a figure. What came or changed since the last release is written anew, so that its transaction
-- number is the release's: no petition can be found beside the rating of the same sitting.
create function private.settle_feedback(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_feedback private.feedback;
  v_old date := on_day - private.setting('feedback_retention_days')::integer;
begin
  perform private.move_feedback(on_day);
  for v_feedback in select f.* from private.feedback f where f.closed_on is null and private.feedback_due_on(f, 'handle') < on_day
    and not exists (select from private.feedback_steps s where s.feedback_id = f.id and s.step = 'escalated'
      and s.office_code = f.office_code)
  loop
    perform private.add_feedback_step(v_feedback, 'escalated', on_day, null,
      (select o.parent_code from public.offices o where o.code = v_feedback.office_code));
  end loop;
  perform private.publish_feedback_figures(on_day);
  delete from private.feedback f where f.closed_on < v_old and (f.counted_in is not null or f.state = 'withdrawn');
  update private.feedback f set secret = null where f.closed_on < v_old and f.secret is not null;
  update private.feedback_steps s set secret = null from private.feedback f
  where f.id = s.feedback_id and f.closed_on < v_old and s.secret is not null;
  update private.feedback f set is_fresh = false where f.is_fresh;
  update private.feedback_steps s set is_fresh = false where s.is_fresh;
end;
$$;

insert into private.open_data_files (file, source, title, is_released, ordering, primary_key, columns)
select 'feedback_figures', 'public.feedback_figures', 'Petitions by office and quarter: received, answered in time, median working days, content; of at least k people', true,
  'r.quarter, r.office_code, r.is_pooled', '["quarter", "office_code", "is_pooled"]',
  (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', split_part(c, ':', 1), 'type', split_part(c, ':', 2),
    'unit', nullif(split_part(c, ':', 3), ''))) order by position)
    from unnest(string_to_array('quarter:date office_code:string is_pooled:boolean n:integer:petitions on_time:integer:petitions '
      || 'late:integer:petitions median_days:number:working_days content:integer:petitions not_content:integer:petitions released_on:date',
      ' ')) with ordinality u (c, position));
