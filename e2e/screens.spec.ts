// Whoever needs large text, or has a small phone, gets every page whole: nothing is cut off, nothing scrolls sideways.

import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { utcDay } from './days'
import { workAs } from './offices'
import { test } from './rating'
import { beyondTheEdge, brokenWords, cutHints, smallTargets, touchingButtons, touchingWords } from './screen-faults'
import { layOutAll, openPages, openWhole, resize, staffPages } from './screens'

test.describe.configure({ timeout: 240_000 })
test.use({ expectedErrors: /status of 404/ })

const phones = [
  { width: 320, text: 100 },
  { width: 360, text: 150 },
  { width: 360, text: 200 },
]

/** Every fault of every page, each with its place, so that one run shows all that there is to mend. */
async function faultsOf(page: Page, pages: string[], language: string) {
  const faults: string[] = []
  for (const path of pages) {
    await openWhole(page, path, language)
    for (const { width, text } of phones) {
      await resize(page, width, text)
      const found = [...(await beyondTheEdge(page)), ...(await touchingWords(page))]
      if (text === 100) {
        found.push(...(await brokenWords(page)), ...(await smallTargets(page)))
        found.push(...(await cutHints(page)), ...(await touchingButtons(page)))
      }
      for (const fault of found) faults.push(`${path} ${width} px, text ${text} %: ${fault}`)
    }
    // Where tables have columns, these are narrow in turn.
    await resize(page, 1280)
    for (const fault of [
      ...(await brokenWords(page)),
      ...(await beyondTheEdge(page)),
      ...(await cutHints(page)),
      ...(await touchingButtons(page)),
    ])
      faults.push(`${path} 1280 px: ${fault}`)
  }
  return faults
}

for (const language of ['vi', 'en', 'km']) {
  test(`every open page fits a small phone and large text, in ${language}`, async ({ page }) => {
    expect(await faultsOf(page, openPages, language)).toEqual([])
  })
}

// There are no Khmer words for them.
for (const language of ['vi', 'en']) {
  test(`every page of the staff fits a small phone and large text, in ${language}`, async ({ page }) => {
    await workAs(page, 'coordinator', 'tinh-an-giang')
    expect(await faultsOf(page, staffPages, language)).toEqual([])
  })
}

for (const language of ['vi', 'en']) {
  test(`what is counted beside the menu stands on one line, in ${language}`, async ({ page }) => {
    await workAs(page, 'coordinator', 'tinh-an-giang')
    await openWhole(page, paths.staff.home(), language)
    await resize(page, 1440)
    const counts = page.getByRole('navigation').locator('span').filter({ hasText: /^\d+/ })
    await expect(counts.first()).toBeVisible()
    for (const height of await counts.evaluateAll(all => all.map(one => one.getBoundingClientRect().height)))
      expect(height).toBeLessThan(30)
  })
}

test.describe('with a mouse', () => {
  test.use({ hasTouch: false, isMobile: false })

  for (const language of ['vi', 'en']) {
    test(`the whole menu and who is signed in are in sight on a screen of 900 px, in ${language}`, async ({ page }) => {
      await workAs(page, 'coordinator', 'tinh-an-giang')
      await page.setViewportSize({ width: 1440, height: 900 })
      await openWhole(page, paths.staff.home(), language)
      await expect(page.getByRole('button', { name: /^(Đăng xuất|Sign out)/ })).toBeInViewport({ ratio: 1 })
    })
  }
})

/** As many months as are wanted, which end with the last one that is published. */
async function answerWithMonths(page: Page, n: number) {
  await page.route(/rpc\/satisfaction\?(?:.*&)?by=month/, async route => {
    const response = await route.fetch()
    const rows: { key: string; label: string }[] = await response.json()
    const last = rows.at(-1)
    if (!last) throw new Error('No month is published')
    const months = Array.from({ length: n }, (_, i) => {
      const day = new Date(`${last.key.slice(0, 7)}-15T00:00:00Z`)
      day.setUTCMonth(day.getUTCMonth() - (n - 1 - i))
      const key = utcDay(day).slice(0, 7)
      return { ...last, key, label: key }
    })
    await route.fulfill({ response, json: months })
  })
}

test.describe('a trend', () => {
  // Every request must be seen here.
  test.use({ serviceWorkers: 'block' })

  for (const n of [5, 14, 18, 24, 40]) {
    test(`with ${n} months has labels that do not touch`, async ({ page }) => {
      await answerWithMonths(page, n)
      await page.goto(paths.officeResults('xa-cho-moi'))
      await expect(page.getByRole('slider')).toHaveAttribute('max', String(n - 1))
      await layOutAll(page)
      const faults: string[] = []
      for (const [width, text] of [
        [320, 100],
        [360, 150],
        [360, 200],
        [768, 100],
        [1280, 100],
      ] as const) {
        await resize(page, width, text)
        const labels = (await touchingWords(page)).filter(fault => /^“\d+” and “\d+”$/.test(fault))
        faults.push(...labels.map(fault => `${width} px, text ${text} %: ${fault}`))
      }
      expect(faults).toEqual([])
    })
  }
})
