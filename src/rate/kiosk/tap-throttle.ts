import { TAP_PAUSE } from './timing'

/** The rest of the pause between two taps, on a page that was loaded since; the clock may have been set back. */
export const tapPauseLeft = (lastTap: number | undefined, now: number) =>
  lastTap === undefined ? 0 : Math.min(TAP_PAUSE, Math.max(0, lastTap + TAP_PAUSE - now))
