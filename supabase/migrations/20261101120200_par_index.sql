-- The index of administrative reform (PAR index) that a province publishes for its units each year: a score out of 100 and a
-- rank. Nothing of it is computed here but means; a group such as "điều hành tốt" is what the source says, in its words.

create table public.par_index (
  office_code text not null references public.offices,
  year integer not null check (year between 2005 and 2100),
  score double precision not null check (score between 0 and 100),
  -- 1 is the best of ranked_units; both null where the source does not rank.
  rank integer check (rank between 1 and ranked_units),
  ranked_units integer check (ranked_units between 1 and 1000),
  group_name text check (group_name <> ''),
  source text not null check (source <> ''),
  primary key (office_code, year),
  check ((rank is null) = (ranked_units is null))
);
alter table public.par_index enable row level security;
create policy "anyone reads the index" on public.par_index for select to anon, authenticated using (true);
grant select (office_code, year, score, rank, ranked_units, group_name, source) on public.par_index to anon, authenticated;
call private.log_table('public.par_index', 'office_code year', 'office_code');

-- What is wrong with a year of a unit by itself, column by column.
create function private.par_problems(row_of jsonb) returns table (field text, problem text)
language sql stable security invoker set search_path = ''
as $$
  select p.field, p.problem
  from (values
    -- The index of a year is published after it.
    ('year', 'par_year_malformed', case when row_of ->> 'year' ~ '^[0-9]{4}$'
      then (row_of ->> 'year')::integer not between 2005 and extract(year from private.local_day(now())) - 1 else true end),
    ('score', 'par_score_malformed', case when row_of ->> 'score' ~ '^[0-9]{1,3}([.][0-9]{1,3})?$'
      then (row_of ->> 'score')::numeric > 100 else true end),
    ('rank', 'par_rank_malformed', coalesce(row_of ->> 'rank' !~ '^[0-9]{1,4}$' or row_of ->> 'rank' ~ '^0+$', false)),
    ('ranked_units', 'par_rank_malformed', coalesce(row_of ->> 'ranked_units' !~ '^0*[0-9]{1,3}$', false)),
    ('rank', 'par_rank_alone', (private.trimmed_text(row_of, 'rank') is null) <> (private.trimmed_text(row_of, 'ranked_units') is null)),
    ('rank', 'par_rank_above_units', case when row_of ->> 'rank' ~ '^[0-9]{1,4}$' and row_of ->> 'ranked_units' ~ '^[0-9]{1,4}$'
      then (row_of ->> 'rank')::integer > (row_of ->> 'ranked_units')::integer end),
    ('source', 'par_source_missing', private.trimmed_text(row_of, 'source') is null)
  ) p (field, problem, holds)
  where p.holds
$$;

-- Adds a year of a unit, or changes it, at the top of the tree: {office_code, year, score, rank, ranked_units, group_name,
-- source}, as typed; without a score it takes the year out. seen: the row as the person saw it, null when it is new. Answers
-- with the row. Refusals: 401, 403, 404 office_unknown, 409 par_year_taken, 409 changed_meanwhile, 422 text_too_long,
-- 422 text_unreadable, those of par_problems (422).
create function public.save_par_index(par jsonb, seen jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_problem text := (select p.problem from private.par_problems(par) p where p.problem <> 'par_score_malformed'
    or par ->> 'score' is not null or seen is null limit 1);
  v_new public.par_index;
  v_old public.par_index;
begin
  perform private.require_capability(null, 'enter_par_index');
  if not exists (select from public.offices o where o.code = par ->> 'office_code') then
    perform private.refuse(404, 'office_unknown');
  end if;
  if v_problem is not null then
    perform private.refuse(422, v_problem);
  end if;
  perform private.check_names(jsonb_strip_nulls(par));
  v_new := jsonb_populate_record(null::public.par_index, par || jsonb_build_object('source', private.trimmed_text(par, 'source'),
    'group_name', private.trimmed_text(par, 'group_name')));
  select * into v_old from public.par_index p where p.office_code = v_new.office_code and p.year = v_new.year for update;
  if v_old.year is not null and seen is null then
    perform private.refuse(409, 'par_year_taken');
  end if;
  perform private.require_unchanged(case when v_old.year is not null then to_jsonb(v_old) end, seen);
  if v_new.score is null then
    delete from public.par_index p where p.office_code = v_old.office_code and p.year = v_old.year;
    return null;
  end if;
  insert into public.par_index select v_new.*
  on conflict (office_code, year) do update set score = v_new.score, rank = v_new.rank, ranked_units = v_new.ranked_units,
    group_name = v_new.group_name, source = v_new.source;
  return to_jsonb(v_new);
end;
$$;
grant execute on function public.save_par_index(jsonb, jsonb) to authenticated, service_role;

-- Of each unit the years that are known and the means over them, of the ranks over the years with a rank.
create function public.par_index_means()
returns table (office_code text, first_year integer, last_year integer, years integer, mean_score double precision,
  mean_rank double precision)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  perform private.allow_shared_copies('par_index_means');
  return query select p.office_code, min(p.year), max(p.year), count(*)::integer, avg(p.score::numeric)::double precision,
    avg(p.rank)::double precision
  from public.par_index p group by 1 order by 1;
end;
$$;
grant execute on function public.par_index_means() to anon, authenticated;
comment on function public.par_index_means() is
  'The index of administrative reform: for each unit the years that are known, and the means of score and rank over them.';

insert into private.import_kinds values
  ('par_index', 'par_index', '{office_code,year}', '{office_code,year,score,rank,ranked_units,group_name,source}', 'enter_par_index');
