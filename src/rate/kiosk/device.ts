import type { RatingCall, Score } from '../../data/ratings'
import { HOUR } from '../../lib/dates/day'
import { uuidV7 } from '../../lib/uuid'
import { newReceipt } from '../outbox/page-outbox'
import { type PairedDevice, signed } from '../shell/place/paired-device'
import type { Pin, Tries } from './pin'
import { TAP_PAUSE, tapPauseLeft } from './timing'

/** This device as a kiosk. Set up once; from then on it starts by itself, after a power cut too. */
export type KioskSetUp = { counter: string; pin: Pin } & Tries

// A browser without storage can be a kiosk until the page is closed.
const inMemory = new Map<string, string>()

export function saveItem(key: string, value: unknown) {
  const text = JSON.stringify(value)
  inMemory.set(key, text)
  try {
    localStorage.setItem(key, text)
  } catch {}
}

export function readItem<Value>(key: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? inMemory.get(key) ?? 'null') ?? undefined
  } catch {
    return undefined // Not ours, or a browser that forbids to look.
  }
}

export const readSetup = (counter: string) => {
  const setUp = readItem<KioskSetUp>('kiosk')
  return setUp?.counter === counter ? setUp : undefined
}

// By the monotonic clock of the page, which no clock setting moves; a reload goes on where the last page was.
let freeAt: number | undefined

/** True at most once in TAP_PAUSE. Stores the instant of the last tap, and nothing else about it. */
export function takeTapTurn() {
  const now = performance.now()
  freeAt ??= now + tapPauseLeft(readItem('kiosk-tap'), Date.now())
  if (now < freeAt) return false
  freeAt = now + TAP_PAUSE
  saveItem('kiosk-tap', Date.now())
  return true
}

/**
 * A rating at a kiosk. Without a signal it is stored on this device for up to 31 days, where anybody with the device
 * can read it. So it holds as little as a rating can: the counter, the score, and the hour in the id that the server
 * wants; no minute, no language, and a receipt that nobody has seen. A paired kiosk signs it; one that cannot sends it as
 * any browser does.
 */
export async function makeKioskRating(
  counter: string,
  score: Score,
  device: PairedDevice | undefined,
): Promise<RatingCall> {
  const now = Date.now()
  const id = uuidV7(now - (now % HOUR))
  const args = { id, counter, score, receipt: newReceipt() }
  const message = ['rating', args.receipt, counter, score].join('|')
  const place = device && (await signed(device, message).catch(() => undefined))
  return { fn: 'submit_rating', args: { ...args, ...(place && { place }) } }
}
