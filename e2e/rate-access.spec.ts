import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { COUNTER, face, RETIRED, takenOver, test, UNKNOWN } from './rating'

// What a citizen sees when something is over, wrong, or without scripts. The conversation has tests of its own.
const pages = {
  'a retired poster': paths.rate(RETIRED),
  'a counter that is none': paths.rate(UNKNOWN),
  'a visit code that is none': paths.visit('ZZZZZZZZZZ'),
  'the first page': paths.rate(COUNTER),
  'thanks without scripts': '/rated.html#K7M4-Q29X-DP3T',
  'a refusal without scripts': '/not-rated.html#counter_unknown',
}

test.describe('nothing keeps anybody out, in any language, of', () => {
  test.use({ viewport: { width: 320, height: 568 }, expectedErrors: /404/ })

  for (const [name, path] of Object.entries(pages)) {
    test(name, async ({ page }) => {
      test.slow()
      const [address, fragment] = path.split('#')
      // Pages without scripts say everything in all languages.
      const isPlain = fragment !== undefined
      for (const language of isPlain ? ['vi'] : ['vi', 'en', 'km']) {
        await page.goto(`${address}?lng=${language}${isPlain ? `#${fragment}` : ''}`)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        await expectAccess(page)
      }
    })
  }
})

test('who skipped to the faces before the scripts came goes on from there by keyboard', async ({ page }) => {
  const held = Promise.withResolvers<void>()
  await page.route('**/assets/*.js', route => held.promise.then(() => route.continue()))
  await page.goto(paths.rate(COUNTER), { waitUntil: 'commit' })
  await expect(face(page, 'Hài lòng')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  held.resolve()
  await takenOver(page)
  await page.keyboard.press('Tab')
  await expect(face(page, 'Rất không hài lòng')).toBeFocused()
})
