import { expect, test } from 'vitest'
import { lastMonths, monthOf } from './handled-months.ts'

test('months go back over the turn of a year', () => {
  expect(monthOf('2026-11-24')).toBe('2026-11-01')
  expect(monthOf('2026-01-31', 1)).toBe('2025-12-01')
  expect(lastMonths('2026-02-28', 4)).toEqual(['2026-02-01', '2026-01-01', '2025-12-01', '2025-11-01'])
})
