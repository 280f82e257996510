// The files of docs/servers/ in the real nginx and Caddy: all that the contract asks, and no code in a log.

import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/bootstrap.js'
import { readHeaders } from '../../scripts/build/headers-file.ts'
import { fileTypes } from '../../scripts/build/server-files.ts'
import { freePort } from '../../scripts/checks/test-server.ts'
import { checkSite } from '../../scripts/deploy/check-site.ts'
import { startWebServer } from '../../scripts/deploy/web-server.ts'
import { newRatingId, publishableKey, secretKey, serveForTests } from '../server/vitest-server.ts'
import { get, isSkipped, serveBehind } from './gateway.ts'

const server = serveForTests()
const { inEach, state } = serveBehind(['nginx', 'caddy'], () => server.url())
const dist = join(root, 'dist')

inEach('keeps the whole contract', async web => {
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

inEach('says of every file and address what dist/_headers says of it', async web => {
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

inEach('writes no code, no address and no key into a log, whatever happens', async web => {
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
  state.isDown = true
  await get(web.url, `/rest/v1/rpc/visit_page?code=${secret}`)
  state.isDown = false
  for (const breaks of ['before an answer', 'in an answer'] as const) {
    state.breaks = breaks
    const asked = { authorization: `Bearer ${secret}`, 'user-agent': secret }
    await get(web.url, `/rest/v1/rpc/visit_page?code=${secret}`, asked).catch(() => undefined)
  }
  state.breaks = undefined
  await expect.poll(web.logged).toContain('/rest/v1/rpc/visit_page')
  expect(web.logged()).not.toContain(secret)
  expect(web.logged()).not.toMatch(/127\.0\.0\.1.{0,6}"?,"?(port|remote|status)|sb_publishable_/)
})

// As while the pages are copied, or by a mistake; and the API is away.
test.for((['nginx', 'caddy'] as const).filter(kind => !isSkipped(kind)))(
  '%s writes no code either where it cannot read a page',
  async kind => {
    const pages = mkdtempSync(join(tmpdir(), 'hai-long-pages-'))
    mkdirSync(join(pages, 'v'))
    chmodSync(pages, 0o700)
    chmodSync(join(pages, 'v'), 0)
    const web = await startWebServer(kind, `http://127.0.0.1:${await freePort()}`, pages)
    const secret = 'K7M4Q29XDP'
    for (const path of [`/v/${secret}`, `/${secret}`, `/rest/v1/rpc/visit_page?code=${secret}`])
      await get(web.url, path, { 'user-agent': secret })
    await expect.poll(web.logged).toContain('/rest/v1/rpc/visit_page')
    const logged = web.logged()
    await web.end()
    rmSync(pages, { recursive: true })
    expect(logged).not.toContain(secret)
    expect(logged).not.toMatch(/client: 127|remote_ip/)
  },
)

inEach('answers a kept file with nothing, and has the service worker asked for again', async web => {
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

inEach('takes a rating, and the form of an old phone', async (web, kind) => {
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
