const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * 60 random bits in Crockford's base 32, as toCrockford of src/lib/crockford.ts writes them: that one lies in the script
 * that a tap waits for, where to hand it on as well there is no room. crypto.randomUUID would need https.
 */
export const newCode = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => ALPHABET[byte % 32]).join('')
