import { expect, type Page } from '@playwright/test'
import { paths } from '../../src/paths'
import { stored } from '../rating'
import { face, invitation, KIOSK, lock, PIN, question, setUp, submissionsOf, test, thanks } from './kiosk'

/** What the reader of identity cards at the desk types, made up. */
const CARD = '089300012345|361234567|Nguyễn Văn A|01011990|Nam|3, ấp 5, xã Chợ Mới|01052021'

/** Longer than any pause in which a key may still count. */
const settled = (page: Page) => page.evaluate(() => new Promise(resolve => setTimeout(resolve, 1_500)))

const pad = (page: Page) => page.getByRole('dialog', { name: 'Nhập mã PIN để thoát' })
const typedInPad = (page: Page) => pad(page).getByRole('status')

// With a wire, without, and one that is tired.
for (const delay of [0, 5, 30, 60, 80]) {
  test(`a card that is read at ${delay} ms a key neither opens the question nor answers it`, async ({ page }) => {
    test.slow()
    await setUp(page)
    const sent = submissionsOf(page)
    await page.keyboard.type(CARD, { delay })
    await page.keyboard.press('Enter')
    await settled(page)
    await expect(invitation(page)).toBeVisible()

    await invitation(page).tap()
    await expect(question(page)).toBeFocused()
    await page.keyboard.type(CARD, { delay })
    await page.keyboard.press('Enter')
    await settled(page)
    await expect(question(page)).toBeFocused()
    expect(sent).toHaveLength(0)

    const answer = stored(page)
    await page.keyboard.press('4')
    await answer
    expect(sent.map(request => request.postDataJSON().score)).toEqual([4])
  })
}

test('nor do tabs, arrows, numeric keys, codes with Alt, and characters without a key', async ({ page }) => {
  test.slow()
  await setUp(page)
  const sent = submissionsOf(page)
  await invitation(page).tap()
  for (const delay of [5, 70]) {
    for (const key of ['Numpad3', 'Tab', 'Numpad5', 'Tab', 'ArrowRight', 'Tab', 'Enter', 'Space', 'Escape', 'Enter']) {
      await page.keyboard.press(key, { delay })
    }
    await settled(page)
    for (const digit of ['Numpad0', 'Numpad2', 'Numpad3', 'Numpad4']) {
      await page.keyboard.down('Alt')
      await page.keyboard.press(digit, { delay })
      await page.keyboard.up('Alt')
    }
    await settled(page)
    await page.keyboard.down('Control')
    await page.keyboard.press(']')
    await page.keyboard.up('Control')
    await page.keyboard.type('5\u001d4', { delay })
    await settled(page)
    await page.keyboard.press('Enter')
    await settled(page)
    await expect(question(page)).toBeFocused()
    await expect(pad(page)).toBeHidden()
  }
  expect(sent).toHaveLength(0)
})

test('a key that lies under something counts for nothing', async ({ page }) => {
  await setUp(page)
  const sent = submissionsOf(page)
  await invitation(page).tap()
  for (let repeats = 0; repeats < 40; repeats++) await page.keyboard.down('5')
  await page.keyboard.up('5')
  await settled(page)
  await page.keyboard.down('3')
  await settled(page)
  await settled(page)
  await page.keyboard.up('3')
  await settled(page)
  await expect(question(page)).toBeVisible()
  expect(sent).toHaveLength(0)
})

test('a digit wakes the screen, and another one answers', async ({ page }) => {
  await setUp(page)
  await page.keyboard.press('2')
  await expect(question(page)).toBeFocused()
  const answer = stored(page)
  await page.keyboard.press('2')
  expect((await answer).request().postDataJSON().score).toBe(2)
  await expect(thanks(page)).toBeVisible()
})

test('what a reader types into the PIN pad is taken back, and tries no PIN', async ({ page }) => {
  test.slow()
  await setUp(page)
  await lock(page).tap()
  await page.keyboard.type(PIN.slice(0, 2), { delay: 200 })
  await settled(page)
  for (const delay of [0, 30, 80]) {
    await page.keyboard.type(CARD, { delay })
    await page.keyboard.press('Enter')
    await settled(page)
    await expect(typedInPad(page)).toHaveText('●●')
    await expect(pad(page).getByRole('alert')).toHaveText('')
  }
  await page.keyboard.type(PIN.slice(2), { delay: 200 })
  await pad(page).getByRole('button', { name: 'Mở', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Đã thoát chế độ kiosk' })).toBeVisible()
})

test('nor does it set a PIN', async ({ page }) => {
  await page.goto(paths.kiosk(KIOSK))
  const [pin, again] = [page.getByLabel('Mã PIN, 4 đến 8 chữ số'), page.getByLabel('Nhập lại mã PIN')]
  await pin.focus()
  for (const digit of PIN) await page.keyboard.press(digit, { delay: 10 })
  await page.keyboard.press('Tab')
  for (const digit of PIN) await page.keyboard.press(digit, { delay: 10 })
  await page.keyboard.press('Enter')
  await settled(page)
  await expect(pin).toBeFocused()
  expect([await pin.inputValue(), await again.inputValue()]).toEqual(['', ''])
  await page.keyboard.type(PIN, { delay: 200 })
  await page.keyboard.press('Tab')
  await page.keyboard.type(PIN, { delay: 200 })
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await expect(invitation(page)).toBeVisible()
  await expect(face(page, 'Hài lòng')).toBeHidden()
})

test('a card that is read while the thanks give way to the question answers nothing', async ({ page }) => {
  test.slow()
  await setUp(page)
  await invitation(page).tap()
  const sent = submissionsOf(page)
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
  const isGone = expect(question(page)).toBeVisible({ timeout: 20_000 })
  // Until the question is there, and on.
  while (await thanks(page).isVisible()) await page.keyboard.type('4|5|', { delay: 30 })
  await page.keyboard.type(CARD, { delay: 30 })
  await page.keyboard.press('Enter')
  await isGone
  await settled(page)
  expect(sent).toHaveLength(1)
})

test('a reader that pastes, or writes as an input method does, sets no PIN', async ({ page }) => {
  await page.goto(paths.kiosk(KIOSK))
  const [pin, again] = [page.getByLabel('Mã PIN, 4 đến 8 chữ số'), page.getByLabel('Nhập lại mã PIN')]
  for (const field of [pin, again]) {
    await field.focus()
    await page.keyboard.insertText(CARD)
    await page.keyboard.press('Enter')
    await settled(page)
    await expect(field).toHaveValue('')
  }
  await expect(invitation(page)).toBeHidden()
  // Who writes the PIN with an input method is not kept from it.
  await pin.focus()
  await page.keyboard.insertText(PIN)
  await again.focus()
  await page.keyboard.insertText(PIN)
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await expect(invitation(page)).toBeVisible()
})
