import { expect, test } from 'vitest'
import { withoutInternals } from './failures.ts'

const got = async (method: string, status: number, body: object, sqlState?: string) => {
  const request = new Request('http://localhost/rest/v1/rpc/submit_rating', { method })
  const response = await withoutInternals(request, Response.json(body, { status }), sqlState)
  return { status: response.status, body: await response.json(), retryAfter: response.headers.get('retry-after') }
}

test.each([
  [{ code: '53100', message: 'could not extend file "base/5/16784_fsm": No space left on device' }, undefined],
  [{ code: 'SUP', message: 'error: something' }, 'XX000'],
  [{ code: 'SUP', message: 'error: something' }, '58030'],
  [{ code: 'SUP', message: 'error: ERRORDATA_STACK_SIZE exceeded' }, undefined],
  [{ error: 'server_error', error_description: 'Internal server error' }, undefined],
])('a failure of the database %j is none of the request', async (body, sqlState) => {
  expect(await got('POST', 500, body, sqlState)).toEqual({
    status: 503,
    body: { code: 'PT503', message: 'try_later' },
    retryAfter: '30',
  })
})

test.each([
  'RangeError: Invalid time value',
  'Error: Missing closing quote',
  'URIError: URI malformed',
  'Maximum call stack size exceeded',
])('what Lite cannot read (%s) is a fault of the request', async message => {
  expect((await got('GET', 500, { code: 'SUP', message })).body).toEqual({ code: 'PT400', message: 'query_invalid' })
  const posted = await got('POST', 500, { code: 'SUP', message })
  expect(posted).toMatchObject({ status: 400, body: { code: 'PT400', message: 'body_invalid' } })
})

test('sentences, details and hints stay inside', async () => {
  const raw = { message: 'invalid input syntax for type uuid: "x"', details: 'd', hint: 'h' }
  expect((await got('POST', 400, { code: '22P02', ...raw })).body).toEqual({ code: 'PT400', message: 'body_invalid' })
  expect((await got('POST', 403, { code: '42501', ...raw })).body).toEqual({ code: '42501', message: 'not_allowed' })
  expect((await got('POST', 404, { code: '42883', ...raw })).body).toEqual({ code: 'PGRST202', message: 'not_found' })
  const own = { code: 'PT422', message: 'score_invalid', details: null, hint: null }
  expect((await got('POST', 422, own)).body).toEqual({ code: 'PT422', message: 'score_invalid' })
})
