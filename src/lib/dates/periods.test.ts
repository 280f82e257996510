import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfUtc } from './day'
import {
  daysOf,
  everyMonth,
  latestMonths,
  monthsOf,
  periodBefore,
  periodsWith,
  quarterBefore,
  readPeriod,
} from './periods'

test('a period is a year, a quarter or a month', () => {
  expect(readPeriod('2026')).toEqual({ kind: 'year', year: 2026 })
  expect(readPeriod('2026-Q3')).toEqual({ kind: 'quarter', year: 2026, quarter: 3 })
  expect(readPeriod('2026-09')).toEqual({ kind: 'month', year: 2026, month: 9 })
})

test.each(['', '2026-Q5', '2026-13', '2026-9', '26', "2026' or 1=1", '2026-09-01'])('%j is no period', text => {
  expect(readPeriod(text)).toBeUndefined()
  expect(monthsOf(text)).toBeUndefined()
  expect(daysOf(text)).toBeUndefined()
})

test('a period covers whole months', () => {
  expect(monthsOf('2026')).toEqual({ from: '2026-01', to: '2026-12' })
  expect(monthsOf('2026-Q1')).toEqual({ from: '2026-01', to: '2026-03' })
  expect(monthsOf('2026-Q4')).toEqual({ from: '2026-10', to: '2026-12' })
  expect(monthsOf('2026-02')).toEqual({ from: '2026-02', to: '2026-02' })
})

test('and whole days, in a leap year too', () => {
  const days = daysOf('2028-02')
  expect(days && dayOfUtc(days.from)).toBe('2028-02-01')
  expect(days && dayOfUtc(days.to)).toBe('2028-02-29')
  expect(dayOfUtc(daysOf('2026-Q3')?.to ?? new Date(0))).toBe('2026-09-30')
})

test('only periods with something in them are offered, the latest first', () => {
  expect(periodsWith(['2025-12', '2026-01', '2026-03'])).toEqual({
    years: ['2026', '2025'],
    quarters: ['2026-Q1', '2025-Q4'],
    months: ['2026-03', '2026-01', '2025-12'],
  })
})

describe('everyMonth', () => {
  test('goes over the turn of the year', () => {
    expect(everyMonth('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })

  test('begins and ends where it should, without a gap or a double', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24_000, max: 24_400 }), fc.nat(60), (start, length) => {
        const name = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
        const months = everyMonth(name(start), name(start + length))
        expect(months).toHaveLength(length + 1)
        expect(new Set(months).size).toBe(length + 1)
        expect([months[0], months.at(-1)]).toEqual([name(start), name(start + length)])
        expect([...months].sort()).toEqual(months)
      }),
    )
  })
})

test.each([
  ['2026', '2025'],
  ['2026-Q1', '2025-Q4'],
  ['2026-Q4', '2026-Q3'],
  ['2026-01', '2025-12'],
  ['2026-11', '2026-10'],
  ['2026-Q5', undefined],
])('before %s comes %s', (period, before) => expect(periodBefore(period)).toBe(before))

test('the latest months go back over the turn of a year', () => {
  expect(latestMonths('2026-02-28', 4)).toEqual(['2026-02-01', '2026-01-01', '2025-12-01', '2025-11-01'])
})

test('the quarter before is one that is over', () => {
  expect(quarterBefore('2026-11')).toBe('2026-Q3')
  expect(quarterBefore('2026-01')).toBe('2025-Q4')
})
