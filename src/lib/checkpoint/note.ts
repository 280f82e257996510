// Checkpoints as C2SP writes them: a signed note (signed-note) of three lines (tlog-checkpoint), which witnesses sign
// with the time (tlog-cosignature).

import { sha256 } from '@noble/hashes/sha2.js'
import nacl from 'tweetnacl'
import { fromBase64, isSame, joined, utf8 } from './bytes'

/** As the database answers with one (private.checkpoint_shown). */
export type Checkpoint = {
  size: number
  made_on: string
  origin: string
  root: string
  note: string
  keys: { name: string; public_key: string; is_log: boolean }[]
}

export type Tree = { size: number; root: Uint8Array }

/** What is left of a checkpoint when all of it has been checked. */
export type CheckedCheckpoint = {
  tree: Tree
  origin: string
  /** Whether the ledger's own key has signed it. */
  signed: 'right' | 'wrong' | 'missing'
  /** Who has signed besides, and when, in seconds. */
  witnesses: { name: string; isRight: boolean; at: number }[]
}

const ED25519 = 1
const COSIGNATURE = 4

/** The first four bytes of the hash over name, kind and key, with which a signature begins. */
export const keyId = (name: string, kind: number, publicKey: Uint8Array) =>
  sha256(joined(utf8(`${name}\n`), Uint8Array.of(kind), publicKey)).slice(0, 4)

/** What people compare on paper: the first 16 hex digits of the key's hash, in groups of four. */
export function fingerprint(publicKey: string) {
  const hex = [...sha256(fromBase64(publicKey)).slice(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/(.{4})(?=.)/g, '$1 ')
}

/**
 * The key of a ledger in one line (a vkey of C2SP signed-note), as a witness is given it: name, hash and key. Made-up ratings
 * are signed with the same key under a longer name, which ends with them.
 */
export function verifierOf(origin: string, publicKey: string) {
  const [name, key] = [origin.replace(/\/illustrative$/, ''), fromBase64(publicKey)]
  const hash = [...keyId(name, ED25519, key)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return `${name}+${hash}+${btoa(String.fromCharCode(ED25519, ...key))}`
}

type Line = { name: string; bytes: Uint8Array }

/** The text that is signed, with its line end, and the lines of the signatures. */
export function readNote(note: string): { text: string; lines: Line[] } {
  const end = note.lastIndexOf('\n\n') + 1
  if (end === 0) throw new Error('no signed note')
  const lines = note
    .slice(end + 1)
    .split('\n')
    .slice(0, -1)
  return {
    text: note.slice(0, end),
    lines: lines.map(line => {
      const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/.exec(line) ?? []
      return { name, bytes: fromBase64(base64) }
    }),
  }
}

const isSignedBy = (text: string, signature: Uint8Array, publicKey: Uint8Array) =>
  signature.length === 64 && nacl.sign.detached.verify(utf8(text), signature, publicKey)

/** Whether a line is that key's signature under a note. */
export const isSignature = (text: string, { name, bytes }: Line, publicKey: Uint8Array) =>
  isSame(bytes.slice(0, 4), keyId(name, ED25519, publicKey)) && isSignedBy(text, bytes.slice(4), publicKey)

/** The time of a witness's signature; undefined if it is not that key's. */
export function cosignedAt(text: string, { name, bytes }: Line, publicKey: Uint8Array) {
  if (bytes.length !== 76 || !isSame(bytes.slice(0, 4), keyId(name, COSIGNATURE, publicKey))) return undefined
  const at = bytes.slice(4, 12).reduce((total, byte) => total * 256 + byte, 0)
  return isSignedBy(`cosignature/v1\ntime ${at}\n${text}`, bytes.slice(12), publicKey) ? at : undefined
}

/** Checks every signature of a checkpoint. Throws where it is no checkpoint of this ledger. */
export function checkCheckpoint({ note, keys }: Checkpoint): CheckedCheckpoint {
  const { text, lines } = readNote(note)
  const [, origin = '', size = '', root = ''] = /^([^\n]+)\n([1-9]\d*)\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? []
  if (!origin) throw new Error('no checkpoint')
  const own = lines.filter(({ name }) => name === origin)
  const ownKeys = keys.filter(key => key.is_log).map(key => fromBase64(key.public_key))
  const isRight = own.some(line => ownKeys.some(key => isSignature(text, line, key)))
  const witnesses = keys.filter(key => !key.is_log)
  return {
    tree: { size: Number(size), root: fromBase64(root) },
    origin,
    signed: isRight ? 'right' : own.length > 0 ? 'wrong' : 'missing',
    witnesses: witnesses.flatMap(({ name, public_key }) =>
      lines
        .filter(line => line.name === name)
        .map(line => {
          const at = cosignedAt(text, line, fromBase64(public_key))
          return { name, isRight: at !== undefined, at: at ?? 0 }
        }),
    ),
  }
}
