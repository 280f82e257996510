import { sendRating } from '../../data/ratings'
import { toCrockford } from '../../lib/crockford'
import { Outbox } from './outbox'
import { openDiskStore } from './storage/disk-store'

/** The one outbox of this page. Its database is being opened before the first face can be tapped. */
export const outbox = new Outbox(openDiskStore(), sendRating)

/** Sends again when the signal or the person may be back. */
export function startOutbox() {
  addEventListener('online', outbox.wake)
  addEventListener('pageshow', outbox.wake)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void outbox.wake()
  })
}

/** 60 random bits: nobody can guess one. crypto.randomUUID would need https; this works on any page. */
export const newReceipt = () => newCode(12)

const newCode = (length: number) => toCrockford(crypto.getRandomValues(new Uint8Array(length)))

/** A random name for this device, by which the server notices repeats at one counter on one day. */
export function deviceName(): string | undefined {
  try {
    const known = localStorage.getItem('device')
    if (known) return known
    const name = newCode(20)
    localStorage.setItem('device', name)
    return name
  } catch {
    return undefined // A browser that keeps nothing stays unnamed.
  }
}
