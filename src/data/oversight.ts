import { queryOptions } from '@tanstack/react-query'
import { cleanText } from '../lib/text/clean-text'
import { supabase } from './client'
import { tableRows } from './public-api'

/** A proposal to void a batch, as the auditor and the coordinator see it. */
export type VoidProposal = {
  id: number
  batch: number
  office: string
  n: number
  released_on: string
  reason: string
  proposed_by: string
  proposed_on: string
  open_until: string
  state: 'open' | 'confirmed' | 'withdrawn' | 'lapsed'
  decided_by: string | null
  decided_on: string | null
  is_mine: boolean
}

export const voidProposals = queryOptions({
  queryKey: ['void_proposals'],
  queryFn: async () => {
    const { data } = await supabase.rpc('void_proposals').throwOnError()
    return data as VoidProposal[]
  },
})

/** The batch of a number as it is typed; null where there is none. */
export const batchNumbered = (number: string) =>
  queryOptions({
    queryKey: ['batches', 'number', number],
    queryFn: async () => {
      const [batch] = await tableRows('batches', { number: `eq.${number}`, voids: 'is.null', order: 'number' })
      return batch ?? null
    },
  })

/** Refusals: see public.propose_void. */
export async function proposeVoid({ batch, reason }: { batch: string; reason: string }) {
  await supabase.rpc('propose_void', { batch: batch.trim(), reason: cleanText(reason) }).throwOnError()
}

/** Refusals: see public.confirm_void. */
export async function confirmVoid({ id }: VoidProposal) {
  await supabase.rpc('confirm_void', { proposal: String(id) }).throwOnError()
}

export async function withdrawVoid({ id }: VoidProposal) {
  await supabase.rpc('withdraw_void', { proposal: String(id) }).throwOnError()
}

export type SignalKind =
  | 'devices'
  | 'hours'
  | 'set_aside'
  | 'visit_codes'
  | 'kiosk_off'
  | 'same_comments'
  | 'fives_alone'
  | 'little_variance'

/** Where an office stands out from the others of a quarter: a question. The reviews are what was looked into, the last first. */
export type Signal = {
  id: number
  office: string
  quarter: string
  kind: SignalKind
  observed: number
  of: number
  expected: number
  threshold: number
  reviews: { found: boolean; note: string; by: string; on: string }[]
}

/** Of the offices below one's own. */
export const signals = queryOptions({
  queryKey: ['signals'],
  queryFn: async () => {
    const { data } = await supabase.rpc('signals').throwOnError()
    return data as Signal[]
  },
})

export type ReviewDraft = { id: number; found: string; note: string }

/** Refusals: see public.review_signal. */
export async function reviewSignal({ id, found, note }: ReviewDraft) {
  await supabase.rpc('review_signal', { signal: String(id), was_found: found, note: cleanText(note) }).throwOnError()
}
