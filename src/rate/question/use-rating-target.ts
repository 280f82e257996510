import { useEffect, useState } from 'react'
import { type Problem, problemOf } from '../../data/problem'
import { type RatingTarget, ratingTargetOf } from '../../data/rating-targets'

/** How long to wait before asking again for the names of a place, in milliseconds. */
const PAUSE = 15_000

type Asked = { place?: RatingTarget; problem?: Problem }

/**
 * What is known about the place of a code. Not knowing keeps nobody from rating: a tap needs the code alone. After a
 * lost request it is asked again, as long as the page is open. `first`: it has been asked for already.
 */
export function useRatingTarget(code: string, first?: Promise<RatingTarget>): Asked {
  const [asked, setAsked] = useState<Asked>({})
  const isLost = asked.problem !== undefined && !asked.problem.isRefusal

  // The world outside: a request, and the signal that may come back.
  useEffect(() => {
    if (asked.place || (asked.problem && !isLost)) return
    let isShown = true
    const ask = (answer = ratingTargetOf(code)) =>
      answer.then(
        place => isShown && setAsked({ place }),
        error => isShown && setAsked({ problem: problemOf(error) }),
      )
    const askAgain = () => ask()
    if (!isLost) ask(first)
    const timer = setInterval(askAgain, PAUSE)
    window.addEventListener('online', askAgain)
    return () => {
      isShown = false
      clearInterval(timer)
      window.removeEventListener('online', askAgain)
    }
  }, [code, first, asked, isLost])

  return asked
}
