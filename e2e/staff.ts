import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { api, ask, call } from './api.ts'

export type Role = 'coordinator' | 'head' | 'clerk' | 'auditor' | 'interviewer'

/** Gives a person a role, as `npm run staff:invite` does. Answers with the membership. */
export async function invite(email: string, office: string, role: Role): Promise<{ id: number }> {
  const organisation = role === 'interviewer' ? 'Mặt trận Tổ quốc' : undefined
  const { status, body } = await call('invite_member', { email, office, role, organisation }, api.secretKey)
  expect(status).toBe(200)
  return body
}

/** An address that no other test uses. */
export const newAddress = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@example.org`

const usedCodes = new Map<string, string>()

/** The code that was mailed last to an address: mails without SMTP settings are printed on the server's console. */
export async function mailedCode(email: string) {
  const file = process.env.SERVER_LOG
  if (!file) throw new Error('SERVER_LOG is not set')
  let code: string | undefined
  await expect
    .poll(() => {
      const mails = readFileSync(file, 'utf8')
        .split(/^(?=To: )/m)
        .slice(1)
      code = mails.findLast(mail => mail.includes(`To: ${email}\n`))?.match(/code is: (\d{6})/)?.[1]
      // Whoever signs in again waits for the new one.
      return code !== usedCodes.get(email) && code
    })
    .toBeTruthy()
  usedCodes.set(email, code as string)
  return code as string
}

/** A session over HTTP, without a browser: the headers that act as this person. */
export async function signedIn(email: string) {
  expect((await ask('/auth/v1/otp', { body: JSON.stringify({ email, create_user: true }) })).status).toBe(200)
  const token = await mailedCode(email)
  const { body } = await ask('/auth/v1/verify', { body: JSON.stringify({ email, token, type: 'magiclink' }) })
  const headers = { authorization: `Bearer ${body.access_token}` }
  expect((await ask('/rest/v1/rpc/staff_me', { body: '{}', headers })).status).toBe(200)
  return headers
}

/**
 * The headers of an account that never had a membership. No code is mailed to one, but a hosted project lets anybody
 * prove a mailbox, and a token says no more than that.
 */
export async function accountAlone(email: string) {
  const secret = process.env.SUPABASE_JWT_SECRET
  if (!secret) throw new Error('SUPABASE_JWT_SECRET is not set')
  const now = Math.floor(Date.now() / 1000)
  const session = {
    sub: crypto.randomUUID(),
    session_id: crypto.randomUUID(),
    amr: [{ method: 'otp', timestamp: now }],
  }
  const claims = { ...session, email, role: 'authenticated', aud: 'authenticated', iat: now, exp: now + 3600 }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  const token = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
  const headers = { authorization: `Bearer ${token}` }
  expect((await ask('/rest/v1/rpc/staff_me', { body: '{}', headers })).status).toBe(200)
  return headers
}

/** Signs in on the page, as a person with a mailbox does. `meanwhile` happens before the code is entered. */
export async function signIn(page: Page, email: string, site = '', meanwhile = async () => {}) {
  await page.goto(`${site}/staff`)
  await page.getByLabel('Địa chỉ thư điện tử').fill(email)
  await page.getByRole('button', { name: 'Gửi mã' }).click()
  const field = page.getByLabel('Mã gồm 6 chữ số')
  await field.waitFor()
  const code = await mailedCode(email)
  await meanwhile()
  await field.fill(code)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}
