import { type Heard, serverNow, trusted } from '../lib/dates/device-clock'
import { lastAnswer } from './rpc'

/**
 * The clock of a phone may be wrong by years, and a person is shown no date of 2029. What the server's clock said with its last
 * answer is kept on the device, for pages that open without a signal. It is kept here, where dates are asked for: the script that
 * stores a tap has no room for it.
 */
const KEY = 'clock'

function heard(): Heard | undefined {
  const [date, device] = lastAnswer ?? []
  const heard = date && device ? { server: Date.parse(date), device } : undefined
  try {
    if (!heard) return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined
    localStorage.setItem(KEY, JSON.stringify(heard))
  } catch {
    // Storage that is full or forbidden: the page itself still knows.
  }
  return heard
}

/** The server's time now, in Unix milliseconds; undefined where it is not known. */
export const timeNow = () => serverNow(heard(), Date.now())

/** An instant that this device noted; undefined where its clock was wrong, or may have been. */
export const believed = (instant: number) => trusted(instant, heard(), Date.now())
