import type { Details } from './details'
import { Problem } from './problem'
import { rpc } from './rpc'

export type Score = 1 | 2 | 3 | 4 | 5

/** The state of a rating, for the holder of its receipt. */
export type ReceiptState = {
  state: 'waiting' | 'set_aside' | 'counted' | 'withdrawn'
  reason: string | null
  score: Score | null
  procedure: string | null
  office: { code: string; name: string }
  batch: null | { number: number; released_on: string; voided: null | { reason: string; on: string } }
  correctable: boolean
  details: Details | null
  /** The office's reply; score: how satisfied the person is since. */
  reply: null | { text: string; replied_on: string; score: Score | null }
}

/** The writing functions. Each may be sent any number of times: the second time changes nothing. */
export type RatingCall =
  | { fn: 'submit_rating'; args: Submission }
  | { fn: 'change_rating'; args: { receipt: string; score?: Score; procedure?: string | null } }
  | { fn: 'add_details'; args: { receipt: string; details: Details } }
  | { fn: 'withdraw_rating'; args: { receipt: string } }

export type Submission = {
  /** UUID v7, made by the tap. */
  id: string
  /** One of the two. */
  counter?: string
  visit?: string
  score: Score
  /** 12 Crockford characters, made on the device; the server stores only a hash. */
  receipt: string
  /** ISO 8601, by the clock of the device. A kiosk sends neither this nor the two below. */
  rated_at?: string
  device?: string | undefined
  language?: string
  /** What proves the place: the signature of a paired kiosk, or the query of the address that a display showed. */
  place?: string
}

/** Throws a Problem; a refusal is final. */
export const sendRating = ({ fn, args }: RatingCall) => askState(fn, args)

/** Calls one of the functions that answer with the state of a rating. Throws a Problem. */
export async function askState(name: string, args: object) {
  const state = await rpc<ReceiptState | null>(name, args)
  // Somebody else's JSON, a captive portal's for instance: nothing has arrived.
  if (typeof state?.correctable !== 'boolean') throw new Problem(0, 'offline')
  return state
}
