// How long an answer may be kept, and the mark by which a copy is known to be still right. The database says both
// (supabase/migrations: http_caching); PostgREST asks it before each request (before_request), and here we do.

import { createHash } from 'node:crypto'
import type { Database } from '../migration-record.ts'

/** What chooses a part of a table, and is no part of the address by which a copy is found again. */
const choosing = ['range', 'range-unit', 'prefer', 'accept-profile']

/** What the answer will say of copies of it, `undefined` where none is good for others. */
export type Copies = { kept: string; mark: string; varies: string }

/**
 * Asked before the answer is: a change in between makes the mark older than what it stands for, and never newer. Then a
 * reader is sent the same once more, and nobody is told that an old copy is still right.
 */
export async function copiesOf(request: Request, query: Database['query']): Promise<Copies | undefined> {
  const { method, url, headers } = request
  const [, path] = /^\/rest\/v1(\/(?:rpc\/)?[a-z_]+)$/.exec(new URL(url).pathname) ?? []
  const isPlain = !headers.has('authorization') && !choosing.some(name => headers.has(name))
  if (!path || !isPlain || (method !== 'GET' && method !== 'HEAD')) return undefined
  const form = createHash('md5')
    .update(headers.get('accept') ?? '')
    .digest('hex')
  const [said] =
    await query(`select h -> 0 ->> 'Cache-Control' as kept, h -> 1 ->> 'ETag' as mark, h -> 2 ->> 'Vary' as varies
    from private.public_copy_headers('${form}', private.kept_of('${path}')) h where private.is_public_read('${path}')`)
  return said && { kept: `${said.kept}`, mark: `${said.mark}`, varies: `${said.varies}` }
}

/** The answer with what it says of copies. A function that says it itself, and a refusal, stay as they are. */
export function withCopies(response: Response, copies: Copies | undefined) {
  if (!copies || response.status !== 200 || response.headers.has('cache-control')) return response
  const headers = new Headers(response.headers)
  headers.set('cache-control', copies.kept)
  headers.set('etag', copies.mark)
  headers.append('vary', copies.varies)
  return new Response(response.body, { status: 200, headers })
}

/** RFC 9110, section 13.1.2: compared weakly, since a compressed answer is the same answer. */
const isAmong = (marks: string, mark: string) =>
  marks.split(',').some(one => one.trim() === '*' || one.trim().replace(/^W\//, '') === mark.replace(/^W\//, ''))

/** Whoever has this very answer already is told so, and sent nothing. */
export function withoutKnown(request: Request, response: Response) {
  const [known, mark] = [request.headers.get('if-none-match'), response.headers.get('etag')]
  const isAsked = request.method === 'GET' || request.method === 'HEAD'
  if (!known || !mark || !isAsked || response.status !== 200 || !isAmong(known, mark)) return response
  const headers = new Headers(response.headers)
  for (const name of ['content-type', 'content-length', 'content-range']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}
