import { constantFrom, assert as fcAssert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash, rootOf } from '../checkpoint/merkle'
import { COUNTS, type LedgerRow, textOf } from './ledger'
import { append, endOf, ledger, publishedOf } from './ledger-fixture'
import { differencesOf, type KnownEnd, verify } from './verify-ledger'

const large = ledger(10_000, 1)
const small = ledger(40, 2)
const published = publishedOf(small)
const at = integer({ min: 0, max: small.length - 1 })

test('a true ledger of ten thousand batches is accepted, quickly', () => {
  // The work itself, whatever else the machine is doing.
  const start = process.cpuUsage()
  const verdict = verify(large, publishedOf(large), [endOf(large)])
  expect(verdict).toMatchObject({ batches: 10_001, differences: [], lost: [], end: large.at(-1)?.hash })
  expect(verdict.fault).toBeUndefined()
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000)
  expect(verify([], { all: [], office: [], month: [] }, [endOf([])])).toMatchObject({ batches: 0, lost: [] })
})

test('another count is found, and the batch and the field are named', () => {
  fcAssert(
    property(at, constantFrom(...COUNTS), integer({ min: 1, max: 50 }), (i, field, more) => {
      const row = small[i] as LedgerRow
      const found = String(Number(row[field]) + more)
      const { fault } = verify(small.with(i, { ...row, [field]: found }), published, [])
      expect(fault).toEqual({ kind: 'content', number: row.number, fields: [field], found, expected: row[field] })
    }),
    { numRuns: 30 },
  )
})

test('another digit anywhere is found and named', () => {
  fcAssert(
    property(
      at,
      constantFrom(...Object.keys(small[0] ?? {})),
      integer({ min: 1, max: 9 }),
      integer(),
      (i, field, add, pick) => {
        const row = small[i] as LedgerRow
        const value = row[field] ?? ''
        const places = [...value].flatMap((character, place) => (/\d/.test(character) ? [place] : []))
        const place = places[Math.abs(pick) % Math.max(places.length, 1)]
        if (place === undefined) return
        const digit = String((Number(value[place]) + add) % 10)
        const found = value.slice(0, place) + digit + value.slice(place + 1)
        const { fault } = verify(small.with(i, { ...row, [field]: found }), published, [endOf(small)])
        // Of the last hash nothing follows that could tell whether the content or the hash was changed.
        const isEnd = field === 'hash' && i === small.length - 1
        expect(fault).toEqual({
          kind: 'content',
          number: row.number,
          fields: isEnd ? [] : [field],
          ...(!isEnd && { found, expected: value }),
        })
      },
    ),
    { numRuns: 80 },
  )
})

test('votes moved to another score, and a score raised together with n', () => {
  const row = small[5] as LedgerRow
  const moved = { ...row, score_4: String(Number(row.score_4) + 2), score_5: '-2' }
  expect(verify(small.with(5, moved), published, []).fault).toMatchObject({
    number: '6',
    fields: ['score_4', 'score_5'],
  })
  const raised = { ...row, score_4: '99', n: String(99 + Number(row.score_1)) }
  expect(verify(small.with(5, raised), published, []).fault).toMatchObject({ number: '6', fields: ['n', 'score_4'] })
})

test('a removed batch, two swapped ones, and one that was put in are found', () => {
  fcAssert(
    property(integer({ min: 0, max: small.length - 2 }), i => {
      const number = String(i + 2)
      const expected = String(i + 1)
      const fault = { kind: 'order', number, fields: ['number'], found: number, expected }
      expect(verify(small.toSpliced(i, 1), published, []).fault).toEqual(fault)
      const swapped = small.toSpliced(i, 2, small[i + 1] as LedgerRow, small[i] as LedgerRow)
      expect(verify(swapped, published, []).fault).toEqual(fault)
      const doubled = small.toSpliced(i, 0, small[i] as LedgerRow)
      expect(verify(doubled, published, []).fault).toMatchObject({ kind: 'order', expected: String(i + 2) })
    }),
    { numRuns: 20 },
  )
})

test('whoever makes the chain anew after a change is found by the figures and by what was known', () => {
  const anew: LedgerRow[] = []
  for (const [i, row] of small.entries())
    append(anew, i === 7 ? { ...row, score_4: '41', n: String(41 + Number(row.score_1)) } : row)
  const verdict = verify(anew, published, [
    endOf(small, 'device'),
    { from: 'typed', hash: small[20]?.hash?.slice(0, 16) ?? '' },
  ])
  expect(verdict.fault).toBeUndefined()
  expect(verdict.differences.map(({ by, field }) => `${by} ${field}`)).toContain('all n')
  expect(verdict.lost).toHaveLength(2)
})

test('batches taken off the end are missed', () => {
  const short = small.slice(0, -2)
  const verdict = verify(short, publishedOf(short), [endOf(small), endOf(small, 'device')])
  expect(verdict.fault).toBeUndefined()
  expect(verdict.differences).toEqual([])
  expect(verdict.lost.map(({ from }) => from)).toEqual(['server', 'device'])
  expect(verify(short, published, []).differences.length).toBeGreaterThan(0)
  expect(
    verify(small, published, [endOf(short, 'device'), { from: 'typed', hash: short.at(-1)?.hash?.slice(0, 16) ?? '' }])
      .lost,
  ).toEqual([])
})

test('a figure that the ledger does not add up to, and an interval that is not Wilson’s', () => {
  const [all] = published.all
  if (!all) throw new Error('nothing is published')
  const shown = { ...published, all: [{ ...all, satisfied: all.satisfied + 1 }] }
  expect(verify(small, shown, []).differences).toEqual([
    { by: 'all', key: 'all', field: 'satisfied', shown: all.satisfied + 1, counted: all.satisfied },
  ])
  const narrow = { ...published, all: [{ ...all, low: all.low + 0.01 }] }
  expect(verify(small, narrow, []).differences).toMatchObject([{ by: 'all', field: 'interval', counted: all.low }])
})

test('a verdict that the sums do not give, and one against another target than the ledger has', () => {
  const [all] = published.all
  const [march] = published.month.filter(({ key }) => key === '2026-03')
  if (!all || !march) throw new Error('nothing is published')
  const better = { ...published, all: [{ ...all, verdict: 'met' }] }
  expect(verify(small, better, []).differences).toEqual([
    { by: 'all', key: 'all', field: 'verdict', shown: 'met', counted: all.verdict },
  ])

  const changed = (position: number, valid_from: string, old_value: string, value: string) =>
    ({
      position: String(position),
      after_batch: '41',
      key: 'target_percent',
      old_value,
      value,
      valid_from,
    }) as LedgerRow
  // Kept out of the chain on purpose: only what they say of the target is looked at.
  const lower = { ...published, month: published.month.map(row => ({ ...row, target_percent: 50, verdict: 'met' })) }
  const changes = [changed(2, '2026-07-01', '80', '50'), changed(1, '2026-05-01', '90', '80')]
  const found = differencesOf(small, lower, changes).filter(({ field }) => field === 'target')
  expect(Object.fromEntries(found.map(({ key, counted }) => [key, counted]))).toMatchObject({
    '2026-03': 90,
    '2026-04': 90,
    '2026-05': 80,
    '2026-06': 80,
  })
  expect(found.map(({ key }) => key)).not.toContain('2026-07')
  expect(differencesOf(small, published, []).length).toBe(0)
})

test('a reversal that does not take back what it voids', () => {
  const rows = small.slice(0, -1)
  append(rows, { ...(small.at(-1) as LedgerRow), n: '-6', score_1: '-1', score_4: '-5' })
  const { fault } = verify(rows, published, [])
  expect(fault).toMatchObject({ kind: 'no_reversal', found: '3' })
})

test('a file without a column is no ledger', () => {
  const { hash: _, ...row } = small[0] as LedgerRow
  expect(verify([row], published, []).fault).toMatchObject({ kind: 'unreadable', fields: ['hash'] })
})

test('a signed checkpoint is of these very entries, whatever was added since', () => {
  const rows = ledger(20, 11)
  const root = (entries: LedgerRow[]) =>
    Buffer.from(rootOf(entries.map(row => leafHash(new TextEncoder().encode(textOf(row)))))).toString('base64')
  const end = (entries: number, hash: string): KnownEnd => ({ from: 'checkpoint', entries, hash })
  const lost = (known: KnownEnd) => verify(rows, publishedOf(rows), [known]).lost.length
  for (const size of [1, 2, 7, 16, rows.length]) expect(lost(end(size, root(rows.slice(0, size))))).toBe(0)
  expect(lost(end(7, root(rows.slice(0, 8))))).toBe(1)
  expect(lost(end(rows.length + 1, root(rows)))).toBe(1)
  const other = rows.with(3, { ...(rows[3] as LedgerRow), reason: 'x' })
  expect(lost(end(7, root(other.slice(0, 7))))).toBe(1)
})
