import { expect, test } from 'vitest'
import { preflight, withHeaders } from './response-headers.ts'

const answered = (path: string, init: RequestInit = {}) =>
  withHeaders(
    new Request(`http://localhost${path}`, init),
    Response.json([], { headers: { 'access-control-allow-origin': '*', 'cache-control': 'public' } }),
  ).headers

test('another site reads what is public, and hears nothing of what it writes', () => {
  expect(answered('/rest/v1/batches').get('access-control-allow-origin')).toBe('*')
  for (const path of ['/rest/v1/rpc/submit_rating', '/auth/v1/otp']) {
    expect(answered(path, { method: 'POST' }).has('access-control-allow-origin')).toBe(false)
    const asked = new Request(`http://localhost${path}`, { method: 'OPTIONS' })
    const { headers } = withHeaders(asked, preflight(asked))
    expect(headers.get('access-control-allow-methods') ?? '').not.toContain('POST')
  }
  const reading = new Request('http://localhost/rest/v1/batches', { method: 'OPTIONS' })
  expect(withHeaders(reading, preflight(reading)).headers.get('access-control-allow-methods')).toBe(
    'GET, HEAD, OPTIONS',
  )
})

test('no cache keeps a refusal, nor a part of a table that a header has chosen', () => {
  const request = new Request('http://localhost/rest/v1/offices')
  const kept = { headers: { 'cache-control': 'public' } }
  expect(withHeaders(request, Response.json([])).headers.get('cache-control')).toBe('no-store')
  expect(withHeaders(request, Response.json({}, { ...kept, status: 401 })).headers.get('cache-control')).toBe(
    'no-store',
  )
  expect(withHeaders(request, Response.json([], kept)).headers.get('cache-control')).toBe('public')
})

test('no cache keeps what was answered to somebody who is signed in', () => {
  const signedIn = answered('/rest/v1/comments', { headers: { authorization: 'Bearer x' } })
  expect([signedIn.get('cache-control'), signedIn.get('vary')]).toEqual(['no-store', 'Authorization, Accept'])
  expect(answered('/auth/v1/user').get('cache-control')).toBe('no-store')
  const anonymous = answered('/rest/v1/batches')
  expect([anonymous.get('cache-control'), anonymous.get('vary')]).toEqual(['public', 'Authorization, Accept'])
})
