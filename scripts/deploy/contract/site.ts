// One running system as it is asked from outside, and what is found there.

export type Site = {
  /** Where people find the pages. */
  url: string
  /** Where the API answers: the same, or a project's own address. */
  api: string
  publishableKey: string
  secretKey?: string
  jwtSecret?: string
}

/** One thing that must hold. `attempt` tells what is wrong, or nothing. */
export type Check = { name: string; remedy: string; attempt: (site: Site) => Promise<string | undefined> }

// biome-ignore lint/suspicious/noExplicitAny: what answers look like inside is what is found out.
export type Answer = { status: number; text: string; body: any; headers: Headers }
type Asking = { method?: string; body?: string; headers?: Record<string, string> }

const patience = 30_000

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export async function ask(address: string, { method, body, headers }: Asking = {}): Promise<Answer> {
  const response = await fetch(address, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: headers ?? {},
    body: body ?? null,
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })
  const text = await response.text()
  return { status: response.status, text, body: parsed(text), headers: response.headers }
}

/** The API as anybody asks it; `headers` may name another key. */
export const askApi = ({ api, publishableKey }: Site, path: string, asking: Asking = {}) =>
  ask(`${api}/rest/v1/${path}`, {
    ...asking,
    headers: { apikey: publishableKey, 'content-type': 'application/json', ...asking.headers },
  })

export const call = (site: Site, name: string, args: unknown, headers: Record<string, string> = {}) =>
  askApi(site, `rpc/${name}`, { body: JSON.stringify(args), headers })

/** An answer as one reads it in a list of findings. */
export const seen = ({ status, text }: Answer) => `status ${status} ${text.slice(0, 160).replaceAll('\n', ' ')}`.trim()

/** What was wrong of many, in one line; nothing when there is nothing. */
export const told = (faults: string[]) =>
  faults.length === 0
    ? undefined
    : `${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `; and ${faults.length - 5} more` : ''}`

/** What PostgREST and Lite answer to somebody without the right, and where nothing is. */
export const isClosed = ({ status }: Answer) => [400, 401, 403, 404, 405, 406].includes(status)
