import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect as expectSoon } from '@playwright/test'
import { startServer } from '../scripts/with-server'
import { paths } from '../src/paths'
import { api, counters, rating } from './api'
import { face, test } from './rating'
import { newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 120_000 })

/** A release moves every rating that waits, so this way has a server of its own. */
test('what a citizen wrote is answered, and the answer reaches the receipt', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'hai-long-'))
  const server = await startServer(folder, ['--no-demo'])
  try {
    const call = async (name: string, body: object, key = api.publishableKey) => {
      const headers = { apikey: key, 'content-type': 'application/json' }
      const answer = await fetch(`${server.url}/rest/v1/rpc/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      expect(answer.status, await answer.clone().text()).toBeLessThan(300)
    }
    await call('enter_illustrative_ratings', { days: [] }, api.secretKey)
    const mine = rating({ counter: counters.open, score: 2 })
    await call('submit_rating', mine)
    const comment = 'Chờ lâu quá, gọi 0912345678 không ai nghe'
    await call('add_details', { receipt: mine.receipt, details: { comment, improve: ['staff'] } })
    for (let i = 0; i < 9; i += 1) await call('submit_rating', rating({ score: 4 }))
    const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' })
    await call('release_ratings', { as_of: tomorrow }, api.secretKey)
    const email = newAddress('tra-loi')
    await call('invite_member', { email, office: 'xa-hoi-an', role: 'head' }, api.secretKey)

    await signIn(page, email, server.url)
    await page.goto(server.url + paths.staff.comments())
    const item = page.getByRole('listitem').filter({ hasText: 'Chờ lâu quá' })
    await expect(item).toContainText('Chờ lâu quá, gọi ▒▒▒ không ai nghe')
    await expect(item).toContainText('Nên làm tốt hơn: Công chức')
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

    await page.goto(server.url + paths.receipt(mine.receipt))
    await expect(page.getByText('Chúng tôi đã thêm một máy điện thoại.')).toBeVisible()
    await face(page, 'Hài lòng').tap()
    await expect(page.getByText('Ông/Bà chọn: Hài lòng')).toBeVisible()
  } finally {
    await server.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})
