/** The least time between two taps that count, in milliseconds: a child that drums on the screen is one person. */
export const TAP_PAUSE = 4_000

/** What is left of it on a page that was loaded since, by a clock that may have been set back in between. */
export const tapPauseLeft = (lastTap: number | undefined, now: number) =>
  lastTap === undefined ? 0 : Math.min(TAP_PAUSE, Math.max(0, lastTap + TAP_PAUSE - now))
