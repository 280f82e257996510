import type { Problem } from '../../data/problem'
import type { Environment } from './environment'

const FIRST_PAUSE = 2_000
/** While nothing gets through. */
const LONGEST_PAUSE = 5 * 60_000
/** Of a receipt whose call fails again and again, and of what a server may ask for. */
const LONGEST_REST = 60 * 60_000

type Hold = { problem: Problem; failures: number; isResting: boolean; cancel?: (() => void) | undefined }

/** In place of a receipt: nobody's calls are sent. */
const ALL = ''

/**
 * The receipts whose last call failed, and how long each waits. By timers, which no change of the clock moves. `ended`: a
 * pause is over.
 */
export function backOff(environment: Environment, ended: () => void) {
  const holds = new Map<string, Hold>()
  const of = (receipt: string) => [holds.get(receipt), holds.get(ALL)]
  const end = (key: string) => {
    const hold = holds.get(key)
    hold?.cancel?.()
    if (hold) hold.cancel = undefined
  }

  return {
    isHeld: (receipt: string) => of(receipt).some(hold => hold?.cancel),

    /** Why it could not be sent; undefined when it has not been tried, or is on its way. */
    problemOf: (receipt: string) => of(receipt).find(hold => hold)?.problem,

    /** Without a receipt: it is no single call that fails. */
    failed(problem: Problem, receipt = ALL, before = 0) {
      const rest = Math.min(LONGEST_REST, problem.circumstances.retryAfter ?? 0)
      const failures = Math.max(holds.get(receipt)?.failures ?? 0, before)
      const limit = Math.min(receipt ? LONGEST_REST : LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures)
      end(receipt)
      const hold: Hold = { problem, failures: failures + 1, isResting: rest > 0 }
      holds.set(receipt, hold)
      hold.cancel = environment.later(
        () => {
          hold.cancel = undefined
          ended()
        },
        // Half of the pause is left to chance, so that forty phones behind one router do not come back together.
        Math.max(rest, limit * (0.5 + environment.random() / 2)),
      )
    },

    succeeded(receipt: string) {
      for (const key of [receipt, ALL]) {
        end(key)
        holds.delete(key)
      }
    },

    /** Ends the pauses, of one receipt or of all; a server that asked to be left alone is left alone. */
    release(receipt?: string) {
      for (const [key, { isResting }] of holds) if (!isResting && (receipt ?? key) === key) end(key)
    },
  }
}
