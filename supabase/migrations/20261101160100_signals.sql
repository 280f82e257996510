-- Signals: where an office stands out from all the others in what is published or counted, as a question to look into and never
-- as a verdict. They are computed once a quarter, thirty days after its end, from totals alone, and stay as they were. A threshold is
-- an expectation: what the other offices of the quarter together would lead one to expect of this one, with the spread between
-- them, so that an office that is like the others passes it once in a thousand times. Who answered what is in none of them.

insert into private.role_capabilities (capability, role)
select 'see_signals', unnest(array['coordinator', 'auditor']);

-- A signal each. observed and expected are counts out of of_n; for little_variance a sum of squares and its degrees of freedom.
create table private.signals (
  id bigint generated always as identity primary key,
  office_code text not null references public.offices,
  quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
  kind text not null check (kind in ('devices', 'hours', 'set_aside', 'visit_codes', 'kiosk_off', 'same_comments', 'fives_alone', 'little_variance')),
  observed double precision not null,
  of_n double precision not null,
  expected double precision not null,
  threshold double precision not null,
  unique (office_code, quarter, kind)
);
-- The quarter whose signals were computed last.
create table private.signalled_quarter (
  only_one boolean primary key default true check (only_one),
  quarter date not null
);

-- What is counted of an office in a quarter: x of n by kind, each a total of min_batch or more, or of what is public anyway. What
-- was asked independently is no doing of the office; only its comments are looked at, for words that many are said to have used.
create function private.signal_counts(q date) returns table (office_code text, kind text, x double precision, n double precision)
language sql stable security invoker set search_path = ''
as $$
  with k as (select private.setting('min_batch')::integer as least, (q + interval '3 months')::date as after),
  published as (select b.office_code, sum(b.n)::double precision as n from public.batches b, k
    where b.released_on >= q and b.released_on < k.after and b.trust is distinct from 'control' group by 1),
  aside as (select p.office_code, p.n + coalesce(sum(s.n), 0) as n,
      coalesce(sum(s.n) filter (where s.reason in ('device_repeat', 'staff_device')), 0) as devices,
      coalesce(sum(s.n) filter (where s.reason = 'outside_hours'), 0) as hours, coalesce(sum(s.n), 0) as every
    from published p left join public.set_aside_totals s on s.office_code = p.office_code and s.quarter = q and s.reason <> 'withdrawn'
    group by p.office_code, p.n),
  -- The same words, letter for letter: what is shorter than a dozen letters anybody would have said.
  words as (select c.office_code, count(*) as n, count(*) - count(distinct w.letters) as same
    from public.comments c cross join k cross join lateral (select private.bare_letters(c.text)) w (letters)
    where c.released_on >= q and c.released_on < k.after and length(w.letters) >= 12 group by 1),
  fives as (select b.office_code, count(*) as n, count(*) filter (where r.details is null) as alone
    from private.ratings r join public.batches b on b.number = r.batch_number cross join k
    where b.released_on >= q and b.released_on < k.after and b.trust is distinct from 'control' and r.score = 5 group by b.office_code)
  select a.office_code, v.kind, v.x, a.n from aside a, lateral (values ('devices', a.devices), ('hours', a.hours), ('set_aside', a.every)) v (kind, x)
  union all
  select h.office_code, 'visit_codes', coalesce(max(t.used), 0), sum(h.handled) from public.handled_dossiers h cross join k
    left join public.visit_code_totals t on t.office_code = h.office_code and t.quarter = q
    where h.month >= q and h.month < k.after group by 1 having sum(h.handled) > 0
  union all
  -- In days of ten hours: a kiosk that is off stays off.
  select u.office_code, 'kiosk_off', sum(u.open_hours - u.usable_hours) / 10.0, sum(u.open_hours) / 10.0 from public.kiosk_uptime u, k
    where u.month >= q and u.month < k.after group by 1
  union all
  select w.office_code, 'same_comments', w.same, w.n from words w
  union all
  -- In tens, and only where each part is a batch.
  select f.office_code, 'fives_alone', f.alone / 10 * 10, f.n / 10 * 10 from fives f, k where least(f.alone, f.n - f.alone) >= k.least
$$;

-- Those that stand out. The others' share p, and the spread between them as a factor over the binomial one (at least 1; McCullagh and
-- Nelder 1989, section 4.5); the threshold is the expectation and 3.09 standard deviations, which one in a thousand passes.
create function private.shares_that_stand_out(q date)
returns table (office_code text, kind text, observed double precision, of_n double precision, expected double precision, threshold double precision)
language sql stable security invoker set search_path = ''
as $$
  with counted as (select c.* from private.signal_counts(q) c where c.n > 0),
  others as (select c.*, sum(c.x) over w - c.x as x_o, sum(c.n) over w - c.n as n_o, sum(c.x * c.x / c.n) over w - c.x * c.x / c.n as squares,
      count(*) over w - 1 as offices from counted c window w as (partition by c.kind)),
  shares as (select o.*, o.x_o / o.n_o as p from others o where o.offices >= 3 and o.n_o > 0 and o.x_o < o.n_o),
  spread as (select s.*, case when s.p = 0 then 1 else greatest(1, (s.squares - 2 * s.p * s.x_o + s.p * s.p * s.n_o) / (s.p * (1 - s.p)) / (s.offices - 1)) end as factor
    from shares s)
  select s.office_code, s.kind, s.x, s.n, s.n * s.p, s.n * s.p + 3.09 * sqrt(s.factor * s.n * s.p * (1 - s.p)) + 1
  from spread s
  where s.x > s.n * s.p + 3.09 * sqrt(s.factor * s.n * s.p * (1 - s.p)) + 1 and (s.kind not in ('devices', 'hours', 'set_aside') or s.x >= 10)
$$;

-- Batches that agree more than chance allows: the sum over batches of (satisfied - np)^2 / np(1-p) is chi-squared with one less degree of
-- freedom than batches, and below its one in a thousand quantile (Wilson and Hilferty 1931) too even. People differ by procedure and
-- day, which makes honest batches differ more.
create function private.batches_too_even(q date)
returns table (office_code text, observed double precision, of_n double precision, expected double precision, threshold double precision)
language sql stable security invoker set search_path = ''
as $$
  with standing as (select b.office_code, b.n, b.score_4 + b.score_5 as satisfied from public.batches b
    where b.released_on >= q and b.released_on < q + interval '3 months' and b.voids is null and b.trust is distinct from 'control'
      and not exists (select from public.batches v where v.voids = b.number)),
  rates as (select s.office_code, sum(s.satisfied)::double precision / sum(s.n) as p, count(*) - 1 as df from standing s group by 1
    having sum(s.satisfied) < sum(s.n) and sum(s.satisfied) > 0 and count(*) >= 6),
  sums as (select r.office_code, r.df, sum((s.satisfied - s.n * r.p) ^ 2 / (s.n * r.p * (1 - r.p))) as chi
    from rates r join standing s on s.office_code = r.office_code group by 1, 2)
  select s.office_code, s.chi, s.df + 1, s.df, s.df * (1 - 2.0 / (9 * s.df) - 3.09 * sqrt(2.0 / (9 * s.df))) ^ 3 from sums s
  where s.chi < s.df * (1 - 2.0 / (9 * s.df) - 3.09 * sqrt(2.0 / (9 * s.df))) ^ 3
$$;

-- What a release does: the signals of the last quarter that ended thirty days ago, once.
create function private.raise_signals(on_day date) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
declare
  v_quarter date := (date_trunc('quarter', (on_day - 30)::timestamp) - interval '3 months')::date;
begin
  if exists (select from private.signalled_quarter s where s.quarter >= v_quarter) then
    return;
  end if;
  insert into private.signalled_quarter (quarter) values (v_quarter) on conflict (only_one) do update set quarter = v_quarter;
  insert into private.signals (office_code, quarter, kind, observed, of_n, expected, threshold)
  select s.office_code, v_quarter, s.kind, s.observed, s.of_n, s.expected, s.threshold from private.shares_that_stand_out(v_quarter) s
  union all
  select e.office_code, v_quarter, 'little_variance', e.observed, e.of_n, e.expected, e.threshold from private.batches_too_even(v_quarter) e;
end;
$$;
