import { createHmac, randomUUID } from 'node:crypto'
import { staffTables, tables } from '../../../e2e/agreement.ts'
import { argumentsOf, callers, people, readers } from '../../../e2e/matrix.ts'
import { writesOf } from './closed.ts'
import { type Answer, askApi, type Check, call, type Site, seen, told } from './site.ts'

type Headers = Record<string, string>
const invite =
  'Invite somebody: npm run staff:invite -- --url <site> --email ten@coquan.gov.vn --office <code of the top office> --role coordinator'
const grants = 'Somebody has granted more than the migrations do, or less: compare with supabase/tests/matrix.sql.'

/** A key that is a token of its own is shown as one as well: the gateway of a self-hosted project knows no other. */
const asAdministrator = ({ secretKey = '' }: Site): Headers => ({
  apikey: secretKey,
  ...(secretKey.startsWith('ey') && { authorization: `Bearer ${secretKey}` }),
})

/** A token as Auth signs it for somebody who has proved a mailbox, and its session's id. */
function tokenOf(site: Site, email: string) {
  const now = Math.floor(Date.now() / 1000)
  const session = { sub: randomUUID(), session_id: randomUUID(), amr: [{ method: 'otp', timestamp: now }] }
  const claims = { ...session, email, role: 'authenticated', aud: 'authenticated', iat: now, exp: now + 600 }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', site.jwtSecret ?? '')
    .update(signed)
    .digest('base64url')}`
}

async function knowAdministrator(site: Site) {
  const members = await askApi(site, 'members?select=role,office_code&ended_at=is.null', {
    headers: asAdministrator(site),
  })
  if (members.status !== 200) return `the secret key opens nothing: ${seen(members)}`
  const top = await askApi(site, 'offices?select=code&parent_code=is.null')
  const codes: string[] = top.body?.map(({ code }: { code: string }) => code) ?? []
  const coordinators = members.body.filter(
    (one: { role: string; office_code: string }) => one.role === 'coordinator' && codes.includes(one.office_code),
  )
  return coordinators.length === 0 ? 'nobody coordinates the top of the tree' : undefined
}

const writeNothing = (site: Site) => writesOf(site, asAdministrator(site), { ...tables, ...staffTables })

/** What becomes of a call: '-' no right of the role, '0' none of the person, 'a' answered or refused for another reason. */
function outcomeOf({ status, body }: Answer) {
  const code = String(body?.code)
  if (code === 'PT401' || code === 'PT403') return '0'
  return [401, 403].includes(status) && code === '42501' ? '-' : 'a'
}

const nowhere = {
  office: 'none',
  row: {},
  counter: '000000',
  device: randomUUID(),
  key: '0',
  member: 0,
  comment: randomUUID(),
  praise: randomUUID(),
  petition: randomUUID(),
}

/** Reads as one of the people of the matrix, and calls what that person may not. */
async function actAs(site: Site, person: (typeof people)[number], headers: Headers) {
  const position = people.indexOf(person)
  const faults: string[] = []
  for (const { name, own } of readers) {
    const answer = await askApi(site, `${name}?limit=1`, { headers })
    const rows = Array.isArray(answer.body) ? answer.body.length : undefined
    const wanted = own[position]
    if (answer.status >= 500 || (wanted === '-') !== (rows === undefined) || (wanted === 'n' && rows !== 0))
      faults.push(`${name}: ${seen(answer)}`)
  }
  for (const { name, own } of callers) {
    const wanted = own[position]
    if (wanted !== '-' && wanted !== '0') continue
    const answer = await call(site, name, argumentsOf[name]?.(nowhere) ?? {}, headers)
    // An office that is not there may be refused as such before the person is.
    if (answer.status < 400 || answer.status >= 500 || (wanted === '-' && outcomeOf(answer) !== '-'))
      faults.push(`${name}: ${seen(answer)}`)
  }
  return faults
}

async function knowNobody(site: Site) {
  const headers = { authorization: `Bearer ${tokenOf(site, 'nobody@example.org')}` }
  const me = await askApi(site, 'members?limit=1', { headers })
  if (me.status === 401) return `a token signed with the secret is refused: ${seen(me)}`
  return told(await actAs(site, 'somebody without a role', headers))
}

/** With the address of somebody who holds the role: a session of its own, which is ended afterwards, and nothing is changed. */
async function knowRoles(site: Site) {
  const { body } = await askApi(site, 'members?select=email,role&ended_at=is.null', { headers: asAdministrator(site) })
  const members = body as { email: string; role: string }[]
  const faults: string[] = []
  for (const person of ['clerk', 'head', 'auditor', 'coordinator'] as const) {
    const holders = members.filter(({ role }) => role === person).map(({ email }) => email)
    // Whoever holds two roles may do more than one of them.
    const email = holders.find(holder => members.filter(one => one.email === holder).length === 1)
    if (!email) continue
    const headers = { authorization: `Bearer ${tokenOf(site, email)}` }
    const me = await call(site, 'staff_me', {}, headers)
    if (me.status !== 200) faults.push(`${person}: ${seen(me)}`)
    else faults.push(...(await actAs(site, person, headers)).map(fault => `${person}: ${fault}`))
    await call(site, 'end_session', {}, headers)
  }
  return told(faults)
}

/** What the secret key opens, and what it does not. */
export const administrator: Check[] = [
  {
    name: 'the secret key is this project’s, and somebody coordinates the top of the tree',
    remedy: invite,
    attempt: knowAdministrator,
  },
  { name: 'the secret key writes into no table', remedy: grants, attempt: writeNothing },
]

/** With the secret that Auth signs with: nobody has to hand out a mailbox. */
export const roles: Check[] = [
  { name: 'an account without a role may do nothing', remedy: grants, attempt: knowNobody },
  { name: 'each role that somebody holds reads and calls what it may', remedy: grants, attempt: knowRoles },
]
