/** What the outbox takes from the world, so that a test can be the world. */
export type Environment = {
  now(): number
  random(): number
  /** Calls back once, after so many milliseconds; the answer takes the wish back. */
  later(work: () => void, milliseconds: number): () => void
}

export const browserEnvironment: Environment = {
  now: () => Date.now(),
  random: () => Math.random(),
  later(work, milliseconds) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}
