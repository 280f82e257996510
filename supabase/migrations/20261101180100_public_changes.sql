-- Which tables make up what anybody reads. It stands after all of them: a chapter that comes later calls
-- private.note_changes_of for its own.

do $$
declare
  v_relation regclass;
begin
  for v_relation in
    select c.oid::regclass from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_any_column_privilege('anon', c.oid, 'select')
  loop
    call private.note_changes_of(v_relation);
  end loop;
end;
$$;

-- What nobody reads row by row, and public functions answer from.
do $$
declare
  v_relation regclass;
begin
  foreach v_relation in array array['private.counters', 'private.ladder', 'public.name_consents', 'public.practice_notes',
    'public.praises', 'public.report_sign_offs']::regclass[]
  loop
    call private.note_changes_of(v_relation);
  end loop;
end;
$$;
