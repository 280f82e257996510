// Signing what the ledger says of itself: C2SP signed-note and tlog-checkpoint, with the Ed25519 of Node.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto'

const ED25519 = 1
/** What stands before the 32 bytes of a private key in DER (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

export type LedgerKey = {
  /** The origin of the ledger. */
  name: string
  privateKey: KeyObject
  /** 32 bytes, base64. */
  publicKey: string
}

/** The first four bytes of the hash over name, kind and key. */
export const keyId = (name: string, publicKey: string, kind = ED25519) =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([kind]))
    .update(Buffer.from(publicKey, 'base64'))
    .digest()
    .subarray(0, 4)

function keyOf(name: string, seed: Buffer): LedgerKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { name, privateKey, publicKey: Buffer.from(x, 'base64url').toString('base64') }
}

/** A key as one line, in the format of other programs for signed notes; undefined for anything else. */
export function readKey(line: string): LedgerKey | undefined {
  const [, name = '', id, base64 = ''] =
    /^PRIVATE\+KEY\+([a-z0-9][a-z0-9./:-]{2,98})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(line.trim()) ?? []
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ED25519) return undefined
  const key = keyOf(name, bytes.subarray(1))
  return keyId(name, key.publicKey).toString('hex') === id ? key : undefined
}

/** A new key as one line, the whole of which is secret. */
export function makeKey(name?: string) {
  const { d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const seed = Buffer.from(d, 'base64url')
  const own = keyOf('', seed)
  const chosen = name ?? `hai-long/${createHash('sha256').update(own.publicKey).digest('hex').slice(0, 8)}`
  const base64 = Buffer.concat([Buffer.from([ED25519]), seed]).toString('base64')
  return `PRIVATE+KEY+${chosen}+${keyId(chosen, own.publicKey).toString('hex')}+${base64}`
}

/** What everybody may know of it, in one line: what a witness is given. */
export const verifierOf = (name: string, publicKey: string) =>
  `${name}+${keyId(name, publicKey).toString('hex')}+${Buffer.concat([Buffer.from([ED25519]), Buffer.from(publicKey, 'base64')]).toString('base64')}`

/** The signature under a checkpoint, as it stands after the name. The name is its first line, which a key may sign for. */
export function signCheckpoint(text: string, { privateKey, publicKey }: LedgerKey) {
  const [origin = ''] = text.split('\n')
  return Buffer.concat([keyId(origin, publicKey), signBytes(null, Buffer.from(text), privateKey)]).toString('base64')
}
