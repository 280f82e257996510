import { addDays, instantAt, localDay } from './day'

/** When the next figures come: today at the hour if that is still ahead, else tomorrow. */
export function nextRelease(lastOn: string | null, hour: number, now: number) {
  const today = localDay(now)
  const isAhead = now < instantAt(today, hour) && lastOn !== today
  return instantAt(isAhead ? today : addDays(today, 1), hour)
}
