import { queryOptions } from '@tanstack/react-query'
import { cleanText } from '../lib/text/clean-text'
import { supabase } from './client'
import { functionRows } from './public-api'

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

/** For everybody, by quarter: how many there were, how many were looked into, and how many held something. */
export const signalTotals = queryOptions({
  queryKey: ['signal_totals'],
  queryFn: () => functionRows('signal_totals', {}),
})
