-- Praise that others may learn from. Staff of an office nominate a comment; who coordinates it writes anew what is published,
-- because a citizen is known by their own words. The public reads the office and the quarter, and neither batch, day nor face.
-- An officer's name stands beside it only while there is their consent.

insert into private.role_capabilities (capability, role)
select capability, unnest(string_to_array(roles, ' ')) from (values
  ('see_good_practice', 'coordinator head clerk auditor'),
  ('nominate_praise', 'coordinator head clerk'),
  ('moderate_good_practice', 'coordinator'),
  ('record_consents', 'coordinator head'),
  -- Nobody has to ask a superior for it.
  ('revoke_consents', 'coordinator head clerk'),
  ('write_practice_notes', 'head clerk')
) given (capability, roles);

create table public.praises (
  id uuid primary key default gen_random_uuid(),
  comment_id uuid not null unique references public.comments,
  office_code text not null references public.offices,
  -- The first day of the quarter in which the comment was released.
  quarter date not null check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  state text not null default 'waiting' check (state in ('waiting', 'published', 'declined', 'taken_down')),
  version integer not null default 1,
  text text check (length(text) between 20 and 1000),
  shows_name boolean not null default false,
  nominated_by text,
  nominated_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  -- What was taken down is gone.
  check ((state = 'published') = (text is not null)),
  check (not shows_name or state = 'published')
);
create index praises_office on public.praises (office_code, quarter);
alter table public.praises enable row level security;
create policy "those who read an office's comments see what was nominated" on public.praises for select to authenticated
  using (office_code in (select private.offices_where('see_good_practice')));
grant select (id, comment_id, office_code, quarter, state, version, text, shows_name, nominated_by, nominated_at, decided_by, decided_at, reason)
  on public.praises to authenticated;

-- That an officer agreed to be named with a praise: who noted it, when, and how it was said. The name is forgotten when the
-- consent ends; that there was one stays. The log never holds a name.
create table public.name_consents (
  id bigint generated always as identity primary key,
  praise_id uuid not null references public.praises,
  office_code text not null references public.offices,
  officer_name text check (length(officer_name) between 1 and 100),
  form text not null check (form in ('paper', 'message', 'in_person')),
  recorded_by text,
  recorded_at timestamptz not null default now(),
  ended_by text,
  ended_at timestamptz,
  check ((officer_name is null) = (ended_at is not null))
);
create unique index name_consents_once on public.name_consents (praise_id) where ended_at is null;
create index name_consents_office on public.name_consents (office_code);
alter table public.name_consents enable row level security;
create policy "those who read an office's comments see who agreed to be named" on public.name_consents for select to authenticated
  using (office_code in (select private.offices_where('see_good_practice')));
grant select (id, praise_id, office_code, officer_name, form, recorded_by, recorded_at, ended_by, ended_at)
  on public.name_consents to authenticated;

-- What is wrong with words that are to be published, as the key of a refusal.
create function private.practice_text_problem(written text, longest integer) returns text
language sql stable security invoker set search_path = ''
as $$
  select p.problem
  from (values
    (1, 'practice_text_short', coalesce(length(regexp_replace(written, '\s+', ' ', 'g')), 0) < 20),
    (2, 'practice_text_long', length(written) > longest),
    (3, 'publication_names_somebody', private.mask_identifiers(written) <> written)
  ) p (position, problem, holds)
  where p.holds order by p.position limit 1
$$;

-- The letters and digits of a text without marks, one after the other.
create function private.bare_letters(written text) returns text
language sql immutable security invoker set search_path = ''
as $$
  select regexp_replace(lower(private.plain_letters(normalize(written))), '[[:space:][:punct:]|`~▒]+', '', 'g')
$$;

-- Whether somebody would find the comment's own words in a text: two dozen letters on end, which are some six words, or all of a
-- shorter comment. What is shorter than a dozen anybody would have said.
create function private.repeats_comment(written text, comment text) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select length(c.letters) >= 12 and exists (select from generate_series(1, greatest(length(c.letters) - 23, 1)) at
    where strpos(t.letters, substr(c.letters, at, 24)) > 0)
  from private.bare_letters(comment) c (letters), private.bare_letters(written) t (letters)
$$;

-- Whether a text names an officer: a name of several words however it is spelt, one of a single word as it is written, because
-- "An" is a name and "an toàn" is none. Khmer has no blanks between words.
create function private.names_officer(written text, officer text) returns boolean
language sql immutable security invoker set search_path = ''
as $$
  select case
    when plain.name ~ '[^ -~]' then strpos(private.bare_letters(written), private.bare_letters(officer)) > 0
    when btrim(plain.name) ~ ' ' then strpos(plain.words, plain.name) > 0
    else strpos(regexp_replace(' ' || normalize(written) || ' ', '[[:space:][:punct:]]+', ' ', 'g'), ' ' || officer || ' ') > 0 end
  from (select ' ' || regexp_replace(lower(private.plain_letters(normalize(written))), '[[:space:][:punct:]|`~]+', ' ', 'g') || ' ' as words,
    ' ' || btrim(regexp_replace(lower(private.plain_letters(normalize(officer))), '[[:space:][:punct:]|`~]+', ' ', 'g')) || ' ' as name) plain
$$;

-- The praise, locked until the transaction ends, for who holds the capability at its office. Refusals: 401, 403, and for those
-- at the top 404 praise_unknown.
create function private.locked_praise(praise uuid, capability text) returns public.praises
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_praise public.praises;
begin
  select * into v_praise from public.praises p where p.id = praise for update;
  if not found then
    -- Only those at the top learn that there is no such praise.
    perform private.require_capability(null, capability);
    perform private.refuse(404, 'praise_unknown');
  end if;
  perform private.require_capability(v_praise.office_code, capability);
  return v_praise;
end;
$$;

-- Nominates a comment; answers with the praise. Refusals: 401, 403, 404 comment_unknown, 409 praise_nominated_already.
create function public.nominate_praise(comment text) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_comment public.comments := private.answerable_comment(private.uuid_argument(comment));
  v_praise public.praises;
begin
  perform private.require_capability(v_comment.office_code, 'nominate_praise');
  -- The comment is locked: of two who nominate it the second waits here.
  if exists (select from public.praises p where p.comment_id = v_comment.id) then
    perform private.refuse(409, 'praise_nominated_already');
  end if;
  insert into public.praises (comment_id, office_code, quarter, nominated_by)
  values (v_comment.id, v_comment.office_code, date_trunc('quarter', v_comment.released_on::timestamp), private.actor()) returning * into v_praise;
  perform private.write_audit_log('insert', 'praises', v_praise.id::text, v_praise.office_code, null, jsonb_build_object('quarter', v_praise.quarter));
  return to_jsonb(v_praise);
end;
$$;
grant execute on function public.nominate_praise(text) to authenticated, service_role;
