import { queryOptions } from '@tanstack/react-query'
import { type Checkpoint, checkCheckpoint, fingerprint, verifierOf } from '../lib/checkpoint/note'
import { type CheckedProof, checkReceiptProof, type ReceiptProof } from '../lib/checkpoint/receipt-proof'
import { request, rpc } from './rpc'

/**
 * The last signed checkpoint with all its signatures checked here; null before the first. verifier: the key in use, as
 * witnesses are given it; fingerprint: what people compare of it.
 */
export const lastCheckpoint = queryOptions({
  queryKey: ['ledger_checkpoint'],
  queryFn: async () => {
    const checkpoint = await rpc<Checkpoint | null>('ledger_checkpoint', {}, { method: 'GET' })
    if (!checkpoint) return null
    const key = checkpoint.keys.findLast(({ is_log }) => is_log)
    const verifier = key && verifierOf(key.name, key.public_key)
    return { ...checkpoint, ...checkCheckpoint(checkpoint), verifier, fingerprint: key && fingerprint(key.public_key) }
  },
})
export type LastCheckpoint = NonNullable<Awaited<ReturnType<NonNullable<typeof lastCheckpoint.queryFn>>>>

/** Whether a batch, as it is published, commits to its receipts. */
async function isCommitted(batch: number) {
  const rows = await request<{ receipts_root: string | null }[]>(`batches?select=receipts_root&number=eq.${batch}`)
  return rows.some(row => row.receipts_root !== null)
}

/**
 * Asks for the proof of a proof code and follows it here. By POST, so that no server log holds the code. `batch`: the one that
 * the server named before; it may not name another now, or none. Throws a Problem.
 */
export async function checkProof(code: string, batch?: number): Promise<CheckedProof> {
  const proof = checkReceiptProof(code, await rpc<ReceiptProof>('receipt_proof', { code }))
  if (batch !== undefined && proof.batch !== batch) return { outcome: 'not_in_batch', batch }
  if (proof.outcome !== 'uncommitted' || proof.batch === null || !(await isCommitted(proof.batch))) return proof
  return { ...proof, outcome: 'not_in_batch' }
}
