import type { Problem } from '../../data/problem'
import type { Environment } from './environment'

const FIRST_PAUSE = 2_000
/** While nothing gets through. */
const LONGEST_PAUSE = 5 * 60_000
/** Of a receipt whose call fails again and again, and of what a server may ask for. */
const LONGEST_REST = 60 * 60_000

type Hold = { problem: Problem; failures: number; isResting: boolean; isOver: boolean; cancel: () => void }

/** In place of a receipt: nobody's calls are sent. */
const ALL = ''

/**
 * The receipts whose last call failed, and how long each waits. By timers, which no change of the clock moves. `ended`: a
 * pause is over.
 */
export function backOff(environment: Environment, ended: () => void) {
  const holds = new Map<string, Hold>()
  const of = (receipt: string) => [receipt, ALL].flatMap(key => holds.get(key) ?? [])
  const end = (hold: Hold) => {
    hold.cancel()
    hold.isOver = true
  }

  return {
    isHeld: (receipt: string) => of(receipt).some(hold => !hold.isOver),

    /** Why it could not be sent; undefined when it has not been tried, or is on its way. */
    problemOf: (receipt: string) => of(receipt).map(({ problem }) => problem)[0],

    /** Without a receipt: it is no single call that fails. */
    failed(problem: Problem, receipt = ALL, before = 0) {
      const rest = Math.min(LONGEST_REST, problem.circumstances.retryAfter ?? 0)
      let failures = before
      const known = holds.get(receipt)
      if (known) {
        end(known)
        failures = Math.max(failures, known.failures)
      }
      const limit = Math.min(receipt ? LONGEST_REST : LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures)
      // Half of the pause is left to chance, so that forty phones behind one router do not come back together.
      const pause = Math.max(rest, limit * (0.5 + environment.random() / 2))
      const over = () => {
        hold.isOver = true
        ended()
      }
      const cancel = environment.later(over, pause)
      const hold = { problem, failures: failures + 1, isResting: rest > 0, isOver: false, cancel }
      holds.set(receipt, hold)
    },

    succeeded(receipt: string) {
      of(receipt).forEach(end)
      holds.delete(receipt)
      holds.delete(ALL)
    },

    /** Ends the pauses, of one receipt or of all; a server that asked to be left alone is left alone. */
    release(receipt?: string) {
      for (const [key, hold] of holds) if (!hold.isResting && (receipt ?? key) === key) end(hold)
    },
  }
}
