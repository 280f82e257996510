import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert as fcAssert, integer, property } from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import {
  type Batch,
  chainFixture,
  csvOf,
  csvOfChanges,
  hashOf,
  ledgerFixture,
  textOf,
} from './checks/ledger-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'rule-changes-'))
afterAll(() => rmSync(folder, { recursive: true }))

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
    ['receipts_root', (batch.receipts_root ?? '').replace(/.$/, last => (last === '0' ? '1' : '0'))],
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

test('a file from before batches committed to their receipts is right, and a root that is taken away is missed', () => {
  const batches = ledgerFixture(12, 9)
  const older = batches.slice(0, 6).map(({ receipts_root: _, ...batch }) => batch as Batch)
  expect(verdict(older)).toContain('6 batches')
  expect(verdict(batches.with(8, { ...(batches[8] as Batch), receipts_root: '' }))).toContain(
    'Batch 9 has another content than its hash',
  )
})

/** The verdict about both files. */
function verdictWith(batches: Batch[], changes: Batch[], known: string[] = []) {
  const file = join(folder, 'rule_changes.csv')
  writeFileSync(file, csvOfChanges(changes))
  return verdict(batches, '', [file, ...known])
}

/** RFC 9162, section 2.1.1, by its definition, and a checkpoint as the site has it. */
function treeHash(leaves: string[]): Buffer {
  const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0] ?? ''))
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return sha256(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}
function checkpointFile(leaves: string[], size = leaves.length) {
  const path = join(folder, 'checkpoint')
  writeFileSync(
    path,
    `thu.example/ledger\n${size}\n${treeHash(leaves).toString('base64')}\n\n— thu.example/ledger AAAA\n`,
  )
  return path
}

test('a checkpoint has to have the root of these files, whatever was added since', () => {
  const { batches, changes } = chainFixture(12, 6, [0, 4, 4, 12])
  const entries = [changes[0], ...batches.slice(0, 4), changes[1], changes[2], ...batches.slice(4), changes[3]]
  const leaves = entries.map(entry => textOf(entry as Batch))
  for (const size of [1, 2, 3, 7, 15, 16]) {
    const said = verdictWith(batches, changes, [checkpointFile(leaves.slice(0, size))])
    expect(said).toContain(`The checkpoint of ${size} entries is of this ledger.`)
  }
  expect(verdictWith(batches, changes, [checkpointFile(leaves.with(2, 'another'))])).toContain(
    'The checkpoint of 16 entries has another root than these files: the ledger was made anew.',
  )
  expect(verdictWith(batches, changes, [checkpointFile(leaves, 15)])).toContain('has another root')
  expect(verdictWith(batches.slice(0, -1), changes.slice(0, -1), [checkpointFile(leaves)])).toContain(
    'The checkpoint is of 16 entries, and these files have 14: the ledger was cut off.',
  )
  // The chain alone does not find a ledger that was made anew from its first entry.
  const anew = chainFixture(12, 7, [0, 4, 4, 12])
  expect(verdictWith(anew.batches, anew.changes, [checkpointFile(leaves)])).toContain('has another root')
})

test('changes of rules are links between the batches, and are needed', () => {
  const { batches, changes } = chainFixture(12, 6, [0, 4, 4, 12])
  const end = changes.at(-1)?.hash ?? ''
  expect(verdictWith(batches, changes)).toContain(`12 batches and 4 changes of rules, the last hash is ${end}`)
  expect(verdictWith(batches, changes, [end.slice(0, 16)])).toContain('proves itself')
  expect(verdict(batches)).toContain('Batch 1 does not hold the hash of the row before it; what stands between')
  expect(verdict(chainFixture(12, 6, [4]).batches)).toContain(
    'Batch 5 does not hold the hash of the row before it; what stands between',
  )
  expect(verdictWith(ledgerFixture(12, 6), [])).toContain('12 batches and 0 changes of rules')
})

test('a change of a rule that is altered, removed, moved or dated back is found', () => {
  const { batches, changes } = chainFixture(8, 7, [3, 3, 5])
  const second = changes[1] as Batch
  const found = (other: Batch) => verdictWith(batches, changes.with(1, other))
  expect(found({ ...second, valid_from: '2026-11-01' })).toMatch('Change of a rule 2 has another content than its hash')
  expect(found({ ...second, valid_from: '2026-12-02' })).toContain('(field valid_from)')
  expect(verdictWith(batches, changes.toSpliced(1, 1))).toContain('Batch 4 does not hold the hash')
  expect(verdictWith(batches, changes.toSpliced(0, 1))).toContain('Change of a rule 2 follows number 0')
  expect(verdictWith(batches, changes.slice(0, -1))).toContain('Batch 6 does not hold the hash of the row before it.')
  expect(found({ ...second, after_batch: '4' })).toContain('Batch 4 does not hold')
  expect(verdictWith(batches.slice(0, 4), changes)).toContain('Change of a rule 3 does not hold the hash')
  const early: Batch = { ...(changes[2] as Batch), valid_from: '2026-11-02' }
  early.hash = hashOf(early)
  expect(verdictWith(batches.slice(0, 5), changes.with(2, early))).toContain('holds from a day that had begun')
})

type Case = [satisfied: number, n: number, target: number, verdict: string]
const cases: Case[] = JSON.parse(readFileSync('supabase/tests/fixtures/verdicts.json', 'utf8'))
const words: Record<string, string> = { met: 'met', not_met: 'not met', undecided: 'not enough data to conclude' }

/** A ledger of one batch with such sums, after a change of the target, and what the program says about both. */
function saidOf([satisfied, n, target]: Case, days = { decided_on: '2026-10-02', valid_from: '2026-11-01' }) {
  const { batches, changes } = chainFixture(1, 8, [0])
  const change: Batch = {
    ...(changes[0] as Batch),
    ...days,
    key: 'target_percent',
    old_value: '90',
    value: String(target),
  }
  change.hash = hashOf(change)
  const counts = { n: String(n), score_1: String(n - satisfied), score_4: String(satisfied) }
  const batch: Batch = { ...(batches[0] as Batch), ...counts, previous_hash: change.hash }
  batch.hash = hashOf(batch)
  return verdictWith([batch], [change])
}

// Where two sums differ by one person; those far away would only start as many programs more.
test('it comes to the same verdicts as the database and the app', { timeout: 180_000 }, () => {
  const close = cases.filter(([satisfied, n]) => n >= 50 && n <= 3650 && satisfied > 0 && satisfied < n)
  for (const one of close.filter((_, i) => i % 4 < 2)) {
    expect(saidOf(one)).toContain(`target of ${one[2]} %: ${words[one[3]]}.`)
  }
})

test('the target is the one that held on the day of the last batch', () => {
  const later = { decided_on: '2026-10-02', valid_from: '2026-11-03' }
  expect(saidOf([34, 50, 60, ''])).toContain('target of 60 %: not enough data')
  expect(saidOf([46, 50, 60, ''], later)).toContain('target of 90 %: not enough data')
  expect(verdict(ledgerFixture(20, 1))).toContain('target of 90 %: not met.')
})

test('it counts ratings with a code alone where there are fifty, else all of them without a verdict, and never who was asked', () => {
  const rows = (...trusts: string[]) => {
    let previous_hash = '0'.repeat(64)
    return ledgerFixture(trusts.length, 3).map((batch, i) => {
      const row: Batch = { ...batch, trust: trusts[i] ?? '', n: '30', score_1: '6', score_4: '24', previous_hash }
      row.hash = previous_hash = hashOf(row)
      return row
    })
  }
  expect(verdict(rows('visit', 'visit', 'walk_in', '', 'control'))).toContain(
    '60 ratings with a code, 80.0 % satisfied',
  )
  expect(verdict(rows('visit', 'on_site', '', 'control'))).toMatch(
    /^90 ratings, 80\.0 % .* no verdict, because fewer than 50 came with a code\.$/m,
  )
})

// Two files that are chained into one take more lines than one did, and so does a tree beside the chain.
test('the program is short enough to be read before it is run', () => {
  expect(readFileSync('scripts/verify-ledger', 'utf8').trimEnd().split('\n').length).toBeLessThan(92)
})
