import { useEffect, useState } from 'react'
import { type Place, placeOf } from '../data/places'
import { type Problem, problemOf } from '../data/problem'

/** How long to wait before asking again for the names of a place, in milliseconds. */
const PAUSE = 15_000

type Asked = { place?: Place; problem?: Problem }

/**
 * What is known about the place of a code. Not knowing keeps nobody from rating: a tap needs the code alone. After a
 * lost request it is asked again, as long as the page is open.
 */
export function usePlace(code: string): Asked {
  const [asked, setAsked] = useState<Asked>({})
  const isLost = asked.problem !== undefined && !asked.problem.isRefusal

  // The world outside: a request, and the signal that may come back.
  useEffect(() => {
    if (asked.place || (asked.problem && !isLost)) return
    let isShown = true
    const ask = () =>
      placeOf(code).then(
        place => isShown && setAsked({ place }),
        error => isShown && setAsked({ problem: problemOf(error) }),
      )
    if (!isLost) ask()
    const timer = setInterval(ask, PAUSE)
    window.addEventListener('online', ask)
    return () => {
      isShown = false
      clearInterval(timer)
      window.removeEventListener('online', ask)
    }
  }, [code, asked, isLost])

  return asked
}
