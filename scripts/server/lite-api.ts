// The API of the app: Supabase Lite, mounted on the server that also serves the pages.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { App } from '@supabase/lite'
import { honoMiddleware } from '@supabase/lite/vite'
import type { Plugin } from 'vite'
import type { Database } from './database.ts'
import type { Handler } from './sign-in/requests.ts'
import { signIn } from './sign-in/sign-in.ts'

// Only what browsers need. Lite's /_system shows the configuration to anyone who asks.
const prefixes = ['/auth/v1', '/rest/v1']

/** People sign in with a code sent by mail, and in no other way: a password would prove nothing. */
const signingIn = ['POST otp', 'POST verify', 'POST token', 'POST logout', 'GET user']

function isSigningIn({ method }: Request, { pathname, searchParams }: URL) {
  const way = `${method} ${pathname.slice('/auth/v1/'.length)}`
  if (way === 'POST token') return searchParams.getAll('grant_type').every(type => type === 'refresh_token')
  return method === 'OPTIONS' || signingIn.includes(way)
}
const largestBody = 10 * 1024 * 1024

const answering = new AsyncLocalStorage<true>()

/**
 * On a refused request Lite prints the whole error with the request's parameters: scores, comments and receipts would
 * stand in a log. While a request is answered nothing is printed but our own line.
 */
function keepRequestsOutOfTheLog() {
  const print = console.error
  console.error = (...values: unknown[]) => {
    if (!answering.getStore()) print(...values)
  }
}

function logRefusal(request: Request, status: number) {
  const time = new Date().toISOString().slice(0, 19)
  console.log(`${time}Z ${request.method} ${new URL(request.url).pathname} ${status}`)
}

const refusal = (status: number, message: string) => Response.json({ code: `PT${status}`, message }, { status })

/** The request with its body read, so that a sender who is slow or never ends keeps nobody else waiting. */
async function received(request: Request) {
  if (!request.body) return request
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const part of request.body as ReadableStream<Uint8Array<ArrayBuffer>>) {
    size += part.byteLength
    if (size > largestBody) return undefined
    parts.push(part)
  }
  return new Request(request.url, { method: request.method, headers: request.headers, body: new Blob(parts) })
}

/**
 * Lite takes it for its own fault when it cannot read what was sent: a body nested thousands of levels deep, or a value
 * of a type that the database driver does not take.
 */
async function asRefusal(response: Response) {
  if (response.status !== 500) return response
  const { message } = await response
    .clone()
    .json()
    .catch(() => ({}))
  const unreadable = /Maximum call stack size|^Error: Invalid input for|ERR_INVALID_ARG_TYPE/.test(String(message))
  return unreadable ? refusal(400, 'body_invalid') : response
}

const MARK = [0xef, 0xbb, 0xbf]

/** PGlite takes the mark of UTF-8 off the beginning of a text, and without it Excel shows other letters. */
async function withMark(request: Request, response: Response) {
  const { pathname, searchParams } = new URL(request.url)
  const isAsked = pathname.endsWith('/rpc/open_csv') && searchParams.get('bom') === 'true'
  if (!isAsked || request.method !== 'GET' || response.status !== 200) return response
  const content = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(content[0] === MARK[0] ? content : new Blob([new Uint8Array(MARK), content]), { headers })
}

/**
 * Does one piece of work after the other. PGlite has a single connection, and Lite lets transactions of parallel requests
 * run into each other on it: an answered rating may be rolled back, an anonymous request may run as administrator.
 */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

export type ApiOptions = {
  app: Pick<App, 'fetch'>
  query: Database['query']
  isEmbedded: boolean
  /** What makes the addresses in the file of sign-in limits unreadable. */
  secret: string
  limitsFile?: string
}

/** Vite's middleware for the API. `drained` resolves when every request so far has been answered. */
export function liteApi({ app, query, isEmbedded, secret, limitsFile }: ApiOptions) {
  keepRequestsOutOfTheLog()
  const open = new Set<Promise<unknown>>()
  const track = <T>(work: Promise<T>) => {
    open.add(work)
    return work.finally(() => open.delete(work))
  }
  const answer: Handler = request =>
    answering.run(true, async () => {
      const response = await app.fetch(request, { peerAddress: null })
      return withMark(request, await asRefusal(response))
    })
  const inTurn = oneAtATime()
  const answerSignIn = signIn(answer, {
    query,
    // A token is looked up and used in one turn, also where a Postgres server answers requests in parallel.
    inTurn,
    later: work => void track(work).catch(() => undefined),
    secret,
    ...(limitsFile && { file: limitsFile }),
  })

  const answerApi = (request: Request, url: URL) => {
    if (url.pathname.startsWith('/auth/') && request.method !== 'OPTIONS') return answerSignIn(request)
    return isEmbedded ? inTurn(() => answer(request)) : answer(request)
  }

  const fetch: Handler = async request => {
    // /rest/v1/../../_system begins like the API and leads elsewhere.
    const url = new URL(request.url)
    const isOurs = prefixes.some(prefix => url.pathname.startsWith(`${prefix}/`))
    const isClosed = url.pathname.startsWith('/auth/') && !isSigningIn(request, url)
    if (!isOurs || isClosed) return refusal(404, 'not_found')
    const whole = await received(request)
    const response = await track(whole ? answerApi(whole, url) : Promise.resolve(refusal(413, 'body_too_large')))
    if (response.status >= 400) logRefusal(request, response.status)
    return response
  }

  const middleware = honoMiddleware({ fetch } as unknown as Parameters<typeof honoMiddleware>[0], prefixes)
  const plugin: Plugin = {
    name: 'hai-long-api',
    configureServer: server => void server.middlewares.use(middleware),
    configurePreviewServer: server => void server.middlewares.use(middleware),
  }
  return { plugin, drained: () => Promise.allSettled(open) }
}
