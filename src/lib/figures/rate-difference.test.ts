import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateDifference } from './rate-difference'

/** Wilson's interval, as the database gives it with every rate. */
function rateOf(satisfied: number, n: number) {
  const [p, z2] = [satisfied / n, 1.959963984540054 ** 2]
  const [centre, half] = [p + z2 / (2 * n), Math.sqrt((z2 * (p * (1 - p) + z2 / (4 * n))) / n)]
  return { rate: p, low: (centre - half) / (1 + z2 / n), high: (centre + half) / (1 + z2 / n) }
}

// Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i and %i of %i', (a, n, b, m, low, high) => {
  const change = rateDifference(rateOf(a, n), rateOf(b, m))
  expect(change.low).toBeCloseTo(low, 4)
  expect(change.high).toBeCloseTo(high, 4)
  expect(change.isSure).toBe(low > 0)
})

const rates = fc.tuple(fc.nat(500), fc.nat(500)).filter(([a, b]) => a + b > 0)

test('the other way round it is the same with the other sign', () => {
  fc.assert(
    fc.property(rates, rates, ([a, b], [c, d]) => {
      const [one, other] = [rateOf(a, a + b), rateOf(c, c + d)]
      const [there, back] = [rateDifference(one, other), rateDifference(other, one)]
      expect(there.low).toBeCloseTo(-back.high, 12)
      expect(there.low).toBeLessThanOrEqual(there.change)
      expect(there.high).toBeGreaterThanOrEqual(there.change)
      expect(there.isSure).toBe(back.isSure)
    }),
  )
})
