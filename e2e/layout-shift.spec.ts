// On a weak signal a page comes in parts. None of them may push away what a thumb is about to touch.

import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { test } from './rating'
import { openPages } from './screens'

test.describe.configure({ timeout: 240_000 })
test.use({ expectedErrors: /status of 404|ERR_FAILED/ })

/** The most that counts as good (web.dev/articles/cls is more lenient: 0.1). */
const MOST = 0.05

const signal = { offline: false, latency: 300, downloadThroughput: 200_000, uploadThroughput: 200_000 }

// To a sentence that the address of a page names a browser goes by itself.
const phone = openPages.map(path => (/^\/(receipt|feedback)/.test(path) ? path : path.replace(/#.*/, '')))
// Where there is more beside each other, other things are in sight.
const computer = [
  paths.home(),
  paths.results(),
  paths.officeResults('xa-cho-moi'),
  paths.data(),
  paths.method(),
  paths.plan(),
]
const rounds = [
  { name: 'a phone', width: 360, pages: phone.filter((_, i) => i % 2 === 0) },
  { name: 'a phone, the other half', width: 360, pages: phone.filter((_, i) => i % 2 === 1) },
  { name: 'a computer', width: 1280, pages: computer },
]

for (const { name, width, pages } of rounds) {
  test(`nothing jumps while a page comes in over a weak signal, on ${name}`, async ({ page, context }) => {
    await page.setViewportSize({ width, height: 740 })
    const faults: string[] = []
    // A device that has Khmer letters fetches none; this machine may have none.
    await page.route(/khmer.*woff2/, route => route.abort())
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.setBypassServiceWorker', { bypass: true })
    await cdp.send('Network.emulateNetworkConditions', signal)
    await page.addInitScript(() => {
      const shifts: { value: number; what: string }[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number
          sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
        })[]) {
          const what = entry.sources.map(({ node, previousRect, currentRect }) => {
            const element = node instanceof Element ? node : node?.parentElement
            return `${element?.tagName}.${element?.className} ${previousRect.y} to ${currentRect.y}`
          })
          shifts.push({ value: entry.value, what: what.join(', ') })
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of pages) {
      await page.goto('about:blank')
      await cdp.send('Network.clearBrowserCache')
      await page.goto(path)
      await expect(page.locator('h1').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expect(page.locator('main [role="status"] i')).toHaveCount(0)
      const shifts = await page.evaluate(
        () => (globalThis as unknown as { shifts: { value: number; what: string }[] }).shifts,
      )
      const sum = shifts.reduce((total, { value }) => total + value, 0)
      if (sum > MOST) {
        const worst = shifts.toSorted((a, b) => b.value - a.value).slice(0, 2)
        faults.push(
          `${path} ${sum.toFixed(2)}: ${worst.map(({ value, what }) => `${value.toFixed(2)} ${what}`).join('; ')}`,
        )
      }
    }
    expect(faults).toEqual([])
  })
}
