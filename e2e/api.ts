import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { expect } from '@playwright/test'

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

/** A UUID v7 made so many milliseconds from now (RFC 9562, section 5.7). */
export function idMade(milliseconds = 0) {
  const hex = (Date.now() + milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${randomUUID().slice(15)}`
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const newReceipt = () => [...randomBytes(12)].map(byte => crockford[byte % 32]).join('')

/** Counters of the reference data: a desk of xã Hội An, its retired or split like, and one that nobody printed. */
export const counters = { open: 'X43Q58', kiosk: '5W3B89', retired: 'B28X3H', oldPoster: 'M9F3X2', unknown: '000000' }
export const office = 'xa-hoi-an'
/** Births are registered at the commune; a lost land certificate is replaced by the province alone. */
export const procedures = { offered: '1.001193', ofTheProvince: '1.012786' }

/** A rating that is accepted, of somebody with a phone of their own, for a test to spoil. */
export const rating = (changes: object = {}) => ({
  id: idMade(),
  counter: counters.open,
  score: 5,
  receipt: newReceipt(),
  device: randomUUID(),
  ...changes,
})

const sql = (path: string) => readFileSync(new URL(`../supabase/${path}`, import.meta.url), 'utf8')
const [publicReads = '', staffReads = ''] =
  sql('tests/access.sql')
    .match(/select test\.reads[\s\S]*?\), acting/)?.[0]
    .split('test.besides') ?? []
const officeColumns = () =>
  [...sql('migrations/20261101020100_offices.sql').matchAll(/^ {2}\(\d+, '(\w+)'/gm)].map(([, name]) => `${name}`)

/** Tables with their columns, from lines such as `'public.fields: code name'`, which may go on after `||`. */
const tablesIn = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    [...text.matchAll(/'public\.(\w+): ([^']*)'((?:\s*\|\| '[^']*')*)/g)].map(([, table, begin, rest]) => {
      const columns = [begin, ...[...`${rest}`.matchAll(/'([^']*)'/g)].map(([, more]) => more)].join('')
      return [table, columns.trim() ? columns.trim().split(' ') : [...officeColumns(), 'waiting']]
    }),
  )

/** The API as the agreement has it: every table with its columns. supabase/tests/access.sql holds the database to it. */
export const tables = tablesIn(publicReads)
/** What an account reads besides, and without a membership finds empty. */
export const staffTables = tablesIn(staffReads)
export const writingFunctions = ['submit_rating', 'change_rating', 'add_details', 'withdraw_rating', 'rate_reply']

/** What an answer would hold if it told how the system is built inside. */
export const inside =
  /\bselect\b.*\bfrom\b|insert into|plpgsql|visit_codes|receipt_hash|node_modules|\bat .*\.[jt]s:\d/i

/** The answer is a refusal with this status and this key of the catalogues, and tells nothing else. */
export function expectRefusal({ status, body, text }: Answer, [wantedStatus, key]: readonly [number, string]) {
  expect([status, body?.message, body?.code], text.slice(0, 300)).toEqual([wantedStatus, key, `PT${wantedStatus}`])
  expect(text).not.toMatch(inside)
}
