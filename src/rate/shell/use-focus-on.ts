import { useOnChange } from '../../ui/use-on-change'

/** How far down a heading may end, as a part of the screen: below it there must be room for the first answer. */
const LOWEST = 0.6
/** Pixels that stay above a heading. */
const ABOVE = 8

/**
 * Moves the focus with every step, for screen readers and the keyboard: to a field with an error if there is one, else
 * to the heading. `before`: the step on a page that this one replaces.
 */
export function useFocusOn(step: string, before = step) {
  useOnChange(
    step,
    () => {
      window.scrollTo(0, 0)
      const mistake = document.querySelector<HTMLElement>('main [aria-invalid="true"]')
      const next = mistake ?? document.querySelector<HTMLElement>('main h1')
      next?.focus({ preventScroll: true })
      // With large text what stands above it fills the screen, and the page would seem not to have gone on.
      const { top, bottom } = next?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
      if (bottom > window.innerHeight * LOWEST) window.scrollBy(0, top - ABOVE)
    },
    before,
  )
}
