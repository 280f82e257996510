// Whatever is chosen above a list is a step: Back shows what was shown before, on every page that has something to choose.

import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { workAs } from './offices'
import { test } from './rating'
import { openPages, openWhole, staffPages } from './screens'

test.describe.configure({ timeout: 240_000 })
test.use({ expectedErrors: /status of 404/, viewport: { width: 1280, height: 800 } })

/** The address, and the step of the browser's history: a step that is replaced keeps its key. */
const where = (page: Page) =>
  page.evaluate(() => ({
    address: window.location.href,
    step: (window as unknown as { navigation: { currentEntry: { key: string } } }).navigation.currentEntry.key,
  }))

const isElsewhere = (page: Page, address: string) =>
  page
    .waitForFunction(before => window.location.href !== before, address, { timeout: 1000 })
    .then(() => true)
    .catch(() => false)

/**
 * Chooses in each list of the page what is not chosen. Lists of a form change no address and are no filters; those in a row
 * of a table are stored at once.
 */
async function choicesThatAreNoSteps(page: Page, path: string) {
  const faults: string[] = []
  await openWhole(page, path, 'vi')
  const lists = page.locator('main select:visible:not(table select)')
  for (let i = 0; i < (await lists.count()); i++) {
    const list = lists.nth(i)
    const chosen = await list.inputValue()
    const others = await list
      .locator('option:not(:disabled)')
      .evaluateAll(all => all.map(one => (one as HTMLOptionElement).value))
    const other = others.find(value => value !== chosen)
    if (other === undefined) continue
    const before = await where(page)
    await list.selectOption(other)
    if (!(await isElsewhere(page, before.address))) continue
    const name = await list.evaluate((one: HTMLSelectElement) => one.labels?.[0]?.textContent?.slice(0, 30))
    if ((await where(page)).step === before.step) {
      faults.push(`${path}: ${name} is no step`)
      await openWhole(page, path, 'vi')
      continue
    }
    await page.goBack()
    await expect(page, path).toHaveURL(before.address)
    await expect(list, `${path}: ${name} after Back`).toHaveValue(chosen)
  }
  return faults
}

test('Back after a choice leads to the choice before, on every open page', async ({ page }) => {
  const faults: string[] = []
  for (const path of openPages.filter(path => !/^\/(r|v|kiosk|embed|staff)|\.html/.test(path)))
    faults.push(...(await choicesThatAreNoSteps(page, path)))
  expect(faults).toEqual([])
})

test('Back after a choice leads to the choice before, on every page of the staff', async ({ page }) => {
  await workAs(page, 'coordinator', 'tinh-an-giang')
  const faults: string[] = []
  for (const path of staffPages) faults.push(...(await choicesThatAreNoSteps(page, path)))
  expect(faults).toEqual([])
})

test('Back after sorting a table leads to the order before', async ({ page }) => {
  await workAs(page, 'coordinator', 'tinh-an-giang')
  await page.goto(paths.staff.offices())
  const head = page.getByRole('columnheader').first()
  const firstRow = page.getByRole('rowheader').first()
  const first = await firstRow.textContent()
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await page.goBack()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await page.goBack()
  await expect(head).not.toHaveAttribute('aria-sort')
  await expect(firstRow).toHaveText(first ?? '')
})
