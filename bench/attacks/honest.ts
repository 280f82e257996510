/** Honest people: who comes, when, and what they say. */

import { type Random, seeded } from '../../scripts/demo/random.ts'
import { type Counter, counters, instantOf, isWorkday, procedureCodes, type Request } from './commune.ts'

/** The share of the honest that came with a visit code. */
const VISITS = 0.4
const scores = { 5: 55, 4: 35, 3: 5, 2: 3, 1: 2 }
const shares = Object.fromEntries(counters.map(({ code, share }) => [code, share]))
const zipf = Object.fromEntries(procedureCodes.map((procedure, i) => [procedure, 1 / (i + 1)]))

/** Desks are open from 7 to 11 and from 13 to 17; the internet in the evening too. */
function hourOf(counter: Counter, random: Random) {
  if (counter === 'AAAAA5' && random.chance(0.4)) return 18 + 3.5 * random.next()
  return (random.chance(0.66) ? 7.1 : 13.1) + 3.8 * Math.min(random.next(), random.next())
}

export function honestRequest(dayNumber: number, random: Random, serial: number): Request {
  const counter = random.weighted(shares) as Counter
  const at = Math.round(instantOf(dayNumber, hourOf(counter, random)))
  const isVisit = random.chance(VISITS)
  return {
    at,
    score: Number(random.weighted(scores)),
    counter,
    procedure: isVisit || random.chance(0.7) ? random.weighted(zipf) : null,
    visit: isVisit ? `V${String(serial).padStart(9, '0')}` : null,
    device: counter === 'AAAAA4' ? null : `phone-of-person-${String(serial).padStart(6, '0')}`,
    isOfKiosk: counter === 'AAAAA4' && !isVisit,
    isHonest: true,
  }
}

/** So many people, as they come at so many a month, on working days. */
export function honestStream(people: number, aMonth: number, seed: string): Request[] {
  const random = seeded(seed)
  const aDay = aMonth / 21.7
  const requests: Request[] = []
  for (let day = 0; requests.length < people; day++) {
    const n = isWorkday(day) ? Math.floor(aDay) + (random.chance(aDay % 1) ? 1 : 0) : 0
    for (let i = 0; i < n && requests.length < people; i++)
      requests.push(honestRequest(day, random, requests.length + 1))
  }
  return requests
}

/** The last day of a stream. */
export const daysOf = (requests: Request[]) =>
  Math.ceil((Math.max(...requests.map(({ at }) => at)) - instantOf(0, 0)) / 86_400_000)
