import { expect as expectSoon } from '@playwright/test'
import { paths } from '../src/paths'
import { test } from './rating'
import { invite, newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 120_000 })
// The browser reports the refusal as well.
test.use({ expectedErrors: /422/ })

test('a head reports a month, is told what cannot be, corrects it, and the correction is kept', async ({ page }) => {
  const email = newAddress('bao-cao')
  await invite(email, 'xa-nhon-my', 'head')
  await signIn(page, email)
  await page.goto(`${paths.staff.handled()}?channel=postal`)
  const births = page.getByLabel('Đã giải quyết: Đăng ký khai sinh', { exact: true })
  const onTime = page.getByLabel('Đúng hạn: Đăng ký khai sinh', { exact: true })
  await births.fill('40')
  await onTime.fill('41')
  await page.getByRole('button', { name: 'Lưu 1 dòng đã sửa' }).click()
  await expect(page.getByRole('alert')).toContainText('không lớn hơn số đã giải quyết')
  await onTime.fill('39')
  await page.getByRole('button', { name: 'Lưu 1 dòng đã sửa' }).click()
  await expect(page.getByText('Đã lưu 1 dòng.')).toBeVisible()
  await page.reload()
  await expect(births).toHaveValue('40')
  await births.fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đã lưu 1 dòng.')).toBeVisible()
  const changes = page.getByRole('table', { name: 'Các lần sửa' })
  await expect(changes.getByRole('row').nth(1)).toContainText('không có')
  await expect(changes.getByRole('row').nth(2)).toContainText('40 (đúng hạn 39)')
  await expect(changes.getByRole('row').nth(2)).toContainText(email)
})

test('a coordinator finds an office by a part of its name, without diacritics and without a mouse', async ({
  page,
}) => {
  const email = newAddress('dieu-phoi')
  await invite(email, 'tinh-an-giang', 'coordinator')
  await signIn(page, email)
  // The field lies below the edge of the screen, and comes into view as it gets the focus.
  await page.setViewportSize({ width: 360, height: 320 })
  await page.goto(paths.staff.handled())
  const office = page.getByRole('combobox', { name: 'Cơ quan', exact: true })
  await office.fill('long dien')
  // In the list of offices: the fields for the month and the channel have options of their own.
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText('Xã Long Điền')
  await office.press('ArrowDown')
  await office.press('Enter')
  await expect(page).toHaveURL(`${paths.staff.handled()}?office=xa-long-dien`)
  await expect(office).toHaveValue('Xã Long Điền')

  // What names no office changes nothing, and is taken back.
  await office.fill('khong co nhu the')
  await expect(page.getByText('Không tìm thấy mục nào.')).toBeVisible()
  await office.press('Escape')
  await office.press('Tab')
  await expect(office).toHaveValue('Xã Long Điền')
  await expect(page).toHaveURL(`${paths.staff.handled()}?office=xa-long-dien`)
})
