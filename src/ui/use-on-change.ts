import { useEffect, useEffectEvent, useRef } from 'react'

/** Runs the work once the page shows another `value`; not for the first one. `before`: a value that was shown already. */
export function useOnChange(value: string, work: () => void, before = value) {
  const shown = useRef(before)
  const run = useEffectEvent(work)
  useEffect(() => {
    if (shown.current === value) return
    shown.current = value
    run()
  }, [value])
}
