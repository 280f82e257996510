import { queryOptions } from '@tanstack/react-query'
import { supabase } from './client'
import type { Database, Json } from './database-types'

export type OpeningOffice = {
  code: string
  name: string
  kind: string
  parent_code: string | null
  desk?: string | null
  gso_code?: string | null
}

/** A merger, a split, or both: from `on_date` on some offices are closed, others open, and take over the work. */
export type ReformPlan = {
  /** 'YYYY-MM-DD' */
  on_date: string
  legal_basis: string
  opening: OpeningOffice[]
  closing: string[]
  successions: { predecessor: string; successor: string }[]
  /** After a split: which successor works at which counter. */
  counters: { counter: string; successor: string }[]
}

/** The changes that a plan would make, or has made. */
export type ReformOutcome = {
  on_date: string
  opened: { code: string; name: string }[]
  closed: { code: string; name: string; successors: string[] }[]
  offerings: number
  counters: {
    /** The number of counters that lead to each office. */
    leads_to: Record<string, number>
    /** Codes of counters without a successor: their page names the offices that serve now. */
    closed: string[]
  }
  members: number
}

/** Without `confirmed` nothing stays changed: the answer is what would be. */
export async function reformOffices(plan: ReformPlan, confirmed: boolean) {
  const { data } = await supabase
    .rpc('reform_offices', { plan: plan as Json, confirmed: String(confirmed) })
    .throwOnError()
  return data as ReformOutcome
}

type Row = Database['public']['Functions']['reforms']['Returns'][number]
/** A reform that was carried out. `obstacle`: the key of what prevents that it is taken back, `obstacle_at` where. */
export type Reform = Omit<Row, 'legal_basis' | 'undone_at' | 'undone_by' | 'obstacle' | 'obstacle_at'> & {
  legal_basis: string | null
  undone_at: string | null
  undone_by: string | null
  obstacle: string | null
  obstacle_at: string | null
}

export const reforms = queryOptions({
  queryKey: ['reforms'],
  queryFn: async () => {
    const { data } = await supabase.rpc('reforms').throwOnError()
    return data as Reform[]
  },
})

/** Refusals: see public.undo_reform. */
export async function undoReform(id: number) {
  await supabase.rpc('undo_reform', { reform: String(id) }).throwOnError()
}
