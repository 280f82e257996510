// Phones that are older than the scripts, and scripts that do not come as they were sent: a tap is one stored rating.
import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { learnedSince, without } from './old-phones'
import { COUNTER, face, holdBack, test } from './rating'

/** Every rating that the server has taken: from scripts, where the same id may be sent again, and from the form. */
function storedBy(page: Page) {
  const taken = new Set<string>()
  page.on('response', response => {
    const { location = '' } = response.headers()
    if (response.url().includes('/submit_rating_form') && location.includes('rated.html#')) taken.add(location)
    if (response.url().endsWith('/submit_rating') && response.ok()) taken.add(response.request().postDataJSON().id)
  })
  return () => taken.size
}

const send = (page: Page) => page.getByRole('button', { name: 'Gửi đánh giá' })

/** Waits until the rating is there, and opens the page again: what an outbox still holds would be sent a second time. */
async function expectOne(page: Page, stored: () => number) {
  await expect.poll(stored, { timeout: 20_000 }).toBe(1)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  // The form may still be leading to its own page.
  await expect(() => page.goto(paths.rate(COUNTER))).toPass()
  await page.waitForLoadState('networkidle')
  expect(stored()).toBe(1)
}

test.describe('a phone that does not know what browsers learned', () => {
  // What a browser does not know ends a script with an error.
  test.use({ expectedErrors: /./ })

  for (const [when, names] of [
    ['from 2022 on', learnedSince(2022)],
    ['from 2021 on', learnedSince(2021)],
    ['from 2020 on', learnedSince(2020)],
    ['from 2019 on', learnedSince(2019)],
    ['in any of these years', learnedSince(2018)],
    ['of lists alone', ['Array.prototype.at']],
    ['of objects alone', ['globalThis', 'Object.fromEntries', 'Array.prototype.flat']],
    ['of secrets', ['crypto']],
    ['of storage', ['indexedDB', 'localStorage', 'caches']],
  ] as const)
    test(`${when}: the tap is stored once`, async ({ page }) => {
      await without(page, [...names])
      const stored = storedBy(page)
      await page.goto(paths.rate(COUNTER))
      await face(page, /^Hài lòng/).tap()
      await expect.poll(async () => stored() > 0 || (await send(page).isVisible())).toBe(true)
      if (await send(page).isVisible()) await send(page).tap()
      await expectOne(page, stored)
    })

  test('a tap is enough where the form has to send it', async ({ page }) => {
    await without(page, learnedSince(2018))
    const stored = storedBy(page)
    await page.goto(paths.rate(COUNTER))
    await face(page, /^Hài lòng/).tap()
    await expect(page.getByRole('heading', { name: 'Đã ghi nhận. Cảm ơn Ông/Bà.' })).toBeVisible()
    await expectOne(page, stored)
  })
})

const tap = /assets\/first-tap.*\.js$/
const next = /assets\/(vendor|mount|parts).*\.js$/
const html = { contentType: 'text/html', body: '<!doctype html><title>Wi-Fi</title><p>Đăng nhập</p>' }
const scripts = Object.entries({ 'first script': tap, 'next scripts': next })

/** Taps at once, while the scripts are on their way, and presses the button if there is one. */
async function tapAndCount(page: Page) {
  const stored = storedBy(page)
  await page.goto(paths.rate(COUNTER), { waitUntil: 'commit' })
  await face(page, /^Hài lòng/).tap()
  await expect.poll(async () => stored() > 0 || (await send(page).isVisible())).toBe(true)
  if (await send(page).isVisible())
    await send(page)
      .tap({ timeout: 2_000 })
      .catch(() => {})
  await expectOne(page, stored)
}

test.describe('a script that does not come as it was sent', () => {
  test.use({ expectedErrors: /./ })

  for (const share of [0, 0.01, 0.3, 0.7, 0.97, 0.999])
    for (const [which, files] of scripts)
      test(`the ${which}, cut short after ${share * 100} %`, async ({ page }) => {
        await page.route(files, async route => {
          const answer = await route.fetch()
          const body = await answer.text()
          await route.fulfill({ response: answer, body: body.slice(0, Math.floor(body.length * share)) })
        })
        await tapAndCount(page)
      })

  for (const [which, files] of scripts) {
    test(`a page in place of the ${which}`, async ({ page }) => {
      await page.route(files, route => route.fulfill(html))
      await tapAndCount(page)
    })
    test(`a page that calls itself a script in place of the ${which}`, async ({ page }) => {
      await page.route(files, route => route.fulfill({ ...html, contentType: 'text/javascript' }))
      await tapAndCount(page)
    })
    test(`no ${which} after a deploy`, async ({ page }) => {
      await page.route(files, route => route.fulfill({ status: 404, body: '' }))
      await tapAndCount(page)
    })
    test(`the ${which} that never come`, async ({ page }) => {
      await page.route(files, () => {})
      await tapAndCount(page)
    })
  }

  test('a first script that fails as it starts', async ({ page }) => {
    await page.route(tap, async route => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: `throw new Error('broken');${await answer.text()}` })
    })
    await tapAndCount(page)
  })

  test('a first script that comes late, when the form is on its way: not twice', async ({ page }) => {
    const release = await holdBack(page, tap)
    // A network on which the answer to the form takes for ever: the page stays.
    await page.addInitScript(() => {
      HTMLFormElement.prototype.submit = () => console.info('The form is on its way')
    })
    const sent: string[] = []
    page.on('console', message => message.type() === 'info' && sent.push(message.text()))
    const stored = storedBy(page)
    await page.goto(paths.rate(COUNTER), { waitUntil: 'commit' })
    await face(page, /^Hài lòng/).tap()
    await expect.poll(() => sent, { timeout: 20_000 }).toEqual(['The form is on its way'])
    release()
    await expect(page.locator('html[data-tap]')).toBeAttached()
    await page.waitForLoadState('networkidle')
    await send(page).tap()
    await face(page, /^Bình thường/).tap()
    await page.waitForLoadState('networkidle')
    expect([sent.length, stored()]).toEqual([1, 0])
  })
})
