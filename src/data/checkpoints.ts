import { queryOptions } from '@tanstack/react-query'
import { type Checkpoint, checkCheckpoint, fingerprint } from '../lib/checkpoint/note'
import { checkReceiptProof, type ReceiptProof } from '../lib/checkpoint/receipt-proof'
import { rpc } from './rpc'

/** The last signed checkpoint with all its signatures checked here, and the fingerprint of the key in use; null before the first. */
export const lastCheckpoint = queryOptions({
  queryKey: ['ledger_checkpoint'],
  queryFn: async () => {
    const checkpoint = await rpc<Checkpoint | null>('ledger_checkpoint', {}, { method: 'GET' })
    if (!checkpoint) return null
    const key = checkpoint.keys.findLast(({ is_log }) => is_log)
    return { ...checkpoint, ...checkCheckpoint(checkpoint), key, fingerprint: key && fingerprint(key.public_key) }
  },
})
export type LastCheckpoint = NonNullable<Awaited<ReturnType<NonNullable<typeof lastCheckpoint.queryFn>>>>

/** Asks for the proof of a proof code and follows it here. By POST, so that no server log holds the code. Throws a Problem. */
export const checkProof = async (code: string) =>
  checkReceiptProof(code, await rpc<ReceiptProof>('receipt_proof', { code }))
