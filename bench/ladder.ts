// What the rules of publication cost in days: npx node bench/ladder.ts
//
// A commune for a year. Each day the ladder runs once, with and without the rule that a batch holds two satisfied ratings
// (docs/decisions/batches.md), and the days that each rating waited are compared.

import { seeded } from '../scripts/demo/random.ts'
import { batchesOf, type Rating } from './commune.ts'

const DAYS = 365
const isOldEnough = ({ day }: Rating) => day < DAYS - 90

/** The days that each rating waited; Infinity for those that wait at the end. Those of the last 90 days are left out. */
function daysWaited(aMonth: number, rate: number, least: number, seed: string) {
  const commune = batchesOf({ aDay: aMonth / 30, rate, least, days: DAYS, random: seeded(seed) })
  const waited: number[] = []
  let today = commune.next()
  for (let day = 0; !today.done; day++) {
    for (const batch of today.value) waited.push(...batch.filter(isOldEnough).map(rating => day - rating.day))
    today = commune.next()
  }
  return [...waited, ...today.value.filter(isOldEnough).map(() => Number.POSITIVE_INFINITY)].sort((a, b) => a - b)
}
const at = (sorted: number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

console.log('ratings a month | satisfied | rule of two | half within | nine tenths within | never (of all)')
for (const aMonth of [170, 600]) {
  for (const rate of [0.98, 0.9, 0.5, 0.2, 0.05]) {
    for (const least of [0, 2]) {
      const runs = Array.from({ length: 20 }, (_, i) => daysWaited(aMonth, rate, least, `${aMonth} ${i}`))
      const days = (share: number) => mean(runs.map(run => Math.min(365, at(run, share)))).toFixed(1)
      const never = mean(runs.map(run => run.filter(day => day === Number.POSITIVE_INFINITY).length / run.length))
      console.log(
        `${String(aMonth).padStart(15)} | ${`${100 * rate} %`.padStart(9)} | ${(least ? 'with' : 'without').padEnd(11)} | ${days(0.5).padStart(8)} d | ${days(0.9).padStart(15)} d | ${(100 * never).toFixed(2)} %`,
      )
    }
  }
}
