/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O and U to misread. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What people and their keyboards put between the characters of a code, and a chat around it; with what is not seen. */
export const separators = /[\s\p{P}\p{Cf}\u2212]+/gu

/** A code of digits, as a telephone or a keyboard for Khmer may have written it. */
export const readDigits = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(separators, '')
    .replace(/[០-៩]/g, digit => String(digit.charCodeAt(0) % 16))

/**
 * As the database reads a typed code (private.crockford): full-width letters and Khmer digits as the plain ones, upper
 * case, O as 0, I and L as 1, without what stands between the groups.
 */
export const readCrockford = (typed: string) => readDigits(typed).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')

export const isCrockford = (code: string, length: number) =>
  code.length === length && [...code].every(character => ALPHABET.includes(character))

/** One character for each byte. 256 is a multiple of 32, so every character is equally likely. */
export const toCrockford = (bytes: Uint8Array) => Array.from(bytes, byte => ALPHABET[byte % 32]).join('')
