import { expect, type Page } from '@playwright/test'
import { expectAccess } from '../access'
import { stored } from '../rating'
import { face, invitation, pressOnce, question, setUp, stopTime, submissionsOf, test } from './kiosk'

const stay = (page: Page) => page.getByRole('button', { name: 'Tôi vẫn ở đây' })
const heard = (page: Page) => page.getByRole('status').filter({ hasText: 'Tôi vẫn ở đây' })

async function untilWarned(page: Page) {
  await page.clock.install()
  await setUp(page)
  await stopTime(page)
  await invitation(page).tap()
  await expect(question(page)).toBeFocused()
  await page.clock.runFor(24_000)
  await expect(stay(page)).toBeHidden()
  await page.clock.runFor(2_000)
  await expect(stay(page)).toBeVisible()
}

test('twenty seconds before the screen goes back it says so, counts, and is heard twice', async ({ page }) => {
  await untilWarned(page)
  await expect(page.getByText(/^Màn hình về đầu sau (19|20) giây\.$/)).toBeVisible()
  await expect(heard(page)).toHaveText(/^Còn 20 giây/)
  await page.clock.runFor(5_000)
  await expect(page.getByText(/^Màn hình về đầu sau (14|15) giây\.$/)).toBeVisible()
  await expect(heard(page)).toHaveText(/^Còn 20 giây/)
  await page.clock.runFor(5_000)
  await expect(heard(page)).toHaveText(/^Còn 10 giây/)
  // The focus stays where the person left it.
  await expect(question(page)).toBeFocused()
  await page.clock.runFor(10_000)
  await expect(invitation(page)).toBeVisible()
})

test('a tap on the button gives the whole time again, and touches nothing else', async ({ page }) => {
  await untilWarned(page)
  await stay(page).tap()
  await page.clock.runFor(1_000)
  await expect(stay(page)).toBeHidden()
  // The reach switch stands where the button was: it still offers what it did.
  await expect(page.getByRole('button', { name: 'Chuyển xuống thấp' })).toBeVisible()
  await page.clock.runFor(23_000)
  await expect(stay(page)).toBeHidden()
  await page.clock.runFor(20_000)
  await expect(question(page)).toBeVisible()
  await page.clock.runFor(2_000)
  await expect(invitation(page)).toBeVisible()
})

/** What a person does without a tap: each is a sign of life. */
const signs: Record<string, (page: Page) => Promise<unknown>> = {
  // As TalkBack and VoiceOver move from element to element.
  'a screen reader that explores by focus': page => face(page, 'Hài lòng').focus(),
  'a finger that explores, or a mouse': async page => {
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 320)
  },
  // VoiceOver, Switch Access and voice control press what they are on without a touch.
  'a press without a touch': page => stay(page).evaluate((button: HTMLElement) => button.click()),
  'a key that chooses nothing': page => page.keyboard.press('Shift'),
  scrolling: async page => {
    // The browser says so a moment after the wheel has turned.
    const seen = page.evaluate(
      () => new Promise<void>(done => window.addEventListener('wheel', () => done(), { once: true })),
    )
    await page.mouse.wheel(0, 40)
    await seen
  },
  'a touch beside everything': page => page.touchscreen.tap(640, 20),
}

for (const [sign, act] of Object.entries(signs)) {
  test(`the warning goes after ${sign}`, async ({ page }) => {
    await untilWarned(page)
    await act(page)
    await page.clock.runFor(1_000)
    await expect(stay(page)).toBeHidden()
    await page.clock.runFor(40_000)
    await expect(question(page)).toBeVisible()
  })
}

test('with one switch that scans slowly nobody is sent away', async ({ page }) => {
  await untilWarned(page)
  const sent = submissionsOf(page)
  // One key goes on, the other presses; ten seconds between them.
  const at = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  for (let i = 0; i < 20 && !(await at()).includes('Bình thường'); i++) {
    await pressOnce(page, 'Tab')
    await page.clock.runFor(10_000)
  }
  await expect(face(page, 'Bình thường')).toBeFocused()
  const answer = stored(page)
  await pressOnce(page, 'Space')
  await answer
  expect(sent.map(request => request.postDataJSON().score)).toEqual([3])
})

test('the button is reached by keyboard, and the place is kept when it goes', async ({ page }) => {
  await untilWarned(page)
  await page.keyboard.press('Shift+Tab')
  await page.clock.runFor(25_000)
  await expect(stay(page)).toBeVisible()
  await stay(page).focus()
  await page.clock.runFor(400)
  await pressOnce(page, 'Enter')
  await page.clock.runFor(1_000)
  await expect(stay(page)).toBeHidden()
  await expect(question(page)).toBeFocused()
})

for (const [width, height] of [
  [800, 1280],
  [1280, 800],
  [1024, 600],
] as const) {
  test(`the warning fits ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.clock.install()
    await setUp(page)
    await invitation(page).tap()
    for (const language of ['Tiếng Việt', 'English', 'ខ្មែរ']) {
      await page.getByRole('button', { name: language }).tap()
      await expect(page.getByRole('button', { name: language })).toHaveAttribute('aria-current', 'true')
      await page.clock.fastForward(30_000)
      const button = page.locator('footer').getByRole('button')
      await expect(page.locator('footer p[role=status]')).not.toBeEmpty()
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(56)
      const fits = () =>
        page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement
          return scrollWidth <= innerWidth && scrollHeight <= innerHeight
        })
      await expect.poll(fits, language).toBe(true)
      await expectAccess(page)
      await page.screenshot({ path: `test-results/kiosk-idling-${width}-${language}.png` })
    }
  })
}
