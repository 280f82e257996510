import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { api, ask, call } from './api.ts'

export type Role = 'coordinator' | 'head' | 'clerk' | 'auditor'

/** Gives a person a role, as `npm run staff:invite` does. Answers with the membership. */
export async function invite(email: string, office: string, role: Role): Promise<{ id: number }> {
  const { status, body } = await call('invite_member', { email, office, role }, api.secretKey)
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
      const mails = readFileSync(file, 'utf8').split('email captured').slice(1)
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

/** Signs in on the page, as a person with a mailbox does. */
export async function signIn(page: Page, email: string, site = '') {
  await page.goto(`${site}/staff`)
  await page.getByLabel('Địa chỉ thư điện tử').fill(email)
  await page.getByRole('button', { name: 'Gửi mã' }).click()
  const field = page.getByLabel('Mã gồm 6 chữ số')
  await field.waitFor()
  await field.fill(await mailedCode(email))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}
