/**
 * The clock of an old tablet may be wrong by years, and a code of another time proves nothing. So a display goes by what the
 * server last said, and by the clock of the page since, which no clock setting moves; a page that opens without a signal
 * takes the difference that was found before.
 */
const KEY = 'display-clock'

let heard: { server: number; page: number } | undefined

type Kept = { ahead: number; at: number }

function kept(): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** What the server's clock said just now, in Unix milliseconds. */
export function hear(server: number) {
  heard = { server, page: performance.now() }
  try {
    localStorage.setItem(KEY, JSON.stringify({ ahead: server - Date.now(), at: server }))
  } catch {
    // The page itself still knows.
  }
}

/** The server's time now; undefined where no server has ever told it. */
export function serverTime() {
  if (heard) return heard.server + performance.now() - heard.page
  const before = kept()
  return before && Date.now() + before.ahead
}

/** When the server was last heard, by its own clock. */
export const lastHeard = () => heard?.server ?? kept()?.at
