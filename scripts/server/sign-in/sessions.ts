import { literal, type Query } from './members.ts'
import { authRefusal, type Handler } from './requests.ts'

type Session = { id: string; email: string }

/**
 * Ends sessions for the database, whatever their tokens say; none comes back. The row must be there, or staff_me would
 * make one.
 */
async function end(query: Query, sessions: Session[]) {
  if (sessions.length === 0) return
  const rows = sessions.map(({ id, email }) => `(${literal(id)}::uuid, ${literal(email)}, now(), now())`)
  await query(`insert into private.sessions as s (id, email, seen_at, ended_at) values ${rows.join(', ')}
    on conflict (id) do update set ended_at = coalesce(s.ended_at, excluded.ended_at)`)
}

/** Lite makes its tables at the first sign-in. Before it there is no session. */
async function rowsOf(query: Query, sql: string) {
  try {
    return await query(sql)
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return []
    throw error
  }
}

async function sessionsWhere(query: Query, condition: string) {
  const sql = `select s.id::text as id, lower(u.email) as email from auth.sessions s join auth.users u on u.id = s.user_id
    where ${condition}`
  return (await rowsOf(query, sql)) as Session[]
}

/**
 * Renews a session, once with each refresh token. A second use says that two people hold it, and neither is known to be
 * the right one: the session is over. Lite gives new tokens again and again.
 */
export async function refreshOnce(answer: Handler, request: Request, token: string, query: Query) {
  const [known] = await rowsOf(
    query,
    `select session_id::text as session from auth.refresh_tokens where token = ${literal(token)} and revoked`,
  )
  if (!known) return answer(request)
  const session = `${literal(String(known.session))}::uuid`
  await end(query, await sessionsWhere(query, `s.id = ${session}`))
  await query(`update auth.refresh_tokens set revoked = true where session_id = ${session};
    delete from auth.sessions where id = ${session}`)
  return authRefusal(400, 'refresh_token_already_used')
}

type Claims = { sub: string; session_id: string }

/** What a token says of itself. Whether it is true, Lite finds out. */
function claimsOf(request: Request): Claims | undefined {
  const [, payload = ''] = (request.headers.get('authorization') ?? '').split('.')
  try {
    const { sub, session_id } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const isKnown = [sub, session_id].every(id => /^[0-9a-f-]{36}$/i.test(String(id)))
    return isKnown ? { sub, session_id } : undefined
  } catch {
    return undefined
  }
}

/** Signs out. The access token, which Lite takes until it expires, opens nothing of ours from then on. */
export async function endAfterLogout(answer: Handler, request: Request, scope: string, query: Query) {
  const claims = claimsOf(request)
  // Lite deletes them.
  const all = claims ? await sessionsWhere(query, `u.id = ${literal(claims.sub)}::uuid`) : []
  const response = await answer(request)
  if (!response.ok || !claims) return response
  const ended = all.filter(({ id }) => scope === 'global' || (id === claims.session_id) === (scope === 'local'))
  await end(query, ended)
  return response
}
