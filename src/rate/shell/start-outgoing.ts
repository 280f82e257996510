import { askFeedback } from '../../data/feedback-calls'
import { connectOutgoing } from '../../data/outgoing'
import { openDiskStore } from '../outbox/storage/disk-store'
import { outgoingOf } from './outgoing'

/** Sends again when the signal or the person may be back. */
export function startOutgoing() {
  const outgoing = outgoingOf(openDiskStore('hai-long-petitions'), ({ fn, args }) => askFeedback(fn, args))
  connectOutgoing(outgoing)
  window.addEventListener('online', outgoing.wake)
  window.addEventListener('pageshow', outgoing.wake)
}
