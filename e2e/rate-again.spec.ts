// After the thanks: being done is the loudest, and a phone that comes back is asked what it wants.

import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { button, heading, rate } from './conversation'
import { COUNTER, face, question, stateOf, test, thanks } from './rating'

const asked = 'Ông/Bà đã đánh giá ở quầy này'

test('to be done is the one filled button, and one tap ends it', async ({ page }) => {
  await rate(page)
  await button(page, 'Xong').tap()
  await expect(thanks(page)).toBeFocused()
  const grounds = await page
    .locator('main')
    .getByRole('button')
    .evaluateAll(all => all.map(one => [one.textContent?.trim(), getComputedStyle(one).backgroundColor]))
  const filled = grounds.filter(([, ground]) => ground !== 'rgba(0, 0, 0, 0)').map(([name]) => name)
  expect(filled).toEqual(['Xong'])
  await button(page, 'Xong').tap()
  await expect(page.getByRole('status').filter({ hasText: 'Ông/Bà có thể đóng trang này.' })).toBeFocused()
  await expect(button(page, 'Xong')).toBeHidden()
  // To rate something else is no success, and is not drawn as one.
  const drawn = (locator: ReturnType<typeof button>) => locator.locator('path').first().getAttribute('d')
  const check = await page.locator('main h1 path').getAttribute('d')
  expect(await drawn(page.getByRole('button', { name: 'Đánh giá lượt khác' }))).not.toBe(check)
})

test('the same phone at the same counter is asked what it wants, and gets it in one tap', async ({ page, context }) => {
  const submission = await rate(page)
  await button(page, 'Xong').tap()
  await expect(thanks(page)).toBeFocused()
  // Loaded anew, the page is where it was.
  await page.reload()
  await expect(thanks(page)).toBeVisible()

  for (const [wish, outcome] of [
    ['Xem biên nhận', thanks],
    ['Sửa đánh giá trước', question],
    ['Đánh giá lượt khác', question],
  ] as const) {
    const later = await context.newPage()
    await later.goto(paths.rate(COUNTER))
    await expect(later.getByRole('heading', { name: asked })).toBeVisible()
    await later.getByRole('button', { name: wish }).tap()
    await expect(outcome(later)).toBeFocused()
    if (wish === 'Sửa đánh giá trước') {
      await expect(face(later, 'Hài lòng')).toBeChecked()
      await face(later, 'Bình thường').tap()
      await expect(thanks(later)).toBeFocused()
      await expect.poll(async () => (await stateOf(later, submission)).score).toBe(3)
    }
    if (wish === 'Đánh giá lượt khác') await expect(later.getByRole('radio', { checked: true })).toHaveCount(0)
    await later.close()
  }
})

test('a question that was left for long is asked about, and one that was left a moment ago goes on', async ({
  page,
  context,
}) => {
  await rate(page)
  await page.close()
  const soon = await context.newPage()
  await soon.clock.install()
  await soon.goto(paths.rate(COUNTER))
  await expect(heading(soon, 'factors').or(soon.getByText('Câu 1 trong 6'))).toBeVisible()
  await soon.close()
  const late = await context.newPage()
  await late.clock.install({ time: Date.now() + 3 * 3_600_000 })
  await late.goto(paths.rate(COUNTER))
  await expect(late.getByRole('heading', { name: asked })).toBeVisible()
  await late.getByRole('button', { name: 'Xem biên nhận' }).tap()
  await expect(thanks(late)).toBeVisible()
  await late.close()
  const tomorrow = await context.newPage()
  await tomorrow.clock.install({ time: Date.now() + 13 * 3_600_000 })
  await tomorrow.goto(paths.rate(COUNTER))
  await expect(question(tomorrow)).toBeVisible()
})
