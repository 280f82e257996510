import { request as rawRequest } from 'node:http'
import { expect } from '@playwright/test'
import { inside } from './agreement.ts'

export {
  counters,
  idMade,
  inside,
  newReceipt,
  office,
  procedures,
  rating,
  staffTables,
  tables,
  writingFunctions,
} from './agreement.ts'

const needed = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

/** Where the app and its API answer, and the two keys of this installation. */
export const api = {
  url: needed('BASE_URL').replace(/\/$/, ''),
  publishableKey: needed('SUPABASE_PUBLISHABLE_KEY'),
  secretKey: needed('SUPABASE_SECRET_KEY'),
}

// biome-ignore lint/suspicious/noExplicitAny: what answers look like inside is what the tests find out.
export type Answer = { status: number; text: string; body: any; headers: Headers }
type Options = { method?: string; body?: string; headers?: Record<string, string>; key?: string }

/** One request as a browser without a session sends it. `body` is sent as it is. */
export async function ask(path: string, { method, body, headers, key }: Options = {}): Promise<Answer> {
  const response = await fetch(api.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      apikey: key ?? api.publishableKey,
      'content-type': 'application/json',
      // A connection that is kept may just be closing when a busy machine uses it again.
      connection: 'close',
      ...headers,
    },
    body: body ?? null,
    redirect: 'manual',
  })
  const text = await response.text()
  return { status: response.status, text, body: parsed(text), headers: response.headers }
}

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const call = (name: string, args: unknown, key?: string) =>
  ask(`/rest/v1/rpc/${name}`, { body: JSON.stringify(args), ...(key ? { key } : {}) })

/** A path as it is written: fetch would take the dots out of it. */
export function askForPath(path: string): Promise<{ status: number; type: string; text: string }> {
  const { hostname, port } = new URL(api.url)
  return new Promise((resolve, reject) => {
    const request = rawRequest({ hostname, port, path, headers: { apikey: api.publishableKey } }, response => {
      let text = ''
      response.on('data', chunk => (text += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
      )
    })
    request.on('error', reject).end()
  })
}

/** The answer is a refusal with this status and this key of the catalogues, and tells nothing else. */
export function expectRefusal({ status, body, text }: Answer, [wantedStatus, key]: readonly [number, string]) {
  expect([status, body?.message, body?.code], text.slice(0, 300)).toEqual([wantedStatus, key, `PT${wantedStatus}`])
  expect(text).not.toMatch(inside)
}
