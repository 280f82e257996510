// What the kiosk shows to people who have not touched it yet, on the tablets that offices buy.

import { expect } from '@playwright/test'
import { beyondTheEdge, touchingWords } from '../screen-faults'
import { faces, invitation, setUp, stopTime, test } from './kiosk'

test('the idle screen speaks every language in turn, and the next person begins in Vietnamese', async ({ page }) => {
  await page.clock.install()
  await setUp(page)
  await stopTime(page)
  const said = page.getByRole('heading', { level: 1 })
  const turns = [
    ['vi', 'Ông/Bà vừa làm xong thủ tục?', 'Chạm màn hình để đánh giá'],
    ['en', 'Have you just finished a procedure?', 'Touch the screen to rate'],
    ['km', 'តើលោកអ្នកទើបធ្វើនីតិវិធីចប់មែនទេ?', 'ប៉ះអេក្រង់ដើម្បីវាយតម្លៃ'],
  ] as const
  // Which one it speaks when the clock is stopped depends on how fast this machine is.
  const now = (await said.textContent()) ?? ''
  const first = turns.findIndex(([, finished]) => now.replace(/\u00a0/g, ' ') === finished)
  for (const turn of [0, 1, 2, 3, 4, 5].map(step => turns[(first + step) % turns.length])) {
    const [language, finished, touch] = turn ?? turns[0]
    await expect(said).toHaveText(finished)
    await expect(page.locator(`main [lang="${language}"]`).filter({ hasText: touch })).toBeVisible()
    await page.clock.runFor(6_000)
  }
  // A touch while it speaks another language begins in Vietnamese all the same.
  while ((await said.evaluate(heading => heading.closest('[lang]')?.getAttribute('lang'))) === 'vi')
    await page.clock.runFor(6_000)
  await invitation(page).tap()
  await expect(page.getByRole('heading', { name: 'Ông/Bà có hài lòng' })).toBeVisible()
})

test('no word touches another, whatever the tablet', async ({ page }) => {
  await page.clock.install()
  await setUp(page)
  await expect(page.getByText('người trả lời hài lòng với nơi này')).toBeVisible()
  await stopTime(page)
  for (const _ of ['vi', 'en', 'km']) {
    for (const [width, height] of [
      [1024, 600],
      [1280, 800],
      [800, 1280],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await touchingWords(page), `${width} by ${height}`).toEqual([])
      expect(await beyondTheEdge(page), `${width} by ${height}`).toEqual([])
    }
    await page.clock.runFor(6_000)
  }
})

for (const [width, height, side] of [
  [800, 1280, 165],
  [1280, 800, 165],
  [1024, 600, 165],
  [768, 1024, 115],
  [600, 1024, 115],
  [960, 540, 115],
  [800, 480, 115],
] as const) {
  test(`all of it fits ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await setUp(page)
    const fits = () =>
      page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return scrollWidth <= innerWidth && scrollHeight <= innerHeight
      })
    // It has grown to all that it says once it has told what its figure counts.
    await expect(page.getByText(/^Chỉ tính|^Gồm|^Tính cả/)).toBeVisible()
    await expect.poll(fits).toBe(true)
    await invitation(page).tap()
    for (const language of ['Tiếng Việt', 'English', 'ខ្មែរ']) {
      await page.getByRole('button', { name: language }).tap()
      await expect(page.getByRole('button', { name: language })).toHaveAttribute('aria-current', 'true')
      await expect.poll(fits, language).toBe(true)
      for (const button of await faces(page).all()) {
        const box = await button.boundingBox()
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), language).toBeGreaterThanOrEqual(side)
      }
    }
  })
}
