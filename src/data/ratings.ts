import { Problem } from './problem'
import { rpc } from './rpc'

export type Score = 1 | 2 | 3 | 4 | 5

/** What the holder of a receipt may know. */
export type ReceiptState = {
  state: 'waiting' | 'set_aside' | 'counted' | 'withdrawn'
  reason: string | null
  score: Score | null
  procedure: string | null
  office: { code: string; name: string }
  batch: null | { number: number; released_on: string }
  correctable: boolean
}

/** The writing functions. Each may be sent any number of times: the second time changes nothing. */
export type RatingCall =
  | { fn: 'submit_rating'; args: Submission }
  | { fn: 'change_rating'; args: { receipt: string; score?: Score; procedure?: string | null } }
  | { fn: 'withdraw_rating'; args: { receipt: string } }

export type Submission = {
  /** UUID v7, made by the tap. */
  id: string
  counter: string
  score: Score
  /** 12 Crockford characters, made on the device; the server keeps only a hash. */
  receipt: string
  /** ISO 8601, by the clock of the device. */
  rated_at: string
  device?: string
  language: 'vi' | 'en' | 'km'
}

/** Throws a Problem; a refusal is final. */
export async function sendRating({ fn, args }: RatingCall) {
  const state = await rpc<ReceiptState | null>(fn, args)
  // Somebody else's JSON, a captive portal's for instance: the rating has not arrived.
  if (typeof state?.state !== 'string') throw new Problem(0, 'offline')
  return state
}
