import { readFileSync } from 'node:fs'
import { expect as expectSoon } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { api, call } from './api'
import { localDay } from './days'
import { newOffice, workAs } from './offices'
import { test } from './rating'
import { invite, newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 120_000 })

test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false })

test('a clerk makes visit codes, takes them along, and every one opens the rating page', async ({ page }) => {
  const email = newAddress('ma')
  await invite(email, 'xa-hoi-an', 'clerk')
  await signIn(page, email)
  await page.getByRole('link', { name: 'Mã lượt' }).click()
  await page.getByLabel('Số lượng').fill('6000')
  await page.getByRole('button', { name: 'Tạo mã', exact: true }).click()
  await expect(page.getByText('Mỗi lần tạo được từ 1 đến 5.000 mã.')).toBeVisible()
  await page.getByLabel('Số lượng').fill('12')
  await page.getByLabel('Thủ tục').selectOption({ label: 'Đăng ký khai sinh' })
  await page.getByRole('button', { name: 'Tạo mã', exact: true }).click()
  await expect(page.getByText('Mã chỉ hiện một lần.')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải tệp CSV' }).first().click()
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(13)
  const url = lines[1]?.split(',')[0] ?? ''
  expect(url).toMatch(/^http:\/\/.+\/v\/[0-9A-Z]{10}$/)
  const { body } = await call('visit_page', { code: url.split('/').at(-1) })
  expect([body.state, body.office.code, body.procedure.code]).toEqual(['open', 'xa-hoi-an', '1.001193'])

  const workbook = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải tệp Excel' }).first().click()
  expect((await workbook).suggestedFilename()).toBe('ma-luot.xlsx')

  const row = page.getByRole('row', { name: new RegExp(email) })
  await expect(row).toContainText('Đăng ký khai sinh')
  await expect(row).toContainText('12')
  await page.reload()
  await expect(row).toBeVisible()
  await expect(page.getByText('Mã chỉ hiện một lần.')).toBeHidden()
})

test('the sheet holds a slip for every code, twelve on a page of A4', async ({ page }) => {
  const email = newAddress('phieu')
  await invite(email, 'xa-hoi-an', 'clerk')
  await signIn(page, email)
  await page.getByRole('link', { name: 'Mã lượt' }).click()
  await page.getByLabel('Số lượng').fill('13')
  await page.getByRole('button', { name: 'Tạo mã', exact: true }).click()
  // Headless browsers have no dialog for printing, and say that it is over at once.
  await page.evaluate(() => {
    window.print = () => {}
  })
  await page.getByRole('button', { name: 'In phiếu để cắt' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('body > div:not(#root) article')).toHaveCount(13)
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
})

/** The first day of the month before this one, whose report says how many codes an office may make. */
const lastMonth = () => {
  const [year = 0, month = 0] = localDay().split('-').map(Number)
  return month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`
}

test('thousands of slips are drawn sheet by sheet in documents of a hundred sheets, and can be stopped', async ({
  page,
}) => {
  const office = await newOffice()
  const report = { office_code: office.code, month: lastMonth(), handled: 3000 }
  await call('save_handled', { report }, api.secretKey)
  await workAs(page, 'clerk', office.code)
  await page.getByRole('link', { name: 'Mã lượt' }).click()
  await page.getByLabel('Số lượng').fill('1300')
  await page.getByRole('button', { name: 'Tạo mã', exact: true }).click()
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', String(document.querySelectorAll('article').length))
  })
  const sheets = page.locator('body > div:not(#root) article')
  await page.getByRole('button', { name: 'In phiếu 1 đến 1.200' }).click()
  await expect(page.getByText(/^Đang vẽ trang \d+ trên 100…$/)).toBeVisible()
  await page.getByRole('button', { name: 'Dừng' }).click()
  await expect(sheets).toHaveCount(0)
  await expect(page.locator('body[data-printed]')).toHaveCount(0)
  await page.getByRole('button', { name: 'In phiếu 1.201 đến 1.300' }).click()
  // One more is the sample on the page.
  await expect(page.locator('body[data-printed="101"]')).toHaveCount(1)
  await page.emulateMedia({ media: 'print' })
  await expect(sheets).toHaveCount(100)
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(9)
})

for (const [lng, width] of [
  ['vi', 360],
  ['en', 1280],
] as const) {
  test(`nothing keeps anybody out in ${lng}, ${width} wide`, async ({ page }) => {
    const email = newAddress('xem')
    await invite(email, 'xa-hoi-an', 'head')
    await signIn(page, email)
    await page.setViewportSize({ width, height: 800 })
    for (const path of [paths.staff.visits(), paths.staff.handled(), paths.staff.comments(), paths.staff.imports()]) {
      await page.goto(`${path}?lng=${lng}`)
      await expect(page.getByRole('heading', { level: 2 }).last()).toBeVisible()
      // Colours do not depend on the language.
      await expectAccess(page, lng === 'vi' ? ['dark', 'light'] : ['light'])
    }
  })
}
