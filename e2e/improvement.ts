// Ratings of two offices in two years, and whether one of them surely improved, worked out without our own code.

import { idMade, rating } from './api'
import { localDay, utcDay } from './days'

export const better = { office: 'xa-hoi-an', counter: 'X43Q58' }
export const same = { office: 'xa-cho-moi', counter: '8K93N9' }
const procedure = '1.001193'
export const comment = 'Cô ở quầy giúp mẹ tôi viết từng dòng, mong giữ cách này'

/** The first days of the last quarter that was over yesterday, and of the same one a year before. */
export function quarters() {
  const [year = 0, month = 0] = localDay(-1).split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - ((month - 1) % 3) - 3, 1))
  const day = (years: number, days: number) =>
    utcDay(Date.UTC(first.getUTCFullYear() + years, first.getUTCMonth(), 1 + days))
  return { before: (days = 0) => day(-1, days), after: (days = 0) => day(0, days) }
}

/** So many people on a day at a counter, the first of whom may write something. */
function people(at: string, counter: string, satisfied: number, others: number, words?: string) {
  return Array.from({ length: satisfied + others }, (_, i) => {
    const instant = Date.parse(`${at}T02:00:00Z`) + i * 60_000
    const id = idMade(instant - Date.now())
    const details = words && i < 4 ? { praised: ['staff'], ...(i === 0 && { comment: words }) } : null
    const body = { ...rating({ counter, score: i < satisfied ? 5 : 2 }), id, procedure, rated_at: null, language: 'vi' }
    return { at: new Date(instant).toISOString(), with_visit: false, details, body }
  })
}

/** Two years of two offices: one goes from 60 to over 90 %, the other stays. */
export function history() {
  const { before, after } = quarters()
  const day = (at: string, ...ratings: object[][]) => ({ day: at, ratings: ratings.flat() })
  return [
    day(before(35), people(before(35), better.counter, 72, 48), people(before(35), same.counter, 100, 20)),
    ...[35, 36, 37].map(days =>
      day(
        after(days),
        people(after(days), better.counter, 43, 2, days === 35 ? comment : undefined),
        people(after(days), same.counter, 34, 6),
      ),
    ),
    day(localDay(-2)),
  ]
}

/** Newcombe 1998, method 10, from Wilson intervals at 99.5 %: the lower end, worked out here anew. */
export function lowerEnd(before: { n: number; satisfied: number }, after: { n: number; satisfied: number }) {
  const z = 2.807033768343811
  const edges = ({ n, satisfied }: { n: number; satisfied: number }) => {
    const p = satisfied / n
    const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
    return {
      p,
      low: (p + z ** 2 / (2 * n) - half) / (1 + z ** 2 / n),
      high: (p + z ** 2 / (2 * n) + half) / (1 + z ** 2 / n),
    }
  }
  const [a, b] = [edges(before), edges(after)]
  return b.p - a.p - Math.sqrt((b.p - b.low) ** 2 + (a.high - a.p) ** 2)
}
