import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { COUNTER, face, takenOver, test } from './rating'

test('a device with a voice reads the question and its answers aloud, and stops when asked', async ({ page }) => {
  // The voices of a phone: this browser has none.
  await page.addInitScript(() => {
    const spoken: string[] = []
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: 'vi-VN', name: 'Tiếng Việt' }],
      speak: ({ text, onstart }: { text: string; onstart?: () => void }) => {
        spoken.push(text)
        onstart?.()
      },
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

/** A browser of a chat app: it has no voices, and this test's has no codec to rely on. */
async function withoutVoices(page: Page) {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true })
    const played: string[] = []
    Object.defineProperty(window, 'played', { value: played })
    HTMLMediaElement.prototype.play = async function () {
      played.push(`play ${new URL(this.src).pathname}`)
    }
    HTMLMediaElement.prototype.pause = () => void played.push('pause')
  })
}

const played = (page: Page) => page.evaluate(() => (window as unknown as { played: string[] }).played)

test('where there is no voice a recording is played, in the language of the page, and stops when asked', async ({
  page,
}) => {
  await withoutVoices(page)
  const loaded: string[] = []
  page.on('request', request => request.url().endsWith('.mp3') && loaded.push(request.url()))
  for (const [language, name] of [
    ['vi', 'Nghe đọc câu hỏi'],
    ['en', 'Read the question aloud'],
  ] as const) {
    loaded.length = 0
    await page.goto(`${paths.rate(COUNTER)}?lng=${language}`)
    await takenOver(page)
    const button = page.getByRole('button', { name })
    await expect(button).toBeVisible()
    expect(loaded).toEqual([])
    await button.tap()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    expect(await played(page)).toEqual([expect.stringMatching(new RegExp(`^play /assets/${language}-.+\\.mp3$`))])
    await expect.poll(() => loaded.length).toBeGreaterThan(0)
    await button.tap()
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    expect((await played(page)).at(-1)).toBe('pause')
  }
  await page.goto(`${paths.rate(COUNTER)}?lng=km`)
  await takenOver(page)
  await expect(page.getByRole('button', { name: 'អានសំណួរឱ្យឮ' })).toHaveCount(0)
})

for (const how of ['fails', 'says nothing'])
  test(`a voice that is listed and ${how} gives way to the recording`, async ({ page }) => {
    await withoutVoices(page)
    await page.addInitScript(how => {
      type Utterance = { onerror?: (event: { error: string }) => void }
      const fail = ({ onerror }: Utterance) => setTimeout(() => onerror?.({ error: 'network' }))
      const speech = Object.assign(new EventTarget(), {
        getVoices: () => [{ lang: 'vi_VN', name: 'Chưa tải' }],
        speak: (spoken: Utterance) => how === 'fails' && fail(spoken),
        cancel: () => {},
      })
      Object.defineProperty(window, 'speechSynthesis', { value: speech })
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class {} })
    }, how)
    await page.clock.install()
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    const button = page.getByRole('button', { name: 'Nghe đọc câu hỏi' })
    await button.tap()
    await page.clock.runFor(5_000)
    await expect.poll(() => played(page)).toEqual([expect.stringMatching(/^play .+\.mp3$/)])
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  })

test('the recording plays under the page\u2019s own policy, whole and in pieces, and is kept once it was heard', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }))
  await page.goto(paths.rate(COUNTER))
  await takenOver(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await takenOver(page)
  const keptRecordings = () =>
    page.evaluate(async () => {
      const kept = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))
      return kept.flat().filter(({ url }) => url.endsWith('.mp3')).length
    })
  expect(await keptRecordings()).toBe(0)
  const button = page.getByRole('button', { name: 'Nghe đọc câu hỏi' })
  await button.tap()
  await expect.poll(keptRecordings).toBe(1)
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  // Safari asks for two bytes first, and plays nothing that does not answer with them.
  const piece = await page.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter(name => name === 'speech')
    const [kept] = await (await caches.open(name)).keys()
    const answer = await fetch(kept?.url ?? '', { headers: { Range: 'bytes=0-1' } })
    return { status: answer.status, length: (await answer.arrayBuffer()).byteLength }
  })
  expect(piece).toEqual({ status: 206, length: 2 })
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
