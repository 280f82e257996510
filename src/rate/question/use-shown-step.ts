import { useState } from 'react'
import { isVisitCode } from '../../data/rating-targets'
import { goTo } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'
import { hasReturned, isOpen, type ShownStep, stepOf } from '../shell/step'

/** The step that the page of a code shows, and the ways that lead from it without a stored step. */
export function useShownStep(code: string, rating: ShownRating | undefined) {
  const [isChanging, setIsChanging] = useState(false)
  // The receipt of the rating that the person is asked about, until they have said what they want. A visit has one rating.
  const [asked, setAsked] = useState(() =>
    !isVisitCode(code) && hasReturned(rating, window.history.state, Date.now()) ? rating?.receipt : undefined,
  )
  const stored = stepOf(rating, isChanging)
  const isAsked = rating !== undefined && rating.receipt === asked && isOpen(stored)
  const step: ShownStep = isAsked && !isChanging ? 'returned' : stored
  return {
    step,
    setIsChanging,
    /** Back to the faces. */
    change: () => {
      setAsked(undefined)
      setIsChanging(true)
    },
    /** From the question what somebody wants here: to the receipt. */
    showReceipt: () => {
      if (rating && rating.step !== 'thanks') void goTo(rating, 'thanks')
      setAsked(undefined)
    },
  }
}
