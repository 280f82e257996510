import { queryOptions } from '@tanstack/react-query'
import { supabase } from './client'
import type { Database } from './database-types'

type Row = Database['public']['Functions']['visit_batches']['Returns'][number]
/** Codes that were made together. `used` counts in tens as of the last release; null for fewer than a batch has. */
export type VisitBatch = Omit<Row, 'procedure_code' | 'used'> & { procedure_code: string | null; used: number | null }

export const visitBatches = (office: string) =>
  queryOptions({
    queryKey: ['visit_batches', office],
    queryFn: async () => {
      const { data } = await supabase.rpc('visit_batches', { office }).throwOnError()
      return data as VisitBatch[]
    },
  })

export type VisitOrder = {
  office: string
  procedure: string | null
  channel: Row['channel']
  count: number
  /** The last day, 'YYYY-MM-DD'. */
  expires_on: string
}

/** Answers with the codes, this once. Refusals: see private.create_visit_codes. */
export async function makeVisitCodes({ procedure, ...order }: VisitOrder) {
  // The generated types know no null for an argument.
  const { data } = await supabase.rpc('make_visit_codes', { ...order, procedure: procedure as string }).throwOnError()
  return data as string[]
}
