import { apiKey, apiUrl, currentKey } from './api'
import { Problem, toProblem } from './problem'

/** A phone on a dying signal can hold a request open for minutes. */
const TIMEOUT = 20_000

/** The date of the last answer by the server's clock, and by this device's in Unix milliseconds (server-clock.ts). */
export let lastAnswer: [date: string | null, at: number] | undefined

type Options = { method?: 'GET' | 'POST'; timeout?: number }

/**
 * Calls a function of the database. The citizen's and the public's pages use this instead of supabase-js, which weighs
 * more than a page of theirs. Throws a Problem.
 */
export function rpc<Result>(name: string, args: object, { method = 'POST', timeout = TIMEOUT }: Options = {}) {
  if (method === 'GET')
    return request<Result>(`rpc/${name}?${new URLSearchParams(args as Record<string, string>)}`, timeout)
  const headers = { 'content-type': 'application/json' }
  return request<Result>(`rpc/${name}`, timeout, { method, headers, body: JSON.stringify(args), keepalive: true })
}

/** Asks the API for what an address under its root answers. Throws a Problem. */
export async function request<Result>(path: string, timeout = TIMEOUT, { headers, ...options }: RequestInit = {}) {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeout)
  try {
    const { signal } = abort
    const send = (apikey: string) =>
      fetch(`${apiUrl}/rest/v1/${path}`, {
        ...options,
        // The address of a visit is a secret, and without scripts rate.html has to send it along.
        referrerPolicy: 'strict-origin',
        headers: { apikey, ...headers },
        signal,
      })
    const key = apiKey
    let response = await send(key)
    if ([401, 403].includes(response.status)) {
      const current = await currentKey(signal)
      if (current !== key) response = await send(current)
    }
    lastAnswer = [response.headers.get('date'), Date.now()]
    return await readAnswer<Result>(response)
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(0, 'offline')
  } finally {
    clearTimeout(timer)
  }
}

async function readAnswer<Result>(response: Response): Promise<Result> {
  // Not JSON: a captive portal's or a proxy's page, which answers nothing.
  const body = await response.json().catch(() => undefined)
  if (response.ok) {
    if (body === undefined) throw new Problem(0, 'offline')
    return body as Result
  }
  throw toProblem(body, {
    retryAfter: retryAfter(response.headers.get('retry-after')),
    serverTime: instant(response.headers.get('date')),
  })
}

/** Seconds or an HTTP date (RFC 9110, section 10.2.3), as milliseconds from now. */
function retryAfter(header: string | null) {
  if (header === null) return undefined
  const seconds = Number(header)
  const until = instant(header)
  return Number.isNaN(seconds) ? until && Math.max(0, until - Date.now()) : seconds * 1000
}

function instant(header: string | null) {
  const time = header === null ? Number.NaN : Date.parse(header)
  return Number.isNaN(time) ? undefined : time
}
