// A change of a rule is decided by the agency, and seen by everybody before it holds and for ever after.

import { expect as expectSoon } from '@playwright/test'
import { paths } from '../src/paths'
import { localDay } from './days'
import { onOwnServer } from './own-server'
import { test } from './rating'
import { newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 120_000 })
// Somebody else decides first: the browser reports the refusal as well.
test.use({ viewport: { width: 1280, height: 800 }, expectedErrors: /409/ })

/** The first day of the next month, in Vietnam, as pages show it. */
function nextMonth() {
  const [year = 0, month = 0] = localDay().split('-').map(Number)
  return `01/${String((month % 12) + 1).padStart(2, '0')}/${month === 12 ? year + 1 : year}`
}

test('a new target is announced, may be replaced, and stays listed with the one that never held', async ({ page }) => {
  await onOwnServer(page, async ({ url, call }) => {
    const email = newAddress('quy-tac')
    await call('invite_member', { email, office: 'tinh-an-giang', role: 'coordinator' })
    await signIn(page, email, url)
    await page.goto(url + paths.staff.settings())
    const target = page.getByLabel('Mục tiêu hài lòng, phần trăm')
    const save = page.getByRole('button', { name: 'Lưu Mục tiêu hài lòng' })

    await target.fill('49')
    await save.click()
    await expect(page.getByText('Giá trị nằm ngoài giới hạn').first()).toBeVisible()
    await target.fill('85')
    await save.click()
    const planned = (value: number) => page.getByText(`Hiện nay 90. Từ ngày ${nextMonth()}: ${value}.`)
    await expect(planned(85)).toBeVisible()
    await expect(target).toHaveValue('85')

    // Somebody else decides meanwhile.
    await call('save_setting', { key: 'target_percent', value: '88', seen: '85' })
    await target.fill('80')
    await save.click()
    await expect(page.getByRole('alert')).toContainText('administrator')
    await page.getByRole('button', { name: 'Xem bản mới' }).click()
    await expect(planned(88)).toBeVisible()
    await target.fill('80')
    await save.click()
    await expect(planned(80)).toBeVisible()

    // The steps of publication: too short, then within their bounds.
    const field = page.getByLabel('Sau số ngày, cùng lĩnh vực, cùng cách nộp, cùng loại lượt')
    await field.fill('6')
    await page.getByRole('button', { name: 'Lưu các bậc' }).click()
    await expect(page.getByText('nằm trong giới hạn ghi bên cạnh').first()).toBeVisible()
    await field.fill('15')
    await page.getByRole('button', { name: 'Lưu các bậc' }).click()
    await expect(page.getByText('Các bậc dưới đây có hiệu lực từ ngày')).toContainText('0, 10, 20, 25, 28, 30, 42, 90')
    await expect(field).toHaveValue('15')

    // Where posters lead.
    await page.getByLabel('Địa chỉ của trang').fill('https://a@evil.example?x#y')
    await page.getByRole('button', { name: 'Lưu Địa chỉ của trang' }).click()
    await expect(page.getByLabel('Địa chỉ của trang')).toHaveAttribute('aria-invalid', 'true')

    await page.goto(url + paths.method())
    const changes = page.getByRole('listitem').filter({ hasText: 'Quyết định ngày' })
    await expect(changes).toHaveCount(4)
    await expect(changes.nth(0)).toContainText(
      'Bậc công bố, số ngày: từ 0, 10, 20, 25, 28, 30, 42, 90 thành 0, 10, 15, 25',
    )
    await expect(changes.nth(1)).toContainText('Mục tiêu: từ 90% thành 80%')
    await expect(changes.nth(1)).toContainText(`sẽ có hiệu lực từ ngày ${nextMonth()}`)
    for (const i of [2, 3]) await expect(changes.nth(i)).toContainText('một quyết định sau đã thay trước ngày đó')

    await page.goto(url + paths.data())
    await page.getByRole('button', { name: /^Kiểm tra/ }).click()
    await expect(page.getByText(/^Chuỗi công bố đúng. 0 nhóm, 4 lần đổi quy tắc/)).toBeVisible()
    await page.goto('about:blank')
  })
})
