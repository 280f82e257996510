/** Clock, chance and timers of the outbox, which tests replace. */
export type Environment = {
  now(): number
  /** When this page was opened and how late it is, both by a clock that nobody has set since. Left out, the browser's own. */
  page?(): { opened: number; now: number }
  random(): number
  /** Calls back once, after so many milliseconds; returns how to cancel it. */
  later(work: () => void, milliseconds: number): () => void
}

export const browserEnvironment: Environment = {
  now: Date.now,
  random: Math.random,
  later(work, milliseconds) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}
