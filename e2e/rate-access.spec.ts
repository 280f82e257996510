import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { COUNTER, RETIRED, test, UNKNOWN } from './rating'

// What a citizen sees when something is over, wrong, or without scripts. The conversation has tests of its own.
const pages = {
  'a retired poster': paths.rate(RETIRED),
  'a counter that is none': paths.rate(UNKNOWN),
  'a visit code that is none': paths.visit('ZZZZZZZZZZ'),
  'the first page': paths.rate(COUNTER),
  'thanks without scripts': '/rated.html#K7M4-Q29X-DP3T',
  'a refusal without scripts': '/not-rated.html#counter_unknown',
}

for (const language of ['vi', 'en', 'km']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in ${language}, in a ${colorScheme} room, nothing keeps anybody out of`, () => {
      test.use({ colorScheme, viewport: { width: 320, height: 568 }, expectedErrors: /404/ })

      for (const [name, path] of Object.entries(pages)) {
        test(name, async ({ page }) => {
          const [address, fragment] = path.split('#')
          await page.goto(`${address}?lng=${language}${fragment ? `#${fragment}` : ''}`)
          await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
        })
      }
    })
  }
}
