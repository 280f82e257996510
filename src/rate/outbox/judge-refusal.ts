import type { Problem } from '../../data/problem'
import { DAY } from '../../lib/dates/day'
import { madeAt } from '../../lib/made-at'
import { uuidV7 } from '../../lib/uuid'
import type { Environment } from './environment'
import type { Outbox } from './outbox'
import type { StoredCall } from './storage/store'
import type { Queue } from './storage/two-stores'

/** A clock that is off by less than this is right enough; the server accepts ids that far ahead. */
const TOLERANCE = 10 * 60_000
/** The age up to which the server accepts an id, in milliseconds. */
const ACCEPTED_FOR = 31 * DAY
/** No phone can have run this app before it was written. */
const WRITTEN = Date.UTC(2026, 10, 1)

const opened = Date.now() - performance.now()
const pageOfBrowser = () => ({ opened, now: opened + performance.now() })

/**
 * How long ago a tap of this page was, whatever became of the clock since; undefined for one of an earlier page. A phone
 * whose battery was empty goes by an old date until it has a signal again.
 */
function ageOnPage(made: number, { page = pageOfBrowser }: Environment) {
  const { opened, now } = page()
  return made >= opened && made <= now + TOLERANCE ? now - made : undefined
}

/**
 * What changes of the refused submission to give it an id of the right time, when it was refused only because this device's clock is, or
 * was, wrong. Undefined when the rating really is too old, and for every other refusal. The receipt stays the same:
 * should an attempt have arrived after all, the server knows it by that.
 */
function correctClockSkew(
  stored: StoredCall,
  problem: Problem,
  environment: Environment,
): Partial<StoredCall> | undefined {
  const { serverTime } = problem.circumstances
  const { call } = stored
  if (call.fn !== 'submit_rating' || stored.redated || serverTime === undefined) return undefined
  if (problem.key !== 'id_too_old' && problem.key !== 'id_ahead') return undefined

  const made = madeAt(call.args.id)
  const now = environment.now()
  const offset = serverTime - now
  const isWrongNow = Math.abs(offset) > TOLERANCE
  const age = ageOnPage(made, environment)
  // Set right since the tap: a phone that started in 1970, or one that was ahead.
  const wasWrong = problem.key === 'id_ahead' || made < WRITTEN || (age !== undefined && age < ACCEPTED_FOR)
  if (!isWrongNow && !wasWrong) return undefined

  // A tap cannot lie in the future; when that comes out, the clock was moved since, and now is the best we know.
  const corrected = isWrongNow ? Math.min(made + offset, serverTime) : serverTime - Math.max(0, age ?? 0)
  if (corrected < serverTime - ACCEPTED_FOR) return undefined
  const args = { ...call.args, id: uuidV7(corrected), rated_at: new Date(corrected).toISOString() }
  return { call: { fn: call.fn, args }, redated: true }
}

/**
 * Does what it means that the first call of a receipt was refused. Answers with the problem when it goes on waiting for a
 * turn, and with nothing when it is settled or can be sent again at once.
 */
export async function judgeRefusal(outbox: Outbox, queue: Queue, problem: Problem) {
  const [first] = queue
  const { receipt, call } = first
  const change = correctClockSkew(first, problem, outbox.environment)
  if (change) return (await outbox.stores.replace(first, change)) ? undefined : outbox.failed(first, problem)
  // The server knows this receipt under another id: an earlier attempt arrived and its answer was lost.
  if (problem.key === 'receipt_taken') return outbox.settle([first], { receipt })
  const before = (await outbox.stores.all('outcomes')).find(known => known.receipt === receipt)
  const isRatingRefused = before?.refused?.fn === 'submit_rating'
  const refused = isRatingRefused ? before.refused : { fn: call.fn, key: problem.key }
  // Without the rating there is nothing to change or withdraw.
  const calls = call.fn === 'submit_rating' ? queue : [first]
  return outbox.settle(calls, { ...before, receipt, refused }, problem.key)
}
