import { sendRating } from '../../data/ratings'
import { Outbox } from './outbox'
import { openDiskStore } from './storage/disk-store'

/** The one outbox of this page. Its database is being opened before the first face can be tapped. */
export const outbox = new Outbox(openDiskStore(), sendRating)

/** Sends again when the signal or the person may be back. */
export function startOutbox() {
  window.addEventListener('online', outbox.wake)
  window.addEventListener('pageshow', outbox.wake)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.wake()
  })
}
