import { expect, test } from '@playwright/test'
import { api, ask, call } from './api.ts'
import { accountAlone, invite, mailedCode, newAddress, signedIn } from './staff.ts'

const rpc = (name: string, args: object, headers: Record<string, string>) =>
  ask(`/rest/v1/rpc/${name}`, { body: JSON.stringify(args), headers })

test('an account alone may do nothing', async () => {
  const headers = await accountAlone(newAddress('la'))
  expect((await rpc('staff_me', {}, headers)).body.roles).toEqual([])
  for (const table of ['members', 'audit_log']) {
    expect((await ask(`/rest/v1/${table}`, { headers })).body).toEqual([])
    expect((await ask(`/rest/v1/${table}`, { body: '{"email": "x@y.vn"}', headers })).status).toBeGreaterThanOrEqual(
      400,
    )
  }
  expect((await rpc('invite_member', { email: 'a@b.vn', office: 'xa-hoi-an', role: 'clerk' }, headers)).status).toBe(
    403,
  )
})

test('a head invites clerks to the own office, and loses every right with the membership', async () => {
  const head = newAddress('truong')
  await invite(head, 'xa-hoi-an', 'head')
  const headers = await signedIn(head)
  const clerk = newAddress('can-bo')
  const asked = { email: clerk, office: 'xa-hoi-an', role: 'clerk' }
  expect((await rpc('invite_member', asked, headers)).status).toBe(200)
  expect((await rpc('invite_member', asked, headers)).body.message).toBe('member_already')
  expect((await rpc('invite_member', { ...asked, office: 'xa-cho-moi' }, headers)).body.message).toBe('not_allowed')
  const { body } = await ask('/rest/v1/members?select=id,email', { headers })
  const own = body.find((member: { email: string }) => member.email === head)
  expect(body.map((member: { email: string }) => member.email)).toContain(clerk)
  expect((await rpc('end_membership', { member: own.id }, headers)).body.message).toBe('not_allowed')

  expect((await call('end_membership', { member: own.id }, api.secretKey)).status).toBe(200)
  expect((await rpc('invite_member', { ...asked, email: newAddress('khac') }, headers)).body.message).toBe(
    'not_allowed',
  )
  expect((await rpc('staff_me', {}, headers)).body.roles).toEqual([])
})

test('codes cannot be tried out: after ten wrong ones not even the right one is taken for a while', async () => {
  const email = newAddress('thu-ma')
  await invite(email, 'xa-hoi-an', 'clerk')
  await ask('/auth/v1/otp', { body: JSON.stringify({ email, create_user: true }) })
  const code = await mailedCode(email)
  const enter = (token: string) => ask('/auth/v1/verify', { body: JSON.stringify({ email, token, type: 'magiclink' }) })
  const wrong = code === '123456' ? '654321' : '123456'
  for (let i = 0; i < 10; i += 1) expect((await enter(wrong)).status).toBe(403)
  const { status, body } = await enter(code)
  expect([status, body.code, body.access_token]).toEqual([429, 'over_request_rate_limit', undefined])
})
