-- Whom to ask. For telephone calls the database draws from the codes that one-stop software got for finished dossiers: each
-- stands for one person who was served, and the office had to ask for it before anybody could know which will be drawn. It knows
-- no telephone number. Whoever runs the software finds it by the code (docs/control-ratings.md), for all codes of the quarter,
-- so that nobody there learns who is asked. For visits the interviewer hands out codes at the door.
--
-- A code that was drawn says nothing of whether its person has rated by themselves, and the two answers never meet: both are
-- counted, in figures that stand beside each other and are never added up.

-- How many codes are drawn at an office for a quarter: of those who are called, a quarter at least must answer.
create function private.control_sample_size() returns integer
language sql immutable security invoker set search_path = ''
as $$
  select 200
$$;

-- How many answers make a figure.
create function private.least_control_answers() returns integer
language sql immutable security invoker set search_path = ''
as $$
  select 50
$$;

-- The last day on which people are asked about a quarter: calls begin when it is over, and visits when it begins.
create function private.control_closes_on(quarter date) returns date
language sql immutable security invoker set search_path = ''
as $$
  select (quarter + interval '3 months' + interval '44 days')::date
$$;

-- What the seed of a quarter is made of besides a batch, as long as it is asked about.
create table private.control_secrets (
  quarter date primary key,
  secret text not null
);
-- Its SHA-256, which binds the database before the batch is there, and itself when asking is over.
create table public.control_draws (
  -- The first day of the quarter.
  quarter date primary key check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  committed_on date not null,
  commitment text not null,
  secret text
);
alter table public.control_draws enable row level security;
create policy "anyone reads what binds a draw" on public.control_draws for select to anon, authenticated using (true);
grant select (quarter, committed_on, commitment, secret) on public.control_draws to anon, authenticated;

-- What was drawn, so that it can be drawn again: the first codes in the order of SHA-256 over the seed, '|' and the code's hash
-- (32 hexadecimal digits: half of its SHA-256). The seed is the SHA-256 over a secret, '|' and the hash of the first batch after the
-- quarter. That hash nobody can foresee or choose: it holds a root over random salts. The secret was bound in the quarter itself, and
-- is told when asking is over: an office knows the codes on its slips, and with a seed that everybody knows it would know as well who
-- will be called, and could call first.
create table public.control_samples (
  office_code text not null references public.offices,
  -- The first day of the quarter.
  quarter date not null check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  drawn_on date not null,
  pool integer not null check (pool > 0),
  drawn integer not null check (drawn between 1 and pool),
  seed_batch integer not null,
  -- Null as long as people are asked.
  seed text,
  -- SHA-256 over the hashes that were drawn, in their order, joined by '|'.
  sample_hash text not null,
  primary key (office_code, quarter)
);
alter table public.control_samples enable row level security;
create policy "anyone reads what was drawn" on public.control_samples for select to anon, authenticated using (true);
grant select (office_code, quarter, drawn_on, pool, drawn, seed_batch, seed, sample_hash) on public.control_samples to anon, authenticated;

-- The people to be asked, until the figure of the quarter is published; then all of it is deleted. Nothing here is an answer,
-- and no answer names its row.
create table private.control_contacts (
  id uuid primary key default gen_random_uuid(),
  office_code text not null references public.offices,
  quarter date not null,
  way text not null check (way in ('telephone', 'visit')),
  position integer not null,
  -- The first twelve digits of the hash of the code that was drawn, by which its telephone number is found.
  mark text,
  procedure_code text references public.procedures,
  channel public.service_channel not null,
  -- Who asks, and for whom.
  taken_by text,
  organisation text,
  -- The code with which the answer is given: it is no code of the office, and only who asks is told.
  code text unique,
  outcome text check (outcome in ('not_reached', 'refused')),
  outcome_at timestamptz,
  unique (office_code, quarter, way, position),
  check ((way = 'telephone') = (mark is not null)),
  check (num_nulls(taken_by, organisation, code) in (0, 3)),
  check ((outcome is null) = (outcome_at is null) and (outcome is null or taken_by is not null))
);
create index control_contacts_procedure on private.control_contacts (procedure_code);
create index control_contacts_taken on private.control_contacts (taken_by, office_code, quarter);

create function private.hash_text(hash uuid) returns text
language sql immutable security invoker set search_path = ''
as $$
  select replace(hash::text, '-', '')
$$;

-- The order of codes under a seed.
create function private.draw_order(seed text, code_hash uuid) returns bytea
language sql immutable security invoker set search_path = ''
as $$
  select sha256(convert_to(seed || '|' || private.hash_text(code_hash), 'UTF8'))
$$;

-- Binds the database to a secret for a quarter, once.
create function private.commit_control_draw(quarter date, on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  with made as (
    insert into private.control_secrets (quarter, secret)
    select commit_control_draw.quarter, encode(private.random_secret(), 'hex')
    where not exists (select from public.control_draws d where d.quarter = commit_control_draw.quarter) returning *
  )
  insert into public.control_draws (quarter, committed_on, commitment)
  select m.quarter, on_day, encode(sha256(convert_to(m.secret, 'UTF8')), 'hex') from made m
$$;

create function private.control_seed(quarter date, batch_hash text) returns text
language sql stable security invoker set search_path = ''
as $$
  select encode(sha256(convert_to(s.secret || '|' || batch_hash, 'UTF8')), 'hex') from private.control_secrets s
  where s.quarter = control_seed.quarter
$$;

-- Tells the seeds of the quarters that nobody is asked about any more.
create function private.reveal_control_seeds(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  update public.control_samples s set seed = private.control_seed(s.quarter, b.hash) from public.batches b, private.control_secrets c
  where b.number = s.seed_batch and s.seed is null and c.quarter = s.quarter and private.control_closes_on(c.quarter) < on_day - 1;
  with told as (
    delete from private.control_secrets c where private.control_closes_on(c.quarter) < on_day - 1 returning *
  )
  update public.control_draws d set secret = t.secret from told t where d.quarter = t.quarter;
end;
$$;

-- Draws for the quarter that is over, at every office at once, as soon as a batch of the next one gives the seed, and binds the draw
-- of the quarter that runs. Only for a quarter in which there was no release yet the secret is as young as the draw.
create function private.draw_control_samples(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_over date := date_trunc('quarter', on_day::timestamp) - interval '3 months';
  v_seed public.batches;
  v_order text;
begin
  perform private.commit_control_draw(date_trunc('quarter', on_day::timestamp)::date, on_day);
  select b.* into v_seed from public.batches b
  where b.released_on >= date_trunc('quarter', on_day::timestamp) and b.voids is null order by b.number limit 1;
  if v_seed.number is null or exists (select from public.control_samples s where s.quarter = v_over) then
    return;
  end if;
  perform private.commit_control_draw(v_over, on_day);
  v_order := private.control_seed(v_over, v_seed.hash);
  with pool as materialized (
    select c.office_code, c.code_hash, c.procedure_code, c.channel, count(*) over (partition by c.office_code) as size,
      row_number() over (partition by c.office_code order by private.draw_order(v_order, c.code_hash)) as position
    from private.visit_batches b join private.visit_codes c on c.batch_id = b.id
    where b.key_id is not null and b.made_on >= v_over and b.made_on < v_over + interval '3 months'
  ), drawn as (
    insert into private.control_contacts (office_code, quarter, way, position, mark, procedure_code, channel)
    select p.office_code, v_over, 'telephone', p.position, left(private.hash_text(p.code_hash), 12), p.procedure_code, p.channel
    from pool p where p.position <= private.control_sample_size()
  )
  insert into public.control_samples (office_code, quarter, drawn_on, pool, drawn, seed_batch, sample_hash)
  select p.office_code, v_over, on_day, max(p.size), count(*), v_seed.number,
    encode(sha256(convert_to(string_agg(private.hash_text(p.code_hash), '|' order by p.position), 'UTF8')), 'hex')
  from pool p where p.position <= private.control_sample_size() group by p.office_code;
end;
$$;
