// What Lite answers when something goes wrong, as a browser may hear it: a key that the pages have a sentence for, and
// nothing of the statement, the tables or the disk behind it.

/** Classes of SQLSTATE that say the database could not, whatever was asked: connection, rollback, resources, locks, shutdown, system, internal. */
const FAILURE = /^(08|40|53|55|57|58|XX|ENOSPC|EIO|EDQUOT|ECONN|CONNECTION_|CONNECT_TIMEOUT)/
const FAILURE_MESSAGE =
  /ERRORDATA|ENOSPC|No space left|could not (extend|write|create|open|fsync|read) |PANIC|out of memory|disk full|PGlite is clos|connection/i

const retryAfterSeconds = '30'

export const refusal = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ code: `PT${status}`, message }, { status, headers })

export const tryLater = () => refusal(503, 'try_later', { 'retry-after': retryAfterSeconds })

/** What could not be read: the address of a reading request, else the body. */
export const unreadable = ({ method }: Request) =>
  refusal(400, method === 'GET' || method === 'HEAD' ? 'query_invalid' : 'body_invalid')

const keys: Record<number, string> = {
  401: 'key_invalid',
  403: 'not_allowed',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  409: 'conflict',
  413: 'body_too_large',
  415: 'content_type_invalid',
}

type Said = { code?: unknown; message?: unknown; error?: unknown; error_code?: unknown }

const isKey = (text: unknown) => typeof text === 'string' && /^[a-z]+(_[a-z]+)*$/.test(text)

/**
 * The answer without Lite's and Postgres's own sentences. `sqlState` is the error's, where Lite does not hand it on: it
 * takes an unreadable request and a full disk alike for its own fault.
 */
export async function withoutInternals(request: Request, response: Response, sqlState?: string) {
  if (response.status < 400) return response
  const said: Said = await response
    .clone()
    .json()
    .catch(() => ({}))
  const code = sqlState ?? String(said.code ?? '')
  if (response.status >= 500) {
    const isFailure = FAILURE.test(code) || FAILURE_MESSAGE.test(String(said.message)) || said.error === 'server_error'
    return isFailure ? tryLater() : unreadable(request)
  }
  // Sign-in has codes of its own, which supabase-js reads.
  if (new URL(request.url).pathname.startsWith('/auth/') && isKey(said.error_code ?? said.code)) return response
  if (/^PT\d{3}$/.test(String(said.code)) && isKey(said.message)) {
    return refusal(response.status, String(said.message), kept(response))
  }
  if (response.status === 400) return unreadable(request)
  const message = keys[response.status] ?? 'refused'
  // A function that is called with arguments it does not have is unknown like one that is not there.
  const plainCode = said.code === '42883' ? 'PGRST202' : String(said.code ?? `PT${response.status}`)
  return Response.json({ code: plainCode, message }, { status: response.status, headers: kept(response) })
}

function kept({ headers }: Response) {
  const names = ['allow', 'retry-after', 'www-authenticate']
  return Object.fromEntries(names.flatMap(name => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])))
}
