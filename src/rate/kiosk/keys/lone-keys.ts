import { AFTER_BURST, KEY_PAUSE, KEY_SETTLES, LONGEST_PRESS, MACHINE_PAUSE } from '../timing'

/** What matters of a KeyboardEvent; `timeStamp` is when the key moved, also where the page was too busy to listen. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'timeStamp' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'
>

type Listener = {
  /** A key that was pressed and let go by itself. */
  onLone: (key: string) => void
  /** The keys before this one, and this one, came as a machine types: what they did is to be undone. */
  onBurst: () => void
  /** The first key after a pause, before it does anything. */
  onFirst: () => void
}

/** They go from one thing to another and choose nothing, so a person may press them one right after the other. */
export const isMoving = (key: string) => /^(Tab|Shift|Arrow.+)$/.test(key)

/**
 * Tells a person's key from a reader of cards or codes, which types like a keyboard: up to eighty milliseconds a key,
 * and Enter at the end. A key counts when no other came for a while before and after it, when it was let go, and when it
 * did not repeat. All keys of a burst are left out, also those after a stutter in it.
 */
export function listenForLoneKeys({ onLone, onBurst, onFirst }: Listener) {
  let last = Number.NEGATIVE_INFINITY
  let lastKey = ''
  let isBurst = false
  let pressed: { key: string; at: number } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const forget = () => {
    clearTimeout(timer)
    timer = undefined
    pressed = undefined
  }

  const down = (event: KeyPress) => {
    const { key, timeStamp: at } = event
    const pause = at - last
    const isTyped = !isMoving(key) || (pause < KEY_PAUSE && !isMoving(lastKey))
    last = at
    lastKey = key
    forget()
    if (pause >= (isBurst ? AFTER_BURST : KEY_PAUSE)) {
      isBurst = false
      onFirst()
      const isPlain = !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing
      if (isPlain) pressed = { key, at }
    } else if (isTyped && pause < MACHINE_PAUSE && !event.repeat) {
      isBurst = true
      onBurst()
    }
  }

  const up = ({ key, timeStamp: at }: KeyPress) => {
    if (pressed?.key !== key || timer !== undefined) return
    const { at: downAt } = pressed
    if (at - downAt > LONGEST_PRESS) return forget()
    const count = () => {
      forget()
      onLone(key)
    }
    // In two steps: a page that was busy hears the end of the pause before the keys that came in it.
    timer = setTimeout(
      () => {
        timer = setTimeout(count, KEY_SETTLES)
      },
      Math.max(KEY_PAUSE - (at - downAt), KEY_SETTLES),
    )
  }

  return { down, up, forget }
}
