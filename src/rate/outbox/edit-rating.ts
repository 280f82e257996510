import { type Details, LONGEST_COMMENT } from '../../data/details'
import type { RatingTarget } from '../../data/rating-targets'
import type { RatingCall, Score } from '../../data/ratings'
import { cleanText } from '../../lib/text/clean-text'
import { cutText } from '../../lib/text/fit-text'
import type { ShownRating } from './outbox'
import { outbox } from './page-outbox'
import { firstStep, targetName } from './rating-draft'
import type { RatingDraft, Step } from './storage/store'

// A tap may come before the last one is on the disk, or from a page that shows an older state: each goes on from
// what was wanted last, or it would undo the one before it.
const beingStored = new Map<string, RatingDraft>()

function latest(shown: ShownRating) {
  const { receipt } = shown
  return beingStored.get(receipt) ?? draftOf(outbox.state.ratings.find(rating => rating.receipt === receipt) ?? shown)
}

async function store(rating: ShownRating, change: Partial<RatingDraft>, call?: RatingCall) {
  const wanted = { ...latest(rating), ...change }
  beingStored.set(wanted.receipt, wanted)
  await outbox.put(wanted, call)
  if (beingStored.get(wanted.receipt) === wanted) beingStored.delete(wanted.receipt)
}

export async function changeScore(rating: ShownRating, score: Score) {
  if (score === rating.score) return
  await store(rating, { score }, { fn: 'change_rating', args: { receipt: rating.receipt, score } })
}

/** Names the procedure, or none. Only what is new is sent. */
export async function nameProcedure(rating: ShownRating, procedure: string | null) {
  if (procedure === latest(rating).procedure) return
  await store(rating, { procedure }, { fn: 'change_rating', args: { receipt: rating.receipt, procedure } })
}

/** Adds answers to those already given; null takes one back. */
export function addDetails(rating: ShownRating, details: Details) {
  const call: RatingCall = { fn: 'add_details', args: { receipt: rating.receipt, details } }
  return store(rating, { details: { ...latest(rating).details, ...details } }, call)
}

/** Stores an unfinished comment on this device; nothing is sent before the person is done with it. */
export const saveDraft = (rating: ShownRating, draft: string) => store(rating, { draft: cleanText(draft) })

/** Sends the comment if it has changed: the given text, or else a draft that an earlier page could not send. */
export async function sendComment(rating: ShownRating, text = latest(rating).draft) {
  if (text === undefined) return
  const { details, draft } = latest(rating)
  const comment = cutText(cleanText(text).trim(), LONGEST_COMMENT).trim() || null
  if (comment !== (details.comment ?? null)) {
    const call: RatingCall = { fn: 'add_details', args: { receipt: rating.receipt, details: { comment } } }
    await store(rating, { draft: undefined, details: { ...details, comment } }, call)
  } else if (draft !== undefined) {
    await store(rating, { draft: undefined })
  }
}

/** Shows another step. A comment that was being written is sent. */
export async function goTo(rating: ShownRating, step: Step) {
  const sent = sendComment(rating)
  await store(rating, { step })
  await sent
}

/**
 * Also for a rating that is still on its way: it is sent and withdrawn, since it may have arrived unnoticed. The device
 * forgets what was answered.
 */
export function withdraw(rating: ShownRating) {
  const call: RatingCall = { fn: 'withdraw_rating', args: { receipt: rating.receipt } }
  return store(rating, { step: 'withdrawn', details: {}, draft: undefined }, call)
}

/** The place was not known when the face was tapped. */
export function nameTarget(rating: ShownRating, place: RatingTarget) {
  const procedure = rating.procedure ?? place.procedure?.code ?? null
  const step = rating.step === 'procedure' ? firstStep(place) : rating.step
  return store(rating, { place: targetName(place), procedure, step })
}

/** Every part of a rating that this device stores; what the page adds to show it is left out. */
const parts: Record<keyof RatingDraft, true> = {
  receipt: true,
  code: true,
  place: true,
  score: true,
  procedure: true,
  details: true,
  draft: true,
  ratedAt: true,
  step: true,
}

const draftOf = (rating: RatingDraft) =>
  Object.fromEntries(Object.keys(parts).map(part => [part, rating[part as keyof RatingDraft]])) as RatingDraft
