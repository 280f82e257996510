import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { staffMe } from '../../data/session'

const MINUTE = 60_000
/** The database ends a session that did nothing for so long. */
const LONGEST_PAUSE = 8 * 60 * MINUTE
const PING_EVERY = 4 * MINUTE

const SEEN = 'staff_seen'

// Shared by the tabs: who works in one is not gone from the other.
const lastSeen = () => {
  try {
    return Number(localStorage.getItem(SEEN)) || 0
  } catch {
    return Date.now() // Then the database alone says when it is over.
  }
}
const seen = (at: number) => {
  try {
    localStorage.setItem(SEEN, String(at))
  } catch {
    // As above.
  }
}

/** Whether nobody has done anything for eight hours, here or in another tab. */
export const hasBeenGone = () => Date.now() - lastSeen() >= LONGEST_PAUSE

/**
 * Tells the database every few minutes that the person is still there, as long as they do something, and calls
 * `onGone` after eight hours of nothing, so that no screen stays open on what only staff may see.
 */
export function useSessionTimeout(onGone: () => void) {
  const client = useQueryClient()
  // Listens to the whole page and to the clock, which are no part of React.
  useEffect(() => {
    // The page's own questions have just told the database: coming here is no second sign.
    let told = Date.now()
    seen(told)
    const look = () => {
      if (hasBeenGone()) onGone()
      else if (lastSeen() > told && Date.now() - told >= PING_EVERY) {
        told = Date.now()
        void client.refetchQueries({ queryKey: staffMe.queryKey })
      }
    }
    const timer = setInterval(look, MINUTE)
    const isThere = () => {
      if (hasBeenGone()) onGone()
      else seen(Date.now())
    }
    const signs = ['pointerdown', 'keydown'] as const
    for (const sign of signs) window.addEventListener(sign, isThere, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, isThere, { capture: true })
    }
  }, [client, onGone])
}
