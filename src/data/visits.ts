import { queryOptions } from '@tanstack/react-query'
import { supabase } from './client'
import type { Database } from './database-types'

type Row = Database['public']['Functions']['visit_batches']['Returns'][number]
/** Codes that were made together. Nobody is told how many of them were used. */
export type VisitBatch = Omit<Row, 'procedure_code'> & { procedure_code: string | null }

export const visitBatches = (office: string) =>
  queryOptions({
    queryKey: ['visit_batches', office],
    queryFn: async () => {
      const { data } = await supabase.rpc('visit_batches', { office }).throwOnError()
      return data as VisitBatch[]
    },
  })

/** How many codes an office made and how many were used, by quarter that is over; used in whole tens. */
export const visitCodeTotals = (office: string) =>
  queryOptions({
    queryKey: ['visit_code_totals', office],
    queryFn: async () => {
      const wanted = supabase
        .from('visit_code_totals')
        .select('quarter, made, made_by_software, used')
        .eq('office_code', office)
      const { data } = await wanted.order('quarter', { ascending: false }).throwOnError()
      return data
    },
  })

/** How many codes the office may make in this calendar month, and how many it has made. */
export const visitCodeAllowance = (office: string) =>
  queryOptions({
    queryKey: ['visit_code_allowance', office],
    queryFn: async () => {
      const { data } = await supabase.rpc('visit_code_allowance', { office }).throwOnError()
      return data as { limit: number; made: number }
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
export async function makeVisitCodes({ procedure, count, ...order }: VisitOrder) {
  // The generated types know no null for an argument.
  const args = { ...order, count: String(count), procedure: procedure as string }
  const { data } = await supabase.rpc('make_visit_codes', args).throwOnError()
  return data as string[]
}

type KeyRow = Database['public']['Functions']['visit_keys']['Returns'][number]
/** A key of an office's one-stop software, by its name and its last four characters. */
export type VisitKey = Omit<KeyRow, 'revoked_on'> & { revoked_on: string | null }

export const visitKeys = (office: string) =>
  queryOptions({
    queryKey: ['visit_keys', office],
    queryFn: async () => {
      const { data } = await supabase.rpc('visit_keys', { office }).throwOnError()
      return data as VisitKey[]
    },
  })

/** Answers with the key, this once. Refusals: see public.make_visit_key. */
export async function makeVisitKey(office: string, name: string) {
  const { data } = await supabase.rpc('make_visit_key', { office, name }).throwOnError()
  return data as { id: number; key: string }
}

export async function revokeVisitKey(id: number) {
  await supabase.rpc('revoke_visit_key', { key: String(id) }).throwOnError()
}
