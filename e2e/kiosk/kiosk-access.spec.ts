import { expect } from '@playwright/test'
import { paths } from '../../src/paths'
import { expectAccess } from '../access'
import { faces, invitation, KIOSK, question, setUp, test } from './kiosk'

test.describe('nothing keeps anybody out of', () => {
  test('the set-up page and the idle screen', async ({ page }) => {
    test.slow()
    await page.goto(paths.kiosk(KIOSK))
    await expect(page.getByText('Máy đánh giá ở bàn hướng dẫn')).toBeVisible()
    await expectAccess(page)
    await setUp(page)
    await expect(page.getByText('người trả lời hài lòng với nơi này')).toBeVisible()
    await expectAccess(page)
  })

  for (const language of ['Tiếng Việt', 'English', 'ខ្មែរ']) {
    test(`the question, the way out and the thanks, in ${language}`, async ({ page }) => {
      test.slow()
      // The clock goes on, or axe would wait for ever.
      await page.clock.install()
      await setUp(page)
      await invitation(page).tap()
      await page.getByRole('button', { name: language }).tap()
      await expect(page.getByRole('button', { name: language })).toHaveAttribute('aria-current', 'true')
      await page.locator('main footer').getByRole('button').focus()
      await expectAccess(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccess(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await faces(page).last().tap()
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.clock.fastForward(4_000)
      await expectAccess(page)
      await page.clock.fastForward(2_000)
      await expect(question(page)).toBeVisible()
    })
  }
})
