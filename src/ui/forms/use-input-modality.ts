import { useRef } from 'react'

/**
 * Tells a tap on a radio button from a choice by arrow key: a tap is an answer, an arrow only moves on. Spread
 * `listeners` on the group; ask `isByKey()` in the radio's click, which browsers send for both.
 */
export function useInputModality() {
  const isKeyDown = useRef(false)
  return {
    isByKey: () => isKeyDown.current,
    listeners: {
      onKeyDown: () => {
        isKeyDown.current = true
      },
      onKeyUp: () => {
        isKeyDown.current = false
      },
      onPointerDown: () => {
        isKeyDown.current = false
      },
    },
  }
}
