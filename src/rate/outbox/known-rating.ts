// What is done to a stored rating besides sending its calls. The script that a tap waits for has no room for it.

import type { ReceiptState } from '../../data/ratings'
import type { Outbox } from './outbox'

/** Stores the server's state of a receipt, unless the device holds a newer one or has a call on its way. */
export async function learn(outbox: Outbox, receipt: string, state: ReceiptState, heardAt: number) {
  const known = outbox.state.ratings.find(rating => rating.receipt === receipt)
  if (!known || known.isWaiting || (known.heardAt ?? 0) > heardAt) return
  // Nothing is lost on a full disk: it can be asked for again.
  await outbox.stores
    .storeOf(receipt)
    .write({ outcomes: [{ receipt, state, heardAt, refused: known.refused }] })
    .catch(() => {})
  await outbox.refresh()
}

/** Forgets all about a receipt that has no calls on their way. */
export async function forget(outbox: Outbox, receipt: string) {
  const removed = { visits: [receipt], outcomes: [receipt] }
  await Promise.all(outbox.stores.stores().map(store => store.write({}, removed).catch(() => {})))
  await outbox.refresh()
}
