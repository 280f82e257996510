import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { ask } from './api'
import { expectSame, figuresOf, headline, ledger, officesTable, recentLedger, sumOf } from './published'
import { COUNTER, test } from './rating'

test('the headline is the sum over the ledger', async ({ page }) => {
  await expect(async () => {
    await page.goto(paths.results())
    const expected = sumOf(await recentLedger())
    expectSame(await figuresOf(headline(page)), expected)
    const answers = page.getByRole('listitem').filter({ hasText: / lượt$/ })
    await expect(answers).toHaveCount(5)
    const shown = (await answers.allTextContents()).map(text =>
      Number(/([\d.]+)\slượt$/.exec(text)?.[1]?.replace('.', '')),
    )
    expect(shown.reverse()).toEqual(expected.counts)
  }).toPass()
})

test('every office has the sum over its own batches, and none is left out', async ({ page }) => {
  await expect(async () => {
    await page.goto(paths.results())
    const batches = await recentLedger()
    const codes = [...new Set(batches.map(batch => batch.office_code))].sort()
    const rows = officesTable(page)
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
      .filter({ hasText: '–' })
    await expect(rows).toHaveCount(codes.length)
    const shown: string[] = []
    for (const row of await rows.all()) {
      const code = (await row.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? ''
      shown.push(code)
      expectSame(await figuresOf(row), sumOf(batches.filter(batch => batch.office_code === code)))
    }
    expect(shown.sort()).toEqual(codes)
  }).toPass()
})

test('an office of which too little has come in is shown and says so', async ({ page }) => {
  await page.goto(paths.results())
  await expect(officesTable(page)).toBeVisible()
  const { body } = await ask('/rest/v1/offices?select=code,desk&desk=not.is.null&closed_on=is.null')
  for (const { desk } of body) await expect(officesTable(page).getByRole('link', { name: desk })).toBeVisible()
})

test('an office and its procedures', async ({ page }) => {
  const batches = (await recentLedger()).filter(batch => batch.office_code === 'xa-cho-moi')
  await page.goto(paths.officeResults('xa-cho-moi'))
  await expect(page.getByRole('heading', { level: 1, name: 'xã Chợ Mới' })).toBeVisible({ timeout: 15_000 })
  const { n } = sumOf(batches)
  await expect(page.getByText(`hài lòng hoặc rất hài lòng, ${n.toLocaleString('vi-VN')} lượt`)).toBeVisible()

  const table = page.getByRole('table', { name: 'Từng thủ tục' })
  const rows = table.getByRole('row').filter({ has: page.getByRole('link') })
  const expected = new Set(batches.flatMap(batch => batch.procedure_code ?? []))
  await expect(rows).toHaveCount(expected.size)
  for (const row of await rows.all()) {
    const code = (await row.getByRole('link').getAttribute('href'))?.split('/').at(-1)
    expectSame(await figuresOf(row), sumOf(batches.filter(batch => batch.procedure_code === code)))
  }
  const rest = sumOf(batches.filter(batch => batch.procedure_code === null))
  if (rest.n > 0) expectSame(await figuresOf(table.getByRole('row', { name: /Lượt được gộp/ })), rest)
})

test('what came before a merger has a way back', async ({ page }) => {
  await page.goto(paths.officeResults('xa-cho-moi'))
  const patience = { timeout: 20_000 }
  await page.getByRole('link', { name: 'Bộ phận Một cửa xã Kiến An' }).click(patience)
  await expect(page.getByText('Cơ quan này hoạt động đến 30/06/2025.')).toBeVisible(patience)
  await page.getByRole('link', { name: 'xã Chợ Mới' }).click(patience)
  await expect(page.getByRole('heading', { level: 1, name: 'xã Chợ Mới' })).toBeVisible(patience)
})

test('a procedure at every office', async ({ page }) => {
  const batches = (await recentLedger()).filter(batch => batch.procedure_code === '2.000815')
  await page.goto(paths.procedureResults('2.000815'))
  await expect(page.getByRole('heading', { level: 1, name: /^Chứng thực bản sao từ bản chính/ })).toBeVisible({
    timeout: 15_000,
  })
  await expect(page.getByRole('definition').filter({ hasText: '2.000815' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Từng cơ quan' })
  const rows = table
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .filter({ hasText: '–' })
  await expect(rows).toHaveCount(new Set(batches.map(batch => batch.office_code)).size)
  for (const row of await rows.all()) {
    const code = (await row.getByRole('link').getAttribute('href'))?.split('/').at(-1)
    expectSame(await figuresOf(row), sumOf(batches.filter(batch => batch.office_code === code)))
  }
})

test('a period and a channel are kept in the address and change every figure', async ({ page }) => {
  const batches = await ledger()
  const year = batches.at(-1)?.released_on.slice(0, 4) ?? ''
  await page.goto(paths.results())
  await page.getByRole('button', { name: /Lọc$/ }).click()
  await page.getByRole('combobox', { name: 'Kỳ công bố' }).selectOption(`Năm ${year}`)
  await expect(page.getByRole('heading', { level: 1 }).locator('+ p')).toContainText(`Năm ${year} (01/01/${year}`)
  await page.getByRole('combobox', { name: 'Cách nộp hồ sơ' }).selectOption('Tại quầy')
  await expect(page).toHaveURL(`${paths.results()}?period=${year}&channel=counter`)
  const chosen = batches.filter(batch => batch.released_on.startsWith(year) && batch.channel === 'counter')
  await expect(async () => expectSame(await figuresOf(headline(page)), sumOf(chosen))).toPass()
  await page.reload()
  await page.getByRole('button', { name: /Lọc$/ }).click()
  await expect(page.getByRole('combobox', { name: 'Kỳ công bố' })).toHaveValue(year)
  expectSame(await figuresOf(headline(page)), sumOf(chosen))
})

test('the drawing says the same as the table', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(paths.results())
  await expect(headline(page)).toBeVisible()
  const first = Number.parseFloat((await officesTable(page).locator('[style*="--at: 0"]').first().textContent()) ?? '')
  const rows = officesTable(page).getByRole('row').filter({ hasText: '–' })
  await expect.poll(() => rows.count()).toBeGreaterThan(1)
  for (const row of await rows.all()) {
    const { rate, low, high } = await figuresOf(row)
    const drawn = await row.evaluate(element => {
      const value = (name: string) =>
        Number(element.querySelector<HTMLElement>(`i[style*="${name}"]`)?.style.getPropertyValue(name))
      return [value('--at'), value('--from'), value('--to')]
    })
    const [drawnRate = 0, from = 0, to = 0] = drawn.map(place => first + (place / 100) * (100 - first))
    expect(Math.abs(drawnRate - rate)).toBeLessThanOrEqual(0.11)
    expect(Math.abs(from - Math.max(first, low))).toBeLessThanOrEqual(0.11)
    expect(Math.abs(to - high)).toBeLessThanOrEqual(0.11)
  }
})

test('an office or a procedure is found without diacritics and without a mouse', async ({ page }) => {
  await page.goto(paths.home())
  const search = page.getByRole('searchbox')
  await search.fill('long dien')
  await expect(page.getByRole('status').filter({ hasText: 'Tìm thấy' })).toBeVisible()
  await search.press('Enter')
  await expect(page.getByRole('link', { name: 'xã Long Điền' }).first()).toBeFocused()
  await search.fill('dang ky khai tu')
  await page.getByRole('link', { name: 'Đăng ký khai tử' }).click()
  await expect(page).toHaveURL(paths.procedureResults('1.000656'))
  await page.goBack()
  await search.fill('không có gì như thế')
  await expect(page.getByText('Không tìm thấy. Thử gõ ít chữ hơn.')).toBeVisible()
})

test('a rating starts from a typed code', async ({ page }) => {
  await page.goto(paths.home())
  const code = page.getByRole('textbox', { name: 'Mã quầy' })
  await code.fill('12')
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(page.getByRole('alert')).toContainText('Mã quầy gồm 6 chữ và số')
  await expect(code).toBeFocused()
  await code.fill(` ${COUNTER.toLowerCase()} `)
  await code.press('Enter')
  await expect(page).toHaveURL(paths.rate(COUNTER))
})
