import { useEffect, useEffectEvent, useRef } from 'react'
import { listenForLoneKeys } from './lone-keys'

const isPressing = ({ key }: KeyboardEvent) => key === 'Enter' || key === ' '

/** Where the keyboard was, and how to go back there. */
export function keepFocus() {
  const focused = document.activeElement
  return () => {
    if (document.activeElement === focused) return
    if (focused instanceof HTMLElement && focused.isConnected && focused !== document.body) {
      focused.focus({ preventScroll: true })
    } else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
}

/**
 * Calls back for the keys that a person pressed. Enter and the space bar press the focused button only then; what the
 * keys of a reader have moved is moved back. A key that was pressed on another screen is forgotten.
 */
export function useLoneKeys(isListening: boolean, screen: string, onKey: (key: string) => void) {
  const isListeningNow = useEffectEvent(() => isListening)
  const heard = useEffectEvent((key: string) => {
    const focused = document.activeElement
    if (key !== 'Enter' && key !== ' ') onKey(key)
    else if (focused instanceof HTMLButtonElement) focused.click()
  })
  const forget = useRef(() => {})

  // Also while it does not listen: a burst may begin before and end after.
  useEffect(() => {
    let goBack = () => {}
    const keys = listenForLoneKeys({
      onLone: heard,
      onFirst: () => {
        goBack = keepFocus()
      },
      onBurst: () => isListeningNow() && goBack(),
    })
    forget.current = keys.forget
    const down = (event: KeyboardEvent) => {
      keys.down(event)
      if (isListeningNow() && isPressing(event)) event.preventDefault()
    }
    const up = (event: KeyboardEvent) => {
      keys.up(event)
      // A browser presses a button when the space bar is let go.
      if (isListeningNow() && isPressing(event)) event.preventDefault()
    }
    window.addEventListener('keydown', down, true)
    window.addEventListener('keyup', up, true)
    return () => {
      keys.forget()
      window.removeEventListener('keydown', down, true)
      window.removeEventListener('keyup', up, true)
    }
  }, [])

  // They are not read; a key counts on the screen on which it was pressed.
  useEffect(() => () => forget.current(), [screen, isListening])
}
