import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { adminClient } from '../../admin/client.ts'
import { root } from '../../bootstrap.js'
import { prepareSecrets } from '../../server/secrets.ts'
import { startServer } from '../test-server.ts'
import type { Edit, Guard } from './guard.ts'

export const { publishableKey, secretKey } = prepareSecrets()

const temporary: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-attack-'))
  temporary.push(folder)
  return folder
}
export const removeFolders = () => {
  for (const folder of temporary.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** PGlite, and never the server that the other tests may use. */
export const onPglite = { DATABASE_URL: '' }

let pattern: Promise<string> | undefined

/**
 * A data folder as a new installation has it, ready for made-up ratings, of which tomorrow's release may be tried. The
 * first one takes some seconds, the others are copies.
 */
async function makePattern() {
  const folder = newFolder()
  const server = await startServer(folder, ['--no-demo'], onPglite)
  await adminClient(server.url, secretKey)('enter_illustrative_ratings', { days: [] })
  await server.end('SIGTERM')
  return folder
}

export async function dataFolder(guard?: Guard) {
  pattern ??= makePattern()
  const folder = newFolder()
  cpSync(await pattern, folder, { recursive: true })
  if (guard?.sql) await inDatabase(join(folder, 'data'), db => db.exec(guard.sql ?? ''))
  return folder
}

async function inDatabase<T>(path: string, work: (db: PGlite) => Promise<T>) {
  const db = await PGlite.create(path)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

/** What the owner of the database finds in a copy of its files, with every system column at hand. */
export async function inCopy<T>(folder: string, work: (db: PGlite) => Promise<T>) {
  const copy = newFolder()
  cpSync(join(folder, 'data'), copy, { recursive: true })
  return inDatabase(copy, work)
}

/** The module that changes what a server loads, undefined when nothing is to be changed. */
export function changing(edits: Edit[] = []) {
  if (edits.length === 0) return undefined
  for (const { file, from } of edits) {
    if (!readFileSync(join(root, file), 'utf8').includes(from)) throw new Error(`${file} has no more: ${from}`)
  }
  const module = new URL('change-source.ts', import.meta.url)
  module.searchParams.set('edits', JSON.stringify(edits))
  return module
}
