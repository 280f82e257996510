import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { call, counters, idMade, newReceipt } from './api'
import { COUNTER, face, noSignal, procedureQuestion, stateOf, stored, takenOver, test, thanks } from './rating'

const submissions = '**/rest/v1/rpc/submit_rating'

async function rateAndFinish(page: Page) {
  await page.goto(paths.rate(COUNTER))
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  const submission = (await answer).request()
  await expect(procedureQuestion(page)).toBeVisible()
  await page.getByRole('button', { name: 'Xong' }).tap()
  await expect(thanks(page)).toBeVisible()
  expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 4 })
}

test.describe('a browser whose storage', () => {
  for (const [how, breakStorage] of [
    ['is refused', `() => { throw new DOMException('', 'SecurityError') }`],
    ['never opens', '() => ({})'],
  ] as const) {
    test(`${how} sends and shows all the same`, async ({ page }) => {
      await page.addInitScript(`IDBFactory.prototype.open = ${breakStorage}`)
      await rateAndFinish(page)
    })
  }

  test('stops answering in the middle goes on', async ({ page }) => {
    await page.goto(paths.rate(COUNTER))
    const answer = stored(page)
    await face(page, 'Hài lòng').tap()
    await answer
    await expect(procedureQuestion(page)).toBeVisible()
    await page.evaluate(() => {
      IDBDatabase.prototype.transaction = () =>
        ({ objectStore: () => ({ getAll: () => ({}), get: () => ({}), put: () => ({}), delete: () => ({}) }) }) as never
    })
    await page.getByRole('button', { name: 'Xong' }).tap()
    await expect(thanks(page)).toBeVisible()
  })
})

test.describe('a disk that', () => {
  test('fills up in the middle goes on, and what follows is sent', async ({ page }) => {
    await page.goto(paths.rate(COUNTER))
    const answer = stored(page)
    await face(page, 'Hài lòng').tap()
    const submission = (await answer).request()
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'QuotaExceededError')
      }
    })
    await page.getByRole('button', { name: 'Tiếp' }).tap()
    await page.getByRole('checkbox').first().tap()
    await expect.poll(async () => (await stateOf(page, submission)).details).not.toBeNull()
    await page.getByRole('button', { name: 'Xong' }).tap()
    await expect(thanks(page)).toBeVisible()
    await expect(page.getByText('Trình duyệt này không giữ mã khi đóng trang.')).toBeVisible()
  })
})

test.describe('a browser without storage or a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('says that the page must stay open', async ({ page, context }) => {
    await page.addInitScript('IDBFactory.prototype.open = () => { throw new Error("no") }')
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    await context.setOffline(true)
    await face(page, 'Hài lòng').tap()
    await expect(page.getByText('Giữ trang này mở đến khi có mạng.')).toBeVisible()
    const answer = stored(page)
    await context.setOffline(false)
    await answer
    await expect(page.getByText('Giữ trang này mở đến khi có mạng.')).toBeHidden()
  })
})

test.describe('a store that', () => {
  test('a newer version has written keeps what that version will send, and takes what this one writes', async ({
    page,
  }) => {
    const receipt = newReceipt()
    const args = { id: idMade(-86_400_000), counter: counters.open, score: 2, receipt, language: 'vi' }
    await page.goto('/rated.html')
    await page.evaluate(
      row =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('hai-long', 9)
          opening.onerror = () => reject(opening.error)
          opening.onupgradeneeded = () => {
            const db = opening.result
            db.createObjectStore('calls', { keyPath: 'seq', autoIncrement: true })
            db.createObjectStore('visits', { keyPath: 'receipt' })
            db.createObjectStore('photos', { keyPath: 'receipt' })
          }
          opening.onsuccess = () => {
            const change = opening.result.transaction('calls', 'readwrite')
            change.objectStore('calls').add(row)
            change.oncomplete = () => resolve(opening.result.close())
          }
        }),
      { version: 2, receipt, call: { fn: 'submit_rating_2', args } },
    )
    await rateAndFinish(page)
    expect((await call('receipt_state', { receipt })).status).toBe(404)
    const kept = await page.evaluate(
      () =>
        new Promise<object[]>(resolve => {
          const opening = indexedDB.open('hai-long')
          opening.onsuccess = () => {
            const read = opening.result.transaction('calls').objectStore('calls').getAll()
            read.onsuccess = () => resolve(read.result)
          }
        }),
    )
    expect(kept).toMatchObject([{ version: 2, receipt }])
  })
})

test('a page that the browser has frozen while it was sending keeps no other from it', async ({ page, context }) => {
  const frozen = await context.newPage()
  await frozen.goto('/rated.html')
  await frozen.evaluate(() => void navigator.locks.request('outbox', () => new Promise(() => {})))
  await page.clock.install()
  await page.goto(paths.rate(COUNTER))
  await takenOver(page)
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await expect(procedureQuestion(page)).toBeVisible()
  let isSent = false
  void answer.then(() => {
    isSent = true
  })
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000)
      return isSent
    })
    .toBe(true)
})

test.describe('a key', () => {
  test.use({ expectedErrors: /401/ })

  test('that was changed while the page was kept is read anew, and the rating is sent', async ({ page }) => {
    const keys: (string | undefined)[] = []
    await page.route('**/api.json', route => route.fulfill({ json: { key: 'key-of-today' } }))
    await page.route(submissions, async route => {
      const { apikey, ...headers } = route.request().headers()
      keys.push(apikey)
      if (apikey !== 'key-of-today') {
        return route.fulfill({ status: 401, json: { code: 'PGRST301', message: 'JWSError JWSInvalidSignature' } })
      }
      await route.continue({ headers: { ...headers, apikey: keys[0] ?? '' } })
    })
    await page.goto(paths.rate(COUNTER))
    const answer = stored(page)
    await face(page, 'Hài lòng').tap()
    await answer
    await expect(procedureQuestion(page)).toBeVisible()
    expect(keys).toHaveLength(2)
  })

  test('is the server’s own, and nothing keeps it', async ({ page, request }) => {
    const answer = await request.get('/api.json')
    expect(answer.headers()['cache-control']).toBe('no-store')
    const asked = page.waitForRequest('**/rpc/counter_page*')
    await page.goto(paths.rate(COUNTER))
    expect(await answer.json()).toEqual({ key: (await asked).headers().apikey })
  })

  test('that nobody knows loses no rating and takes away no question', async ({ page }) => {
    const refused = { status: 401, json: { code: 'PT401', message: 'key_invalid' } }
    await page.route('**/rest/v1/**', route => route.fulfill(refused))
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    await face(page, 'Hài lòng').tap()
    await expect(page.getByText('Đã lưu trên máy, sẽ gửi khi máy chủ trả lời.')).toBeVisible()
    const answer = stored(page)
    await page.unroute('**/rest/v1/**')
    await answer
  })
})
