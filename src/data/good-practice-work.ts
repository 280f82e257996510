import { queryOptions } from '@tanstack/react-query'
import { cleanText } from '../lib/text/clean-text'
import { supabase } from './client'
import type { Tables } from './database-types'
import { paginate } from './paginate'

/** A nomination of a comment, and what became of it. */
export type NominatedPraise = Tables<'praises'>
/** That an officer agreed to be named; without a name when it is over. */
export type NameConsent = Tables<'name_consents'>
/** One version of what an office says of a quarter in which it improved. */
export type PracticeNote = Tables<'practice_notes'>
export const consentForms = ['paper', 'message', 'in_person'] as const

/** Of all offices that the person may see, the latest first. */
export const nominatedPraise = queryOptions({
  queryKey: ['praises'],
  queryFn: () =>
    paginate((from, to) =>
      supabase
        .from('praises')
        .select()
        .order('nominated_at', { ascending: false })
        .order('id')
        .range(from, to)
        .throwOnError(),
    ),
})

/** Those that hold: one a praise at most. */
export const nameConsents = queryOptions({
  queryKey: ['name_consents'],
  queryFn: () =>
    paginate((from, to) =>
      supabase.from('name_consents').select().is('ended_at', null).order('id').range(from, to).throwOnError(),
    ),
})

/** The masked texts of comments, by their ids. */
export const commentTexts = (ids: string[]) =>
  queryOptions({
    queryKey: ['comments', 'texts', ids],
    queryFn: async () => {
      const { data } = await supabase.from('comments').select('id, text').in('id', ids).throwOnError()
      return new Map(data.map(({ id, text }) => [id, text]))
    },
  })

/** Every version of every note, the latest first. */
export const practiceNotes = queryOptions({
  queryKey: ['practice_notes'],
  queryFn: () =>
    paginate((from, to) =>
      supabase
        .from('practice_notes')
        .select()
        .order('version', { ascending: false })
        .order('id')
        .range(from, to)
        .throwOnError(),
    ),
})

export async function nominatePraise(comment: string) {
  await supabase.rpc('nominate_praise', { comment }).throwOnError()
}

export type PraiseDecision = 'publish' | 'decline' | 'take_down'

/** `seen` is the version that the person saw. Refusals: see public.decide_praise. */
export async function decidePraise(done: {
  id: string
  seen: number
  decision: PraiseDecision
  text: string
  name: boolean
}) {
  const { id, seen, decision, name } = done
  const text = cleanText(done.text)
  const fields = decision === 'publish' ? { text, name: String(name) } : { reason: text }
  await supabase.rpc('decide_praise', { praise: id, seen: String(seen), decision, fields }).throwOnError()
}

export async function recordConsent({ praise, name, form }: { praise: string; name: string; form: string }) {
  await supabase.rpc('record_name_consent', { praise, officer_name: cleanText(name), form }).throwOnError()
}

/** The name is gone from everywhere at once. */
export async function revokeConsent(praise: string) {
  await supabase.rpc('revoke_name_consent', { praise }).throwOnError()
}

type NoteOf = { office: string; quarter: string }

/** `seen` is the last version that the person saw. */
export async function saveNote({ office, quarter, text, seen }: NoteOf & { text: string; seen: number | undefined }) {
  await supabase
    .rpc('save_practice_note', {
      office,
      quarter,
      text: cleanText(text),
      ...(seen !== undefined && { seen: String(seen) }),
    })
    .throwOnError()
}

export type NoteDecision = 'publish' | 'return' | 'take_down'

export async function decideNote(done: NoteOf & { version: number; decision: NoteDecision; reason: string }) {
  const { office, quarter, version, decision } = done
  const reason = cleanText(done.reason)
  await supabase
    .rpc('decide_practice_note', { office, quarter, version: String(version), decision, ...(reason && { reason }) })
    .throwOnError()
}
