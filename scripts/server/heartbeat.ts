// The server's side of scripts/watchdog.js.

const tell = (message: string) => {
  // The channel may close at any moment, with the process that started this one.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

/** From now on whoever started this process may expect an answer to each ping. */
export function beginHeartbeat() {
  process.on('message', message => {
    if (message === 'ping') tell('pong')
  })
  tell('serving')
}

let works = 0

/** Does work that may hold up everything else for minutes, such as a release, and is not to be killed for it. */
export async function longWork<T>(work: () => Promise<T>): Promise<T> {
  works += 1
  if (works === 1) tell('long-work')
  try {
    return await work()
  } finally {
    works -= 1
    if (works === 0) tell('long-work-done')
  }
}
