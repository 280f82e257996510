// Ledgers for the tests of the verifier in the browser.

import { constantFrom, integer, record, sample } from 'fast-check'
import { BEGINNING, COUNTS, hashRow, type LedgerRow, sumsBy, wilson } from './ledger'
import { verdictOf } from './verdict'
import type { KnownHash, PublishedSums } from './verify-ledger'

const content = record({
  office_code: constantFrom('xa-cho-moi', 'xa-hoi-an'),
  procedure_code: constantFrom('', '1.001193'),
  score_1: integer({ min: 0, max: 9 }),
  score_4: integer({ min: 5, max: 40 }),
  month: integer({ min: 1, max: 12 }),
})

/** A ledger as the database makes one, of ratings with a code; its third batch is voided by the last. */
export function ledger(size: number, seed: number) {
  const rows: LedgerRow[] = []
  for (const { office_code, procedure_code, score_1, score_4, month } of sample(content, { numRuns: size, seed })) {
    const counts = { n: score_1 + score_4, score_1, score_2: 0, score_3: 0, score_4, score_5: 0 }
    const day = `2026-${String(month).padStart(2, '0')}-07`
    const empty = {
      field_code: '',
      channel: 'counter',
      trust: 'visit',
      details: '{"trips.2+": 3}',
      voids: '',
      reason: '',
    }
    const texts = Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, String(n)]))
    append(rows, { ...empty, ...texts, office_code, procedure_code, released_on: day, recorded_on: day })
  }
  const third = rows[2]
  if (third) {
    const back = Object.fromEntries(COUNTS.map(name => [name, String(-Number(third[name]))]))
    append(rows, { ...third, ...back, voids: '3', reason: 'Kiosk ở nhà kho', recorded_on: '2026-12-24' })
  }
  return rows
}

export function append(rows: LedgerRow[], row: LedgerRow) {
  // As after a change of version: the first batches commit to no receipts.
  const root = rows.length > 4 && !row.voids ? { receipts_root: hashRow({ ...row, number: 'x' }) } : {}
  const linked = { ...row, ...root, number: String(rows.length + 1), previous_hash: rows.at(-1)?.hash ?? BEGINNING }
  rows.push({ ...linked, hash: hashRow(linked) })
}

const rowsOf = (sums: ReturnType<typeof sumsBy>) =>
  [...sums].map(([key, { n, satisfied }]) => {
    const verdict = verdictOf(satisfied, n, 90)
    return { key, n, satisfied, ...wilson(satisfied, n), target_percent: 90, verdict, n_proven: n, n_published: n }
  })
export const publishedOf = (rows: LedgerRow[]): PublishedSums => ({
  all: rowsOf(sumsBy(rows, () => 'all')),
  office: rowsOf(sumsBy(rows, row => row.office_code ?? '')),
  month: rowsOf(sumsBy(rows, row => (row.released_on ?? '').slice(0, 7))),
})
export const endOf = (rows: LedgerRow[], from: KnownHash['from'] = 'server'): KnownHash => ({
  from,
  hash: rows.at(-1)?.hash ?? BEGINNING,
  batches: rows.length,
})
