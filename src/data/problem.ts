type Circumstances = {
  /** Milliseconds that the server asked to be left alone for. */
  retryAfter?: number | undefined
  /** The server's clock as it refused, in Unix milliseconds. */
  serverTime?: number | undefined
}

/** Keys of problems that are no refusals: the same may well be accepted later. */
const PASSING = ['offline', 'server', 'function_unknown', 'try_later']

/** Statuses that ask to come again: timeout, too early, too many. */
const COME_AGAIN = [408, 425, 429]

/**
 * Keys with which the database refuses a rating for good. They name what is wrong with its content, and never the key,
 * the address or the shape of a request: those say how a page gets on with a server, a proxy or a portal today, and a
 * deploy or a walk out of the building mends them.
 */
const FINAL = /^((counter|details|device|id|procedure|rated_at|receipt|score|visit)_|too_late$|no_reply$)/

/** An error that can be shown to a person: the catalogues hold a sentence for every key (`refusal.<key>`). */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** The HTTP status; 0 when no answer came. */
  readonly status: number
  /** The key of a refusal, or 'offline', 'server', 'function_unknown', 'not_found'. */
  readonly key: string
  readonly circumstances: Circumstances

  constructor(status: number, key: string, circumstances: Circumstances = {}) {
    super(`${status} ${key}`)
    this.status = status
    this.key = key
    this.circumstances = circumstances
  }

  /** A rating, or the code of one, that will be refused again: the person has to be told. Nothing else loses an answer. */
  get isFinal() {
    return FINAL.test(this.key)
  }

  /** A final answer: asking the same again would be refused again. */
  get isRefusal() {
    return this.status >= 400 && this.status < 500 && !COME_AGAIN.includes(this.status) && !PASSING.includes(this.key)
  }
}

/**
 * The problem behind an error of any origin: ours, supabase-js's `{code, message}`, or fetch's TypeError.
 * A refusal has the code PT<status> and its key as the message, and so has a server that has no room for the moment
 * (503 try_later), which is no refusal; everything else counts as a fault of the server,
 * so that a proxy's page is never taken for an answer.
 */
export function toProblem(error: unknown, circumstances: Circumstances = {}): Problem {
  if (error instanceof Problem) return error
  const { code, message, name } = (error ?? {}) as { code?: unknown; message?: unknown; name?: unknown }
  const refusal = /^PT(4\d\d|503)$/.exec(String(code))
  if (refusal && /^[a-z_]+$/.test(String(message))) {
    return new Problem(Number(refusal[1]), String(message), circumstances)
  }
  // A single row was asked for and there is none.
  if (code === 'PGRST116') return new Problem(404, 'not_found')
  // The sign-in ran out while nothing was done.
  if (code === 'PGRST301' || code === 'PGRST303') return new Problem(401, 'sign_in_first')
  if (code === 'PGRST202') return new Problem(404, 'function_unknown', circumstances)
  const isLost = name === 'AbortError' || /fetch|network|load failed|preload|import/i.test(String(message))
  return isLost ? new Problem(0, 'offline') : new Problem(500, 'server', circumstances)
}
