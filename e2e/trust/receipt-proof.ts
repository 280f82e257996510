// What a server says of a receipt that is in batch 12, signed with a key of its own.

import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { makeKey, readKey, signCheckpoint } from '../../scripts/ledger/note'

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const leafHash = (leaf: Uint8Array) => sha256(Buffer.of(0), leaf)

export const codeOf = (receipt: string) => createHash('sha256').update(receipt).digest('hex').slice(0, 32)

function newKey() {
  const key = readKey(makeKey('thu.example/ledger'))
  if (!key) throw new Error('no key')
  return key
}
const key = newKey()

/** A batch of two people is the whole ledger. `committed`: the receipt that the batch really holds. */
export function proofOf(receipt: string, committed = receipt) {
  const [salt, beside] = [sha256(Buffer.of(7)), leafHash(Buffer.of(8))]
  const mine = leafHash(Buffer.concat([salt, Buffer.from(codeOf(committed), 'hex')]))
  const receiptsRoot = sha256(Buffer.of(1), mine, beside).toString('hex')
  const entry = `${'0'.repeat(64)}|12|xa-hoi-an|||||2026-11-20|2|0|0|0|2|0||||2026-11-20|${receiptsRoot}`
  const root = leafHash(Buffer.from(entry)).toString('base64')
  const text = `${key.name}\n1\n${root}\n`
  const note = `${text}\n— ${key.name} ${signCheckpoint(text, key)}\n`
  const keys = [{ name: key.name, public_key: key.publicKey, is_log: true }]
  return {
    state: 'counted',
    batch: 12,
    salt: salt.toString('base64'),
    leaf: { place: 0, path: [beside.toString('base64')] },
    entry: { place: 0, size: 1, entry, path: [] },
    checkpoint: { size: 1, made_on: '2026-11-20', origin: key.name, root, note, keys },
  }
}

/** That ledger's checkpoint as a witness has signed it too (C2SP tlog-cosignature). */
export function witnessedCheckpoint(witness: string) {
  const { checkpoint } = proofOf('K7M4Q29XDP3T')
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const [text = ''] = checkpoint.note.split('\n\n')
  const at = 1_795_000_000
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(at))
  const signed = sign(null, Buffer.from(`cosignature/v1\ntime ${at}\n${text}\n`), privateKey)
  const id = sha256(Buffer.from(`${witness}\n`), Buffer.of(4), bytes).subarray(0, 4)
  const line = `— ${witness} ${Buffer.concat([id, time, signed]).toString('base64')}\n`
  const keys = [...checkpoint.keys, { name: witness, public_key: bytes.toString('base64'), is_log: false }]
  return { ...checkpoint, note: checkpoint.note + line, keys }
}
