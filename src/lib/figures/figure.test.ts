import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerShares, LEAST_PROVEN, roundPercent } from './figure'

describe('roundPercent', () => {
  test.each([
    [0.9144325740778069, 91.4],
    [0.8999, 89.9],
    [0.9001, 90.1],
    [0.9, 90],
    [0.9997, 99.9],
    [1, 100],
    [0.0003, 0.1],
    [0, 0],
  ])('%d is shown as %d against a target of 90', (share, shown) => {
    expect(roundPercent(share, 90)).toBe(shown)
  })

  test('a share that is a whole percent is shown as it is, whatever the target', () => {
    for (let percent = 0; percent <= 100; percent++) expect(roundPercent(percent / 100, percent)).toBe(percent)
  })

  test('stays on its side of the target, of 0 and of 100, and within a tenth of the truth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (t, a, b) => {
        const share = Math.min(a, b) / b
        const shown = roundPercent(share, t)
        for (const line of [0, t, 100]) expect(Math.sign(shown - line)).toBe(Math.sign(share - line / 100))
        expect(Math.abs(shown - share * 100)).toBeLessThanOrEqual(0.1 + 1e-9)
      }),
    )
  })
})

describe('answerShares', () => {
  test('the mock-up of the results page', () => {
    expect(answerShares([51, 96, 221, 1548, 2418], 91.5)).toEqual([1.2, 2.2, 5.1, 35.7, 55.8])
  })

  test('the two counted answers add up to the rate that is shown, all five to 100', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { minLength: 5, maxLength: 5 }), counts => {
        const n = counts.reduce((a, b) => a + b, 0)
        fc.pre(n > 0)
        const shown = roundPercent(((counts[3] ?? 0) + (counts[4] ?? 0)) / n, 90)
        const shares = answerShares(counts, shown)
        const sum = (parts: number[]) => Math.round(parts.reduce((a, b) => a + b, 0) * 10) / 10
        expect(sum(shares.slice(3))).toBe(shown)
        expect(sum(shares)).toBe(100)
        for (const [i, count] of counts.entries())
          expect(Math.abs((shares[i] ?? 0) - (100 * count) / n)).toBeLessThan(0.21)
      }),
    )
  })
})

test('how many ratings with a code are enough is said once more in the words, and is what the database goes by', () => {
  const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
  const least = /least_proven\(\)[\s\S]*?select (\d+)/.exec(read('supabase/migrations/20261101060890_figures.sql'))
  expect(Number(least?.[1])).toBe(LEAST_PROVEN)
  for (const language of ['vi', 'en', 'km'])
    expect(JSON.parse(read(`src/i18n/${language}/public.json`)).verdict.meaning.unproven).toContain(`${LEAST_PROVEN}`)
})
