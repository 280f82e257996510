import { expect, test } from 'vitest'
import { limitSignIns } from './sign-in-limit.ts'

const minute = 60_000

/** A server that takes one code, and a clock to turn. */
function setUp() {
  let time = 0
  const limited = limitSignIns(
    async request => {
      const { token } = await request.json()
      return new Response('{}', { status: token === 'right' || token === undefined ? 200 : 403 })
    },
    () => time,
  )
  const ask = async (way: string, email: string, token?: string) => {
    const body = JSON.stringify({ email, ...(token && { token }) })
    return (await limited(new Request(`http://localhost/auth/v1/${way}`, { method: 'POST', body }))).status
  }
  return { ask, wait: (milliseconds: number) => (time += milliseconds) }
}

test('after ten wrong codes not even the right one is taken, until a quarter of an hour has passed', async () => {
  const { ask, wait } = setUp()
  for (let i = 0; i < 10; i += 1) expect(await ask('verify', 'a@xa.vn', 'wrong')).toBe(403)
  expect(await ask('verify', ' A@xa.vn', 'right')).toBe(429)
  expect(await ask('verify', 'b@xa.vn', 'right')).toBe(200)
  wait(15 * minute)
  expect(await ask('verify', 'a@xa.vn', 'right')).toBe(200)
})

test('ten at the same moment are ten', async () => {
  const { ask } = setUp()
  const statuses = await Promise.all(Array.from({ length: 20 }, () => ask('verify', 'a@xa.vn', 'wrong')))
  expect(statuses.filter(status => status === 403)).toHaveLength(10)
})

test('who comes in may err again', async () => {
  const { ask } = setUp()
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 9; i += 1) await ask('verify', 'a@xa.vn', 'wrong')
    expect(await ask('verify', 'a@xa.vn', 'right')).toBe(200)
  }
})

test('nobody is sent more than three codes a minute', async () => {
  const { ask, wait } = setUp()
  for (let i = 0; i < 3; i += 1) expect(await ask('otp', 'a@xa.vn')).toBe(200)
  expect(await ask('otp', 'a@xa.vn')).toBe(429)
  wait(minute)
  expect(await ask('otp', 'a@xa.vn')).toBe(200)
})

test('what is no sign-in, and what names nobody, goes through', async () => {
  const { ask } = setUp()
  for (let i = 0; i < 20; i += 1) expect(await ask('user', 'a@xa.vn')).toBe(200)
})
