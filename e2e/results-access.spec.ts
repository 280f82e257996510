// Who has no mouse, and who does not see the page, gets the headline, the verdict of an office, and the download.

import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { tabTo } from './keyboard'
import { count, headline, ledger, officesTable, recentLedger, sumOf } from './published'
import { test } from './rating'

const patience = { timeout: 30_000 }

test('with the keyboard alone: filter, read a month, save a picture, open an office', async ({ page }) => {
  test.slow()
  await page.goto(paths.results())
  await expect(headline(page)).toBeVisible(patience)
  await expect(page.getByRole('slider', { name: 'Xem từng tháng' })).toBeVisible(patience)
  await tabTo(page, text => text.endsWith('Lọc'))
  await page.keyboard.press('Enter')
  await expect(page.locator('summary').filter({ hasText: /Mọi thủ\stục/ })).toBeVisible(patience)
  // The procedures are many: their list opens with a search that does without diacritics.
  await tabTo(page, text => /^Thủ\stục/.test(text))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('dang ky khai sinh')
  await expect(page.getByRole('status').filter({ hasText: 'Tìm thấy' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox')).toBeHidden()

  await tabTo(page, text => text.startsWith('SVG, tải hình: Tỷ lệ hài lòng của từng cơ quan'))
  const [download] = await Promise.all([page.waitForEvent('download', patience), page.keyboard.press('Enter')])
  const svg = readFileSync(await download.path(), 'utf8')
  const { n } = sumOf(await recentLedger())
  expect(svg).toContain(`${count(n)} lượt`)
  expect(svg).toContain('Nguồn: Hài Lòng')
  expect(svg).toContain('Chợ Mới')
  expect(svg).not.toMatch(/href|url\(|var\(/)

  const slider = page.getByRole('slider', { name: 'Xem từng tháng' })
  await slider.focus()
  const latest = await slider.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowLeft')
  await expect(slider).not.toHaveAttribute('aria-valuetext', latest ?? '')

  await page.getByRole('link', { name: 'xã Chợ Mới' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(paths.officeResults('xa-cho-moi'))
  await expect(page.getByRole('heading', { level: 1, name: 'xã Chợ Mới' })).toBeVisible(patience)
})

test('to a screen reader: the headline, the verdict of an office, the download', async ({ page }) => {
  await page.goto(paths.results())
  await expect(headline(page)).toBeVisible(patience)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Người dân hài lòng đến đâu?" [level=1]
  `)
  const { n } = sumOf(await recentLedger())
  // Said once when the figures have come, and standing in the table's first row.
  await expect(page.getByRole('status').filter({ hasText: `hài lòng, ${count(n)} lượt.` })).toBeAttached()
  await expect(officesTable(page)).toMatchAriaSnapshot(`
    - table:
      - rowgroup:
        - row:
          - rowheader /người trả lời hài.lòng hoặc rất hài.lòng (Đạt|Chưa đạt|Chưa đủ dữ liệu)/
  `)
  // An office stands under the heading that says its verdict.
  const groups = officesTable(page).getByRole('rowgroup')
  const group = groups.filter({ has: page.getByRole('link', { name: 'xã Chợ Mới' }) })
  await expect(group.getByRole('rowheader').first()).toHaveText(/^(Đạt|Chưa đạt|Chưa đủ dữ liệu để kết luận): \d/)
  const figure = page.getByRole('figure', { name: 'Tỷ lệ hài lòng của từng cơ quan' })
  await expect(figure.getByRole('button', { name: /^SVG, tải hình/ })).toBeVisible()
  await expect(figure.getByRole('button', { name: /^PNG, tải hình/ })).toBeVisible()
})

test('every chart has a sentence, a table or a list of its numbers, and two pictures to take along', async ({
  page,
}) => {
  test.slow()
  await page.goto(paths.officeResults('xa-long-dien'))
  await expect(page.getByRole('heading', { name: 'Số liệu này từ đâu' })).toBeVisible(patience)
  const figures = page.getByRole('figure')
  await expect.poll(() => figures.count()).toBeGreaterThanOrEqual(6)
  for (const figure of await figures.all()) {
    expect(((await figure.locator('figcaption').textContent()) ?? '').length).toBeGreaterThan(10)
    await expect.poll(() => figure.locator('table, ol').count()).toBeGreaterThanOrEqual(1)
    await expect(figure.getByRole('button', { name: /, tải hình: / })).toHaveCount(2)
  }
})

test('an office with those before it is their sum, and says so', async ({ page }) => {
  const before = ['thi-tran-my-luong-cu', 'xa-long-dien-a-cu', 'xa-long-dien-b-cu']
  const all = await ledger()
  const of = (codes: string[], batches = all) =>
    count(sumOf(batches.filter(({ office_code }) => codes.includes(office_code))).n)
  await page.goto(paths.officeResults('xa-long-dien'))
  await expect(
    page.getByText(`hài lòng hoặc rất hài lòng, ${of(['xa-long-dien'], await recentLedger())} lượt`),
  ).toBeVisible(patience)
  await page.getByRole('link', { name: 'Xem gộp với các cơ quan trước đó' }).click()
  await expect(page).toHaveURL(`${paths.officeResults('xa-long-dien')}?predecessors=1&period=all`)
  await expect(page.getByText('Số liệu ở đây gồm cả 3 cơ quan trước đó:')).toBeVisible(patience)
  const together = of(['xa-long-dien', ...before])
  await expect(page.getByText(`hài lòng hoặc rất hài lòng, ${together} lượt`)).toBeVisible(patience)
  await page.goto(paths.rate('G2Q65R'))
  await expect(page.getByText('xã Long Điền').first()).toBeVisible(patience)
})
