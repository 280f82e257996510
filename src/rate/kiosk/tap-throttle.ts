import { TAP_PAUSE } from './timing'

/** What is left of the pause between two taps on a page that was loaded since, by a clock that may have been set back in between. */
export const tapPauseLeft = (lastTap: number | undefined, now: number) =>
  lastTap === undefined ? 0 : Math.min(TAP_PAUSE, Math.max(0, lastTap + TAP_PAUSE - now))
