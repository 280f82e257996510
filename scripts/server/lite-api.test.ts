import { expect, test, vi } from 'vitest'
import { liteApi } from './lite-api.ts'

/** The API before a Lite that says which requests came through. */
function setUp(lite: () => Promise<Response> = async () => Response.json([]), isShort = false) {
  const passed: string[] = []
  const { fetch } = liteApi({
    app: {
      fetch: async (request: Request) => {
        passed.push(`${request.method} ${new URL(request.url).pathname}`)
        return lite()
      },
    },
    query: async () => [],
    isEmbedded: true,
    secret: 'secret',
    isDiskShort: async () => isShort,
  })
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(new Request(`http://localhost${path}`, init))
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  return { ask, passed }
}

const embedding = '/rest/v1/procedures?select=*,offerings(*,offices(*,batches(*)))'

test('tables that join tables do not reach Lite, unless the administrator asks', async () => {
  const { ask, passed } = setUp()
  const answer = await ask(embedding)
  expect([answer.status, answer.body]).toEqual([400, { code: 'PT400', message: 'query_invalid' }])
  expect(passed).toEqual([])
  expect((await ask(embedding, { headers: { apikey: 'secret' } })).status).toBe(200)
})

test('the database is opened anew between two requests before too many have failed', async () => {
  let renewed = 0
  let isAsking = false
  const { fetch } = liteApi({
    app: {
      fetch: async () => {
        isAsking = true
        await Promise.resolve()
        isAsking = false
        return Response.json({ code: 'PT404', message: 'receipt_unknown' }, { status: 404 })
      },
    },
    query: async () => [],
    renew: async () => {
      expect(isAsking).toBe(false)
      renewed += 1
    },
    isEmbedded: true,
    secret: 'secret',
  })
  const headers = { 'content-type': 'application/json' }
  const ask = () =>
    fetch(new Request('http://localhost/rest/v1/rpc/receipt_state', { method: 'POST', headers, body: '{}' }))
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  for (let i = 0; i < 100; i += 1) await Promise.all(Array.from({ length: 100 }, ask))
  log.mockRestore()
  expect(renewed).toBe(2)
})

test('on a full disk nothing is written, and reading goes on', async () => {
  const { ask, passed } = setUp(undefined, true)
  const json = { 'content-type': 'application/json' }
  for (const path of ['/rest/v1/rpc/submit_rating', '/auth/v1/otp', '/auth/v1/verify']) {
    const { status, body, headers } = await ask(path, { method: 'POST', headers: json, body: '{}' })
    expect([status, body.message, headers.get('retry-after')]).toEqual([503, 'try_later', '30'])
  }
  expect(passed).toEqual([])
  expect((await ask('/rest/v1/offices')).status).toBe(200)
})

test('an error that Lite throws or prints is judged by its SQLSTATE', async () => {
  const full = Object.assign(new Error('could not extend file'), { code: '53100' })
  expect(await setUp(() => Promise.reject(full)).ask('/rest/v1/offices')).toMatchObject({ status: 503 })
  const printing = setUp(async () => {
    console.error(Object.assign(new Error('x'), { code: 'XX000' }))
    return Response.json({ code: 'SUP', message: 'error: x' }, { status: 500 })
  })
  expect(await printing.ask('/rest/v1/offices')).toMatchObject({ status: 503, body: { message: 'try_later' } })
})

test('other kinds of content are refused, but for the form of the page without scripts', async () => {
  const { ask } = setUp()
  const post = (path: string, type: string) =>
    ask(`/rest/v1/rpc/${path}`, { method: 'POST', headers: { 'content-type': type }, body: 'score=5' })
  expect(await post('submit_rating', 'text/plain')).toMatchObject({
    status: 415,
    body: { code: 'PT415', message: 'content_type_invalid' },
  })
  expect((await post('submit_rating', 'application/x-www-form-urlencoded')).status).toBe(415)
  expect((await post('submit_rating_form', 'application/x-www-form-urlencoded')).status).toBe(200)
})
