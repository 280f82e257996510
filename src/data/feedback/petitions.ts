import { queryOptions } from '@tanstack/react-query'
import type { Tables } from '../database-types'
import { tableRows } from '../public-api'
import { askFeedback, type FeedbackKind } from './calls'

export type FeedbackStateName = 'received' | 'handling' | 'waiting' | 'answered' | 'refused' | 'withdrawn'

/** Days are YYYY-MM-DD. */
export type FeedbackStep = {
  step: string
  on_day: string
  office: string
  to_office: string | null
  text: string | null
}

export type Feedback = {
  state: FeedbackStateName
  kind: FeedbackKind
  is_named: boolean
  received_on: string
  closed_on: string | null
  due_on: string | null
  is_late: boolean | null
  is_content: boolean | null
  office: { code: string; name: string; hotline: string | null }
  procedure: string | null
  text: string | null
  /** False when the server has no key for the texts. */
  readable: boolean
  steps: FeedbackStep[]
}

/** By POST, so that no server log holds the code. Throws a Problem: feedback_unknown. */
export const feedbackByCode = (code: string) =>
  queryOptions({ queryKey: ['feedback', code], queryFn: () => askFeedback<Feedback>('feedback_status', { code }) })

/** Whether the server knows the code. Throws a Problem when that cannot be told now. */
export const isFeedbackKnown = async (code: string) => {
  try {
    await askFeedback('feedback_status', { code })
    return true
  } catch (error) {
    if ((error as { key?: string }).key === 'feedback_unknown') return false
    throw error
  }
}

export type FeedbackFigure = Tables<'feedback_figures'>

export const feedbackFigures = queryOptions({
  queryKey: ['feedback_figures'],
  queryFn: () => tableRows('feedback_figures', { order: 'quarter.desc,office_code,is_pooled' }),
})

export type PublishedFeedback = Tables<'published_feedback'>

export const publishedFeedback = queryOptions({
  queryKey: ['published_feedback'],
  queryFn: () => tableRows('published_feedback', { order: 'published_on.desc,id' }),
})
