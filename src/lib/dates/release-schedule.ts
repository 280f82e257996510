/** Việt Nam has one clock and no summer time. */
const OFFSET = 7 * 3_600_000
const DAY = 86_400_000

/** The local day of an instant, 'YYYY-MM-DD'. */
export const localDay = (instant: number) => new Date(instant + OFFSET).toISOString().slice(0, 10)

/** The instant of a full hour on a local day. */
export const releaseOn = (day: string, hour: number) => Date.parse(`${day}T00:00:00Z`) - OFFSET + hour * 3_600_000

/** When the next figures come: today at the hour if that is still ahead, else tomorrow. */
export function nextRelease(lastOn: string | null, hour: number, now: number) {
  const today = localDay(now)
  const isAhead = now < releaseOn(today, hour) && lastOn !== today
  return releaseOn(isAhead ? today : localDay(now + DAY), hour)
}
