import { queryOptions } from '@tanstack/react-query'
import { daysBetween, localDay } from '../lib/dates/day'
import { cleanText } from '../lib/text/clean-text'
import { supabase } from './client'
import type { Tables } from './database-types'
import { paginate } from './paginate'

/** A comment as its office may read it: masked, with its batch, in random order. */
export type Comment = Tables<'comments'>
export type ReplyTemplate = { name: string; text: string }

export const commentsOf = (office: string) =>
  queryOptions({
    queryKey: ['comments', office],
    queryFn: () =>
      paginate((from, to) =>
        supabase
          .from('comments')
          .select()
          .eq('office_code', office)
          .order('released_on', { ascending: false })
          .order('id')
          .range(from, to)
          .throwOnError(),
      ),
  })

/** Marks a comment handled, or takes that back. */
export async function handleComment({ id, handled }: { id: string; handled: boolean }) {
  await supabase.rpc('handle_comment', { comment: id, handled: String(handled) }).throwOnError()
}

/** The most that are marked in one go. */
export const MOST_AT_ONCE = 500

/** The same for many, all or none; answers with those that it changed. */
export async function handleComments({ ids, handled }: { ids: string[]; handled: boolean }) {
  const { data } = await supabase.rpc('handle_comments', { comments: ids, handled: String(handled) }).throwOnError()
  return data as string[]
}

/** `seen` is the reply that the form showed before. Refusals: see public.reply_to_comment. */
export async function replyToComment({ id, text, seen }: { id: string; text: string; seen: string | null }) {
  await supabase
    .rpc('reply_to_comment', { comment: id, text: cleanText(text), ...(seen !== null && { seen }) })
    .throwOnError()
}

/** The comment before anything was masked. Every reading is logged. */
export async function revealOriginal(id: string) {
  const { data } = await supabase.rpc('look_at_original', { comment: id }).throwOnError()
  return data as string
}

export const replyTemplates = (office: string) =>
  queryOptions({
    queryKey: ['reply_templates', office],
    queryFn: async () => {
      const { data } = await supabase
        .from('reply_templates')
        .select('name, text')
        .eq('office_code', office)
        .order('name')
        .throwOnError()
      return data as ReplyTemplate[]
    },
  })

/** Keeps a text under a name; an empty text deletes it. */
export async function saveReplyTemplate({ office, name, text }: ReplyTemplate & { office: string }) {
  await supabase.rpc('save_reply_template', { office, name: cleanText(name), text: cleanText(text) }).throwOnError()
}

export type CommentState = 'open' | 'overdue' | 'answered' | 'handled' | 'forgotten' | 'praise'

/** The last day on which an answer is in time, for each comment. */
export type DueOn = (comment: Comment) => string

/** Days until then; negative when it is over. */
export const daysLeft = (comment: Comment, dueOn: DueOn) => daysBetween(localDay(), dueOn(comment))

/** Whether it can be marked as handled. */
export const isMarkable = ({ reply, handled_at }: Comment) => reply === null && handled_at === null

export function stateOf(comment: Comment, dueOn: DueOn): CommentState {
  if (comment.reply !== null) return 'answered'
  if (comment.handled_at !== null) return 'handled'
  if (comment.is_forgotten) return 'forgotten'
  // Thanks that ask for nothing have no deadline.
  if (!comment.asks) return 'praise'
  return daysLeft(comment, dueOn) < 0 ? 'overdue' : 'open'
}

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
