import { v7 } from 'uuid'
import { toCrockford } from '../../src/lib/crockford.ts'
import { addDays } from '../../src/lib/dates/day.ts'
import type { languages } from '../../src/lib/language-list.ts'
import { communeProcedures, communes, counters, type Procedure, units } from '../build/reference-data.ts'
import { instant, isNearTet, isWorkingDay, monthsBetween, weekday } from './calendar.ts'
import { type Details, makeDetails } from './details.ts'
import {
  desks,
  fieldEffects,
  improvingMonths,
  lastDesk,
  monthlyEffect,
  otherShares,
  type Profile,
  profiles,
  usualShares,
} from './profile.ts'
import { type Random, seeded } from './random.ts'

/** One rating as `enter_illustrative_ratings` takes it: `body` is what `submit_rating` would be sent at `at`. */
export type IllustrativeRating = {
  at: string
  with_visit: boolean
  /** Tapped at the kiosk of the hall, as if it were paired. */
  on_site: boolean
  details: Details | null
  body: {
    id: string
    counter: string
    score: number
    procedure: string | null
    receipt: string
    rated_at: string
    device: string
    language: keyof typeof languages
  }
}

/** The day on which the communes of today opened, and from which things improve. */
const reform = '2025-07-01'

/** The ratings of one day in the order of time. The same seed and day give the same ratings, whatever else is asked. */
export function ratingsOfDay(day: string, seed: string, scale = 1): IllustrativeRating[] {
  if (!isWorkingDay(day)) return []
  const usual = scale * busyness(day)
  return profiles
    .filter(profile => isOpen(profile.office, day))
    .flatMap(profile => {
      const random = seeded(`${seed} ${profile.office} ${day}`)
      return Array.from({ length: countOfDay(profile, day, usual, random) }, () => makeRating(profile, day, random))
    })
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function isOpen(office: string, day: string): boolean {
  const unit = units.find(({ code }) => code === office)
  return unit !== undefined && unit.opened_on <= day && (unit.closed_on === '' || unit.closed_on >= day)
}

const countOfDay = ({ perDay }: Profile, day: string, usual: number, random: Random) =>
  perDay === undefined ? Number(isSparseDay(day)) : random.poisson(perDay * usual)

/** How many ratings there are against an ordinary day. */
function busyness(day: string): number {
  // Monday brings what the weekend held back, and people learn of the posters over the first year.
  const week = [0, 1.3, 1.05, 1, 0.9, 0.75][weekday(day)] ?? 0
  const growth = Math.min(1.1, 0.75 + 0.03 * Math.max(0, monthsBetween(reform, day)))
  return week * growth * (isNearTet(day, 12) ? 0.45 : 1)
}

/** The first working day from the 10th on, in two months of every five: seven such days in the first 17 months. */
function isSparseDay(day: string): boolean {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - (2025 * 12 + 7)
  if (month % 5 !== 1 && month % 5 !== 3) return false
  let first = `${day.slice(0, 8)}10`
  while (!isWorkingDay(first)) first = addDays(first, 1)
  return day === first
}

function makeRating(profile: Profile, day: string, random: Random): IllustrativeRating {
  const channel = random.weighted(profile.channels)
  const withVisit = random.chance(profile.visits)
  // What the old units offered is not known, so a rating there names no procedure.
  const offers = communes.some(({ code }) => code === profile.office)
  const procedure = offers ? chooseProcedure(profile.office, channel, random) : undefined
  const field = procedure?.field ?? ''
  const counter = chooseCounter(profile.office, channel, field, random)
  // Not everybody who walks in says what they came for.
  const named = withVisit || random.chance(counter.kind === 'kiosk' ? 0.6 : 0.88) ? procedure : undefined
  const score = chooseScore(profile, day, field, random)
  const at = instant(day, minutesOfDay(channel, random))
  return {
    at: at.toISOString(),
    with_visit: withVisit,
    on_site: counter.kind === 'kiosk' && !withVisit,
    details: random.chance(0.4)
      ? makeDetails({ score, channel, field, isSlow: (fieldEffects[field] ?? 0) < -0.4 }, random)
      : null,
    body: {
      id: v7({ msecs: at.getTime(), random: random.bytes(16) }),
      counter: counter.code,
      score,
      procedure: named?.code ?? null,
      receipt: toCrockford(random.bytes(12)),
      rated_at: new Date(at.getTime() - Math.floor(random.next() * 20_000)).toISOString(),
      device: v7({ msecs: at.getTime(), random: random.bytes(16) }),
      language: random.weighted({ vi: 985, en: 5, km: 10 }),
    },
  }
}

function chooseProcedure(office: string, channel: string, random: Random): Procedure | undefined {
  const code = random.weighted(sharesOf(office, channel))
  return communeProcedures.find(procedure => procedure.code === code)
}

const rare = communeProcedures.map(({ code }) => code).filter(code => usualShares[code] === undefined)
const harmonic = rare.reduce((sum, _, i) => sum + 1 / (i + 1), 0)
const shareOf = (code: string) => usualShares[code] ?? otherShares / harmonic / (rare.indexOf(code) + 1)

const known = new Map<string, Record<string, number>>()
/** How many people come for each procedure: not quite as many at one office as at the next. */
function sharesOf(office: string, channel: string): Record<string, number> {
  const taste = seeded(`taste of ${office}`)
  const shares =
    known.get(office + channel) ??
    Object.fromEntries(
      communeProcedures.map(procedure => {
        const share = shareOf(procedure.code) * (0.8 + 0.4 * taste.next())
        return [procedure.code, comesBy(procedure, channel) ? share : 0]
      }),
    )
  known.set(office + channel, shares)
  return shares
}

/** Copies are certified from the original at the desk; else a channel without a time limit is not offered. */
function comesBy(procedure: Procedure, channel: string): boolean {
  if (channel === 'counter') return true
  const { counter_days, online_days, post_days } = procedure
  if (procedure.field === 'Chứng thực') return false
  return counter_days + online_days + post_days === '' || (channel === 'online' ? online_days : post_days) !== ''
}

function chooseCounter(office: string, channel: string, field: string, random: Random) {
  const here = counters.filter(c => c.office_code === office && c.channel === channel && c.retired_on === '')
  const desk = here.find(c => c.kind === 'poster' && c.usual === (desks[field] ?? lastDesk))
  const kiosk = here.find(c => c.kind === 'kiosk')
  const counter = (random.chance(0.22) ? kiosk : desk) ?? here[0]
  if (!counter) throw new Error(`${office} has no counter for the service channel ${channel}`)
  return counter
}

function chooseScore(profile: Profile, day: string, field: string, random: Random): number {
  const months = Math.min(monthsBetween(reform, day), improvingMonths)
  const odds = profile.satisfaction + (fieldEffects[field] ?? 0) + (profile.monthly ?? monthlyEffect) * months
  const satisfied = 1 / (1 + Math.exp(-odds))
  if (random.chance(satisfied)) return random.chance(satisfied - 0.38) ? 5 : 4
  return Number(random.weighted({ 1: 14, 2: 29, 3: 57 }))
}

/** Desks are open from 7 to 11 and from 13 to 17, and busiest at the start; the internet is open in the evening too. */
function minutesOfDay(channel: string, random: Random): number {
  if (channel !== 'counter' && random.chance(0.4)) return 18 * 60 + random.next() * 200
  const intoHalf = 238 * Math.min(random.next(), random.next())
  return random.chance(0.66) ? 7 * 60 + 5 + intoHalf : 13 * 60 + 5 + intoHalf
}
