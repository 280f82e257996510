import { checkReceiptProof, type ReceiptProof } from '../lib/checkpoint/receipt-proof'
import { rpc } from './rpc'

/** Asks for the proof of a proof code and follows it here. By POST, so that no server log holds the code. Throws a Problem. */
export const checkProof = async (code: string) =>
  checkReceiptProof(code, await rpc<ReceiptProof>('receipt_proof', { code }))
