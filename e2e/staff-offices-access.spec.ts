import { expect as asked } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { newCounter, newOffice, workAs } from './offices'
import { test } from './rating'

test.describe.configure({ timeout: 240_000 })
const expect = asked.configure({ timeout: 20_000 })

for (const [language, width] of [
  ['vi', 360],
  ['en', 1440],
] as const) {
  test.describe(`in ${language}, ${width} wide`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('nothing keeps anybody out of the pages of an office', async ({ page }) => {
      const top = await newOffice('Tỉnh Thử', null)
      const counter = await newCounter(top.code, 'Quầy 1', '1')
      await workAs(page, 'coordinator', top.code)
      for (const path of [
        paths.staff.offices(),
        paths.staffNewOffice(),
        paths.staff.office(top.code),
        paths.staffOffice.procedures(top.code),
        paths.staffOffice.counters(top.code),
        paths.staffOffice.counter(top.code, counter),
        paths.staffOffice.posters(top.code),
        paths.staff.counters(),
        paths.staff.procedures(),
        paths.staffProcedure('1.001193'),
        paths.staff.fields(),
        paths.staff.reform(),
      ]) {
        await page.goto(`${path}?lng=${language}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        // Colours do not depend on the language.
        await expectAccess(page, language === 'vi' ? ['dark', 'light'] : ['light'])
      }
    })
  })
}
