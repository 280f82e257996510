// Restarts a server that has stopped answering. PGlite runs in the server's only thread: a query that never ends holds
// up everything there, also the server's own signals and timers, so that only another process can end it.

/** @typedef {import('node:child_process').ChildProcess} Child */
/** @typedef {{ every: number, patience: number, longPatience: number }} Times in milliseconds */

/** @type {Times} */
const times = { every: 2_000, patience: 10_000, longPatience: 600_000 }

/**
 * Pings the server from the moment it says that it serves, and kills it when no answer comes for `patience`, or for
 * `longPatience` while it does an administrator's work. Returns whether it was killed for that.
 *
 * @param {Child} child
 * @param {Times} [limits]
 */
export function watch(child, { every, patience, longPatience } = times) {
  let answeredAt = 0
  let isLong = false
  let wasKilled = false
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  let askedAt = 0
  const look = () => {
    const now = Date.now()
    // A machine that slept, or a parent that was held up itself, has asked nothing meanwhile.
    const wasAway = now - askedAt > 3 * every
    askedAt = now
    if (wasAway) answeredAt = now
    if (now - answeredAt > (isLong ? longPatience : patience)) {
      wasKilled = true
      clearInterval(timer)
      console.log(`${new Date().toISOString().slice(0, 19)}Z the server does not answer any more: starting it again`)
      child.kill('SIGKILL')
      return
    }
    if (child.connected) child.send('ping', () => {})
  }
  child.on('message', message => {
    answeredAt = Date.now()
    if (message === 'serving' && !timer) {
      askedAt = answeredAt
      timer = setInterval(look, every)
    }
    if (message === 'long-work') isLong = true
    if (message === 'long-work-done') isLong = false
  })
  child.on('exit', () => clearInterval(timer))
  return () => wasKilled
}
