import { expect as expectSoon } from '@playwright/test'
import { paths } from '../../src/paths'
import { expectAccess } from '../access'
import { ask } from '../api'
import { test } from '../rating'
import { invite, newAddress, signIn } from '../staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 180_000 })
test.use({ viewport: { width: 1280, height: 900 }, hasTouch: false, expectedErrors: /propose_void|review_signal/ })

const top = 'tinh-an-giang'

/** The oldest batch of a commune that nobody has voided: what is shown of the last twelve months stays as it is. */
async function oldBatch() {
  const { body } = await ask('/rest/v1/batches?select=number,voids,office_code&order=number&limit=1000')
  const voided = new Set(body.map(({ voids }: { voids: number | null }) => voids))
  return body.find(
    (one: { number: number; voids: number | null; office_code: string }) =>
      one.voids === null && !voided.has(one.number) && one.office_code.startsWith('xa-'),
  ) as { number: number; office_code: string }
}

test('an auditor proposes to void a batch, a coordinator confirms, and everybody reads both and why', async ({
  page,
  browser,
}) => {
  const { number } = await oldBatch()
  const auditor = newAddress('kiem-tra')
  const coordinator = newAddress('dieu-phoi')
  await invite(auditor, top, 'auditor')
  await invite(coordinator, top, 'coordinator')
  await signIn(page, auditor)
  await page.goto(paths.staffPage('oversight'))
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Không có nhóm nào mang số này.').first()).toBeVisible()
  await page.getByLabel('Số của nhóm').fill(String(number))
  await expect(page.getByText(/lượt đánh giá, công bố ngày/).last()).toBeVisible()
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Chưa có lý do.').first()).toBeVisible()
  await page.getByLabel('Lý do').fill('Kiosk để ở nhà kho hôm đó')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  const own = page.getByRole('listitem').filter({ hasText: 'Kiosk để ở nhà kho hôm đó' })
  await expect(own.getByText('Đang chờ người thứ hai.')).toBeVisible()
  await expect(own.getByRole('button', { name: 'Xác nhận hủy' })).toHaveCount(0)
  await expectAccess(page)

  // Withdrawn, and proposed anew.
  await own.getByRole('button', { name: 'Rút đề nghị' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rút đề nghị' }).click()
  await expect(own.getByText('Đã rút.')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByLabel('Số của nhóm').fill(String(number))
  await page.getByLabel('Lý do').fill('Người của cửa hàng bên cạnh bấm thử')
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Đang chờ người thứ hai.')).toBeVisible()

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi' })
  const other = await context.newPage()
  await signIn(other, coordinator)
  await other.goto(paths.staffPage('oversight'))
  const proposal = other.getByRole('listitem').filter({ hasText: 'Người của cửa hàng bên cạnh bấm thử' })
  await proposal.getByRole('button', { name: 'Xác nhận hủy' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Xác nhận hủy' }).click()
  await expect(proposal.getByText('Đã hủy.')).toBeVisible()
  await expectAccess(other)
  await context.close()

  await page.goto(paths.data())
  const change = page.getByRole('listitem').filter({ hasText: 'Người của cửa hàng bên cạnh bấm thử' })
  await expect(
    change.getByText(/Người kiểm tra của .+ đề nghị ngày .+, người điều phối của .+ xác nhận\./),
  ).toBeVisible()
  await page.goto(paths.results())
  await page.getByText(/Đã hủy \d+ nhóm trước đây/).click()
  await expect(page.getByText('Người của cửa hàng bên cạnh bấm thử')).toBeVisible()
  await expectAccess(page)
})

test('the head of an office sees what is proposed about it, and decides nothing', async ({ page }) => {
  const email = newAddress('truong')
  await invite(email, 'xa-hoi-an', 'head')
  await signIn(page, email)
  await page.goto(paths.staffPage('oversight'))
  await expect(page.getByRole('heading', { name: 'Hủy nhóm đã công bố' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gửi đề nghị' })).toHaveCount(0)
})

test('an auditor looks into a question, and how many there are is public', async ({ page }) => {
  const email = newAddress('kiem-tra')
  await invite(email, top, 'auditor')
  await signIn(page, email)
  await page.goto(paths.staffPage('oversight'))
  await expect(page.getByRole('heading', { name: 'Câu hỏi cần xem' })).toBeVisible()
  const questions = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Vì sao/ }) })
  await expect.poll(() => questions.count()).toBeGreaterThanOrEqual(2)
  const first = questions.first()
  const question = await first.getByRole('heading').textContent()
  await expect(first.getByText(/Có thể vô hại/)).toBeVisible()
  await expectAccess(page)
  await first.getByText('Ghi việc đã xem').click()
  await first.getByRole('button', { name: 'Lưu' }).click()
  await expect(first.getByText('Chưa ghi gì.').first()).toBeVisible()
  await first.getByLabel('Đã xem gì, thấy gì').fill('Đã hỏi cơ quan: máy tính bảng dùng chung của quầy')
  await first.getByRole('button', { name: 'Lưu' }).click()
  await page.getByLabel('Hiện').selectOption('reviewed')
  const noted = questions.filter({ hasText: 'Đã hỏi cơ quan: máy tính bảng dùng chung của quầy' })
  await expect(noted.getByRole('heading', { name: question ?? '' })).toBeVisible()
  await expect(noted.getByText('Không có vấn đề.').first()).toBeVisible()
  await expectAccess(page)

  await page.goto(paths.data())
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /^Quý .*Đã xem: [1-9]/ })
      .first(),
  ).toBeVisible()
  await expectAccess(page)
})
