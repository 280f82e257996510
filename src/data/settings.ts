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
  /** Per cent of visit codes that an office may make above the dossiers it reports. */
  visit_code_margin: number
  /** Days after which a batched rating is deleted. */
  retention_days: number
  /** Working days until a comment or a petition should have its answer. */
  answer_days: number
  feedback_refuse_days: number
  feedback_ask_days: number
  feedback_forward_days: number
  feedback_handle_days: number
  feedback_publish_days: number
  feedback_retention_days: number
  feedback_daily_limit: number
  agency_name: string | null
  /** A telephone number or an address for help, in the agency's own words. */
  hotline: string | null
  /** A name for the logo that is stored, see logo.ts; null when there is none. */
  logo: string | null
  /** Made-up ratings are shown. */
  illustrative: boolean
  /** Local day, 'YYYY-MM-DD'; null before the first. */
  last_release_on: string | null
  /** The site's address as posters print it; null when it is that of the page itself. */
  public_address: string | null
}

export const settings = queryOptions({
  queryKey: ['settings'],
  queryFn: async () => {
    const rows = await tableRows('settings', settingsQuery)
    return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as Settings
  },
})
