import { expect, test } from 'vitest'
import { addMonths, instant, isNearTet, isWorkingDay } from './calendar.ts'

test('a day begins at midnight in Việt Nam', () => {
  expect(instant('2026-11-23', 7 * 60 + 30).toISOString()).toBe('2026-11-23T00:30:00.000Z')
})

test('months are counted over the ends of months and years', () => {
  expect(addMonths('2026-11-23', -18)).toBe('2025-05-23')
  expect(addMonths('2026-08-31', -6)).toBe('2026-02-28')
})

test('desks are closed at weekends, on public holidays and at Tết', () => {
  expect(isWorkingDay('2026-11-20')).toBe(true)
  expect(isWorkingDay('2026-11-21')).toBe(false)
  expect(isWorkingDay('2026-11-22')).toBe(false)
  expect(isWorkingDay('2026-09-02')).toBe(false)
  expect(isWorkingDay('2026-05-01')).toBe(false)
  // Tết Bính Ngọ was on Tuesday 17/02/2026, the day of the Hùng kings on 26/04/2026.
  for (const day of ['2026-02-16', '2026-02-17', '2026-02-20', '2026-04-26']) expect(isWorkingDay(day)).toBe(false)
  expect(isWorkingDay('2026-02-23')).toBe(true)
})

test('Tết is near when it comes or went within the days asked for', () => {
  expect(isNearTet('2026-02-07', 10)).toBe(true)
  expect(isNearTet('2026-02-27', 10)).toBe(true)
  expect(isNearTet('2026-02-06', 10)).toBe(false)
})
