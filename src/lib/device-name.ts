import { toCrockford } from './crockford'

/** 60 random bits: nobody can guess one. crypto.randomUUID would need https; this works on any page. */
export const newReceipt = () => newCode(12)

const newCode = (length: number) => toCrockford(crypto.getRandomValues(new Uint8Array(length)))

/** A random name for this device, by which the server notices repeats at one office, and browsers in which staff sign in. */
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
