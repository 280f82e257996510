// Copies what people entered from a database of another version into a new one that this version's migrations made.

import type { PGlite } from '@electric-sql/pglite'
import { UserError } from '../terminal.js'

/**
 * Tables and columns that this version names otherwise, as schema.table. null: not needed any more, whatever it holds.
 * Anything else that is missing in the new database and holds something stops the copy. `values`: what an old row, called
 * old, becomes where a plain copy would not do, by the new column. `order`: in which order the new rows are written.
 */
export type Renames = Record<
  string,
  { table?: string | null; columns?: Record<string, string | null>; values?: Record<string, string>; order?: string }
>

type Column = { name: string; quoted: string; standard: string | null }
type Table = { name: string; quoted: string; columns: Column[]; sequences: { column: string; sequence: string }[] }
type Pair = { from: Table; to: Table; columns: { select: string; source?: Column; to: Column }[]; order: string }

// Generated columns are computed again, and seed_files keeps the reference data from being loaded a second time.
const tablesSql = `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
    (select coalesce(json_agg(json_build_object('name', a.attname, 'quoted', quote_ident(a.attname),
        'standard', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum), '[]')
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(json_build_object('column', a.attname, 'sequence', format('%I.%I', sn.nspname, s.relname))), '[]')
      from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
        join pg_namespace sn on sn.oid = s.relnamespace
        join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where d.refobjid = c.oid and d.deptype in ('a', 'i')) as sequences
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and (n.nspname <> all (array['pg_catalog', 'information_schema', 'supabase_migrations', 'pg_toast'])
      or n.nspname || '.' || c.relname = 'supabase_migrations.seed_files')
  order by 1`

const tablesOf = async (db: PGlite) => (await db.query<Table>(tablesSql)).rows

async function one<T>(db: PGlite, sql: string) {
  const { rows } = await db.query<{ value: T }>(sql)
  return rows[0]?.value as T
}

const countRows = (db: PGlite, table: Table) => one<number>(db, `select count(*) as value from ${table.quoted}`)

/** Copies all rows. A UserError says what has no place in the new database, or did not arrive there. */
export async function copyRows(from: PGlite, to: PGlite, renames: Renames, report: (detail: string) => void) {
  const [oldTables, newTables] = [await tablesOf(from), await tablesOf(to)]
  const { pairs, homeless } = await pairTables(from, oldTables, newTables, renames)
  if (homeless.length > 0) throw new UserError(`there is no place in it for ${homeless.join(', ')}`)
  const code = await codeTables(to, newTables)
  const data = pairs.filter(pair => !code.has(pair.to.name))
  const restore = await withoutRules(to)
  let rows = 0
  for (const pair of data) {
    report(pair.to.name)
    rows += await copyTable(from, to, pair)
  }
  await restore()
  await compareLedgers(from, to)
  report(`${rows} rows of ${data.length} tables`)
}

/** Which old table and column goes where. homeless: what has content and no place. */
async function pairTables(from: PGlite, oldTables: Table[], newTables: Table[], renames: Renames) {
  const pairs: Pair[] = []
  const homeless: string[] = []
  for (const table of oldTables) {
    const rename = renames[table.name] ?? {}
    if (rename.table === null) continue
    const target = newTables.find(({ name }) => name === (rename.table ?? table.name))
    const rows = target ? 0 : await countRows(from, table)
    if (rows > 0) homeless.push(`${table.name} (rows: ${rows})`)
    if (!target) continue
    const pair: Pair = { from: table, to: target, columns: [], order: rename.order ? `order by ${rename.order}` : '' }
    const values = rename.values ?? {}
    for (const to of target.columns) {
      const select = values[to.name]
      if (select !== undefined) pair.columns.push({ select, to })
    }
    for (const column of table.columns) {
      const name = rename.columns?.[column.name]
      const place = target.columns.find(other => other.name === (name ?? column.name))
      if (name === null || (place && values[place.name] !== undefined)) continue
      if (place) pair.columns.push({ select: `old.${column.quoted}`, source: column, to: place })
      else if (await hasContent(from, table, column)) homeless.push(`${table.name}.${column.name}`)
    }
    pairs.push(pair)
  }
  return { pairs, homeless }
}

/** Whether somebody wrote something in a column: a value besides null and what the column has by itself. */
function hasContent(db: PGlite, table: Table, { quoted, standard }: Column) {
  return one<boolean>(
    db,
    `select exists (select from ${table.quoted} where ${quoted} is not null
      and ${quoted}::text is distinct from (${standard ?? 'null'})::text) as value`,
  )
}

/**
 * What migrations begin and an installation goes on with: its own rows stay as they are, such as the day from which a rule
 * holds there, and a row that is new in this version comes beside them.
 */
const growing = new Set(['public.settings', 'public.set_aside_rules', 'private.excess_secret'])

/**
 * Tables whose rows are part of the code: migrations fill them and no function writes them, such as the list of open
 * files. They stay as this version's migrations made them.
 */
async function codeTables(to: PGlite, tables: Table[]) {
  const code = new Set<string>()
  for (const table of tables) {
    const isWritten = await one<boolean>(
      to,
      `select exists (select from pg_proc where prosrc ~*
        '(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+${table.name.replace('.', '\\.')}\\M') as value`,
    )
    if (!isWritten && !growing.has(table.name) && (await countRows(to, table)) > 0) code.add(table.name)
  }
  return code
}

/** Takes off triggers and foreign keys, and returns what brings them back; foreign keys are then checked on all rows. */
async function withoutRules(to: PGlite) {
  const { rows } = await to.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and conparentid = 0`,
  )
  await to.exec(['set session_replication_role = replica', ...rows.map(({ drop }) => drop)].join(';'))
  return () => to.exec([...rows.map(({ add }) => add), 'reset session_replication_role'].join(';'))
}

async function copyTable(from: PGlite, to: PGlite, pair: Pair) {
  const keepsNewKeys = growing.has(pair.to.name)
  if (keepsNewKeys) await to.exec(`create temporary table new_rows as table ${pair.to.quoted}`)
  await to.exec(`delete from ${pair.to.quoted}`)
  if (pair.columns.length > 0) {
    const values = pair.columns.map(({ select }) => select).join(', ')
    const names = pair.columns.map(column => column.to.quoted).join(', ')
    const { blob } = await from.query(
      `copy (select ${values} from ${pair.from.quoted} old ${pair.order}) to '/dev/blob'`,
    )
    if (blob && blob.size > 0) await to.query(`copy ${pair.to.quoted} (${names}) from '/dev/blob'`, [], { blob })
  }
  const [sent, arrived] = [await countRows(from, pair.from), await countRows(to, pair.to)]
  if (sent !== arrived) throw new UserError(`of ${sent} rows of ${pair.from.name} ${arrived} arrived`)
  if (keepsNewKeys)
    await to.exec(`insert into ${pair.to.quoted} table new_rows on conflict do nothing; drop table new_rows`)
  await setSequences(from, to, pair)
  return arrived
}

/** The next row gets the number that it would have got in the old database. */
async function setSequences(from: PGlite, to: PGlite, pair: Pair) {
  for (const { column, sequence } of pair.to.sequences) {
    const source = pair.columns.find(({ to }) => to.name === column)?.source?.name
    const old = pair.from.sequences.find(other => other.column === source)
    const { rows } = old
      ? await from.query<{ last: number; is_called: boolean }>(
          `select last_value as last, is_called from ${old.sequence}`,
        )
      : await to.query<{ last: number; is_called: boolean }>(
          `select coalesce(max("${column}"), 1) as last, count(*) > 0 as is_called from ${pair.to.quoted}`,
        )
    const [state] = rows
    if (state) await to.query(`select setval('${sequence}', ${state.last}, ${state.is_called})`)
  }
}

/**
 * The last hash stands for the whole ledger: each is made from the one before. The last batch is compared too, because a
 * version without private.ledger_head has nothing else.
 */
async function compareLedgers(from: PGlite, to: PGlite) {
  const known = `select to_regprocedure('private.ledger_head()') is not null as value`
  const head = (await one<boolean>(from, known)) ? ['private.ledger_head()'] : []
  for (const end of ['(select hash from public.batches order by number desc limit 1)', ...head]) {
    const last = `select ${end} as value`
    if ((await one(from, last)) !== (await one(to, last)))
      throw new UserError('the ledger in it ends with another hash')
  }
}
