import type { Details, RatingCall, ReceiptState, Score } from '../data/ratings'

/** What the person wants of one visit's rating, as the page last showed it. Written by the page only. */
export type Visit = {
  receipt: string
  /** The code that was scanned, a counter's or a visit's, and how the sign names the place. */
  code: string
  place: string
  score: Score
  procedure: string | null
  details: Details
  ratedAt: number
  step: Step
}

/** The questions after the faces, in their order. */
export const questions = ['procedure', 'factors', 'result', 'effort', 'person', 'comment'] as const
export type QuestionStep = (typeof questions)[number]

/** How far the conversation has come. 'closed': another visit is being rated. */
export type Step = QuestionStep | 'thanks' | 'withdrawn' | 'closed'

/** What the server said last about a receipt. Written by the outbox only. */
export type Outcome = {
  receipt: string
  state?: ReceiptState | undefined
  refused?: { fn: RatingCall['fn']; key: string } | undefined
}

/**
 * A call on its way. It outlives a deploy: `version` says how to read it, and it holds the request itself, so that
 * a newer app needs to know nothing else to send it.
 */
export type StoredCall = {
  version: 1
  /** The order of the taps. */
  seq: number
  receipt: string
  call: RatingCall
  /** Its id has been made anew by the server's clock; that is done once. */
  redated?: true
}

export const VERSION = 1

/** Where the outbox keeps what must not be lost. */
export interface Store {
  /** False when closing the page loses everything. */
  readonly isDurable: boolean
  /** Keeps what the page shows and adds the call, both or neither. Durable once it resolves. */
  keep(visit: Visit, call?: RatingCall): Promise<void>
  /** The calls on their way, in the order of the taps. */
  calls(): Promise<StoredCall[]>
  visits(): Promise<Visit[]>
  outcomes(): Promise<Outcome[]>
  /** Writes the outcome and removes the calls it settles, both or neither. */
  settle(outcome: Outcome, settled: StoredCall[]): Promise<void>
  /** Puts a call in the place of the one with the same `seq`. */
  replace(call: StoredCall): Promise<void>
  /** Forgets all about a receipt that has no calls on their way. */
  forget(receipt: string): Promise<void>
  /** Runs the work while no other page of this device runs any. False when another page is at it right now. */
  alone(work: () => Promise<void>): Promise<boolean>
}

/** For a browser that lets us keep nothing, and for tests. */
export class MemoryStore implements Store {
  readonly isDurable = false
  private sequence = 0
  private stored: StoredCall[] = []
  private shown = new Map<string, Visit>()
  private answered = new Map<string, Outcome>()
  private running: Promise<unknown> = Promise.resolve()

  async keep(visit: Visit, call?: RatingCall) {
    this.shown.set(visit.receipt, visit)
    if (call) this.stored.push({ version: VERSION, seq: ++this.sequence, receipt: visit.receipt, call })
  }

  async calls() {
    return [...this.stored]
  }

  async visits() {
    return [...this.shown.values()]
  }

  async outcomes() {
    return [...this.answered.values()]
  }

  async settle(outcome: Outcome, settled: StoredCall[]) {
    this.answered.set(outcome.receipt, outcome)
    this.stored = this.stored.filter(stored => !settled.some(({ seq }) => seq === stored.seq))
  }

  async replace(call: StoredCall) {
    this.stored = this.stored.map(stored => (stored.seq === call.seq ? call : stored))
  }

  async forget(receipt: string) {
    this.shown.delete(receipt)
    this.answered.delete(receipt)
  }

  alone(work: () => Promise<void>) {
    const ran = this.running.then(work).then(() => true)
    this.running = ran.catch(() => undefined)
    return ran
  }
}
