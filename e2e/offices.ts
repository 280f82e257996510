import { expect, type Page } from '@playwright/test'
import { api, call } from './api.ts'
import { invite, newAddress, type Role, signIn } from './staff.ts'

/** A commune that no other test knows, with nothing set up yet. `parent`: null for the top of a tree of its own. */
export async function newOffice(name = 'Xã Thử', parent: string | null = 'tinh-an-giang') {
  const code = `thu-${crypto.randomUUID().slice(0, 8)}`
  const office = { code, name: `${name} ${code.slice(4)}`, kind: parent ? 'xã' : 'tỉnh', parent_code: parent }
  expect((await call('save_office', { office }, api.secretKey)).status).toBe(200)
  return { code, name: office.name }
}

/** A poster's counter of an office. */
export async function newCounter(office: string, name: string, number: string | null = null): Promise<string> {
  const counter = { office_code: office, name, number, channel: 'counter', kind: 'poster' }
  const { status, body } = await call('save_counter', { counter }, api.secretKey)
  expect(status).toBe(200)
  return body.code
}

export async function offer(office: string, ...procedures: string[]) {
  for (const procedure of procedures) {
    expect((await call('offer_procedure', { office, procedure, offered: true }, api.secretKey)).status).toBe(200)
  }
}

/** Somebody new, invited and signed in. Answers with the address. */
export async function workAs(page: Page, role: Role, office: string) {
  const email = newAddress(role)
  await invite(email, office, role)
  await signIn(page, email)
  await expect(page.getByRole('heading', { name: 'Việc cần xem trước' })).toBeVisible({ timeout: 60_000 })
  return email
}
