import { randomUUID } from 'node:crypto'
import { type Attack, allHeld, outcome } from '../attack.ts'
import { secretKey } from '../folders.ts'
import type { Target } from '../target.ts'

const evil = {
  host: 'evil.example',
  origin: 'https://evil.example',
  referer: 'https://evil.example/r/X43Q58',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
}
const form = { 'content-type': 'application/x-www-form-urlencoded' }

async function framing(target: Target) {
  const paths = ['/', '/r/X43Q58', '/v/F0RMV1S1TA', '/results', '/staff/settings', '/rated.html', '/rest/v1/fields']
  const open: string[] = []
  for (const path of paths) {
    const { headers } = await target.ask(path)
    const policy = headers['content-security-policy'] ?? ''
    const sources = /script-src ([^;]*)|default-src 'none'/.exec(policy)?.[0] ?? ''
    const isClosed =
      policy.includes("frame-ancestors 'none'") &&
      sources !== '' &&
      !/unsafe|https?:|\*|data:/.test(sources) &&
      headers['x-content-type-options'] === 'nosniff' &&
      headers['x-frame-options'] === 'DENY'
    if (!isClosed) open.push(path)
  }
  return allHeld(open, paths.length)
}

async function visitInReferrer(target: Target) {
  const policies = []
  for (const path of ['/v/F0RMV1S1TA', '/r/X43Q58', '/'])
    policies.push((await target.ask(path)).headers['referrer-policy'] ?? 'none')
  return outcome(
    policies.every(policy => ['strict-origin', 'same-origin', 'no-referrer'].includes(policy)),
    `Referrer-Policy: ${policies.join(', ')}`,
  )
}

async function keptCopies(target: Target) {
  const { headers } = await target.staff('head', 'xa-hoi-an')
  const paths = ['/rest/v1/members', '/rest/v1/audit_log?limit=1', '/rest/v1/settings?limit=1', '/auth/v1/user']
  const kept: string[] = []
  for (const path of paths) {
    const answer = await target.ask(path, { headers })
    const vary = (answer.headers.vary ?? '').toLowerCase()
    if (answer.headers['cache-control'] !== 'no-store' || !vary.includes('authorization')) kept.push(path)
  }
  return allHeld(kept, paths.length)
}

async function manyReaders(target: Target) {
  const paths = ['rpc/satisfaction?by=office', 'rpc/answers', 'rpc/coverage?by=all', 'rpc/open_csv?file=batches']
  const uncached: string[] = []
  for (const path of paths) {
    const { headers } = await target.ask(`/rest/v1/${path}`)
    if (!/public/.test(headers['cache-control'] ?? '')) uncached.push(path)
  }
  return allHeld(uncached, paths.length)
}

async function redirecting(target: Target) {
  const { counter } = await target.place()
  const senders = [
    evil,
    { origin: 'https://evil.example', referer: 'https://evil.example/' },
    { origin: 'null' },
    { referer: `https://evil.example/r/${counter}` },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { 'x-forwarded-host': 'evil.example' },
  ]
  const led: string[] = []
  for (const headers of senders) {
    const asked = { body: `score=5&code=${counter}`, headers: { ...form, ...headers } as Record<string, string> }
    const { status, headers: answered } = await target.ask('/rest/v1/rpc/submit_rating_form', asked)
    // Asked under a false name of the host, a path on the same host is all that may be answered.
    if (status !== 303 || !/^\/(not-)?rated\.html#/.test(answered.location ?? ''))
      led.push(`${status} ${answered.location?.split('#')[0]}`)
  }
  return allHeld(led, senders.length)
}

async function falseCard(target: Target) {
  const paths = [
    '/results',
    '/results/offices/xa-cho-moi',
    '//evil.example/results',
    'http://evil.example/results',
    '/\\evil.example/results',
  ]
  const said: string[] = []
  for (const path of paths) {
    const { text, headers } = await target.ask(path, { headers: evil })
    if (text.includes('evil.example') || headers['strict-transport-security']) said.push(path)
  }
  return allHeld(said, paths.length)
}

/** An office that a coordinator, or an import, names like this. */
async function office(target: Target, name: string) {
  const code = `xa-${randomUUID().slice(0, 8)}`
  const row = { code, name, kind: 'xã', parent_code: 'tinh-an-giang', desk: name, opened_on: '2025-07-01' }
  return { code, answer: await target.call('save_office', { office: row }, { apikey: secretKey }) }
}

async function scripts(target: Target) {
  const name = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  const { code, answer } = await office(target, name)
  if (answer.status >= 400) throw new Error(`the office was refused: ${answer.text}`)
  const paths = [
    `/results/offices/${code}`,
    `/results/offices/${code}?lng=en`,
    `/rest/v1/rpc/satisfaction_badge?office=${code}`,
  ]
  const run: string[] = []
  for (const path of paths) if ((await target.ask(path)).text.includes('<script>alert(1)')) run.push(path)
  return allHeld(run, paths.length)
}

async function formulas(target: Target) {
  const names = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-2+3', '@SUM(A1)', '＝1+1', 'Xã;=1+1']
  for (const name of names) {
    const { answer } = await office(target, name)
    if (answer.status >= 400) throw new Error(`the office was refused: ${answer.text}`)
  }
  const { text } = await target.ask('/rest/v1/rpc/open_csv?file=offices')
  const run = [...text.matchAll(/(?:^|[,;\t|\n])"?([=+@＝＋－＠]|-\d)[^,\n]{1,10}/g)].map(([found]) => found)
  return allHeld(run, names.length)
}

export const pageAttacks: Attack[] = [
  {
    name: 'put a page in a frame or run a script in it',
    severity: 'medium',
    tried: 'the headers of seven addresses',
    attempt: framing,
  },
  {
    name: 'find the visit code in a referrer',
    severity: 'medium',
    tried: 'what pages tell others',
    attempt: visitInReferrer,
  },
  {
    name: 'read what a cache has kept',
    severity: 'medium',
    tried: 'answers to somebody signed in',
    attempt: keptCopies,
  },
  {
    name: 'read figures ten thousand times',
    severity: 'medium',
    tried: 'whether a proxy may keep them',
    attempt: manyReaders,
  },
  {
    name: 'have a receipt sent elsewhere',
    severity: 'medium',
    tried: 'the form, from evil.example',
    attempt: redirecting,
  },
  {
    name: 'put another address on a card',
    severity: 'low',
    tried: 'Host, Origin and X-Forwarded-*',
    attempt: falseCard,
  },
  { name: 'name an office like a script', severity: 'medium', tried: 'its page and its badge', attempt: scripts },
  { name: 'name an office like a formula', severity: 'medium', tried: 'the open file of offices', attempt: formulas },
]
