import { type Page, expect as soon } from '@playwright/test'
import { paths } from '../src/paths'
import { api, call } from './api'
import { test } from './rating'
import { invite, mailedCode, newAddress, signIn } from './staff'

// Many pages follow each other here, and a busy machine brings them slowly.
const expect = soon.configure({ timeout: 30_000 })
test.slow()
test.use({ viewport: { width: 390, height: 844 } })
const home = { name: 'Việc cần xem trước' }

test('a head signs in with the mailed code and comes to the page that was asked for', async ({ page }) => {
  const email = newAddress('truong')
  await invite(email, 'xa-hoi-an', 'head')
  await page.goto(paths.staff.home())
  await expect(page).toHaveURL(/sign-in\?back=%2Fstaff$/)
  await signIn(page, email)
  await expect(page.getByRole('heading', home)).toBeVisible()
  await expect(page).toHaveURL(/\/staff$/)
  await page.reload()
  await expect(page.getByRole('heading', home)).toBeVisible()
})

test('an account without a membership is told whom to ask, and comes in once it is invited', async ({ page }) => {
  const email = newAddress('la')
  // Codes are mailed to members alone: the role ends when the code is on its way.
  const { id } = await invite(email, 'xa-hoi-an', 'clerk')
  await signIn(page, email, '', async () => {
    expect((await call('end_membership', { member: id }, api.secretKey)).status).toBe(200)
  })
  await expect(page.getByRole('heading', { name: 'Bạn chưa có vai trò nào' })).toBeVisible()
  await expect(page.getByText(email)).toBeVisible()
  await invite(email, 'xa-hoi-an', 'clerk')
  await page.getByRole('button', { name: 'Xem lại' }).click()
  await expect(page.getByRole('heading', home)).toBeVisible()
})

test.describe('a wrong code', () => {
  test.use({ expectedErrors: /403/ })
  test('is refused in words, and the right one still works', async ({ page }) => {
    const email = newAddress('nham')
    await invite(email, 'xa-hoi-an', 'clerk')
    await page.goto(paths.staff.home())
    await page.getByLabel('Địa chỉ thư điện tử').fill('khong phai dia chi')
    await page.getByRole('button', { name: 'Gửi mã' }).click()
    await expect(page.getByText('chưa đúng dạng')).toBeVisible()
    await page.getByLabel('Địa chỉ thư điện tử').fill(email)
    await page.getByRole('button', { name: 'Gửi mã' }).click()
    const code = await mailedCode(email)
    const field = page.getByLabel('Mã gồm 6 chữ số')
    await field.fill(code === '123456' ? '654321' : '123456')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(page.getByRole('alert')).toContainText('Mã không đúng hoặc đã hết hạn')
    await field.fill(code)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(page.getByRole('heading', home)).toBeVisible()
  })
})

test('who signs out leaves nothing behind, and the address asks to sign in again', async ({ page }) => {
  const email = newAddress('ra')
  await invite(email, 'xa-hoi-an', 'head')
  await signIn(page, email)
  // What is still asked for when the session ends is refused, which the browser notes as an error.
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Mục' }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page.getByText('Bạn đã đăng xuất')).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('sb-')))).toEqual([])
  await page.goto(paths.staff.home())
  await expect(page).toHaveURL(/sign-in/)
})

/** With all that it asks for: a request under way would run into its limit when the clock jumps. */
async function homeIsThere(page: Page) {
  await page.goto(paths.staff.home(), { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', home)).toBeVisible()
}

test('a member whose role ends while the page is open is told so', async ({ page }) => {
  const email = newAddress('het')
  const { id } = await invite(email, 'xa-hoi-an', 'clerk')
  await page.clock.install()
  await signIn(page, email)
  await homeIsThere(page)
  expect((await call('end_membership', { member: id }, api.secretKey)).status).toBe(200)
  await page.clock.fastForward('05:00')
  await page.keyboard.press('Shift')
  // One jump, not second by second: what the page asks then has its whole time to be answered in.
  await page.clock.fastForward('01:05')
  await expect(page.getByRole('heading', { name: 'Vai trò của bạn đã kết thúc' })).toBeVisible()
})

test.describe('after eight hours of nothing', () => {
  // Eight hours pass at once: the session is renewed and ended in the same moment, and either may come first.
  test.use({ expectedErrors: /status of 40[03] .*auth\/v1\/(token\?grant_type=refresh_token|logout)/ })

  test('the page says so, and leads back to where one was', async ({ page }) => {
    const email = newAddress('lau')
    await invite(email, 'xa-hoi-an', 'head')
    await page.clock.install()
    await signIn(page, email)
    await homeIsThere(page)
    await page.clock.fastForward('08:01:05')
    await expect(page.getByText('kết thúc sau 8 giờ')).toBeVisible()
    await expect(page.getByRole('heading', home)).toBeHidden()
    await expect(page).toHaveURL(/back=%2Fstaff/)
  })
})
