import { useEffect, useEffectEvent } from 'react'

type Options = {
  /** False while it does not run. */
  when?: boolean
  /** It begins anew with every other value. */
  restartOn?: unknown
  /** Calls again and again instead of once. */
  isRepeated?: boolean
}

/** Calls the latest `work` after so many milliseconds. */
export function useTimer(
  milliseconds: number,
  work: () => void,
  { when = true, restartOn, isRepeated = false }: Options = {},
) {
  const run = useEffectEvent(work)
  // `restartOn` is not read; the time begins anew with another value.
  useEffect(() => {
    if (!when) return
    const timer = isRepeated ? setInterval(run, milliseconds) : setTimeout(run, milliseconds)
    return () => (isRepeated ? clearInterval(timer) : clearTimeout(timer))
  }, [milliseconds, when, restartOn, isRepeated])
}
