// What a phone loads of the app: the outbox with all that a call goes through, and the check of the ledger in the browser.

import { sendRating } from '../../../../src/data/ratings'
import { checkReceiptProof, proofCode } from '../../../../src/lib/checkpoint/receipt-proof'
import { verify } from '../../../../src/lib/figures/verify-ledger'
import { judgeRefusal } from '../../../../src/rate/outbox/judge-refusal'
import { Outbox } from '../../../../src/rate/outbox/outbox'
import { memoryStore } from '../../../../src/rate/outbox/storage/store'

export const app = { Outbox, judgeRefusal, memoryStore, sendRating, verify, checkReceiptProof, proofCode }
export type App = typeof app
