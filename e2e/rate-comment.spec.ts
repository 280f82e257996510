import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { button, comment, expectStored, goOn, heading, rate } from './conversation'
import { COUNTER, test, thanks } from './rating'

/** What the device keeps of a comment that is still being written. */
const draftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        const opening = indexedDB.open('hai-long')
        opening.onsuccess = () => {
          const visits = opening.result.transaction('visits').objectStore('visits').getAll()
          visits.onsuccess = () => {
            opening.result.close()
            resolve(visits.result[0]?.draft)
          }
        }
      }),
  )

test('the count is told late, and a number that tells who wrote is noticed', async ({ page }) => {
  await rate(page)
  await goOn(page, 'comment')
  await expect(page.getByText('Đừng ghi tên người')).toBeVisible()
  await expect(page.getByText('đã xáo thứ tự và che các số')).toBeVisible()
  await expect(page.getByText('0/1.000')).toBeVisible()
  await comment(page).fill('Gọi lại số 0912 345 678')
  await expect(page.getByRole('status').getByText('Có vẻ có số điện thoại')).toBeVisible()
  await comment(page).fill('a'.repeat(899))
  await expect(page.getByText('899/1.000')).toBeVisible()
  await expect(page.getByText('Có vẻ có số điện thoại')).toBeHidden()
  await expect(page.getByText('ký tự.')).toBeHidden()
  await comment(page).pressSequentially('bc')
  await expect(page.getByRole('status').getByText('Còn không quá 100 ký tự.')).toBeAttached()
  await comment(page).fill('d'.repeat(1000))
  await comment(page).pressSequentially('e')
  await expect(comment(page)).toHaveValue('d'.repeat(1000))
  await expect(page.getByText('1.000/1.000')).toBeVisible()
})

test('a full field counts as people do, takes whole letters alone, and loses nothing of what was there', async ({
  page,
}) => {
  const submission = await rate(page)
  await goOn(page, 'comment')
  await comment(page).fill(`${'Tie\u0302\u0301ng '.repeat(166)}a`)
  await expect(page.getByText('997/1.000')).toBeVisible()
  await page.evaluate(() => document.execCommand('insertText', false, 'b\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'))
  await expect(page.getByText('998/1.000')).toBeVisible()
  await comment(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0))
  await page.evaluate(() => document.execCommand('insertText', false, '\u{1F600}\u{1F600}\u{1F600}'))
  await expect(page.getByText('1.000/1.000')).toBeVisible()
  await expect(comment(page)).toHaveValue(/^\u{1F600}{2}T.* ab$/u)
  await comment(page).blur()
  await expectStored(page, submission, { comment: `\u{1F600}\u{1F600}${'Tiếng '.repeat(166)}ab` })
})

test.describe('a browser that may forget', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/122.0 Mobile Zalo' })

  test('is told of once, where the code stands', async ({ page }) => {
    await rate(page)
    await button(page, 'Xong').tap()
    await expect(page.getByText('Trình duyệt này có thể tự xóa mã sau ít ngày không mở lại.')).toBeVisible()
    await page.getByRole('link', { name: 'Mở trang biên nhận' }).tap()
    await expect(page.getByText('Giữ mã trên để tự kiểm tra')).toBeVisible()
    await expect(page.getByText('Trình duyệt này có thể tự xóa mã')).toBeHidden()
  })
})

test('a comment is sent when its field is left, and when the page is', async ({ page }) => {
  const submission = await rate(page)
  await goOn(page, 'comment')
  await comment(page).fill('Phòng chờ nóng.')
  await comment(page).blur()
  await expectStored(page, submission, { comment: 'Phòng chờ nóng.' })
  const sent = page.waitForRequest('**/add_details')
  await comment(page).fill('Phòng chờ nóng, thiếu ghế.')
  await page.goto(paths.results())
  await sent
  await expectStored(page, submission, { comment: 'Phòng chờ nóng, thiếu ghế.' })
  await page.goBack()
  await expect(comment(page)).toHaveValue('Phòng chờ nóng, thiếu ghế.')
  await comment(page).fill('')
  await button(page, 'Quay lại').tap()
  await expect(heading(page, 'person')).toBeVisible()
  await expectStored(page, submission, null)
})

test('what was being written when the page was killed goes with the next step, once', async ({ page }) => {
  // A killed page is told nothing.
  await page.addInitScript(() => {
    const stop = (event: Event) => event.stopImmediatePropagation()
    window.addEventListener('pagehide', stop, true)
    document.addEventListener('visibilitychange', stop, true)
  })
  const sent: object[] = []
  page.on('request', request => request.url().endsWith('/add_details') && sent.push(request.postDataJSON().details))
  const submission = await rate(page)
  await goOn(page, 'comment')
  await comment(page).pressSequentially('Chờ ba giờ')
  await expect.poll(() => draftOf(page)).toBe('Chờ ba giờ')
  await page.goto(paths.rate(COUNTER))
  await expect(comment(page)).toHaveValue('Chờ ba giờ')
  expect(sent).toEqual([])

  await button(page, 'Xong').tap()
  await expect(thanks(page)).toBeFocused()
  await expectStored(page, submission, { comment: 'Chờ ba giờ' })
  await expect.poll(() => draftOf(page)).toBeUndefined()
  await page.reload()
  await expect(thanks(page)).toBeVisible()
  expect(sent).toEqual([{ comment: 'Chờ ba giờ' }])
})
