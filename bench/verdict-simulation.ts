// Offices whose figures are read after every release, and how often a rule tells them something wrong.

import { type Random, seeded } from '../scripts/demo/random.ts'
import type { Verdict } from '../src/lib/figures/figure.ts'
import { wilson } from '../src/lib/figures/ledger.ts'
import { verdictEvidence } from '../src/lib/figures/verdict.ts'

/** How a verdict is found; `onMonthEnds`: only on the last day of a month, and kept until the next. */
export type Rule = { verdict: (satisfied: number, n: number, target: number) => Verdict; onMonthEnds?: boolean }

/** The interval of 1.96, or of another quantile, as it was read before. Narrowed or widened by counting n as more or less. */
export const plain = (quantile = 1.959963984540054): Rule['verdict'] => {
  const scale = (1.959963984540054 / quantile) ** 2
  return (satisfied, n, target) => {
    // Wilson's limits depend on z² / n alone.
    const { low, high } = wilson(satisfied * scale, n * scale)
    return 100 * low > target ? 'met' : 100 * high < target ? 'not_met' : 'undecided'
  }
}

/** A confidence sequence that is wrong at any time at most once in `stakes`. */
export const sequence =
  (stakes: number): Rule['verdict'] =>
  (satisfied, n, target) => {
    if (verdictEvidence(satisfied, n, target) < Math.log(stakes)) return 'undecided'
    return 100 * satisfied > target * n ? 'met' : 'not_met'
  }

/** By n: the least satisfied of which it says met, and the most of which it says not_met. */
type Bounds = { met: Int32Array; notMet: Int32Array }

/** Both grow with n, by one at most: found by following them, which a thousand offices could not afford day by day. */
export function boundsOf({ verdict }: Rule, target: number, most: number): Bounds {
  const bounds = { met: new Int32Array(most + 1), notMet: new Int32Array(most + 1).fill(-1) }
  let [met, notMet] = [0, -1]
  for (let n = 1; n <= most; n++) {
    while (met <= n && verdict(met, n, target) !== 'met') met++
    notMet++
    while (notMet >= 0 && verdict(notMet, n, target) !== 'not_met') notMet--
    bounds.met[n] = met
    bounds.notMet[n] = notMet
  }
  return bounds
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** The days of a calendar of years, each with what begins on it and whether its month ends. */
const calendar = (years: number) =>
  Array.from({ length: 12 * years }, (_, month) => month).flatMap(month =>
    Array.from({ length: monthLengths[month % 12] ?? 0 }, (_, day) => ({
      month,
      isFirst: day === 0,
      isMonthEnd: day + 1 === monthLengths[month % 12],
    })),
  )

/** What the pages show of an office: everything, twelve months up to now, and the year, quarter and month that run. */
export const shown = ['all', 'twelve', 'year', 'quarter', 'month'] as const
type Sum = { n: number; satisfied: number /** of the rates at which they were given */; rates: number }
const emptySums = () =>
  Object.fromEntries(shown.map(name => [name, { n: 0, satisfied: 0, rates: 0 }])) as Record<(typeof shown)[number], Sum>

export type Scene = {
  /** Ratings published each day, over whole years. */
  published: readonly number[]
  rateOn: (day: number) => number
  /** Per cent. */
  targetOn: (day: number) => number
}

export const steady = (aDay: number, rate: number, target: number, years = 2): Scene => ({
  published: Array.from({ length: 365 * years }, () => aDay),
  rateOn: () => rate,
  targetOn: () => target,
})

/** How many of n are satisfied: by the chances of the dissatisfied, who are few. */
function drawSatisfied(n: number, rate: number, random: Random) {
  let [luck, missed] = [random.next(), 0]
  let chance = rate ** n
  while (luck > chance && missed < n) {
    luck -= chance
    chance *= ((n - missed) / (missed + 1)) * ((1 - rate) / rate)
    missed++
  }
  return n - missed
}

function add(sum: Sum, n: number, satisfied: number, rate: number) {
  sum.n += n
  sum.satisfied += satisfied
  sum.rates += n * rate
}

/** Each day's sums of all that is shown of one office. */
function* sumsOf({ published, rateOn }: Scene, days: ReturnType<typeof calendar>, random: Random) {
  const sums = emptySums()
  const months: Sum[] = []
  for (const [day, { month, isFirst }] of days.entries()) {
    const rate = rateOn(day)
    const n = published[day] ?? 0
    const satisfied = drawSatisfied(n, rate, random)
    if (isFirst) {
      months.push({ n: 0, satisfied: 0, rates: 0 })
      sums.month = { n: 0, satisfied: 0, rates: 0 }
      if (month % 3 === 0) sums.quarter = { n: 0, satisfied: 0, rates: 0 }
      if (month % 12 === 0) sums.year = { n: 0, satisfied: 0, rates: 0 }
      const gone = months[month - 12]
      if (gone) add(sums.twelve, -gone.n, -gone.satisfied, gone.n === 0 ? 0 : gone.rates / gone.n)
    }
    add(months[month] as Sum, n, satisfied, rate)
    for (const name of shown) add(sums[name], n, satisfied, rate)
    yield sums
  }
}

export type Outcome = {
  /** By year: the share of offices that were told something wrong on any day, by what was shown, and by any of it. */
  wrong: Record<(typeof shown)[number] | 'any', number>[]
  /** By year: how often the words about the twelve months changed, per office. */
  changes: number[]
}

/** Reads the figures of so many offices after every release. The same seed shows every rule the same offices. */
export function readDaily(rule: Rule, scene: Scene, offices: number, seed: string): Outcome {
  const years = scene.published.length / 365
  const days = calendar(years)
  const most = scene.published.reduce((sum, n) => sum + n, 0)
  const targets = [...new Set(days.map((_, day) => scene.targetOn(day)))]
  const bounds = new Map(targets.map(target => [target, boundsOf(rule, target, most)]))
  const random = seeded(seed)
  const wrong = Array.from({ length: years }, () => ({ all: 0, twelve: 0, year: 0, quarter: 0, month: 0, any: 0 }))
  const changes = Array.from({ length: years }, () => 0)
  for (let office = 0; office < offices; office++) {
    const told = Array.from({ length: years }, () => new Set<keyof (typeof wrong)[number]>())
    let [day, word] = [0, 0]
    for (const sums of sumsOf(scene, days, random)) {
      const [year, target] = [Math.floor(day / 365), scene.targetOn(day)]
      const { met, notMet } = bounds.get(target) as Bounds
      if (!rule.onMonthEnds || days[day]?.isMonthEnd) {
        for (const name of shown) {
          const { n, satisfied, rates } = sums[name]
          const verdict = n === 0 ? 0 : satisfied >= (met[n] ?? 0) ? 1 : satisfied <= (notMet[n] ?? 0) ? -1 : 0
          // What is true of a rate that drifts is its mean over the ratings that are counted.
          const truth = rates / n - target / 100
          if (verdict !== 0 && (Math.abs(truth) < 1e-9 || Math.sign(truth) !== verdict))
            told[year]?.add(name).add('any')
          if (name === 'twelve' && verdict !== word) {
            changes[year] = (changes[year] ?? 0) + 1 / offices
            word = verdict
          }
        }
      }
      day++
    }
    for (const [year, names] of told.entries())
      for (const name of names) (wrong[year] as Outcome['wrong'][0])[name] += 1 / offices
  }
  return { wrong, changes }
}

/** The days until each of so many offices is told what is true, sorted; Infinity for those that are not within four years. */
export function daysToTruth(rule: Rule, aDay: number, rate: number, target: number, offices: number, seed: string) {
  const days = 4 * 365
  const { met, notMet } = boundsOf(rule, target, days * aDay)
  const isTold = (satisfied: number, n: number) =>
    100 * rate > target ? satisfied >= (met[n] ?? 0) : satisfied <= (notMet[n] ?? 0)
  const ends = new Set(calendar(4).flatMap(({ isMonthEnd }, day) => (isMonthEnd ? [day] : [])))
  const random = seeded(seed)
  const taken = Array.from({ length: offices }, () => {
    // Somebody begins on any day of a month.
    const start = Math.floor(30 * random.next())
    let [n, satisfied] = [0, 0]
    for (let day = start; day < days; day++) {
      n += aDay
      satisfied += drawSatisfied(aDay, rate, random)
      if ((!rule.onMonthEnds || ends.has(day)) && isTold(satisfied, n)) return day - start + 1
    }
    return Number.POSITIVE_INFINITY
  })
  return taken.sort((a, b) => a - b)
}
