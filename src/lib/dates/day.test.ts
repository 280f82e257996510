import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, instantAt, localDay, monthOf, utcMidnight } from './day.ts'

test('a day in Việt Nam begins seven hours before that of Greenwich', () => {
  expect(localDay(Date.parse('2026-11-22T16:59:59Z'))).toBe('2026-11-22')
  expect(localDay(Date.parse('2026-11-22T17:00:00Z'))).toBe('2026-11-23')
  expect(instantAt('2026-11-05', 8)).toBe(Date.parse('2026-11-05T08:00:00+07:00'))
})

test('days are added over the turn of a year and in a leap year', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  expect(daysBetween('2026-11-20', '2026-11-18')).toBe(-2)
})

test('what is added is what lies between', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.integer({ min: -10_000, max: 10_000 }), (date, count) => {
      const day = localDay(date.getTime())
      expect(daysBetween(day, addDays(day, count))).toBe(count)
      expect(localDay(instantAt(day))).toBe(day)
      expect(utcMidnight(day).getUTCHours()).toBe(0)
    }),
  )
})

test('months go back over the turn of a year', () => {
  expect(monthOf('2026-11-24')).toBe('2026-11-01')
  expect(monthOf('2026-01-31', -1)).toBe('2025-12-01')
  expect(monthOf('2026-01-31', 13)).toBe('2027-02-01')
})

test('no other file counts the milliseconds of a day or cuts a day out of an instant', () => {
  const src = fileURLToPath(new URL('../../', import.meta.url))
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /(?<!\.test)\.tsx?$/.test(path) && path !== 'lib/dates/day.ts')
  const raw = /toISOString\(\)\s*\.slice\(0, (7|10)\)|86_?400_?000|24 \* 60 \* 60|\+07:00|7 \* 3_?600_?000/
  expect(files.filter(path => raw.test(readFileSync(src + path, 'utf8')))).toEqual([])
})
