import { expect, type Page, type Request } from '@playwright/test'
import { paths } from '../../src/paths'
import { test as base } from '../rating'

/** The kiosk at the reception desk of xã Chợ Mới, in the reference data. */
export const KIOSK = 'M6X5R9'
export const PIN = '4711'

/** A tablet on a stand. */
export const test = base.extend({ viewport: { width: 1280, height: 800 } })

export const invitation = (page: Page) => page.getByRole('button', { name: 'Chạm màn hình để đánh giá' })
export const face = (page: Page, word: string) => page.getByRole('button', { name: word, exact: true })
export const faces = (page: Page) => page.getByRole('group').getByRole('button')
export const thanks = (page: Page) => page.getByRole('heading', { name: 'Cảm ơn Ông/Bà' })
export const question = (page: Page) => page.getByRole('heading', { name: 'Ông/Bà có hài lòng với việc giải quyết' })
export const next = (page: Page) => page.getByRole('button', { name: 'Người tiếp theo' })
export const lock = (page: Page) => page.getByRole('button', { name: 'Thoát kiosk' })

/** What an officer does once. */
export async function setUp(page: Page, code = KIOSK) {
  await page.goto(paths.kiosk(code))
  await page.getByLabel('Mã PIN, 4 đến 8 chữ số').fill(PIN)
  await page.getByLabel('Nhập lại mã PIN').fill(PIN)
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await expect(invitation(page)).toBeVisible()
}

/**
 * From here on time passes only when the test says so. It stands later than a busy machine needs to say it; what the
 * page has asked must have been answered, or the jump ends the request.
 */
export const stopTime = async (page: Page) => page.clock.pauseAt(await page.evaluate(() => Date.now() + 30_000))

/** A key by itself, as a person presses it, where the clock stands still. */
export async function pressOnce(page: Page, key: string) {
  await page.keyboard.press(key)
  await page.clock.runFor(500)
}

/** One person, who goes without waiting for the end of the thanks. */
export async function rate(page: Page, word = 'Hài lòng') {
  await face(page, word).tap()
  await expect(thanks(page)).toBeVisible()
  await expect(question(page)).toBeVisible({ timeout: 15_000 })
}

/** Every rating that leaves the device from now on. */
export function submissionsOf(page: Page) {
  const sent: Request[] = []
  page.on('request', request => {
    if (request.url().endsWith('/submit_rating')) sent.push(request)
  })
  return sent
}

/** Everything a browser lets a page keep, and everything that can be seen of it. */
export const tracesOf = (page: Page) =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const databases: Record<string, unknown> = {}
    for (const { name = '' } of await indexedDB.databases()) {
      if (/^workbox/.test(name)) continue // When which of the app's own files was used last.
      const db = await answer(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        databases[`${name} ${store}`] = await answer(db.transaction(store).objectStore(store).getAll())
      }
      db.close()
    }
    const shelves: Record<string, string[]> = {}
    for (const name of await caches.keys()) {
      shelves[name] = (await (await caches.open(name)).keys()).map(({ url }) => url).sort()
    }
    const { 'kiosk-tap': lastTap, ...local } = { ...localStorage }
    return {
      databases,
      shelves,
      local,
      isLastTapAnInstant: /^\d+$/.test(lastTap ?? ''),
      session: { ...sessionStorage },
      cookies: document.cookie,
      history: [history.length, JSON.stringify(history.state), location.href],
      language: document.documentElement.lang,
      text: document.body.textContent,
      pressed: document.querySelectorAll('[aria-pressed="true"], :checked').length,
      fields: [...document.querySelectorAll('input, textarea, select')].length,
      focused: document.activeElement?.tagName,
      selected: String(getSelection()),
    }
  })
