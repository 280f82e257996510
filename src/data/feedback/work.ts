import { queryOptions } from '@tanstack/react-query'
import { cleanText } from '../../lib/text/clean-text'
import { supabase } from '../client'
import type { FeedbackKind } from './calls'
import type { FeedbackStateName } from './petitions'

/** A petition as its office's list has it: no word of what it says, nor of who wrote it. Days are YYYY-MM-DD. */
export type Petition = {
  id: string
  kind: FeedbackKind
  office_code: string
  procedure_code: string | null
  is_named: boolean
  state: FeedbackStateName
  received_on: string
  owner: string | null
  version: number
  closed_on: string | null
  is_late: boolean | null
  working_days: number | null
  is_content: boolean | null
  publication: 'published' | 'kept' | null
  refuse_due_on: string | null
  forward_due_on: string | null
  due_on: string | null
  publish_due_on: string | null
  is_escalated: boolean
  steps: { step: string; on_day: string; who: string | null; office: string; to_office: string | null }[]
}

/** The same with what it says: `texts` are those of the steps, in their order. */
export type ReadPetition = Petition & {
  text: string
  name?: string
  address?: string
  phone?: string
  texts: (string | null)[]
}

/** Of an office and all below it that the person may see. */
export const petitionsOf = (office: string) =>
  queryOptions({
    queryKey: ['petitions', office],
    queryFn: async () => {
      const { data } = await supabase.rpc('feedback_list', { office }).throwOnError()
      return data as Petition[]
    },
  })

/** Each reading is logged. Throws a Problem: not_allowed, feedback_forgotten, feedback_key_missing. */
export async function readPetition(id: string) {
  const { data } = await supabase.rpc('look_at_feedback', { feedback: id }).throwOnError()
  return data as ReadPetition
}

/** The masked texts of an office's petitions, by their ids. Each is a look, and logged. */
export async function maskedTexts(office: string) {
  const { data } = await supabase.rpc('feedback_texts', { office }).throwOnError()
  return new Map((data as { id: string; text: string }[]).map(({ id, text }) => [id, text]))
}

export type PetitionAction = 'take' | 'ask' | 'forward' | 'answer' | 'refuse' | 'publish' | 'keep'
export type PetitionFields = { text?: string; answer?: string; office?: string }

/** `seen` is the version that the person saw. Refusals: see public.act_on_feedback. */
export async function actOnPetition(done: {
  id: string
  action: PetitionAction
  seen: number
  fields?: PetitionFields
}) {
  const { id, action, seen, fields = {} } = done
  const cleaned = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, cleanText(text)]))
  await supabase.rpc('act_on_feedback', { feedback: id, action, seen: String(seen), fields: cleaned }).throwOnError()
}
