import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess, expectAccessInEveryLanguage } from './access'
import { ask } from './api'
import { headline, ledger, officesTable } from './published'
import { noSignal, test } from './rating'

const pages = {
  home: paths.home(),
  results: paths.results(),
  'an office': paths.officeResults('xa-cho-moi'),
  'a body above': paths.officeResults('tinh-an-giang'),
  'a closed office': paths.officeResults('thi-tran-my-luong-cu'),
  'a procedure': paths.procedureResults('2.000815'),
  'an unknown office': paths.officeResults('khong-co'),
}

// Of a place that is not there nothing can be asked.
test.use({ expectedErrors: /status of 404 \S+ \S+ \S+\/rpc\/satisfaction\?\S*=(khong-co|%3Cscript|9\.999999)/ })

/** All of it: the parts that come in a file of their own, too. */
async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 15_000 })
  await page.waitForLoadState('networkidle')
  await expect(
    page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /^(Đang tải|Loading|កំពុងផ្ទុក)/ }),
  ).toHaveCount(0)
}

for (const [name, path] of Object.entries(pages)) {
  test(`${name} is accessible in every language, by day and by night, and fits a small phone`, async ({ page }) => {
    test.slow()
    await expectAccessInEveryLanguage(page, path, () => settled(page))
  })
}

test('made-up figures say so on every page', async ({ page }) => {
  test.slow()
  const { body } = await ask('/rest/v1/settings?key=eq.illustrative&select=value')
  for (const path of Object.values(pages)) {
    await page.goto(path)
    await settled(page)
    await expect(page.getByText('Dữ liệu minh họa')).toHaveCount(body[0].value ? 1 : 0)
  }
})

test('every page has a title and a description of its own', async ({ page }) => {
  test.slow()
  const seen = new Set<string>()
  for (const path of Object.values(pages)) {
    await page.goto(path)
    await settled(page)
    const description = await page.locator('meta[name="description"]').getAttribute('content')
    expect(await page.locator('meta[name="description"]').count()).toBe(1)
    seen.add(await page.title())
    expect(description).toBeTruthy()
  }
  expect(seen.size).toBe(Object.keys(pages).length)
})

test('while the scripts are on their way, the page says in three languages that it is loading', async ({ page }) => {
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route(/\/assets\/.+\.js/, async route => {
    await held
    await route.continue()
  })
  await page.goto(paths.procedures(), { waitUntil: 'commit' })
  for (const word of ['Đang tải…', 'Loading…', 'កំពុងផ្ទុក…']) await expect(page.getByText(word)).toBeVisible()
  letGo()
  await settled(page)
  await expect(page.getByText('Loading…')).toHaveCount(0)
})

test('an unknown office says what to do', async ({ page }) => {
  await page.goto(paths.officeResults('<script>alert(1)</script>'))
  await expect(page.getByRole('heading', { name: 'Không có cơ quan này' })).toBeVisible()
  await page.getByRole('link', { name: 'Tìm lại' }).click()
  await expect(page.getByRole('searchbox')).toBeVisible()
})

test('an unknown procedure says what to do', async ({ page }) => {
  await page.goto(paths.procedureResults('9.999999'))
  await expect(page.getByRole('heading', { name: 'Không có thủ tục này' })).toBeVisible()
})

test('an address that asks for nonsense still opens', async ({ page }) => {
  await page.goto(`${paths.results()}?period=2026-Q9&channel=' or 1=1`)
  await expect(headline(page)).toBeVisible()
  await page.getByRole('button', { name: /Lọc$/ }).click()
  await expect(page.getByRole('combobox', { name: 'Kỳ công bố' })).toHaveValue('')
})

test('before the first release the page says when it comes', async ({ page }) => {
  await page.route(/rpc\/satisfaction/, route => route.fulfill({ json: [] }))
  await page.goto(paths.results())
  await expect(page.getByText('Chưa có kết quả nào được công bố').last()).toBeVisible()
  await expect(
    page.getByText(/Lần công.bố tới: \d\d:00, \d\d\/\d\d\/\d{4}. Mỗi lần cần ít nhất \d+ lượt/),
  ).toBeVisible()
  await expect(officesTable(page).getByRole('link', { name: 'xã Chợ Mới' })).toBeVisible()
})

test('of a question nothing may be published though people answered, and the page does not say that nobody did', async ({
  page,
}) => {
  await page.route(/rpc\/answers/, async route => {
    const response = await route.fetch()
    const given: { question: string }[] = await response.json()
    await route.fulfill({ response, json: given.filter(({ question }) => question === 'timeliness') })
  })
  await page.goto(paths.officeResults('xa-cho-moi'))
  const heading = page.getByRole('heading', { name: 'Người dân cho biết' })
  await heading.scrollIntoViewIfNeeded()
  const reported = page.locator('section').filter({ has: heading })
  await expect(reported.getByText('Chưa công bố')).toHaveCount(6)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } })

  test('the button of the choices does not name all offices on the page of one', async ({ page }) => {
    const chosen = page.getByRole('search').getByRole('button', { expanded: false })
    await page.goto(paths.officeResults('xa-cho-moi'))
    await expect(chosen).toHaveText('Mọi thủ tục12 tháng quaLọc')
    await page.goto(`${paths.officeResults('xa-cho-moi')}?procedure=1.001193`)
    await expect(chosen).toHaveText('Đăng ký khai sinh12 tháng quaLọc')
    await page.goto(`${paths.results()}?procedure=1.001193`)
    await expect(chosen).toHaveText('Tất cả các cơ quanĐăng ký khai sinh · 12 tháng quaLọc')
  })
})

test('a choice that leaves nothing says so, keeps every office in sight, and leads back', async ({ page }) => {
  const rated = new Set((await ledger()).map(({ procedure_code }) => procedure_code))
  const { body } = await ask('/rest/v1/procedures?select=code&order=code')
  const never = body.find(({ code }: { code: string }) => !rated.has(code))
  await page.goto(`${paths.results()}?procedure=${never.code}&channel=postal`)
  const said = 'Không có lượt nào được công bố với lựa chọn này'
  await expect(page.getByRole('main').getByText(said).last()).toBeVisible()
  await expect(page.getByText('Chọn kỳ dài hơn, hoặc bỏ bớt lựa chọn.')).toBeVisible()
  await expect(officesTable(page).getByRole('link', { name: 'xã Chợ Mới' })).toBeVisible()
  await expect(headline(page)).toHaveCount(0)
  await expectAccess(page)
  await page.getByRole('link', { name: 'Xem mọi kết quả' }).click()
  await expect(page).toHaveURL(paths.results())
  await expect(headline(page)).toBeVisible()
})

test.describe('without a signal', () => {
  // What cannot be loaded is reported by the browser, and once more by the router.
  test.use({ expectedErrors: new RegExp(`${noSignal.source}|Problem: 0 offline`) })

  test('a page that cannot be loaded offers to try again', async ({ page }) => {
    await page.route(/rest\/v1/, route => route.abort())
    await page.goto(paths.results())
    await expect(page.getByRole('alert')).toContainText('Chưa có mạng', { timeout: 15_000 })
    await page.unroute(/rest\/v1/)
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await expect(headline(page)).toBeVisible()
  })

  test('figures that are there stay, and say from when they are', async ({ page, context }) => {
    await page.goto(paths.results())
    await settled(page)
    await context.setOffline(true)
    await expect(page.getByText(/Đang xem bản lưu lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}/)).toBeVisible()
    await expect(headline(page)).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('Đang xem bản lưu')).toBeHidden()
  })
})
