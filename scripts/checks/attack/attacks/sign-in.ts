import { createHash, randomUUID } from 'node:crypto'
import { type Attack, allHeld, outcome } from '../attack.ts'
import type { Target } from '../target.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const office = 'xa-hoi-an'
const isSession = ({ text }: { text: string }) => text.includes('access_token')
const wrongFor = (code: string, n: number) => String((Number(code) + n) % 1_000_000).padStart(6, '0')

/** Every other way to sign in that a server of this kind knows. */
const otherWays = (email: string, hash: string): [path: string, body?: object][] => [
  ['verify', { token_hash: hash, type: 'magiclink' }],
  ['verify', { token_hash: hash, type: 'email' }],
  [`verify?token_hash=${hash}&type=magiclink`],
  [`verify?token=${hash}&type=magiclink&redirect_to=http://evil.example`],
  ['token?grant_type=password', { email, password: 'mat-khau-1' }],
  ['token?grant_type=refresh_token&grant_type=password', { email, password: 'mat-khau-1' }],
  ['signup', { email: `moi-${randomUUID()}@example.org`, password: 'mat-khau-1' }],
  ['recover', { email }],
  ['magiclink', { email }],
  ['invite', { email }],
  ['admin/users'],
  ['admin/generate_link', { email, type: 'magiclink' }],
  ['user', { password: 'mat-khau-1' }],
]

async function byAnotherWay(target: Target) {
  const { email } = await target.member('head', office)
  const code = await target.orderCode(email)
  const ways = otherWays(email, sha256(email + code))
  const worked: string[] = []
  for (const [path, body] of ways) {
    const asking = body ? { body: JSON.stringify(body) } : {}
    const answer = await target.ask(`/auth/v1/${path}`, asking)
    if (answer.status < 400 || isSession(answer)) worked.push(`${path} ${answer.status}`)
  }
  return allHeld(worked, ways.length)
}

async function guessing(target: Target) {
  const { email } = await target.member('head', office)
  const code = await target.orderCode(email)
  for (let n = 1; n <= 30; n += 1) await target.verify(email, wrongFor(code, n))
  const right = await target.verify(email, code)
  return outcome(!isSession(right), `after 30 wrong codes the right one is answered ${right.status}`)
}

async function overManyPeople(target: Target) {
  const tried = await Promise.all(
    Array.from({ length: 26 }, async () => {
      const { email } = await target.member('clerk', office)
      return { email, code: await target.orderCode(email) }
    }),
  )
  for (const { email, code } of tried) for (let n = 1; n <= 9; n += 1) await target.verify(email, wrongFor(code, n))
  const { email, code } = await (async () => {
    const person = await target.member('clerk', office)
    return { email: person.email, code: await target.orderCode(person.email) }
  })()
  const last = await target.verify(email, wrongFor(code, 1))
  return outcome(last.status === 429, `9 wrong codes for each of 26 people; the next is answered ${last.status}`)
}

async function lockingOut(target: Target) {
  const { email } = await target.member('coordinator', 'tinh-an-giang')
  const old = await target.orderCode(email)
  for (let n = 1; n <= 12; n += 1) await target.verify(email, wrongFor(old, n))
  const { status } = await target.verify(email, await target.orderCode(email))
  return outcome(status === 200, `12 wrong codes of a stranger, then a new code: ${status}`)
}

async function flooding(target: Target) {
  const { email } = await target.member('head', office)
  for (const spelling of [email, email.toUpperCase(), `${email}.`, `\u200b${email}`, ` ${email}`])
    for (let i = 0; i < 4; i += 1) await target.auth('otp', { email: spelling, create_user: true })
  // A code for somebody else comes after all that were ordered before.
  await target.orderCode((await target.member('head', office)).email)
  const mails = target.codesFor(email).length
  return outcome(mails <= 3, `20 orders in 5 spellings: ${mails} mails`)
}

async function mailingStrangers(target: Target) {
  const email = `la-${randomUUID()}@example.org`
  const answer = await target.auth('otp', { email, create_user: true })
  await target.orderCode((await target.member('head', office)).email)
  const mails = target.codesFor(email).length
  return outcome(mails === 0, `answered ${answer.status}, ${mails} mails`)
}

async function askingWhoIsStaff(target: Target) {
  const known = (await target.member('head', office)).email
  const unknown = `la-${randomUUID()}@example.org`
  const answers = []
  for (const email of [known, unknown]) {
    const ordered = await target.auth('otp', { email, create_user: false })
    const tried = await target.verify(email, '000000')
    answers.push(`${ordered.status} ${ordered.text} ${tried.status} ${tried.text}`)
  }
  return outcome(answers[0] === answers[1], `a member: ${answers[0]}; a stranger: ${answers[1]}`)
}

async function afterSignOut(target: Target) {
  const { headers, refreshToken } = await target.staff('head', office)
  await target.auth('logout?scope=global', {}, headers)
  const me = await target.call('staff_me', {}, headers)
  const rows = await target.rows('members?select=email', headers)
  const renewed = await target.auth('token?grant_type=refresh_token', { refresh_token: refreshToken })
  const isOver = me.status === 401 && rows.length === 0 && !isSession(renewed)
  return outcome(isOver, `staff_me ${me.status}, ${rows.length} members read, renewed ${renewed.status}`)
}

async function twoHolders(target: Target) {
  const { headers, refreshToken } = await target.staff('head', office)
  const renew = (token: string) => target.auth('token?grant_type=refresh_token', { refresh_token: token })
  const first = await renew(refreshToken)
  const second = await renew(refreshToken)
  const third = await renew(String(first.body?.refresh_token))
  const { status } = await target.call('staff_me', {}, headers)
  const isOver = !isSession(second) && !isSession(third) && status === 401
  return outcome(isOver, `used again ${second.status}, its successor ${third.status}, the session ${status}`)
}

async function afterTheEnd(target: Target) {
  const { id, headers } = await target.staff('coordinator', 'tinh-an-giang')
  await target.admin('end_membership', { member: id })
  const { status } = await target.call('invite_member', { email: 'x@example.org', office, role: 'clerk' }, headers)
  const rows = await target.rows('audit_log?limit=1', headers)
  return outcome(status === 403 && rows.length === 0, `invites ${status}, reads ${rows.length} lines of the log`)
}

export const signInAttacks: Attack[] = [
  {
    name: 'sign in by another way than a mailed code',
    severity: 'critical',
    tried: 'the hash of the mailed link, passwords, sign-up, recovery, administration',
    attempt: byAnotherWay,
  },
  {
    name: 'guess a sign-in code',
    severity: 'critical',
    tried: '30 wrong codes, then the right one',
    attempt: guessing,
  },
  {
    name: 'guess the codes of many people',
    severity: 'critical',
    tried: '9 codes each for 26 members',
    isAlone: true,
    attempt: overManyPeople,
  },
  { name: 'lock staff out', severity: 'medium', tried: 'wrong codes for a coordinator', attempt: lockingOut },
  { name: 'flood a mailbox', severity: 'medium', tried: '20 codes for one member in 5 spellings', attempt: flooding },
  {
    name: 'mail strangers',
    severity: 'medium',
    tried: 'a code for an address of nobody here',
    attempt: mailingStrangers,
  },
  {
    name: 'find out who is staff',
    severity: 'medium',
    tried: 'a code for a member and a stranger',
    attempt: askingWhoIsStaff,
  },
  {
    name: 'go on after signing out',
    severity: 'medium',
    tried: 'the access token and the refresh token',
    attempt: afterSignOut,
  },
  { name: 'use a stolen refresh token', severity: 'medium', tried: 'the same token twice', attempt: twoHolders },
  {
    name: 'go on after the membership',
    severity: 'high',
    tried: 'a live session of a member who has left',
    attempt: afterTheEnd,
  },
]
