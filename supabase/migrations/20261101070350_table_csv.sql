-- Tables and figures as CSV, for whoever asks PostgREST for text/csv. Its own way writes names as they are, and a spreadsheet
-- runs those that begin like a formula. Since version 12 it looks for an aggregate over any row that answers with the domain
-- "text/csv" first: this one writes the cells as the open files have them. `npm start` makes no CSV of tables at all
-- (scripts/server/requests/accept.ts).

-- The lines so far and the next one; the first row brings the names of the columns along. With the owner's rights, because
-- browsers have no way into private; it reads nothing but the row that it is given.
create function private.csv_add_row(lines public."text/csv", next_row anyelement) returns public."text/csv"
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_row json := to_json(next_row);
begin
  return concat(nullif(lines, ''), case when lines = '' then
      (select string_agg(private.csv_cell(to_jsonb(c.key)), ',' order by c.at) from json_each(v_row) with ordinality c (key, value, at)) end,
    e'\r\n', (select string_agg(coalesce(private.csv_cell(c.value::jsonb), ''), ',' order by c.at)
      from json_each(v_row) with ordinality c (key, value, at)));
end;
$$;

create aggregate public.table_csv(anyelement) (sfunc = private.csv_add_row, stype = public."text/csv", initcond = '');
grant execute on function public.table_csv(anyelement) to anon, authenticated, service_role;
