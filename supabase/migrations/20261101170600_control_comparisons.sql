-- What was asked independently beside what people said by themselves. The difference has the interval of good practice: it is read
-- for all offices and quarters at once, so it is one of 99.5 %, and "surely" means outside of it.

-- n, satisfied: of the survey, null where it made no figure or its batch was found wrong; self_n, self_satisfied: of all other
-- batches of the office that were released in the quarter, whatever grade their ratings have. difference: what people said by
-- themselves less what they answered when asked, in shares, with its interval difference_low to difference_high.
create function private.control_comparisons() returns table (office_code text, quarter date, published_on date, organisations text,
  asked integer, asked_by_telephone integer, answered integer, refused integer, not_reached integer, batch_number integer,
  n integer, satisfied integer, rate double precision, low double precision, high double precision, self_n integer,
  self_satisfied integer, self_rate double precision, self_low double precision, self_high double precision,
  difference double precision, difference_low double precision, difference_high double precision, answers jsonb)
language sql stable security invoker set search_path = '' set jit = off
as $$
  select s.office_code, s.quarter, s.published_on, s.organisations, s.asked, s.asked_by_telephone, s.answered, s.refused,
    s.not_reached, s.batch_number, b.n, b.satisfied, b.satisfied / b.n::double precision, i.low, i.high, t.n, t.satisfied,
    t.satisfied / t.n::double precision, j.low, j.high, t.satisfied / t.n::double precision - b.satisfied / b.n::double precision,
    d.low, d.high, case when b.n is not null then s.answers end
  from public.control_surveys s
    left join lateral (select b.n, b.score_4 + b.score_5 as satisfied from public.batches b
      where b.number = s.batch_number and not exists (select from public.batches v where v.voids = b.number)) b on true
    left join lateral (select sum(m.n)::integer as n, sum(m.score_4 + m.score_5)::integer as satisfied from public.monthly_totals m
      where m.grain = 6 and m.office_code = s.office_code and m.month >= s.quarter and m.month < s.quarter + interval '3 months'
      having sum(m.n) > 0) t on true
    left join lateral private.wilson_interval(b.satisfied, b.n) i on true
    left join lateral private.wilson_interval(t.satisfied, t.n) j on true
    left join lateral private.difference_interval(b.satisfied, b.n, t.satisfied, t.n) d on true
$$;

-- The surveys of an office, the latest first. Refusal: 404 office_unknown.
create function public.control_comparisons(office text) returns table (office_code text, quarter date, published_on date,
  organisations text, asked integer, asked_by_telephone integer, answered integer, refused integer, not_reached integer,
  batch_number integer, n integer, satisfied integer, rate double precision, low double precision, high double precision,
  self_n integer, self_satisfied integer, self_rate double precision, self_low double precision, self_high double precision,
  difference double precision, difference_low double precision, difference_high double precision, answers jsonb)
language plpgsql stable security definer set search_path = '' set jit = off
as $$
#variable_conflict use_column
begin
  perform private.check_office_code(control_comparisons.office);
  perform private.allow_shared_copies('control_comparisons');
  return query select c.* from private.control_comparisons() c
    where c.office_code = control_comparisons.office order by c.quarter desc;
end;
$$;
grant execute on function public.control_comparisons(text) to anon, authenticated;
comment on function public.control_comparisons(text) is
  'What an organisation independent of the office found by asking, by quarter: n, satisfied and rate of at least 50 people, how many refused or were not reached, beside all ratings that people gave by themselves in batches released in the same quarter (self_...), and the difference of the two shares with its interval of 99.5 % (Newcombe''s method 10). The two are never added up.';

insert into private.open_data_files (file, source, title, is_released, ordering, condition, primary_key, columns)
select file, source, title, true, 'r.office_code, r.quarter', 'true', '["office_code", "quarter"]',
  (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', split_part(c, ':', 1), 'type', split_part(c, ':', 2),
    'unit', nullif(split_part(c, ':', 3), ''))) order by position) from unnest(string_to_array(columns, ' ')) with ordinality u (c, position))
from (values
  ('control_surveys', 'private.control_comparisons()', 'What was asked independently, beside what people said by themselves',
    'office_code:string quarter:date published_on:date organisations:string asked:integer:people asked_by_telephone:integer:people '
    || 'answered:integer:people refused:integer:people not_reached:integer:people batch_number:integer n:integer:people '
    || 'satisfied:integer:people rate:number low:number high:number self_n:integer:ratings self_satisfied:integer:ratings '
    || 'self_rate:number self_low:number self_high:number difference:number difference_low:number difference_high:number answers:object'),
  ('control_samples', 'public.control_samples s left join public.control_draws d on d.quarter = s.quarter
      cross join lateral (select s.*, d.committed_on, d.commitment, d.secret)', 'Codes that were drawn to be asked independently, and by which seed',
    'office_code:string quarter:date drawn_on:date pool:integer:codes drawn:integer:codes seed_batch:integer seed:string sample_hash:string '
    || 'committed_on:date commitment:string secret:string')
) files (file, source, title, columns);

-- Made-up surveys beside made-up ratings, at the two offices with the most of them in each quarter. They go through the same
-- tables and are published by the same function.
create function private.add_demo_controls(on_day date) returns void
language plpgsql volatile security invoker set search_path = '' set jit = off
as $$
declare
  v_office record;
begin
  for v_office in
    select t.office_code, date_trunc('quarter', t.month::timestamp)::date as quarter,
      sum(t.score_4 + t.score_5) / sum(t.n)::double precision as rate,
      row_number() over (partition by date_trunc('quarter', t.month::timestamp)::date order by sum(t.n) desc, t.office_code) as place
    from public.monthly_totals t join public.offices o on o.code = t.office_code and o.desk is not null
    where t.grain = 6 and private.control_closes_on(date_trunc('quarter', t.month::timestamp)::date) < on_day - 1
    group by 1, 2 having sum(t.n) >= 100
  loop
    continue when v_office.place > 2 or exists (select from public.control_surveys s
      where s.office_code = v_office.office_code and s.quarter = v_office.quarter);
    insert into private.control_contacts (office_code, quarter, way, position, mark, channel, taken_by, organisation, code, outcome, outcome_at)
    select v_office.office_code, v_office.quarter, 'telephone', i, lpad(to_hex(i), 12, '0'), 'counter', 'minh-hoa@example.vn',
      'Tổ chức minh họa', private.random_code(10), case when i > 88 then 'not_reached' when i > 71 then 'refused' end,
      case when i > 71 then now() end
    from generate_series(1, 110) i;
    insert into private.visit_codes (code_hash, office_code, channel, expires_on, control_of, spent_in)
    select private.short_hash(c.code), c.office_code, c.channel, private.control_closes_on(c.quarter), c.quarter,
      case when c.outcome is null then c.quarter end
    from private.control_contacts c where c.office_code = v_office.office_code and c.quarter = v_office.quarter;
    -- A little lower than what people said by themselves at the first office, and much lower at the other.
    insert into private.ratings (receipt_hash, id, received_at, score, channel, trust, office_code, control_of, details)
    select gen_random_uuid(), gen_random_uuid(), private.start_of_day(v_office.quarter + 100),
      case when i <= 71 * (v_office.rate - case v_office.place when 1 then 0.02 else 0.22 end) then 4 + i % 2 else 2 + i % 2 end,
      'counter', 'control', v_office.office_code, v_office.quarter,
      jsonb_build_object(case when i % 3 = 0 then 'improve' else 'praised' end, jsonb_build_array(case when i % 2 = 0 then 'staff' else 'procedure' end))
    from generate_series(1, 71) i;
  end loop;
  perform private.publish_control_surveys(on_day);
end;
$$;
