// The API of the app: Supabase Lite, mounted on the server that also serves the pages.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { App } from '@supabase/lite'
import { honoMiddleware } from '@supabase/lite/vite'
import type { Plugin } from 'vite'
import { longWork } from './heartbeat.ts'
import type { Database } from './migration-record.ts'
import { withAccept } from './requests/accept.ts'
import { copiesOf, withCopies } from './requests/copies.ts'
import { refusal, tryLater, withoutInternals } from './requests/failures.ts'
import { asWritten } from './requests/number-like.ts'
import { isModest, withLimit } from './requests/query.ts'
import { preflight, withHeaders } from './requests/response-headers.ts'
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

/** What is learned while a request is answered: the SQLSTATE of the error that Lite printed last. */
const answering = new AsyncLocalStorage<{ sqlState?: string }>()

/**
 * On a refused request Lite prints the whole error with the request's parameters: scores, comments and receipts would
 * stand in a log. While a request is answered nothing is printed but our own line.
 */
function keepRequestsOutOfTheLog() {
  const print = console.error
  console.error = (...values: unknown[]) => {
    const learned = answering.getStore()
    if (!learned) return print(...values)
    const code = (values[0] as { code?: unknown } | undefined)?.code
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) learned.sqlState = code
  }
}

function logRefusal(request: Request, status: number) {
  const time = new Date().toISOString().slice(0, 19)
  console.log(`${time}Z ${request.method} ${new URL(request.url).pathname} ${status}`)
}

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

/** Whether a body comes as JSON, or as the form of the page without scripts. */
function isReadableType({ method, headers }: Request, { pathname }: URL) {
  const type = headers.get('content-type')
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || type === null) return true
  if (/^application\/json\s*(;|$)/i.test(type)) return true
  return pathname.endsWith('/rpc/submit_rating_form') && /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)
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
  /** Opens the database anew. */
  renew?: () => Promise<void>
  /** Whether nothing may be written, because the disk is as good as full. */
  isDiskShort?: () => Promise<boolean>
}

const writing = ['POST', 'PUT', 'PATCH', 'DELETE']

/** The answer to an error that came instead of one. */
function failed(error: unknown) {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return Response.json({ code: String(code ?? ''), message: String(message) }, { status: 500 })
}

function pluginOf(fetch: Handler): Plugin {
  const middleware = honoMiddleware({ fetch } as unknown as Parameters<typeof honoMiddleware>[0], prefixes)
  return {
    name: 'hai-long-api',
    configureServer: server => void server.middlewares.use(middleware),
    configurePreviewServer: server => void server.middlewares.use(middleware),
  }
}

/**
 * PGlite 0.4 keeps something of every statement that fails: after some 13,000 it never answers again, whatever they were
 * (a receipt that nobody has is enough). Opening it anew takes a second or two, in which requests wait.
 */
const MOST_REFUSALS = 4_000

/** Calls back after so many calls, and again after as many more. */
function afterMany(many: number, work: () => void) {
  let n = 0
  return () => {
    n += 1
    if (n % many === 0) work()
  }
}

/** What cannot be opened again here may be in a new process, which whoever started this one starts. */
function endWithoutDatabase(error: unknown) {
  console.error(error)
  process.exit(1)
}

const tokenOf = ({ headers }: Request) => headers.get('authorization')?.replace(/^Bearer /, '')

/** The administrator's own programs ask what they like. */
const isTrusted = (request: Request, secret: string) =>
  [request.headers.get('apikey'), tokenOf(request)].includes(secret)

/**
 * An administrator's work, and what somebody who is signed in has the database do: a file of 100,000 rows is written in
 * one statement. A token of nobody's is refused before anything is done.
 */
function mayTakeLong(request: Request, { pathname }: URL, secret: string) {
  const isOwnToken = tokenOf(request) !== undefined && tokenOf(request) !== request.headers.get('apikey')
  return isTrusted(request, secret) || (isOwnToken && request.method === 'POST' && pathname.startsWith('/rest/v1/rpc/'))
}

/** Lite's answers in our words. */
function answerFrom({ app, query }: Pick<ApiOptions, 'app' | 'query'>, onRefusal: () => void): Handler {
  return request =>
    answering.run({}, async () => {
      const copies = await copiesOf(request, query)
      const response = await app.fetch(asWritten(request), { peerAddress: null }).catch(failed)
      if (response.status >= 400) onRefusal()
      const plain = await withoutInternals(request, response, answering.getStore()?.sqlState)
      return withMark(request, withCopies(plain, copies))
    })
}

/** Vite's middleware for the API. `fetch` answers one request, `drained` resolves when every request so far has been answered. */
export function liteApi({
  app,
  query,
  isEmbedded,
  secret,
  limitsFile,
  renew,
  isDiskShort = async () => false,
}: ApiOptions) {
  keepRequestsOutOfTheLog()
  const open = new Set<Promise<unknown>>()
  const track = <T>(work: Promise<T>) => {
    open.add(work)
    return work.finally(() => open.delete(work))
  }
  const inTurn = oneAtATime()
  const countRefusal = afterMany(MOST_REFUSALS, () => {
    if (isEmbedded && renew) void track(inTurn(renew)).catch(endWithoutDatabase)
  })
  const answer = answerFrom({ app, query }, countRefusal)
  const answerSignIn = signIn(answer, {
    query,
    // A token is looked up and used in one turn, also where a Postgres server answers requests in parallel.
    inTurn,
    later: work => void track(work).catch(() => undefined),
    secret,
    ...(limitsFile && { file: limitsFile }),
  })

  const inOrder = (work: () => Promise<Response>) => (isEmbedded ? inTurn(work) : work())

  const answerApi = async (request: Request, url: URL) => {
    if (writing.includes(request.method) && (await isDiskShort())) return tryLater()
    if (url.pathname.startsWith('/auth/')) return answerSignIn(request)
    if (!isReadableType(request, url)) return refusal(415, 'content_type_invalid')
    const accepting = withAccept(request)
    if (!accepting) return refusal(406, 'not_acceptable')
    const asked = isTrusted(request, secret) ? accepting : withLimit(accepting)
    return inOrder(() => (mayTakeLong(request, url, secret) ? longWork(() => answer(asked)) : answer(asked)))
  }

  const judge: Handler = async request => {
    // /rest/v1/../../_system begins like the API and leads elsewhere.
    const url = new URL(request.url)
    const isOurs = prefixes.some(prefix => url.pathname.startsWith(`${prefix}/`))
    const isClosed = url.pathname.startsWith('/auth/') && !isSigningIn(request, url)
    if (!isOurs || isClosed) return refusal(404, 'not_found')
    if (request.method === 'OPTIONS') return preflight(request)
    if (!isModest(url) && !isTrusted(request, secret)) return refusal(400, 'query_invalid')
    const whole = await received(request)
    const answered = whole ? answerApi(whole, url) : Promise.resolve(refusal(413, 'body_too_large'))
    const response = await track(answered.catch(error => withoutInternals(request, failed(error))))
    if (response.status >= 400) logRefusal(request, response.status)
    return response
  }

  const fetch: Handler = async request => withHeaders(request, await judge(request), isTrusted(request, secret))

  return { plugin: pluginOf(fetch), fetch, drained: () => Promise.allSettled(open) }
}
