import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { call } from './api'
import { noSignal, test } from './rating'

const office = 'Xã Hội An'
const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' })

/** The four questions, up to the button that sends. */
async function write(page: Page, text: string) {
  await page.goto(paths.newFeedback())
  await page.getByRole('radio', { name: 'Một cơ quan' }).check()
  await next(page).click()
  await page.getByRole('combobox', { name: 'Cơ quan', exact: true }).selectOption({ label: office })
  await next(page).click()
  await page.getByLabel('Nội dung').fill(text)
  await next(page).click()
}

const codeOn = async (page: Page) =>
  (await page.getByRole('region', { name: 'Mã theo dõi' }).locator('b').textContent()) ?? ''

test('a petition with a name is sent, followed by its code, added to and withdrawn', async ({ page }) => {
  await write(page, 'Bàn tiếp nhận không có người. <script>document.title = "x"</script>')
  await page.getByRole('radio', { name: /^Cho biết họ tên/ }).check()
  await page.getByRole('button', { name: 'Gửi' }).click()
  const wrong = page.getByRole('alert')
  await expect(wrong).toBeFocused()
  await expect(wrong.getByRole('link')).toHaveCount(3)
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Nguyễn Thị Thử')
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('Ấp Thử')
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('09x0 000 001')
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(wrong).toContainText('Số điện thoại chỉ gồm 8 đến 15 chữ số')
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0900 000 001')
  await page.getByRole('button', { name: 'Gửi' }).click()

  await expect(page.getByRole('heading', { name: 'Cơ quan đã nhận' })).toBeVisible()
  await expect(page.getByText('<script>document.title = "x"</script>')).toBeVisible()
  await expect(page).toHaveTitle(/Theo dõi/)
  const code = await codeOn(page)
  await expect(page).toHaveURL(new RegExp(`/feedback#${code}$`))
  // What was written is not left on the device.
  expect(await page.evaluate(() => sessionStorage.getItem('feedback-draft'))).toBeNull()

  await page.getByRole('button', { name: 'Bổ sung' }).click()
  await page.getByLabel('Bổ sung').fill('Hôm sau cũng vậy.')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await expect(page.getByText('Hôm sau cũng vậy.')).toBeVisible()
  await page.getByRole('button', { name: 'Rút lại' }).click()
  await page.getByRole('button', { name: 'Rút lại' }).click()
  await expect(page.getByRole('heading', { name: 'Đã rút' })).toBeVisible()
  expect((await call('feedback_status', { code })).body).toMatchObject({ state: 'withdrawn', text: null })
})

test('to give no name is a choice of its own, and the code opens it on another device', async ({ page, browser }) => {
  await write(page, 'Biển chỉ đường bị che.')
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByRole('alert')).toContainText('Chọn một cách.')
  await page.getByRole('radio', { name: /^Không cho biết/ }).check()
  await page.getByRole('button', { name: 'Gửi' }).click()
  await expect(page.getByRole('heading', { name: 'Cơ quan đã nhận' })).toBeVisible()
  const code = await codeOn(page)
  expect((await call('feedback_status', { code })).body).toMatchObject({ is_named: false })

  const other = await (await browser.newContext()).newPage()
  await other.goto(new URL(paths.feedback(), page.url()).href)
  await other.getByLabel('Mã theo dõi').fill(code.toLowerCase())
  await other.getByRole('button', { name: 'Xem' }).click()
  await expect(other.getByText('Biển chỉ đường bị che.')).toBeVisible()
  await other.close()
})

test('a procedure is found by what people call it, with the keyboard alone, and may be taken back', async ({
  page,
}) => {
  await page.goto(paths.newFeedback())
  await page.getByRole('radio', { name: 'Cách giải quyết một thủ tục' }).check()
  await next(page).click()
  await page.getByRole('combobox', { name: 'Cơ quan', exact: true }).selectOption({ label: office })
  const choice = page.getByRole('group', { name: 'Thủ tục' })
  const search = choice.getByRole('searchbox', { name: /^Tìm thủ tục/ })
  await next(page).click()
  const wrong = page.getByRole('alert')
  await wrong.getByRole('link', { name: /thủ tục/ }).click()
  await expect(search).toBeFocused()

  await page.keyboard.type('giay khai sanh')
  await expect(choice.getByRole('status')).toContainText('Tìm theo: Đăng ký khai sinh')
  await expect(choice.getByRole('radio').first()).toHaveAccessibleName('Đăng ký khai sinh')
  // Enter does not send the form in the middle of a search.
  await page.keyboard.press('Enter')
  await expect(choice.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(choice.getByRole('radio', { name: 'Đăng ký khai sinh', exact: true })).toBeChecked()
  await search.fill('kết hôn')
  await expect(choice.getByRole('radio', { name: 'Đăng ký khai sinh', exact: true })).toBeChecked()
  await search.fill('')
  await expect(choice.getByRole('radio')).toHaveCount(1)
  await expectAccess(page)

  await choice.getByRole('button', { name: 'Bỏ chọn' }).click()
  await expect(search).toBeFocused()
  await expect(choice.getByRole('radio')).toHaveCount(0)
  await search.fill('1.001193')
  await choice.getByRole('radio').check()
  await next(page).click()
  await expect(page.getByLabel('Nội dung')).toBeVisible()
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await expect(choice.getByRole('radio', { name: 'Đăng ký khai sinh', exact: true })).toBeChecked()
})

test.describe('published results', () => {
  // Every request must be seen here.
  test.use({ serviceWorkers: 'block' })

  test('are counted, and come fifty at a time, which the address keeps', async ({ page }) => {
    await page.route(/\/rest\/v1\/published_feedback/, route => {
      const rows = Array.from({ length: 120 }, (_, n) => ({
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        office_code: 'xa-hoi-an',
        text: `Việc ${n}.`,
        answer: 'Đã sửa.',
        published_on: '2026-06-01',
      }))
      return route.fulfill({ json: rows })
    })
    await page.goto(paths.feedback())
    const heading = page.getByRole('heading', { name: 'Kết quả đã công khai' })
    const region = page.locator('section').filter({ has: heading })
    const items = region.getByRole('listitem')
    await expect(region.getByRole('status')).toHaveText('Đang hiện 50 trong 120 kết quả, mới nhất trước.')
    await expect(items).toHaveCount(50)
    await region.getByRole('button', { name: 'Xem thêm 50' }).click()
    await expect(items).toHaveCount(100)
    await expect(items.nth(50)).toBeFocused()
    await page.reload()
    await expect(items).toHaveCount(100)
    await region.getByRole('button', { name: 'Xem thêm 20' }).click()
    await expect(items).toHaveCount(120)
    await expect(region.getByRole('status')).toHaveText('120 kết quả, mới nhất trước.')
    await expect(region.getByRole('button')).toHaveCount(0)
  })
})

test('a complaint is led to the right way, and not taken', async ({ page }) => {
  await page.goto(paths.newFeedback())
  await page.getByRole('radio', { name: /^Khiếu nại/ }).check()
  await next(page).click()
  await expect(page.getByRole('heading', { name: 'Khiếu nại có cách giải quyết riêng' })).toBeFocused()
  await expect(page.getByText('Luật Khiếu nại')).toBeVisible()
  await page.getByRole('button', { name: 'Chọn việc khác' }).click()
  await page.getByRole('radio', { name: /^Tố cáo/ }).check()
  await next(page).click()
  await expect(page.getByText('Luật Tố cáo')).toBeVisible()
})

test('a form says what is missing, and how many letters are too many', async ({ page }) => {
  await page.goto(paths.newFeedback())
  await next(page).click()
  await expect(page.getByRole('alert')).toContainText('Chọn một mục.')
  await write(page, 'ế'.repeat(20_000))
  await expect(page.getByRole('alert')).toContainText('dài quá 4.000 ký tự')
  await expect(page.getByText('Dài quá 16.000 ký tự.')).toBeVisible()
})

test.describe('a code', () => {
  test.use({ expectedErrors: /404 \(Not Found\)/ })

  test('that nobody has, and what is none, open nothing', async ({ page }) => {
    await page.goto(paths.feedback('0000-0000-0000'))
    await expect(page.getByText('Không có phản ánh nào mang mã này.')).toBeVisible()
    await page.goto(paths.feedback())
    await page.getByLabel('Mã theo dõi').fill('K7M4')
    await page.getByRole('button', { name: 'Xem' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
  })
})

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('it is kept, survives the page, and is sent once when the signal is back', async ({ page, context }) => {
    await write(page, 'Không có sóng.')
    await page.getByRole('radio', { name: /^Không cho biết/ }).check()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Gửi' }).click()
    await expect(page.getByText('Đã lưu trên máy này, chưa gửi được.')).toBeVisible()
    const code = await codeOn(page)
    await expect(page.getByText('đánh giá đang chờ')).toBeHidden()
    await context.setOffline(false)
    await expect(page.getByRole('heading', { name: 'Cơ quan đã nhận' })).toBeVisible()
    expect((await call('feedback_status', { code })).body.text).toBe('Không có sóng.')
  })
})
