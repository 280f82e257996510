import { isVisitCode, type Place } from '../data/places'
import type { Details, Score } from '../data/ratings'
import type { Language } from '../i18n/languages'
import { uuidV7 } from '../lib/uuid'
import { deviceName, newReceipt, outbox } from './device'
import type { ShownVisit } from './outbox'
import type { Step, Visit } from './store'

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
    step: 'procedure',
  }
  const rated_at = new Date(ratedAt).toISOString()
  const origin = isVisitCode(code) ? { visit: code } : { counter: code }
  const args = { id: uuidV7(), ...origin, score, receipt, rated_at, language, ...(device && { device }) }
  return outbox.put(visit, { fn: 'submit_rating', args })
}

export function changeScore(visit: ShownVisit, score: Score) {
  if (score === visit.score) return
  return outbox.put(kept({ ...visit, score }), { fn: 'change_rating', args: { receipt: visit.receipt, score } })
}

/** Names the procedure, or none. Only what is new is sent. */
export function nameProcedure(visit: ShownVisit, procedure: string | null, step: Step = visit.step) {
  const wanted = kept({ ...visit, procedure, step })
  if (procedure === visit.procedure) return outbox.put(wanted)
  return outbox.put(wanted, { fn: 'change_rating', args: { receipt: visit.receipt, procedure } })
}

/** Adds answers to those already given; null takes one back. */
export function addDetails(visit: ShownVisit, details: Details) {
  const wanted = kept({ ...visit, details: { ...visit.details, ...details } })
  return outbox.put(wanted, { fn: 'add_details', args: { receipt: visit.receipt, details } })
}

/** Also for a rating that is still on its way: it is sent and withdrawn, since it may have arrived unnoticed. */
export function withdraw(visit: ShownVisit) {
  const args = { receipt: visit.receipt }
  return outbox.put(kept({ ...visit, step: 'withdrawn' }), { fn: 'withdraw_rating', args })
}

export const goTo = (visit: ShownVisit, step: Step) => outbox.put(kept({ ...visit, step }))

/** The place was not known when the face was tapped. */
export const namePlace = (visit: ShownVisit, place: Place) =>
  outbox.put(kept({ ...visit, place: nameOfPlace(place), procedure: visit.procedure ?? place.procedure?.code ?? null }))

const kept = ({ receipt, code, place, score, procedure, details, ratedAt, step }: Visit): Visit => ({
  receipt,
  code,
  place,
  score,
  procedure,
  details,
  ratedAt,
  step,
})
