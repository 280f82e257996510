import { expect, test } from 'vitest'
import { verdictOf } from '../src/lib/figures/verdict.ts'
import { boundsOf, plain, readDaily, type Scene, steady } from './verdict-simulation.ts'

const rule = { verdict: verdictOf }
const offices = 1_000
const worst = (scene: Scene, of = rule) => readDaily(of, scene, offices, 'a year of releases').wrong

// With the interval that is read every day in its place all of these fail: it is wrong for four offices in ten.
test.each([1, 6, 10, 20])(
  'at a true rate of exactly the target and %i ratings a day, at most one office in twenty is told anything wrong in a year',
  aDay => {
    for (const { twelve, any } of worst(steady(aDay, 0.9, 90))) {
      expect(twelve).toBeLessThan(0.02)
      expect(any).toBeLessThan(0.05)
    }
  },
)

test.each<[string, Partial<Scene>]>([
  [
    'in batches of ten that come when they are full',
    { published: steady(6, 0.9, 90).published.map((_, day) => (day % 5 < 3 ? 10 : 0)) },
  ],
  ['when the rate drifts across the target', { rateOn: day => 0.93 - (0.06 * day) / 730 }],
  ['when the target is raised to the true rate in July', { targetOn: day => (day < 181 ? 85 : 90) }],
  ['when it goes up and down', { targetOn: day => (day % 365 < 181 ? 90 : 85) }],
])('nothing wrong is told %s', (_, scene) => {
  for (const { any } of worst({ ...steady(10, 0.9, 90), ...scene })) expect(any).toBeLessThan(0.05)
})

test('the plain interval told four offices in ten something wrong about their twelve months', () => {
  const [first] = worst(steady(10, 0.9, 90), { verdict: plain() })
  expect(first?.twelve).toBeGreaterThan(0.4)
  expect(first?.any).toBeGreaterThan(0.9)
})

test('the limits by which thousands of offices are judged are those of the rule itself', () => {
  for (const { verdict } of [rule, { verdict: plain() }]) {
    const { met, notMet } = boundsOf({ verdict }, 90, 200)
    for (let n = 1; n <= 200; n++) {
      for (let satisfied = 0; satisfied <= n; satisfied++) {
        const said = satisfied >= (met[n] ?? 0) ? 'met' : satisfied <= (notMet[n] ?? 0) ? 'not_met' : 'undecided'
        expect(said).toBe(verdict(satisfied, n, 90))
      }
    }
  }
})
