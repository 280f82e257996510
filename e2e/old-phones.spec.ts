// The main journeys in the oldest kind of browser in which all of them work.
import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { button, comment, goOn, group, heading } from './conversation'
import { KIOSK, face as kioskFace, thanks as kioskThanks, lock, PIN, setUp } from './kiosk/kiosk'
import { belowFloor, without } from './old-phones'
import { COUNTER, face, procedureQuestion, stateOf, stored, takenOver, test, thanks } from './rating'
import { invite, newAddress, signIn } from './staff'

test.beforeEach(({ page }) => without(page, belowFloor))

test('the conversation to its end, the receipt and a withdrawal', async ({ page }) => {
  await page.goto(paths.rate(COUNTER))
  await takenOver(page)
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  const submission = (await answer).request()
  await expect(procedureQuestion(page)).toBeFocused()
  await page.getByRole('searchbox').fill('khai sanh')
  await page.getByRole('radio').first().tap()
  await goOn(page, 'factors')
  await group(page, 'Điều tốt').getByRole('checkbox', { name: 'Công chức' }).tap()
  await button(page, 'Tiếp').tap()
  await group(page, 'Lần này').getByRole('radio', { name: 'Đã nhận kết quả' }).tap()
  for (const step of ['effort', 'person', 'comment'] as const) {
    await button(page, 'Tiếp').tap()
    await expect(heading(page, step)).toBeFocused()
  }
  await comment(page).fill('Rất nhanh.')
  await button(page, 'Xong').tap()
  await expect(thanks(page)).toBeFocused()
  await expect
    .poll(async () => stateOf(page, submission))
    .toMatchObject({
      state: 'waiting',
      score: 4,
      procedure: '1.001193',
      details: { praised: ['staff'], outcome: 'received', comment: 'Rất nhanh.' },
    })

  await page.getByRole('link', { name: 'Mở trang biên nhận' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nhận, chờ công bố' })).toBeVisible()
  await button(page, 'Rút lại').tap()
  await button(page, 'Rút lại câu trả lời').tap()
  await expect.poll(async () => (await stateOf(page, submission)).state).toBe('withdrawn')
})

test('what the public opens', async ({ page }) => {
  await page.goto(paths.home())
  await page.getByRole('searchbox').fill('giấy hôn thú')
  await expect(page.getByRole('link', { name: 'Đăng ký kết hôn', exact: false }).first()).toBeVisible()
  const office = 'xa-cho-moi'
  const pages = [paths.results(), paths.officeResults(office), paths.procedureResults('1.001193')]
  for (const path of [...pages, paths.officeSheet(office), paths.method(), paths.data(), paths.embed(office)]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
})

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('the kiosk takes a rating, and its PIN ends it', async ({ page }) => {
    await setUp(page, KIOSK)
    await page.touchscreen.tap(300, 700)
    const answer = stored(page)
    await kioskFace(page, 'Không hài lòng').tap()
    const submission = (await answer).request()
    await expect(kioskThanks(page)).toBeVisible()
    expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 2 })
    await lock(page).tap()
    for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).tap()
    await button(page, 'Mở').tap()
    await expect(page.getByRole('heading', { name: 'Đã thoát chế độ kiosk' })).toBeVisible()
  })
})

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1280, height: 900 }, hasTouch: false })

  test('what an office opens', async ({ page }) => {
    const email = newAddress('may-cu')
    await invite(email, 'tinh-an-giang', 'coordinator')
    await signIn(page, email)
    const { home: _, office: _office, signIn: _signIn, ...alone } = paths.staff
    for (const path of Object.values(alone)) {
      await page.goto(path())
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await page.waitForLoadState('networkidle')
    }
    await page.goto(paths.staff.members())
    const chosen = page.getByRole('combobox').first()
    await chosen.focus()
    await chosen.press('ArrowDown')
    await expect(page.getByRole('listbox')).toBeVisible()
  })
})
