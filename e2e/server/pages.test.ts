import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/bootstrap.js'
import { paths } from '../../src/paths.ts'
import { serveForTests } from './vitest-server.ts'

const server = serveForTests()
const built = (name: string) => readFileSync(join(root, 'dist', name), 'utf8')

/** As it is written: fetch would repair the path. */
function raw(text: string) {
  const { port } = new URL(server.url())
  return new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text, 'latin1'))
    socket.setEncoding('utf8').on('data', chunk => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer)).on('error', reject)
  })
}

test.each([
  ...[
    '/',
    '/results',
    '/results/',
    '/Results?lng=km',
    '/data',
    '/plan',
    '/good-practice',
    '/method',
    '/privacy',
    '/accessibility',
    '/receipt',
    '/feedback',
    '/feedback/new',
  ],
  ...[
    paths.officeSheet('xa-hoi-an'),
    paths.procedureResults('1.001193'),
    paths.kiosk('5W3B89'),
    paths.staff.settings(),
  ],
  ...[paths.staff.signIn('/staff/offices'), paths.staffOffice.counter('x', 'y')],
])('%s is a page of the app', async path => {
  const response = await fetch(server.url(path))
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect(await response.text()).toContain('<div id="root">')
})

test.each([
  [paths.rate('X43Q58'), 'rate.html'],
  [paths.visit('F0RMV1S1TA'), 'rate.html'],
  [paths.embed('xa-hoi-an'), 'embed.html'],
  ['/rated.html#K7M4', 'rated.html'],
  ['/rated', 'rated.html'],
])('%s is %s', async (path, file) => {
  const response = await fetch(server.url(path), { headers: { accept: '*/*' } })
  expect([response.status, await response.text()]).toEqual([200, built(file)])
})

test.each([
  ...['/nothing', '/nothing?lng=en', '/results/nothing', '/results/offices', '/results/sheet', '/r/', '/r/a/b', '/v'],
  ...[
    '/staff/nothing',
    '/staff/home',
    '/embed/nothing',
    '/index',
    '/procedures/1.001193/hồ-sơ',
    '//evil.example/results',
    '/t%E1%BB%AB',
  ],
])('%s is no page, and a person reads so on one of the app, under its own policy', async path => {
  const response = await fetch(server.url(path), { headers: { accept: 'text/html,*/*;q=0.8' } })
  expect([response.status, await response.text()]).toEqual([404, built('index.html')])
  const home = await fetch(server.url('/'))
  for (const name of ['content-security-policy', 'x-frame-options', 'content-type'])
    expect(response.headers.get(name)).toBe(home.headers.get(name))
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test.each([
  ...[
    '/_system',
    '/_system/config',
    '/%5Fsystem',
    '/_headers',
    '/_redirects',
    '/rest',
    '/rest/v2/offices',
    '/REST/v1/offices',
  ],
  ...[
    '/auth',
    '/storage/v1/object',
    '/functions/v1/x',
    '/realtime/v1',
    '/graphql/v1',
    '/pg/query',
    '/@vite/client',
    '/@fs/etc/passwd',
  ],
])('%s is of the inside: 404, and nothing', async path => {
  const response = await fetch(server.url(path))
  expect([response.status, await response.text()]).toEqual([404, ''])
})

test.each([
  '/.env',
  '/.inputs',
  '/.vite/manifest.json',
  '/assets/gone-Bx12.js',
  '/assets/',
  '/favicon.ico',
  '/gone.css',
])('%s is no file, and nobody keeps the answer', async path => {
  const response = await fetch(server.url(path))
  expect([response.status, await response.json()]).toEqual([404, { code: 'PT404', message: 'not_found' }])
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a file with a hash in its name is kept, and every one of them', async () => {
  for (const name of readdirSync(join(root, 'dist/assets'))) {
    const { status, headers } = await fetch(server.url(`/assets/${name}`), { method: 'HEAD' })
    expect([name, status, headers.get('cache-control')]).toEqual([name, 200, 'public, max-age=31536000, immutable'])
  }
})

test('pages are only read', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    for (const path of ['/', '/results', '/icon.svg', '/nothing']) {
      const response = await fetch(server.url(path), { method })
      expect([method, path, response.status]).toEqual([method, path, 405])
      expect([response.headers.get('allow'), (await response.json()).message]).toEqual([
        'GET, HEAD',
        'method_not_allowed',
      ])
    }
})

test.each(['bytes=5-2', 'bytes=0-0', 'bytes=9999999-', '0-99999999999999999999', 'x', 'bytes=-5'])(
  'nobody is cut off for asking for a part of a file: %s',
  async range => {
    const response = await fetch(server.url('/robots.txt'), { headers: { range } })
    expect([response.status, await response.text()]).toEqual([200, built('robots.txt')])
  },
)

const long = 'a'.repeat(20_000)
test.each([
  ['a byte that is no letter', 'GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a path from nowhere', 'GET nowhere HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a method that nobody knows', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a long address', `GET /?${long} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ['a long header', `GET / HTTP/1.1\r\nHost: x\r\nX: ${long}\r\n\r\n`, 431],
])('what is no request that can be read is refused with a key: %s', async (_, text, status) => {
  const answer = await raw(text)
  expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
  const [, body = ''] = answer.split('\r\n\r\n')
  expect(JSON.parse(body)).toEqual({ code: `PT${status}`, message: 'query_invalid' })
})

test('nothing follows the refusal of a head that cannot be read', async () => {
  const answer = await raw('HEAD /\xff HTTP/1.1\r\nHost: x\r\n\r\n')
  expect([answer.slice(0, 12), answer.split('\r\n\r\n')[1]]).toEqual(['HTTP/1.1 400', ''])
})
