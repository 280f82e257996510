import { toCrockford } from '../../lib/crockford'
import { type MacKey, macOf } from '../../lib/mac'

/** As private.code_shown makes it: a character for the step, and nine of the HMAC over counter and step. */
export async function codeShown(device: { key: MacKey; counter: string }, step: number) {
  const mac = await macOf(device.key, `code|${device.counter}|${step}`)
  return toCrockford(new Uint8Array([step % 32, ...mac.slice(0, 9)]))
}

/** In which step an instant lies, and how many milliseconds of it are left. */
export function stepAt(now: number, seconds: number) {
  const length = seconds * 1000
  return { step: Math.floor(now / length), left: length - (now % length) }
}
