import { createHmac } from 'node:crypto'
import { type Attack, allHeld, outcome } from '../attack.ts'
import { publishableKey, secretKey } from '../folders.ts'
import { publishComments } from '../scenes.ts'
import type { Target } from '../target.ts'

const [own, other, top] = ['xa-hoi-an', 'xa-cho-moi', 'tinh-an-giang']

const part = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token with these claims, signed with a secret. */
function token(header: object, claims: object, secret: string, algorithm = 'sha256') {
  const signed = `${part(header)}.${part(claims)}`
  return `${signed}.${secret && createHmac(algorithm, secret).update(signed).digest('base64url')}`
}

async function forging(target: Target) {
  const { headers, email } = await target.staff('coordinator', top)
  const real = headers.authorization.replace('Bearer ', '')
  const claims = JSON.parse(Buffer.from(`${real.split('.')[1]}`, 'base64url').toString())
  const secret = process.env.SUPABASE_JWT_SECRET ?? ''
  const admin = { ...claims, role: 'service_role' }
  const hs256 = { alg: 'HS256', typ: 'JWT' }
  const tokens = {
    none: token({ alg: 'none' }, claims, ''),
    None: token({ alg: 'None' }, admin, ''),
    unsigned: token(hs256, claims, ''),
    'another secret': token(hs256, claims, 'secret'),
    'a usual secret': token(hs256, admin, 'super-secret-jwt-token-with-at-least-32-characters-long'),
    'an empty secret': token(hs256, claims, ' '),
    'the public key': token(hs256, admin, publishableKey),
    tampered: `${part(hs256)}.${part(admin)}.${real.split('.')[2]}`,
    'its HS512 twin': token({ alg: 'HS512' }, claims, secret, 'sha512'),
    expired: token(hs256, { ...claims, exp: 1 }, secret),
  }
  const worked: string[] = []
  for (const [name, forged] of Object.entries(tokens)) {
    const { status } = await target.call('staff_me', {}, { authorization: `Bearer ${forged}` })
    const rows = await target.rows('members?select=email', { authorization: `Bearer ${forged}` })
    if (status < 400 || JSON.stringify(rows).includes(email)) worked.push(`${name} ${status}`)
  }
  const elsewhere = await target.call(
    'release_ratings',
    {},
    { apikey: secretKey, origin: 'https://evil.example', 'user-agent': 'Mozilla/5.0' },
  )
  if (elsewhere.status < 400) worked.push(`the secret key from a page ${elsewhere.status}`)
  return allHeld(worked, Object.keys(tokens).length + 1)
}

/** What a clerk of one office does with others, and with what belongs to all. */
const beyondAClerk: [name: string, args: object][] = [
  ['invite_member', { email: 'ban@example.org', office: own, role: 'coordinator' }],
  ['invite_member', { email: 'ban@example.org', office: top, role: 'coordinator' }],
  ['invite_member', { email: 'ban@example.org', office: other, role: 'clerk' }],
  ['end_membership', { member: 1 }],
  ['save_setting', { key: 'target_percent', value: '60', seen: '90' }],
  ['save_setting', { key: 'retention_days', value: '62', seen: '365' }],
  ['save_ladder', { days: [0, 7, 14, 14, 14, 28, 28, 60], seen: [0, 10, 20, 25, 28, 30, 42, 90] }],
  ['make_visit_codes', { office: other, procedure: null, channel: 'counter', count: 5, expires_on: '2027-01-01' }],
  ['save_counter', { counter: { office_code: other, name: 'Quầy 9', kind: 'poster', channel: 'counter' } }],
  ['save_handled', { report: { office_code: other, month: '2026-01-01', handled: '100' } }],
  ['office_counters', { office: other }],
  ['staff_home', { office: other }],
  ['visit_batches', { office: other }],
  ['save_logo', { picture: null }],
  ['begin_import', { kind: 'offices', file_name: 'x.csv', file: '' }],
  ['reform_offices', { plan: {} }],
  ['release_ratings', {}],
  ['void_batch', { number: 1, reason: 'x' }],
  ['enter_illustrative_ratings', { days: [] }],
  ['clear_illustrative_ratings', {}],
]

async function rising(target: Target) {
  const { headers } = await target.staff('clerk', own)
  const worked: string[] = []
  for (const [name, args] of beyondAClerk) {
    const { status, body } = await target.call(name, args, headers)
    // A list of what one may see may well be empty.
    if (status < 400 && !(Array.isArray(body) && body.length === 0)) worked.push(`${name} ${status}`)
  }
  return allHeld(worked, beyondAClerk.length)
}

async function writingTables(target: Target) {
  const { headers, email } = await target.staff('clerk', own)
  const row = { email, office_code: top, role: 'coordinator', invited_by: email }
  const tries: [table: string, method: string, body: object][] = [
    ['members', 'POST', row],
    [`members?email=eq.${email}`, 'PATCH', { role: 'coordinator', office_code: top }],
    [`offices?code=eq.${other}`, 'PATCH', { name: 'Xã khác' }],
    ['settings?key=eq.target_percent', 'PATCH', { value: 50 }],
    ['batches?number=gt.0', 'DELETE', {}],
    ['handled_dossiers', 'POST', { month: '2026-01-01', office_code: own, handled: 1 }],
    ['audit_log?id=gt.0', 'DELETE', {}],
    ['set_aside_totals', 'POST', { office_code: own, quarter: '2026-01-01', reason: 'withdrawn', n: 1 }],
  ]
  const worked: string[] = []
  for (const [table, method, body] of tries) {
    const asked = { method, body: JSON.stringify(body), headers: { ...headers, prefer: 'return=representation' } }
    const answer = await target.ask(`/rest/v1/${table}`, asked)
    if (answer.status < 300 && answer.text !== '[]') worked.push(`${method} ${table} ${answer.status}`)
  }
  return allHeld(worked, tries.length)
}

async function neighbours(target: Target) {
  const { asked } = await publishComments(target, other, [{ comment: 'Cán bộ hướng dẫn rõ ràng' }])
  const { headers } = await target.staff('clerk', own)
  const foreign = await target.rows(asked, headers)
  return outcome(foreign.length === 0, `a clerk of another commune reads ${foreign.length} comments`)
}

async function asking(target: Target) {
  const { clerk, comments } = await publishComments(target, other, [{ comment: 'Gọi cho tôi 0912345678' }])
  const comment = comments[0]?.id
  const [ofOffice, ofAnybody] = [
    await target.call('look_at_original', { comment }, clerk.headers),
    await target.call('look_at_original', { comment }),
  ]
  const isHeld = ofOffice.status === 403 && ofAnybody.status >= 400
  return outcome(isHeld, `the words as they were written: a clerk ${ofOffice.status}, anybody ${ofAnybody.status}`)
}

export const roleAttacks: Attack[] = [
  {
    name: 'forge a token',
    severity: 'critical',
    tried: 'alg none, other secrets, HS512, tampered, expired; the secret key from a page',
    attempt: forging,
  },
  { name: 'rise above a role', severity: 'critical', tried: 'twenty acts of others by a clerk', attempt: rising },
  {
    name: 'write into tables',
    severity: 'critical',
    tried: 'members, offices, settings, the ledger, by a clerk',
    attempt: writingTables,
  },
  {
    name: 'read the comments of a neighbour',
    severity: 'high',
    tried: 'a clerk of another commune',
    attempt: neighbours,
  },
  {
    name: 'look behind the mask',
    severity: 'high',
    tried: 'the original of a comment, by a clerk and by anybody',
    attempt: asking,
  },
]
