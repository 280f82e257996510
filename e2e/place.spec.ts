import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { api, call, counters, rating } from './api'
import { localDay } from './days'
import { face, invitation, PIN, submissionsOf, test, thanks } from './kiosk/kiosk'
import { newCounter, newOffice, workAs } from './offices'
import { onOwnServer } from './own-server'
import { face as faceOnPhone, question, stored } from './rating'
import { scanned } from './scanning'
import { newAddress, signIn } from './staff'

test.describe.configure({ timeout: 120_000 })

/** What the head of an office reads off the counter's page. */
async function pairingCode(head: Page, office: string, counter: string, button: string, url = '') {
  await head.goto(url + paths.staffOffice.counter(office, counter))
  await head.getByRole('button', { name: button }).click()
  const code = head.getByRole('status').locator('code')
  await expect(code).toHaveText(/^[0-9A-Z]{4}[ -][0-9A-Z]{4}$/)
  return (await code.textContent()) ?? ''
}

/** Another device than the one that the head sits at. */
const anotherDevice = async (browser: Browser, viewport = { width: 1280, height: 800 }, baseURL = api.url) =>
  (await browser.newContext({ viewport, hasTouch: true, baseURL })).newPage()

async function newKiosk(office: string): Promise<string> {
  const counter = { office_code: office, name: 'Máy ở sảnh', number: null, channel: 'counter', kind: 'kiosk' }
  return (await call('save_counter', { counter }, api.secretKey)).body.code
}

/** Taps a face at a kiosk that is running; answers with what was sent. */
async function rateAt(kiosk: Page) {
  const sent = submissionsOf(kiosk)
  await invitation(kiosk).tap()
  const answer = stored(kiosk)
  // Two taps within four seconds are one person's.
  await expect(async () => {
    await face(kiosk, 'Hài lòng').tap({ timeout: 1_000 })
    await expect(thanks(kiosk)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await answer
  return sent[0]?.postDataJSON()
}

test('a kiosk is paired, signs what it sends, and no more once the office has revoked it', async ({
  page,
  browser,
}) => {
  const office = await newOffice()
  const counter = await newKiosk(office.code)
  await workAs(page, 'head', office.code)
  const code = await pairingCode(page, office.code, counter, 'Ghép một kiosk')

  const kiosk = await anotherDevice(browser)
  await kiosk.goto(paths.kiosk(counter))
  await expect(kiosk.getByText('Máy này chưa ghép với quầy.')).toBeVisible()
  await kiosk.getByLabel('Mã ghép').fill('0000-0000')
  await kiosk.getByRole('button', { name: 'Ghép', exact: true }).tap()
  await expect(kiosk.getByRole('alert')).toContainText('Mã ghép chưa đúng')
  await kiosk.getByLabel('Mã ghép').fill(code.toLowerCase())
  await kiosk.getByRole('button', { name: 'Ghép', exact: true }).tap()
  await expect(kiosk.getByText('Máy này đã ghép với quầy.')).toBeVisible()
  await kiosk.getByLabel('Mã PIN, 4 đến 8 chữ số').fill(PIN)
  await kiosk.getByLabel('Nhập lại mã PIN').fill(PIN)
  const sign = kiosk.waitForResponse(/device_here/)
  await kiosk.getByRole('button', { name: 'Bắt đầu' }).tap()
  expect(await (await sign).json()).toMatchObject({ paired: true })
  expect((await rateAt(kiosk)).place).toMatch(/^[0-9a-f-]{36}\.[0-9a-f]{64}$/)
  // No script reads the key again.
  expect(
    await kiosk.evaluate(
      () =>
        new Promise(resolve => {
          const opening = indexedDB.open('hai-long-device')
          opening.onsuccess = () => {
            const rows = opening.result.transaction('devices').objectStore('devices').getAll()
            rows.onsuccess = () => resolve(rows.result.map(({ key }) => key.extractable))
          }
        }),
    ),
  ).toEqual([false])

  await page.reload()
  await page.getByRole('button', { name: 'Ngừng dùng máy này' }).click()
  await page.getByRole('button', { name: 'Ngừng dùng', exact: true }).click()
  await expect(page.getByRole('row', { name: /Ngừng từ/ })).toBeVisible()
  const told = kiosk.waitForResponse(/device_here/)
  await kiosk.reload()
  expect(await (await told).json()).toMatchObject({ paired: false })
  expect(await rateAt(kiosk)).not.toHaveProperty('place')
  await kiosk.close()
})

/** Names of places that are not in one line. */
const brokenNames = (page: Page) =>
  page.getByText(/xã\sCù\sLao\sGiêng/).evaluateAll(all =>
    all.flatMap(element => {
      const words = element.textContent ?? ''
      const at = words.search(/xã\sCù\sLao\sGiêng/)
      const range = document.createRange()
      range.setStart(element.firstChild as Node, at)
      range.setEnd(element.firstChild as Node, at + 'xã Cù Lao Giêng'.length)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1 ? [words] : []
    }),
  )

test('a display shows a code that changes, and a phone that scans it brings it along', async ({ page, browser }) => {
  const office = await newOffice('Trung tâm Phục vụ hành chính công xã Cù Lao Giêng')
  const counter = await newCounter(office.code, 'Quầy 1')
  await workAs(page, 'head', office.code)
  const code = await pairingCode(page, office.code, counter, 'Ghép một màn hình')

  const display = await anotherDevice(browser)
  await display.clock.install()
  await display.goto(paths.display(counter))
  await display.getByLabel('Mã ghép').fill(code)
  await display.getByRole('button', { name: 'Ghép', exact: true }).tap()
  await expect(display.getByText('Mã đổi 3 phút một lần.')).toBeVisible()
  const read = async () => (await scanned(display, await display.screenshot())).jsqr ?? ''
  const first = await read()
  expect(first).toMatch(new RegExp(`/r/${counter}\\?p=[0-9A-Z]{10}$`))
  await display.clock.runFor(181_000)
  await expect.poll(read).not.toBe(first)
  // Nobody scrolls it.
  for (const [width, height] of [
    [768, 1024],
    [800, 1280],
    [1024, 600],
    [1280, 800],
    [1920, 1080],
    [1080, 1920],
  ] as const) {
    await display.setViewportSize({ width, height })
    const below = () => display.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
    await expect.poll(below, `${width} by ${height}`).toBe(0)
    expect(await brokenNames(display), `${width} by ${height}`).toEqual([])
  }

  const phone = await anotherDevice(browser, { width: 360, height: 640 })
  await phone.goto(new URL(first).pathname + new URL(first).search)
  await expect(question(phone)).toBeVisible()
  const answer = stored(phone)
  await faceOnPhone(phone, 'Hài lòng').tap()
  const sent = (await answer).request().postDataJSON()
  expect(sent).toMatchObject({ counter, place: new URL(first).search })
  await phone.close()
  await display.close()
})

/** A release moves every rating that waits, so this way has a server of its own. */
test('what is rated by a display’s code is published as given on the spot', async ({ page, browser }) => {
  test.slow()
  await onOwnServer(page, async ({ url, call: ask }) => {
    const [office, counter] = ['xa-hoi-an', counters.open]
    await ask('enter_illustrative_ratings', { days: [] })
    const email = newAddress('man-hinh')
    await ask('invite_member', { email, office, role: 'head' })
    await signIn(page, email, url)
    const code = await pairingCode(page, office, counter, 'Ghép một màn hình', url)
    const display = await anotherDevice(browser, undefined, url)
    await display.clock.install()
    await display.goto(paths.display(counter))
    await display.getByLabel('Mã ghép').fill(code)
    await display.getByRole('button', { name: 'Ghép', exact: true }).tap()
    await expect(display.getByText('Mã đổi 3 phút một lần.')).toBeVisible()
    const read = async () => new URL((await scanned(display, await display.screenshot())).jsqr ?? 'about:blank').search
    const first = await read()
    await display.clock.runFor(181_000)
    await expect.poll(read).not.toBe(first)
    const second = await read()
    await display.close()

    const phone = await anotherDevice(browser, { width: 360, height: 640 }, url)
    await phone.goto(paths.rate(counter) + first)
    const answer = stored(phone)
    await faceOnPhone(phone, 'Hài lòng').tap()
    await answer
    await phone.close()
    // A code lets in five, and two are good at once.
    for (const place of [...Array(4).fill(first), ...Array(5).fill(second)])
      await ask('submit_rating', { ...rating({ counter, score: 4, place }), procedure: null }, api.publishableKey)
    // A sixth proves nothing, and is taken all the same.
    await ask('submit_rating', { ...rating({ counter, score: 1, place: first }), procedure: null }, api.publishableKey)

    await ask('release_ratings', { as_of: localDay(1) })
    await page.goto(url + paths.officeResults(office))
    const row = page.getByRole('table', { name: 'Mức xác thực' }).getByRole('row', { name: /Tại chỗ/ })
    await expect(row.getByRole('cell').last()).toContainText('10', { timeout: 30_000 })
    await expect(page.getByText('Nơi này mới chỉ có lượt không có mã.').first()).toBeVisible()
    await expect(page.getByText('Để có số liệu xác thực, cơ quan in mã trên phiếu').first()).toBeVisible()
    await expect(page.getByText('Không kết luận: chưa đủ lượt có mã').first()).toBeVisible()
    await page.goto('about:blank')
  })
})
