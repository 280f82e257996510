import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { constantFrom, assert as fcAssert, integer, property, record, sample } from 'fast-check'
import { expect, test } from 'vitest'

type Batch = Record<string, string>

const names = `number office_code procedure_code field_code channel trust released_on n score_1 score_2 score_3 score_4
  score_5 details voids reason recorded_on previous_hash hash`.split(/\s+/)
const hashed = ['previous_hash', ...names.filter(name => !name.endsWith('hash'))]
const hashOf = (batch: Batch) =>
  createHash('sha256')
    .update(hashed.map(name => batch[name]).join('|'))
    .digest('hex')

const content = record({
  office_code: constantFrom('xa-cho-moi', 'xa-hoi-an'),
  reason: constantFrom('', 'Nhập thử, "sai"\nở nhà kho'),
  score_4: integer({ min: 5, max: 40 }),
  score_1: integer({ min: 0, max: 9 }),
})

/** A ledger as the database makes one. */
function ledger(size: number, seed: number) {
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

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (batches: Batch[]) =>
  `${[names, ...batches.map(batch => names.map(name => batch[name] ?? ''))].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`

function verdict(batches: Batch[], bom = '', known: string[] = []) {
  try {
    return execFileSync(process.execPath, ['scripts/verify-ledger', ...(known.length > 0 ? ['-', ...known] : [])], {
      input: bom + csv(batches),
      stdio: 'pipe',
    }).toString()
  } catch (error) {
    return (error as { stderr: Buffer }).stderr.toString()
  }
}

test('a true ledger of ten thousand batches is accepted, with and without the mark for Excel', () => {
  const batches = ledger(10_000, 1)
  expect(verdict(batches)).toContain(`10000 batches, the last hash is ${batches.at(-1)?.hash}`)
  expect(verdict(batches.slice(0, 20), '\uFEFF')).toContain('20 batches')
  expect(verdict([])).toContain('0 batches')
})

// It starts 24 programs.
test('a changed count, a removed batch and two swapped ones are found and named', { timeout: 180_000 }, () => {
  const batches = ledger(30, 2)
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
  const batches = ledger(5, 3)
  const changed: Batch = { ...(batches[2] as Batch), n: '99', score_4: '99', score_1: '0' }
  changed.hash = hashOf(changed)
  expect(verdict(batches.with(2, changed))).toContain('Batch 4 does not hold the hash of the row before it')
})

test('one changed digit names its field', () => {
  const batches = ledger(12, 4)
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
  const batches = ledger(12, 5)
  const end = batches.at(-1)?.hash?.slice(0, 16) ?? ''
  expect(verdict(batches, '', [end])).toContain('12 batches')
  expect(verdict(batches.slice(0, -1))).toContain('11 batches')
  expect(verdict(batches.slice(0, -1), '', [end])).toContain(`No batch has the hash ${end}`)
})

test('the program is short enough to be read before it is run', () => {
  expect(readFileSync('scripts/verify-ledger', 'utf8').trimEnd().split('\n').length).toBeLessThan(60)
})
