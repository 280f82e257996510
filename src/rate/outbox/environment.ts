/** What the outbox takes from the world, so that a test can be the world. */
export type World = {
  now(): number
  random(): number
  /** Calls back once, after so many milliseconds; the answer takes the wish back. */
  later(work: () => void, milliseconds: number): () => void
}

export const thisWorld: World = {
  now: () => Date.now(),
  random: () => Math.random(),
  later(work, milliseconds) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}
