// The real nginx in front of what everybody reads: copies for all, over when something was published.

import { expect } from 'vitest'
import { publishableKey, secretKey, serveForTests } from '../server/vitest-server.ts'
import { get, serveBehind } from './gateway.ts'

const server = serveForTests()
const { inEach, reached, state } = serveBehind(['nginx'], () => server.url())
let url = ''

const read = (path: string, headers: Record<string, string> = {}) =>
  get(url, `/rest/v1/${path}`, { apikey: publishableKey, accept: '*/*', ...headers })

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

inEach(`${READERS} readers cost the database fewer than 100 questions in ten minutes`, async web => {
  url = web.url
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

inEach('nobody sees an old answer for more than a minute, nor waits for a change longer', async web => {
  url = web.url
  const path = 'fields?select=name&order=code'
  const before = await read(path)
  expect((await read(path)).headers['x-cache']).toBe('HIT')
  const field = { code: `moi-${Date.now()}`, name: 'Lĩnh vực vừa thêm' }
  const headers = { apikey: secretKey, 'content-type': 'application/json' }
  const saved = await get(url, '/rest/v1/rpc/save_field', headers, 'POST', JSON.stringify({ field }))
  expect([saved.status, saved.text]).toEqual([200, expect.stringContaining(field.code)])
  const changed = Date.now()
  await expect.poll(async () => (await read(path)).text, { timeout: 60_000, interval: 500 }).toContain(field.name)
  expect((Date.now() - changed) / 1000).toBeLessThan(BELIEVED + 10)
  expect((await read(path, { 'if-none-match': `${before.headers.etag}` })).status).toBe(200)
})

inEach('what is somebody’s own, a part, or a refusal, is asked for each time', async web => {
  url = web.url
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

inEach('while the API is down, what is known stays, and no error is kept', async web => {
  url = web.url
  const path = 'offices?select=code&limit=4'
  const { text } = await read(path)
  state.isDown = true
  try {
    expect((await read(path)).text).toBe(text)
    expect((await read('offices?select=code&limit=5')).status).toBe(500)
  } finally {
    state.isDown = false
  }
  expect((await read('offices?select=code&limit=5')).status).toBe(200)
})
