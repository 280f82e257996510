import { judgeRefusal } from './judge-refusal'
import { outbox } from './page-outbox'

/** No tap waits for this file: what was refused before it came has waited, and is sent again now. */
export function startJudging() {
  outbox.judge = judgeRefusal
  void outbox.wake()
}
