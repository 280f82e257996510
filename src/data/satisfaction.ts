import { queryOptions } from '@tanstack/react-query'
import type { Evidence, Figure, Verdict } from '../lib/figures/figure'
import type { Enums } from './database-types'
import { functionRows } from './public-api'
import type { Settings } from './settings'

export type Channel = Enums<'service_channel'>
export type Trust = Enums<'trust'>
export type Dimension =
  | 'all'
  | 'office'
  | 'procedure'
  | 'field'
  | 'channel'
  | 'trust'
  | 'month'
  | 'quarter'
  | 'year'
  | 'factor'

/**
 * The filters of a figure. Months are 'YYYY-MM' and count by release. An office includes all below it; with
 * `predecessors` also the offices whose work it took over, and all below those.
 */
export type Selection = {
  office?: string
  predecessors?: boolean
  procedure?: string
  field?: string
  channel?: Channel
  trust?: Trust
  from?: string
  to?: string
  /** Only the last twelve months, up to that of the last release; the database knows which they are. */
  headline?: boolean
}

/** One sum over whole batches. The key is null where the batches name none; for channel and trust it is 'mixed'. */
export type SatisfactionRow = Figure &
  Evidence & {
    key: string | null
    label: string | null
    score_1: number
    score_2: number
    score_3: number
    score_4: number
    score_5: number
    /** Per cent: what the verdict is held against, the target that was valid on the last day of the period. */
    target_percent: number
    /** The version of the method (public.method_versions). */
    method: string
    /** 'YYYY-MM': of a headline, the first and the last of its months; null for any other question. */
    first_month: string | null
    last_month: string | null
  }

/** The target of rows that share their period; where nothing is published it is that of today. */
export const targetOf = (rows: readonly (SatisfactionRow | undefined)[], rules: Settings) =>
  rows[0]?.target_percent ?? rules.target_percent

/** The same question about all time. */
export const withoutPeriod = ({ from: _, to: __, headline: ___, ...always }: Selection): Selection => always

/** The same as arguments of the functions that answer it: of satisfaction, answers and coverage. */
export const argumentsOf = ({ from, to, ...selection }: Selection) => ({
  ...selection,
  ...(from && { from_month: `${from}-01` }),
  ...(to && { to_month: `${to}-01` }),
})

/** Nothing published is no row. By 'factor', n is how often one was named, and satisfied how often it was praised. */
export const satisfactionBy = (by: Dimension, selection: Selection = {}) =>
  queryOptions({
    queryKey: ['satisfaction', by, selection],
    queryFn: async () => {
      const rows = await functionRows('satisfaction', { by, ...argumentsOf(selection) })
      return rows.map(row => ({ ...row, verdict: row.verdict as Verdict })) as SatisfactionRow[]
    },
  })
