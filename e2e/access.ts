import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What is still appearing has not reached its colours, and out of sight it never would, nor be laid out. What goes round
 * for ever is left to go on.
 */
const settle = (page: Page) =>
  page.evaluate(() => {
    const passing = document
      .getAnimations()
      .filter(animation => Number(animation.effect?.getComputedTiming().endTime) < 1_000)
    for (const animation of passing) animation.finish()
    const all = new CSSStyleSheet()
    all.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [all]
  })

/** What axe has to say about colours alone. */
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Nothing on this page, as it stands, keeps anybody out: by axe, in a light and in a dark room, and without scrolling
 * sideways. The legacy mode, which leaves out frames from elsewhere, takes a tenth of the time: we have none.
 */
export async function expectAccess(page: Page, rooms: readonly ('dark' | 'light')[] = ['dark', 'light']) {
  for (const colorScheme of rooms) {
    await page.emulateMedia({ colorScheme })
    await settle(page)
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(colourRules) : axe).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
    expect(found, `in a ${colorScheme} room`).toEqual([])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

// Colours do not depend on the language, nor the widths on the colours: three rounds meet all of them.
const widths = { vi: 360, km: 320, en: 1280 }

/** The same for a page in every language, each at a width of its own. `settled` waits until all of it is there. */
export async function expectAccessInEveryLanguage(page: Page, path: string, settled: () => Promise<void>) {
  for (const [language, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: 640 })
    await page.goto(`${path}?lng=${language}`)
    await settled()
    await expectAccess(page, language === 'vi' ? ['dark', 'light'] : ['light'])
  }
}
