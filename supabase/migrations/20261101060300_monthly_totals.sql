-- Sums over whole batches, computed at the release. A question about any office, subject, channel, trust and period
-- reads a few rows whether there are a thousand ratings or ten million, because every batch is added to a handful of
-- cells when it is released and never counted again.

-- Which keys a cell keeps; the others are added up. A question is answered from the coarsest grain that keeps what
-- it filters or groups by. The finest one is public as it is: the monthly totals of the open data.
create table private.grains (
  grain smallint primary key,
  by_office boolean not null,
  subject text not null check (subject in ('none', 'field', 'procedure')),
  by_channel_and_trust boolean not null,
  unique (by_office, subject, by_channel_and_trust)
);
insert into private.grains (grain, by_office, subject, by_channel_and_trust) values
  (1, true, 'procedure', true), (2, true, 'procedure', false),
  (3, true, 'field', true), (4, true, 'field', false),
  (5, true, 'none', true), (6, true, 'none', false),
  (7, false, 'procedure', true), (8, false, 'procedure', false),
  (9, false, 'field', true), (10, false, 'field', false),
  (11, false, 'none', true), (12, false, 'none', false);

-- No foreign keys: the rows are sums of batches, which have them, and a release writes many.
create table public.monthly_totals (
  -- A hash of the keys, some of which are null: one column to find a cell by.
  cell uuid primary key,
  grain smallint not null,
  -- The first day of the month of release.
  month date not null check (extract(day from month) = 1),
  office_code text,
  procedure_code text,
  field_code text,
  channel public.service_channel,
  trust public.trust,
  n integer not null,
  score_1 integer not null,
  score_2 integer not null,
  score_3 integer not null,
  score_4 integer not null,
  score_5 integer not null
);
create index monthly_totals_question on public.monthly_totals
  (grain, office_code, procedure_code, field_code, month);

-- The public file is the finest grain alone: with all of them in it, everything would be in it several times.
alter table public.monthly_totals enable row level security;
create policy "anyone reads the monthly totals" on public.monthly_totals
  for select to anon, authenticated using (grain = 1);
grant select on public.monthly_totals to anon, authenticated;

-- What the batches from a number on add to each grain, with what the grain adds up set to null. Summed first and named
-- afterwards: there are far fewer cells than batches times grains, and a name takes longer than a sum.
create function private.sums_by_grain(first integer) returns table (
  grain smallint, month date, office_code text, procedure_code text, field_code text, channel public.service_channel,
  trust public.trust, n bigint, score_1 bigint, score_2 bigint, score_3 bigint, score_4 bigint, score_5 bigint
)
language sql stable security invoker set search_path = ''
as $$
  select k.grain, k.month, k.office_code, k.procedure_code, k.field_code, k.channel, k.trust, sum(k.n), sum(k.score_1),
    sum(k.score_2), sum(k.score_3), sum(k.score_4), sum(k.score_5)
  from (
    select g.grain, date_trunc('month', b.released_on)::date as month,
      case when g.by_office then b.office_code end as office_code,
      case when g.subject = 'procedure' then b.procedure_code end as procedure_code,
      case when g.subject <> 'none' then b.field_code end as field_code,
      case when g.by_channel_and_trust then b.channel end as channel,
      case when g.by_channel_and_trust then b.trust end as trust,
      b.n, b.score_1, b.score_2, b.score_3, b.score_4, b.score_5
    from public.batches b cross join private.grains g
    -- What was asked independently stands beside what people said by themselves, and is never added to it.
    where b.number >= first and b.trust is distinct from 'control'
  ) k
  group by 1, 2, 3, 4, 5, 6, 7
$$;

-- Adds the batches from a number on to their cells. The name of a cell is a hash over its keys.
create function private.add_to_totals(first integer) returns void
language sql volatile security invoker set search_path = '' set jit = off
as $$
  insert into public.monthly_totals as t
  select md5(concat_ws('|', s.grain, s.month, coalesce(s.office_code, '-'), coalesce(s.procedure_code, '-'),
      coalesce(s.field_code, '-'), coalesce(s.channel::text, '-'), coalesce(s.trust::text, '-')))::uuid,
    s.grain, s.month, s.office_code, s.procedure_code, s.field_code, s.channel, s.trust, s.n, s.score_1, s.score_2,
    s.score_3, s.score_4, s.score_5
  from private.sums_by_grain(first) s
  on conflict (cell) do update set n = t.n + excluded.n, score_1 = t.score_1 + excluded.score_1,
    score_2 = t.score_2 + excluded.score_2, score_3 = t.score_3 + excluded.score_3,
    score_4 = t.score_4 + excluded.score_4, score_5 = t.score_5 + excluded.score_5;
$$;
