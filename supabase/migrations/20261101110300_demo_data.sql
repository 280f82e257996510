-- Made-up ratings, for trying the system out and for nothing else. They go through the same functions as true ones
-- and are released day by day, so what they show is what the system does. While they are there the setting
-- `illustrative` is true and every page says so; once cleared away they cannot be brought back beside true ones.

-- Made-up reports beside made-up ratings: between seven and sixteen dossiers a rating, of which a third to a half came online,
-- and every fifth office silent.
create function private.add_demo_dossiers() returns void
language sql volatile security invoker set search_path = ''
as $$
  insert into public.handled_dossiers as h (month, office_code, channel, handled, on_time)
  select t.month, t.office_code, c.channel, c.handled, c.handled - c.handled * (abs(hashtext(t.office_code)) % 7) / 100
  from public.monthly_totals t
    cross join lateral (select t.n * (7 + abs(hashtext(t.office_code || t.month)) % 10) as handled) r
    cross join lateral (select r.handled * (34 + abs(hashtext(t.office_code)) % 20) / 100 as online) o
    cross join lateral (values ('counter'::public.service_channel, r.handled - o.online), ('online', o.online)) c (channel, handled)
  where t.grain = 6 and t.n > 0 and abs(hashtext(t.office_code)) % 5 > 0
  on conflict (office_code, month, procedure_code, channel) do update
    set handled = excluded.handled, on_time = excluded.on_time
$$;

-- One day: enters its ratings at the instants they carry, then releases on the next morning. ratings: [{at, body,
-- with_visit, on_site, details}] with body as for submit_rating; with_visit makes and spends a visit code; on_site: as if a paired
-- kiosk had signed it, though there is none.
create function private.enter_demo_day(day date, ratings jsonb) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_rating jsonb;
  v_body jsonb;
  v_at timestamptz;
  v_origin private.rating_origin;
  v_code text;
  v_release timestamptz := (day + 1 + make_interval(hours => private.setting('release_hour')::integer))
    at time zone 'Asia/Ho_Chi_Minh';
begin
  for v_rating in select * from jsonb_array_elements(ratings) loop
    v_at := (v_rating ->> 'at')::timestamptz;
    v_body := v_rating -> 'body';
    if (v_rating ->> 'with_visit')::boolean then
      v_origin := private.counter_origin(v_body ->> 'counter', day);
      v_code := private.random_code(10);
      insert into private.visit_codes (code_hash, office_code, procedure_code, channel, expires_on)
      values (private.short_hash(v_code), v_origin.office_code, v_body ->> 'procedure', v_origin.channel, day + 30);
      v_body := v_body - 'counter' || jsonb_build_object('visit', v_code);
    end if;
    perform private.accept_rating(v_body::json, v_at);
    if (v_rating ->> 'on_site')::boolean then
      update private.ratings r set trust = 'on_site',
        sender = private.number_of(concat_ws('|', r.counter_code, day, get_byte(uuid_send(r.receipt_hash), 0) % 3))
      where r.receipt_hash = private.receipt_hash(v_body ->> 'receipt') and r.trust = 'walk_in';
    end if;
    if jsonb_typeof(v_rating -> 'details') = 'object' then
      perform private.add_rating_details(json_build_object('receipt', v_body -> 'receipt', 'details', v_rating -> 'details'));
    end if;
  end loop;
  if v_release <= now() then
    perform private.release_step(v_release, interval '1 hour');
  end if;
end;
$$;

-- For the administrator: enters {days: [{day, ratings}]} in order. {ratings, batches}: what is there afterwards.
-- Refusals: 400 body_invalid, 409 ratings_exist when there are true ratings, or checkpoints of a true ledger: who has seen one would
-- find another ledger of its name once the made-up ratings are cleared away.
create function public.enter_illustrative_ratings(json) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_day jsonb;
begin
  if json_typeof($1 -> 'days') is distinct from 'array' then
    perform private.refuse(400, 'body_invalid');
  end if;
  if private.setting('illustrative') <> 'true' then
    if exists (select from private.ratings) or exists (select from public.batches) or exists (select from public.checkpoints) then
      perform private.refuse(409, 'ratings_exist');
    end if;
    update public.settings set value = 'true' where key = 'illustrative';
  end if;
  for v_day in select * from jsonb_array_elements(($1 -> 'days')::jsonb) loop
    perform private.enter_demo_day((v_day ->> 'day')::date, v_day -> 'ratings');
  end loop;
  perform private.add_demo_dossiers();
  perform private.add_demo_practice();
  perform private.add_demo_oddities();
  perform private.add_demo_controls(private.local_day(now()));
  return jsonb_build_object('ratings', (select count(*) from private.ratings),
    'batches', (select count(*) from public.batches));
end;
$$;
grant execute on function public.enter_illustrative_ratings(json) to service_role;

-- For the administrator: removes every rating, every figure and every change of the rules, and the notice with them. The
-- target and the ladder stay as they are; groups may be no smaller than those of true ratings again.
-- Refusal: 409 not_illustrative when the ratings are true ones.
create function public.clear_illustrative_ratings() returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.lock_ledger();
  if private.setting('illustrative') <> 'true' then
    perform private.refuse(409, 'not_illustrative');
  end if;
  truncate public.practice_notes, public.name_consents, public.praises, private.ratings, private.replies, private.comments, public.comments, private.visit_codes, private.visit_batches, private.low_traffic_counters, private.counted_weeks, private.counter_weeks, private.waiting_people, private.release_run, private.batch_receipts, private.ledger_tree, public.checkpoints, public.checkpoint_signatures, private.set_aside_archive,
    public.batches, public.voidings, private.void_proposals, private.signal_reviews, private.signals, private.signalled_quarter, public.rule_changes, public.monthly_totals, private.ungrouped_answers, private.grouped_quarter, public.answer_groups, public.set_aside_totals, public.visit_code_totals, public.handled_dossiers, private.refused_tries_counted, public.refused_tries, private.released_windows, public.control_surveys, public.control_samples, public.control_draws, private.control_secrets, private.control_contacts;
  update public.offices set waiting = 0 where waiting > 0;
  update public.settings set value = 'null' where key = 'last_release_on';
  update public.settings set value = 'false' where key = 'illustrative';
end;
$$;
grant execute on function public.clear_illustrative_ratings() to service_role;
