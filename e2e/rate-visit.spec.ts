import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { api, call, rating } from './api'
import { localDay } from './days'
import { face, noSignal, question, stateOf, stored, takenOver, test, thanks } from './rating'

const BIRTHS = '1.001193'

/** A code for a finished dossier of xã Chợ Mới, as the office prints it on a result slip. */
async function newCode(procedure: string | null = BIRTHS, days = 30) {
  const expires_on = localDay(days)
  const asked = { office: 'xa-cho-moi', procedure, channel: 'postal', count: 1, expires_on }
  const { status, body } = await call('make_visit_codes', asked, api.secretKey)
  expect(status).toBe(200)
  return body[0] as string
}

test('a visit code brings its office and procedure, and is good for one rating', async ({ page, browser }) => {
  const code = await newCode()
  await page.goto(paths.visit(code))
  await expect(question(page)).toBeVisible()
  await expect(page.getByText('Trung tâm Phục vụ hành chính công xã Chợ Mới')).toBeVisible()
  const answer = stored(page)
  await face(page, 'Rất hài lòng').tap()
  const submission = (await answer).request()
  expect(submission.postDataJSON()).toMatchObject({ visit: code, score: 5 })
  expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 5, procedure: BIRTHS })
  await page.getByRole('button', { name: 'Xong' }).tap()
  await expect(thanks(page)).toBeVisible()

  // Opened again on this phone it shows what was said. On another it looks like any other: who printed it learns nothing.
  await page.reload()
  await expect(thanks(page)).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await other.goto(new URL(paths.visit(code), api.url).href)
  await expect(question(other)).toBeVisible()
  await other.context().close()
})

test.describe('a code that has been spent in the meantime', () => {
  test.use({ expectedErrors: /409/ })

  test('is told after the tap', async ({ page }) => {
    const code = await newCode()
    await page.goto(paths.visit(code))
    await expect(question(page)).toBeVisible()
    const { counter: _, ...first } = rating({ visit: code })
    expect((await call('submit_rating', first)).status).toBe(200)
    await face(page, 'Hài lòng').tap()
    await expect(page.getByRole('heading', { name: 'Đánh giá này chưa được nhận' })).toBeVisible()
    await expect(page.getByText('Mã lượt này đã được dùng. Mỗi mã dùng được một lần. Nếu chính')).toBeVisible()
  })
})

test('a code that has run out says so, and how to rate all the same', async ({ page }) => {
  // Time that has passed: codes are only made for days to come.
  await page.route('**/rpc/visit_page*', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), state: 'expired' } })
  })
  await page.goto(paths.visit(await newCode()))
  await expect(page.getByRole('heading', { name: 'Mã lượt này đã hết hạn' })).toBeVisible()
  await expect(face(page, 'Hài lòng')).toBeHidden()
})

test.describe('codes that open nothing', () => {
  test.use({ expectedErrors: /40[04]/ })

  test('unknown and malformed ones say what to do', async ({ page }) => {
    await page.goto(paths.visit('ZZZZZZZZZZ'))
    await expect(page.getByText('Không có mã lượt này.')).toBeVisible()
    await page.goto(paths.visit('abc'))
    await expect(page.getByText('Mã lượt gồm 10 chữ và số')).toBeVisible()
    // As people type what they read on a slip.
    const code = await newCode()
    await page.goto(paths.visit(`${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`))
    await expect(question(page)).toBeVisible()
  })
})

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('the tap is kept, and the code is spent once when the signal is back', async ({ page, context }) => {
    const code = await newCode()
    await page.goto(paths.visit(code))
    await takenOver(page)
    await context.setOffline(true)
    await face(page, 'Bình thường').tap()
    await expect(page.getByText('1 đánh giá đang chờ mạng.')).toBeVisible()
    const answer = stored(page)
    await context.setOffline(false)
    const submission = (await answer).request()
    expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 3, procedure: BIRTHS })
    await expect(page.getByText('đang chờ mạng')).toBeHidden()
  })
})
