import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { call, counters, idMade, newReceipt } from './api'
import {
  COUNTER,
  face,
  noSignal,
  procedureQuestion,
  question,
  stateOf,
  stored,
  takenOver,
  test,
  thanks,
} from './rating'

const submissions = '**/rest/v1/rpc/submit_rating'

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('a counter that was opened once opens again, and the tap is sent on return', async ({ page, context }) => {
    await page.goto(paths.rate(COUNTER))
    await expect(question(page)).toBeVisible()
    await page.evaluate(() => navigator.serviceWorker.ready)

    await context.setOffline(true)
    await page.reload()
    await face(page, 'Rất hài lòng').tap()
    await expect(page.getByText('Đã lưu trên máy, sẽ gửi khi có mạng.')).toBeVisible()
    await expect(page.getByText('1 đánh giá đang chờ mạng.')).toBeVisible()
    await page.getByRole('button', { name: 'Xong' }).tap()
    await expect(page.getByText('Chờ mạng để gửi')).toBeVisible()

    // Even a page that was closed and opened again still has it.
    await page.reload()
    await expect(page.getByText('Chờ mạng để gửi')).toBeVisible()

    const answer = stored(page)
    await context.setOffline(false)
    const submission = (await answer).request()
    await expect(page.getByText('Đã nhận')).toBeVisible()
    await expect(page.getByText('đang chờ mạng')).toBeHidden()
    expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 5 })
  })

  test('a rating whose answer was lost is stored exactly once', async ({ page }) => {
    const attempts: { id: string; receipt: string }[] = []
    await page.clock.install()
    await page.route(submissions, async route => {
      attempts.push(route.request().postDataJSON())
      const response = await route.fetch()
      if (attempts.length > 1) return route.fulfill({ response })
      await route.abort()
    })
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    // From here on no pause ends by itself: whatever the machine has to do meanwhile, only the person sends again.
    await page.clock.pauseAt(Date.now() + 60_000)
    await face(page, 'Bình thường').tap()
    await expect(page.getByText('1 đánh giá đang chờ mạng.')).toBeVisible()

    const answer = stored(page)
    await page.getByRole('button', { name: 'Thử gửi ngay' }).tap()
    const submission = (await answer).request()
    await expect(page.getByText('đang chờ mạng')).toBeHidden()
    expect(attempts).toHaveLength(2)
    expect(attempts[0]).toEqual(attempts[1])
    expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 3 })
  })
})

test.describe('without an answer about its counter', () => {
  test.use({ expectedErrors: noSignal })

  test('a counter whose name has not come can be rated all the same', async ({ page, context }) => {
    await page.route('**/rpc/counter_page*', route => route.abort())
    await page.goto(paths.rate(COUNTER))
    await expect(question(page)).toBeVisible()
    await expect(page.getByText(`Quầy ${COUNTER}`)).toBeVisible()
    const answer = stored(page)
    await face(page, 'Hài lòng').tap()
    const submission = (await answer).request()
    await expect(procedureQuestion(page)).toBeVisible()
    expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 4 })

    await page.unroute('**/rpc/counter_page*')
    await context.setOffline(true)
    await context.setOffline(false)
    await expect(page.getByRole('banner').getByText('Quầy 1: Hộ tịch')).toBeVisible()
  })
})

test.describe('a tap that waits', () => {
  test.use({ expectedErrors: noSignal })

  test('is kept first and received later, at the head of the page and at its foot', async ({ page, context }) => {
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    await context.setOffline(true)
    await face(page, 'Hài lòng').tap()
    await expect(page.getByText('Đã lưu trên máy', { exact: true })).toHaveCount(2)
    await context.setOffline(false)
    await expect(page.getByText('Đã ghi nhận', { exact: true })).toHaveCount(2)
  })
})

test.describe('a refused rating', () => {
  test.use({ expectedErrors: /410/ })

  test('is told in a sentence, and another can be given', async ({ page }) => {
    await page.route(submissions, route =>
      route.fulfill({ status: 410, json: { code: 'PT410', message: 'counter_retired' } }),
    )
    await page.goto(paths.rate(COUNTER))
    await face(page, 'Hài lòng').tap()
    await expect(page.getByRole('heading', { name: 'Đánh giá này chưa được nhận' })).toBeVisible()
    await expect(page.getByText('Mã này đã ngừng dùng. Quét mã mới ở quầy.')).toBeVisible()

    await page.unroute(submissions)
    await page.getByRole('button', { name: 'Đánh giá lại' }).tap()
    const answer = stored(page)
    await face(page, 'Hài lòng').tap()
    await answer
  })
})

test('a busy server is left alone, and the rating is kept', async ({ page, context }) => {
  const errors: string[] = []
  const refusing = await context.newPage()
  refusing.on('pageerror', error => errors.push(String(error)))
  await refusing.route(submissions, route => route.fulfill({ status: 503, body: '<h1>Service unavailable</h1>' }))
  await refusing.goto(paths.rate(COUNTER))
  await face(refusing, 'Hài lòng').tap()
  await expect(refusing.getByText('Đã lưu trên máy, sẽ gửi khi máy chủ trả lời.')).toBeVisible()
  await refusing.close()

  // Any other page of the app sends it, once the server answers.
  const answer = stored(page)
  await page.goto(paths.rate(COUNTER))
  await answer
  await expect(procedureQuestion(page)).toBeVisible()
  expect(errors).toEqual([])
})

test('a page that is closed right after the tap has stored it', async ({ page, context }) => {
  const closing = await context.newPage()
  await closing.goto(paths.rate(COUNTER))
  await face(closing, 'Hài lòng').tap()
  await closing.close()

  await page.goto(paths.rate(COUNTER))
  await expect(page.getByText('Ông/Bà chọn: Hài lòng')).toBeVisible()
  await page.getByRole('button', { name: 'Xong' }).tap()
  await expect(thanks(page)).toBeVisible()
  await expect(page.getByText('Đã nhận')).toBeVisible()
})

test.describe('a server that asks to be left alone', () => {
  test.use({ expectedErrors: /429/ })

  test('for a minute is not asked again for a minute', async ({ page }) => {
    await page.clock.install()
    const asked: string[] = []
    await page.route(submissions, route => {
      asked.push(route.request().postDataJSON().id)
      if (asked.length > 1) return route.continue()
      return route.fulfill({ status: 429, headers: { 'retry-after': '60' }, json: { message: 'too many' } })
    })
    await page.goto(paths.rate(COUNTER))
    await face(page, 'Hài lòng').tap()
    await expect(page.getByText('1 đánh giá đang chờ')).toBeVisible()
    await page.clock.fastForward(45_000)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    expect(asked).toHaveLength(1)
    const answer = stored(page)
    await page.clock.fastForward(60_000)
    await answer
    expect(new Set(asked).size).toBe(1)
  })
})

test('what an older version of the app has left on the device is sent by this one', async ({ page }) => {
  const receipt = newReceipt()
  // As version 1 of the outbox writes it, word for word: whoever changes the store must still read this.
  const args = { id: idMade(-86_400_000), counter: counters.open, score: 2, receipt, language: 'vi' }
  const row = { version: 1, receipt, call: { fn: 'submit_rating', args } }
  await page.goto('/rated.html')
  await page.evaluate(
    stored =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('hai-long', 1)
        opening.onerror = () => reject(opening.error)
        opening.onupgradeneeded = () => {
          const db = opening.result
          db.createObjectStore('calls', { keyPath: 'seq', autoIncrement: true })
          db.createObjectStore('visits', { keyPath: 'receipt' })
          db.createObjectStore('outcomes', { keyPath: 'receipt' })
          db.createObjectStore('tallies', { keyPath: 'reason' })
          db.createObjectStore('leases')
        }
        opening.onsuccess = () => {
          const change = opening.result.transaction('calls', 'readwrite')
          change.objectStore('calls').add(stored)
          change.oncomplete = () => resolve(opening.result.close())
        }
      }),
    row,
  )
  const answer = stored(page)
  await page.goto(paths.home())
  expect((await answer).request().postDataJSON()).toEqual(args)
  expect((await call('receipt_state', { receipt })).body).toMatchObject({ state: 'waiting', score: 2 })
})
