// What a verdict that is read every day costs, and what it is worth: npx node bench/verdicts.ts
//
// Offices whose true rate is exactly the target, for two years of daily releases. A verdict about them is wrong whichever
// it is. Then offices above and below it, and the days until they are told so.

import { seeded } from '../scripts/demo/random.ts'
import { verdictOf } from '../src/lib/figures/verdict.ts'
import { batchesOf } from './commune.ts'
import {
  daysToTruth,
  type Outcome,
  plain,
  type Rule,
  readDaily,
  type Scene,
  sequence,
  steady,
} from './verdict-simulation.ts'

const OFFICES = 4_000
const TARGET = 90

const rules: Record<string, Rule> = {
  'Wilson 95 %, every day (1.0)': { verdict: plain() },
  'Wilson 95 %, month ends': { verdict: plain(), onMonthEnds: true },
  'Wilson 99 %, month ends': { verdict: plain(2.5758), onMonthEnds: true },
  'Wilson 99.9 %, every day': { verdict: plain(3.2905) },
  'sequence 95 %': { verdict: sequence(20) },
  'sequence 99 % (1.1)': { verdict: verdictOf },
}
const [old, chosen] = [rules['Wilson 95 %, every day (1.0)'] as Rule, rules['sequence 99 % (1.1)'] as Rule]

const percent = (share = 0) => (100 * share).toFixed(1).padStart(5)
const worst = ({ wrong }: Outcome, of: (year: Outcome['wrong'][0]) => number) => Math.max(...wrong.map(of))
/** Of the twelve months that are the headline, of all time, and of anything that is shown: in the worse of two years. */
const cellsOf = (outcome: Outcome) =>
  [worst(outcome, y => y.twelve), worst(outcome, y => y.all), worst(outcome, y => y.any)].map(percent).join(' ')

function line(name: string, cells: string[]) {
  console.log([name.padEnd(33), ...cells].join(' | '))
}

/** A quarter of the offices on each of four runs of the true ladder, so that the batches come as they come. */
function laddered(aDay: number): Scene[] {
  return Array.from({ length: 4 }, (_, run) => {
    const commune = { aDay, rate: TARGET / 100, least: 2, days: 730, random: seeded(`ladder ${aDay} ${run}`) }
    const published = [...batchesOf(commune)].map(batches => batches.reduce((sum, batch) => sum + batch.length, 0))
    return { ...steady(aDay, TARGET / 100, TARGET), published }
  })
}

/** The mean of outcomes of as many offices each. */
function together(outcomes: Outcome[]): Outcome {
  const [first] = outcomes as [Outcome]
  const wrong = first.wrong.map((year, at) => {
    const names = Object.keys(year) as (keyof typeof year)[]
    const mean = (name: keyof typeof year) =>
      outcomes.reduce((sum, o) => sum + (o.wrong[at]?.[name] ?? 0), 0) / outcomes.length
    return Object.fromEntries(names.map(name => [name, mean(name)])) as typeof year
  })
  return { wrong, changes: first.changes }
}

const ratesADay = [1, 6, 10, 20, 100]
console.log(`Wrong verdicts on any day of a year at a true rate of ${TARGET} %, per cent of ${OFFICES} offices:`)
console.log('of the twelve months, of all time, of anything that is shown (month, quarter, year, these two)\n')
line(
  '',
  ratesADay.map(n => `${String(n).padStart(9)} a day`.padEnd(17)),
)
for (const [name, rule] of Object.entries(rules)) {
  line(
    name,
    ratesADay.map(n => cellsOf(readDaily(rule, steady(n, TARGET / 100, TARGET), OFFICES, `at ${n}`))),
  )
}

console.log('\nThe same in other scenes, of the old rule and of the new one\n')
const scenes: Record<string, Scene[]> = {
  'batches of the ladder, 6 a day': laddered(6),
  'batches of the ladder, 20 a day': laddered(20),
  'slow drift, 93 % to 87 %': [{ ...steady(10, 0.9, TARGET), rateOn: day => 0.93 - (0.06 * day) / 730 }],
  'better and worse by season': [
    { ...steady(10, 0.9, TARGET), rateOn: day => 0.9 + 0.03 * Math.sin((2 * Math.PI * day) / 365) },
  ],
  'a bad quarter, then at 90 %': [{ ...steady(10, 0.9, TARGET), rateOn: day => (day < 90 ? 0.85 : 0.9) }],
  'target 85, from July 90 %': [{ ...steady(10, 0.9, TARGET), targetOn: day => (day < 181 ? 85 : 90) }],
  'target 90, from July 85, at 90 %': [{ ...steady(10, 0.9, TARGET), targetOn: day => (day % 365 < 181 ? 90 : 85) }],
  'target 80 %': [steady(10, 0.8, 80)],
  'target 99 %': [steady(10, 0.99, 99)],
}
line('', ['old rule         ', 'new rule         '])
for (const [name, of] of Object.entries(scenes)) {
  const read = (rule: Rule) =>
    cellsOf(together(of.map((scene, i) => readDaily(rule, scene, OFFICES / of.length, `${name} ${i}`))))
  line(name, [read(old), read(chosen)])
}

console.log('\nDays until an office is told what is true: half of the offices / nine in ten\n')
const truths = [80, 85, 95, 97]
line(
  '',
  [6, 10].flatMap(n => truths.map(rate => `${rate} %, ${n} a day`.padStart(14))),
)
const days = (taken: number[], share: number) => String(taken[Math.floor(share * taken.length)] ?? 0)
for (const [name, rule] of Object.entries(rules)) {
  const cell = (n: number, rate: number) => {
    const taken = daysToTruth(rule, n, rate / 100, TARGET, 2_000, `from ${n} ${rate}`)
    return `${days(taken, 0.5)} / ${days(taken, 0.9)}`.padStart(14)
  }
  line(
    name,
    [6, 10].flatMap(n => truths.map(rate => cell(n, rate))),
  )
}

console.log(
  '\nHow often the words about twelve months change in the first year / in the second, on average, at 10 a day\n',
)
line(
  '',
  [85, 90, 95].map(rate => `${rate} %`.padStart(9)),
)
for (const [name, rule] of Object.entries(rules)) {
  const of = (rate: number) => {
    const { changes } = readDaily(rule, steady(10, rate / 100, TARGET), 1_000, `changes ${rate}`)
    return changes.map(times => times.toFixed(1)).join(' / ')
  }
  line(
    name,
    [85, 90, 95].map(rate => of(rate).padStart(9)),
  )
}
