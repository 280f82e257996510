import { useEffect, useRef } from 'react'
import { useDomEvent } from '../../ui/use-dom-event'

/** The state of an entry in the browser's history. `rating` separates the steps of one rating from the next one's. */
type Entry = { step?: string; rating?: number | undefined; from?: string }

const here = () => (window.history.state ?? {}) as Entry

/**
 * Every step is an entry in the browser's history, so that its back button and the gesture at the edge of a phone go
 * back in the conversation and not out of it. The device knows which step is shown; the history only follows it, so a
 * page that is opened again goes on where the person was. `goTo` answers false to a step that there is no way back to.
 */
export function useStepHistory(step: string, rating: number | undefined, goTo: (step: string) => boolean) {
  const isFirst = useRef(true)
  /** The step that the person went back to, until it is shown: keeping it takes a moment. */
  const awaited = useRef<string | null>(null)

  useEffect(() => {
    const isNew = isFirst.current
    isFirst.current = false
    if (awaited.current !== null) {
      if (awaited.current === step) awaited.current = null
      return
    }
    const { step: left, ...state } = here()
    if (left === step) return
    if (isNew) window.history.replaceState({ ...state, step, rating }, '')
    else window.history.pushState({ ...state, step, rating, from: left }, '')
  }, [step, rating])

  useDomEvent('popstate', () => {
    const { step: wanted = step, rating: of } = here()
    awaited.current = null
    if (wanted === step) return
    if ((of === undefined || of === rating) && goTo(wanted)) awaited.current = wanted
    else window.history.replaceState({ ...here(), step, rating }, '')
  })
}

/** Back by a button of ours: the way the person came, where that is the way they came. */
export function goBack(to: string, goTo: () => void) {
  if (here().from === to) window.history.back()
  else goTo()
}
