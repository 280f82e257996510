// What may be asked of Lite's sign-in. Lite takes more than people here need, and each of its other ways is one past the
// limits: a mail's link can be tried by its hash, which names no address.

export type Handler = (request: Request) => Promise<Response>

export type SignInRequest =
  | { way: 'otp'; email: string }
  | { way: 'verify'; email: string; token: string; type: string }
  | { way: 'token'; refreshToken: string }
  | { way: 'logout'; scope: 'global' | 'local' | 'others' }
  | { way: 'user' }

/** One spelling an address: look-alikes are one mailbox, and would be counted apart. */
export function normalizedAddress(email: string) {
  const plain = email.normalize('NFKC').replace(/\p{Cf}/gu, '')
  return plain.trim().toLowerCase().replace(/\.+$/, '')
}

/** As public.members checks it. */
export const isAddress = (email: string) =>
  email.length <= 200 && /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+\.[^@\s\p{Cc}]+$/u.test(email)

// What supabase-js sends, also where it has no value for it.
const known: Record<string, string[]> = {
  otp: ['email', 'create_user', 'data', 'gotrue_meta_security', 'code_challenge', 'code_challenge_method'],
  verify: ['email', 'token', 'type', 'gotrue_meta_security'],
  token: ['refresh_token'],
}

/** The object in a body of JSON, with no other keys than these. A byte order mark makes it unreadable, as for Lite. */
async function objectIn(request: Request, keys: string[]): Promise<Record<string, unknown> | undefined> {
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers.get('content-type') ?? ''))
    return undefined
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const body = JSON.parse(decoder.decode(await request.clone().arrayBuffer()))
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
    return Object.keys(body).every(key => keys.includes(key)) ? body : undefined
  } catch {
    return undefined
  }
}

/** What is asked, or undefined when it has not exactly the shape of one of the five. */
export async function readSignIn(request: Request): Promise<SignInRequest | undefined> {
  const { pathname, searchParams } = new URL(request.url)
  const way = `${request.method} ${pathname.slice('/auth/v1/'.length)}`
  if (way === 'GET user') return { way: 'user' }
  if (way === 'POST logout') return readLogout(searchParams)
  if (way === 'POST otp') return readOtp(await objectIn(request, known.otp ?? []))
  if (way === 'POST verify') return readVerify(await objectIn(request, known.verify ?? []))
  if (way !== 'POST token' || searchParams.get('grant_type') !== 'refresh_token') return undefined
  const body = await objectIn(request, known.token ?? [])
  const refreshToken = body?.refresh_token
  const isToken = typeof refreshToken === 'string' && /^[\w.-]{1,500}$/.test(refreshToken)
  return isToken ? { way: 'token', refreshToken } : undefined
}

function readLogout(query: URLSearchParams): SignInRequest | undefined {
  const scope = query.get('scope') ?? 'local'
  return scope === 'global' || scope === 'local' || scope === 'others' ? { way: 'logout', scope } : undefined
}

function readOtp(body: Record<string, unknown> | undefined): SignInRequest | undefined {
  const email = body?.email
  return typeof email === 'string' ? { way: 'otp', email: normalizedAddress(email) } : undefined
}

function readVerify(body: Record<string, unknown> | undefined): SignInRequest | undefined {
  const { email, token, type } = body ?? {}
  if (typeof email !== 'string' || typeof token !== 'string' || !/^\d{6}$/.test(token)) return undefined
  if (type !== 'magiclink' && type !== 'email') return undefined
  return { way: 'verify', email: normalizedAddress(email), token, type }
}

/** The same request with nothing in it but what was read. */
export function rewritten(request: Request, asked: SignInRequest) {
  const url = new URL(`/auth/v1/${asked.way}`, request.url)
  if (asked.way === 'token') url.searchParams.set('grant_type', 'refresh_token')
  if (asked.way === 'logout') url.searchParams.set('scope', asked.scope)
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  const { method } = request
  return new Request(url, { method, headers, ...(method === 'POST' && { body: bodyOf(asked) }) })
}

function bodyOf(asked: SignInRequest) {
  if (asked.way === 'otp') return JSON.stringify({ email: asked.email, create_user: true })
  if (asked.way === 'verify') return JSON.stringify({ email: asked.email, token: asked.token, type: asked.type })
  return JSON.stringify(asked.way === 'token' ? { refresh_token: asked.refreshToken } : {})
}

/** A refusal as Supabase Auth words it; the page has its sentences for these codes. */
export const authRefusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ code, error_code: code, message: code, msg: code }, { status, headers })
