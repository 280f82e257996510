-- Looking into signals: an auditor or a coordinator from above the office notes what was looked at and whether something was found. The
-- rated office sees none of it. By quarter everybody reads how many there were, how many were looked into, and how many held something.

-- Each note stays; the last one of a signal is what holds.
create table private.signal_reviews (
  id bigint generated always as identity primary key,
  signal_id bigint not null references private.signals,
  found boolean not null,
  note text not null check (length(note) between 1 and 4000),
  reviewed_by text not null,
  reviewed_on date not null
);
create index signal_reviews_signal on private.signal_reviews (signal_id);

-- Whether whoever is signed in looks after an office from above: no one who works there, or answers for it alone.
create function private.oversees(office text) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select office in (select private.offices_where('see_signals')) and exists (select from private.voiding_sides(private.current_email(), office))
$$;

-- Signals of the offices that one looks after, the latest quarter first: {id, office, quarter, kind, observed, of, expected, threshold,
-- reviews: [{found, note, by, on}]}, the last review first.
create function public.signals() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'office', s.office_code, 'quarter', s.quarter, 'kind', s.kind, 'observed', s.observed,
    'of', s.of_n, 'expected', s.expected, 'threshold', s.threshold, 'reviews', (select coalesce(jsonb_agg(jsonb_build_object('found', r.found,
      'note', r.note, 'by', r.reviewed_by, 'on', r.reviewed_on) order by r.id desc), '[]') from private.signal_reviews r where r.signal_id = s.id))
    order by s.quarter desc, s.office_code, s.kind), '[]')
  from private.signals s
  where s.office_code in (select o.code from public.offices o where o.code in (select i.office_code from private.signals i) and private.oversees(o.code))
$$;

-- Notes what was looked into. was_found: 'true' or 'false'. Refusals: 401, 403 not_allowed, 404 signal_unknown, 400 flag_invalid, 422
-- review_missing, 422 text_too_long, 422 text_unreadable.
create function public.review_signal(signal text, was_found text, note text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_signal private.signals;
  v_found boolean;
  v_note text;
begin
  select * into v_signal from private.signals s where s.id = private.row_argument(signal);
  if v_signal.id is null then
    perform private.require_capability(null, 'see_signals');
    perform private.refuse(404, 'signal_unknown');
  end if;
  perform private.require_capability(v_signal.office_code, 'see_signals');
  if not private.oversees(v_signal.office_code) then
    perform private.refuse(403, 'not_allowed');
  end if;
  v_found := private.flag_argument(review_signal.was_found);
  v_note := private.long_text(review_signal.note, 'text_too_long');
  if v_note is null then
    perform private.refuse(422, 'review_missing');
  end if;
  insert into private.signal_reviews (signal_id, found, note, reviewed_by, reviewed_on)
  values (v_signal.id, coalesce(v_found, false), v_note, private.current_email(), private.local_day(now()));
  -- Without the office: who answers for it reads its log.
  perform private.write_audit_log('insert', 'signal_reviews', v_signal.id::text, null, null, jsonb_build_object('found', coalesce(v_found, false)));
end;
$$;

-- For everybody, by quarter: how many signals there were, how many were looked into, how many held something.
create function public.signal_totals() returns table (quarter date, signals integer, looked_into integer, found integer)
language sql stable security definer set search_path = ''
as $$
  select s.quarter, count(*)::integer, count(l.found)::integer, (count(*) filter (where l.found))::integer
  from private.signals s left join lateral (select r.found from private.signal_reviews r where r.signal_id = s.id order by r.id desc limit 1) l on true
  group by s.quarter order by s.quarter desc
$$;

-- Nobody who is made up rates twice or at night, so two offices get what makes them stand out: their made-up quarters have questions.
create function private.add_demo_oddities() returns void
language sql volatile security invoker set search_path = ''
as $$
  insert into public.set_aside_totals as t (office_code, quarter, reason, n)
  select o.office_code, date_trunc('quarter', (private.setting('last_release_on') #>> '{}')::timestamp)::date,
    case o.position when 1 then 'device_repeat' else 'outside_hours' end, 60
  from (select m.office_code, row_number() over (order by sum(m.n) desc, m.office_code) as position from public.monthly_totals m
    where m.grain = 6 group by m.office_code) o
  where o.position <= 2 and private.setting('last_release_on') <> 'null'
  on conflict (office_code, quarter, reason) do update set n = greatest(t.n, excluded.n)
$$;

grant execute on function public.signals(), public.review_signal(text, text, text) to authenticated;
grant execute on function public.signal_totals() to anon, authenticated;
comment on function public.signals() is 'Where offices below one’s own stand out, as questions, with what was looked into.';
comment on function public.review_signal(text, text, text) is 'Notes what was looked into of a signal, and whether something was found.';
comment on function public.signal_totals() is 'By quarter: how many signals there were, how many were looked into, and how many held something.';
