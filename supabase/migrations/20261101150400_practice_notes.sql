-- What an office says itself of a quarter in which its rate surely rose: what it did, so that others may do it too. Nothing is
-- written over; each version is a row, and the last one that was published is public.

create table public.practice_notes (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  -- The first day of the quarter that it is about.
  quarter date not null check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  version integer not null check (version > 0),
  text text not null check (length(text) between 20 and 2000),
  -- replaced: by a later version, waiting or published.
  state text not null default 'waiting' check (state in ('waiting', 'published', 'returned', 'replaced', 'taken_down')),
  written_by text,
  written_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  unique (office_code, quarter, version)
);
create unique index practice_notes_public on public.practice_notes (office_code, quarter) where state = 'published';
alter table public.practice_notes enable row level security;
create policy "those who work at an office or above it see its notes" on public.practice_notes for select to authenticated
  using (office_code in (select private.offices_where('see_good_practice')));
grant select (id, office_code, quarter, version, text, state, written_by, written_at, decided_by, decided_at, reason)
  on public.practice_notes to authenticated;

create function private.log_practice_note(note public.practice_notes, action text) returns void
language sql volatile security invoker set search_path = ''
as $$
  select private.write_audit_log(action, 'practice_notes', concat_ws(' ', note.office_code, note.quarter), note.office_code, null,
    jsonb_build_object('quarter', note.quarter, 'version', note.version, 'state', note.state))
$$;

-- Of two people who write or decide about the same note the second waits here. Answers with the number of the last version.
create function private.lock_practice_note(office text, quarter date) returns integer
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtext(concat_ws(' ', 'practice note', office, quarter)));
  return (select max(n.version) from public.practice_notes n where n.office_code = office and n.quarter = lock_practice_note.quarter);
end;
$$;

-- Writes a note anew; it is public once it has been looked at, and the one before stays so until then. quarter: its first day;
-- seen: the number of the version that the person saw, null for none. Answers with the row. Refusals: 401, 403,
-- 400 quarter_malformed, 422 practice_text_long, 422 text_unreadable, those of practice_text_problem (422), 409 changed_meanwhile,
-- 409 office_not_improved.
create function public.save_practice_note(office text, quarter text, text text, seen text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_quarter date := private.day_argument(save_practice_note.quarter, 'quarter_malformed');
  v_text text;
  v_problem text;
  v_last integer;
  v_note public.practice_notes;
begin
  perform private.require_capability(coalesce(office, ''), 'write_practice_notes');
  v_text := private.long_text(save_practice_note.text, 'practice_text_long');
  v_problem := private.practice_text_problem(v_text, 2000);
  if v_problem is not null then
    perform private.refuse(422, v_problem);
  elsif not exists (select from private.improvements() i where i.office_code = office and i.quarter = v_quarter) then
    perform private.refuse(409, 'office_not_improved');
  end if;
  v_last := private.lock_practice_note(office, v_quarter);
  if private.integer_argument(seen) is distinct from v_last then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  update public.practice_notes n set state = 'replaced'
  where n.office_code = office and n.quarter = v_quarter and n.state = 'waiting';
  insert into public.practice_notes (office_code, quarter, version, text, written_by)
  values (office, v_quarter, coalesce(v_last, 0) + 1, v_text, private.actor()) returning * into v_note;
  perform private.log_practice_note(v_note, 'insert');
  return to_jsonb(v_note);
end;
$$;
grant execute on function public.save_practice_note(text, text, text, text) to authenticated, service_role;

-- What is decided of a version: publish, return {reason} to the office, take_down {reason} what is public, which the office may
-- do as well. Answers with the row. Refusals: 401, 403, 400 quarter_malformed, 400 body_invalid, 404 practice_note_unknown,
-- 409 changed_meanwhile, 409 practice_note_decided, 422 text_too_long, 422 text_unreadable.
create function public.decide_practice_note(office text, quarter text, version text, decision text, reason text default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_quarter date := private.day_argument(decide_practice_note.quarter, 'quarter_malformed');
  v_note public.practice_notes;
  v_last integer;
  v_reason text := private.long_text(decide_practice_note.reason, 'text_too_long');
begin
  perform private.require_capability(coalesce(office, ''), case when decision = 'take_down' and not private.is_administrator()
    and office in (select private.offices_where('write_practice_notes')) then 'write_practice_notes' else 'moderate_good_practice' end);
  if coalesce(decision, '') not in ('publish', 'return', 'take_down') then
    perform private.refuse(400, 'body_invalid');
  elsif length(v_reason) > 500 then
    perform private.refuse(422, 'text_too_long');
  end if;
  v_last := private.lock_practice_note(office, v_quarter);
  select n.* into v_note from public.practice_notes n where n.office_code = office and n.quarter = v_quarter
    and n.version = private.integer_argument(decide_practice_note.version);
  if not found then
    perform private.refuse(404, 'practice_note_unknown');
  elsif decision = 'take_down' and v_note.state <> 'published' or decision <> 'take_down' and v_note.state in ('published', 'returned', 'taken_down') then
    perform private.refuse(409, 'practice_note_decided');
  -- It has been written anew since.
  elsif decision <> 'take_down' and v_note.version <> v_last then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  if decision = 'publish' then
    update public.practice_notes n set state = 'replaced' where n.office_code = office and n.quarter = v_quarter and n.state = 'published';
  end if;
  update public.practice_notes n set state = case decision when 'publish' then 'published' when 'return' then 'returned' else 'taken_down' end,
    decided_by = private.actor(), decided_at = now(), reason = v_reason
  where n.id = v_note.id returning * into v_note;
  perform private.log_practice_note(v_note, 'update');
  return to_jsonb(v_note);
end;
$$;
grant execute on function public.decide_practice_note(text, text, text, text, text) to authenticated, service_role;
