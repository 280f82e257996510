// The files of docs/servers/ in the real nginx and Caddy: all that the contract asks, no code in a log, and copies that are over
// when something was published.

import { globSync, readFileSync } from 'node:fs'
import { Agent, createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../../scripts/bootstrap.js'
import { readHeaders } from '../../../scripts/build/headers-file.ts'
import { fileTypes } from '../../../scripts/build/server-files.ts'
import { checkSite } from '../../../scripts/deploy/check-site.ts'
import { newRatingId, publishableKey, secretKey, serveForTests } from '../vitest-server.ts'
import { isInstalled, type Kind, startWebServer, type WebServer } from './web-server.ts'

const server = serveForTests()
const dist = join(root, 'dist')
/** Where the tests of a change run, both are there: a missing one must not pass for a good one. */
const isSkipped = (kind: Kind) => !isInstalled(kind) && !process.env.CI

/** What reaches the API, in between. */
const reached: string[] = []
let isDown = false
const gateway = createServer((asked, answer) => {
  reached.push(`${asked.url}`)
  if (isDown) return answer.writeHead(500, { 'cache-control': 'public, max-age=60' }).end('{}')
  const { hostname, port } = new URL(server.url())
  const passed = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, got => {
    answer.writeHead(got.statusCode ?? 500, got.headers)
    got.pipe(answer)
  })
  passed.on('error', () => answer.destroy())
  asked.pipe(passed)
})
const gatewayUrl = () => `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
beforeAll(() => new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve)))
afterAll(() => void gateway.close())

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
afterAll(() => agent.destroy())
type Got = { status: number; headers: IncomingHttpHeaders; text: string }

/** As it is written: fetch would repair a path. */
function get(url: string, path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) {
  const { hostname, port } = new URL(url)
  return new Promise<Got>((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', part => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    sent.on('error', reject).end(body)
  })
}

const kinds: Kind[] = ['nginx', 'caddy']
const running: Partial<Record<Kind, WebServer>> = {}
beforeAll(async () => {
  for (const kind of kinds) if (!isSkipped(kind)) running[kind] = await startWebServer(kind, gatewayUrl())
})
afterAll(() => Promise.all(Object.values(running).map(web => web.end())))

function inServer(kind: Kind, name: string, work: (web: WebServer, kind: Kind) => Promise<void>) {
  const here = isSkipped(kind) ? test.skip : test
  here(`${kind}: ${name}`, () => work(running[kind] as WebServer, kind))
}
const inBoth = (name: string, work: (web: WebServer, kind: Kind) => Promise<void>) => {
  for (const kind of kinds) inServer(kind, name, work)
}

inBoth('keeps the whole contract', async web => {
  const lines: string[] = []
  const site = { url: web.url, api: web.url, publishableKey, secretKey }
  await server.call(
    'invite_member',
    { email: 'a@example.org', office: 'tinh-an-giang', role: 'coordinator' },
    secretKey,
  )
  await checkSite(site, { withPages: true, say: line => lines.push(line) })
  expect(lines.join('\n')).not.toContain('✗')
  expect(lines.at(-1)).toMatch(/right, 0 wrong$/)
})

inBoth('says of every file and address what dist/_headers says of it', async web => {
  const headersOf = readHeaders(readFileSync(join(dist, '_headers'), 'utf8'))
  const files = globSync('**/*', { cwd: dist, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('_') && entry.name !== '404.html')
    .map(entry => join(entry.parentPath, entry.name).slice(dist.length))
  const addresses = [
    '/',
    '/r/X43Q58',
    '/v/AAAAAAAAAA',
    '/rate',
    '/rated',
    '/not-rated',
    '/embed/offices/x',
    '/staff/settings',
  ]
  expect(files.length).toBeGreaterThan(100)
  const wrong: string[] = []
  for (const path of [...files, ...addresses]) {
    const { status, headers } = await get(web.url, path, {}, 'HEAD')
    const wanted = [...headersOf(path)]
    for (const [name, value] of wanted) if (headers[name] !== value) wrong.push(`${path}: ${name} ${headers[name]}`)
    const ending = path.slice(path.lastIndexOf('.') + 1)
    const [type] = Object.entries(fileTypes).find(([, endings]) => endings.includes(ending)) ?? [
      'text/html; charset=utf-8',
    ]
    if (status !== 200 || headers['content-type'] !== type) wrong.push(`${path}: ${status} ${headers['content-type']}`)
    if (headersOf(path).get('x-frame-options') !== (headers['x-frame-options'] ?? null)) wrong.push(`${path}: framed`)
  }
  expect(wrong).toEqual([])
})

inBoth('writes no code, no address and no key into a log, whatever happens', async web => {
  const secret = 'K7M4Q29XDP'
  const paths = [
    `/v/${secret}`,
    `//v/${secret}`,
    `/%76/${secret}`,
    `/V/${secret}/`,
    `/v/${secret}/${secret}`,
    `/v/${secret}?lng=en`,
  ]
  const others = [
    `/r/X43Q58?p=${secret}`,
    `/x/../v/${secret}`,
    `/rest/v1/rpc/receipt_state?receipt=${secret}`,
    `/v/${secret}.php`,
  ]
  for (const path of [...paths, ...others]) {
    await get(web.url, path, { 'user-agent': secret, referer: `${web.url}/v/${secret}`, cookie: secret })
    await get(web.url, path, {}, 'POST', '{}')
  }
  isDown = true
  await get(web.url, `/rest/v1/rpc/visit_page?code=${secret}`)
  isDown = false
  await expect.poll(web.logged).toContain('/rest/v1/rpc/visit_page')
  expect(web.logged()).not.toContain(secret)
  expect(web.logged()).not.toMatch(/127\.0\.0\.1.{0,6}"?,"?(port|remote|status)|sb_publishable_/)
})

inBoth('answers a kept file with nothing, and has the service worker asked for again', async web => {
  const { text } = await get(web.url, '/')
  const [asset = ''] = /\/assets\/[\w.-]+\.js/.exec(text) ?? []
  for (const path of [asset, '/sw.js', '/results']) {
    const { headers } = await get(web.url, path, { 'accept-encoding': 'gzip' })
    const again = await get(web.url, path, { 'accept-encoding': 'gzip', 'if-none-match': `${headers.etag}` })
    expect([path, again.status, again.text]).toEqual([path, 304, ''])
  }
  const worker = await get(web.url, '/sw.js')
  expect([worker.status, worker.headers['cache-control']]).toEqual([200, 'no-cache'])
  expect(worker.text).toContain('precache')
})

inBoth('takes a rating, and the form of an old phone', async (web, kind) => {
  const headers = { apikey: publishableKey, 'content-type': 'application/json' }
  const body = JSON.stringify({
    id: newRatingId(),
    counter: 'X43Q58',
    score: 5,
    receipt: `${kind === 'nginx' ? 'K7M4' : 'K7M5'}Q29XDP3T`,
  })
  const stored = await get(web.url, '/rest/v1/rpc/submit_rating', headers, 'POST', body)
  expect([stored.status, JSON.parse(stored.text).state]).toEqual([200, 'waiting'])
  const form = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: web.url,
    referer: `${web.url}/r/X43Q58`,
  }
  const led = await get(web.url, `/rest/v1/rpc/submit_rating_form?apikey=${publishableKey}`, form, 'POST', 'score=4')
  expect([led.status, led.headers.location]).toEqual([303, expect.stringMatching(/^\/rated\.html#/)])
})

// nginx in front of what everybody reads.

const read = (path: string, headers: Record<string, string> = {}) =>
  get(running.nginx?.url ?? '', `/rest/v1/${path}`, { apikey: publishableKey, accept: '*/*', ...headers })

// What the first page asks for, in this order: the API's part of its network, as a browser shows it.
const page = [
  'rpc/satisfaction?by=all&headline=true&offset=0&limit=1000',
  'settings?select=key%2Cvalue&order=key&offset=0&limit=1000',
  'offices?select=*&order=code&offset=0&limit=1000',
  'procedures?select=code%2Cname%2Cfield_code&order=code&offset=0&limit=1000',
  'rpc/satisfaction?by=all&offset=0&limit=1000',
]
const READERS = 10_000
/** Questions to the database that one request leads to: how long it may be kept, the answer, and a setting. */
const QUESTIONS = 3
/** docs/servers/nginx.conf: how long the version is believed, in seconds. */
const BELIEVED = 30

inServer('nginx', `${READERS} readers cost the database fewer than 100 questions in ten minutes`, async () => {
  reached.length = 0
  const begun = Date.now()
  let next = 0
  const wrong: string[] = []
  const marks = new Map<string, string>()
  const reader = async () => {
    for (let n = next++; n < READERS; n = next++) {
      for (const path of page) {
        // Every other one has been here before.
        const known = n % 2 ? marks.get(path) : undefined
        const answer = await read(path, { 'user-agent': `phone ${n}`, ...(known && { 'if-none-match': known }) })
        if (answer.status !== (known ? 304 : 200)) wrong.push(`${path}: ${answer.status}`)
        marks.set(path, `${answer.headers.etag}`)
      }
    }
  }
  await Promise.all(Array.from({ length: 48 }, reader))
  const seconds = (Date.now() - begun) / 1000
  expect(wrong).toEqual([])
  // The made-up ratings of a try-out may be gone any minute; these are none.
  expect(reached.length).toBeLessThanOrEqual(page.length + 2 + seconds / BELIEVED)
  expect((page.length + 1 + 600 / BELIEVED) * QUESTIONS).toBeLessThan(100)
  console.log(`${READERS * page.length} answers in ${seconds.toFixed(0)} s, ${reached.length} requests to the API`)
})

inServer('nginx', 'nobody sees an old answer for more than a minute, nor waits for a change longer', async () => {
  const path = 'fields?select=name&order=code'
  const before = await read(path)
  expect((await read(path)).headers['x-cache']).toBe('HIT')
  const field = { code: `moi-${Date.now()}`, name: 'Lĩnh vực vừa thêm' }
  const headers = { apikey: secretKey, 'content-type': 'application/json' }
  const saved = await get(
    running.nginx?.url ?? '',
    '/rest/v1/rpc/save_field',
    headers,
    'POST',
    JSON.stringify({ field }),
  )
  expect(saved.text).not.toContain('PT')
  const changed = Date.now()
  await expect.poll(async () => (await read(path)).text, { timeout: 60_000, interval: 500 }).toContain(field.name)
  expect((Date.now() - changed) / 1000).toBeLessThan(BELIEVED + 10)
  expect((await read(path, { 'if-none-match': `${before.headers.etag}` })).status).toBe(200)
})

inServer('nginx', 'what is somebody’s own, a part, or a refusal, is asked for each time', async () => {
  const path = 'offices?select=code&limit=3'
  await read(path)
  expect((await read(path)).headers['x-cache']).toBe('HIT')
  const each = async (what: string, more: Record<string, string>, status: number, asked = path) => {
    for (let time = 0; time < 2; time += 1) {
      const before = reached.length
      const answer = await read(asked, more)
      expect([what, answer.status, answer.headers['x-cache'] === 'HIT']).toEqual([what, status, false])
      expect([what, reached.length]).toEqual([
        what,
        before + 1 + (reached.slice(before).includes('/rest/v1/settings?select=key&limit=1') ? 1 : 0),
      ])
    }
  }
  await each('signed in', { authorization: `Bearer ${publishableKey}` }, 200)
  await each('a part', { prefer: 'count=exact' }, 206)
  await each('a wrong key', { apikey: 'wrong' }, 401)
  await each('no key', { apikey: '' }, 401)
  await each('no table', {}, 401, 'comments')
  await each('no such question', {}, 400, 'rpc/satisfaction?by=nothing')
  await each('a receipt', {}, 404, 'rpc/receipt_state?receipt=K7M4Q29XDP3Z')
  await each('the administrator', { apikey: secretKey }, 200)
})

inServer('nginx', 'while the API is down, what is known stays, and no error is kept', async () => {
  const path = 'offices?select=code&limit=4'
  const { text } = await read(path)
  isDown = true
  try {
    expect((await read(path)).text).toBe(text)
    expect((await read('offices?select=code&limit=5')).status).toBe(500)
  } finally {
    isDown = false
  }
  expect((await read('offices?select=code&limit=5')).status).toBe(200)
})
