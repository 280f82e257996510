/** A ref: what appears after an action takes the focus, so that whoever cannot see the page hears it. */
export const focusOnMount = (element: HTMLElement | null) => element?.focus()

/** The same for the heading of a new screen, without scrolling to it. */
export const focusHeadingOnMount = (heading: HTMLElement | null) => heading?.focus({ preventScroll: true })
