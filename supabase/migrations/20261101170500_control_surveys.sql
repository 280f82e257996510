-- What was found: once a quarter and office, when asking is over, one batch of all answers, of at least fifty people, beside what
-- people said by themselves. There is never another figure of the same answers, so no difference of two tells on anybody. The
-- batch is an entry of the ledger as every other; no total, verdict, target or index holds it (private.sums_by_grain).

create table public.control_surveys (
  office_code text not null references public.offices,
  -- The first day of the quarter that was asked about.
  quarter date not null check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  published_on date not null,
  -- Who asked, joined by '; '.
  organisations text not null,
  -- How many people were asked, by telephone and at the door.
  asked integer not null check (asked > 0),
  asked_by_telephone integer not null check (asked_by_telephone between 0 and asked),
  -- Null where there is no figure: then it is not told whether too few answered or nearly all said the same.
  answered integer,
  refused integer,
  -- Not reached, or given a code that was never used.
  not_reached integer check (not_reached >= 0),
  -- No foreign key: a ledger that is emptied, as made-up ones are, has to be emptied alone.
  batch_number integer unique,
  -- By question how often each answer was given, by the rule of the answer groups.
  answers jsonb,
  primary key (office_code, quarter),
  check (num_nulls(answered, refused, not_reached, batch_number, answers) in (0, 5)),
  check (answered + refused + not_reached = asked)
);
alter table public.control_surveys enable row level security;
create policy "anyone reads what was asked independently" on public.control_surveys for select to anon, authenticated using (true);
grant select (office_code, quarter, published_on, organisations, asked, asked_by_telephone, answered, refused, not_reached, batch_number, answers)
  on public.control_surveys to anon, authenticated;

-- The optional answers of a survey: {question: {of, answers: {answer: n}}} of the questions that at least 20 people answered, if each
-- answer was given by nobody or by at least three.
create function private.control_answers(office text, quarter date) returns jsonb
language sql stable security invoker set search_path = ''
as $$
  with answered as (
    select a.question, a.answers from private.ratings r cross join private.answers_given(r.details) a
    where r.office_code = office and r.control_of = control_answers.quarter and r.batch_number is null and r.set_aside is null
  ), given as (
    select d.question, u.answer, count(*) as n from answered d cross join unnest(d.answers) u (answer) group by 1, 2
  ), people as (
    select d.question, count(*) as n from answered d group by 1 having count(*) >= 20
  )
  select coalesce(jsonb_object_agg(safe.question, jsonb_build_object('of', safe.people, 'answers', safe.answers)), '{}')
  from (select p.question, p.n as people, jsonb_object_agg(g.answer, g.n) as answers
    from people p join given g on g.question = p.question group by 1, 2 having min(g.n) >= 3) safe
$$;

-- Makes one batch of all answers of a survey, if they are enough and at least two are satisfied; its number, or null. As in
-- private.release_rung the rows are written anew, in an order that says nothing.
create function private.release_control(office text, quarter date, on_day date) returns integer
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_number integer := private.lock_ledger() + 1;
  v_secret bytea := private.random_secret();
  v_batch public.batches;
begin
  perform from private.ratings r where r.office_code = office and r.control_of = release_control.quarter and r.batch_number is null and r.set_aside is null for update;
  if (select count(*) < greatest(private.least_control_answers(), private.setting('min_batch')::integer)
      or count(*) filter (where r.score >= 4) < private.least_satisfied()
    from private.ratings r where r.office_code = office and r.control_of = release_control.quarter and r.batch_number is null and r.set_aside is null) then
    return null;
  end if;
  with claimed as (
    delete from private.ratings r where r.office_code = office and r.control_of = release_control.quarter and r.batch_number is null and r.set_aside is null
    returning r.receipt_hash, r.score, r.details
  ), kept as (
    insert into private.ratings (receipt_hash, batch_number, score, trust, office_code, details)
    select c.receipt_hash, v_number, c.score, 'control', office, c.details from claimed c order by c.receipt_hash
  )
  select v_number, office, null, null, null::public.service_channel, 'control'::public.trust, on_day, count(*), count(*) filter (where c.score = 1),
    count(*) filter (where c.score = 2), count(*) filter (where c.score = 3), count(*) filter (where c.score = 4),
    count(*) filter (where c.score = 5), null::jsonb, null::integer, null, on_day,
    private.commit_receipts(v_number, v_secret, string_agg(private.receipt_leaf(v_secret, c.receipt_hash), ''::bytea
      order by private.receipt_leaf(v_secret, c.receipt_hash))), null, null
  into v_batch from claimed c;
  perform private.append_batch(v_batch);
  return v_number;
end;
$$;

-- Publishes the surveys whose time is over, and forgets whom they asked. A whole day later, so that the last answers are older than
-- the half hour in which they may be corrected.
create function private.publish_control_surveys(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_survey record;
  v_answers jsonb;
  v_number integer;
begin
  for v_survey in
    select c.office_code, c.quarter, count(c.taken_by) as asked, count(c.taken_by) filter (where c.way = 'telephone') as by_telephone,
      string_agg(distinct c.organisation, '; ' order by c.organisation) as organisations,
      count(*) filter (where private.control_state(c) = 'refused') as refused,
      count(*) filter (where private.control_state(c) = 'answered') as answered
    from private.control_contacts c where private.control_closes_on(c.quarter) < on_day - 1 group by 1, 2 order by 1, 2
  loop
    if v_survey.asked > 0 then
      v_answers := private.control_answers(v_survey.office_code, v_survey.quarter);
      v_number := private.release_control(v_survey.office_code, v_survey.quarter, on_day);
      insert into public.control_surveys
      select v_survey.office_code, v_survey.quarter, on_day, v_survey.organisations, v_survey.asked, v_survey.by_telephone, b.n,
        -- Who took an answer back has refused one.
        case when b.n is not null then v_survey.refused + v_survey.answered - b.n end,
        case when b.n is not null then v_survey.asked - v_survey.refused - v_survey.answered end,
        b.number, case when b.n is not null then v_answers end
      from (select) one left join public.batches b on b.number = v_number;
      perform private.publish_comments(v_number) where v_number is not null;
    end if;
    delete from private.visit_codes c where c.office_code = v_survey.office_code and c.control_of = v_survey.quarter;
    delete from private.control_contacts c where c.office_code = v_survey.office_code and c.quarter = v_survey.quarter;
  end loop;
  perform private.reveal_control_seeds(on_day);
end;
$$;
