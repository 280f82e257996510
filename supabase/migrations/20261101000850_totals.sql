-- Sums over whole batches, kept ready. A question about any office, subject, channel, trust and period reads a few
-- rows whether there are a thousand ratings or ten million, because every batch is added to a handful of cells when
-- it is released and never counted again.

-- Which keys a cell keeps; the others are added up. A question is answered from the coarsest grain that keeps what
-- it filters or groups by. The finest one is public as it is: the monthly totals of the open data.
create table private.grains (
  grain smallint primary key,
  by_office boolean not null,
  subject text not null check (subject in ('none', 'field', 'procedure')),
  by_way boolean not null,
  unique (by_office, subject, by_way)
);
insert into private.grains (grain, by_office, subject, by_way) values
  (1, true, 'procedure', true), (2, true, 'procedure', false),
  (3, true, 'field', true), (4, true, 'field', false),
  (5, true, 'none', true), (6, true, 'none', false),
  (7, false, 'procedure', true), (8, false, 'procedure', false),
  (9, false, 'field', true), (10, false, 'field', false),
  (11, false, 'none', true), (12, false, 'none', false);

create table public.monthly_totals (
  id bigint generated always as identity primary key,
  grain smallint not null references private.grains,
  -- The first day of the month of release.
  month date not null check (extract(day from month) = 1),
  office_code text references public.offices,
  procedure_code text references public.procedures,
  field_code text references public.fields,
  channel public.service_channel,
  trust public.trust,
  n integer not null,
  score_1 integer not null,
  score_2 integer not null,
  score_3 integer not null,
  score_4 integer not null,
  score_5 integer not null,
  constraint one_cell unique nulls not distinct
    (grain, office_code, procedure_code, field_code, month, channel, trust)
);
create index monthly_totals_office on public.monthly_totals (office_code);
create index monthly_totals_procedure on public.monthly_totals (procedure_code);
create index monthly_totals_field on public.monthly_totals (field_code);

-- The public file is the finest grain alone: with all of them in it, everything would be in it several times.
alter table public.monthly_totals enable row level security;
create policy "anyone reads the monthly totals" on public.monthly_totals
  for select to anon, authenticated using (grain = 1);
grant select on public.monthly_totals to anon, authenticated;

-- How often each answer to the optional questions was given, for the cells that keep channel and trust.
create table private.answer_totals (
  cell bigint not null references public.monthly_totals on delete cascade,
  answer text not null,
  n integer not null,
  primary key (cell, answer)
);

-- The batches from a number on, each once for every grain, with what the grain adds up set to null.
create function private.batches_by_grain(first integer) returns table (
  number integer, grain smallint, month date, office_code text, procedure_code text, field_code text,
  channel public.service_channel, trust public.trust
)
language sql stable security invoker set search_path = ''
as $$
  select b.number, g.grain, date_trunc('month', b.released_on)::date,
    case when g.by_office then b.office_code end,
    case when g.subject = 'procedure' then b.procedure_code end,
    case when g.subject <> 'none' then b.field_code end,
    case when g.by_way then b.channel end,
    case when g.by_way then b.trust end
  from public.batches b cross join private.grains g
  where b.number >= first
$$;

-- Adds the batches from a number on to their cells.
create function private.add_to_totals(first integer) returns void
language sql volatile security invoker set search_path = ''
as $$
  insert into public.monthly_totals as t (grain, month, office_code, procedure_code, field_code, channel, trust, n,
    score_1, score_2, score_3, score_4, score_5)
  select g.grain, g.month, g.office_code, g.procedure_code, g.field_code, g.channel, g.trust, sum(b.n),
    sum(b.score_1), sum(b.score_2), sum(b.score_3), sum(b.score_4), sum(b.score_5)
  from private.batches_by_grain(first) g join public.batches b using (number)
  group by 1, 2, 3, 4, 5, 6, 7
  on conflict on constraint one_cell do update set n = t.n + excluded.n, score_1 = t.score_1 + excluded.score_1,
    score_2 = t.score_2 + excluded.score_2, score_3 = t.score_3 + excluded.score_3,
    score_4 = t.score_4 + excluded.score_4, score_5 = t.score_5 + excluded.score_5;

  insert into private.answer_totals as a (cell, answer, n)
  select t.id, d.key, sum(d.value::integer)
  from private.batches_by_grain(first) g
    join public.batches b using (number)
    join public.monthly_totals t on t.grain = g.grain and t.month = g.month
      and t.office_code is not distinct from g.office_code
      and t.procedure_code is not distinct from g.procedure_code
      and t.field_code is not distinct from g.field_code
      and t.channel is not distinct from g.channel and t.trust is not distinct from g.trust
    cross join jsonb_each(b.details) d
  where g.grain in (select grain from private.grains where by_way)
  group by 1, 2
  on conflict (cell, answer) do update set n = a.n + excluded.n;
$$;
