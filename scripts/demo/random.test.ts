import { expect, test } from 'vitest'
import { seeded } from './random.ts'

test('the same seed gives the same numbers, another seed others', () => {
  const numbers = (seed: string) => Array.from({ length: 20 }, seeded(seed).next)
  expect(numbers('Chợ Mới')).toEqual(numbers('Chợ Mới'))
  expect(numbers('Chợ Mới')).not.toEqual(numbers('Chợ Mơi'))
  // Fixed here, so that a change that draws other ratings than the last release is noticed.
  expect(numbers('Chợ Mới')[0]).toBe(0.8323718728497624)
})

test('the numbers fill the interval evenly', () => {
  const { next } = seeded('even')
  const tenths = Array(10).fill(0)
  for (let i = 0; i < 100_000; i++) tenths[Math.floor(next() * 10)]++
  // The standard deviation of a tenth is 95.
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})

test('a key is drawn as often as its weight says, and never one without weight', () => {
  const { weighted } = seeded('weights')
  const drawn = { seldom: 0, often: 0, never: 0 }
  for (let i = 0; i < 40_000; i++) drawn[weighted({ seldom: 1, never: 0, often: 3 })]++
  expect(drawn.never).toBe(0)
  expect(drawn.often / drawn.seldom).toBeCloseTo(3, 0)
})

test('Poisson numbers have the mean and the variance they should', () => {
  const { poisson } = seeded('poisson')
  const draws = Array.from({ length: 40_000 }, () => poisson(4))
  const mean = draws.reduce((sum, n) => sum + n, 0) / draws.length
  expect(mean).toBeCloseTo(4, 1)
  expect(draws.reduce((sum, n) => sum + (n - mean) ** 2, 0) / draws.length).toBeCloseTo(4, 0)
  expect(poisson(0)).toBe(0)
})

test('there is nothing to pick from nothing', () => {
  expect(() => seeded('').pick([])).toThrow(RangeError)
  expect(() => seeded('').weighted({ never: 0 })).toThrow(RangeError)
})
