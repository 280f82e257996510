import { expect as soon } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccessInEveryLanguage } from './access'
import { api, ask, call } from './api'
import { noSignal, test } from './rating'

const expect = soon.configure({ timeout: 30_000 })

const goals = /^Các chỉ tiêu: đang có, đích và kết luận/
const district = paths.plan({ office: 'huyen-cho-moi' })

test('the plan with all of it unfolded is accessible in every language, by day and by night, and fits a small phone', async ({
  page,
}) => {
  test.slow()
  await expectAccessInEveryLanguage(page, paths.plan(), async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    for (const details of await page.locator('main summary').all()) await details.click()
  })
})

test('eight targets, each with a value or the reason why there is none', async ({ page }) => {
  await page.goto(paths.plan())
  const rows = page.getByRole('table', { name: goals }).getByRole('rowheader')
  await expect(rows).toHaveCount(8)
  await expect(page.getByRole('table', { name: goals })).toContainText(
    'Cơ quan chưa nhập số liệu và căn cứ của quý này.',
  )
  await expect(page.getByText('chỉ tiêu đã đạt')).toBeVisible()
  await expect(
    page.getByText(/Kế hoạch năm 2020 viết: “Dịch vụ công trực tuyến thực hiện ở mức độ 3, 4”/),
  ).toBeVisible()
})

test('what is computed equals sums over the reports and the ledger', async ({ page }) => {
  await page.goto(paths.plan())
  const shown = await page.getByRole('combobox', { name: 'Quý' }).inputValue()
  const first = `${shown.slice(0, 4)}-${String(Number(shown.at(-1)) * 3 - 2).padStart(2, '0')}-01`
  const { body: reports } = await ask(
    `/rest/v1/handled_dossiers?month=gte.${first}&select=month,office_code,handled,on_time`,
  )
  const last = `${shown.slice(0, 4)}-${String(Number(shown.at(-1)) * 3).padStart(2, '0')}-01`
  // Only months of an office in which every report says how many were on time.
  const months = Map.groupBy(
    (reports as { month: string; office_code: string; handled: number; on_time: number | null }[]).filter(
      ({ month }) => month <= last,
    ),
    ({ month, office_code }) => `${month} ${office_code}`,
  )
  const whole = [...months.values()].filter(all => all.every(({ on_time }) => on_time !== null)).flat()
  const sum = (name: 'handled' | 'on_time') => whole.reduce((total, row) => total + (row[name] ?? 0), 0)
  const count = new Intl.NumberFormat('vi-VN').format
  const row = page.getByRole('row', { name: /^Hồ sơ giải quyết đúng hẹn/ })
  if (whole.length > 0) await expect(row).toContainText(`${count(sum('on_time'))} / ${count(sum('handled'))} hồ sơ`)
  else await expect(row).toContainText('Chưa có số liệu')
})

test('the index of 2015 to 2019: its means, every year, and the rank on top', async ({ page }) => {
  await page.goto(district)
  await expect(
    page.getByRole('heading', { name: 'Chỉ số cải cách hành chính 2015–2019: hạng từ 6 lên 3' }),
  ).toBeVisible()
  const table = page.getByRole('table', { name: /^Chỉ số cải cách hành chính của/ })
  await expect(table.getByRole('row', { name: /2016/ })).toHaveText(/85,82.*−4,27.*10 \/ 11/)
  await expect(table.getByRole('row').last()).toHaveText(/88,56.*5,8/)
  await expect(page.getByText('Số liệu lấy từ báo chí, chưa đối chiếu với văn bản gốc.')).toBeVisible()
  // Rank 3 of 2019 is drawn above rank 10 of 2016.
  const heightOf = async (rank: string) =>
    (
      await page
        .locator('main b')
        .filter({ hasText: new RegExp(`^${rank}$`) })
        .first()
        .boundingBox()
    )?.y ?? 0
  await expect.poll(async () => (await heightOf('3')) - (await heightOf('10'))).toBeLessThan(0)
  await expect(page.getByRole('row', { name: /^Hạng chỉ số cải cách hành chính/ })).toContainText(
    'hạng 3 trong 11 đơn vị',
  )
})

test.describe('of an office that is not there', () => {
  test.use({ expectedErrors: /404/ })

  test('the page says what to do', async ({ page }) => {
    await page.goto(paths.plan({ office: 'khong-co' }))
    await expect(page.getByRole('heading', { name: 'Không có cơ quan này' })).toBeVisible()
  })
})

test('a quarter and an office are chosen, stand in the address, and nonsense changes nothing', async ({ page }) => {
  await page.goto(`${paths.plan()}?quarter=2026-Q9`)
  await expect(page.getByRole('table', { name: goals })).toBeVisible()
  await page.getByRole('combobox', { name: 'Cơ quan' }).selectOption({ label: 'Xã\u00a0Hội\u00a0An' })
  await expect(page).toHaveURL(paths.plan({ office: 'xa-hoi-an' }))
  const quarters = page.getByRole('combobox', { name: 'Quý' })
  await quarters.selectOption({ index: 0 })
  await expect(page).toHaveURL(/quarter=\d{4}-Q[1-4]/)
  await expect(quarters.locator('option:checked')).toContainText('đang diễn ra')
})

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('figures that are there stay, and the page says that they are a copy', async ({ page, context }) => {
    await page.goto(paths.plan())
    await expect(page.getByRole('table', { name: goals })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await expect(page.getByText('Đang xem bản lưu')).toBeVisible()
    await expect(page.getByRole('table', { name: goals })).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('Đang xem bản lưu')).toBeHidden()
  })
})

test.describe('when the server fails', () => {
  test.use({ expectedErrors: /500|Failed to load/ })

  test('the page says so, and tries again', async ({ page }) => {
    test.slow()
    await page.route(/rpc\/plan_figures/, route => route.fulfill({ status: 500, json: {} }))
    await page.goto(district)
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 })
    await page.unroute(/rpc\/plan_figures/)
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await expect(page.getByRole('table', { name: goals })).toBeVisible()
  })
})

test('a value is not entered by anybody who asks', async () => {
  expect((await call('save_plan_value', { entry: {} })).status).toBe(401)
  expect((await ask('/rest/v1/plan_values', { method: 'POST', body: '{"value": 99}' })).status).toBeGreaterThanOrEqual(
    400,
  )
  expect((await call('plan_value_file', { entry: '0' }, api.publishableKey)).body.message).toBe('plan_file_unknown')
})
