// A ledger as the database makes one, for the tests of the two programs that verify it. Nothing of theirs is in it.

import { createHash } from 'node:crypto'
import { constantFrom, integer, record, sample } from 'fast-check'
import { csvLine } from '../../src/lib/files/safe-cell.ts'

export type Batch = Record<string, string>

const names = `number office_code procedure_code field_code channel trust released_on n score_1 score_2 score_3 score_4
  score_5 details voids reason recorded_on previous_hash hash`.split(/\s+/)
const hashed = ['previous_hash', ...names.filter(name => !name.endsWith('hash'))]

export const hashOf = (batch: Batch) =>
  createHash('sha256')
    .update(hashed.map(name => batch[name]).join('|'))
    .digest('hex')

const content = record({
  office_code: constantFrom('xa-cho-moi', 'xa-hoi-an'),
  reason: constantFrom('', 'Nhập thử, "sai"\nở nhà kho'),
  score_4: integer({ min: 5, max: 40 }),
  score_1: integer({ min: 0, max: 9 }),
})

export function ledgerFixture(size: number, seed: number) {
  let previous_hash = '0'.repeat(64)
  return sample(content, { numRuns: size, seed }).map(({ office_code, reason, score_1, score_4 }, i) => {
    const empty = Object.fromEntries(names.map(name => [name, '']))
    const counts = { n: score_1 + score_4, score_1, score_2: 0, score_3: 0, score_4, score_5: 0 }
    const texts = Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, String(n)]))
    const details = `{"praised.staff": ${score_1}, "trips.2+": 1}`
    const days = { released_on: '2026-11-02', recorded_on: '2026-11-02' }
    const batch: Batch = {
      ...empty,
      ...texts,
      ...days,
      number: String(i + 1),
      office_code,
      details,
      reason,
      previous_hash,
    }
    batch.hash = previous_hash = hashOf(batch)
    return batch
  })
}

export const csvOf = (batches: Batch[]) =>
  `${[names, ...batches.map(batch => names.map(name => batch[name]))].map(csvLine).join('\r\n')}\r\n`
