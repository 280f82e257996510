import { Problem } from '../../data/problem'
import type { RatingCall, ReceiptState, Score } from '../../data/ratings'
import { DAY } from '../../lib/dates/day'
import { madeAt } from '../../lib/made-at'
import { uuidV7 } from '../../lib/uuid'
import type { Environment } from './environment'
import { judgeRefusal } from './judge-refusal'
import { Outbox } from './outbox'
import { memoryStore, type RatingDraft, type Store } from './storage/store'

export const NOW = Date.UTC(2026, 10, 20, 3)

export type Rating = { id: string; score: Score | null; state: ReceiptState['state'] }
export type NetworkCondition = 'fine' | 'no signal' | 'answer lost' | 'busy'

/** Stores and refuses as the database does. `network` lists what happens to each request. */
export class FakeServer {
  readonly ratings = new Map<string, Rating>()
  /** Every change that was made, in order: repeated requests leave none. */
  readonly log: string[] = []
  readonly retired = new Set<string>()
  now = NOW
  requests = 0
  network: NetworkCondition[] = []

  send = async ({ fn, args }: RatingCall): Promise<ReceiptState> => {
    this.requests++
    const network = this.network.shift() ?? 'fine'
    if (network === 'no signal') throw new TypeError('Failed to fetch')
    if (network === 'busy') throw new Problem(503, 'server')
    const answer = fn === 'submit_rating' ? this.submit(args) : this.correct(fn, args)
    if (network === 'answer lost') throw new TypeError('Failed to fetch')
    return answer
  }

  private submit(args: Extract<RatingCall, { fn: 'submit_rating' }>['args']) {
    if (madeAt(args.id) < this.now - 31 * DAY) this.refuse(422, 'id_too_old')
    if (madeAt(args.id) > this.now + 600_000) this.refuse(422, 'id_ahead')
    const known = this.ratings.get(args.receipt)
    if (known && known.id !== args.id) this.refuse(409, 'receipt_taken')
    if (!known) {
      if (this.retired.has(args.counter ?? '')) this.refuse(410, 'counter_retired')
      this.ratings.set(args.receipt, { id: args.id, score: args.score, state: 'waiting' })
      this.log.push(`${args.receipt} ${args.score}`)
    }
    return this.stateOf(args.receipt)
  }

  private correct(fn: string, args: { receipt: string; score?: Score }) {
    const rating = this.ratings.get(args.receipt)
    if (!rating) return this.refuse(404, 'receipt_unknown')
    if (fn === 'withdraw_rating') {
      if (rating.state !== 'withdrawn') this.log.push(`${args.receipt} withdrawn`)
      Object.assign(rating, { state: 'withdrawn', score: null })
    } else {
      if (rating.state === 'withdrawn') this.refuse(409, 'too_late')
      if (rating.score !== args.score) this.log.push(`${args.receipt} ${args.score}`)
      rating.score = args.score ?? null
    }
    return this.stateOf(args.receipt)
  }

  private stateOf(receipt: string): ReceiptState {
    const { score, state } = this.ratings.get(receipt) as Rating
    const office = { code: 'cho-moi', name: 'xã Chợ Mới' }
    const unanswered = { reason: null, procedure: null, batch: null, details: null, reply: null }
    return { state, score, office, correctable: state === 'waiting', ...unanswered }
  }

  private refuse(status: number, key: string): never {
    throw new Problem(status, key, { serverTime: this.now })
  }
}

/** A page that was killed may still be at it when the next one opens: two never send at once. */
function oneAtATime(store: Store): Store {
  let running: Promise<unknown> = Promise.resolve()
  const alone: Store['alone'] = work => {
    const ran = running.then(() => store.alone(work))
    running = ran.catch(() => undefined)
    return ran
  }
  return { ...store, alone }
}

/** A device whose clock only the test advances. */
export class FakeDevice implements Environment {
  readonly store = oneAtATime(memoryStore())
  private alarms = new Set<() => void>()
  private clock: number
  readonly page: () => { opened: number; now: number }

  constructor(clock = NOW) {
    this.clock = clock
    this.page = () => ({ opened: clock, now: clock })
  }

  pauses: number[] = []
  now = () => this.clock
  random = () => 0.5
  later(work: () => void, milliseconds: number) {
    this.pauses.push(milliseconds)
    this.alarms.add(work)
    return () => this.alarms.delete(work)
  }

  setClock(clock: number) {
    this.clock = clock
  }

  /** All pauses end. */
  passTime() {
    const due = [...this.alarms]
    this.alarms.clear()
    for (const work of due) work()
  }

  /** Kills the page: requests and timers are gone, stored data remains. */
  kill() {
    this.alarms.clear()
  }

  open(server: Pick<FakeServer, 'send'>) {
    return new Outbox(Promise.resolve(this.store), server.send, this, judgeRefusal)
  }
}

export const draftOf = (receipt: string, score: Score = 4): RatingDraft => ({
  receipt,
  code: 'K7M4Q2',
  place: 'Quầy 3',
  score,
  procedure: null,
  details: {},
  ratedAt: NOW,
  step: 'procedure',
})

export const submission = (receipt: string, score: Score = 4, at = NOW, counter = 'K7M4Q2'): RatingCall => ({
  fn: 'submit_rating',
  args: { id: uuidV7(at), counter, score, receipt, rated_at: new Date(at).toISOString(), language: 'vi' },
})

/** The changes of one receipt, in their order: those of different receipts have none. */
export const ofReceipt = (log: string[]) => {
  const receipts = [...new Set(log.map(entry => entry.split(' ')[0]))].sort()
  return receipts.map(receipt => log.filter(entry => entry.startsWith(`${receipt} `)))
}

/** Time passes until nothing waits any more. */
export async function untilSent(outbox: Outbox, device: FakeDevice) {
  await outbox.ready
  for (let round = 0; round < 200 && outbox.state.waiting; round++) {
    device.passTime()
    await outbox.wake()
  }
  await outbox.wake()
}
