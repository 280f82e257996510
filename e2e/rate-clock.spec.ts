import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { counters } from './api'
import { face, keptForLater, noSignal, takenOver, test } from './rating'

/**
 * The clock of a phone that lost its battery, or that somebody set by hand. Dates alone are wrong on it: Playwright's clock
 * would hide from the page which files it has loaded, too, and it could keep none of them.
 */
async function setClock(page: Page, day: string) {
  const shift = Date.parse(`${day}T09:30:00+07:00`) - Date.now()
  await page.addInitScript(milliseconds => {
    const now = Date.now
    globalThis.Date = class extends Date {
      static override now = () => now() + milliseconds

      constructor(...given: ConstructorParameters<DateConstructor> | []) {
        super(...((given.length > 0 ? given : [now() + milliseconds]) as [number]))
      }
    } as DateConstructor
  }, shift)
}

/** The headline says when the next release is; so does the coverage, once it has come and ratings wait. */
const figuresAreThere = (page: Page) => expect(page.getByText('lần tới').first()).toBeVisible()

/** No date of the phone's, in any way of writing it. */
async function expectNoDateOf(page: Page, year: string) {
  expect(await page.getByRole('main').textContent()).not.toMatch(
    new RegExp(`\\b\\d{1,2}[/ ]\\S{1,4}[/ ]${year}\\b|/${year}\\b`),
  )
}

for (const day of ['2029-06-15', '2001-02-03']) {
  const year = day.slice(0, 4)
  test.describe('with a signal', () => {
    // The server refuses the id of such a clock once, and takes the rating under another.
    test.use({ expectedErrors: /422 .*rpc\/submit_rating/ })

    test(`a phone whose clock says ${day} rates, and is never shown that date`, async ({ page }) => {
      await setClock(page, day)
      await page.goto(paths.rate(counters.open))
      await face(page, 'Hài lòng').click()
      await takenOver(page)
      await expectNoDateOf(page, year)
      await page.goto(paths.receipt())
      await expect(page.getByRole('heading', { name: 'Trên máy này' })).toBeVisible()
      await expectNoDateOf(page, year)
      await page
        .getByRole('main')
        .getByRole('link')
        .filter({ hasText: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/ })
        .first()
        .click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoDateOf(page, year)
      await page.goto(paths.results())
      await figuresAreThere(page)
      await expectNoDateOf(page, year)
    })
  })

  test.describe('without a signal', () => {
    test.use({ expectedErrors: noSignal })

    test(`the copies of a phone whose clock says ${day} have no date of it`, async ({ page, context }) => {
      await setClock(page, day)
      await page.goto(paths.results())
      await figuresAreThere(page)
      await keptForLater(page)
      await context.setOffline(true)
      await page.reload()
      await expect(page.getByText(/Đang xem bản lưu/)).toBeVisible()
      await expectNoDateOf(page, year)
    })
  })
}
