import { useEffect, useState } from 'react'
import { type OutgoingState, outgoing } from '../../data/outgoing'

/** What of a petition still waits on this device; undefined until that is known. */
export function useOutgoing(code: string) {
  const [state, setState] = useState<OutgoingState>()
  // The outbox is a store outside of React, and answers later.
  useEffect(() => {
    let isShown = true
    const look = async () => {
      const found = await outgoing().stateOf(code)
      if (isShown) setState(found)
    }
    void look()
    const stop = outgoing().subscribe(() => void look())
    return () => {
      isShown = false
      stop()
    }
  }, [code])
  return state
}
