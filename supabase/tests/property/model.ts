/** What each citizen did and was answered: the truth the published figures are held against. */

import { createHash } from 'node:crypto'
import type { Details } from './arbitraries.ts'
import type { Call, Person, RateCall } from './calls.ts'
import { type Channel, fieldOf, localDay, notOffered, type Trust } from './sample-province.ts'

export type Rating = {
  id: string
  receiptHash: string
  made: number
  received: number
  score: number
  office: string
  procedure: string | null
  channel: Channel
  trust: Trust
  details: Details
  counter: string
  /** Whoever sent it, as far as that is known: ratings with the same one count as one person. */
  sender: string | null
  /** Known to somebody who sends without a device, or many times with one. */
  isAttacker: boolean
  /** Whether the published totals of what was set aside hold it. */
  isAsideCounted: boolean
  state: 'waiting' | 'set_aside' | 'withdrawn' | 'counted'
  batch: number | null
  released: number | null
}

/** As private.short_hash makes it. */
function receiptHash(receipt: string) {
  const hex = createHash('sha256').update(receipt).digest('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** A visit is one person; of a paired kiosk's day there are three; all that name no device, or only say that they are a kiosk, are one. */
function senderOf({ counter, visit, proven }: RateCall, { device, receipt }: Person, received: number) {
  const at = new Date(received + 7 * 60 * minute)
  if (visit !== null) return receipt
  if (proven) {
    return `${counter.code} ${localDay(received)} ${Number.parseInt(receiptHash(receipt).slice(0, 2), 16) % 3}`
  }
  return counter.kind === 'kiosk'
    ? null
    : device && `${device} ${counter.serving} ${at.getUTCFullYear()}-${Math.floor(at.getUTCMonth() / 3)}`
}

const minute = 60_000
const day = 24 * 60 * minute

/** How many people sent these ratings. */
export const peopleOf = (ratings: Rating[]) => new Set(ratings.map(r => r.sender)).size

/** The keys a batch may name, as one rating has them. */
export const keysOf = (r: Rating) => ({
  procedure: r.procedure,
  field: fieldOf(r.procedure),
  channel: r.channel,
  trust: r.trust,
})

/** The answers to each optional question. A comment is none. */
export const answersOf = ({ comment: _, ...details }: Details) =>
  Object.entries(details)
    .map(([question, given]) => ({ question, answers: [given].flat() }))
    .filter(({ answers }) => answers.length > 0)

export class Model {
  /** By receipt hash, as the database knows them. */
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
      Object.assign(rating, { state: 'withdrawn', details: {} })
    } else if (call.do === 'detail') {
      rating.details = { ...rating.details, ...call.details }
    } else if (call.procedure === notOffered) {
      return 'procedure_not_offered'
    } else {
      rating.score = call.score ?? rating.score
      const isLost = call.procedure === null && rating.trust === 'visit'
      rating.procedure = call.procedure === undefined || isLost ? rating.procedure : call.procedure
      if (call.procedure !== undefined && rating.received < call.at - 30 * minute) {
        rating.sender = `${rating.office} moved`
      }
    }
    return rating.state
  }

  private rate(call: RateCall): string {
    const { person, visit } = call
    // In a batch a rating has no id any more.
    const known =
      [...this.byReceipt.values()].find(r => r.id === person.id && r.state !== 'counted') ??
      this.byReceipt.get(person.receipt)
    if (known) {
      return this.byReceipt.get(person.receipt) === known ? known.state : 'id_taken'
    }
    if (person.made < call.at - 31 * day) {
      return 'id_too_old'
    }
    if (visit !== null && this.spent.has(visit)) {
      return 'visit_spent'
    }
    const rating = this.remember(call, person, call.at)
    rating.state = this.isRepeat(rating, call) ? 'set_aside' : 'waiting'
    if (visit !== null) {
      this.spent.add(visit)
    }
    for (const next of call.behind) {
      this.remember(call, next, next.made)
    }
    return rating.state
  }

  private isRepeat(rating: Rating, { counter, person, visit }: RateCall) {
    const isTold = person.device !== null && visit === null && counter.kind !== 'kiosk'
    const before = [...this.byReceipt.values()].filter(
      r =>
        r !== rating &&
        r.sender === rating.sender &&
        r.counter === rating.counter &&
        r.state !== 'withdrawn' &&
        localDay(r.received) === localDay(rating.received),
    )
    return isTold && before.length >= 2
  }

  private remember(call: RateCall, person: Person, received: number): Rating {
    const { counter, procedure, visit, details } = call
    const rating: Rating = {
      id: person.id,
      receiptHash: receiptHash(person.receipt),
      made: person.made,
      received,
      score: person.score,
      office: counter.serving,
      procedure,
      channel: counter.channel,
      trust: visit !== null ? 'visit' : call.proven ? 'on_site' : 'walk_in',
      details: details ?? {},
      counter: visit === null ? counter.code : '',
      sender: senderOf(call, person, received),
      isAttacker: visit === null && !person.device?.startsWith('phone'),
      isAsideCounted: false,
      state: 'waiting',
      batch: null,
      released: null,
    }
    this.ratings.set(rating.receiptHash, rating)
    this.byReceipt.set(person.receipt, rating)
    return rating
  }

  /** A rating entered a batch. What could tell one person from the next is dropped. */
  join(rating: Rating, batch: number, at: number) {
    Object.assign(rating, { state: 'counted', batch, released: localDay(at) })
  }

  /** The end of a release: receipts of ratings published or set aside long ago are unknown from now on. */
  forget(at: number, retention: number) {
    const isOld = ({ state, released, made }: Rating) =>
      released === null
        ? state !== 'waiting' && made < at - (31 + retention) * day
        : released <= localDay(at) - 31 - retention
    for (const [receipt, rating] of this.byReceipt) {
      if (isOld(rating)) {
        this.byReceipt.delete(receipt)
        this.forgotten.add(rating)
      }
    }
  }

  isForgotten(rating: Rating) {
    return this.forgotten.has(rating)
  }
}
