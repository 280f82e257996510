import { array, constantFrom, assert as fcAssert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { BEGINNING, hashRow, type LedgerRow } from './ledger'
import { ledger, publishedOf } from './ledger-fixture'
import { type KnownEnd, verify } from './verify-ledger'

const small = ledger(40, 2)
const published = publishedOf(small)

/** The same batches in a chain with changes of rules, each after the batch that is given. */
function withChanges(batches: LedgerRow[], after: number[]) {
  const [rows, changes]: [LedgerRow[], LedgerRow[]] = [[], []]
  let head = BEGINNING
  const link = (row: LedgerRow) => {
    const linked = { ...row, previous_hash: head }
    head = hashRow(linked)
    return { ...linked, hash: head }
  }
  for (const [number, batch] of [[0, undefined] as const, ...batches.map((row, i) => [i + 1, row] as const)]) {
    if (batch) rows.push(link(batch))
    for (const _ of after.filter(one => one === number)) {
      const days = { decided_on: '2026-11-02', valid_from: '2026-12-01' }
      const place = { position: String(changes.length + 1), after_batch: String(number) }
      changes.push(link({ ...place, key: 'target_percent', old_value: '90', value: '85', ...days }))
    }
  }
  return { rows, changes, end: { from: 'server', hash: head, batches: rows.length } as KnownEnd }
}

const chained = withChanges(small, [0, 7, 7, small.length])

test('changes of rules are links of the chain, wherever they stand', () => {
  fcAssert(
    property(array(integer({ min: 0, max: small.length }), { maxLength: 6 }), after => {
      const { rows, changes, end } = withChanges(small, after)
      const verdict = verify(rows, published, [end], { others: changes })
      expect(verdict).toMatchObject({ changes: after.length, differences: [], lost: [], end: end.hash })
      expect(verdict.fault).toBeUndefined()
    }),
    { numRuns: 20 },
  )
  // Without any the chain is as it was before there were changes.
  expect(withChanges(small, []).rows).toEqual(small)
})

test('another character of a change of a rule is found and named', () => {
  const { rows, changes, end } = chained
  fcAssert(
    property(
      integer({ min: 0, max: 2 }),
      constantFrom(...Object.keys(changes[0] ?? {})),
      integer({ min: 1, max: 9 }),
      (i, field, add) => {
        const row = changes[i] as LedgerRow
        const value = row[field] ?? ''
        const place = value.search(/\d/)
        if (place < 0) return
        const found = value.slice(0, place) + String((Number(value[place]) + add) % 10) + value.slice(place + 1)
        const { fault } = verify(rows, published, [end], { others: changes.with(i, { ...row, [field]: found }) })
        expect(fault).toBeDefined()
        // One that stands elsewhere breaks the chain where it is missing.
        if (field !== 'after_batch') expect(fault).toMatchObject({ isChange: true, fields: [field] })
      },
    ),
    { numRuns: 60 },
  )
})

test('a change of a rule that was left out, taken off the end or dated back is missed', () => {
  const { rows, changes, end } = chained
  expect(verify(rows, published, [end], { others: changes.slice(1) }).fault).toMatchObject({
    kind: 'previous',
    number: '1',
  })
  expect(verify(rows, published, [end], { others: changes.toSpliced(2, 1) }).fault).toMatchObject({
    kind: 'previous',
    number: '8',
  })
  const short = verify(rows, published, [end], { others: changes.slice(0, -1) })
  expect(short.fault).toBeUndefined()
  expect(short.lost).toEqual([end])
  const early = { ...(changes[3] as LedgerRow), valid_from: '2026-11-02' }
  const dated = { ...early, hash: hashRow(early) }
  expect(verify(rows, published, [], { others: changes.with(3, dated) }).fault).toMatchObject({
    kind: 'dated_back',
    number: '4',
  })
  const cut = verify(rows.slice(0, 6), published, [], { others: changes })
  expect(cut.fault).toMatchObject({ kind: 'previous', isChange: true })
})
