// What a database holds, in figures that a copy of it must show again.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { root } from '../bootstrap.js'
import { appliedMigrations, fingerprint, type Migration } from '../server/migration-record.ts'
import { UserError } from '../terminal.js'

export type State = { migrations: Migration[]; rows: Record<string, number>; ledgerHead: string | null }

/** Opens the database of a folder that nobody else has open, and closes it again: everything is in its files then. */
export async function stateOf(data: string): Promise<State> {
  const db = await PGlite.create(data, { extensions: { pgcrypto } }).catch(() => {
    throw new UserError(`The database in ${data} does not open: it is damaged, or of another version of Postgres.`)
  })
  try {
    const query = async (sql: string) => (await db.query<Record<string, unknown>>(sql)).rows
    const migrations = await appliedMigrations({ query })
    const [ledger] = await query(`select to_regprocedure('private.ledger_head()') is not null as is_there`)
    if (migrations.length === 0 || !ledger?.is_there) throw new UserError(`${data} holds no database of Hài Lòng.`)
    const [head] = await query('select private.ledger_head() as value')
    return { migrations, rows: await countRows(query), ledgerHead: (head?.value as string | null) ?? null }
  } finally {
    await db.close()
  }
}

async function countRows(query: (sql: string) => Promise<Record<string, unknown>[]>) {
  const tables =
    await query(`select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname <> all (array['pg_catalog', 'information_schema', 'pg_toast']) order by 1`)
  const rows: Record<string, number> = {}
  for (const { name, quoted } of tables) {
    const [counted] = await query(`select count(*) as value from ${quoted}`)
    rows[name as string] = Number(counted?.value)
  }
  return rows
}

/** The migrations of this copy of Hài Lòng. */
export function ownMigrations(): Migration[] {
  const folder = join(root, 'supabase/migrations')
  const names = readdirSync(folder).filter(name => name.endsWith('.sql'))
  return names.sort().map(file => {
    const [, version = '', name = null] = /^(\d+)_(.*)\.sql$/.exec(file) ?? []
    return { version, name, sha256: fingerprint(readFileSync(join(folder, file), 'utf8')) }
  })
}
