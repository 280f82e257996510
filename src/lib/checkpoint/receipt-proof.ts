import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { fromBase64, joined, utf8 } from './bytes'
import { isIncluded, leafHash, rootOfPath } from './merkle'
import { type CheckedCheckpoint, type Checkpoint, checkCheckpoint } from './note'

export type Voided = { reason: string; on: string }

/** As public.receipt_proof answers. */
export type ReceiptProof = {
  state: 'waiting' | 'counted' | 'set_aside' | 'withdrawn'
  batch: number | null
  /** When the whole batch was found wrong later. */
  voided?: Voided | null
  salt?: string
  leaf?: { place: number; path: string[] } | null
  entry?: { place: number; size: number; entry: string; path: string[] } | null
  checkpoint?: Checkpoint | null
}

/**
 * holds: in the batch, in the ledger, signed. unsigned: all but the signature, which is still to come. uncommitted: the batch
 * is older than such proofs. not_in_batch, not_in_ledger, wrong_signature: what the server says is not so.
 */
export type ProofOutcome =
  | 'holds'
  | 'unsigned'
  | 'uncommitted'
  | 'not_counted'
  | 'not_in_batch'
  | 'not_in_ledger'
  | 'wrong_signature'

export type CheckedProof = {
  outcome: ProofOutcome
  batch: number | null
  voided?: Voided
  checkpoint?: CheckedCheckpoint
}

/** What may be shown to others instead of a receipt: it leads to the proof, and to no score. */
export const proofCode = (receipt: string) => bytesToHex(sha256(utf8(receipt)).slice(0, 16))

const hashes = (path: string[]) => path.map(fromBase64)

// The fields of a batch that are read here, of those that private.batch_text joins.
const [NUMBER, N, ROOT] = [1, 8, 18]

/** Follows a proof from the receipt to the signature. What cannot be read proves nothing. */
export function checkReceiptProof(code: string, proof: ReceiptProof): CheckedProof {
  try {
    return { ...followed(code, proof), ...(proof.voided && { voided: proof.voided }) }
  } catch {
    return { outcome: 'not_in_ledger', batch: proof.batch }
  }
}

function followed(code: string, { state, batch, salt, leaf, entry, checkpoint }: ReceiptProof): CheckedProof {
  if (state !== 'counted') return { outcome: 'not_counted', batch }
  if (salt === undefined) return { outcome: 'uncommitted', batch }
  if (!leaf) return { outcome: 'not_in_batch', batch }
  if (!entry || !checkpoint) return { outcome: 'unsigned', batch }
  const fields = entry.entry.split('|')
  const mine = leafHash(joined(fromBase64(salt), hexToBytes(code)))
  const root = rootOfPath(mine, leaf.place, Number(fields[N]), hashes(leaf.path))
  const isThisBatch = fields.length === ROOT + 1 && Number(fields[NUMBER]) === batch
  if (!isThisBatch || !root || bytesToHex(root) !== fields[ROOT]) return { outcome: 'not_in_batch', batch }
  const checked = checkCheckpoint(checkpoint)
  const isInLedger = isIncluded(leafHash(utf8(entry.entry)), entry.place, checked.tree, hashes(entry.path))
  const signature = { right: 'holds', wrong: 'wrong_signature', missing: 'unsigned' } as const
  return { outcome: isInLedger ? signature[checked.signed] : 'not_in_ledger', batch, checkpoint: checked }
}
