import { addDays, instantAt, localDay } from './day'

/**
 * When the next figures come: today at the hour if that is still ahead, else tomorrow. Where nobody knows what day it is, the day
 * after the last ones; undefined before the first.
 */
export function nextRelease(lastOn: string | null, hour: number, now: number): number
export function nextRelease(lastOn: string | null, hour: number, now: number | undefined): number | undefined
export function nextRelease(lastOn: string | null, hour: number, now: number | undefined) {
  if (now === undefined) return lastOn === null ? undefined : instantAt(addDays(lastOn, 1), hour)
  const today = localDay(now)
  const isAhead = now < instantAt(today, hour) && lastOn !== today
  return instantAt(isAhead ? today : addDays(today, 1), hour)
}
