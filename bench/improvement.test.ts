import { expect, test } from 'vitest'
import { chanceOfImproved, foundDaily, inAYear, lowOfDifference } from './improvement-odds.ts'

/** As in private.difference_interval. */
const LEVEL = 2.807033768343811
const rates = [0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995]

test('the interval is that of the paper', () => {
  // Newcombe 1998, table II, method 10.
  expect(lowOfDifference([48, 80], [56, 70], 1.959964)).toBeCloseTo(0.0524, 4)
  expect(lowOfDifference([3, 10], [9, 10], 1.959964)).toBeCloseTo(0.1705, 4)
})

test('an office whose rate does not change is named in at most one year of twenty', () => {
  const sizes = [100, 130, 250, 1000]
  for (const before of sizes)
    for (const after of sizes)
      for (const rate of rates)
        expect(inAYear(chanceOfImproved(before, after, rate, rate, LEVEL)), `${before} ${after} ${rate}`).toBeLessThan(
          0.05,
        )
})

test('which no lower level promises', () => {
  const worst = (z: number) => Math.max(...rates.map(rate => inAYear(chanceOfImproved(100, 1000, rate, rate, z))))
  expect(worst(1.959964)).toBeGreaterThan(0.1)
  expect(worst(2.575829)).toBeGreaterThan(0.05)
})

test('looked at every day it would not hold', () => {
  expect(foundDaily(5, 0.9, 1.959964, 60)).toBeGreaterThan(0.1)
})

test('an improvement of ten points is mostly seen by an office with five hundred ratings', () => {
  expect(chanceOfImproved(500, 500, 0.8, 0.9, LEVEL)).toBeGreaterThan(0.85)
})
