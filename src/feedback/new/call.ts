import type { FeedbackCall, FeedbackKind } from '../../data/feedback/calls'
import { cleanText } from '../../lib/text/clean-text'
import type { Draft } from '../shell/draft'

const line = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim()

/** The call that sends a draft, in which nothing is wrong. */
export const callOf = (code: string, draft: Draft): FeedbackCall => ({
  fn: 'send_feedback',
  args: {
    code,
    kind: draft.kind as FeedbackKind,
    office: draft.office,
    ...(draft.procedure && { procedure: draft.procedure }),
    text: cleanText(draft.text).trim(),
    ...(draft.who === 'named'
      ? { name: line(draft.name), address: line(draft.address), phone: line(draft.phone) }
      : { anonymous: true as const }),
  },
})
