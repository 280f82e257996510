-- The ladder of publication: under which keys waiting ratings are published, and after how many days they give one up.

-- In which order, and after how many days, ratings give up the keys they are published under. An ordered table,
-- because an agency with more or fewer visitors may want another one. Why there is one: docs/decisions/batches.md.
create table private.ladder (
  position integer primary key,
  after_days integer not null check (after_days >= 0),
  by_procedure boolean not null,
  by_field boolean not null,
  by_channel boolean not null,
  by_trust boolean not null,
  -- Counted for the parent office, together with other offices below it that are as stuck.
  with_parent boolean not null default false,
  check (not with_parent or not (by_procedure or by_field or by_channel or by_trust))
);

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
create function public.publication_ladder() returns table (rung integer, after_days integer, keys text[])
language sql stable security definer set search_path = ''
as $$
  select l.position, l.after_days, array_remove(array[
    case when l.by_procedure then 'procedure' end, case when l.by_field then 'field' end,
    case when l.by_channel then 'channel' end, case when l.by_trust then 'trust' end,
    case when l.with_parent then 'parent' end], null)
  from private.ladder l order by l.position
$$;
comment on function public.publication_ladder() is
  'After how many days waiting ratings become a batch by which keys besides the office.';
grant execute on function public.publication_ladder() to anon, authenticated, service_role;

call private.log_table('private.ladder', 'position', '');

-- After how many days each rung gives up a key: the first at once, none before the one above it. The order of the keys
-- stays. Refusals: 401, 403, 422 ladder_malformed, 409 changed_meanwhile.
create function public.save_ladder(days integer[], seen integer[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
  v_old integer[];
begin
  perform private.require_capability(null, 'change_settings');
  perform from private.ladder for update;
  v_old := (select array_agg(l.after_days order by l.position) from private.ladder l);
  if days is null or array_ndims(days) is distinct from 1 or cardinality(days) <> cardinality(v_old) or days[1] <> 0
    or exists (select from unnest(days) d where d is null or d not between 0 and 365)
    or days is distinct from (select array_agg(d order by d) from unnest(days) d) then
    perform private.refuse(422, 'ladder_malformed');
  elsif seen is distinct from v_old then
    perform private.refuse(409, 'changed_meanwhile');
  end if;
  update private.ladder l set after_days = n.days
  from (select r.position, save_ladder.days[row_number() over (order by r.position)] as days from private.ladder r) n
  where n.position = l.position and l.after_days <> n.days;
end;
$$;
grant execute on function public.save_ladder(integer[], integer[]) to authenticated, service_role;
