import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startServer } from '../../scripts/checks/test-server.ts'
import { crowding } from '../crowding.ts'
import { localDay } from '../days.ts'
import { newRatingId, publishableKey, secretKey, serveForTests } from './vitest-server.ts'

const server = serveForTests()
const { call } = server

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function newRating() {
  return {
    id: newRatingId(),
    counter: '8K93N9',
    procedure: '1.001193',
    score: 1 + ((randomBytes(1)[0] ?? 0) % 5),
    receipt: [...randomBytes(12)].map(byte => crockford[byte % 32]).join(''),
    device: randomUUID(),
  }
}

type Rating = ReturnType<typeof newRating>

/** Sends one new rating after the other until the server is gone. */
async function sendUntilCut(answered: Rating[], unanswered: Rating[]) {
  for (;;) {
    const rating = newRating()
    try {
      const { status } = await call('submit_rating', rating)
      expect(status).toBe(200)
      answered.push(rating)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      unanswered.push(rating)
      return
    }
  }
}

// Half an hour has to pass before a rating may be released. Only while ratings are made up may tomorrow be tried.
const tomorrow = localDay(1)

test('killed under eight parallel senders, it has every answered rating once, and is back within ten seconds', async () => {
  await call('enter_illustrative_ratings', { days: [] }, secretKey)
  const answered: Rating[] = []
  const unanswered: Rating[] = []
  const senders = Array.from({ length: 8 }, () => sendUntilCut(answered, unanswered))
  await expect.poll(() => answered.length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(200)
  await server.end('SIGKILL')
  await Promise.all(senders)
  expect(unanswered).toHaveLength(8)

  const start = Date.now()
  await server.start()
  expect(Date.now() - start).toBeLessThan(10_000 * crowding())

  for (const { receipt, score } of answered) {
    expect((await call('receipt_state', { receipt })).body).toMatchObject({ state: 'waiting', score })
  }
  // The outbox sends again what it has no answer for, and may send again what was answered.
  for (const rating of [...answered, ...unanswered]) {
    expect((await call('submit_rating', rating)).body).toMatchObject({ state: 'waiting', score: rating.score })
  }
  await call('release_ratings', { as_of: tomorrow }, secretKey)
  const response = await fetch(`${server.url()}/rest/v1/batches?select=n`, { headers: { apikey: publishableKey } })
  expect(await response.json()).toEqual([{ n: answered.length + 8 }])
})

test('parallel requests do not borrow the rights of one another', async () => {
  const keys = Array.from({ length: 60 }, (_, i) => (i % 2 ? secretKey : publishableKey))
  const answers = await Promise.all(keys.map(key => call('release_ratings', { as_of: tomorrow }, key)))
  expect(answers.map(({ status }) => status)).toEqual(keys.map(key => (key === secretKey ? 200 : 401)))
})

test('a refused request leaves a line without its content in the log', async () => {
  const { receipt } = newRating()
  const comment = `Gọi tôi theo số ${randomUUID()}`
  const { status } = await call('add_details', { receipt, details: { comment } })
  expect(status).toBe(404)
  await expect.poll(() => server.output()).toMatch(/POST \/rest\/v1\/rpc\/add_details 404/)
  expect(server.output()).not.toContain(comment)
  expect(server.output()).not.toContain(receipt)
})

test('a second server on the same data is refused with the number of the first', async () => {
  await expect(startServer(server.folder, [])).rejects.toThrow(
    /in use by process \d+, which serves http:\S+: stop that first/,
  )
})

test('a port that is taken is named with the remedy', async () => {
  const { port } = new URL(server.url())
  const other = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const start = startServer(other, ['--port', port])
  await expect(start).rejects.toThrow(`Port ${port} is taken by another program: stop that one, or choose another`)
  rmSync(other, { recursive: true })
})

test('with hot reload, too, the files of the database and the keys stay inside', async () => {
  const other = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const development = await startServer(other, ['--dev', '--no-demo'])
  const paths = ['/.env', '/.env?raw', '/supabase/seed.sql?raw', `/@fs${other}/server.json`]
  const answers = await Promise.all(paths.map(path => fetch(development.url + path)))
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 403))
  expect((await fetch(`${development.url}/src/main.tsx`)).status).toBe(200)
  await development.end('SIGTERM')
  rmSync(other, { recursive: true })
})

test('a query that joins tables is refused at once, and an address that nobody serves is no page', async () => {
  const joined = '/rest/v1/procedures?select=*,offerings(*,offices(*,batches(*)))'
  const headers = { apikey: publishableKey }
  const answer = await fetch(server.url() + joined, { headers })
  expect([answer.status, (await answer.json()).message]).toEqual([400, 'query_invalid'])
  expect((await fetch(`${server.url()}/.env`)).status).toBe(404)
})

test('only this user reads what the server writes', () => {
  for (const name of ['', 'data', 'lock.db', 'server.json']) {
    expect([name, statSync(join(server.folder, name)).mode & 0o077]).toEqual([name, 0])
  }
})

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(server.url() + path, {
    method: 'POST',
    headers: { apikey: publishableKey, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined }
}

async function signIn(email: string) {
  await call('invite_member', { email, office: 'xa-hoi-an', role: 'head' }, secretKey)
  expect((await post('/auth/v1/otp', { email })).status).toBe(200)
  const mail = new RegExp(`To: ${email}\\n[^]*?code is: (\\d{6})`)
  await expect.poll(() => server.output()).toMatch(mail)
  // It would name another port than this one, and opens nothing.
  expect(server.output()).not.toContain('/auth/v1/verify')
  const [, token] = mail.exec(server.output()) ?? []
  const { status, body } = await post('/auth/v1/verify', { email, token, type: 'magiclink' })
  expect(status).toBe(200)
  const asPerson = { authorization: `Bearer ${body.access_token}` }
  expect((await post('/rest/v1/rpc/staff_me', {}, asPerson)).status).toBe(200)
  return { asPerson, refreshToken: body.refresh_token as string }
}

test('who signs out is out, whatever the token says', async () => {
  const { asPerson, refreshToken } = await signIn('ra@xa.vn')
  const other = await fetch(`${server.url()}/rest/v1/members?select=email`, {
    headers: { apikey: publishableKey, ...asPerson },
  })
  expect(await other.json()).not.toEqual([])
  expect((await post('/auth/v1/logout?scope=global', {}, asPerson)).status).toBe(204)
  expect(await post('/rest/v1/rpc/staff_me', {}, asPerson)).toMatchObject({
    status: 401,
    body: { message: 'session_over' },
  })
  expect((await post('/auth/v1/token?grant_type=refresh_token', { refresh_token: refreshToken })).status).toBe(400)
})

test('a refresh token works once, and its second use ends the session', async () => {
  const { asPerson, refreshToken } = await signIn('hai-lan@xa.vn')
  const renew = (token: string) => post('/auth/v1/token?grant_type=refresh_token', { refresh_token: token })
  const renewed = await renew(refreshToken)
  expect(renewed.status).toBe(200)
  expect(await renew(refreshToken)).toMatchObject({ status: 400, body: { code: 'refresh_token_already_used' } })
  expect((await renew(renewed.body.refresh_token)).status).toBe(400)
  expect((await post('/rest/v1/rpc/staff_me', {}, asPerson)).status).toBe(401)
})

test('whoever has tried too many codes waits over a restart as well', async () => {
  const email = 'doan-ma@xa.vn'
  await call('invite_member', { email, office: 'xa-hoi-an', role: 'head' }, secretKey)
  expect((await post('/auth/v1/otp', { email })).status).toBe(200)
  const guess = async () => (await post('/auth/v1/verify', { email, token: '000000', type: 'magiclink' })).status
  const guesses = []
  while (guesses.length < 30 && guesses.at(-1) !== 429) guesses.push(await guess())
  expect(guesses.at(-1), 'so many guesses, and no more').toBe(429)
  await server.end('SIGKILL')
  await server.start()
  expect(await guess()).toBe(429)
  expect((await post('/auth/v1/otp', { email: 'ai-khac@xa.vn' })).status, 'nobody else waits').toBe(200)
})
