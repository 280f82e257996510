import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDomEvent } from '../../ui/use-dom-event'
import { saveDraft, sendComment } from '../outbox/edit-rating'
import type { ShownRating } from '../outbox/outbox'

/** A letter is on the disk at most so many milliseconds after it was typed. */
const PAUSE = 300

/**
 * A comment that is being written. It is stored on the device while the person types, and sent when they leave the
 * field, the step or the page.
 */
export function useDraft(rating: ShownRating, onSent: (sending: Promise<void>) => void) {
  const [draft, setDraft] = useState(rating.draft ?? rating.details.comment ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ rating, draft, onSent })
  latest.current = { ...latest.current, rating, onSent }

  const write = (text: string) => {
    setDraft(text)
    latest.current.draft = text
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void saveDraft(latest.current.rating, latest.current.draft)
    }, PAUSE)
  }
  const send = () => {
    const { rating: of, draft: text, onSent: sent } = latest.current
    const isWritten = timer.current !== undefined || of.draft !== undefined
    clearTimeout(timer.current)
    timer.current = undefined
    if (isWritten) sent(sendComment(of, text))
  }

  // The page may be hidden for good, without a further event.
  useDomEvent('visibilitychange', () => document.visibilityState === 'hidden' && send(), { target: document })
  useDomEvent('pagehide', send)
  const leaveStep = useEffectEvent(send)
  useEffect(() => () => leaveStep(), [])

  return { draft, write, send }
}
