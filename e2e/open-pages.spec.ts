import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccessInEveryLanguage } from './access'
import { test } from './rating'

const pages = {
  'the open data': paths.data(),
  'the plan': paths.plan(),
  'good practice': paths.goodPractice(),
  'the method': paths.method(),
  'what is stored': paths.privacy(),
  'who can use it': paths.accessibility(),
  'sending a petition': paths.newFeedback(),
  'petitions in public': paths.feedback(),
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
  await expect(sheet.getByText(/^[\w+/]{43}=$/)).toBeVisible()
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

// What hangs in the hall is one sheet of paper, and all of it: whatever the verdict has to say, and however long the name.
const office = 'xa-cho-moi'
const longName =
  'Chi nhánh Văn phòng đăng ký đất đai khu vực Chợ Mới, trực thuộc Sở Nông nghiệp và Môi trường tỉnh An Giang'

/** Each verdict as the page may have to say it: the open one also with an interval that lies on one side. */
const verdicts = {
  met: { verdict: 'met', rate: 1, low: 0.996, high: 1 },
  'not met': { verdict: 'not_met', rate: 0.42, low: 0.4, high: 0.44 },
  open: { verdict: 'undecided', rate: 0.9, low: 0.88, high: 0.92 },
  'open, above': { verdict: 'undecided', rate: 0.934, low: 0.906, high: 0.954 },
  'open, below': { verdict: 'undecided', rate: 0.871, low: 0.846, high: 0.894 },
  unproven: { verdict: 'unproven', evidence: 'all', n_proven: 49, rate: 0.934, low: 0.906, high: 0.954 },
}

async function answerWith(page: Page, figure: object, name: string | undefined) {
  await page.route(/rpc\/satisfaction\?/, async route => {
    const response = await route.fetch()
    const rows: object[] = await response.json()
    await route.fulfill({ response, json: rows.map(row => ({ ...row, ...figure })) })
  })
  await page.route(/rest\/v1\/offices\?/, async route => {
    const response = await route.fetch()
    const rows: { code: string; desk: string | null }[] = await response.json()
    const renamed = rows.map(row => (name && row.code === office ? { ...row, name, desk: name } : row))
    await route.fulfill({ response, json: renamed })
  })
}

/** How far the parts of the sheet reach beyond its edge, and how often the printer turns the page. */
async function faultsOf(page: Page, paper: string) {
  await page.getByRole('radio', { name: paper, exact: true }).check()
  await page.emulateMedia({ media: 'print' })
  const faults = await page.getByRole('article').evaluate(sheet => {
    const beyond = [sheet.scrollHeight - sheet.clientHeight, sheet.scrollWidth - sheet.clientWidth]
    return beyond.filter(extra => extra > 1).map(extra => `${extra} px are cut off`)
  })
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length
  if (pages !== 1) faults.push(`${pages} pages`)
  await page.emulateMedia({ media: null })
  return faults.map(fault => `${paper}: ${fault}`)
}

test.describe('the sheet', () => {
  // Every request must be seen here, also on the second visit.
  test.use({ serviceWorkers: 'block' })

  for (const [said, figure] of Object.entries(verdicts)) {
    test(`is whole when the verdict is ${said}`, async ({ page }) => {
      test.slow()
      const faults: string[] = []
      for (const name of [undefined, longName]) {
        await page.unrouteAll()
        await answerWith(page, figure, name)
        for (const language of ['vi', 'en', 'km']) {
          await page.goto(`${paths.officeSheet(office)}?lng=${language}`)
          const sheet = page.getByRole('article')
          await expect(sheet.locator('svg').last()).toBeVisible()
          // It comes last, and takes lines of its own.
          await expect(sheet.getByText(/^[\w+/]{43}=$/)).toBeVisible()
          if (name) await expect(sheet.getByText(name)).toBeVisible()
          for (const paper of ['A4', 'A3'])
            for (const fault of await faultsOf(page, paper))
              faults.push(`${language}${name ? ', long name' : ''}, ${fault}`)
        }
      }
      expect(faults).toEqual([])
    })
  }
})
