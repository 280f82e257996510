/** The ref of a screen's heading: with every screen no focus stays on a face, and a screen reader reads the heading. */
export const focusHeading = (heading: HTMLElement | null) => heading?.focus({ preventScroll: true })
