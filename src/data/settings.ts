import { queryOptions } from '@tanstack/react-query'
import { settingsQuery } from './api-path'
import { tableRows } from './public-api'

/** The public ones. */
export type Settings = {
  /** The fewest ratings that are published together. */
  min_batch: number
  /** Local hour, Asia/Ho_Chi_Minh. */
  release_hour: number
  target_percent: number
  /** How long a rating is kept once it is in a batch. */
  retention_days: number
  /** Working days until a comment or a petition should have its answer. */
  answer_days: number
  agency_name: string | null
  /** What people call when something does not work; the agency's own words. */
  hotline: string | null
  /** A name for the logo that is stored, see logo.ts; null when there is none. */
  logo: string | null
  /** Made-up ratings are shown. */
  illustrative: boolean
  /** Local day, 'YYYY-MM-DD'; null before the first. */
  last_release_on: string | null
  /** Where phones find the site, as posters print it; null when that is the address of the page itself. */
  public_address: string | null
}

export const settings = queryOptions({
  queryKey: ['settings'],
  queryFn: async () => {
    const rows = await tableRows('settings', settingsQuery)
    return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Settings
  },
})
