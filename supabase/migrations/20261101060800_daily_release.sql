-- Running a release. It goes office by office in short steps, so that a small database keeps answering citizens in
-- between, and remembers where it is, so that one that was interrupted goes on where it stopped.

create table private.release_run (
  only_one boolean primary key default true check (only_one),
  released_on date not null,
  after_office text not null
);

-- The local day of a release asked for by hand. Refusals: 409 release_out_of_order (the ledger is in the order of
-- its days), 422 release_in_future (allowed only while the ratings are made up anyway).
create function private.checked_release_day(as_of date) returns date
language plpgsql stable security invoker set search_path = ''
as $$
declare
  v_today date := private.local_day(now());
  v_day date := coalesce(as_of, v_today);
begin
  if v_day < (private.setting('last_release_on') #>> '{}')::date then
    perform private.refuse(409, 'release_out_of_order');
  elsif v_day > v_today and private.setting('illustrative') <> 'true' then
    perform private.refuse(422, 'release_in_future');
  end if;
  return v_day;
end;
$$;

-- Releases offices in the order of their codes for as long as the budget lasts, at least one. Rules that hold from this
-- day do so before its first batch.
-- {ratings, done}: how many ratings went into batches in this step, and whether it was the last.
create function private.release_step(at timestamptz, budget interval) returns jsonb
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_day date := private.local_day(at);
  v_start timestamptz := clock_timestamp();
  v_office text;
  v_released integer := 0;
  v_done boolean := false;
  v_first integer := private.lock_ledger() + 1;
begin
  perform private.apply_rule_changes(v_day);
  insert into private.release_run (released_on, after_office) values (v_day, '')
  on conflict (only_one) do update set released_on = v_day,
    after_office = case when release_run.released_on = v_day then release_run.after_office else '' end
  returning after_office into v_office;
  loop
    -- Where nothing waits there is nothing to do: of many offices, most are closed or have no desk.
    select min(office_code) into v_office from private.ratings
    where batch_number is null and set_aside is null and control_of is null and office_code > v_office;
    v_done := v_office is null;
    exit when v_done;
    v_released := v_released + private.release_office(v_office, at);
    update private.release_run set after_office = v_office;
    exit when clock_timestamp() - v_start > budget;
  end loop;
  -- Once for all offices of the step: they share the cells of the grains without an office.
  if v_released > 0 then
    perform private.add_to_totals(v_first);
  end if;
  if not v_done then
    return jsonb_build_object('ratings', v_released, 'done', false);
  end if;
  delete from private.release_run;
  update public.settings set value = to_jsonb(v_day) where key = 'last_release_on';
  perform private.publish_answer_groups(v_day);
  perform private.publish_control_surveys(v_day);
  perform private.draw_control_samples(v_day);
  perform private.recount_waiting(v_day);
  perform private.publish_visit_code_totals(v_day);
  perform private.publish_refused_tries(v_day);
  perform private.publish_kiosk_uptime(v_day);
  perform private.count_low_traffic_counters(v_day);
  perform private.raise_signals(v_day);
  perform private.delete_old_ratings(at);
  perform private.forget_devices(v_day);
  perform private.forget_windows(v_day);
  perform private.forget_code_uses(at);
  perform private.settle_feedback(v_day);
  perform private.make_checkpoint(v_day);
  return jsonb_build_object('ratings', v_released, 'done', true);
end;
$$;

-- The instant that a release of a day uses: now for today, the release hour for another day.
create function private.release_instant(on_day date) returns timestamptz
language sql stable security invoker set search_path = ''
as $$
  select case when on_day = private.local_day(now()) then now() else
    (on_day + make_interval(hours => private.setting('release_hour')::integer)) at time zone 'Asia/Ho_Chi_Minh' end
$$;

-- For the administrator: one step of about a second. Call it again until done. as_of null is today.
-- {ratings, done}. Refusals: 400 day_malformed, 409 release_out_of_order,
-- 422 release_in_future.
create function public.release_ratings(as_of text default null) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select private.release_step(private.release_instant(private.checked_release_day(private.day_argument(as_of, 'day_malformed'))), interval '1 second')
$$;
grant execute on function public.release_ratings(text) to service_role;

-- For a scheduler that calls it every minute: once a day, after the release hour, one step a call until all is done.
create function private.release_when_due() returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if extract(hour from now() at time zone 'Asia/Ho_Chi_Minh') >= private.setting('release_hour')::integer
    and private.local_day(now()) > coalesce((private.setting('last_release_on') #>> '{}')::date, '-infinity') then
    perform private.release_step(now(), interval '5 seconds');
  end if;
end;
$$;
