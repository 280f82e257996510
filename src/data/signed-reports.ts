import { queryOptions } from '@tanstack/react-query'
import type { ReportClass, SignedReport } from '../lib/figures/report'
import { functionRows, tableRows } from './public-api'
import { rpc } from './rpc'

export type SignedRow = {
  period: string
  version: number
  known: number
  tenths: number | null
  class: ReportClass | null
  signed_on: string
}

/** Which reports of an office are signed, the latest first. */
export const signedReportsOf = (office: string) =>
  queryOptions({
    queryKey: ['signed_reports', office],
    queryFn: async () => (await functionRows('signed_reports', { office })) as SignedRow[],
  })

/** The nine indices in the words of the circular. */
export const reportIndices = queryOptions({
  queryKey: ['report_indices'],
  queryFn: () => tableRows('report_indices', { order: 'index' }),
})

/** One of them, as the head of the office signed it. */
export const signedReport = (office: string, period: string) =>
  queryOptions({
    queryKey: ['signed_reports', office, period],
    queryFn: () => rpc<SignedReport>('signed_report', { office, period }, { method: 'GET' }),
  })
