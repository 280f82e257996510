// The pair of keys with which petitions are sealed and opened (supabase/migrations/20261101130100_feedback_encryption.sql).
// pgcrypto reads OpenPGP keys (RFC 4880), which Node does not make, so an RSA pair is written as the two packets that
// pgcrypto asks for: a subkey to seal with and one to open with, without the names and signatures that people's keys have.

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError, writeError } from '../../terminal.js'

const PUBLIC_SUBKEY = 14
const SECRET_SUBKEY = 7
const RSA = 1
const VERSION = 4
/** Part of what names a key, and nothing that anybody needs to know. */
const MADE_AT = Buffer.alloc(4)

export type FeedbackKey = {
  /** For the database: it seals. */
  publicKey: string
  /** For the environment alone: it opens. */
  secretKey: string
}

/** A number of any length, after the count of its bits (RFC 4880, section 3.2). */
function longNumber(base64url = '') {
  const bytes = Buffer.from(base64url, 'base64url')
  const digits = bytes.subarray(bytes.findIndex(byte => byte !== 0))
  const bits = digits.length * 8 - Math.clz32(digits[0] ?? 0) + 24
  return Buffer.concat([Buffer.from([bits >> 8, bits & 255]), digits])
}

/** A packet in the new format, its length in four bytes (RFC 4880, section 4.2.2). */
function packet(tag: number, body: Buffer) {
  const head = Buffer.from([0xc0 | tag, 255, 0, 0, 0, 0])
  head.writeUInt32BE(body.length, 2)
  return Buffer.concat([head, body]).toString('base64')
}

/** The two packets of an RSA key (RFC 4880, sections 5.5.2 and 5.5.3). */
function packetsOf(key: KeyObject): FeedbackKey {
  const { n, e, d, p, q, qi } = key.export({ format: 'jwk' })
  const open = Buffer.concat([Buffer.from([VERSION]), MADE_AT, Buffer.from([RSA]), longNumber(n), longNumber(e)])
  // OpenPGP keeps the inverse of the first prime, JSON Web Keys that of the second: they change places.
  const hidden = Buffer.concat([d, q, p, qi].map(longNumber))
  const sum = hidden.reduce((total, byte) => (total + byte) & 0xffff, 0)
  const secret = Buffer.concat([open, Buffer.from([0]), hidden, Buffer.from([sum >> 8, sum & 255])])
  return { publicKey: packet(PUBLIC_SUBKEY, open), secretKey: packet(SECRET_SUBKEY, secret) }
}

export const makeFeedbackKey = () => packetsOf(generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey)

/** The public packet of a secret one, which begins with the same numbers. */
export function publicKeyOf(secretKey: string) {
  const bytes = Buffer.from(secretKey, 'base64')
  if (bytes[0] !== (0xc0 | SECRET_SUBKEY) || bytes[1] !== 255 || bytes[6] !== VERSION) return undefined
  const body = bytes.subarray(6)
  let end = 6
  for (let numbers = 0; numbers < 2; numbers += 1) {
    if (end + 2 > body.length) return undefined
    end += 2 + ((body.readUInt16BE(end) + 7) >> 3)
  }
  return end < body.length ? packet(PUBLIC_SUBKEY, body.subarray(0, end)) : undefined
}

/**
 * The keys of this installation, the newest first: those of the environment, else of a file beside the data, which is
 * made on the first start. Whoever has the database has not got it; whoever copies the whole folder has.
 */
export function feedbackKeys(folder: string): string {
  const path = join(folder, 'feedback-key')
  const given = process.env.FEEDBACK_KEY?.trim()
  if (given) return checked(given, 'FEEDBACK_KEY')
  if (existsSync(path)) return checked(readFileSync(path, 'utf8').trim(), path)
  const { secretKey } = makeFeedbackKey()
  try {
    writeFileSync(path, `${secretKey}\n`, { mode: 0o600 })
    chmodSync(path, 0o600)
  } catch (error) {
    throw writeError(error, path) ?? error
  }
  return secretKey
}

function checked(keys: string, where: string) {
  if (keys.split(/\s+/).every(publicKeyOf)) return keys
  throw new UserError(`${where} holds no key for petitions: make one with "npm run feedback-key".`)
}
