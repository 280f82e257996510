/** Bytes from base64. Throws on what is none. */
export const fromBase64 = (text: string) => Uint8Array.from(atob(text), character => character.charCodeAt(0))

/** The bytes of a text in UTF-8. */
export const utf8 = (text: string) => new TextEncoder().encode(text)

/** Whether two hashes or keys have the same bytes. */
export const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i])

/** One array of all parts, in order. */
export function joined(...parts: Uint8Array[]) {
  const all = new Uint8Array(parts.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
