/**
 * A UUID v7 of an instant in Unix milliseconds (RFC 9562, section 5.7): 48 bits of time, the rest random. Our own, since
 * it travels in the script that a tap has to wait for, and crypto.randomUUID needs https.
 */
export function uuidV7(milliseconds = Date.now()) {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(10)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  const time = Math.trunc(milliseconds).toString(16).padStart(12, '0')
  // The variant: one of 8, 9, a and b.
  const variant = '89ab'[Number.parseInt(random.slice(3, 4), 16) % 4]
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    variant + random.slice(4, 7),
    random.slice(8),
  ].join('-')
}
