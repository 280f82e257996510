import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect as expectSoon, type Page } from '@playwright/test'
import { type Served, startServer } from '../scripts/checks/test-server'
import { paths } from '../src/paths'
import { api, newReceipt } from './api'
import { noSignal, test } from './rating'
import { newAddress, signIn } from './staff'

// Three servers are started one after the other, each with another day.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 400_000 })
// A server of its own clock has its database within it.
test.skip(Boolean(process.env.TEST_DATABASE_URL), 'the clock of a Postgres server is its own')
test.use({ expectedErrors: noSignal })

const first = { code: 'xa-hoi-an', name: 'Xã Hội An', clerk: newAddress('hoi-an') }
const second = { code: 'xa-cho-moi', name: 'Xã Chợ Mới', clerk: newAddress('cho-moi') }

async function call(server: Served, name: string, args: object, apikey = api.publishableKey) {
  const headers = { apikey, 'content-type': 'application/json' }
  const asked = { method: 'POST', headers, body: JSON.stringify(args) }
  const answer = await fetch(`${server.url}/rest/v1/rpc/${name}`, asked)
  const text = await answer.text()
  expect(answer.status, text).toBeLessThan(300)
  return text ? JSON.parse(text) : undefined
}

/** The first one: a citizen on a phone. Answers with the code. */
async function sendWithoutSignal(page: Page, server: Served) {
  await page.goto(server.url + paths.newFeedback())
  const next = page.getByRole('button', { name: 'Tiếp tục' })
  await page.getByRole('radio', { name: 'Thái độ, cách làm việc của cán bộ' }).check()
  await next.click()
  await page.getByRole('combobox', { name: 'Cơ quan', exact: true }).selectOption({ label: first.name })
  await next.click()
  await page.getByLabel('Nội dung').fill('Phải chờ cả buổi sáng.')
  await next.click()
  await page.getByRole('radio', { name: /^Cho biết họ tên/ }).check()
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Nguyễn Thị Thử')
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('Ấp Thử')
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0900 000 001')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByText('Đã lưu trên máy này, chưa gửi được.')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('heading', { name: 'Cơ quan đã nhận' })).toBeVisible()
  return (await page.getByRole('region', { name: 'Mã theo dõi' }).locator('b').textContent()) ?? ''
}

/** Somebody of an office opens the newest petition. */
async function open(browser: Browser, server: Served, clerk: string) {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await signIn(page, clerk, server.url)
  await page.goto(server.url + paths.staff.feedback())
  await page
    .getByRole('row', { name: /Về thái độ cán bộ/ })
    .getByRole('button', { name: /^Mở/ })
    .click()
  await page.getByRole('button', { name: 'Đọc nội dung (được ghi vào nhật ký)' }).click()
  await expect(page.getByText('Phải chờ cả buổi sáng.')).toBeVisible()
  await expect(page.getByText('Nguyễn Thị Thử · Ấp Thử · 0900000001')).toBeVisible()
  return page
}

async function act(page: Page, action: string, label: string, text: string) {
  await page.getByLabel('Việc cần làm').selectOption({ label: action })
  await page.getByLabel(label).fill(text)
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
}

async function firstDay(page: Page, browser: Browser, server: Served) {
  for (const { code: office, clerk } of [first, second])
    await call(server, 'invite_member', { email: clerk, office, role: 'clerk' }, api.secretKey)
  // Nine others, to which nobody answers.
  for (let n = 0; n < 9; n += 1) {
    const other = { code: newReceipt(), kind: 'office', office: second.code, text: `Việc ${n}`, anonymous: true }
    await call(server, 'send_feedback', other)
  }
  const code = await sendWithoutSignal(page, server)

  const ofFirst = await open(browser, server, first.clerk)
  await ofFirst.getByLabel('Việc cần làm').selectOption({ label: 'Chuyển cơ quan khác' })
  await ofFirst.getByLabel('Chuyển đến').selectOption({ label: second.name })
  await ofFirst.getByRole('button', { name: 'Gửi', exact: true }).click()
  await expect(ofFirst.getByText('Không có phản ánh nào')).toBeVisible()
  await ofFirst.close()

  const ofSecond = await open(browser, server, second.clerk)
  await act(ofSecond, 'Hỏi thêm người gửi', 'Câu hỏi', 'Ngày nào?')
  await expect(ofSecond.getByText('Chờ người gửi').first()).toBeVisible()
  await ofSecond.close()

  await page.goto(server.url + paths.feedback(code))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Cơ quan hỏi thêm' })).toBeVisible()
  await expect(page.getByText('Ngày nào?')).toBeVisible()
  await page.getByLabel('Trả lời câu hỏi của cơ quan').fill('Thứ Hai tuần trước.')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Cơ quan đang giải quyết' })).toBeVisible()
  return code
}

async function lateAnswer(page: Page, browser: Browser, server: Served, code: string) {
  const ofSecond = await open(browser, server, second.clerk)
  await expect(ofSecond.getByText('Thứ Hai tuần trước.')).toBeVisible()
  await act(ofSecond, 'Trả lời', 'Câu trả lời', 'Đã nhắc nhở.')
  await expect(ofSecond.getByLabel('Việc cần làm')).toHaveValue('publish')
  await ofSecond.close()

  await page.goto(server.url + paths.feedback(code))
  await expect(page.getByRole('heading', { name: 'Đã được trả lời' })).toBeVisible()
  await expect(page.getByText('Đã nhắc nhở.')).toBeVisible()
  await page.getByRole('button', { name: 'Không hài lòng' }).click()
  await expect(page.getByText('Ông/Bà không hài lòng với việc giải quyết.')).toBeVisible()
}

test('a petition sent without a signal is handed on, asked about, answered late, and counted so', async ({
  page,
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const days = async (ahead: number, work: (server: Served) => Promise<void>) => {
    const clock = new URL('./shifted-clock.ts', import.meta.url)
    const server = await startServer(folder, ['--no-demo', '--no-build'], { CLOCK_DAYS: String(ahead) }, clock)
    await work(server).finally(() => server.end('SIGTERM'))
  }
  try {
    let code = ''
    await days(0, async server => {
      code = await firstDay(page, browser, server)
    })
    await days(60, server => lateAnswer(page, browser, server, code))
    await days(200, async server => {
      let isDone = false
      while (!isDone) isDone = (await call(server, 'release_ratings', {}, api.secretKey)).done
      await page.goto(server.url + paths.feedback())
      const row = page.getByRole('row', { name: new RegExp(second.name) })
      await expect(row).toContainText('10')
      await expect(row).toContainText('0,0%')
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
