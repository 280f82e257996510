/** What each citizen did and was answered: the truth the published figures are held against. */

import type { Details } from './arbitraries.ts'
import type { Call, Person, RateCall } from './calls.ts'
import { type Channel, fieldOf, localDay, notOffered, type Trust } from './sample-province.ts'

export type Rating = {
  id: string
  made: number
  received: number
  score: number
  office: string
  procedure: string | null
  channel: Channel
  trust: Trust
  details: Details
  deviceDay: string | null
  state: 'waiting' | 'set_aside' | 'withdrawn' | 'counted'
  batch: number | null
}

const minute = 60_000
const day = 24 * 60 * minute

/** The keys a batch may name, as one rating has them. */
export const keysOf = (r: Rating) => ({
  procedure: r.procedure,
  field: fieldOf(r.procedure),
  channel: r.channel,
  trust: r.trust,
})

/** The answers to the optional questions as a batch counts them. A comment is not counted. */
export const answersOf = ({ comment: _, ...details }: Details) =>
  Object.entries(details).flatMap(([question, given]) => [given].flat().map(a => `${question}.${a}`))

export class Model {
  readonly ratings = new Map<string, Rating>()
  private readonly byReceipt = new Map<string, Rating>()
  private readonly spent = new Set<string>()
  private readonly forgotten = new Set<Rating>()

  waiting() {
    return [...this.ratings.values()].filter(r => r.state === 'waiting')
  }

  /** Waiting so long that its author had the time to correct it. */
  releasable(at: number) {
    return this.waiting().filter(r => r.received <= at - 30 * minute)
  }

  /** What the call must be answered; remembers what it changes. */
  expect(call: Exclude<Call, { do: 'release' | 'void' }>): string {
    if (call.do === 'rate') {
      return this.rate(call)
    }
    const rating = this.byReceipt.get(call.receipt)
    if (!rating) {
      return 'receipt_unknown'
    }
    if (rating.state === 'counted' || (call.do !== 'withdraw' && rating.state === 'withdrawn')) {
      return 'too_late'
    }
    if (call.do === 'withdraw') {
      Object.assign(rating, { state: 'withdrawn', deviceDay: null, details: {} })
    } else if (call.do === 'detail') {
      rating.details = { ...rating.details, ...call.details }
    } else if (call.procedure === notOffered) {
      return 'procedure_not_offered'
    } else {
      rating.score = call.score ?? rating.score
      const isLost = call.procedure === null && rating.trust === 'visit'
      rating.procedure = call.procedure === undefined || isLost ? rating.procedure : call.procedure
    }
    return rating.state
  }

  private rate(call: RateCall): string {
    const { person, visit } = call
    const known = this.ratings.get(person.id)
    if (known && !this.forgotten.has(known)) {
      return this.byReceipt.get(person.receipt) === known ? known.state : 'id_taken'
    }
    if (person.made < call.at - 31 * day) {
      return 'id_too_old'
    }
    if (visit !== null && this.spent.has(visit)) {
      return 'visit_spent'
    }
    const anonymous = call.device === null || visit !== null || call.counter.kind === 'kiosk'
    const deviceDay = anonymous ? null : `${call.device} ${call.counter.code} ${localDay(call.at)}`
    const repeats = [...this.ratings.values()].filter(r => deviceDay !== null && r.deviceDay === deviceDay)
    const rating = this.remember(call, person, call.at, deviceDay)
    rating.state = repeats.length >= 2 ? 'set_aside' : 'waiting'
    if (visit !== null) {
      this.spent.add(visit)
    }
    for (const next of call.behind) {
      this.remember(call, next, next.made, null)
    }
    return rating.state
  }

  private remember(call: RateCall, person: Person, received: number, deviceDay: string | null): Rating {
    const { counter, procedure, visit, details } = call
    const rating: Rating = {
      id: person.id,
      made: person.made,
      received,
      score: person.score,
      office: counter.serving,
      procedure,
      channel: counter.channel,
      trust: visit === null ? 'walk_in' : 'visit',
      details: details ?? {},
      deviceDay,
      state: 'waiting',
      batch: null,
    }
    this.ratings.set(rating.id, rating)
    this.byReceipt.set(person.receipt, rating)
    return rating
  }

  /** A rating entered a batch. What could tell one person from the next is dropped. */
  join(rating: Rating, batch: number) {
    Object.assign(rating, { state: 'counted', batch, deviceDay: null })
  }

  /** The end of a release: receipts of ratings published or set aside long ago are unknown from now on. */
  forget(at: number, retention: number) {
    for (const [receipt, rating] of this.byReceipt) {
      if (rating.state !== 'waiting' && rating.made < at - (31 + retention) * day) {
        this.byReceipt.delete(receipt)
        this.forgotten.add(rating)
      }
    }
  }
}
