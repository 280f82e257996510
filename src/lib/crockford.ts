/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O and U to misread. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As the database reads a typed code: upper case, O as 0, I and L as 1, without hyphens and spaces. */
export const readCrockford = (typed: string) =>
  typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')

export const isCrockford = (code: string, length: number) =>
  code.length === length && [...code].every(character => ALPHABET.includes(character))

/** One character for each byte. 256 is a multiple of 32, so every character is equally likely. */
export const toCrockford = (bytes: Uint8Array) => Array.from(bytes, byte => ALPHABET[byte % 32]).join('')

/** In groups of four, as people read a code aloud: K7M4-Q29X-DP3T. */
export const inGroups = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-')
