import { queryOptions } from '@tanstack/react-query'
import type { Figure, Verdict } from '../lib/figure'
import { allRows } from './all-rows'
import { supabase } from './client'
import type { Enums } from './database-types'

export type Channel = Enums<'service_channel'>
export type Breakdown = 'all' | 'office' | 'procedure' | 'field' | 'channel' | 'trust' | 'month' | 'quarter' | 'year'

/** Months are 'YYYY-MM' and count by release. An office stands for itself and all below it. */
export type Selection = { office?: string; procedure?: string; channel?: Channel; from?: string; to?: string }

/** One sum over whole batches. The key is null where the batches name none; for channel and trust it is 'mixed'. */
export type SatisfactionRow = Figure & {
  key: string | null
  label: string | null
  score_1: number
  score_2: number
  score_3: number
  score_4: number
  score_5: number
}

/** Nothing published is no row. */
export const satisfactionBy = (by: Breakdown, { from, to, ...selection }: Selection = {}) =>
  queryOptions({
    queryKey: ['satisfaction', by, { ...selection, from, to }],
    queryFn: async () => {
      const asked = {
        by,
        ...selection,
        ...(from && { from_month: `${from}-01` }),
        ...(to && { to_month: `${to}-01` }),
      }
      const rows = await allRows((first, last) =>
        supabase.rpc('satisfaction', asked, { get: true }).range(first, last).throwOnError(),
      )
      return rows.map(row => ({ ...row, verdict: row.verdict as Verdict })) as SatisfactionRow[]
    },
  })
