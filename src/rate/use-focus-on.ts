import { useEffect, useRef } from 'react'

/** What is shown next replaces what was: whoever reads by ear or by keyboard has to be taken along. */
export function useFocusOn(step: string) {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [step])
}
