import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { signIn } from './sign-in.ts'

type Asked = { email?: string; token?: string }

/** A Lite with one member, whose code is 123456, and what came through to it. */
function setUp() {
  const passed: Asked[] = []
  const later: Promise<unknown>[] = []
  const handler = signIn(
    async request => {
      const body = request.method === 'POST' ? await request.json() : {}
      passed.push(body)
      return Response.json({}, { status: body.token && body.token !== '123456' ? 403 : 200 })
    },
    {
      secret: 'secret',
      query: async sql => (sql.includes(Buffer.from('a@xa.vn').toString('hex')) && sql.includes('members') ? [{}] : []),
      inTurn: work => work(),
      later: work => void later.push(work),
    },
  )
  const send = async (way: string, body: unknown, type = 'application/json') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const headers = { 'content-type': type }
    const url = `http://localhost/auth/v1/${way}`
    const response = await handler(new Request(url, { method: 'POST', headers, body: text }))
    return { status: response.status, body: await response.json() }
  }
  return { send, passed, finish: () => Promise.all(later) }
}

test('a code cannot be guessed by the hash in its link', async () => {
  const { send, passed } = setUp()
  const hash = createHash('sha256').update('a@xa.vn123456').digest('hex')
  expect((await send('verify', { token_hash: hash, type: 'magiclink' })).status).toBe(400)
  expect((await send('verify', { email: 'a@xa.vn', token: '123456', token_hash: hash, type: 'email' })).status).toBe(
    400,
  )
  expect(passed).toEqual([])
})

const right = { email: 'a@xa.vn', token: '123456', type: 'magiclink' }
test.each([
  ['verify', { ...right, email: ['a@xa.vn'] }],
  ['verify', { ...right, token: 123456 }],
  ['verify', { ...right, token: '12345' }],
  ['verify', { ...right, type: 'recovery' }],
  ['verify', [right]],
  ['verify', { token: '123456', type: 'magiclink' }],
  ['verify', `\ufeff${JSON.stringify(right)}`],
  ['verify', ''],
  ['otp', { phone: '0912345678' }],
  ['otp', { email: { a: 1 } }],
  ['otp', { email: 'a@xa.vn', options: {} }],
  ['token', { refresh_token: 'x' }],
  ['token?grant_type=refresh_token', { refresh_token: 'a\u0000' }],
  ['token?grant_type=refresh_token', { refresh_token: 'a', password: 'b' }],
  ['logout?scope=everybody', {}],
])('%s %j does not come through', async (way, body) => {
  const { send, passed } = setUp()
  expect(await send(way, body)).toEqual({ status: 400, body: { code: 'PT400', message: 'body_invalid' } })
  expect(passed).toEqual([])
})

test('a form does not come through', async () => {
  const { send, passed } = setUp()
  expect((await send('otp', JSON.stringify({ email: 'a@xa.vn' }), 'text/plain')).status).toBe(400)
  expect(passed).toEqual([])
})

test('what supabase-js sends comes through, with nothing beside', async () => {
  const { send, passed, finish } = setUp()
  const extra = {
    data: {},
    create_user: true,
    gotrue_meta_security: {},
    code_challenge: null,
    code_challenge_method: null,
  }
  const json = 'application/json;charset=UTF-8'
  expect((await send('otp', { email: ' A@XA.vn\u200b.', ...extra }, json)).status).toBe(200)
  await finish()
  expect((await send('verify', { ...right, gotrue_meta_security: {} }, json)).status).toBe(200)
  expect(passed).toEqual([{ email: 'a@xa.vn', create_user: true }, right])
})

test('who is no member gets the same answers, and no mail', async () => {
  const { send, passed, finish } = setUp()
  for (const email of ['nobody@xa.vn', 'a@xa.vn']) {
    expect(await send('otp', { email, create_user: false })).toEqual({ status: 200, body: {} })
    expect((await send('verify', { ...right, email, token: '000000' })).status).toBe(403)
  }
  await finish()
  expect(passed.filter(({ token }) => !token)).toEqual([{ email: 'a@xa.vn', create_user: true }])
})

test('a malformed address is told so', async () => {
  const { send, passed } = setUp()
  for (const email of ['khong phai dia chi', 'a\u0000@xa.vn', `${'a'.repeat(300)}@xa.vn`]) {
    expect(await send('otp', { email })).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
  }
  expect(passed).toEqual([])
})
