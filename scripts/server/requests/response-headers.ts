// Who may read an answer of the API besides the page that asked for it.

import { withoutKnown } from './copies.ts'

const readable = ['GET', 'HEAD', 'OPTIONS']
const askedWith =
  'accept, accept-profile, apikey, authorization, content-type, prefer, range, range-unit, x-client-info'

const isAuth = (request: Request) => new URL(request.url).pathname.startsWith('/auth/')

/** What a browser is told before a page of another site may ask: open data are read from anywhere, nothing is written. */
export function preflight(request: Request) {
  const headers = isAuth(request)
    ? { allow: 'GET, POST, OPTIONS' }
    : {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': readable.join(', '),
        'access-control-allow-headers': askedWith,
        'access-control-max-age': '86400',
      }
  return new Response(null, { status: 204, headers })
}

/**
 * The answer with its headers. Other sites may read what is public, and are told of no answer to a writing request; what
 * was answered to somebody who is signed in, or to the administrator, no cache keeps.
 */
export function withHeaders(request: Request, response: Response, isTrusted = false) {
  const headers = new Headers(response.headers)
  if (request.method === 'OPTIONS') return response
  const isPublic = readable.includes(request.method) && !isAuth(request)
  for (const name of [...headers.keys()]) {
    if (name.startsWith('access-control-') && !(isPublic && name === 'access-control-expose-headers'))
      headers.delete(name)
  }
  if (isPublic) headers.set('access-control-allow-origin', '*')
  // A refusal, or a part of a table that a header has chosen, is no copy of what stands at the address.
  const isKept = headers.has('cache-control') && response.status < 400
  if (isTrusted || isAuth(request) || request.headers.has('authorization') || !isKept)
    headers.set('cache-control', 'no-store')
  if (headers.get('cache-control') === 'no-store') headers.delete('etag')
  // Who asks decides what is answered, and Accept in which form: a copy of one is none of the other.
  for (const name of ['Authorization', 'Accept']) {
    const varying = (headers.get('vary') ?? '').toLowerCase().split(/\s*,\s*/)
    if (!varying.includes(name.toLowerCase())) headers.append('vary', name)
  }
  const { body, status, statusText } = response
  return withoutKnown(request, new Response(body, { status, statusText, headers }))
}
