import { expect as expectSoon, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { api, counters, rating } from './api'
import { localDay } from './days'
import { onOwnServer } from './own-server'
import { face, test } from './rating'
import { newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 120_000 })

/** Thanks have no deadline; many are marked at once, and opened again at once. */
async function markPraise(page: Page) {
  await page.getByLabel('Hiện').selectOption('Lời khen')
  const praise = page.getByRole('listitem').filter({ hasText: 'Cảm ơn cán bộ nhiệt tình' })
  await expect(praise).toHaveCount(2)
  await expect(praise.first()).not.toContainText('hạn')
  await page.getByRole('button', { name: 'Đánh dấu cả 2 góp ý này là đã xử lý' }).click()
  await expect(praise).toHaveCount(0)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText('Đã mở lại 2 góp ý.')).toBeVisible()
  await praise.first().getByRole('checkbox', { name: 'Chọn' }).check()
  await page.getByRole('button', { name: 'Đánh dấu 1 góp ý đã chọn là đã xử lý' }).click()
  await expect(praise).toHaveCount(1)
}

/** A release moves every rating that waits, so this way has a server of its own. */
test('what a citizen wrote is answered, and the answer reaches the receipt', async ({ page }) => {
  await onOwnServer(page, async ({ url, call }) => {
    await call('enter_illustrative_ratings', { days: [] })
    const mine = rating({ counter: counters.open, score: 2 })
    await call('submit_rating', mine, api.publishableKey)
    const comment = 'Chờ lâu quá, gọi 0912345678 không ai nghe'
    await call(
      'add_details',
      { receipt: mine.receipt, details: { comment, improve: ['staff', 'access'] } },
      api.publishableKey,
    )
    for (let i = 0; i < 9; i += 1) {
      const other = rating({ score: 4 })
      await call('submit_rating', other, api.publishableKey)
      // A factor is shown beside a comment only if at least three of its batch named it.
      const details = { improve: i < 2 ? ['staff', 'result'] : [] }
      const thanks = i >= 7 ? { comment: `Cảm ơn cán bộ nhiệt tình (${i})` } : {}
      await call('add_details', { receipt: other.receipt, details: { ...details, ...thanks } }, api.publishableKey)
    }
    const tomorrow = localDay(1)
    await call('release_ratings', { as_of: tomorrow })
    const email = newAddress('tra-loi')
    await call('invite_member', { email, office: 'xa-hoi-an', role: 'head' })

    await signIn(page, email, url)
    await page.getByRole('button', { name: 'Mục' }).click()
    await expect(page.getByRole('link', { name: 'Góp ý 1 việc cần xem' })).toBeVisible()
    await page.getByRole('button', { name: 'Mục' }).click()
    await page.getByRole('listitem').filter({ hasText: 'Chờ lâu quá' }).getByRole('link', { name: 'Trả lời' }).click()
    await expect(page.getByLabel('Câu trả lời')).toBeVisible()
    await page.getByRole('button', { name: 'Để sau' }).click()
    await page.getByRole('link', { name: 'Xem mọi góp ý' }).click()
    const item = page.getByRole('listitem').filter({ hasText: 'Chờ lâu quá' })
    await expect(item).toContainText('Chờ lâu quá, gọi ▒▒▒ không ai nghe')
    await expect(item).toContainText('Nên làm tốt hơn: Công chức')
    await expect(item).not.toContainText('Tiếp cận')
    await expect(item).not.toContainText(/\d\d:\d\d/)
    await item.getByRole('button', { name: 'Đánh dấu đã xử lý' }).click()
    await expect(page.getByText('Không còn góp ý nào chờ trả lời.')).toBeVisible()
    await page.getByLabel('Hiện').selectOption('Đã xử lý')
    await item.getByRole('button', { name: 'Mở lại' }).click()
    await page.getByLabel('Hiện').selectOption('Chưa trả lời')
    await item.getByRole('button', { name: 'Trả lời' }).click()
    await page.keyboard.type('Chúng tôi đã thêm một máy điện thoại.')
    await expect(item.getByText('37 trên 4.000 ký tự')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Đã gửi trả lời đến biên nhận của người viết.')).toBeVisible()

    await markPraise(page)
    await page.goto(url + paths.receipt(mine.receipt))
    await expect(page.getByText('Chúng tôi đã thêm một máy điện thoại.')).toBeVisible()
    await face(page, 'Hài lòng').tap()
    await expect(page.getByText('Ông/Bà chọn: Hài lòng')).toBeVisible()
    // Before the server ends: a request under way would be an error.
    await page.goto('about:blank')
  })
})
