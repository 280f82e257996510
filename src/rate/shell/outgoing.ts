// The outbox as pages beside the rating use it. The script that a tap waits for has no room for it.

import type { Outgoing } from '../../data/outgoing'
import { forget } from '../outbox/known-rating'
import type { Outbox } from '../outbox/outbox'

export const outgoingOf = (outbox: Outbox): Outgoing => ({
  ready: outbox.ready,
  send: outbox.carry,
  async stateOf(code) {
    await outbox.ready
    const isWaiting = (await outbox.stores.queues()).has(code)
    const outcome = (await outbox.stores.all('outcomes')).find(({ receipt }) => receipt === code)
    return { isWaiting, problem: outbox.problemOf(code), refused: outcome?.refused?.key }
  },
  forget: code => forget(outbox, code),
  subscribe: outbox.subscribe,
  wake: () => void outbox.wake(),
})
