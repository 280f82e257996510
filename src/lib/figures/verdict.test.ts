import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson } from './ledger'
import { leaning, verdictEvidence, verdictOf } from './verdict'

type Case = [satisfied: number, n: number, target: number, verdict: string, evidence: number]
const fixture = new URL('../../../supabase/tests/fixtures/verdicts.json', import.meta.url)
const cases: Case[] = JSON.parse(readFileSync(fixture, 'utf8'))

// The same cases hold for the database: supabase/tests/verdicts.sql.
test.each(cases)('%i of %i satisfied against %i %%: %s', (satisfied, n, target, verdict, evidence) => {
  expect(verdictEvidence(satisfied, n, target)).toBeCloseTo(evidence, 5)
  expect(verdictOf(satisfied, n, target)).toBe(verdict)
})

const levels = ['not_met', 'undecided', 'met']
const level = (satisfied: number, n: number, target: number) => levels.indexOf(verdictOf(satisfied, n, target))
const target = fc.integer({ min: 50, max: 99 })
const sums = fc
  .oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 300, max: 1_000_000 }))
  .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('a verdict', () => {
  test('never goes against the answer that came in, nor against one that was another', () => {
    fc.assert(
      fc.property(sums, target, ([satisfied, n], percent) => {
        const before = level(satisfied, n, percent)
        expect(level(satisfied + 1, n + 1, percent)).toBeGreaterThanOrEqual(before)
        expect(level(satisfied, n + 1, percent)).toBeLessThanOrEqual(before)
        if (satisfied < n) expect(level(satisfied + 1, n, percent)).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 2_000 },
    )
  })

  test('is lower against a higher target', () => {
    fc.assert(
      fc.property(sums, target, ([satisfied, n], percent) => {
        fc.pre(percent < 99)
        expect(level(satisfied, n, percent + 1)).toBeLessThanOrEqual(level(satisfied, n, percent))
      }),
      { numRuns: 2_000 },
    )
  })

  test('is turned round when the dissatisfied are counted against the rest of the target', () => {
    fc.assert(
      fc.property(sums, fc.integer({ min: 1, max: 99 }), ([satisfied, n], percent) => {
        const [one, other] = [verdictEvidence(satisfied, n, percent), verdictEvidence(n - satisfied, n, 100 - percent)]
        expect(Math.abs(one - other)).toBeLessThan(1e-6 * Math.max(1, Math.abs(one)))
        expect(level(n - satisfied, n, 50)).toBe(2 - level(satisfied, n, 50))
      }),
    )
  })

  test('never contradicts the interval that is drawn: that lies on the same side, whole', () => {
    for (const percent of [50, 65, 80, 90, 95, 99]) {
      for (let n = 1; n <= 400; n++) {
        let [least, most] = [n, 0]
        while (least > 0 && verdictOf(least - 1, n, percent) === 'met') least--
        while (most < n && verdictOf(most + 1, n, percent) === 'not_met') most++
        if (verdictOf(least, n, percent) === 'met') expect(100 * wilson(least, n).low).toBeGreaterThan(percent)
        if (verdictOf(most, n, percent) === 'not_met') expect(100 * wilson(most, n).high).toBeLessThan(percent)
      }
    }
  })
})

/**
 * The chance that the evidence reaches a hundred to one after any of so many ratings, at a rate of exactly the target. No
 * sample: the chance of each count is carried on from rating to rating, and what reaches it is taken out.
 */
function chanceOfWrong(percent: number, ratings: number) {
  let chances = [1]
  let wrong = 0
  for (let n = 1; n <= ratings; n++) {
    const next = Array.from({ length: n + 1 }, () => 0)
    for (const [missed, chance] of chances.entries()) {
      if (chance === 0) continue
      next[missed] = (next[missed] ?? 0) + (chance * percent) / 100
      next[missed + 1] = (next[missed + 1] ?? 0) + (chance * (100 - percent)) / 100
    }
    chances = next.map((chance, missed) => {
      // Less than one in 10^15 is left out of both: it would make every sum as long as n.
      if (chance < 1e-15) return 0
      if (verdictOf(n - missed, n, percent) === 'undecided') return chance
      wrong += chance
      return 0
    })
  }
  return wrong
}

test.each([50, 70, 90, 99])(
  'read after every single rating, it is wrong at a rate of %i %% for fewer than one in a hundred, ever',
  percent => {
    const wrong = chanceOfWrong(percent, 1_500)
    expect(wrong).toBeGreaterThan(0.001)
    expect(wrong).toBeLessThan(0.01)
  },
)

test('an interval beyond the target leans to its side while nothing is concluded', () => {
  const figure = (satisfied: number, n: number) => ({ ...wilson(satisfied, n), verdict: verdictOf(satisfied, n, 90) })
  expect(leaning(figure(560, 600), 90)).toBe('above')
  expect(leaning(figure(250, 300), 90)).toBe('below')
  expect(leaning(figure(540, 600), 90)).toBeUndefined()
  expect(leaning(figure(590, 600), 90)).toBeUndefined()
  expect(leaning(figure(300, 600), 90)).toBeUndefined()
})
