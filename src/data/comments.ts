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
