// Whether a code that somebody has typed exists. Apart from what the first script of a rating asks.

import { toProblem } from './problem'
import { fetchRatingTarget } from './rating-targets'
import { fetchReceiptState } from './receipts'

/** False when the server refused; throws a Problem when it could not be asked. */
async function isAccepted(asked: Promise<unknown>) {
  try {
    await asked
    return true
  } catch (error) {
    const problem = toProblem(error)
    if (problem.isFinal) return false
    throw problem
  }
}

/** Whether a counter or a visit has the code. Throws a Problem when that cannot be told now. */
export const isCodeKnown = (code: string) => isAccepted(fetchRatingTarget(code))

/** Throws a Problem when that cannot be told now. */
export const isReceiptKnown = (receipt: string) => isAccepted(fetchReceiptState(receipt))
