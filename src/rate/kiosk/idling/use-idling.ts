import { useEffect, useEffectEvent, useState } from 'react'
import { IDLE_AFTER, SECOND, WARNED_BEFORE, WARNING_STAYS } from '../timing'

/**
 * What a person does who is still there, with the finger, a mouse, keys, a switch, or a screen reader that explores. Screen
 * readers and voice control press a button by a click alone.
 */
const signs = [
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchmove',
  'wheel',
  'scroll',
  'keydown',
  'focusin',
  'click',
] as const

/**
 * Calls back when nobody has done anything for a while. Returns the seconds until then, once a person ought to be asked
 * whether they are still there.
 */
export function useIdling(isCounting: boolean, onIdle: () => void): number | undefined {
  const [left, setLeft] = useState<number>()
  const idle = useEffectEvent(onIdle)

  useEffect(() => {
    if (!isCounting) return
    let timer: ReturnType<typeof setTimeout>
    let hiding: ReturnType<typeof setTimeout>
    const count = (seconds: number) => {
      if (seconds === 0) return idle()
      setLeft(seconds)
      timer = setTimeout(() => count(seconds - 1), SECOND)
    }
    const start = () => {
      clearTimeout(timer)
      clearTimeout(hiding)
      hiding = setTimeout(() => setLeft(undefined), WARNING_STAYS)
      timer = setTimeout(() => count(WARNED_BEFORE / SECOND), IDLE_AFTER - WARNED_BEFORE)
    }
    let before = ''
    const move = ({ screenX, screenY }: PointerEvent) => {
      // Browsers report a pointer that rests, too, when what is below it changes.
      const here = `${screenX} ${screenY}`
      if (before && here !== before) start()
      before = here
    }
    start()
    for (const sign of signs) window.addEventListener(sign, start, { capture: true, passive: true })
    window.addEventListener('pointermove', move, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      clearTimeout(hiding)
      setLeft(undefined)
      for (const sign of signs) window.removeEventListener(sign, start, { capture: true })
      window.removeEventListener('pointermove', move, { capture: true })
    }
  }, [isCounting])
  return left
}
