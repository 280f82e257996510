import { isVisitCode, type RatingTarget } from '../../data/rating-targets'
import type { Score } from '../../data/ratings'
import type { Language } from '../../i18n/languages'
import { uuidV7 } from '../../lib/uuid'
import type { ShownRating } from './outbox'
import { deviceName, newReceipt, outbox } from './page-outbox'
import type { RatingDraft } from './storage/store'

/** For this long a scanned counter shows the answer given there; after it, a scan is a new rating. */
const SAME_VISIT = 12 * 60 * 60_000

/** The rating that this device made with a code, while its page goes on with it. */
export function findRating(code: string, ratings: ShownRating[], now: number): ShownRating | undefined {
  return ratings
    .filter(rating => rating.code === code && rating.step !== 'closed')
    .filter(rating => rating.isWaiting || isVisitCode(code) || Math.abs(now - rating.ratedAt) < SAME_VISIT)
    .sort((a, b) => a.ratedAt - b.ratedAt)
    .pop()
}

export const targetName = ({ office, counter }: RatingTarget) => [office.desk, counter.name].filter(Boolean).join(' · ')

/** A visit code may name the procedure: that question is then skipped. */
export const firstStep = (place: RatingTarget | undefined) => (place?.procedure ? 'factors' : 'procedure')

// A tap on the first faces and another on the ones that replace them, a moment later, are one person's one answer.
const beingStored = new Map<string, Promise<void>>()

/** Rates. Resolves when the rating is stored on the device. The place may not be known yet. */
export function rate(code: string, place: RatingTarget | undefined, score: Score, language: Language) {
  const stored =
    beingStored.get(code) ?? storeRating(code, place, score, language).finally(() => beingStored.delete(code))
  beingStored.set(code, stored)
  return stored
}

function storeRating(code: string, place: RatingTarget | undefined, score: Score, language: Language) {
  const ratedAt = Date.now()
  const receipt = newReceipt()
  const rating: RatingDraft = {
    receipt,
    code,
    place: place ? targetName(place) : code,
    score,
    procedure: place?.procedure?.code ?? null,
    details: {},
    ratedAt,
    step: firstStep(place),
  }
  // The query holds the code of a display, where one has shown it.
  const origin = isVisitCode(code) ? { visit: code } : { counter: code, place: location.search }
  const args = {
    id: uuidV7(),
    ...origin,
    score,
    receipt,
    rated_at: new Date(ratedAt).toISOString(),
    language,
    device: deviceName(),
  }
  return outbox.put(rating, { fn: 'submit_rating', args })
}
