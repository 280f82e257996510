import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { staffMe } from '../../data/session'

const MINUTE = 60_000
/** The database ends a session after as long without a request. */
const LONGEST_PAUSE = 8 * 60 * MINUTE
const REFRESH_EVERY = 4 * MINUTE

/** Under this name the browser stores when the person last did something, for all its tabs. */
const STORED = 'staff_seen'

const loadLastActive = () => {
  try {
    return Number(localStorage.getItem(STORED)) || 0
  } catch {
    return Date.now() // Without storage only the database ends the session.
  }
}
const saveLastActive = (at: number) => {
  try {
    localStorage.setItem(STORED, String(at))
  } catch {
    // As above.
  }
}

/** Whether nobody has done anything for eight hours, here or in another tab. */
export const hasTimedOut = () => Date.now() - loadLastActive() >= LONGEST_PAUSE

/**
 * Refreshes the session every few minutes as long as the person does something, and calls `onTimeout` after eight hours
 * without a key or a pointer, so that no screen stays open on what only staff may see.
 */
export function useSessionTimeout(onTimeout: () => void) {
  const client = useQueryClient()
  // Listens to the whole page and to the clock, which are no part of React.
  useEffect(() => {
    // The page's own requests have just refreshed the session.
    let refreshedAt = Date.now()
    saveLastActive(refreshedAt)
    const check = () => {
      if (hasTimedOut()) onTimeout()
      else if (loadLastActive() > refreshedAt && Date.now() - refreshedAt >= REFRESH_EVERY) {
        refreshedAt = Date.now()
        void client.refetchQueries({ queryKey: staffMe.queryKey })
      }
    }
    const timer = setInterval(check, MINUTE)
    const onActivity = () => {
      if (hasTimedOut()) onTimeout()
      else saveLastActive(Date.now())
    }
    const events = ['pointerdown', 'keydown'] as const
    for (const event of events) window.addEventListener(event, onActivity, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, onActivity, { capture: true })
    }
  }, [client, onTimeout])
}
