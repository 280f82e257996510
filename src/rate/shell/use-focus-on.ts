import { useOnChange } from '../../ui/use-on-change'

/**
 * What is shown next replaces what was: whoever reads by ear or by keyboard has to be taken along; to the field that
 * needs mending if there is one, else to the head. `before`: what was shown on a page that this one replaces.
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
