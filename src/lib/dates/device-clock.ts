import { DAY } from './day'

/** What the server's clock and this device's said when an answer came, in Unix milliseconds. */
export type Heard = { server: number; device: number }

/** An answer may come from a cache of the browser, with the date of yesterday. */
const CLOSE = 2 * DAY
/** After so long without an answer nobody knows what the clock of a device has done since. */
const LONG = 60 * DAY
/** Nothing that a page shows was noted earlier. */
const OLDEST = 400 * DAY
const AHEAD = 10 * 60_000

/** The server's time now, as well as a device can tell; undefined when it has heard nothing, or its clock was set since. */
export function serverNow(heard: Heard | undefined, now: number) {
  if (!heard) return undefined
  const since = now - heard.device
  if (since < -CLOSE || since > LONG) return undefined
  const isRight = Math.abs(heard.server - heard.device) <= CLOSE
  return isRight ? now : heard.server + Math.max(0, since)
}

/** An instant that a device noted, if its clock was right then and is now; else undefined: no date is better than a false one. */
export function trusted(instant: number, heard: Heard | undefined, now: number) {
  if (!heard || Math.abs(heard.server - heard.device) > CLOSE) return undefined
  const time = serverNow(heard, now)
  if (time === undefined || instant > time + AHEAD || instant < time - OLDEST) return undefined
  return instant
}
