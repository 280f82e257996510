import { type Page, expect as soon } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { ask, call, newReceipt } from './api'
import { newOffice } from './offices'
import { test } from './rating'
import { invite, newAddress, type Role, signIn } from './staff'

// Many pages follow each other here, and a busy machine brings them slowly.
const expect = soon.configure({ timeout: 30_000 })
test.use({ viewport: { width: 1280, height: 900 } })
test.slow()

const top = 'tinh-an-giang'

/** Signs a new person in with a role, and waits for the home page. */
async function enter(page: Page, role: Role, office = 'xa-hoi-an') {
  const email = newAddress(role)
  await invite(email, office, role)
  await signIn(page, email)
  const heading = role === 'interviewer' ? 'Hỏi độc lập' : 'Việc cần xem trước'
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  return email
}

const menu = (page: Page) => page.getByRole('navigation', { name: 'Các mục' }).getByRole('link')

const finds: Record<Role, string[]> = {
  clerk: ['Hôm nay', 'Góp ý', 'Quầy và mã QR', 'In áp phích', 'Mã lượt', 'Hồ sơ đã giải quyết', 'Nhập từ tệp'],
  head: [
    'Kế hoạch cải cách',
    'Báo cáo chính thức',
    'Cơ quan',
    'Thủ tục',
    'Nhập từ tệp',
    'Người dùng',
    'Nhật ký',
    'Cài đặt',
  ],
  auditor: ['Hôm nay', 'Góp ý', 'Người dùng', 'Nhật ký'],
  coordinator: ['Lĩnh vực', 'Sáp nhập, chia tách', 'Người dùng', 'Cài đặt'],
  interviewer: ['Hỏi độc lập'],
}
const misses: Record<Role, string[]> = {
  clerk: [
    'Kế hoạch cải cách',
    'Báo cáo chính thức',
    'Người dùng',
    'Nhật ký',
    'Cài đặt',
    'Cơ quan',
    'Sáp nhập, chia tách',
  ],
  head: ['Sáp nhập, chia tách', 'Lĩnh vực'],
  auditor: ['In áp phích', 'Mã lượt', 'Nhập từ tệp'],
  coordinator: ['Hỏi độc lập'],
  interviewer: ['Hôm nay', 'Góp ý', 'Quầy và mã QR', 'Mã lượt', 'Hồ sơ đã giải quyết', 'Người dùng', 'Nhật ký'],
}

for (const role of ['clerk', 'head', 'auditor', 'coordinator', 'interviewer'] as const) {
  test(`the menu of a ${role} has what the role can use`, async ({ page }) => {
    await enter(page, role, ['coordinator', 'interviewer'].includes(role) ? top : undefined)
    // Beside some stands how much waits there.
    const names = (await menu(page).allTextContents()).map(text => text.replace(/\d+ việc cần xem$/, ''))
    for (const name of finds[role]) expect(names).toContain(name)
    for (const name of misses[role]) expect(names).not.toContain(name)
  })
}

test('a head invites a clerk, passes the word on and ends the role again', async ({ page }) => {
  await enter(page, 'head')
  await menu(page).filter({ hasText: 'Người dùng' }).click()
  const clerk = newAddress('can-bo')
  await page.getByLabel('Địa chỉ thư điện tử').fill(clerk)
  await page.getByRole('button', { name: 'Mời', exact: true }).click()
  await expect(page.getByRole('heading', { name: `Báo cho ${clerk}` })).toBeVisible()
  await expect(page.getByText('Không có mật khẩu')).toBeVisible()
  await page.getByLabel('Địa chỉ thư điện tử').fill(clerk)
  await page.getByRole('button', { name: `Kết thúc ${clerk}` }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('mất quyền ngay')
  await dialog.getByRole('button', { name: 'Kết thúc vai trò' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: new RegExp(clerk) })).toHaveCount(0)
  await page.getByLabel('Cả vai trò đã kết thúc').check()
  await expect(page.getByRole('row', { name: new RegExp(clerk) })).toContainText('Kết thúc')
})

test('a coordinator changes a setting, finds it in the log, and exports the log', async ({ page }) => {
  const email = await enter(page, 'coordinator', top)
  await page.goto(paths.staff.settings())
  const days = page.getByLabel('Hạn trả lời, ngày làm việc')
  await days.fill('61')
  await page.getByRole('button', { name: 'Lưu Hạn trả lời' }).click()
  await expect(page.getByText('nằm ngoài giới hạn')).toBeVisible()
  const before = await ask('/rest/v1/settings?select=value&key=eq.answer_days')
  const now = before.body[0].value === 12 ? 13 : 12
  await days.fill(String(now))
  await page.getByRole('button', { name: 'Lưu Hạn trả lời' }).click()
  await expect(page.getByText('Đã lưu: Hạn trả lời')).toBeVisible()
  await page.goto(`${paths.staff.audit()}?who=${encodeURIComponent(email)}`)
  const entry = page.getByRole('listitem').filter({ hasText: 'Hạn trả lời, ngày làm việc' })
  await entry.getByText('Nội dung thay đổi').click()
  await expect(entry.getByRole('cell', { name: String(now) })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải tệp CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^nhat-ky-.*\.csv$/)
})

test('the log calls a petition by the number that its list shows', async ({ page }) => {
  const office = await newOffice()
  const sent = { code: newReceipt(), kind: 'office', office: office.code, text: 'Thử', anonymous: true }
  expect((await call('send_feedback', sent)).status).toBe(200)
  await enter(page, 'head', office.code)
  await page.goto(paths.staff.feedback())
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const number = (await row.getByRole('rowheader').textContent()) ?? ''
  expect(number).toMatch(/^[0-9a-f]{8}$/)
  await row.getByRole('button', { name: /^Mở/ }).click()
  await page.getByRole('button', { name: 'Đọc nội dung (được ghi vào nhật ký)' }).click()
  await expect(page.getByText('Đã ghi.')).toBeVisible()
  await page.goto(paths.staff.audit())
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Xem nội dung' }).getByText(number, { exact: true }),
  ).toBeVisible()
})

test('a head sees the settings and changes none', async ({ page }) => {
  await enter(page, 'head')
  await page.goto(paths.staff.settings())
  await expect(page.getByText('Chỉ người điều phối ở cấp cao nhất')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Lưu/ })).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } })
  test('nothing on these pages keeps anybody out, in light or dark', async ({ page }) => {
    await enter(page, 'coordinator', top)
    for (const language of ['vi', 'en']) {
      for (const path of [paths.staff.home(), paths.staff.members(), paths.staff.audit(), paths.staff.settings()]) {
        await page.goto(`${path}?lng=${language}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        // Colours do not depend on the language.
        await expectAccess(page, language === 'vi' ? ['dark', 'light'] : ['light'])
      }
    }
  })
})

test('the keyboard reaches the menu, the page and the way out', async ({ page }) => {
  await enter(page, 'head')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Việc cần xem trước' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await page.getByRole('link', { name: 'Nhật ký' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nhật ký' })).toBeVisible()
  await page.getByRole('button', { name: 'Đăng xuất' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bạn đã đăng xuất')).toBeVisible()
})
