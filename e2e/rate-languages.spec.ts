import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { COUNTER, face, takenOver, test } from './rating'

test('a device with a voice reads the question and its answers aloud, and stops when asked', async ({ page }) => {
  // The voices of a phone: this browser has none.
  await page.addInitScript(() => {
    const spoken: string[] = []
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: 'vi-VN', name: 'Tiếng Việt' }],
      speak: ({ text }: { text: string }) => spoken.push(text),
      cancel: () => spoken.push('—'),
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.defineProperty(window, 'spoken', { value: spoken })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string
        constructor(text: string) {
          this.text = text
        }
      },
    })
  })
  await page.goto(paths.rate(COUNTER))
  await takenOver(page)
  const button = page.getByRole('button', { name: 'Nghe đọc câu hỏi' })
  await button.tap()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  const spoken = () =>
    page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join(' ').replaceAll('\u00a0', ' '))
  expect(await spoken()).toMatch(
    /Ông\/Bà có hài lòng .+\? ?\. Rất không hài lòng\. Không hài lòng\. Bình thường\. Hài lòng\. Rất hài lòng/,
  )
  await button.tap()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  expect(await spoken()).toMatch(/—$/)

  // The next question does not go on speaking of the last one.
  await button.tap()
  await face(page, 'Hài lòng').tap()
  await expect(button).toHaveAttribute('aria-pressed', 'false')

  await page.goto(`${paths.rate(COUNTER)}?lng=km`)
  await takenOver(page)
  await expect(page.getByRole('button', { name: 'អានសំណួរឱ្យឮ' })).toHaveCount(0)
})

test('no other language than Khmer fetches a font', async ({ page }) => {
  const fonts: string[] = []
  page.on('request', request => request.resourceType() === 'font' && fonts.push(request.url()))
  for (const language of ['vi', 'en']) {
    await page.goto(`${paths.rate(COUNTER)}?lng=${language}`)
    await takenOver(page)
    await page.evaluate(() => document.fonts.ready)
  }
  expect(fonts).toEqual([])
  await page.goto(`${paths.rate(COUNTER)}?lng=km`)
  await takenOver(page)
  // On a device without a Khmer font the text is ours, in two weights.
  const families = await page.evaluate(() => getComputedStyle(document.body).fontFamily)
  expect(families).toContain('Khmer')
  expect(fonts.length).toBeLessThanOrEqual(2)
})

test('the Khmer font stands before all others: behind them Chromium leaves some words as empty boxes', async ({
  page,
}) => {
  await page.goto(`${paths.rate(COUNTER)}?lng=km`)
  await takenOver(page)
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/^"?Khmer"?,/)
})
