// Every time of the kiosk that a person notices or an operator may ask for, in milliseconds.

import { HOUR } from '../../lib/dates/day'

export const SECOND = 1_000

/** The idle screen speaks each language for so long, one after the other. */
export const LANGUAGE_TURN = 6 * SECOND

/** The question goes back to the idle screen when nobody has touched anything for so long. */
export const IDLE_AFTER = 45 * SECOND

/** The least time between two taps that count: a child that drums on the screen is one person. */
export const TAP_PAUSE = 4 * SECOND

/** The thanks are shown for so long; "next" is offered after TAP_PAUSE. */
export const THANKS_SHOWN_FOR = 6 * SECOND

/** The PIN pad closes when no digit was typed for so long, so that nobody finds it open. */
export const PIN_PAD_CLOSES_AFTER = 20 * SECOND

/** The wait after a wrong PIN: it doubles with every further one, up to the longest. */
export const FIRST_PIN_WAIT = SECOND
export const LONGEST_PIN_WAIT = 15 * 60 * SECOND

/** The counter's name and the published figure are asked for again so often, and sooner after a lost request. */
export const REFRESH_EVERY = HOUR
export const RETRY_AFTER = 15 * SECOND

/** The rest of the pause between two taps, on a page that was loaded since; the clock may have been set back. */
export const tapPauseLeft = (lastTap: number | undefined, now: number) =>
  lastTap === undefined ? 0 : Math.min(TAP_PAUSE, Math.max(0, lastTap + TAP_PAUSE - now))
