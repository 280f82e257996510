import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { assert as fcAssert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { type Batch, csvOf, hashOf, ledgerFixture } from './checks/ledger-fixture.ts'

function verdict(batches: Batch[], bom = '', known: string[] = []) {
  try {
    return execFileSync(process.execPath, ['scripts/verify-ledger', ...(known.length > 0 ? ['-', ...known] : [])], {
      input: bom + csvOf(batches),
      stdio: 'pipe',
    }).toString()
  } catch (error) {
    return (error as { stderr: Buffer }).stderr.toString()
  }
}

test('a true ledger of ten thousand batches is accepted, with and without the mark for Excel', () => {
  const batches = ledgerFixture(10_000, 1)
  expect(verdict(batches)).toContain(`10000 batches, the last hash is ${batches.at(-1)?.hash}`)
  expect(verdict(batches.slice(0, 20), '\uFEFF')).toContain('20 batches')
  expect(verdict([])).toContain('0 batches')
})

// It starts 24 programs.
test('a changed count, a removed batch and two swapped ones are found and named', { timeout: 180_000 }, () => {
  const batches = ledgerFixture(30, 2)
  fcAssert(
    property(integer({ min: 0, max: 28 }), at => {
      const changed = batches.with(at, { ...(batches[at] as Batch), score_4: '41' })
      expect(verdict(changed)).toMatch(`Batch ${at + 1} has another content than its hash`)
      expect(verdict(batches.toSpliced(at, 1))).toMatch(`Batch ${at + 2} follows number ${at}`)
      const swapped = batches.toSpliced(at, 2, batches[at + 1] as Batch, batches[at] as Batch)
      expect(verdict(swapped)).toMatch(`Batch ${at + 2} follows number ${at}`)
    }),
    { numRuns: 8 },
  )
})

test('whoever mends the hash of a changed batch breaks the next one', () => {
  const batches = ledgerFixture(5, 3)
  const changed: Batch = { ...(batches[2] as Batch), n: '99', score_4: '99', score_1: '0' }
  changed.hash = hashOf(changed)
  expect(verdict(batches.with(2, changed))).toContain('Batch 4 does not hold the hash of the row before it')
})

test('one changed digit names its field', () => {
  const batches = ledgerFixture(12, 4)
  const batch = batches[6] as Batch
  for (const [field, value] of [
    ['n', String(batch.n).replace(/.$/, last => String((Number(last) + 1) % 10))],
    ['released_on', '2026-11-03'],
    ['details', (batch.details ?? '').replace('1}', '2}')],
  ] as const) {
    expect(verdict(batches.with(6, { ...batch, [field]: value }))).toContain(
      `Batch 7 has another content than its hash (field ${field})`,
    )
  }
})

test('a batch taken off the end is missed by whoever knows its hash', () => {
  const batches = ledgerFixture(12, 5)
  const end = batches.at(-1)?.hash?.slice(0, 16) ?? ''
  expect(verdict(batches, '', [end])).toContain('12 batches')
  expect(verdict(batches.slice(0, -1))).toContain('11 batches')
  expect(verdict(batches.slice(0, -1), '', [end])).toContain(`No batch has the hash ${end}`)
})

test('the program is short enough to be read before it is run', () => {
  expect(readFileSync('scripts/verify-ledger', 'utf8').trimEnd().split('\n').length).toBeLessThan(60)
})
