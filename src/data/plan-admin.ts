import { queryOptions } from '@tanstack/react-query'
import { cleanText } from '../lib/text/clean-text'
import { supabase } from './client'
import { base64Of } from './imports'
import type { ParIndex, PlanTargetChange, PlanValue } from './plan'

// Apart from plan.ts, which the public page loads without supabase-js.

/** A value as it was typed; the quarter by its first day. Empty numbers take back what was said. */
export type PlanValueDraft = {
  indicator_code: string
  office_code: string
  quarter: string
  value: string | null
  part: string | null
  whole: string | null
  as_of: string | null
  evidence: string
  link: string | null
  file: File | null
}

/** Adds an entry after the one that the person saw. Refusals: see public.save_plan_value. */
export async function savePlanValue({ draft, seen }: { draft: PlanValueDraft; seen: PlanValue | undefined }) {
  const { file, ...typed } = draft
  const entry = {
    ...typed,
    evidence: cleanText(typed.evidence),
    ...(file && { file: await base64Of(file), file_name: file.name }),
  }
  await supabase.rpc('save_plan_value', { entry, ...(seen && { seen: String(seen.id) }) }).throwOnError()
}

/** Who entered which entry when, by its number: the public sees neither. Empty for those who may not read the log. */
export const planAuthors = (office: string) =>
  queryOptions({
    queryKey: ['audit_log', 'plan_values', office],
    queryFn: async () => {
      const { data } = await supabase
        .from('audit_log')
        .select('key, at, who')
        .eq('subject', 'plan_values')
        .eq('office_code', office)
        .order('id', { ascending: false })
        .limit(1000)
        .throwOnError()
      return new Map(data.map(({ key, at, who }) => [Number(key), { at, who }]))
    },
  })

/** A target as it was typed, the day from which it holds, and the decision. */
export type TargetDraft = { indicator_code: string; target: string | null; valid_from: string | null; reason: string }

/** Refusals: see public.save_plan_target. */
export async function savePlanTarget({ draft, seen }: { draft: TargetDraft; seen: PlanTargetChange | undefined }) {
  const change = { ...draft, reason: cleanText(draft.reason) }
  await supabase.rpc('save_plan_target', { change, ...(seen && { seen: String(seen.id) }) }).throwOnError()
}

/** A year of a unit as it was typed; without a score the year is taken out. */
export type ParDraft = { [Column in keyof ParIndex]: string | null }

/** Refusals: see public.save_par_index. */
export async function saveParIndex({ par, seen }: { par: ParDraft; seen: ParIndex | undefined }) {
  await supabase.rpc('save_par_index', { par, ...(seen && { seen: { ...seen } }) }).throwOnError()
}
