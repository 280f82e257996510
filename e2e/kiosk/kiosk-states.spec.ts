import { expect, type Page } from '@playwright/test'
import { paths } from '../../src/paths'
import { noSignal, RETIRED, stored, UNKNOWN } from '../rating'
import {
  face,
  faces,
  invitation,
  KIOSK,
  lock,
  PIN,
  pressOnce,
  question,
  setUp,
  stopTime,
  submissionsOf,
  test,
  thanks,
} from './kiosk'

const pad = (page: Page) => page.getByRole('dialog', { name: 'Nhập mã PIN để thoát' })
const setUpPage = (page: Page) => page.getByRole('heading', { name: 'Đã thoát chế độ kiosk' })
const state = (page: Page) => page.getByRole('list', { name: 'Tình trạng gửi' })

const open = (page: Page) => pad(page).getByRole('button', { name: 'Mở', exact: true })

async function enter(page: Page, pin: string) {
  await expect(pad(page)).toBeVisible()
  await page.keyboard.type(pin)
  await open(page).press('Enter')
}

/** On the pad's own buttons, one PIN right after the other. */
const tapAll = (page: Page, pins: string[]) =>
  pad(page).evaluate(
    async (dialog, keys) => {
      const buttons = [...dialog.querySelectorAll('button')]
      for (const key of keys) {
        buttons.find(button => button.textContent === key)?.click()
        // As soon as the page has drawn what it did.
        await null
      }
    },
    pins.flatMap(pin => [...pin, 'Mở']),
  )

test('a PIN is four to eight digits, twice the same', async ({ page }) => {
  await page.goto(paths.kiosk(KIOSK))
  await expect(page.getByText('Máy đánh giá ở bàn hướng dẫn')).toBeVisible()
  const [pin, again] = [page.getByLabel('Mã PIN, 4 đến 8 chữ số'), page.getByLabel('Nhập lại mã PIN')]
  const start = page.getByRole('button', { name: 'Bắt đầu' })
  await pin.fill('12a')
  await start.tap()
  await expect(page.getByRole('alert')).toHaveText('Mã PIN gồm 4 đến 8 chữ số. Nhập lại.')
  await expect(pin).toBeFocused()
  await pin.fill('1234')
  await again.fill('1243')
  await start.tap()
  await expect(page.getByRole('alert')).toContainText('Hai lần nhập khác nhau.')
  await expect(again).toBeFocused()
  await again.fill('1234')
  await start.tap()
  await expect(invitation(page)).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('kiosk'))).not.toContain('1234')
})

test('only the PIN leads out; every wrong one waits longer, and a reload leads back', async ({ page }) => {
  test.slow()
  await page.clock.install()
  await setUp(page)
  await stopTime(page)
  await page.reload()
  await expect(invitation(page)).toBeVisible()

  // A wrong one and at once the right one, before the first has been looked at.
  await lock(page).tap()
  await tapAll(page, ['0000', PIN])
  await expect(pad(page).getByRole('alert')).toHaveText('Mã PIN chưa đúng. Thử lại sau 2 giây.')
  // Right, and too early: not even looked at.
  await enter(page, PIN)
  await expect(pad(page)).toBeVisible()
  await page.clock.runFor(2_000)
  await expect(pad(page).getByRole('alert')).toHaveText('Mã PIN chưa đúng.')
  await pad(page).getByRole('button', { name: 'Quay lại' }).tap()
  await page.reload()
  await lock(page).tap()
  await enter(page, '1111')
  await expect(pad(page).getByRole('alert')).toHaveText('Mã PIN chưa đúng. Thử lại sau 4 giây.')

  await page.clock.runFor(20_000)
  await expect(pad(page)).toBeHidden()
  await pressOnce(page, 'Escape')
  await expect(pad(page)).toBeVisible()
  await pressOnce(page, 'Escape')
  await expect(lock(page)).toBeVisible()
  await pressOnce(page, 'Escape')
  await expect(pad(page)).toBeVisible()
  await enter(page, PIN)
  await expect(setUpPage(page)).toBeVisible()
  await expect(state(page)).toContainText('Máy này chưa gửi đánh giá nào.')

  await page.getByRole('button', { name: 'Đổi mã PIN' }).tap()
  await page.getByLabel('Mã PIN, 4 đến 8 chữ số').fill('22222')
  await page.getByLabel('Nhập lại mã PIN').fill('22222')
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await lock(page).tap()
  await enter(page, '22222')
  await expect(setUpPage(page)).toBeVisible()
  await page.reload()
  await expect(invitation(page)).toBeVisible()
})

test('the second half of a double tap on the idle screen rates nothing, and touches fill the screen', async ({
  page,
}) => {
  await setUp(page)
  const sent = submissionsOf(page)
  await page.evaluate(async () => {
    const tapTheMiddle = () => document.elementFromPoint(640, 450)?.closest('button')?.click()
    tapTheMiddle()
    for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame)
    tapTheMiddle()
  })
  await expect(question(page)).toBeFocused()
  expect(sent).toHaveLength(0)
  await face(page, 'Bình thường').tap()
  await expect(thanks(page)).toBeVisible()
  expect(await page.evaluate(() => document.fullscreenElement?.tagName)).toBe('HTML')
})

test('the screen stays on, and again after a low battery has let it go', async ({ page }) => {
  await page.addInitScript(() => {
    const locks: { kind: string; released: boolean; release: () => Promise<void> }[] = []
    const request = async (kind: string) => {
      const lock = { kind, released: false, release: async () => {} }
      locks.push(lock)
      return lock
    }
    Object.assign(window, { locks })
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
  })
  const kinds = () =>
    page.evaluate(() => (window as unknown as { locks: { kind: string }[] }).locks.map(({ kind }) => kind))
  await setUp(page)
  await expect.poll(kinds).toEqual(['screen'])
  await invitation(page).tap()
  expect(await kinds()).toEqual(['screen'])
  await page.evaluate(() => {
    for (const lock of (window as unknown as { locks: { released: boolean }[] }).locks) lock.released = true
  })
  await face(page, 'Hài lòng').tap()
  await expect.poll(kinds).toEqual(['screen', 'screen'])
})

test('an address with a language starts in Vietnamese all the same, for everybody', async ({ page }) => {
  await setUp(page)
  await page.goto(`${paths.kiosk(KIOSK)}?lng=en`)
  await expect(invitation(page)).toBeVisible()
  await invitation(page).tap()
  await page.goBack({ waitUntil: 'commit' })
  await expect(invitation(page)).toBeVisible()
  await invitation(page).tap()
  await expect(question(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
})

test.describe('what the officer sees of it', () => {
  test.use({ expectedErrors: new RegExp(`${noSignal.source}|410`) })

  test('how many wait, when the last one arrived, and why some were refused', async ({ page }) => {
    await page.clock.install()
    await setUp(page)
    await page.route('**/submit_rating', route => route.abort())
    await invitation(page).tap()
    await face(page, 'Hài lòng').tap()
    await expect(thanks(page)).toBeVisible()
    await lock(page).tap()
    await enter(page, PIN)
    await expect(state(page)).toContainText('Đánh giá đang chờ gửi: 1.')

    await page.unroute('**/submit_rating')
    const answer = stored(page)
    await page.clock.fastForward(10_000)
    await answer
    await expect(state(page)).toContainText('Không có đánh giá nào đang chờ gửi.')
    await expect(state(page)).toContainText(/Lần gửi gần nhất: trong giờ từ \d\d:00, \d\d\/\d\d\/\d{4}\./)

    await page.route('**/submit_rating', route =>
      route.fulfill({ status: 410, json: { code: 'PT410', message: 'counter_retired' } }),
    )
    await page.getByRole('button', { name: 'Quay lại kiosk' }).tap()
    await invitation(page).tap()
    await face(page, 'Bình thường').tap()
    // The same for the citizen.
    await expect(thanks(page)).toBeVisible()
    await lock(page).tap()
    await enter(page, PIN)
    await expect(state(page)).toContainText('Đánh giá không được nhận: 1. Mã này đã ngừng dùng.')
  })
})

test.describe('codes', () => {
  test.use({ expectedErrors: /40[04]/ })

  test('a retired kiosk takes nothing more and tells the new code; an unknown one says so', async ({ page }) => {
    await page.goto(paths.kiosk(RETIRED))
    await expect(page.getByRole('heading', { name: 'Mã kiosk này đã ngừng dùng' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Mở kiosk ở mã 4P4Q59' })).toHaveAttribute(
      'href',
      paths.kiosk('4P4Q59'),
    )
    await expect(faces(page)).toHaveCount(0)
    await page.goto(paths.kiosk(UNKNOWN))
    await expect(page.getByText('Không có quầy nào mang mã này.')).toBeVisible()
    await page.goto(paths.kiosk('abc'))
    await expect(page.getByText('Mã quầy gồm 6 chữ và số')).toBeVisible()
  })
})
