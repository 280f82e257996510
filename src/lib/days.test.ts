import { expect, test } from 'vitest'
import { dayOf } from './days'

test('a day begins at midnight in Việt Nam, wherever the browser is', () => {
  expect(dayOf(Date.UTC(2026, 10, 23, 16, 59))).toBe('23/11/2026')
  expect(dayOf(Date.UTC(2026, 10, 23, 17, 0))).toBe('24/11/2026')
})
