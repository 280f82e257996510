import { countSignIns, type LimitOptions } from './limit.ts'
import { isMember, type Query } from './members.ts'
import { authRefusal, type Handler, isAddress, readSignIn, rewritten, type SignInRequest } from './requests.ts'
import { endAfterLogout, refreshOnce } from './sessions.ts'

export type SignInOptions = LimitOptions & {
  query: Query
  /** Lets requests to the database run one after the other. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Is told what goes on after the answer. */
  later: (work: Promise<unknown>) => void
}

/** Answers what concerns signing in, and lets through to Lite what is well formed and within the limits. */
export function signIn(answer: Handler, { query, inTurn, later, ...limit }: SignInOptions): Handler {
  const counts = countSignIns(limit)

  /** The answer is the same, and as soon, whether or not the address is a member's. */
  async function order(request: Request, email: string) {
    if (!isAddress(email)) return authRefusal(400, 'validation_failed')
    const known = await inTurn(() => isMember(query, email))
    if (!counts.order(email, known)) return authRefusal(429, 'over_email_send_rate_limit', { 'retry-after': '60' })
    if (known) later(inTurn(() => answer(request)).then(response => reportUnsent(response.status)))
    return Response.json({})
  }

  async function verify(request: Request, email: string) {
    const attempt = isAddress(email) ? counts.attempt(email) : 'expired'
    if (attempt === 'expired') return authRefusal(403, 'otp_expired')
    if (attempt === 'too_many') return authRefusal(429, 'over_request_rate_limit', { 'retry-after': '60' })
    const response = await inTurn(() => answer(request)).catch((error: unknown) => {
      attempt.settle('unknown')
      throw error
    })
    attempt.settle(response.ok ? 'right' : response.status >= 500 ? 'unknown' : 'wrong')
    return response
  }

  return async request => {
    const asked: SignInRequest | undefined = await readSignIn(request)
    if (!asked) return Response.json({ code: 'PT400', message: 'body_invalid' }, { status: 400 })
    const plain = rewritten(request, asked)
    if (asked.way === 'otp') return order(plain, asked.email)
    if (asked.way === 'verify') return verify(plain, asked.email)
    if (asked.way === 'token') return inTurn(() => refreshOnce(answer, plain, asked.refreshToken, query))
    if (asked.way === 'logout') return inTurn(() => endAfterLogout(answer, plain, asked.scope, query))
    return inTurn(() => answer(plain))
  }
}

function reportUnsent(status: number) {
  if (status >= 400) console.log(`${new Date().toISOString().slice(0, 19)}Z a sign-in code was not made: ${status}`)
}
