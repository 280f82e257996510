import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import {
  face,
  faces,
  invitation,
  KIOSK,
  lock,
  PIN,
  question,
  setUp,
  stopTime,
  submissionsOf,
  test,
  thanks,
} from './kiosk'
import { noSignal, RETIRED, stored, UNKNOWN } from './rating'

const pad = (page: Page) => page.getByRole('dialog', { name: 'Nhập mã PIN để thoát' })
const setUpPage = (page: Page) => page.getByRole('heading', { name: 'Đã thoát chế độ kiosk' })
const state = (page: Page) => page.getByRole('list', { name: 'Tình trạng gửi' })

/** On the pad's own buttons. */
async function enter(page: Page, pin: string) {
  for (const digit of pin) await pad(page).getByRole('button', { name: digit, exact: true }).tap()
  await pad(page).getByRole('button', { name: 'Mở', exact: true }).tap()
}

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

  await lock(page).tap()
  await enter(page, '0000')
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
  await page.keyboard.press('Escape')
  await expect(pad(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(lock(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pad(page)).toBeVisible()
  await page.keyboard.type(PIN)
  await pad(page).getByRole('button', { name: 'Mở', exact: true }).press('Enter')
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

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in a ${colorScheme} room`, () => {
    test.use({ colorScheme })

    test('nothing keeps anybody out, in any language', async ({ page }) => {
      test.slow()
      const check = async () => {
        // What is still appearing has not reached its colours.
        await page.evaluate(() =>
          Promise.all(
            document
              .getAnimations()
              .filter(animation => Number(animation.effect?.getComputedTiming().endTime) < 1_000)
              .map(animation => animation.finished.catch(() => {})),
          ),
        )
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
      }
      await page.clock.install()
      await page.goto(paths.kiosk(KIOSK))
      await expect(page.getByText('Máy đánh giá ở bàn hướng dẫn')).toBeVisible()
      await check()
      await setUp(page)
      await check()
      await invitation(page).tap()
      for (const language of ['Tiếng Việt', 'English', 'ខ្មែរ']) {
        await page.getByRole('button', { name: language }).tap()
        await expect(page.getByRole('button', { name: language })).toHaveAttribute('aria-current', 'true')
        await page.getByRole('button', { pressed: false }).last().focus()
        await check()
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeVisible()
        await check()
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
        await faces(page).last().tap()
        await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
        await page.clock.fastForward(4_000)
        await check()
        await page.clock.fastForward(2_000)
        await expect(question(page)).toBeVisible()
      }
    })
  })
}
