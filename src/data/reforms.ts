import { supabase } from './client'
import type { Json } from './database-types'

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
  const { data } = await supabase.rpc('reform_offices', { plan: plan as Json, confirmed }).throwOnError()
  return data as ReformOutcome
}
