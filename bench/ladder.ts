// What the rules of publication cost in days: node bench/ladder.ts
//
// A commune for a year: 30 procedures of 8 fields by Zipf, three channels, two kinds of trust. Each day the ladder of
// DESIGN section 5 runs once, with and without rule 3a (two satisfied in a batch), and the days that each rating waited
// are compared.

import { type Random, seeded } from '../scripts/demo/random.ts'

type Rating = { day: number; procedure: number; field: number; channel: number; trust: number; isSatisfied: boolean }
type Key = 'procedure' | 'field' | 'channel' | 'trust'

const K = 10
const DAYS = 365
const ladder: { days: number; keys: Key[] }[] = [
  { days: 0, keys: ['procedure', 'channel', 'trust'] },
  { days: 10, keys: ['procedure', 'channel'] },
  { days: 20, keys: ['field', 'channel', 'trust'] },
  { days: 25, keys: ['field', 'channel'] },
  { days: 28, keys: ['channel', 'trust'] },
  { days: 30, keys: ['channel'] },
  { days: 42, keys: [] },
]

const zipf = Array.from({ length: 30 }, (_, i) => 1 / (i + 1))
const cumulative = (weights: number[]) => weights.map((_, i) => weights.slice(0, i + 1).reduce((a, b) => a + b, 0))
const ofProcedures = cumulative(zipf)
const ofChannels = cumulative([80, 15, 5])

function drawFrom(sums: number[], random: Random) {
  const at = random.next() * (sums.at(-1) ?? 0)
  return sums.findIndex(sum => at < sum)
}

function drawRating(day: number, rate: number, random: Random): Rating {
  const procedure = drawFrom(ofProcedures, random)
  const channel = drawFrom(ofChannels, random)
  const trust = random.next() < 0.4 ? 1 : 0
  return { day, procedure, field: procedure % 8, channel, trust, isSatisfied: random.next() < rate }
}

/** The days that each rating waited; Infinity for those that wait at the end. Those of the last 90 days are left out. */
function daysWaited(aMonth: number, rate: number, least: number, seed: string) {
  const random = seeded(seed)
  let waiting: Rating[] = []
  const waited: number[] = []
  for (let day = 0; day < DAYS; day++) {
    const today = aMonth / 30
    const n = Math.floor(today) + (random.next() < today % 1 ? 1 : 0)
    for (let i = 0; i < n; i++) waiting.push(drawRating(day, rate, random))
    for (const { days, keys } of ladder) {
      for (const group of Map.groupBy(waiting, r => keys.map(key => r[key]).join()).values()) {
        const isDue = group.length >= K && group.some(r => r.day <= day - days)
        if (!isDue || group.filter(r => r.isSatisfied).length < least) continue
        waited.push(...group.filter(r => r.day < DAYS - 90).map(r => day - r.day))
        const released = new Set(group)
        waiting = waiting.filter(r => !released.has(r))
      }
    }
  }
  const left = waiting.filter(r => r.day < DAYS - 90)
  return [...waited, ...left.map(() => Number.POSITIVE_INFINITY)].sort((a, b) => a - b)
}

const at = (sorted: number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

console.log('ratings a month | satisfied | rule 3a | half within | nine tenths within | never (of all)')
for (const aMonth of [170, 600]) {
  for (const rate of [0.98, 0.9, 0.5, 0.2, 0.05]) {
    for (const least of [0, 2]) {
      const runs = Array.from({ length: 20 }, (_, i) => daysWaited(aMonth, rate, least, `${aMonth} ${i}`))
      const days = (share: number) => mean(runs.map(run => Math.min(365, at(run, share)))).toFixed(1)
      const never = mean(runs.map(run => run.filter(day => day === Number.POSITIVE_INFINITY).length / run.length))
      console.log(
        `${String(aMonth).padStart(15)} | ${`${100 * rate} %`.padStart(9)} | ${(least ? 'with' : 'without').padEnd(7)} | ${days(0.5).padStart(8)} d | ${days(0.9).padStart(15)} d | ${(100 * never).toFixed(2)} %`,
      )
    }
  }
}
