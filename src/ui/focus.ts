/** A ref: moves the focus to an element as soon as it is on the page. */
export const focusWhenShown = (element: HTMLElement | null) => element?.focus()
