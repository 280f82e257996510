import type { RatingTarget } from '../../data/rating-targets'
import type { ShownRating } from '../outbox/outbox'
import type { Step } from '../outbox/storage/store'
import { isQuestion } from './questions'

/** The step that a rating's page shows: the faces, a stored step, or an explanation why neither can be shown. */
export type ShownStep = 'question' | 'refused' | 'late' | Step

/** The props of every step after the faces. */
export type StepViewProps = {
  step: ShownStep
  rating: ShownRating
  /** Undefined until it is known. */
  place: RatingTarget | undefined
  /** Back to the faces. */
  onChange: () => void
}

export function stepOf(rating: ShownRating | undefined, isChanging: boolean): ShownStep {
  if (!rating) return 'question'
  const { step, refused, state } = rating
  if (refused?.fn === 'submit_rating' && step !== 'withdrawn') return 'refused'
  const isLate = refused?.key === 'too_late' || state?.correctable === false
  if (isLate && (isChanging || isQuestion(step))) return 'late'
  return isChanging ? 'question' : step
}

/** A step that the person can go back to, and from. */
export const isOpen = (step: string) => step === 'question' || step === 'thanks' || isQuestion(step)
