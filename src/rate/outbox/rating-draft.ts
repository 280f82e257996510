import { isVisitCode, type Place } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import type { Language } from '../../i18n/languages'
import { uuidV7 } from '../../lib/uuid'
import type { ShownVisit } from './outbox'
import { deviceName, newReceipt, outbox } from './page-outbox'
import type { Visit } from './store'

/** For this long a scanned counter shows the answer given there; after it, a scan is a new visit. */
const SAME_VISIT = 12 * 60 * 60_000

/** The visit that the page of a code is about, if it was rated on this device. */
export function visitAt(code: string, visits: ShownVisit[], now: number): ShownVisit | undefined {
  return visits
    .filter(visit => visit.code === code && visit.step !== 'closed')
    .filter(visit => visit.isWaiting || isVisitCode(code) || Math.abs(now - visit.ratedAt) < SAME_VISIT)
    .sort((a, b) => a.ratedAt - b.ratedAt)
    .at(-1)
}

export const nameOfPlace = ({ office, counter }: Place) => [office.desk, counter.name].filter(Boolean).join(' · ')

/** A visit code says what the visit was about: that question is passed. */
export const firstStep = (place: Place | undefined) => (place?.procedure ? 'factors' : 'procedure')

// A tap on the first faces and another on the ones that replace them, a moment later, are one person's one answer.
const beingKept = new Map<string, Promise<void>>()

/** The tap. Resolves when the rating is kept on the device. The place may not be known yet. */
export function rate(code: string, place: Place | undefined, score: Score, language: Language) {
  const kept = beingKept.get(code) ?? keepRating(code, place, score, language).finally(() => beingKept.delete(code))
  beingKept.set(code, kept)
  return kept
}

function keepRating(code: string, place: Place | undefined, score: Score, language: Language) {
  const ratedAt = Date.now()
  const receipt = newReceipt()
  const device = deviceName()
  const visit: Visit = {
    receipt,
    code,
    place: place ? nameOfPlace(place) : code,
    score,
    procedure: place?.procedure?.code ?? null,
    details: {},
    ratedAt,
    step: firstStep(place),
  }
  const rated_at = new Date(ratedAt).toISOString()
  const origin = isVisitCode(code) ? { visit: code } : { counter: code }
  const args = { id: uuidV7(), ...origin, score, receipt, rated_at, language, ...(device && { device }) }
  return outbox.put(visit, { fn: 'submit_rating', args })
}
