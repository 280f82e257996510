-- How many dossiers an office has handled, as it reports them: what the ratings are held against. An office that
-- reports nothing is shown as one that reports nothing.

create table public.handled_dossiers (
  id bigint generated always as identity primary key,
  -- The first day of the month in which the dossiers were finished.
  month date not null check (extract(day from month) = 1),
  office_code text not null references public.offices,
  -- Null where the report does not tell procedures or channels apart. Every dossier is counted in one row.
  procedure_code text references public.procedures,
  channel public.service_channel,
  handled integer not null check (handled >= 0),
  -- Of these, finished within their time limit; null when not reported.
  on_time integer check (on_time between 0 and handled),
  -- What the source itself says of its numbers, in its own words with blanks between them: NO_NATIONAL_REPORT_DATA.
  quality text check (quality ~ '^[A-Z][A-Z_]*( [A-Z][A-Z_]*)*$'),
  unique nulls not distinct (office_code, month, procedure_code, channel)
);
create index handled_dossiers_procedure on public.handled_dossiers (procedure_code);

alter table public.handled_dossiers enable row level security;
create policy "anyone reads what was handled" on public.handled_dossiers for select to anon, authenticated using (true);
grant select on public.handled_dossiers to anon, authenticated;
call private.log_table('public.handled_dossiers', 'id', 'office_code');

-- Coverage: ratings beside the dossiers of the same offices and months; months count by release. One row a key, none
-- where nothing was reported. by: 'all', 'office' or 'month'; office covers the office and all below it;
-- predecessors: and those whose work it took over; headline: of the last twelve months. on_time is
-- null unless every report in it says so; quality: what sources say of their numbers. Refusals: 400 by_invalid, and those of the
-- arguments, as for satisfaction.
create function public.coverage(by text default 'all', office text default null, procedure text default null,
  channel text default null, from_month text default null, to_month text default null,
  predecessors text default 'false', headline text default 'false')
returns table (key text, label text, handled bigint, on_time bigint, rated bigint, quality text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  v_channel public.service_channel := private.channel_argument(coverage.channel);
  v_from date := private.month_argument(coverage.from_month);
  v_to date := private.month_argument(coverage.to_month);
  v_predecessors boolean := private.flag_argument(coverage.predecessors);
  -- The grain of the totals that keeps what the question filters by.
  v_grain smallint := (select g.grain from private.grains g where g.by_office
    and g.subject = case when coverage.procedure is null then 'none' else 'procedure' end
    and g.by_channel_and_trust = (v_channel is not null));
  v_months record := private.asked_months(private.flag_argument(coverage.headline), v_from, v_to);
begin
  if coverage.by not in ('all', 'office', 'month') or coverage.by is null then
    perform private.refuse(400, 'by_invalid');
  end if;
  perform private.check_months(v_from, v_to);
  perform private.check_office_code(coverage.office);
  perform private.check_procedure_code(coverage.procedure);
  perform private.allow_shared_copies('coverage');
  return query
    select r.key, coalesce(o.name, r.key), sum(r.handled)::bigint,
      case when count(r.on_time) = count(*) then sum(r.on_time)::bigint end, coalesce(sum(r.rated), 0)::bigint,
      nullif((select string_agg(distinct w, ' ' order by w) from regexp_split_to_table(string_agg(r.quality, ' '), ' ') w), '')
    from (
      select case coverage.by when 'office' then h.office_code when 'month' then to_char(h.month, 'YYYY-MM')
          else 'all' end as key,
        sum(h.handled) as handled, case when count(h.on_time) = count(*) then sum(h.on_time) end as on_time,
        string_agg(h.quality, ' ') as quality,
        (select sum(t.n) from public.monthly_totals t where t.grain = v_grain and t.office_code = h.office_code
          and t.month = h.month and (coverage.procedure is null or t.procedure_code = coverage.procedure)
          and (v_channel is null or t.channel = v_channel)) as rated
      from public.handled_dossiers h
      where (coverage.office is null or h.office_code in (select private.office_with_descendants(coverage.office))
          or v_predecessors and h.office_code in (select private.office_with_predecessors(coverage.office)))
        and (coverage.procedure is null or h.procedure_code = coverage.procedure)
        and (v_channel is null or h.channel = v_channel)
        and (v_months.first_month is null or h.month >= v_months.first_month)
        and (v_months.last_month is null or h.month <= v_months.last_month)
      group by h.office_code, h.month
    ) r left join public.offices o on coverage.by = 'office' and o.code = r.key
    group by r.key, o.name
    order by r.key;
end;
$$;
grant execute on function public.coverage(text, text, text, text, text, text, text, text) to anon, authenticated;
comment on function public.coverage(text, text, text, text, text, text, text, text) is
  'Ratings beside the dossiers that offices report to have handled. by: all, office, month.';
