import { useEffect, useEffectEvent, useState } from 'react'
import { type Problem, toProblem } from '../../data/problem'
import { fetchRatingTarget, type RatingTarget } from '../../data/rating-targets'
import { useDomEvent } from '../../ui/use-dom-event'

/** The pause before the names of a place are asked for again, in milliseconds. */
const PAUSE = 15_000

type Asked = { place?: RatingTarget; problem?: Problem }

/**
 * The place of a code, or why it is not known. A tap needs the code alone, so nothing waits for it. After a lost
 * request it is asked for again, as long as the page is open. `first`: a request that was sent already.
 */
export function useRatingTarget(code: string, first?: Promise<RatingTarget>): Asked {
  const [asked, setAsked] = useState<Asked>({})
  const isLost = asked.problem !== undefined && !asked.problem.isFinal
  const isUnknown = !asked.place && (!asked.problem || isLost)

  const ask = (answer = fetchRatingTarget(code)) =>
    answer.then(
      place => setAsked({ place }),
      // A late failure of one request must not undo the answer to another.
      error => setAsked(known => (known.place ? known : { problem: toProblem(error) })),
    )
  const askFirst = useEffectEvent(() => ask(first))
  const askAgain = useEffectEvent(() => ask())

  // The pause begins anew after every answer.
  useEffect(() => {
    if (!isUnknown) return
    if (!isLost) askFirst()
    const timer = setInterval(askAgain, PAUSE)
    return () => clearInterval(timer)
  }, [code, asked, isUnknown, isLost])
  useDomEvent('online', () => void ask(), { when: isUnknown })

  return asked
}
