// Every time of the kiosk that a person notices or an operator may ask for, in milliseconds.

import { HOUR } from '../../lib/dates/day'

export const SECOND = 1_000

/** The idle screen speaks each language for so long, one after the other. */
export const LANGUAGE_TURN = 6 * SECOND

/** The question goes back to the idle screen when nobody has done anything for so long, and says so before. */
export const IDLE_AFTER = 45 * SECOND
export const WARNED_BEFORE = 20 * SECOND

/** The warning goes so long after a sign of life: the end of the touch must not fall on what takes its place. */
export const WARNING_STAYS = 700

/** A key counts when no other came for so long before and after it: a person's takes longer, a reader's does not. */
export const KEY_PAUSE = 300

/** Keys that come faster are a machine's. Readers take 5 to 30 milliseconds a key, those without a wire 50 to 80. */
export const MACHINE_PAUSE = 150

/** After a machine has typed, no key counts before so long a silence: a reader without a wire stutters. */
export const AFTER_BURST = SECOND

/** A key that is held longer lies under something. */
export const LONGEST_PRESS = SECOND

/** Keys that were pressed while the page was busy come so long after the page is free again. */
export const KEY_SETTLES = 50

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

/** A paired kiosk reports so often that it can be used. */
export const SIGN_EVERY = 5 * 60 * SECOND

/** The rest of the pause between two taps, on a page that was loaded since; the clock may have been set back. */
export const tapPauseLeft = (lastTap: number | undefined, now: number) =>
  lastTap === undefined ? 0 : Math.min(TAP_PAUSE, Math.max(0, lastTap + TAP_PAUSE - now))
