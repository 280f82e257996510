import { useEffect, useEffectEvent } from 'react'

type Events = WindowEventMap & DocumentEventMap

type Options = {
  /** `visibilitychange` reaches the window in no Safari before 14: listen for it at the document. */
  target?: Window | Document
  /** False while nothing is to be listened for. */
  when?: boolean
}

/** Calls the latest `handler` for every event of the window, or of another target. */
export function useDomEvent<K extends keyof Events>(
  type: K,
  handler: (event: Events[K]) => void,
  { target, when = true }: Options = {},
) {
  const handle = useEffectEvent(handler)
  useEffect(() => {
    if (!when) return
    const listen = (event: Event) => handle(event as Events[K])
    const at = target ?? window
    at.addEventListener(type, listen)
    return () => at.removeEventListener(type, listen)
  }, [type, target, when])
}
