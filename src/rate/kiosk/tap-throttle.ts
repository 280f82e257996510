/** The least time between two taps that count, in milliseconds: a child that drums on the screen is one person. */
export const PACE = 4_000

/** What is left of it on a page that was loaded since, by a clock that may have been set back in between. */
export const paceLeft = (lastTap: number | undefined, now: number) =>
  lastTap === undefined ? 0 : Math.min(PACE, Math.max(0, lastTap + PACE - now))
