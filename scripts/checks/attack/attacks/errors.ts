import { type Attack, allHeld, outcome } from '../attack.ts'
import type { Target } from '../target.ts'

type Odd = [path: string, body?: string | Buffer, type?: string]
const rpc = (name: string) => `/rest/v1/rpc/${name}`

const odd: Odd[] = [
  [rpc('satisfaction'), '{"by": "all", "from_month": 1e308}'],
  [rpc('coverage'), '{"to_month": 1e308}'],
  [rpc('answers'), '{"from_month": "x"}'],
  [rpc('satisfaction'), '{"by": "all", "channel": "x"}'],
  [rpc('submit_rating'), '{'],
  [rpc('submit_rating'), 'NaN'],
  [rpc('submit_rating'), ''],
  [rpc('submit_rating'), '{"id": "\\u0000"}'],
  [rpc('submit_rating'), Buffer.from('{"id": 1}', 'utf16le')],
  [rpc('submit_rating'), `{"id": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  [rpc('submit_rating'), '<x/>', 'application/xml'],
  [rpc('save_counter'), '{"counter": {"usual": {}}}'],
  [rpc('receipt_state'), '{"receipt": "\\u0000"}'],
  [rpc('no_such_function'), '{}'],
  [rpc('end_membership'), '{"member": 1e308}'],
  ['/rest/v1/offices?select="x'],
  ['/rest/v1/procedures?select=code::regclass'],
  ['/rest/v1/batches?number=eq.x'],
  ["/rest/v1/offices?code=eq.'%20or%201=1--"],
  ['/rest/v1/%'],
  ['/rest/v1/%F0%28%8C%28'],
  ['/auth/v1/otp', '{"email": "\\u0000@a.vn"}'],
  ['/auth/v1/otp', JSON.stringify({ email: `${'a'.repeat(400)}@a.vn` })],
  ['/auth/v1/verify', '{"email": [], "token": {}}'],
  ['/auth/v1/token?grant_type=refresh_token', '{"refresh_token": "\\u0000"}'],
]

/** What an answer would hold if it told how the system is built inside. */
const inside =
  /\b(select|insert|update)\b.*\b(from|into|set)\b|plpgsql|node_modules|\bat .*\.[jt]s:\d|syntax|base\/\d|relation|column|function public|RangeError|URI malformed|Unexpected token/i

async function reading(target: Target) {
  const told: string[] = []
  for (const [path, body, type] of odd) {
    const asked = body === undefined ? {} : { body, headers: { 'content-type': type ?? 'application/json' } }
    const { status, text } = await target.ask(path, asked)
    // A question that is well formed and finds nothing is answered.
    const isEmpty = status === 200 && text === '[]'
    if (!isEmpty && (status < 400 || status >= 500 || inside.test(text)))
      told.push(`${path} ${status} ${text.slice(0, 80)}`)
  }
  return allHeld(told, odd.length)
}

async function lookingAround(target: Target) {
  const secrets = /SUPABASE_|PRIVATE KEY|root:x:|create table|"scripts"/
  const paths = [
    '/.env',
    '/.git/config',
    '/.%65nv',
    '/package.json',
    '/supabase/config.toml',
    '/supabase/.temp/server.json',
    '/../.env',
    '/..%2f.env',
    '/%2e%2e/.env',
    '/assets/../../.env',
    '/assets/..%2f..%2f.env',
    '/@fs/etc/passwd',
    '/@fs/etc/passwd?raw',
    '/rest/v1/../../_system',
    '/rest/v1/..%2f..%2f_system',
    '/_system',
    '/_system/config',
    '/rest/v1/',
    '/backup.sql',
    '/dist/.inputs',
  ]
  const found: string[] = []
  for (const path of paths) {
    const { status, text } = await target.ask(path)
    const isProbe = /\/\.|\.sql$/.test(path)
    if (
      secrets.test(text) ||
      (/_system|rest/.test(path) && status === 200 && !text.startsWith('<!')) ||
      (isProbe && status === 200 && !path.includes('..'))
    )
      found.push(`${path} ${status}`)
  }
  return allHeld(found, paths.length)
}

async function planOf(target: Target) {
  const headers = { accept: 'application/vnd.pgrst.plan+json', prefer: 'count=exact, handling=strict, tx=rollback' }
  const plan = await target.ask('/rest/v1/batches', { headers })
  return outcome(!/Plan|Scan/.test(plan.text), `the plan of a query is answered ${plan.status}`)
}

export const errorAttacks: Attack[] = [
  { name: 'learn from errors', severity: 'low', tried: '25 odd requests', attempt: reading },
  {
    name: 'look for files that were left',
    severity: 'low',
    tried: 'traversal, .env, sources, the console of the database',
    attempt: lookingAround,
  },
  { name: 'ask for the plan of a query', severity: 'low', tried: 'the media type for it', attempt: planOf },
]
