import { type Problem, toProblem } from '../../data/problem'
import type { RatingCall, ReceiptState } from '../../data/ratings'
import { ACCEPTED_FOR, correctClockSkew } from './correct-clock-skew'
import { browserEnvironment, type Environment } from './environment'
import { ARRIVED, MemoryStore, type Outcome, type RatingDraft, type Store, type StoredCall } from './store'

/** A rating as the page shows it: what the person wants, and what became of it. */
export type ShownRating = RatingDraft & Omit<Outcome, 'receipt'> & { isWaiting: boolean }

export type OutboxState = {
  ratings: ShownRating[]
  /** The number of ratings with a call that has not been answered. */
  waiting: number
  /** Why the last attempt failed; null while all goes well. */
  trouble: Problem | null
  /** False when closing the page loses what is waiting. */
  isDurable: boolean
}

type Send = (call: RatingCall) => Promise<ReceiptState>

const FIRST_PAUSE = 2_000
const LONGEST_PAUSE = 5 * 60_000
const LONGEST_REST = 60 * 60_000
/** The pause while another page of this device is sending, in milliseconds. */
const TURN = 5_000

/**
 * Stores every tap before it is sent, and sends in the order of the taps until each has been answered: through lost
 * signals, lost answers, closed pages and other tabs. Sending the same call twice changes nothing on the server, so
 * after a lost answer it is sent again. It uses no framework: `subscribe` and `state` are all a page needs.
 */
export class Outbox {
  /** Resolves when what earlier pages left is known. */
  readonly ready: Promise<void>
  state: OutboxState = { ratings: [], waiting: 0, trouble: null, isDurable: true }

  private disk: Store | null = null
  /** The disk even when nothing more fits on it: what lies there is older than what lies in memory. */
  private older: Store | null = null
  private readonly memory: Store = new MemoryStore()
  private readonly listeners = new Set<() => void>()
  private sending: Promise<void> | null = null
  private isWoken = false
  private failures = 0
  private isResting = false
  private cancelPause = () => {}
  private readonly send: Send
  private readonly environment: Environment

  constructor(disk: Promise<Store>, send: Send, environment = browserEnvironment) {
    this.send = send
    this.environment = environment
    this.ready = this.start(disk)
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Stores the rating that the page shows and, if given, the call that sends it. Resolves when it is durable. */
  put = (rating: RatingDraft, call?: RatingCall) => this.enqueue(rating, call)

  /**
   * Sends a call without a shown rating, from a device that many people use. Until it has been answered the device
   * necessarily holds the call itself, with whatever is in it; after that nothing but `tallies()`.
   */
  post = (call: RatingCall) => this.enqueue(null, call)

  /** Counts of the posted calls, by outcome. */
  tallies = () => this.gather(store => store.tallies())

  private async enqueue(rating: RatingDraft | null, call?: RatingCall) {
    await this.ready
    try {
      await (this.disk ?? this.memory).save(rating, call)
    } catch {
      // A full or broken disk. From here on everything goes to memory, or a later call could overtake an earlier one.
      this.disk = null
      await this.memory.save(rating, call)
    }
    await this.refresh()
    void this.wake()
  }

  /** Stores the server's state of a receipt, unless the device holds a newer one or has a call on its way. */
  async learn(receipt: string, state: ReceiptState, heardAt: number) {
    const known = this.state.ratings.find(rating => rating.receipt === receipt)
    if (!known || known.isWaiting || (known.heardAt ?? 0) > heardAt) return
    // Nothing is lost on a full disk: it can be asked again.
    await (this.disk ?? this.memory).settle({ receipt, state, heardAt, refused: known.refused }, []).catch(() => {})
    await this.refresh()
  }

  async forget(receipt: string) {
    await Promise.all(this.stores().map(store => store.forget(receipt).catch(() => {})))
    await this.refresh()
  }

  /** Sends now what is waiting: the page was opened, the signal is back, the person asked. */
  wake = async (): Promise<void> => {
    this.isWoken = true
    this.sending ??= this.sendWhileWoken().finally(() => {
      this.sending = null
      // Woken between the last look and now.
      if (this.isWoken && !this.isResting) void this.wake()
    })
    await this.sending
  }

  private async start(opening: Promise<Store>) {
    this.disk = await opening.catch(() => null)
    this.older = this.disk
    await this.refresh()
    // Older ratings can neither be sent nor corrected any more.
    const old = this.state.ratings.filter(v => !v.isWaiting && this.environment.now() - v.ratedAt > ACCEPTED_FOR)
    for (const { receipt } of old) await this.forget(receipt)
    void this.wake()
  }

  private stores() {
    return this.older ? [this.older, this.memory] : [this.memory]
  }

  private async gather<Kept>(read: (store: Store) => Promise<Kept[]>) {
    // This page cannot read a broken disk; the next one may be able to.
    return (await Promise.all(this.stores().map(store => read(store).catch(() => [])))).flat()
  }

  private async refresh(trouble: Problem | null = this.state.trouble) {
    const calls = await this.gather(store => store.calls())
    const outcomes = new Map((await this.gather(store => store.outcomes())).map(o => [o.receipt, o]))
    // A rating that moved to memory is newer there.
    const ratings = new Map((await this.gather(store => store.ratings())).map(v => [v.receipt, v]))
    const waiting = new Set(calls.map(({ receipt }) => receipt))
    this.state = {
      ratings: [...ratings.values()].map(rating =>
        shown(rating, outcomes.get(rating.receipt), waiting.has(rating.receipt)),
      ),
      waiting: waiting.size,
      trouble: waiting.size ? trouble : null,
      isDurable: this.disk !== null,
    }
    for (const listener of this.listeners) listener()
  }

  private async sendWhileWoken() {
    await this.ready
    const [first = this.memory] = this.stores()
    // A server that asked to be left alone is left alone; the pause ends by itself.
    while (this.isWoken && !this.isResting) {
      this.isWoken = false
      this.cancelPause()
      const hadTurn = await first.alone(() => this.sendAll()).catch(error => this.failed(toProblem(error)))
      if (hadTurn === false) this.pause(TURN)
      await this.refresh()
    }
  }

  private async sendAll() {
    for (;;) {
      const [store, next, following] = await this.next()
      if (!store || !next) break
      try {
        const state = await this.send(next.call)
        if (next.unnamed) await store.count(ARRIVED, next, this.environment.now())
        else await this.settled(store, { receipt: next.receipt, state, heardAt: this.environment.now() }, [next])
      } catch (error) {
        const problem = toProblem(error)
        if (!problem.isRefusal) return this.failed(problem)
        await this.refused(store, next, problem, following)
      }
      this.failures = 0
    }
    await this.refresh(null)
  }

  /** The next call, the store it lies in, and the calls that wait behind it. */
  private async next(): Promise<[Store?, StoredCall?, StoredCall[]?]> {
    for (const store of this.stores()) {
      const [next, ...following] = await store.calls().catch(() => [])
      if (next) return [store, next, following]
    }
    return []
  }

  private async refused(store: Store, refused: StoredCall, problem: Problem, following: StoredCall[] = []) {
    const { receipt, call } = refused
    const again = correctClockSkew(refused, problem, this.environment.now())
    if (again) return store.replace(again)
    // The server knows this receipt under another id: an earlier attempt arrived and its answer was lost.
    const hasArrived = problem.key === 'receipt_taken'
    if (refused.unnamed) return store.count(hasArrived ? ARRIVED : problem.key, refused, this.environment.now())
    if (hasArrived) return this.settled(store, { receipt }, [refused])
    const before = (await this.gather(s => s.outcomes())).find(outcome => outcome.receipt === receipt)
    // Without the rating there is nothing to change or withdraw.
    const settled = call.fn === 'submit_rating' ? following.filter(later => later.receipt === receipt) : []
    const isRatingRefused = before?.refused?.fn === 'submit_rating'
    const reason = isRatingRefused ? before.refused : { fn: call.fn, key: problem.key }
    const outcome = { ...before, receipt, refused: reason }
    await this.settled(store, outcome, [refused, ...settled])
  }

  private async settled(store: Store, outcome: Outcome, calls: StoredCall[]) {
    await store.settle(outcome, calls)
    await this.refresh(null)
  }

  private async failed(problem: Problem) {
    const rest = Math.min(LONGEST_REST, problem.circumstances.retryAfter ?? 0)
    const limit = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures++)
    // Half of the pause is left to chance, so that forty phones behind one router do not come back together.
    const pause = Math.max(rest, limit * (0.5 + this.environment.random() / 2))
    this.isResting = rest > 0
    await this.refresh(problem)
    this.pause(pause)
  }

  private pause(milliseconds: number) {
    this.cancelPause()
    this.cancelPause = this.environment.later(() => {
      this.isResting = false
      void this.wake()
    }, milliseconds)
  }
}

/** With no call on its way the server's state holds: a refused correction shows the answer that still counts. */
function shown(rating: RatingDraft, outcome: Outcome | undefined, isWaiting: boolean): ShownRating {
  if (isWaiting) return { ...rating, isWaiting }
  const { state, refused } = outcome ?? {}
  const step = rating.step === 'withdrawn' && refused?.fn === 'withdraw_rating' ? 'thanks' : rating.step
  return {
    ...rating,
    ...outcome,
    step,
    score: state?.score ?? rating.score,
    procedure: state ? state.procedure : rating.procedure,
    isWaiting,
  }
}
