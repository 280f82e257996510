import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { backUp, backupName, type Manifest, restore } from './backup.ts'

let all: string
let made: string
let own: Manifest['migrations']

/** Runs statements in the database of a folder and closes it. */
async function inDatabase(data: string, sql: string) {
  const db = await PGlite.create(data)
  const results = await db.exec(sql)
  await db.close()
  return results.at(-1)?.rows
}

beforeAll(async () => {
  all = mkdtempSync(join(tmpdir(), 'hai-long-backup-'))
  made = join(all, 'made')
  await inDatabase(
    made,
    `create schema private; create schema supabase_migrations;
    create table supabase_migrations.schema_migrations (version text primary key, name text);
    insert into supabase_migrations.schema_migrations values ('20261101010000', 'first');
    create table private.ratings (id integer primary key);
    insert into private.ratings values (1), (2);
    create function private.ledger_head() returns text language sql as $$ select 'head' || max(id) from private.ratings $$`,
  )
  await backUp(made, join(all, 'saved'))
  own = [{ version: '20261101010000', name: 'first', sha256: null }]
})
afterAll(() => rmSync(all, { recursive: true }))

let folder: string
let data: string
let backup: string

beforeEach(() => {
  folder = mkdtempSync(join(all, 'case-'))
  data = join(folder, 'data')
  backup = join(folder, 'backup')
  cpSync(made, data, { recursive: true })
})

/** A backup that was made once: each takes seconds. */
const takeSaved = () => cpSync(join(all, 'saved'), backup, { recursive: true })

test('what came after a backup is gone from the restored database, and kept beside it', async () => {
  const manifest = await backUp(data, backup)
  expect(manifest).toMatchObject({ ledgerHead: 'head2', rows: { 'private.ratings': 2 } })
  await inDatabase(data, 'insert into private.ratings values (3)')
  const { before } = await restore(backup, data, own)
  expect(await inDatabase(data, 'select id from private.ratings order by id')).toEqual([{ id: 1 }, { id: 2 }])
  expect(await inDatabase(before ?? '', 'select count(*)::int as rows from private.ratings')).toEqual([{ rows: 3 }])
})

test('a backup is restored where there is no database, and again after that', async () => {
  takeSaved()
  rmSync(data, { recursive: true })
  expect((await restore(backup, data, own)).before).toBeUndefined()
  expect((await restore(backup, data, own)).before).toBeDefined()
})

test('nothing is written over, and what fails leaves nothing behind', async () => {
  mkdirSync(backup)
  await expect(backUp(data, backup)).rejects.toThrow('is there already')
  await expect(backUp(data, join(data, 'backup'))).rejects.toThrow('lies in the database itself')
  await expect(backUp(join(folder, 'nowhere'), join(folder, 'other'))).rejects.toThrow('There is no database')
  symlinkSync('/etc', join(data, 'link'))
  await expect(backUp(data, join(folder, 'other'))).rejects.toThrow('neither a file nor a folder')
  expect(readdirSync(folder).sort()).toEqual(['backup', 'data'])
})

/** What can happen to a backup on its way, and what a restore says then. */
const damages: Record<string, [(backup: string) => void, string]> = {
  'a file cut short': [at => truncateSync(join(at, 'data/global/pg_control'), 100), 'global/pg_control has changed'],
  'a file grown longer': [at => appendFileSync(join(at, 'data/PG_VERSION'), '1'), 'PG_VERSION has changed'],
  'one byte changed': [
    at => {
      const file = join(at, 'data/global/pg_control')
      const bytes = readFileSync(file)
      bytes[10] = (bytes[10] ?? 0) ^ 1
      writeFileSync(file, bytes)
    },
    'global/pg_control has changed',
  ],
  'a file missing': [at => rmSync(join(at, 'data/PG_VERSION')), 'PG_VERSION is missing'],
  'an empty folder missing': [at => rmSync(join(at, 'data/pg_notify'), { recursive: true }), 'pg_notify is missing'],
  'a foreign file': [at => writeFileSync(join(at, 'data/other'), ''), 'other does not belong to it'],
  'no database': [at => rmSync(join(at, 'data'), { recursive: true }), 'data is missing'],
  'no manifest': [at => rmSync(join(at, 'manifest.json')), 'is no whole backup'],
  'a manifest cut short': [at => truncateSync(join(at, 'manifest.json'), 50), 'is no whole backup'],
  'another manifest': [at => writeFileSync(join(at, 'manifest.json'), '{}'), 'is no backup that this version knows'],
  'an empty manifest': [at => writeFileSync(join(at, 'manifest.json'), 'null'), 'is no backup that this version knows'],
  'another ledger than it says': [at => change(at, manifest => (manifest.ledgerHead = 'x')), 'something else'],
  'another number of rows than it says': [
    at => change(at, manifest => (manifest.rows['private.ratings'] = 3)),
    'something else',
  ],
}

function change(at: string, by: (manifest: Manifest) => void) {
  const file = join(at, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  by(manifest)
  writeFileSync(file, JSON.stringify(manifest))
}

test.each(Object.entries(damages))('%s: nothing is restored', async (_, [damage, words]) => {
  takeSaved()
  damage(backup)
  writeFileSync(join(data, 'untouched'), '')
  await expect(restore(backup, data, own)).rejects.toThrow(words)
  expect(existsSync(join(data, 'untouched'))).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['backup', 'data'])
})

test('a backup of a newer version is refused, one of other migrations is carried over later', async () => {
  takeSaved()
  await expect(restore(backup, data, [])).rejects.toThrow('newer version')
  const other = [{ version: '20261101010000', name: 'first', sha256: 'x' }]
  expect((await restore(backup, data, other)).isOtherVersion).toBe(true)
})

test('another database of Postgres is not taken for one of ours', async () => {
  const foreign = join(folder, 'foreign')
  await inDatabase(foreign, 'select 1')
  await expect(backUp(foreign, backup)).rejects.toThrow('holds no database of Hài Lòng')
  expect(existsSync(backup)).toBe(false)
})

test('a backup is named for its second', () => {
  expect(backupName(new Date('2026-11-30T06:05:04Z'))).toBe('hai-long-2026-11-30-060504')
})
