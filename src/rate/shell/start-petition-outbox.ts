import { askFeedback } from '../../data/feedback/calls'
import { connectOutgoing } from '../../data/outgoing'
import type { Outbox } from '../outbox/outbox'
import { outbox } from '../outbox/page-outbox'
import { openDiskStore } from '../outbox/storage/disk-store'
import { outgoingOf } from './petition-outbox'

/** Sends again when the signal or the person may be back. */
export function startOutgoing() {
  // The class by way of its one instance: to export it as well, the script of the tap has no room.
  const Box = outbox.constructor as typeof Outbox
  const outgoing = outgoingOf(Box, openDiskStore('hai-long-petitions'), ({ fn, args }) => askFeedback(fn, args))
  connectOutgoing(outgoing)
  window.addEventListener('online', outgoing.wake)
  window.addEventListener('pageshow', outgoing.wake)
}
