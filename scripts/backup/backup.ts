// A backup of the embedded database: a folder with its files, and a manifest by which a restore knows that they are whole.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { finishSwap, swap } from '../server/carry-over.ts'
import { compareMigrations, type Migration } from '../server/migration-record.ts'
import { UserError, writeError } from '../terminal.js'
import { type CopiedFile, contentsOf, copyFolder, measure, syncFolder } from './files.ts'
import { type State, stateOf } from './state.ts'

const FORMAT = 'hai-long-backup/1'

export type Manifest = State & { format: string; madeAt: string; folders: string[]; files: CopiedFile[] }

/** Puts a copy of a database that nobody has open under a name that is free, whole or not at all. */
export async function backUp(data: string, target: string): Promise<Manifest> {
  if (existsSync(target)) throw new UserError(`${target} is there already: name another with --out.`)
  const way = relative(resolve(data), resolve(target))
  if (way !== '..' && !way.startsWith(`..${sep}`)) throw new UserError(`${target} lies in the database itself.`)
  if (!existsSync(join(data, 'PG_VERSION'))) throw new UserError(`There is no database in ${data} to back up.`)
  const state = await stateOf(data)
  let building: string | undefined
  try {
    mkdirSync(dirname(target), { recursive: true })
    building = mkdtempSync(`${target}.partial-`)
    const files = copyFolder(data, join(building, 'data'))
    const { folders } = contentsOf(data)
    const manifest = { format: FORMAT, madeAt: new Date().toISOString(), ...state, folders, files }
    const text = `${JSON.stringify(manifest, null, 1)}\n`
    writeFileSync(join(building, 'manifest.json'), text, { mode: 0o600, flush: true })
    readManifest(building) // Read again: what the disk gives back is what counts.
    syncFolder(building)
    renameSync(building, target)
    syncFolder(dirname(target))
    return manifest
  } catch (error) {
    if (building) rmSync(building, { recursive: true, force: true })
    throw writeError(error, target) ?? error
  }
}

/** The manifest of a backup whose every file is as it was written. */
export function readManifest(backup: string): Manifest {
  const file = join(backup, 'manifest.json')
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UserError(`${backup} is no whole backup: ${file} cannot be read (${(error as Error).message}).`)
  }
  if (manifest?.format !== FORMAT) throw new UserError(`${backup} is no backup that this version knows (${FORMAT}).`)
  const wrong = differences(join(backup, 'data'), manifest)
  if (wrong.length > 0) {
    const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : ''
    throw new UserError(`${backup} is damaged, take another backup: ${wrong.slice(0, 3).join(', ')}${more}.`)
  }
  return manifest
}

function differences(data: string, { folders, files }: Manifest) {
  if (!existsSync(data)) return ['data is missing']
  const found = contentsOf(data)
  const known = new Map(files.map(file => [file.path, file]))
  const changed = found.files.flatMap(path => {
    const file = known.get(path)
    if (!file) return [`${path} does not belong to it`]
    return isDeepStrictEqual(measure(data, path), file) ? [] : [`${path} has changed`]
  })
  const there = new Set([...found.files, ...found.folders])
  const missing = [...known.keys(), ...folders].filter(path => !there.has(path)).map(path => `${path} is missing`)
  return [...changed, ...missing]
}

/**
 * Puts a backup in the place of a database that nobody has open, and returns where that one is now. Nothing is replaced
 * before the copy has been opened and shows what the manifest says.
 */
export async function restore(backup: string, data: string, own: Migration[]) {
  const manifest = readManifest(backup)
  const { state, version } = compareMigrations(manifest.migrations, own, false)
  if (state === 'newer') {
    throw new UserError(`${backup} is of a newer version of Hài Lòng (migration ${version}): update this copy first.`)
  }
  finishSwap(data)
  const building = `${data}.new`
  try {
    if (!isDeepStrictEqual(copyFolder(join(backup, 'data'), building), manifest.files))
      throw new UserError(`${backup} changed while it was read: nothing was replaced.`)
    const { migrations, rows, ledgerHead } = await stateOf(building)
    const told = { migrations: manifest.migrations, rows: manifest.rows, ledgerHead: manifest.ledgerHead }
    if (!isDeepStrictEqual({ migrations, rows, ledgerHead }, told))
      throw new UserError(
        `The database of ${backup} holds something else than its manifest says: nothing was replaced.`,
      )
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw writeError(error, data) ?? error
  }
  let before: string | undefined
  if (existsSync(data)) before = swap(data, false)
  else renameSync(building, data)
  syncFolder(dirname(data))
  return { manifest, before, isOtherVersion: state === 'edited' }
}

/** A name of its own for each second. */
export const backupName = (now = new Date()) =>
  basename(`hai-long-${now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')}`)
