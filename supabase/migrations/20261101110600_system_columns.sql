-- Nobody reads what Postgres keeps of every row. xmin is the number of the transaction that wrote it, and transactions are
-- numbered across all tables: whoever saves something of their own twice would learn how many people have rated in between.
-- A right to a whole table is one to its system columns, too; a right to each of its columns is not.

do $$
declare
  v_grant record;
begin
  for v_grant in
    select c.oid::regclass as relation, g.grantee::regrole as reader,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_catalog.pg_class c cross join lateral pg_catalog.aclexplode(c.relacl) g
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and g.privilege_type = 'SELECT'
      and g.grantee in ('anon'::regrole, 'authenticated'::regrole)
  loop
    execute format('revoke select on %s from %s', v_grant.relation, v_grant.reader);
    execute format('grant select (%s) on %s to %s', v_grant.columns, v_grant.relation, v_grant.reader);
  end loop;
end;
$$;
