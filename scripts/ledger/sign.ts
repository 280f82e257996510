import type { AdminClient } from '../admin/client.ts'
import { type LedgerKey, signCheckpoint } from './note.ts'

type Unsigned = { size: number; text: string }

/** Signs every checkpoint that has no signature yet, and returns how many. */
export async function signCheckpoints(call: AdminClient, key: LedgerKey) {
  let count = 0
  for (;;) {
    const unsigned = await call<Unsigned[]>('checkpoints_to_sign')
    if (unsigned.length === 0) return count
    const signed = unsigned.map(({ size, text }) => {
      const [, , root] = text.split('\n')
      return { size: String(size), root, signature: signCheckpoint(text, key) }
    })
    await call('sign_checkpoints', { signed })
    count += signed.length
  }
}
