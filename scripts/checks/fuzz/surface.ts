// What browsers may ask of the API, as the database itself knows it, and whether anything in the database has changed.

import { PGlite } from '@electric-sql/pglite'

export type Column = { name: string; type: string }
export type Table = { name: string; columns: Column[] }
export type Callable = { name: string; isForAnybody: boolean; parameters: (Column & { isOptional: boolean })[] }
export type Surface = { tables: Table[]; functions: Callable[] }

/** A number of rows and a hash over them, by the table's name with its schema. */
export type Fingerprints = Record<string, { rows: number; hash: string }>

const tables = `select c.relname as name,
    json_agg(json_build_object('name', a.attname, 'type', a.atttypid::regtype::text) order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    and has_column_privilege('authenticated', c.oid, a.attnum, 'select')
  group by c.relname order by c.relname`

const functions = `select p.proname as name,
    has_function_privilege('anon', p.oid, 'execute') as "isForAnybody", coalesce((
    select json_agg(json_build_object('name', coalesce(p.proargnames[i], ''), 'type', t::regtype::text,
      'isOptional', i > p.pronargs - p.pronargdefaults) order by i)
    from unnest(p.proargtypes) with ordinality as argument (t, i)), '[]') as parameters
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', p.oid, 'execute')
  order by p.proname, p.oid`

async function fingerprints(db: PGlite) {
  const { rows } = await db.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`,
  )
  const all: Fingerprints = {}
  for (const { name } of rows) {
    const counted = await db.query<{ rows: number; hash: string }>(
      `select count(*)::integer as rows, md5(string_agg(line, '' order by line)) as hash
        from (select md5(row::text) as line from ${name} as row) lines`,
    )
    all[name] = counted.rows[0] ?? { rows: 0, hash: '' }
  }
  return all
}

/** Opens the database of a server that does not run. */
export async function inspect(folder: string) {
  const db = new PGlite(folder)
  try {
    const surface = {
      tables: (await db.query<Table>(tables)).rows,
      functions: (await db.query<Callable>(functions)).rows,
    }
    return { surface, fingerprints: await fingerprints(db) }
  } finally {
    await db.close()
  }
}

/** What calls of people may store: a rating and what belongs to it, a kiosk’s sign of life, a sign-in; and that a code was tried in vain. */
const storing =
  /^private\.(ratings|comments|replies|kiosks|sessions|staff_devices|visit_codes|refused_tries_counted)$|^auth\.|^public\.audit_log$/

/** The tables that changed and must not have. */
export const changed = (before: Fingerprints, after: Fingerprints) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    name => !storing.test(name) && before[name]?.hash !== after[name]?.hash,
  )
