// A ledger as the database makes one, for the tests of the two programs that verify it. Nothing of theirs is in it.

import { createHash } from 'node:crypto'
import { constantFrom, integer, record, sample } from 'fast-check'
import { csvLine } from '../../src/lib/files/safe-cell.ts'

export type Batch = Record<string, string>

const names = `number office_code procedure_code field_code channel trust released_on n score_1 score_2 score_3 score_4
  score_5 details voids reason recorded_on receipts_root previous_hash hash`.split(/\s+/)
const namesOfChanges = 'position after_batch key old_value value decided_on valid_from previous_hash hash'.split(' ')
const hashed = (all: string[]) => ['previous_hash', ...all.filter(name => !name.endsWith('hash'))]

export const textOf = (entry: Batch) =>
  hashed('position' in entry ? namesOfChanges : names)
    // Of older batches nothing is there, and nothing is hashed.
    .filter(name => name !== 'receipts_root' || entry[name])
    .map(name => entry[name])
    .join('|')

export const hashOf = (entry: Batch) => createHash('sha256').update(textOf(entry)).digest('hex')

const content = record({
  office_code: constantFrom('xa-cho-moi', 'xa-hoi-an'),
  reason: constantFrom('', 'Nhập thử, "sai"\nở nhà kho'),
  score_4: integer({ min: 5, max: 40 }),
  score_1: integer({ min: 0, max: 9 }),
})

/** A change of a rule after each of some batches; a batch that is named twice has two. */
export function chainFixture(size: number, seed: number, after: number[]) {
  const [batches, changes]: [Batch[], Batch[]] = [ledgerFixture(size, seed), []]
  let previous_hash = '0'.repeat(64)
  const link = (entry: Batch) => {
    entry.previous_hash = previous_hash
    entry.hash = previous_hash = hashOf(entry)
  }
  for (let number = 0; number <= size; number++) {
    const batch = batches[number - 1]
    if (batch) link(batch)
    for (const _ of after.filter(one => one === number)) {
      const rule = {
        key: 'ladder',
        old_value: '[0, 10, 20, 25, 28, 30, 42, 90]',
        value: '[0, 7, 14, 20, 22, 25, 30, 60]',
      }
      const days = { decided_on: '2026-11-02', valid_from: '2026-12-01' }
      const change: Batch = { position: String(changes.length + 1), after_batch: String(number), ...rule, ...days }
      link(change)
      changes.push(change)
    }
  }
  return { batches, changes }
}

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
      trust: 'visit',
      details,
      reason,
      // The second half of the ledger commits to its receipts.
      receipts_root: i < size / 2 ? '' : createHash('sha256').update(String(i)).digest('hex'),
      previous_hash,
    }
    batch.hash = previous_hash = hashOf(batch)
    return batch
  })
}

const csv = (columns: string[], rows: Batch[]) =>
  `${[columns, ...rows.map(row => columns.map(name => row[name]))].map(csvLine).join('\r\n')}\r\n`
export const csvOf = (batches: Batch[]) => csv(names, batches)
export const csvOfChanges = (changes: Batch[]) => csv(namesOfChanges, changes)
