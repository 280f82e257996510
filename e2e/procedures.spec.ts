// What can be asked for, where, and through which channels.

import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { ask } from './api'
import { printedPages } from './pdf'
import { test } from './rating'

const rows = async (table: string, query: string) => (await ask(`/rest/v1/${table}?${query}`)).body

const BIRTH = { code: '1.001193', name: 'Đăng ký khai sinh' }

test('any procedure is found in three clicks from the first page, or by one search', async ({ page }) => {
  await page.goto(paths.home())
  await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: 'Thủ tục' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Thủ tục hành chính' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption({ label: 'Hộ tịch' })
  await page.getByRole('link', { name: BIRTH.name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: BIRTH.name, exact: true })).toBeVisible()

  await page.goBack()
  await expect(page).toHaveURL(/field=ho-tich/)
  await page.getByRole('searchbox').fill('giay khai sanh')
  await expect(page.getByRole('link', { name: BIRTH.name, exact: true })).toBeVisible()
})

test('Back from a procedure finds the search as it was, letters typed fast included', async ({ page }) => {
  await page.goto(paths.procedures())
  const search = page.getByRole('searchbox')
  await search.pressSequentially('giay khai sanh', { delay: 5 })
  await expect(search).toHaveValue('giay khai sanh')
  await page.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption({ label: 'Hộ tịch' })
  await expect(search).toHaveValue('giay khai sanh')
  await page.getByRole('link', { name: BIRTH.name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: BIRTH.name, exact: true })).toBeVisible()
  await page.goBack()
  await expect(search).toHaveValue('giay khai sanh')
  await expect(page.getByRole('link', { name: BIRTH.name, exact: true })).toBeVisible()
  await search.fill('')
  await expect(page).not.toHaveURL(/[?&]q=/)
  await page.goBack()
  await expect(page).not.toHaveURL(/field=/)
  await expect(search).toHaveValue('giay khai sanh')
})

test('the page of a procedure says what the catalogue knows, who takes it, and how satisfied people are', async ({
  page,
}) => {
  const [known] = await rows('procedures', `code=eq.${BIRTH.code}`)
  const offering = await rows('offerings', `procedure_code=eq.${BIRTH.code}&closed_on=is.null`)
  await page.goto(paths.procedure(BIRTH.code))
  const facts = page.locator('dl').first()
  await expect(facts).toContainText('Hộ tịch')
  await expect(facts).toContainText(`${known.counter_days} ngày`)
  await expect(facts).toContainText('Danh mục chưa ghi; xem nguồn chính thức')
  await expect(facts.getByRole('link')).toHaveAttribute('href', known.official_url)
  const offices = page.getByRole('list', { name: 'Cơ quan nhận thủ tục này và cách nộp' })
  await expect(offices.getByRole('listitem')).toHaveCount(offering.length)
  await expect(offices.getByText('Tại quầy, trực tuyến, qua bưu điện (theo danh mục)').first()).toBeVisible()
  await page.getByRole('link', { name: 'Xem theo cơ quan, theo tháng và góp ý' }).click()
  await expect(page).toHaveURL(paths.procedureResults(BIRTH.code))
})

test.describe('a code that names none', () => {
  test.use({ expectedErrors: /status of 404 .*procedure=9\.999999/ })

  test('says so', async ({ page }) => {
    await page.goto(paths.procedure('9.999999'))
    await expect(page.getByRole('heading', { name: 'Không có thủ tục này' })).toBeVisible()
  })
})

test('an office posts the procedures that it takes, on sheets of A4', async ({ page }) => {
  const here = await rows('offerings', 'office_code=eq.xa-cho-moi&closed_on=is.null')
  await page.goto(paths.procedures({ office: 'xa-cho-moi' }))
  await expect(page.getByText(`đang nhận ${here.length} thủ tục`)).toBeVisible()
  await page.getByRole('link', { name: 'In bảng niêm yết' }).click()
  const notice = page.getByRole('table', { name: 'Danh mục thủ tục hành chính' })
  await expect(notice.locator('th[scope=row]')).toHaveCount(here.length)
  // On a phone the head of the table is gone, and each figure says what it is.
  const row = notice
    .getByRole('row')
    .filter({ has: page.locator('th[scope=row]') })
    .first()
  await expect(row.getByText('Thời hạn')).toBeVisible()
  await expect(row.getByText('Phí, lệ phí')).toBeVisible()
  await expectAccess(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'In' })).toBeHidden()
  const sheets = printedPages(await page.pdf({ preferCSSPageSize: true }))
  expect(new Set(sheets.map(({ size }) => size))).toEqual(new Set(['210×297']))
})
