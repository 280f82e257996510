import type { Details } from '../../data/details'
import type { Place } from '../../data/rating-targets'
import type { RatingCall, Score } from '../../data/ratings'
import type { ShownVisit } from './outbox'
import { outbox } from './page-outbox'
import { firstStep, nameOfPlace } from './rating-draft'
import type { Step, Visit } from './store'

// A tap may come before the last one is on the disk, or from a page that shows an older state: each goes on from
// what was wanted last, or it would undo the one before it.
const beingKept = new Map<string, Visit>()

function latest(shown: ShownVisit) {
  const { receipt } = shown
  return beingKept.get(receipt) ?? kept(outbox.state.visits.find(visit => visit.receipt === receipt) ?? shown)
}

async function keep(visit: ShownVisit, change: Partial<Visit>, call?: RatingCall) {
  const wanted = { ...latest(visit), ...change }
  beingKept.set(wanted.receipt, wanted)
  await outbox.put(wanted, call)
  if (beingKept.get(wanted.receipt) === wanted) beingKept.delete(wanted.receipt)
}

export async function changeScore(visit: ShownVisit, score: Score) {
  if (score === visit.score) return
  await keep(visit, { score }, { fn: 'change_rating', args: { receipt: visit.receipt, score } })
}

/** Names the procedure, or none. Only what is new is sent. */
export async function nameProcedure(visit: ShownVisit, procedure: string | null) {
  if (procedure === latest(visit).procedure) return
  await keep(visit, { procedure }, { fn: 'change_rating', args: { receipt: visit.receipt, procedure } })
}

/** Adds answers to those already given; null takes one back. */
export function addDetails(visit: ShownVisit, details: Details) {
  const call: RatingCall = { fn: 'add_details', args: { receipt: visit.receipt, details } }
  return keep(visit, { details: { ...latest(visit).details, ...details } }, call)
}

/** Keeps what is being written on this device, where nothing is sent before the person is done with it. */
export const keepDraft = (visit: ShownVisit, draft: string) => keep(visit, { draft })

/** Sends the comment if it has changed: what is given, or else what an earlier page kept and could not send. */
export async function sendComment(visit: ShownVisit, text = latest(visit).draft) {
  if (text === undefined) return
  const { details, draft } = latest(visit)
  const comment = text.trim() || null
  if (comment !== (details.comment ?? null)) {
    const call: RatingCall = { fn: 'add_details', args: { receipt: visit.receipt, details: { comment } } }
    await keep(visit, { draft: undefined, details: { ...details, comment } }, call)
  } else if (draft !== undefined) {
    await keep(visit, { draft: undefined })
  }
}

/** Another step. A comment that was being written goes on its way. */
export async function goTo(visit: ShownVisit, step: Step) {
  const sent = sendComment(visit)
  await keep(visit, { step })
  await sent
}

/**
 * Also for a rating that is still on its way: it is sent and withdrawn, since it may have arrived unnoticed. The device
 * forgets what was answered.
 */
export function withdraw(visit: ShownVisit) {
  const call: RatingCall = { fn: 'withdraw_rating', args: { receipt: visit.receipt } }
  return keep(visit, { step: 'withdrawn', details: {}, draft: undefined }, call)
}

/** The place was not known when the face was tapped. */
export function namePlace(visit: ShownVisit, place: Place) {
  const procedure = visit.procedure ?? place.procedure?.code ?? null
  const step = visit.step === 'procedure' ? firstStep(place) : visit.step
  return keep(visit, { place: nameOfPlace(place), procedure, step })
}

const kept = ({ receipt, code, place, score, procedure, details, draft, ratedAt, step }: Visit): Visit => ({
  receipt,
  code,
  place,
  score,
  procedure,
  details,
  draft,
  ratedAt,
  step,
})
