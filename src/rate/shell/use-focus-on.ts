import { useOnChange } from '../../ui/use-on-change'

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
    },
    before,
  )
}
