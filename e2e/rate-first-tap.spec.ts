import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { COUNTER, face, holdBack, noSignal, procedureQuestion, stateOf, stored, takenOver, test } from './rating'

const scripts = '**/assets/*.js'
/** What follows the script that keeps a tap. */
const allButTheTap = /assets\/(?!first-tap).*\.js$/
const submissions = '**/rest/v1/rpc/submit_rating'

/** A cheap phone at the edge of 3G: what Lighthouse's mobile profile applies. */
async function throttle(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  const bytesASecond = (1.6 * 1024 * 1024) / 8
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesASecond,
    uploadThroughput: bytesASecond / 2,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Every id that was sent, whichever page sent it, and what the server says of the one it has. */
function sentFrom(...pages: Page[]) {
  const requests: { id: string; receipt: string }[] = []
  for (const page of pages) {
    page.on('request', request => {
      if (request.url().endsWith('/submit_rating')) requests.push(request.postDataJSON())
    })
  }
  return { ids: () => new Set(requests.map(({ id }) => id)) }
}

test('a tap on the bare HTML, while the scripts are held back, is stored once they come', async ({ page }) => {
  await throttle(page)
  const sent = sentFrom(page)
  const release = await holdBack(page, scripts)
  await page.goto(paths.rate(COUNTER), { waitUntil: 'commit' })
  await face(page, 'Hài lòng').tap()
  await expect(face(page, 'Hài lòng')).toBeChecked()
  expect(sent.ids().size).toBe(0)

  const answer = stored(page)
  release()
  const submission = (await answer).request()
  await expect(procedureQuestion(page)).toBeVisible()
  await expect(page.getByText('Ông/Bà chọn: Hài lòng')).toBeVisible()
  await expect(page.getByText('Quầy 1: Hộ tịch').first()).toBeVisible()
  await expect(page.getByRole('banner').getByText('Trung tâm Phục vụ hành chính công xã Chợ Mới')).toHaveText(
    /^Trung tâm Phục vụ hành chính công xã Chợ Mới · Quầy 1: Hộ tịch$/,
  )
  expect(sent.ids().size).toBe(1)
  expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 4 })
})

test('a tap is stored while only its own script has come, and the next question finds it', async ({ page }) => {
  const sent = sentFrom(page)
  const release = await holdBack(page, allButTheTap)
  await page.goto(paths.rate(COUNTER), { waitUntil: 'commit' })
  const answer = stored(page)
  await face(page, 'Bình thường').tap()
  await answer
  await expect(page.getByRole('status')).toContainText('Đã ghi nhận.')
  // The trembling hand taps another face before the page has moved on.
  await face(page, 'Hài lòng').tap()
  release()
  await expect(page.getByText('Ông/Bà chọn: Bình thường')).toBeVisible()
  await expect(procedureQuestion(page)).toBeFocused()
  expect(sent.ids().size).toBe(1)
})

test('whoever has rated here is not asked again by the bare HTML', async ({ page }) => {
  const sent = sentFrom(page)
  await page.goto(paths.rate(COUNTER))
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
  await expect(procedureQuestion(page)).toBeVisible()
  const release = await holdBack(page, allButTheTap)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('html[data-rated]')).toBeAttached()
  await expect(face(page, 'Hài lòng')).toBeHidden()
  release()
  await page.getByRole('button', { name: 'Sửa' }).tap()
  await expect(face(page, 'Hài lòng')).toBeVisible()
  expect(sent.ids().size).toBe(1)
})

test('somebody at a keyboard stays at the face where they were when the page takes over', async ({ page }) => {
  const release = await holdBack(page, allButTheTap)
  const sent = sentFrom(page)
  await page.goto(paths.rate(COUNTER), { waitUntil: 'commit' })
  await face(page, 'Rất không hài lòng').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Gửi đánh giá' })).toBeVisible()
  release()
  await expect(page.locator('html[data-ready]')).toBeAttached()
  await expect(face(page, 'Không hài lòng')).toBeFocused()
  await expect(face(page, 'Không hài lòng')).toBeChecked()
  expect(sent.ids().size).toBe(0)
  const answer = stored(page)
  await page.keyboard.press('Enter')
  await answer
  expect(sent.ids().size).toBe(1)
})

test.describe('scripts that never come', () => {
  test.use({ expectedErrors: /ERR_FAILED/ })

  test('leave a form that sends itself', async ({ page }) => {
    await page.route(scripts, route => route.abort())
    await page.goto(paths.rate(COUNTER))
    await face(page, 'Rất hài lòng').tap()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).tap()
    await expect(page.getByRole('heading', { name: 'Đã ghi nhận. Cảm ơn Ông/Bà.' })).toBeVisible()
  })
})

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false })

  test('the rating counts, and the address of the last page holds its receipt', async ({ page }) => {
    const redirect = page.waitForResponse(response => response.url().includes('/submit_rating_form'))
    await page.goto(paths.rate(COUNTER))
    await expect(page.getByText('Are you satisfied with how your procedure was handled?')).toBeVisible()
    await face(page, /^Hài lòng/).tap()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).tap()
    await expect(page.getByRole('heading', { name: 'Đã ghi nhận. Cảm ơn Ông/Bà.' })).toBeVisible()
    expect((await redirect).status()).toBe(303)
    const receipt = new URL(page.url()).hash.slice(1)
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    const url = new URL('/rest/v1/rpc/receipt_state', page.url()).href
    const headers = { apikey: new URL((await redirect).url()).searchParams.get('apikey') ?? '' }
    const state = await page.request.post(url, { headers, data: { receipt } })
    expect(await state.json()).toMatchObject({ state: 'waiting', score: 4, office: { code: 'xa-cho-moi' } })
  })

  test('its Khmer words come with their letters, and nothing that is out of sight hangs into the page', async ({
    page,
  }) => {
    const font = page.waitForResponse(/noto-sans-khmer-khmer-400-.*woff2/)
    await page.goto(paths.rate(COUNTER))
    expect((await font).ok()).toBe(true)
    const skip = await page.getByRole('link', { name: 'Đến nội dung chính' }).boundingBox()
    expect((skip?.y ?? 0) + (skip?.height ?? 0)).toBeLessThanOrEqual(0)
  })

  test('no face chosen, and a counter that does not exist, are explained with the form at hand', async ({ page }) => {
    await page.goto(paths.rate(COUNTER))
    await page.getByRole('button', { name: 'Gửi đánh giá' }).tap()
    await expect(page.getByText('Câu trả lời là một trong năm mức.')).toBeVisible()
    await page.goto(paths.rate('ZZZZZZ'))
    await face(page, /^Hài lòng/).tap()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).tap()
    await expect(page.getByText('Không có quầy nào mang mã này.')).toBeVisible()

    await page.getByRole('textbox').fill(COUNTER)
    await face(page, /^Hài lòng/).tap()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).tap()
    await expect(page.getByRole('heading', { name: 'Đã ghi nhận. Cảm ơn Ông/Bà.' })).toBeVisible()
  })
})

test.describe('on a bad network', () => {
  test.use({ expectedErrors: noSignal })

  test('the network is cut between the tap and the answer: stored exactly once', async ({ page, context }) => {
    await throttle(page)
    const sent = sentFrom(page)
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    // The request is on its way when the signal goes.
    await page.route(submissions, async route => {
      await context.setOffline(true)
      await route.abort('internetdisconnected')
    })
    await face(page, 'Không hài lòng').tap()
    await expect(page.getByText('1 đánh giá đang chờ mạng.')).toBeVisible()
    await page.unroute(submissions)
    const answer = stored(page)
    await context.setOffline(false)
    const submission = (await answer).request()
    await expect(page.getByText('đang chờ mạng')).toBeHidden()
    expect(sent.ids().size).toBe(1)
    expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 2 })
  })
})

test('the browser is closed right after the tap and opened again: stored exactly once', async ({ baseURL }) => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'))
  const { launchOptions } = test.info().project.use
  const open = async () => {
    const context = await chromium.launchPersistentContext(folder, {
      ...launchOptions,
      ...(baseURL ? { baseURL } : {}),
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      locale: 'vi-VN',
    })
    return { context, page: await context.newPage() }
  }
  try {
    const first = await open()
    const before = sentFrom(first.page)
    // Nothing gets through before the browser is gone.
    await first.page.route(submissions, () => {})
    await first.page.goto(paths.rate(COUNTER), { waitUntil: 'commit' })
    await expect(first.page.locator('html:not(.plain)')).toBeAttached()
    const asked = first.page.waitForRequest(submissions)
    await face(first.page, 'Hài lòng').tap()
    await asked
    await first.context.close()

    const second = await open()
    const after = sentFrom(second.page)
    const answer = stored(second.page)
    await second.page.goto(paths.home())
    const submission = (await answer).request()
    expect(before.ids()).toEqual(after.ids())
    expect(after.ids().size).toBe(1)
    expect(await stateOf(second.page, submission)).toMatchObject({ state: 'waiting', score: 4 })
    await second.context.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
