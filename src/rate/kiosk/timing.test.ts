import { expect, test } from 'vitest'
import { tapPauseLeft } from './timing'

test('a page that was reloaded waits for the rest of the four seconds', () => {
  expect(tapPauseLeft(undefined, 1_000)).toBe(0)
  expect(tapPauseLeft(10_000, 11_500)).toBe(2_500)
  expect(tapPauseLeft(10_000, 14_000)).toBe(0)
  expect(tapPauseLeft(10_000, 9e12)).toBe(0)
})

test('a clock that was set back holds nobody up for more than four seconds', () => {
  expect(tapPauseLeft(9e12, 10_000)).toBe(4_000)
})
