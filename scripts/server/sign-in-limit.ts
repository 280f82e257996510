type Handler = (request: Request) => Promise<Response>

const minute = 60_000
/** Supabase Auth limits both; Lite neither. The codes are Supabase Auth's, for which the page has its sentences. */
const limits = {
  /** Of a million codes ten may be tried. */
  verify: { most: 10, within: 15 * minute, code: 'over_request_rate_limit' },
  otp: { most: 3, within: minute, code: 'over_email_send_rate_limit' },
} as const

const remembered = 10_000

async function addressIn(request: Request) {
  const { email } = await request
    .clone()
    .json()
    .catch(() => ({}))
  return typeof email === 'string' ? email.trim().toLowerCase() : undefined
}

/** Lets an address be tried, and written to, only so often. A right code clears what was tried before it. */
export function limitSignIns(answer: Handler, now = Date.now): Handler {
  const times = new Map<string, number[]>()
  const forgetOld = () => {
    for (const [key, last] of times) if ((last.at(-1) ?? 0) < now() - limits.verify.within) times.delete(key)
  }
  return async request => {
    const way = new URL(request.url).pathname.split('/auth/v1/')[1]
    const limit = way === 'verify' || way === 'otp' ? limits[way] : undefined
    const email = limit && (await addressIn(request))
    if (!limit || !email) return answer(request)
    const key = `${way} ${email}`
    const recent = (times.get(key) ?? []).filter(time => time > now() - limit.within)
    if (recent.length >= limit.most) {
      const { code } = limit
      return Response.json({ code, error_code: code, message: 'Too many requests' }, { status: 429 })
    }
    // Before the answer, so that tries at the same moment are counted.
    times.set(key, [...recent, now()])
    if (times.size > remembered) forgetOld()
    const response = await answer(request)
    if (way === 'verify' && response.ok) times.delete(key)
    return response
  }
}
