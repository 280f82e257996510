import { FIRST_PIN_WAIT, LONGEST_PIN_WAIT } from './timing'

/**
 * The stored PIN of the kiosk's way out: a salted hash. On a page without https the browser has no crypto.subtle, so
 * there it is stored as typed, and the set-up page warns of it.
 */
export type Pin = { salt: string; iterations: number; hash: string } | { plain: string }

export const isPin = (typed: string) => /^\d{4,8}$/.test(typed)

/** Half a second on a cheap tablet. No number of rounds saves four digits from whoever takes the tablet home. */
const ITERATIONS = 200_000

const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** PBKDF2 with HMAC and SHA-256 (RFC 8018, section 5.2). */
async function hashOf(typed: string, salt: string, iterations: number) {
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', encoder.encode(typed), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations }
  return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)))
}

export async function pinOf(typed: string): Promise<Pin> {
  if (!globalThis.crypto.subtle) return { plain: typed }
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)))
  return { salt, iterations: ITERATIONS, hash: await hashOf(typed, salt, ITERATIONS) }
}

export async function matches(typed: string, pin: Pin) {
  return 'plain' in pin ? typed === pin.plain : (await hashOf(typed, pin.salt, pin.iterations)) === pin.hash
}

/** The wait after so many wrong PINs in a row, in milliseconds: 2 s, 4 s, 8 s, ... */
export const waitAfter = (wrong: number) => Math.min(LONGEST_PIN_WAIT, FIRST_PIN_WAIT * 2 ** wrong)

/** Wrong PINs in a row, and until when another one is not looked at, by this device's clock. */
export type Tries = { wrong: number; until: number }

/** The rest of the wait, in milliseconds. A clock that was set back does not lock anybody out for years. */
export const waitLeft = ({ wrong, until }: Tries, now: number) =>
  wrong === 0 ? 0 : Math.min(Math.max(0, until - now), waitAfter(wrong))
