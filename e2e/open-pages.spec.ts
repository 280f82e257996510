import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { test } from './rating'

const pages = {
  'the open data': paths.data(),
  'the method': paths.method(),
  'what is stored': paths.privacy(),
  'who can use it': paths.accessibility(),
  'the sheet of an office': paths.officeSheet('xa-cho-moi'),
  'the page in a frame': paths.embed('xa-cho-moi'),
}

const rounds = [
  { language: 'vi', colorScheme: 'light', width: 360 },
  { language: 'km', colorScheme: 'dark', width: 320 },
  { language: 'en', colorScheme: 'light', width: 1280 },
] as const

for (const [name, path] of Object.entries(pages)) {
  test(`${name} is accessible in every language, by day and by night, and fits a small phone`, async ({ page }) => {
    test.slow()
    for (const { language, colorScheme, width } of rounds) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 640 })
      await page.goto(`${path}?lng=${language}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 })
      await page.waitForLoadState('networkidle')
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      for (const narrow of [320, 360]) {
        await page.setViewportSize({ width: narrow, height: 640 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow)
      }
    }
  })
}

test('the sheet is one page of A4, and one of A3', async ({ page }) => {
  await page.goto(pages['the sheet of an office'])
  const sheet = page.getByRole('article', { name: 'Tờ niêm yết' })
  await expect(sheet).toBeVisible()
  for (const paper of ['A4', 'A3']) {
    await page.getByText(paper, { exact: true }).click()
    await page.emulateMedia({ media: 'print' })
    const overflow = await sheet.evaluate(element => element.scrollHeight - element.clientHeight)
    expect(overflow).toBeLessThanOrEqual(1)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'screen' })
  }
})

test('the method cites what it was read in, and what it was only told', async ({ page }) => {
  await page.goto(paths.method())
  await expect(page.getByRole('heading', { name: 'Khác gì quyết định 766/QĐ-TTg' })).toBeVisible()
  const sources = page.getByRole('list', { name: 'Nguồn' })
  await expect(sources.filter({ hasText: 'Thông tư 01/2018/TT-VPCP' })).toContainText('đã đọc nguyên văn')
  await expect(sources.filter({ hasText: 'qd766' })).toContainText('nguồn thứ cấp')
  await expect(page.getByText('Cách tính, phiên bản 1.0')).toBeVisible()
})
