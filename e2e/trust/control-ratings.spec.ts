import { type Page, expect as soon } from '@playwright/test'
import { paths } from '../../src/paths'
import { expectAccess } from '../access'
import { api, ask, call, rating } from '../api'
import { better, history, same } from '../improvement'
import { onOwnServer } from '../own-server'
import { noSignal, question, test } from '../rating'
import { invite, newAddress, signedIn, signIn } from '../staff'

// A machine that does other things as well is slow to bring a page.
const expect = soon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 240_000 })
test.use({ viewport: { width: 390, height: 844 } })

/** One that serves people, which no other test knows. */
async function newDesk() {
  const code = `thu-${crypto.randomUUID().slice(0, 8)}`
  const office = { code, name: `Xã ${code}`, kind: 'xã', parent_code: 'tinh-an-giang', desk: 'Một cửa' }
  expect((await call('save_office', { office }, api.secretKey)).status).toBe(200)
  return office
}

/** Somebody who asks about a new office, at its page. */
async function startAsking(page: Page) {
  const { code, name } = await newDesk()
  const email = newAddress('hoi')
  await invite(email, 'tinh-an-giang', 'interviewer')
  await signIn(page, email)
  await expect(page.getByRole('heading', { name: 'Hỏi độc lập' })).toBeVisible()
  const list = page.getByLabel('Cơ quan, quý và cách hỏi')
  await list.selectOption({ value: (await list.locator('option', { hasText: name }).getAttribute('value')) ?? '' })
  await expect(page.getByText('Chưa nhận ai')).toBeVisible()
  return { email, office: code }
}

const as = (name: string, body: object, headers: Record<string, string>) =>
  ask(`/rest/v1/rpc/${name}`, { body: JSON.stringify(body), headers })

const person = (page: Page, position: number) =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`Người số ${position}(?!\\d)`) })

test('an interviewer makes codes at the door, and an answer is given on the page on which citizens rate', async ({
  page,
  context,
}) => {
  const { office } = await startAsking(page)
  await page.getByLabel('Số mã').fill('99')
  await page.getByRole('button', { name: 'Tạo mã' }).click()
  await expect(
    page
      .getByText('Chọn từ 1 đến 50')
      .or(page.getByText(/từ 1 đến/))
      .first(),
  ).toBeVisible()
  await page.getByLabel('Số mã').fill('3')
  await page.getByRole('button', { name: 'Tạo mã' }).click()
  await expect(person(page, 3)).toContainText('Chưa hỏi')
  await expectAccess(page)

  const link = person(page, 1).getByRole('link', { name: /^Hỏi/ })
  const code = (await link.getAttribute('href'))?.split('/').at(-1)
  const opened = context.waitForEvent('page')
  await link.click()
  const form = await opened
  await expect(question(form)).toBeVisible()
  await form.close()
  const { counter: _, ...body } = rating({ visit: code, score: 2 })
  expect((await call('submit_rating', body)).status).toBe(200)
  await expect(async () => {
    await page.getByRole('button', { name: 'Xem lại danh sách' }).click()
    await expect(person(page, 1)).toContainText('Đã trả lời', { timeout: 2_000 })
  }).toPass()
  await expect(page.getByText('1 trong 50 người đã trả lời')).toBeVisible()
  const { body: figures } = await call('satisfaction', { by: 'all', office })
  expect(figures).toEqual([])
})

test.describe('at a door without a signal', () => {
  test.use({ expectedErrors: noSignal })
  test('what became of asking is kept without a signal, sent later, and taken back', async ({ page, context }) => {
    await startAsking(page)
    await page.getByLabel('Số mã').fill('2')
    await page.getByRole('button', { name: 'Tạo mã' }).click()
    await expect(person(page, 2)).toBeVisible()
    // Whoever finds the telephone finds no code on it, so the page says that a reload without a signal loses the list.
    await expect(page.getByText('danh sách không lưu trên máy')).toBeVisible()
    const link = await person(page, 1).getByRole('link', { name: /^Hỏi/ }).getAttribute('href')
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(stored).not.toContain(link?.split('/').at(-1))
    await context.setOffline(true)
    await person(page, 1)
      .getByRole('button', { name: /^Từ chối/ })
      .click()
    await expect(person(page, 1)).toContainText('Chờ gửi: Từ chối')
    await expect(page.getByText('Không có mạng. Đã lưu trên máy này')).toBeVisible()
    await expectAccess(page)
    await context.setOffline(false)
    await page.reload()
    await expect(person(page, 1)).toContainText('Từ chối')
    await expect(person(page, 1)).not.toContainText('Chờ gửi')
    await person(page, 1)
      .getByRole('button', { name: /^Hoàn tác/ })
      .focus()
    await page.keyboard.press('Enter')
    await expect(person(page, 1)).toContainText('Chưa hỏi')
    await person(page, 2)
      .getByRole('button', { name: /^Không gặp/ })
      .click()
    await expect(person(page, 2)).toContainText('gọi lại được')
  })
})

test.describe('inviting', () => {
  // Somebody of the offices is refused.
  test.use({ expectedErrors: /409 \(Conflict\)/ })
  test('a coordinator names the organisation, and nobody of an office becomes an interviewer', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    const [email, clerk] = [newAddress('dieu-phoi'), newAddress('can-bo')]
    await invite(email, 'tinh-an-giang', 'coordinator')
    await invite(clerk, 'xa-hoi-an', 'clerk')
    await signIn(page, email)
    await page.goto(paths.staff.members())
    await page.getByLabel('Địa chỉ thư điện tử').fill(clerk)
    await page.getByLabel('Vai trò', { exact: true }).selectOption('Điều tra viên độc lập')
    await page.getByRole('button', { name: 'Mời', exact: true }).click()
    await expect(page.getByText('Hãy ghi tên tổ chức đi hỏi').first()).toBeVisible()
    await page.getByLabel('Tổ chức đi hỏi').fill('Mặt trận Tổ quốc')
    await page.getByRole('button', { name: 'Mời', exact: true }).click()
    await expect(page.getByText(/Người này làm việc, hoặc một năm qua/).first()).toBeVisible()
    const other = newAddress('mat-tran')
    await page.getByLabel('Địa chỉ thư điện tử').fill(other)
    await page.getByRole('button', { name: 'Mời', exact: true }).click()
    // However many others there are.
    await page.getByLabel('Địa chỉ, cơ quan, vai trò').fill(other)
    await expect(page.getByRole('row', { name: new RegExp(other) })).toContainText('Mặt trận Tổ quốc')
  })
})

test('nobody of the asked office sees whom it is asked of, nor who asks', async () => {
  const asking = newAddress('hoi')
  await invite(asking, 'tinh-an-giang', 'interviewer')
  const { code } = await newDesk()
  const made = await as('make_control_codes', { office: code, count: '1' }, await signedIn(asking))
  expect(made.body).toEqual({ count: 1 })
  const head = newAddress('truong')
  await invite(head, code, 'head')
  const headers = await signedIn(head)
  for (const name of ['control_contacts', 'take_control_contacts'])
    expect((await as(name, { office: code, quarter: '2026-01-01' }, headers)).body.message).toBe('not_allowed')
  expect((await as('make_control_codes', { office: code, count: '1' }, headers)).body.message).toBe('not_allowed')
  expect((await as('control_work', {}, headers)).body).toEqual([])
})

test('the page of an office shows what was asked beside what people said by themselves, in every language', async ({
  page,
}) => {
  await onOwnServer(page, async ({ url, call: administer }) => {
    for (const day of history()) await administer('enter_illustrative_ratings', { days: [day] })
    for (const [office, reading] of [
      [better.office, /có thể do ngẫu nhiên/],
      [same.office, /chắc chắn cao hơn/],
    ] as const) {
      await page.goto(url + paths.officeResults(office))
      const section = page.locator('section').filter({ hasText: 'Tổ chức minh họa' })
      await expect(section).toContainText('Tổ chức minh họa')
      await expect(section).toContainText('Trong 110 người được chọn có 71 người trả lời')
      await expect(section).toContainText(reading)
    }
    await expectAccess(page)
    for (const [lng, words] of [
      ['en', 'When asked'],
      ['km', 'ពេលត្រូវគេសួរ'],
    ] as const) {
      await page.goto(`${url}${paths.officeResults(same.office)}?lng=${lng}`)
      await expect(page.getByText(words).first()).toBeVisible()
    }
    const file = await (
      await fetch(`${url}/rest/v1/rpc/open_csv?file=control_surveys`, { headers: { apikey: api.publishableKey } })
    ).text()
    expect(file).toMatch(/^office_code,quarter,published_on,organisations,asked/)
  })
})
