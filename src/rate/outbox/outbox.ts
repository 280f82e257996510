import { type Problem, toProblem } from '../../data/problem'
import type { RatingCall, ReceiptState } from '../../data/ratings'
import { backOff } from './back-off'
import { browserEnvironment, type Environment } from './environment'
import { ARRIVED, counted, type Outcome, type Puts, type RatingDraft, type Store, VERSION } from './storage/store'
import { type Queue, TwoStores } from './storage/two-stores'

/** A rating as the page shows it: what the person wants, and what became of it. */
export type ShownRating = RatingDraft &
  Omit<Outcome, 'receipt'> & {
    isWaiting: boolean
    /** It waits because it could not be sent, and not because it is on its way. */
    isStuck: boolean
  }

export type OutboxState = {
  ratings: ShownRating[]
  /** The number of ratings with a call that has not been answered. */
  waiting: number
  /** Why something that waits could not be sent; null while all goes well. */
  trouble: Problem | null
  /** False when closing the page loses something. */
  isDurable: boolean
}

type Send = (call: RatingCall) => Promise<ReceiptState>

/** Does what it means that the first call of a receipt was refused; see judge-refusal.ts. */
type Judge = (outbox: Outbox, queue: Queue, problem: Problem) => Promise<Problem | undefined>

/** The pause while another page of this device is sending, in milliseconds. */
const TURN = 5_000

/** After so many failures in a row it is no single call that fails, and nothing is sent for a while. */
const IN_A_ROW = 3

/**
 * Stores every tap before it is sent, and sends until each has been answered: through lost signals, lost answers, closed
 * pages and other tabs. The calls of one receipt are sent in the order of the taps; no receipt waits for another's.
 * Sending the same call twice changes nothing on the server, so after a lost answer it is sent again. It uses no
 * framework: `subscribe` and `state` are all a page needs.
 */
export class Outbox {
  /** Resolves when what earlier pages left is known. */
  readonly ready: Promise<void>
  state: OutboxState = { ratings: [], waiting: 0, trouble: null, isDurable: true }

  /** Does what a refusal means. It comes with a later script than the first one; until then what was refused waits. */
  judge: Judge | undefined

  readonly stores = new TwoStores()
  private readonly listeners = new Set<() => void>()
  private sending: Promise<void> | null = null
  private isWoken = false
  private isBack = false
  private cancelTurn = () => {}
  readonly held: ReturnType<typeof backOff>
  private readonly send: Send
  readonly environment: Environment

  constructor(disk: Promise<Store>, send: Send, environment = browserEnvironment, judge?: Judge) {
    this.judge = judge
    this.send = send
    this.environment = environment
    this.held = backOff(environment, () => void this.run())
    this.ready = this.start(disk)
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Stores the rating that the page shows and, if given, the call that sends it. Resolves when it is durable. */
  put = (rating: RatingDraft, call?: RatingCall) => {
    const { receipt } = rating
    return this.save(receipt, { visits: [rating], ...(call && { calls: [{ version: VERSION, receipt, call }] }) })
  }

  /**
   * Sends a call without a shown rating, from a device that many people use. Until it has been answered the device
   * necessarily holds the call itself, with whatever is in it; after that nothing but `tallies()`.
   */
  post = (call: RatingCall) => {
    const { receipt } = call.args
    return this.save(receipt, { calls: [{ version: VERSION, receipt, call, unnamed: true }] })
  }

  /** Counts of the posted calls, by outcome. */
  tallies = () => this.stores.all('tallies')

  /** What `put` and `post` do, for calls of another kind. */
  async save(receipt: string, rows: Puts) {
    await this.ready
    await this.stores.save(receipt, rows)
    await this.refresh()
    this.held.release(receipt)
    void this.run()
  }

  /** Sends now what is waiting: the page was opened, the signal is back, the person asked. */
  wake = () => {
    this.isBack = true
    return this.run()
  }

  private run = async (): Promise<void> => {
    this.isWoken = true
    this.sending ??= this.sendWhileWoken().finally(() => {
      this.sending = null
      // Woken between the last look and now.
      if (this.isWoken) void this.run()
    })
    await this.sending
  }

  private async start(disk: Promise<Store>) {
    this.stores.disk = await disk.catch(() => null)
    await this.refresh()
    void this.run()
  }

  /** Reads again what is stored, and tells who listens. */
  async refresh() {
    const waiting = await this.stores.queues()
    const outcomes = new Map((await this.stores.all('outcomes')).map(o => [o.receipt, o]))
    const ratings = new Map((await this.stores.all('visits')).map(v => [v.receipt, v]))
    const stuck = [...waiting.keys()].filter(this.held.problemOf)
    this.state = {
      ratings: [...ratings.values()].map(rating => {
        const { receipt } = rating
        return shown(rating, outcomes.get(receipt), waiting.has(receipt), stuck.includes(receipt))
      }),
      waiting: waiting.size,
      trouble: this.held.problemOf(stuck[0] ?? '') ?? null,
      isDurable: this.stores.isDurable(),
    }
    for (const listener of this.listeners) listener()
  }

  private async sendWhileWoken() {
    await this.ready
    while (this.isWoken) {
      this.isWoken = false
      // Here, and not when it was woken: what was then on its way may have failed since, and says nothing of now.
      if (this.isBack) this.held.release()
      this.isBack = false
      const hadTurn = await this.stores.alone(this.sendAll).catch(() => false)
      this.cancelTurn()
      if (!hadTurn) this.cancelTurn = this.environment.later(this.run, TURN)
      await this.refresh()
    }
  }

  private sendAll = async (isMine: () => boolean) => {
    for (let failures = 0; isMine(); ) {
      const queue = await this.next()
      if (!queue) return
      const problem = await this.sendFirst(queue)
      failures = problem ? failures + 1 : 0
      // That there are too many requests is not the fault of one of them; neither is a signal that is gone.
      if (problem && (problem.status === 429 || failures === IN_A_ROW)) return this.held.failed(problem)
    }
  }

  /** The calls of the receipt whose turn it is: one that failed seldom before one that fails always. */
  private async next() {
    const [next] = [...(await this.stores.queues()).values()]
      // A newer version's calls wait for the newer version.
      .filter(([first]) => first.version <= VERSION && !this.held.isHeld(first.receipt))
      .sort(([a], [b]) => (a.failures ?? 0) - (b.failures ?? 0))
    return next
  }

  /** Sends the first call of a receipt. The problem with which it goes on waiting; undefined when it is answered. */
  private async sendFirst(queue: Queue): Promise<Problem | undefined> {
    const [first] = queue
    const { receipt, call, failures = 0 } = first
    try {
      const state = await this.send(call)
      await this.settle([first], { receipt, state, heardAt: this.environment.now() })
    } catch (error) {
      const problem = toProblem(error)
      if (problem.isFinal && this.judge) return this.judge(this, queue, problem)
      await this.stores.replace(first, { failures: failures + 1 })
      return this.failed(first, problem)
    }
    return undefined
  }

  /** Writes what an answer to calls of one receipt means: to a person's own the outcome, to an unnamed one a count. */
  async settle(calls: Queue[0][], outcome: Outcome, reason = ARRIVED) {
    const [tally] = (await this.tallies()).filter(known => known.reason === reason)
    const isUnnamed = calls.some(({ unnamed }) => unnamed)
    const rows = isUnnamed
      ? { tallies: [counted(reason, tally ? tally.n : 0, this.environment.now())] }
      : { outcomes: [outcome] }
    await this.stores.settle(calls, rows)
    this.held.succeeded(outcome.receipt)
    await this.refresh()
    return undefined
  }

  /** Lets a call wait for its next turn, and says why. */
  async failed({ receipt, failures }: Queue[0], problem: Problem) {
    this.held.failed(problem, receipt, failures)
    await this.refresh()
    return problem
  }
}

/** With no call on its way the server's state holds: a refused correction shows the answer that still counts. */
function shown(stored: RatingDraft, outcome: Outcome | undefined, isWaiting: boolean, isStuck: boolean): ShownRating {
  // Another version of the app may have left out what this one needs.
  const rating = { ...stored, details: stored.details ?? {}, isWaiting, isStuck }
  if (isWaiting || !outcome) return rating
  const { state, refused } = outcome
  const step = rating.step === 'withdrawn' && refused?.fn === 'withdraw_rating' ? 'thanks' : rating.step
  return {
    ...rating,
    ...outcome,
    step,
    score: state?.score ?? rating.score,
    procedure: state ? state.procedure : rating.procedure,
  }
}
