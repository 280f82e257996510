-- Visit codes are made by the office that is measured, so their number is bound to the dossiers that it reports, and how
-- many it made and how many were used is public.

-- By quarter, once it is over. used counts the codes that let in a rating in that quarter, in whole tens.
create table public.visit_code_totals (
  office_code text not null references public.offices,
  -- The first day of the quarter.
  quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
  made integer not null check (made >= 0),
  used integer not null check (used >= 0 and used % 10 = 0),
  -- Of those made: by the office's one-stop software, one by one as dossiers were finished.
  made_by_software integer not null default 0 check (made_by_software between 0 and made),
  primary key (office_code, quarter)
);
alter table public.visit_code_totals enable row level security;
create policy "anyone reads how many visit codes were made and used" on public.visit_code_totals
  for select to anon, authenticated using (true);
grant select on public.visit_code_totals to anon, authenticated;

-- Counts the quarter that is over, once, at the end of a release.
create function private.publish_visit_code_totals(on_day date) returns void
language sql volatile security invoker set search_path = ''
as $$
  with over_now as (
    select (date_trunc('quarter', on_day) - interval '3 months')::date as quarter
  ), counted as (
    select b.office_code, sum(b.count) as made, 0 as used, sum(b.count) filter (where b.key_id is not null) as by_software
    from private.visit_batches b, over_now q
    where b.made_on >= q.quarter and b.made_on < q.quarter + interval '3 months' group by 1
    union all
    select c.office_code, 0, count(*), 0 from private.visit_codes c, over_now q where c.spent_in = q.quarter and c.control_of is null group by 1
  )
  insert into public.visit_code_totals (office_code, quarter, made, used, made_by_software)
  select c.office_code, q.quarter, sum(c.made), sum(c.used)::integer / 10 * 10, coalesce(sum(c.by_software), 0) from counted c, over_now q group by 1, 2
  on conflict (office_code, quarter) do nothing
$$;

insert into private.open_data_files (file, source, title, is_released, ordering, condition, primary_key, columns) values
  ('visit_code_totals', 'public.visit_code_totals', 'Visit codes that offices made, and how many were used', true,
    'r.office_code, r.quarter', 'true', '["office_code", "quarter"]', '[{"name": "office_code", "type": "string"},
      {"name": "quarter", "type": "date"}, {"name": "made", "type": "integer", "unit": "codes"},
      {"name": "used", "type": "integer", "unit": "codes"},
      {"name": "made_by_software", "type": "integer", "unit": "codes"}]');

-- How many codes an office may make in a calendar month: as many as the dossiers of its best month among the three
-- before, or of this one, and the margin on top. Where nothing is reported yet, 200, so that an office can begin.
create function private.visit_code_limit(office text, on_day date) returns integer
language sql stable security invoker set search_path = ''
as $$
  select coalesce(ceil(max(m.handled) * (1 + private.setting('visit_code_margin')::integer / 100.0))::integer, 200)
  from (
    select sum(h.handled) as handled from public.handled_dossiers h
    where h.office_code = office and h.month <= on_day
      and h.month >= date_trunc('month', on_day) - interval '3 months'
    group by h.month
  ) m
$$;

-- {limit, made}: how many codes the office may make in this month, and how many it has made. Refusals: 401, 403.
create function public.visit_code_allowance(office text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_capability(office, 'make_visit_codes');
  return jsonb_build_object('limit', private.visit_code_limit(office, private.local_day(now())),
    'made', private.visit_codes_made(office, private.local_day(now())));
end;
$$;
grant execute on function public.visit_code_allowance(text) to authenticated, service_role;
