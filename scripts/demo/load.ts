import { addDays, localDay } from '../../src/lib/dates/day.ts'
import { adminClient } from '../admin/client.ts'
import { addMonths } from './calendar.ts'
import { type IllustrativeRating, ratingsOfDay } from './ratings.ts'

/** Of the days. */
export type Progress = { done: number; total: number; month: string }
type Options = {
  /** Where the API is, without `/rest/v1`. */
  url: string
  secretKey: string
  onProgress?: (progress: Progress) => void
  /** The ratings end on the day before. */
  asOf?: Date
  months?: number
  /** 1 gives about 10,000 ratings. */
  scale?: number
  seed?: string
}

/** The days to enter, also those without ratings, because a release happens every day. */
function daysToEnter({ asOf = new Date(), months = 18 }: Partial<Options>) {
  const today = localDay(asOf.getTime())
  const days: string[] = []
  for (let day = addMonths(today, -months); day < today; day = addDays(day, 1)) days.push(day)
  return days
}

const withRatings = (day: string, { seed = 'hai-long', scale = 1 }: Partial<Options>) => ({
  day,
  ratings: ratingsOfDay(day, seed, scale),
})

/** The days to enter, each with its ratings. */
export const illustrativeDays = (options: Partial<Options>): { day: string; ratings: IllustrativeRating[] }[] =>
  daysToEnter(options).map(day => withRatings(day, options))

/**
 * Enters made-up ratings through a running server, a week a request, released day by day. Each request is one
 * transaction: interrupted and started again, it goes on after the last day that was released. The ratings of a week are made
 * when it is sent: all of them at once take seconds, in which a slow machine would lose its connection to the server.
 */
export async function loadIllustrativeRatings(options: Options): Promise<{ ratings: number; batches: number }> {
  const call = adminClient(options.url, options.secretKey)
  const released = await lastRelease(options)
  const days = daysToEnter(options).filter(day => released === null || day >= released)
  let ratings = 0
  let batches = 0
  for (let i = 0; i < days.length; i += 7) {
    const week = days.slice(i, i + 7).map(day => withRatings(day, options))
    const answer = await call<{ batches: number }>('enter_illustrative_ratings', { days: week })
    ratings += week.reduce((sum, day) => sum + day.ratings.length, 0)
    batches = answer.batches
    options.onProgress?.({ done: i + week.length, total: days.length, month: week[0]?.day.slice(0, 7) ?? '' })
  }
  return { ratings, batches }
}

/** The local day of the last release, which brought in the ratings of the day before; null before the first. */
async function lastRelease({ url, secretKey }: Options): Promise<string | null> {
  const setting = new URL('/rest/v1/settings?key=eq.last_release_on&select=value', url)
  const response = await fetch(setting, { headers: { apikey: secretKey } })
  const [row] = (await response.json()) as { value: string | null }[]
  return row?.value ?? null
}
