// Headers by which PostgREST is told in which form, how many rows and of which schema.

import type { Random } from '../../demo/random.ts'

const prefer = [
  ...['count=exact', 'count=planned', 'count=estimated', 'count=x', 'return=minimal', 'return=representation'],
  ...['return=headers-only', 'resolution=merge-duplicates', 'resolution=ignore-duplicates', 'missing=default'],
  ...['handling=strict', 'handling=lenient', 'handling=strict, x=y', 'tx=rollback', 'tx=commit', 'timezone=Asia/Tokyo'],
  ...[
    'timezone=x',
    'max-affected=0',
    'max-affected=x',
    'params=single-object',
    'params=multiple-objects',
    '',
    ',,,',
    '"',
  ],
]
const ranges = [
  '0-9',
  '5-2',
  '0-',
  '-5',
  'x',
  '0-99999999999999999999',
  '9223372036854775808-',
  'bytes=0-0',
  'bytes=5-2',
  '0-0,2-3',
  '1e308-',
  '',
]
const forms = [
  ...[
    'application/json',
    '*/*',
    '',
    'text/csv',
    'text/csv;q=0.1, application/json',
    'application/vnd.pgrst.object+json',
  ],
  ...['application/vnd.pgrst.object', 'application/vnd.pgrst.array+json;nulls=stripped', 'application/vnd.pgrst.plan'],
  ...['application/vnd.pgrst.plan+json; options=analyze|verbose', 'application/geo+json', 'application/octet-stream'],
  ...[
    'application/openapi+json',
    'text/xml',
    'image/svg+xml',
    'text/html',
    'x',
    '*',
    'application/json;charset=utf-16',
    ';;;,',
    '\u00ff',
  ],
]
const schemas = [
  'public',
  'private',
  'auth',
  'pg_catalog',
  '',
  'public,private',
  '"public"',
  '../public',
  '\u00ff',
  'x'.repeat(300),
]
const others: Record<string, string[]> = {
  'if-none-match': ['*', '"x"', 'W/"x"', '', ',', '"'],
  'if-modified-since': ['x', 'Sun, 29 Nov 2026 00:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  'accept-encoding': ['gzip', 'br', 'identity;q=0', '*;q=0', 'x'],
  'accept-language': ['km', 'x'.repeat(500), '*'],
  origin: ['https://evil.example', 'null', 'x'],
  referer: ['https://evil.example/r/X43Q58', 'x', '/v/%', 'http://['],
  'x-forwarded-for': ['1.2.3.4', 'x', '::1, 127.0.0.1'],
  'x-http-method-override': ['DELETE'],
  'x-client-info': ['supabase-js/2', '\u00ff'],
  'x-supabase-api-version': ['2024-01-01', '9999-99-99'],
  cookie: ['a=b; c', '\u00ff=\u00ff'],
  'transfer-encoding': ['chunked'],
  expect: ['100-continue'],
  authorization: ['Bearer ', 'Bearer x', 'Basic eDp4', 'bearer x.y.z', `Bearer ${'x'.repeat(2_000)}`, '\u00ff'],
  apikey: ['', 'x', '\u00ff'],
}

/** Some headers, mostly none. */
export function someHeaders(random: Random) {
  const headers: Record<string, string> = {}
  if (random.chance(0.15)) headers.prefer = random.pick(prefer)
  if (random.chance(0.1)) headers.range = random.pick(ranges)
  if (random.chance(0.05)) headers['range-unit'] = random.pick(['items', 'bytes', 'x', ''])
  if (random.chance(0.2)) headers.accept = random.pick(forms)
  if (random.chance(0.06)) headers['accept-profile'] = random.pick(schemas)
  if (random.chance(0.06)) headers['content-profile'] = random.pick(schemas)
  if (random.chance(0.1)) {
    const name = random.pick(Object.keys(others))
    headers[name] = random.pick(others[name] ?? [])
  }
  return headers
}
