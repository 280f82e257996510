import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A key that the browser guards, or in hex where it cannot: on a page without https. */
export type MacKey = CryptoKey | { plain: string }

/** HMAC-SHA256 (RFC 2104) of a text: 32 bytes. Rejects when the key is neither hex nor one for signing. */
export async function macOf(key: MacKey, message: string): Promise<Uint8Array> {
  if ('plain' in key) return hmac(sha256, hexToBytes(key.plain), utf8ToBytes(message))
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(utf8ToBytes(message))))
}
