/** A ref: what appears after an action takes the focus, so that whoever cannot see the page hears it. */
export const focusOnMount = (element: HTMLElement | null) => element?.focus()
