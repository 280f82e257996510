import type { App } from '@supabase/lite'
// Which migrations made a database. The Supabase tools record a migration's version and name; its content may be edited in
// place until 1.0.0, so a fingerprint of it is recorded too. The same of the files of reference data.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listMigrationFiles } from '@supabase/lite/cli'
import { root } from '../bootstrap.js'

export type Database = {
  app: App
  /** Runs statements and returns the rows of the last one. */
  query: (sql: string) => Promise<Record<string, unknown>[]>
}

/** sha256: null where the migration was applied by a program that recorded none, such as the Supabase tools. */
export type Migration = { version: string; name: string | null; sha256: string | null }

/** The migrations of this copy, in their order. */
export async function listMigrations({ app }: Pick<Database, 'app'>): Promise<Migration[]> {
  const files = await listMigrationFiles(app)
  return files.map(({ version, name, sql }) => ({ version, name, sha256: fingerprint(sql) }))
}

/** The same on Windows, where git may write other line ends. */
export function fingerprint(sql: string) {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
}

/** The migrations that were applied, in their order. */
export async function appliedMigrations({ query }: Pick<Database, 'query'>): Promise<Migration[]> {
  const [there] = await query(`select to_regclass('supabase_migrations.schema_migrations') is not null as migrations,
    to_regclass('supabase_migrations.fingerprints') is not null as fingerprints`)
  if (!there?.migrations) return []
  const rows = await query(
    there.fingerprints
      ? `select m.version, m.name, f.sha256 from supabase_migrations.schema_migrations m
          left join supabase_migrations.fingerprints f using (version) order by m.version`
      : 'select version, name, null as sha256 from supabase_migrations.schema_migrations order by version',
  )
  return rows as Migration[]
}

/** Records what is about to be applied. Before, and not after it: a start that is interrupted can then go on. */
export async function recordFingerprints({ query }: Pick<Database, 'query'>, pending: Migration[]) {
  await query(`create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.fingerprints (version text primary key, sha256 text not null)`)
  if (pending.length === 0) return
  const values = pending.map(({ version, sha256 }) => `('${version}', '${sha256}')`).join(', ')
  await query(`insert into supabase_migrations.fingerprints (version, sha256) values ${values}
    on conflict (version) do update set sha256 = excluded.sha256`)
}

/**
 * How the applied migrations relate to those of this copy. behind: the first of them, perhaps all, so that the rest can
 * be applied. newer: all of them, and more. edited: something else; `version` is the first that differs.
 *
 * isKnownByName: a migration without a fingerprint is taken for the one of its version and name.
 */
export function compareMigrations(applied: Migration[], own: Migration[], isKnownByName: boolean) {
  const isSame = (a: Migration, b: Migration | undefined) =>
    a.version === b?.version && (a.sha256 ? a.sha256 === b.sha256 : isKnownByName && a.name === b.name)
  const different = applied.findIndex((migration, i) => !isSame(migration, own[i]))
  if (different < 0) return { state: 'behind' as const }
  return {
    state: different === own.length ? ('newer' as const) : ('edited' as const),
    version: applied[different]?.version,
  }
}

/** `supabase/seed.sql` and so on, as the Supabase tools record them. */
function referenceFiles() {
  const [, list = ''] = /^sql_paths = \[(.*)\]$/m.exec(readFileSync(join(root, 'supabase/config.toml'), 'utf8')) ?? []
  return [...list.matchAll(/"\.\/([^"]+)"/g)].map(([, file]) => `supabase/${file}`)
}

/**
 * Runs each file once in a database, and records it where the Supabase tools record it too. A database in use, also one that
 * was carried over from an older version, gets the files that it has not had. Returns whether it had none.
 */
export async function loadReferenceData(query: Database['query']) {
  await query(`create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null)`)
  const records = await query('select path from supabase_migrations.seed_files')
  const had = new Set(records.map(({ path }) => path))
  for (const path of referenceFiles()) {
    if (had.has(path)) continue
    const sql = readFileSync(join(root, path), 'utf8')
    const hash = createHash('sha256').update(sql).digest('hex')
    // Statements sent together are one transaction: the record is there only if everything else is.
    await query(`${sql}; insert into supabase_migrations.seed_files (path, hash) values ('${path}', '${hash}')`)
  }
  return records.length === 0
}
