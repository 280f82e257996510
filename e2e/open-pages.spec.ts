import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccessInEveryLanguage } from './access'
import { test } from './rating'

const pages = {
  'the open data': paths.data(),
  'the method': paths.method(),
  'what is stored': paths.privacy(),
  'who can use it': paths.accessibility(),
  'the sheet of an office': paths.officeSheet('xa-cho-moi'),
  'the page in a frame': paths.embed('xa-cho-moi'),
}

for (const [name, path] of Object.entries(pages)) {
  test(`${name} is accessible in every language, by day and by night, and fits a small phone`, async ({ page }) => {
    test.slow()
    await expectAccessInEveryLanguage(page, path, async () => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
    })
  })
}

test('the sheet is one page of A4, and one of A3', async ({ page }) => {
  await page.goto(pages['the sheet of an office'])
  const sheet = page.getByRole('article', { name: 'Tờ niêm yết' })
  await expect(sheet).toBeVisible()
  // Width and height in points.
  for (const [paper, size] of [
    ['A4', [595, 842]],
    ['A3', [842, 1191]],
  ] as const) {
    await page.getByRole('radio', { name: paper, exact: true }).check()
    await page.emulateMedia({ media: 'print' })
    const overflow = await sheet.evaluate(element => element.scrollHeight - element.clientHeight)
    expect(overflow).toBeLessThanOrEqual(1)
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)?.slice(1).map(Number).map(Math.round)).toEqual(size)
    await page.emulateMedia({ media: 'screen' })
  }
})
