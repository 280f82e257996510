/** What went wrong, as a person can be told it: the catalogues hold a sentence for every key (`refusal.<key>`). */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** The HTTP status; 0 when no answer came. */
  readonly status: number
  /** The key of a refusal, or 'offline', 'function_unknown', 'server'. */
  readonly key: string

  constructor(status: number, key: string) {
    super(`${status} ${key}`)
    this.status = status
    this.key = key
  }

  /** A final answer: asking the same again would be refused again. */
  get isRefusal() {
    return this.status >= 400 && this.status < 500 && !['offline', 'server', 'function_unknown'].includes(this.key)
  }
}

/**
 * The problem behind an error of any origin: ours, supabase-js's `{code, message}`, or fetch's TypeError.
 * A refusal carries the code PT<status> and its key as the message; everything else is told as a fault of the server,
 * so that a proxy's page is never taken for an answer.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, message, name } = (error ?? {}) as { code?: unknown; message?: unknown; name?: unknown }
  const refusal = /^PT(4\d\d)$/.exec(String(code))
  if (refusal && /^[a-z_]+$/.test(String(message))) return new Problem(Number(refusal[1]), String(message))
  // A single row was asked for and there is none.
  if (code === 'PGRST116') return new Problem(404, 'not_found')
  if (code === 'PGRST202') return new Problem(404, 'function_unknown')
  const isLost = name === 'AbortError' || name === 'TimeoutError' || /fetch|network|load failed/i.test(String(message))
  return isLost ? new Problem(0, 'offline') : new Problem(500, 'server')
}
