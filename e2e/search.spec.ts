import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { workAs } from './offices'
import { COUNTER, face, procedureQuestion, question, stored, test } from './rating'

test('the home page finds procedures by what people call them, and says by what', async ({ page }) => {
  await page.goto(paths.home())
  const search = page.getByRole('searchbox')
  await search.fill('giấy hôn thú')
  await expect(page.getByRole('status').filter({ hasText: 'Tìm theo: Đăng ký kết hôn' })).toBeVisible()
  await search.press('Enter')
  await expect(page.getByRole('link', { name: 'Đăng ký kết hôn', exact: false }).first()).toBeFocused()
  await search.fill('1.001612.000.00.00.H01')
  await expect(page.getByRole('listitem').filter({ hasText: '1.001612' })).toHaveCount(1)
  await page.goto(`${paths.home()}?lng=km`)
  await search.fill('so do')
  await expect(page.getByText('ស្វែងរកតាម៖')).toBeVisible()
})

test('the conversation loads the other names when somebody searches, and not before', async ({ page }) => {
  const names: string[] = []
  page.on('request', request => request.url().includes('synonyms') && names.push(request.url()))
  await page.goto(paths.rate(COUNTER))
  await expect(question(page)).toBeVisible()
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
  await expect(procedureQuestion(page)).toBeFocused()
  expect(names).toEqual([])
  await page.getByRole('searchbox').fill('khai sanh')
  await expect(page.getByText('Tìm theo: Đăng ký khai sinh')).toBeVisible()
  await expect(page.getByRole('radio').first()).toHaveAccessibleName(/^Đăng ký khai sinh/)
  expect(names).toHaveLength(1)
  await page.getByRole('searchbox').fill('khaisinh')
  await expect(page.getByRole('radio', { name: /^Đăng ký khai sinh Hộ tịch/ })).toBeVisible()
})

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false })

  test('staff find the same in the catalogue', async ({ page }) => {
    await workAs(page, 'coordinator', 'tinh-an-giang')
    await page.goto(paths.staff.procedures())
    await page.getByRole('searchbox').fill('nhập hộ khẩu')
    await expect(page.getByRole('status').filter({ hasText: 'Tìm theo: Đăng ký thường trú' })).toBeVisible()
    await expect(page.getByRole('rowheader').first()).toContainText('Đăng ký thường trú')
  })
})
