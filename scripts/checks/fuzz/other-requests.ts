// Requests to sign-in, and for pages and files.

import type { Random } from '../../demo/random.ts'
import { someHeaders } from './headers.ts'
import { jsonBody } from './json.ts'
import { queryText } from './table-requests.ts'
import { type Asked, brokenPercents, oddText, percent } from './values.ts'

const ways = ['otp', 'verify', 'token', 'token?grant_type=refresh_token', 'logout', 'logout?scope=global', 'user']
const otherWays = [
  ...[
    'signup',
    'admin/users',
    'settings',
    'health',
    'recover',
    'magiclink',
    'invite',
    'factors',
    'authorize?provider=x',
    'callback',
  ],
  ...[
    'sso',
    'token?grant_type=password',
    'token?grant_type=refresh_token&grant_type=password',
    'logout?scope=x',
    'otp/',
    '',
    '../user',
  ],
  ...['.well-known/jwks.json', '%6ftp', 'otp%00', 'verify?type=magiclink&token=x'],
]

function signInMembers(random: Random): [string, string][] {
  const email = random.chance(0.6)
    ? random.pick(['a@b.vn', 'ÁI@b.vn', 'x@y', 'dieu-phoi@tinh.vn', `${'a'.repeat(300)}@b.vn`])
    : oddText(random)
  return [
    ['email', JSON.stringify(email)],
    ...(random.chance(0.5)
      ? ([
          ['token', '"123456"'],
          ['type', '"magiclink"'],
        ] as [string, string][])
      : []),
    ...(random.chance(0.3) ? ([['refresh_token', JSON.stringify(oddText(random))]] as [string, string][]) : []),
    ...(random.chance(0.3) ? ([['create_user', 'true']] as [string, string][]) : []),
  ].slice(random.chance(0.3) ? 1 : 0) as [string, string][]
}

export function signInRequest(random: Random): Asked {
  const way = random.chance(0.75) ? random.pick(ways) : random.pick(otherWays)
  const method = random.chance(0.85)
    ? way === 'user'
      ? 'GET'
      : 'POST'
    : random.pick(['GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])
  const path = `/auth/v1/${way}`
  if (method !== 'POST') return { method, path, headers: someHeaders(random) }
  const type = random.chance(0.92)
    ? 'application/json'
    : random.pick(['text/plain', 'application/x-www-form-urlencoded', ''])
  return {
    method,
    path,
    headers: { 'content-type': type, ...someHeaders(random) },
    body: jsonBody(random, signInMembers(random)),
  }
}

const pages = [
  ...[
    '/',
    '/results',
    '/results/offices/xa-hoi-an',
    '/results/procedures/1.001193',
    '/results/offices/xa-hoi-an/sheet',
    '/data',
  ],
  ...[
    '/r/X43Q58',
    '/v/V1S1T00001',
    '/r/',
    '/r',
    '/kiosk/5W3B89',
    '/receipt',
    '/staff',
    '/staff/settings',
    '/staff/offices/x/counters/y',
  ],
  ...[
    '/embed/offices/xa-hoi-an',
    '/embed',
    '/index.html',
    '/rate.html',
    '/rated.html',
    '/not-rated.html',
    '/embed.html',
    '/sw.js',
  ],
  ...[
    '/manifest.webmanifest',
    '/icon.svg',
    '/icon-192.png',
    '/robots.txt',
    '/favicon.ico',
    '/nothing',
    '/results/nothing',
    '/a/b/c/d/e',
  ],
  ...[
    '/.env',
    '/.git/config',
    '/_system',
    '/_system/config',
    '/_headers',
    '/_redirects',
    '/.inputs',
    '/.vite/manifest.json',
    '/@fs/etc/passwd',
  ],
  ...[
    '/assets/',
    '/assets/x.js',
    '/assets/../.env',
    '/assets/%2e%2e/%2e%2e/.env',
    '/..%2f..%2fetc%2fpasswd',
    '/%5c..%5c',
    '//evil.example/results',
  ],
  ...[
    '/wp-login.php',
    '/node_modules/vite/package.json',
    '/src/main.tsx',
    '/supabase/seed.sql',
    '/graphql/v1',
    '/storage/v1/object',
    '/rest',
    '/auth/v2/x',
  ],
  ...[
    '/__open-in-editor?file=x',
    '/@vite/client',
    '/@id/x',
    '/index.html/',
    '/INDEX.HTML',
    '/results/',
    '/results//offices',
    '/./results',
    '/x/../results',
  ],
]

export function pageRequest(random: Random): Asked {
  const page = random.pick(pages)
  const kind = random.weighted({ plain: 6, broken: 2, odd: 2, long: 0.3 })
  const at = Math.floor(random.next() * page.length)
  const path = {
    plain: page,
    broken: `${page.slice(0, at)}${random.pick(brokenPercents)}${page.slice(at)}`,
    odd: `${page}/${percent(oddText(random))}`,
    long: `${page}/${'a/'.repeat(2_000)}`,
  }[kind]
  const query: [string, string][] = random.chance(0.3)
    ? [[random.pick(['lng', 'import', 'url', 'raw', 'v', '']), oddText(random)]]
    : []
  const headers = someHeaders(random)
  if (random.chance(0.5)) headers.accept = 'text/html,application/xhtml+xml,*/*;q=0.8'
  return {
    method: random.chance(0.9) ? 'GET' : random.pick(['HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE']),
    path: path + queryText(random, query),
    headers,
  }
}
