// An outbox for petitions beside that of the ratings: the same guarantees, and a store of its own, so that nothing on the
// device joins the two. The script that a tap waits for knows nothing of it.

import type { FeedbackCall } from '../../data/feedback/calls'
import type { Outgoing } from '../../data/outgoing'
import { Problem, toProblem } from '../../data/problem'
import type { RatingCall, ReceiptState } from '../../data/ratings'
import type { Environment } from '../outbox/environment'
import { judgeRefusal } from '../outbox/judge-refusal'
import { forget } from '../outbox/known-rating'
import type { Outbox } from '../outbox/outbox'
import type { Store, StoredCall } from '../outbox/storage/store'

/** Keys that say what is wrong with the petition itself; a key, an address or a proxy may be mended by a deploy. */
const FINAL = /^((feedback|kind|phone|procedure|receipt|text)_|office_unknown$)/
/** An office that was sent too many today, and a server that has no key yet: the same is taken later. */
const LATER = /^feedback_(full|closed|key_missing)$/

class Refused extends Problem {
  override get isFinal() {
    return true
  }
}

type Send = (call: FeedbackCall) => Promise<object>

/** Throws what will be refused again as final. */
const judged = (send: Send) => async (call: RatingCall) => {
  try {
    return (await send(call as unknown as FeedbackCall)) as ReceiptState
  } catch (error) {
    const { status, key, circumstances } = toProblem(error)
    const Kind = FINAL.test(key) && !LATER.test(key) ? Refused : Problem
    throw new Kind(status, key, circumstances)
  }
}

/** The code stands where a rating has its receipt. Of what has arrived the device keeps nothing. */
export function outgoingOf(Box: typeof Outbox, disk: Promise<Store>, send: Send, environment?: Environment): Outgoing {
  const outbox = new Box(disk, judged(send), environment, judgeRefusal)
  const outcomes = () => outbox.stores.all('outcomes')
  const sweep = async () => {
    const arrived = (await outcomes()).filter(({ refused }) => !refused).map(({ receipt }) => receipt)
    if (arrived.length === 0) return
    await Promise.all(outbox.stores.stores().map(store => store.write({}, { outcomes: arrived }).catch(() => {})))
  }
  outbox.subscribe(() => void sweep())
  return {
    ready: outbox.ready,
    send: (code, call) => {
      const carried: Omit<StoredCall, 'seq'> = { version: 1, receipt: code, call: call as unknown as RatingCall }
      return outbox.save(code, { calls: [carried] })
    },
    async stateOf(code) {
      await outbox.ready
      const isWaiting = (await outbox.stores.queues()).has(code)
      const outcome = (await outcomes()).find(({ receipt }) => receipt === code)
      return { isWaiting, problem: outbox.held.problemOf(code), refused: outcome?.refused?.key }
    },
    forget: code => forget(outbox, code),
    subscribe: outbox.subscribe,
    wake: () => void outbox.wake(),
  }
}
