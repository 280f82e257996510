// Until 1.0.0 migrations are edited in place, so a data folder may have been made by other migrations than this copy's.
// Its rows are then copied into a new database beside it, and the two folders change places.
//
//   data               the database in use
//   data.new           being made; worthless if it is found at a start
//   data.ready         complete and checked, about to become data
//   data.before-<when> what data was; only a person deletes it, unless nothing in it is real

import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { PgliteConnection } from '@supabase/lite/pglite'
import { UserError, writeError } from '../terminal.js'
import { copyRows, type Renames } from './copy-rows.ts'
import type { Database } from './database.ts'
import { holdsFolder } from './folder-lock.ts'

/** What the migrations call otherwise than those of the version before. */
const renames: Renames = {
  // Part of the code: a capability now says who may import.
  'private.import_kinds': { columns: { roles: null } },
  'private.grains': { columns: { by_way: 'by_channel_and_trust' } },
  'private.digests': { table: 'private.sent_digests' },
  'private.forgotten_set_aside': { table: 'private.set_aside_archive' },
  'private.open_files': { table: 'private.open_data_files' },
  'private.quiet_counters': { table: 'private.low_traffic_counters' },
}

/**
 * Carries the data over to this version's migrations. `makeNew` makes a database with them in the folder it is given. At
 * the end both databases are closed, and the folder holds the new one. A UserError says why it could not be done, and then
 * the old one is still there.
 */
export async function carryOver(
  old: Database,
  data: string,
  makeNew: (folder: string) => Promise<Database>,
  report: (detail: string) => void,
) {
  if (!holdsFolder()) throw new Error(`Another process may write into ${data}: take the folder's lock first.`)
  const building = `${data}.new`
  let isMadeUp = false
  try {
    isMadeUp = await holdsNothingReal(old)
    const made = await makeNew(building)
    try {
      await copyRows(driverOf(old), driverOf(made), renames, report)
    } finally {
      await made.app.connection.close()
    }
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw refusal(error, data)
  } finally {
    await old.app.connection.close()
  }
  const before = swap(data, isMadeUp)
  report(`what was there is now ${before}`)
}

const driverOf = ({ app }: Database) => (app.connection as PgliteConnection).driver

function refusal(error: unknown, data: string) {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
  return (
    writeError(error, data) ??
    new UserError(
      `The data in ${data} cannot be carried over to this version of Hài Lòng: ${reason}. They are as they were: go on with the version before, or name another folder with DATA_DIR.`,
    )
  )
}

/** Ratings that were made up for trying it out, and nobody who signs in. */
async function holdsNothingReal({ query }: Database) {
  const [found] = await query(`select exists (select from public.settings where key = 'illustrative' and value = 'true')
    and not exists (select from public.members) as made_up`)
  return found?.made_up === true
}

const illustrativeMark = '-illustrative'

/** Puts the new database in the place of the old one and returns where the old one is now. finishSwap completes it after a kill. */
export function swap(data: string, isMadeUp: boolean) {
  const when = new Date().toLocaleString('sv').replace(' ', '-').replaceAll(':', '')
  const before = `${data}.before-${when}${isMadeUp ? illustrativeMark : ''}`
  renameSync(`${data}.new`, `${data}.ready`)
  renameSync(data, before)
  renameSync(`${data}.ready`, data)
  if (isMadeUp) deleteOlderMadeUp(before)
  return before
}

/**
 * Finishes a swap that was interrupted after the old data had been put aside, and undoes one that was interrupted before:
 * an older copy of the program may have written into the data since.
 */
export function finishSwap(data: string) {
  rmSync(`${data}.new`, { recursive: true, force: true })
  if (existsSync(data)) rmSync(`${data}.ready`, { recursive: true, force: true })
  else if (existsSync(`${data}.ready`)) renameSync(`${data}.ready`, data)
}

function deleteOlderMadeUp(newest: string) {
  const start = `${basename(newest).split('.before-')[0]}.before-`
  for (const name of readdirSync(dirname(newest))) {
    if (name.startsWith(start) && name.endsWith(illustrativeMark) && name !== basename(newest)) {
      rmSync(join(dirname(newest), name), { recursive: true })
    }
  }
}
