// What no tap waits for, and what every page has all the same.

import { fetchReceiptState, fetchReleaseRule } from '../../data/receipts'
import { forgetOld } from './forget-old'
import { judgeRefusal } from './judge-refusal'
import { outbox } from './page-outbox'

/** What was refused before this file came has waited, and is sent again now. */
export function startJudging() {
  outbox.judge = judgeRefusal
  void outbox.wake()
}

/** Once the page needs the network for nothing else. */
export const forgetOneOld = () => forgetOld(outbox, { state: fetchReceiptState, rule: fetchReleaseRule })
