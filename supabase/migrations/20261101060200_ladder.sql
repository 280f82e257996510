-- The ladder of publication: under which keys waiting ratings are published, and after how many days they give one up.
--
-- An agency chooses the days within bounds that it can defend. People are as safe on every rung; what a rung given up
-- too soon costs is meaning, and with it the use of the whole: on a ladder of zeros every ten ratings of an office would
-- come out at once as one heap in which no procedure can be told from another. So a rating keeps its procedure for a
-- week at least, in which each weekday has had its visitors; its field for two weeks; how the service was given for four
-- weeks, so that one full month can be told by it; and its office for sixty days, because a figure of a body above is no
-- figure of the desk. How the rating is proven may be given up at once: it says nothing about the service. And nobody
-- waits longer than half a year: what is older says nothing about today. What a code has proven gives up everything but that
-- (private.ratings_for_batches).

-- How long a rating keeps the keys that a rung no longer names, in days at least.
create function private.earliest_days(by_procedure boolean, by_field boolean, by_channel boolean, with_parent boolean)
returns integer
language sql immutable security invoker set search_path = ''
as $$
  select case when with_parent then 60 when not by_channel then 28 when not (by_procedure or by_field) then 14
    when not by_procedure then 7 else 0 end
$$;

-- In which order, and after how many days, ratings give up the keys they are published under. An ordered table,
-- because an agency with more or fewer visitors may want another one. Why there is one: docs/decisions/batches.md.
create table private.ladder (
  position integer primary key,
  after_days integer not null check (after_days >= 0),
  by_procedure boolean not null,
  by_field boolean not null,
  by_channel boolean not null,
  -- False: those without a code together, on the spot or unproven. What a code has proven is told apart on every rung.
  by_trust boolean not null,
  -- Counted for the parent office, together with other offices below it that are as stuck.
  with_parent boolean not null default false,
  check (not with_parent or not (by_procedure or by_field or by_channel or by_trust))
);

-- Whether these are days for the rungs that there are, as a list: the first rung at once, none before the one above it, each
-- within its bounds.
create function private.is_ladder(days jsonb) returns boolean
language sql stable security invoker set search_path = ''
as $$
  select case when jsonb_typeof(days) is distinct from 'array' then false
    when jsonb_array_length(days) <> (select count(*) from private.ladder) then false
    else coalesce(days = (select jsonb_agg(d order by d) from jsonb_array_elements(days) d) and days -> 0 = '0', false)
      and not exists (
        select from (
          select days -> (row_number() over (order by l.position) - 1)::integer as given,
            private.earliest_days(l.by_procedure, l.by_field, l.by_channel, l.with_parent) as earliest
          from private.ladder l) r
        where case when jsonb_typeof(r.given) = 'number'
          then r.given::numeric <> trunc(r.given::numeric) or r.given::numeric not between r.earliest and 180 else true end)
  end
$$;

-- A trigger, because the rungs are judged together. It holds for everybody, the administrator included.
create function private.forbid_ladder_out_of_bounds() returns trigger
language plpgsql volatile security invoker set search_path = ''
as $$
begin
  if not private.is_ladder((select jsonb_agg(l.after_days order by l.position) from private.ladder l)) then
    raise check_violation using message = 'the ladder is out of its bounds';
  end if;
  return null;
end;
$$;
create trigger "the ladder is within its bounds" after insert or update or delete or truncate on private.ladder
  for each statement execute function private.forbid_ladder_out_of_bounds();

insert into private.ladder (position, after_days, by_procedure, by_field, by_channel, by_trust, with_parent) values
  (1, 0, true, false, true, true, false),
  (2, 10, true, false, true, false, false),
  (3, 20, false, true, true, true, false),
  (4, 25, false, true, true, false, false),
  (5, 28, false, false, true, true, false),
  (6, 30, false, false, true, false, false),
  (7, 42, false, false, false, false, false),
  (8, 90, false, false, false, false, true);

-- The rungs of the ladder with the keys that each still names, for whoever wants to know how long a rating may wait.
create function public.publication_ladder() returns table (rung integer, after_days integer, keys text[], earliest_days integer)
language sql stable security definer set search_path = ''
as $$
  select l.position, l.after_days, array_remove(array[
    case when l.by_procedure then 'procedure' end, case when l.by_field then 'field' end,
    case when l.by_channel then 'channel' end, case when l.by_trust then 'trust' end,
    case when l.with_parent then 'parent' end], null),
    private.earliest_days(l.by_procedure, l.by_field, l.by_channel, l.with_parent)
  from private.ladder l order by l.position
$$;
comment on function public.publication_ladder() is
  'After how many days waiting ratings become a batch by which keys besides the office; earliest_days: the least that may be chosen.';
grant execute on function public.publication_ladder() to anon, authenticated, service_role;

call private.log_table('private.ladder', 'position', '');
