import { expect, test } from 'vitest'
import { isComputed, missingOf, periodsOver } from './report'

test('a quarter is offered from the day after its last, and a year with its last quarter', () => {
  expect(periodsOver('2026-09-30')[0]).toBe('2026-Q2')
  expect(periodsOver('2026-10-01')[0]).toBe('2026-Q3')
  expect(periodsOver('2027-01-01').slice(0, 3)).toEqual(['2026', '2026-Q4', '2026-Q3'])
  expect(periodsOver('2026-12-31')).not.toContain('2026')
  expect(periodsOver('2026-01-01').at(-1)).toBe('2019-Q1')
})

const index = (changes: object) => ({
  ...{ index: 1, tenths: null, source: null, two: null, one: null, zero: null },
  ...{ counted: 0, expected: 1, entry: null },
  ...changes,
})

test('each index says what it lacks, and a zero lacks nothing', () => {
  expect([1, 2, 7, 8, 9].map(one => missingOf(index({ index: one })))).toEqual(
    'answers entry attitude petitions handled'.split(' '),
  )
  expect(missingOf(index({ index: 7, counted: 1 }))).toBe('attitude_unsure')
  expect(missingOf(index({ tenths: 0, counted: 1 }))).toBeUndefined()
  expect(missingOf(index({ tenths: 12, counted: 2, expected: 6 }))).toBe('offices')
})

test('nobody enters what is computed, and everybody what is not or not wholly', () => {
  const known = { tenths: 12, counted: 1 }
  for (const source of ['answers', 'handled', 'petitions']) expect(isComputed(index({ ...known, source }))).toBe(true)
  for (const source of ['entry', 'both', null]) expect(isComputed(index({ ...known, source }))).toBe(false)
  expect(isComputed(index({ ...known, source: 'petitions', expected: 3 }))).toBe(false)
})
