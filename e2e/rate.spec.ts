import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import {
  COUNTER,
  face,
  MALFORMED,
  procedureQuestion,
  question,
  RETIRED,
  stateOf,
  stored,
  takenOver,
  test,
  thanks,
  UNKNOWN,
} from './rating'

test('a tap stores the rating; the procedure and the receipt follow', async ({ page }) => {
  const sent: string[] = []
  page.on('request', request => request.method() === 'POST' && sent.push(request.url()))
  await page.goto(paths.rate(COUNTER))
  await expect(question(page)).toBeVisible()
  await expect(page.getByText('Quầy 1: Hộ tịch')).toBeVisible()
  expect(sent).toEqual([])

  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  const submission = (await answer).request()
  await expect(procedureQuestion(page)).toBeFocused()
  await expect(page.getByText('Ông/Bà chọn: Hài lòng')).toBeVisible()

  await page.getByRole('searchbox').fill('khai sinh co yeu to')
  await page.getByRole('radio', { name: 'Đăng ký khai sinh có yếu tố nước ngoài' }).tap()
  await page.getByRole('button', { name: 'Xong' }).tap()
  await expect(thanks(page)).toBeFocused()
  await expect(page.getByText(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)).toBeVisible()
  await expect(page.getByText('Đã nhận')).toBeVisible()
  expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 4, procedure: '2.000528' })

  await page.reload()
  await expect(thanks(page)).toBeVisible()
  await page.getByRole('button', { name: 'Đánh giá lượt khác' }).tap()
  await expect(question(page)).toBeVisible()
})

test('an answer can be changed and withdrawn', async ({ page }) => {
  await page.goto(paths.rate(COUNTER))
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  const submission = (await answer).request()

  await page.getByRole('button', { name: 'Sửa' }).tap()
  await expect(face(page, 'Hài lòng')).toBeChecked()
  await face(page, 'Không hài lòng').tap()
  await expect(page.getByText('Ông/Bà chọn: Không hài lòng')).toBeVisible()
  await page.getByRole('button', { name: 'Tôi không nhớ tên' }).tap()
  await expect(page.getByText('Câu 2 trong 6')).toBeVisible()
  await page.getByRole('button', { name: 'Xong' }).tap()
  await expect(page.getByText('Đã nhận')).toBeVisible()
  expect(await stateOf(page, submission)).toMatchObject({ score: 2, procedure: null })

  await page.getByRole('button', { name: 'Rút lại' }).tap()
  await expect(page.getByRole('heading', { name: 'Rút lại câu trả lời này?' })).toBeFocused()
  await page.getByRole('button', { name: 'Giữ lại' }).tap()
  await page.getByRole('button', { name: 'Rút lại' }).tap()
  await page.getByRole('button', { name: 'Rút lại câu trả lời' }).tap()
  await expect(page.getByText('Câu trả lời đã bị xóa và không được tính.')).toBeVisible()
  expect(await stateOf(page, submission)).toMatchObject({ state: 'withdrawn', score: null })
})

test.describe('codes', () => {
  test.use({ expectedErrors: /404/ })

  test('a retired code leads to the counter that replaced it', async ({ page }) => {
    await page.goto(paths.rate(RETIRED))
    await expect(page.getByRole('heading', { name: 'Mã này đã ngừng dùng' })).toBeVisible()
    await page.getByRole('link', { name: 'Đánh giá ở mã mới' }).tap()
    await expect(question(page)).toBeVisible()
    await expect(page.getByText('Quầy 2: Chứng thực')).toBeVisible()
  })

  test('an unknown and a malformed code say what to do', async ({ page }) => {
    await page.goto(paths.rate(UNKNOWN))
    await expect(page.getByText('Không có quầy nào mang mã này.')).toBeVisible()
    await page.goto(paths.rate(MALFORMED))
    await expect(page.getByText('Mã quầy gồm 6 chữ và số')).toBeVisible()
    await page.goto(paths.rate('<script>alert(1)</script>'))
    await expect(page.getByText('Mã quầy gồm 6 chữ và số')).toBeVisible()
    // As people type what they read on a poster.
    await page.goto(paths.rate(` ${COUNTER.toLowerCase()}-`))
    await expect(question(page)).toBeVisible()
  })
})

test('by keyboard alone: arrows choose, a button sends', async ({ page }) => {
  let sent = 0
  page.on('request', request => request.url().endsWith('/submit_rating') && sent++)
  await page.goto(paths.rate(COUNTER))
  await expect(question(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(face(page, 'Rất không hài lòng')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(face(page, 'Bình thường')).toBeChecked()
  expect(sent).toBe(0)
  const answer = stored(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Gửi đánh giá' })).toBeFocused()
  await page.keyboard.press('Enter')
  await answer

  await expect(procedureQuestion(page)).toBeFocused()
  // The list comes with the name of the desk, which may be late.
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('ket hon')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('radio', { name: 'Đăng ký kết hôn', exact: false }).first()).toBeChecked()
  while (!(await page.getByRole('button', { name: 'Xong' }).evaluate(el => el === document.activeElement))) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(thanks(page)).toBeFocused()
})

test('a choice by keyboard at the very moment at which the page is replaced is kept', async ({ page }) => {
  // The last moment of the first page: the conversation is about to empty its place.
  await page.addInitScript(() => {
    const own = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent') as PropertyDescriptor
    Object.defineProperty(Node.prototype, 'textContent', {
      ...own,
      set(this: Node, text: string) {
        const face = this instanceof HTMLElement && this.id === 'root' && this.querySelector<HTMLElement>('[value="2"]')
        if (face) {
          document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }))
          face.focus()
          face.click()
        }
        own.set?.call(this, text)
      },
    })
  })
  await page.goto(paths.rate(COUNTER))
  await takenOver(page)
  await expect(face(page, 'Không hài lòng')).toBeChecked()
  await expect(face(page, 'Không hài lòng')).toBeFocused()
  const answer = stored(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Gửi đánh giá' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect((await answer).request().postDataJSON()).toMatchObject({ score: 2 })
})

test('the next key finds the focus where it was, however soon it follows the replacement of the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.querySelector<HTMLElement>('.skip')?.focus()
      // Called when the page has been replaced, and before anything else that happens then.
      new MutationObserver(() => {
        document.documentElement.dataset.found = document.activeElement?.className
      }).observe(document.getElementById('root') as HTMLElement, { childList: true })
    })
  })
  await page.goto(paths.rate(COUNTER))
  await takenOver(page)
  await expect(page.locator('html')).toHaveAttribute('data-found', 'skip')
})

test('three languages, each named in itself, and the choice is remembered', async ({ page }) => {
  await page.goto(paths.rate(COUNTER))
  await page.getByRole('link', { name: 'English' }).tap()
  await expect(
    page.getByRole('heading', { name: 'Are you satisfied with how your procedure was handled?' }),
  ).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: 'ខ្មែរ' }).tap()
  await expect(page.locator('html')).toHaveAttribute('lang', 'km')
  await expect(face(page, 'ពេញចិត្ត')).toBeVisible()
  await page.goto(paths.rate(COUNTER))
  await expect(page.locator('html')).toHaveAttribute('lang', 'km')
  await page.goto(`${paths.rate(COUNTER)}?lng=vi`)
  await expect(question(page)).toBeVisible()
})

test.describe('in the light and in the dark', () => {
  test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED|404/ })

  test('nothing on any step keeps anybody out', async ({ page, context }) => {
    test.slow()
    const check = () => expectAccess(page)
    await page.goto(paths.rate(COUNTER))
    await expect(question(page)).toBeVisible()
    await check()
    const answer = stored(page)
    await face(page, 'Hài lòng').tap()
    await answer
    await expect(procedureQuestion(page)).toBeVisible()
    await check()
    await page.getByRole('searchbox').fill('hộ chiếu')
    await expect(page.getByText('Không có thủ tục nào khớp')).toBeVisible()
    await check()
    await page.getByRole('button', { name: 'Xong' }).tap()
    await expect(thanks(page)).toBeVisible()
    await check()
    await page.getByRole('button', { name: 'Rút lại' }).tap()
    await check()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Rút lại câu trả lời' }).tap()
    await expect(page.getByText('1 đánh giá đang chờ mạng.')).toBeVisible()
    await check()
    await context.setOffline(false)
    for (const code of [RETIRED, UNKNOWN]) {
      await page.goto(paths.rate(code))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await check()
    }
  })
})
