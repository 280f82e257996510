import { useEffect, useEffectEvent } from 'react'
import { isMoving, listenForLoneKeys } from './lone-keys'
import { keepFocus } from './use-lone-keys'

const LONGEST_PIN = 8

/** So many keys one right after the other are no slip of two fingers. */
const LEAST_BURST = 3

/** A person with quick fingers types no more than this. */
const isPinOf = (keys: string[]) =>
  keys.every(key => /^\d$|^Backspace$/.test(key)) && keys.filter(key => key !== 'Backspace').length <= LONGEST_PIN

/** A field for a code: people type one faster than a PIN, and paste it. A reader's text there is only a wrong code. */
const isForCode = ({ target }: Event) => target instanceof Element && target.closest('[data-code]') !== null

/**
 * Takes back what a reader of cards or codes types into the fields for a PIN. `keep` remembers what they hold, and
 * returns how to bring that back.
 */
export function useBurstGuard(keep: () => () => void) {
  const keepFields = useEffectEvent(keep)
  useEffect(() => {
    let restore = () => {}
    let typed: string[] = []
    let fast = 0
    let isDropped = false
    let focused: Element | null = null
    const keys = listenForLoneKeys({
      onLone: () => {},
      onFirst: () => {
        const [goBack, putBack] = [keepFocus(), keepFields()]
        restore = () => {
          putBack()
          goBack()
        }
        typed = []
        isDropped = false
      },
      onBurst: () => {
        fast++
      },
    })
    const down = (event: KeyboardEvent) => {
      if (isForCode(event)) return
      // No reader takes the focus elsewhere without a key.
      const isElsewhere = typed.length > 0 && document.activeElement !== focused && !isMoving(typed.at(-1) ?? '')
      if (isElsewhere && !isDropped) return
      const before = fast
      keys.down(event)
      if (fast === before) fast = 0
      typed.push(event.key)
      focused = document.activeElement
      if (fast >= LEAST_BURST && !isPinOf(typed)) isDropped = true
      if (!isDropped) return
      event.preventDefault()
      event.stopPropagation()
      restore()
    }
    // A reader may also paste, or write as an input method does, all at once and without a key.
    const insert = (event: InputEvent) => {
      if (!isForCode(event) && (event.data?.length ?? 0) > LONGEST_PIN) event.preventDefault()
    }
    window.addEventListener('keydown', down, true)
    window.addEventListener('beforeinput', insert, true)
    return () => {
      window.removeEventListener('keydown', down, true)
      window.removeEventListener('beforeinput', insert, true)
    }
  }, [])
}
