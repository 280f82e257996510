import { Problem } from '../problem'
import { rpc } from '../rpc'

export const feedbackKinds = ['procedure', 'office', 'conduct', 'idea'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]
/** What a petition says of who sends it: all three, or none. */
export type FeedbackPerson = { name: string; address: string; phone: string } | { anonymous: true }

/** The writing functions of a petition. Each may be sent any number of times: the second time changes nothing. */
export type FeedbackCall =
  | {
      fn: 'send_feedback'
      args: { code: string; kind: FeedbackKind; office: string; procedure?: string; text: string } & FeedbackPerson
    }
  | {
      fn: 'follow_feedback'
      args: {
        code: string
        /** A random name, by which the server knows a message that arrives twice. */
        message: string
        do: 'supply' | 'add' | 'withdraw' | 'judge'
        text?: string
        content?: boolean
      }
    }

/** Calls one of the functions that answer with the state of a petition. Throws a Problem. */
export async function askFeedback<State extends { is_named: boolean }>(name: string, args: object) {
  const state = await rpc<State | null>(name, args)
  // Somebody else's JSON, a captive portal's for instance: nothing has arrived.
  if (typeof state?.is_named !== 'boolean') throw new Problem(0, 'offline')
  return state
}
