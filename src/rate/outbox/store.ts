import type { Details } from '../../data/details'
import type { RatingCall, ReceiptState, Score } from '../../data/ratings'

/** A rating as the person wants it, as the page last showed it. Only the page writes it. */
export type RatingDraft = {
  receipt: string
  /** The code that was scanned, a counter's or a visit's, and how the header names the place. */
  code: string
  place: string
  score: Score
  procedure: string | null
  details: Details
  /** A comment that is still being written: it is in no call yet. */
  draft?: string | undefined
  ratedAt: number
  step: Step
}

/** The questions after the faces, in their order. */
export const questions = ['procedure', 'factors', 'result', 'effort', 'person', 'comment'] as const
export type QuestionStep = (typeof questions)[number]

export const isQuestion = (step: string): step is QuestionStep => questions.some(question => question === step)

/** The step that the conversation has reached. 'closed': another rating begins. */
export type Step = QuestionStep | 'thanks' | 'withdrawn' | 'closed'

/** The server's last answer about a receipt. Only the outbox writes it. */
export type Outcome = {
  receipt: string
  state?: ReceiptState | undefined
  /** When the state was true, in Unix milliseconds. */
  heardAt?: number | undefined
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
  /** No draft is stored for it, and nothing once it is answered: the next person uses the same device. */
  unnamed?: true
}

/** The key of a tally of what has arrived. */
export const ARRIVED = 'arrived'

/** A count of answered calls without a draft, so that nothing about a single one is stored. */
export type Tally = {
  /** Why calls were refused, or ARRIVED. */
  reason: string
  /** The number of refused calls; those that arrived are not counted. */
  n: number
  /** When the last of them was answered: the hour, since a minute could reveal whose it was. */
  last: number
}

const HOUR = 60 * 60_000

export const counted = (reason: string, before: Tally | undefined, now: number): Tally => ({
  reason,
  n: (before?.n ?? 0) + Number(reason !== ARRIVED),
  last: now - (now % HOUR),
})

export const VERSION = 1

export const toStore = (rating: RatingDraft | null, call: RatingCall): Omit<StoredCall, 'seq'> => ({
  version: VERSION,
  receipt: call.args.receipt,
  call,
  ...(!rating && { unnamed: true }),
})

/** The outbox's storage. */
export interface Store {
  /** False when closing the page loses everything. */
  readonly isDurable: boolean
  /** Stores the rating, if any, and adds the call, both or neither. Durable once it resolves. */
  save(rating: RatingDraft | null, call?: RatingCall): Promise<void>
  /** The calls on their way, in the order of the taps. */
  calls(): Promise<StoredCall[]>
  ratings(): Promise<RatingDraft[]>
  outcomes(): Promise<Outcome[]>
  tallies(): Promise<Tally[]>
  /** Writes the outcome and removes the calls it settles, both or neither. */
  settle(outcome: Outcome, settled: StoredCall[]): Promise<void>
  /** Removes an unnamed call and counts it, both or neither. */
  count(reason: string, answered: StoredCall, now: number): Promise<void>
  /** Puts a call in the place of the one with the same `seq`. */
  replace(call: StoredCall): Promise<void>
  /** Forgets all about a receipt that has no calls on their way. */
  forget(receipt: string): Promise<void>
  /** Runs the work while no other page of this device runs any. False when another page is at it right now. */
  alone(work: () => Promise<void>): Promise<boolean>
}

/** For a browser without storage, and for tests. */
export class MemoryStore implements Store {
  readonly isDurable = false
  private sequence = 0
  private stored: StoredCall[] = []
  private shown = new Map<string, RatingDraft>()
  private answered = new Map<string, Outcome>()
  private tallied = new Map<string, Tally>()
  private running: Promise<unknown> = Promise.resolve()

  async save(rating: RatingDraft | null, call?: RatingCall) {
    if (rating) this.shown.set(rating.receipt, rating)
    if (call) this.stored.push({ ...toStore(rating, call), seq: ++this.sequence })
  }

  async calls() {
    return [...this.stored]
  }

  async ratings() {
    return [...this.shown.values()]
  }

  async outcomes() {
    return [...this.answered.values()]
  }

  async tallies() {
    return [...this.tallied.values()]
  }

  async settle(outcome: Outcome, settled: StoredCall[]) {
    this.answered.set(outcome.receipt, outcome)
    this.stored = this.stored.filter(stored => !settled.some(({ seq }) => seq === stored.seq))
  }

  async count(reason: string, answered: StoredCall, now: number) {
    this.tallied.set(reason, counted(reason, this.tallied.get(reason), now))
    this.stored = this.stored.filter(({ seq }) => seq !== answered.seq)
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
