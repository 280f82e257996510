import { readFileSync } from 'node:fs'
import { expect as expectSoon } from '@playwright/test'
import { paths } from '../src/paths'
import { invitation, KIOSK, PIN } from './kiosk/kiosk'
import { onOwnServer } from './own-server'
import { test } from './rating'
import { newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 120_000 })
// The browser reports the refusal as well.
test.use({ viewport: { width: 1280, height: 800 }, expectedErrors: /409/ })

const icon = (size: number) => readFileSync(`public/icon-${size}.png`)
const agency = 'Ủy ban nhân dân tỉnh An Giang'

test('the agency stands on its posters and on the kiosk, and two who change its logo do not overwrite each other', async ({
  page,
}) => {
  await onOwnServer(page, async ({ url, call }) => {
    const email = newAddress('bieu-trung')
    await call('invite_member', { email, office: 'tinh-an-giang', role: 'coordinator' })
    await signIn(page, email, url)
    await page.goto(url + paths.staff.settings())
    await page.getByLabel('Tên cơ quan chủ quản').fill(agency)
    await page.getByRole('button', { name: 'Lưu Tên cơ quan chủ quản' }).click()
    await expect(page.getByText('Đã lưu: Tên cơ quan chủ quản')).toBeVisible()
    const choose = (size: number) =>
      page
        .getByLabel('Biểu trưng', { exact: true })
        .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: icon(size) })
    const shown = page.getByRole('img', { name: 'Biểu trưng hiện nay' })
    await expect(page.getByLabel('Biểu trưng', { exact: true })).toBeVisible()
    const picture = (size: number) => `data:image/png;base64,${icon(size).toString('base64')}`
    await call('save_logo', { picture: picture(192), seen: null })
    await choose(512)
    await expect(page.getByRole('alert')).toContainText('administrator')
    await page.getByRole('button', { name: 'Xem bản mới' }).click()
    await expect(shown).toHaveAttribute('src', picture(192))
    await choose(512)
    await expect(shown).toHaveAttribute('src', picture(512))

    for (const size of ['a4', 'a5', 'a6']) {
      await page.goto(`${url}${paths.staffOffice.posters('xa-hoi-an')}?size=${size}`)
      const sheet = page.getByRole('region', { name: /^Tờ 1/ })
      await expect(sheet.getByText(agency).last()).toBeVisible()
      await expect(sheet.locator('img').last()).toHaveAttribute('src', picture(512))
    }

    await page.goto(url + paths.kiosk(KIOSK))
    await page.getByLabel('Mã PIN, 4 đến 8 chữ số').fill(PIN)
    await page.getByLabel('Nhập lại mã PIN').fill(PIN)
    await page.getByRole('button', { name: 'Bắt đầu' }).tap()
    await expect(invitation(page)).toBeVisible()
    await expect(page.getByText(agency)).toBeVisible()
    await expect(page.locator('img')).toHaveAttribute('src', picture(512))
    // Before the server ends: a request under way would be an error.
    await page.goto('about:blank')
  })
})
