// A commune as the simulations of the benchmarks see it: who rates, and when the ladder publishes what was rated.

import type { Random } from '../scripts/demo/random.ts'

export type Rating = {
  day: number
  procedure: number
  field: number
  channel: number
  trust: number
  isSatisfied: boolean
}
type Key = 'procedure' | 'field' | 'channel' | 'trust'

export const K = 10
/**
 * That of private.ladder, without the rung that pools with the parent office. Those with a visit code and those without are
 * told apart on every rung, whether it names that or not.
 */
export const ladder: { days: number; keys: Key[] }[] = [
  { days: 0, keys: ['procedure', 'channel', 'trust'] },
  { days: 10, keys: ['procedure', 'channel', 'trust'] },
  { days: 20, keys: ['field', 'channel', 'trust'] },
  { days: 25, keys: ['field', 'channel', 'trust'] },
  { days: 28, keys: ['channel', 'trust'] },
  { days: 30, keys: ['channel', 'trust'] },
  { days: 42, keys: ['trust'] },
]

const zipf = Array.from({ length: 30 }, (_, i) => 1 / (i + 1))
const cumulative = (weights: number[]) => weights.map((_, i) => weights.slice(0, i + 1).reduce((a, b) => a + b, 0))
const ofProcedures = cumulative(zipf)
const ofChannels = cumulative([80, 15, 5])

function drawFrom(sums: number[], random: Random) {
  const at = random.next() * (sums.at(-1) ?? 0)
  return sums.findIndex(sum => at < sum)
}

export function drawRating(day: number, rate: number, random: Random): Rating {
  const procedure = drawFrom(ofProcedures, random)
  const channel = drawFrom(ofChannels, random)
  const trust = random.next() < 0.4 ? 1 : 0
  return { day, procedure, field: procedure % 8, channel, trust, isSatisfied: random.next() < rate }
}

type Commune = {
  /** Ratings a day, on average. */
  aDay: number
  /** The share of the satisfied. */
  rate: number
  /** How many of a batch must be satisfied. */
  least: number
  days: number
  random: Random
}

/** The batches of each day of a commune with 30 procedures of 8 fields by Zipf, three channels and two kinds of trust. */
export function* batchesOf({ aDay, rate, least, days, random }: Commune): Generator<Rating[][], Rating[]> {
  let waiting: Rating[] = []
  for (let day = 0; day < days; day++) {
    const n = Math.floor(aDay) + (random.next() < aDay % 1 ? 1 : 0)
    for (let i = 0; i < n; i++) waiting.push(drawRating(day, rate, random))
    const batches: Rating[][] = []
    for (const rung of ladder) {
      for (const group of Map.groupBy(waiting, r => rung.keys.map(key => r[key]).join()).values()) {
        const isDue = group.length >= K && group.some(r => r.day <= day - rung.days)
        if (!isDue || group.filter(r => r.isSatisfied).length < least) continue
        batches.push(group)
        const released = new Set(group)
        waiting = waiting.filter(r => !released.has(r))
      }
    }
    yield batches
  }
  return waiting
}
