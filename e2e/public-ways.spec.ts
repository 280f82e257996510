// Ways through the public pages: back to the choice before, to a procedure, out of dead ends, and without a signal.

import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { api, call } from './api'
import { newCounter, newOffice } from './offices'
import { headline } from './published'
import { COUNTER, face, keptForLater, noSignal, procedureQuestion, stored, takenOver, test, thanks } from './rating'

const channel = (page: Page) => page.getByRole('combobox', { name: 'Cách nộp hồ sơ' })
const copyNotice = (page: Page) => page.getByText(/Đang xem bản lưu lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}/)

test('Back after a filter leads to the choice before', async ({ page }) => {
  await page.goto(paths.results())
  await page.getByRole('button', { name: 'Lọc' }).click()
  await channel(page).selectOption('online')
  await expect(page).toHaveURL(/channel=online/)
  await channel(page).selectOption('counter')
  await expect(page).toHaveURL(/channel=counter/)
  await page.goBack()
  await expect(page).toHaveURL(/channel=online/)
  await expect(channel(page)).toHaveValue('online')
  await page.goBack()
  await expect(page).toHaveURL(paths.results())
  await expect(headline(page)).toBeVisible()
})

test('any procedure is two clicks from the home page, with its rate over all offices where there is one', async ({
  page,
}) => {
  await page.goto(paths.home())
  await page.getByRole('link', { name: 'Xem kết quả từng cơ quan' }).click()
  const rates = page.getByRole('table', { name: 'Từng thủ tục' })
  await expect(rates).toBeVisible({ timeout: 30_000 })
  const listed = await rates.getByRole('link').count()
  const rest = page.getByText(/^Thủ.tục.không.có.số.liệu.trong.12.tháng.qua:.\d+$/)
  const silent = Number((await rest.textContent())?.match(/\d+$/)?.[0] ?? 0)
  expect(listed + silent).toBe(61)
  await rates.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/results\/procedures\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The province has the same list.
  await page.goto(paths.officeResults('tinh-an-giang'))
  await expect(page.getByRole('table', { name: 'Từng thủ tục' })).toBeVisible({ timeout: 30_000 })
})

test('a search for a procedure without a hit offers the whole list, and one with many says how many more', async ({
  page,
}) => {
  await page.goto(paths.rate(COUNTER))
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
  await expect(procedureQuestion(page)).toBeFocused()
  const search = page.getByRole('searchbox')
  await search.fill('hộ chiếu')
  await expect(page.getByText('Không có thủ tục nào khớp với “hộ chiếu”.')).toBeVisible()
  await page.getByRole('button', { name: /^Xem cả \d+ thủ tục$/ }).tap()
  await expect(search).toHaveValue('')
  const all = await page.getByRole('radio').count()
  expect(all).toBeGreaterThan(12)
  await search.fill('đăng ký')
  const found = Number(
    (await page.getByRole('status').filter({ hasText: 'Tìm thấy' }).textContent())?.match(/\d+/)?.[0],
  )
  expect(found).toBeGreaterThan(12)
  await expect(page.getByRole('radio')).toHaveCount(12)
  await expect(page.getByText(`Còn ${found - 12} thủ tục nữa.`)).toBeVisible()
})

test.describe('an address that names nothing', () => {
  test.use({ expectedErrors: /404/ })

  test('says what exists, under the menu', async ({ page }) => {
    await page.goto('/khong-co')
    await expect(page.getByRole('heading', { name: 'Không có trang này' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Các trang', exact: true })).toBeVisible()
    await expectAccess(page)
    await page
      .getByRole('navigation', { name: 'Các trang hiện có' })
      .getByRole('link', { name: /^Kết quả/ })
      .click()
    await expect(headline(page)).toBeVisible()
  })

  test('leads on from a filter that was never there, which to try again would not help', async ({ page }) => {
    for (const query of ['office=khong-co', 'procedure=9.999999', 'field=khong-co']) {
      await page.goto(`${paths.results()}?${query}`)
      await expect(page.getByRole('alert')).toContainText('trong danh sách')
      await page.getByRole('button', { name: 'Xem mọi kết quả' }).click()
      await expect(page).toHaveURL(paths.results())
      await expect(headline(page)).toBeVisible()
    }
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the home page says in three languages what can be done', async ({ page }) => {
    await page.goto(paths.home())
    for (const lang of ['vi', 'en', 'km']) await expect(page.locator(`p[lang=${lang}]`)).toContainText('/r/')
  })
})

test.describe('without a signal', () => {
  test.use({
    expectedErrors: new RegExp(`${noSignal.source}|Problem: 0 offline|Failed to fetch dynamically|preload CSS`),
  })

  test('pages seen before open again and say of which day they are; others say that the signal is missing', async ({
    page,
    context,
  }) => {
    test.slow()
    await page.goto(paths.results())
    await expect(headline(page)).toBeVisible()
    await keptForLater(page)
    await page.goto(paths.officeResults('xa-cho-moi'))
    const figures = page.getByRole('heading', { name: /^Từng thủ tục: / })
    await expect(figures).toBeVisible()
    await keptForLater(page)
    const said = await figures.textContent()

    await context.setOffline(true)
    await page.reload()
    await expect(copyNotice(page)).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('Chưa có mạng.')).toBeVisible()
    expect(await figures.textContent()).toBe(said)
    await page.goto(paths.results())
    await expect(headline(page)).toBeVisible({ timeout: 30_000 })
    await expect(copyNotice(page)).toBeVisible()
    await page.goto(paths.officeResults('xa-hoi-an'))
    await expect(page.getByRole('alert')).toContainText('Chưa có mạng', { timeout: 30_000 })
    await expect(page.getByText('Máy chủ')).toHaveCount(0)
    // Pages whose own files never came.
    for (const path of [paths.data(), paths.plan(), paths.procedures(), paths.feedback('K7M4-Q29X-DP3T')]) {
      await page.goto(path)
      await expect(page.getByText('Chưa có mạng').first(), path).toBeVisible({ timeout: 30_000 })
      await expect(page.getByText('Máy chủ'), path).toHaveCount(0)
    }

    await context.setOffline(false)
    await page.goto(paths.results())
    await expect(headline(page)).toBeVisible()
    await expect(copyNotice(page)).toBeHidden()
  })
})

test.describe('a server that stumbles', () => {
  test.use({ expectedErrors: /500|Problem: 500/ })

  test('is not called a missing signal', async ({ page }) => {
    await page.goto(paths.results())
    await expect(headline(page)).toBeVisible()
    await keptForLater(page)
    await page.route(/rest\/v1/, route => route.fulfill({ status: 500, json: { code: 'XX000', message: 'no' } }))
    await page.reload()
    await expect(page.getByText('Máy chủ chưa trả lời. Đang xem bản lưu')).toBeVisible({ timeout: 30_000 })
    await expect(headline(page)).toBeVisible()
    await page.unroute(/rest\/v1/)
    const tryAgain = page.getByRole('button', { name: 'Thử lại' })
    // The page may have asked again by itself in the meantime.
    await expect(async () => {
      if (await tryAgain.isVisible()) await tryAgain.click({ timeout: 1_000 })
      await expect(copyNotice(page)).toBeHidden({ timeout: 2_000 })
    }).toPass()
  })
})

/** A commune with a desk, its poster's counter, and the telephone as it writes it; null where it has given none. */
async function officeWith(hotline: string | null) {
  const { code, name } = await newOffice()
  const office = { code, name, kind: 'xã', parent_code: 'tinh-an-giang' }
  const changed = { office: { ...office, desk: `Bộ phận Một cửa ${name}`, hotline }, seen: office }
  expect((await call('save_office', changed, api.secretKey)).status).toBe(200)
  return { code, counter: await newCounter(code, 'Quầy 1: Hộ tịch', '1') }
}

test('an office is called from its page, its counter and the thanks, where its telephone is known', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const number = '0296 3 888 999'
  const { code, counter } = await officeWith(number)
  const link = page.locator('a[href="tel:02963888999"]')
  await page.goto(paths.officeResults(code))
  await expect(link).toHaveText(number)

  // Before a tap too; and it pushes no face away when it comes.
  for (const viewport of [
    { width: 360, height: 640 },
    { width: 390, height: 844 },
    { width: 320, height: 480 },
  ]) {
    await page.setViewportSize(viewport)
    await page.goto(paths.rate(counter))
    await takenOver(page)
    await expect(link).toContainText(number)
    const box = () => face(page, 'Hài lòng').locator('..').boundingBox()
    const withLink = await box()
    await link.evaluate(a => a.parentElement?.remove())
    await expect.poll(box).toEqual(withLink)
  }
  await page.reload()
  await takenOver(page)
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
  await expect(link).toHaveCount(0)
  await page.getByRole('button', { name: 'Xong', exact: true }).tap()
  await expect(thanks(page)).toBeFocused()
  await expect(link).toContainText(number)
})

test('an office whose telephone is not known shows none', async ({ page }) => {
  const { code, counter } = await officeWith(null)
  await page.goto(paths.rate(counter))
  await expect(page.getByText('Quầy 1: Hộ tịch').or(page.getByText('Hộ tịch')).first()).toBeVisible()
  await expect(page.locator('a[href^="tel:"]')).toHaveCount(0)
  await page.goto(paths.officeResults(code))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bộ phận Một cửa')
  await expect(page.locator('a[href^="tel:"]')).toHaveCount(0)
})
