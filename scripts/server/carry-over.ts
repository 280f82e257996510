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
import { holdsFolder } from './folder-lock.ts'
import type { Database } from './migration-record.ts'

const whileWaiting = (column: string) => `case when old.batch_number is null then old.${column} end`
const asPublished = (column: string) =>
  `case when old.batch_number is null then old.${column}
    else (select b.${column} from public.batches b where b.number = old.batch_number) end`
const receiptOf = '(select r.receipt_hash from private.ratings r where r.id = old.rating_id)'

/** What a rating keeps once it is in a batch; the versions before kept its id, its day and keys finer than the batch's. */
const forgetful: Renames = {
  'private.ratings': {
    columns: { device_day: 'sender' },
    values: {
      id: whileWaiting('id'),
      received_at: whileWaiting('received_at'),
      sender: whileWaiting('device_day'),
      counter_code: whileWaiting('counter_code'),
      office_code: asPublished('office_code'),
      procedure_code: asPublished('procedure_code'),
      channel: asPublished('channel'),
      trust: asPublished('trust'),
      // The old totals hold them.
      set_aside_counted: 'old.set_aside is not null',
    },
    order: 'old.receipt_hash',
  },
  'private.comments': { columns: { rating_id: 'receipt_hash' }, values: { receipt_hash: receiptOf }, order: 'old.id' },
  'private.replies': { columns: { rating_id: 'receipt_hash' }, values: { receipt_hash: receiptOf } },
  'private.visit_codes': {
    columns: { spent_on: 'spent_in' },
    values: { spent_in: `date_trunc('quarter', old.spent_on)::date` },
    order: 'old.code_hash',
  },
  'private.set_aside_archive': { table: null },
  'private.forgotten_set_aside': { table: null },
}

/** What the migrations call otherwise than those of the version before. */
const renames: Renames = {
  // Part of the code: a capability now says who may import.
  'private.import_kinds': { columns: { roles: null } },
  'private.grains': { columns: { by_way: 'by_channel_and_trust' } },
  'private.digests': { table: 'private.sent_digests' },
  'private.open_files': { table: 'private.open_data_files' },
  // Sums of the answers that batches held, which the ledger still has; they are counted in groups of their own now.
  'private.answer_totals': { table: null },
  'private.quiet_counters': { table: 'private.low_traffic_counters' },
  // Nobody is told any more how many of the codes of one order were used.
  'private.visit_batches': { columns: { used: null } },
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
      const isOlder = await hasColumn(old, 'device_day')
      await copyRows(driverOf(old), driverOf(made), { ...renames, ...(isOlder && forgetful) }, report)
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

async function hasColumn({ query }: Database, column: string) {
  const [found] = await query(`select exists (select from information_schema.columns where table_schema = 'private'
    and table_name = 'ratings' and column_name = '${column}') as found`)
  return found?.found === true
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

/** Ratings that were made up for trying it out, and nobody who signs in; the first versions had no members. */
async function holdsNothingReal({ query }: Database) {
  const [found] = await query(`select exists (select from public.settings where key = 'illustrative' and value = 'true')
    as is_made_up, to_regclass('public.members') is not null as has_members`)
  if (!found?.is_made_up || !found.has_members) return found?.is_made_up === true
  const members = await query('select from public.members limit 1')
  return members.length === 0
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
