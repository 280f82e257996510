import { request } from 'node:http'
import { expect, test } from 'vitest'
import { publishableKey, serveForTests } from './vitest-server.ts'

const server = serveForTests()

type Asked = { method?: string; body?: string | Buffer; type?: string; key?: string }

/** Not with fetch, which would repair the path. */
function ask(path: string, { method = 'GET', body, type = 'application/json', key = publishableKey }: Asked = {}) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = { apikey: key, ...(body !== undefined && { 'content-type': type }) }
    const asking = request(server.url(), { path, method, headers }, response => {
      let text = ''
      response.on('data', chunk => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

const posted = (name: string, body: string | Buffer, type?: string): [string, Asked] => [
  `/rest/v1/rpc/${name}`,
  { method: 'POST', body, ...(type && { type }) },
]

test("a value of another type spoils nobody else's request", async () => {
  for (const query of [
    'improve=not.in.(10,2026)',
    'praised=eq.1',
    'improve=in.({},[])',
    'or=(improve.not.in.(10,2026))',
  ]) {
    const { status, text } = await ask(`/rest/v1/comments?select=handled_by&${query}`)
    expect([query, status >= 400 && status < 500, text]).toEqual([query, true, text])
    expect([query, (await ask('/rest/v1/offices?limit=1')).status]).toEqual([query, 200])
  }
})

test.each<[string, Asked?]>([
  posted('satisfaction', '{"by": "all", "from_month": 1e308}'),
  posted('coverage', '{"to_month": 1e308}'),
  posted('answers', '{"from_month": "x"}'),
  posted('satisfaction', '{"by": "all", "channel": "x"}'),
  posted('handle_comment', '{"comment": "x", "handled": true}'),
  posted('end_membership', '{"member": 1e308}'),
  posted('submit_rating', '{'),
  posted('submit_rating', 'NaN'),
  posted('submit_rating', ''),
  posted('submit_rating', '{"id": "\\u0000"}'),
  posted('submit_rating', Buffer.from('{"id": "\0"}')),
  posted('submit_rating', Buffer.from('{"id": 1}', 'utf16le')),
  posted('submit_rating', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  posted('submit_rating', '[]'),
  posted('submit_rating', '<x/>', 'application/xml'),
  posted('submit_rating', 'x', 'text/plain'),
  posted('receipt_state', '{"receipt": "\\u0000"}'),
  posted('no_such_function', '{}'),
  ['/rest/v1/offices?select="x'],
  ['/rest/v1/procedures?select=code::regclass'],
  ['/rest/v1/procedures?valid_from=eq.x'],
  ['/rest/v1/batches?number=eq.x'],
  ['/rest/v1/batches?channel=eq.x'],
  ['/rest/v1/%'],
  ['/rest/v1/%F0%28%8C%28'],
  ['/rest/v1/offices', { method: 'PUT', body: '{}' }],
  ['/auth/v1/otp', { method: 'POST', body: '{"email": "\\u0000@a.vn"}' }],
  ['/auth/v1/otp', { method: 'POST', body: JSON.stringify({ email: `${'a'.repeat(400)}@a.vn` }) }],
  ['/auth/v1/verify', { method: 'POST', body: '{"email": [], "token": {}}' }],
  ['/auth/v1/token?grant_type=refresh_token', { method: 'POST', body: '{"refresh_token": "\\u0000"}' }],
])('%s %j is refused with a key', async (path, asked) => {
  const { status, text } = await ask(path, asked)
  expect([status >= 400 && status < 500, status, text]).toEqual([true, status, text])
  const { message } = JSON.parse(text)
  expect(message).toMatch(/^[a-z]+(_[a-z]+)*$/)
})

test('a code that looks like a number is found as it is written', async () => {
  const code = '2.000720'
  for (const path of [
    `procedures?select=code&code=eq.${code}`,
    `procedures?select=code&code=in.(${code},x)`,
    `procedures?select=code&or=(code.eq.${code},code.eq.x)`,
    `procedures?select=code&code=eq.%22${code}%22`,
  ]) {
    const { status, text } = await ask(`/rest/v1/${path}`)
    expect([path, status, text]).toEqual([path, 200, JSON.stringify([{ code }])])
  }
  const card = await ask(`/rest/v1/rpc/share_card?procedure=${code}`)
  expect(JSON.parse(card.text)?.title).toContain('Đăng ký thay đổi nội dung đăng ký hộ kinh doanh')
})

test.each(['', 'wrong', '\u00ff'])('without a key of ours nothing answers, sign-in neither: %j', async key => {
  for (const path of ['/rest/v1/offices', '/auth/v1/user', '/auth/v1/logout', '/auth/v1/otp', '/auth/v1/verify']) {
    const { status, text } = await ask(path, { method: /user|offices/.test(path) ? 'GET' : 'POST', key, body: '{}' })
    expect([path, status >= 400 && status < 500, text]).toEqual([path, true, text])
    const { code, message } = JSON.parse(text)
    expect([path, message]).toEqual([path, expect.stringMatching(/^[a-z]+(_[a-z]+)*$/)])
    expect(typeof code).toBe('string')
  }
})
