import type { RatingTarget } from '../../data/rating-targets'
import type { ShownRating } from '../outbox/outbox'
import type { Step } from '../outbox/storage/store'
import { isQuestion } from './questions'

/**
 * The step that a rating's page shows: the faces, what somebody who has scanned the code again wants, a stored step, or an
 * explanation why none of them can be shown.
 */
export type ShownStep = 'question' | 'returned' | 'refused' | 'late' | Step

/** The props of every step after the faces. */
export type StepViewProps = {
  step: ShownStep
  rating: ShownRating
  /** Undefined until it is known. */
  place: RatingTarget | undefined
  /** Back to the faces. */
  onChange: () => void
  /** From the question what somebody wants here: to the receipt. */
  onReceipt: () => void
}

export function stepOf(rating: ShownRating | undefined, isChanging: boolean): ShownStep {
  if (!rating) return 'question'
  const { step, refused, state } = rating
  if (refused?.fn === 'submit_rating' && step !== 'withdrawn') return 'refused'
  const isLate = refused?.key === 'too_late' || state?.correctable === false
  if (isLate && (isChanging || isQuestion(step))) return 'late'
  return isChanging ? 'question' : step
}

/** A question that was left for so long is not gone on with, but asked about. */
const LEFT_AFTER = 60 * 60_000

/**
 * Somebody has scanned the code of a counter again, where the rating before is told or long left. A page that is loaded
 * anew, or reached by the browser's back button, is none: its entry in the history has its step.
 */
export function hasReturned(rating: ShownRating | undefined, entry: { step?: string } | null, now: number) {
  if (!rating || (entry?.step !== undefined && entry.step !== 'returned')) return false
  return rating.step === 'thanks' || (isQuestion(rating.step) && Math.abs(now - rating.ratedAt) > LEFT_AFTER)
}

/** A step that the person can go back to, and from. */
export const isOpen = (step: string) => step === 'question' || step === 'thanks' || isQuestion(step)
