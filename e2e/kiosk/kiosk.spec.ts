import { expect } from '@playwright/test'
import { paths } from '../../src/paths'
import { keptForLater, noSignal, stateOf, stored } from '../rating'
import {
  face,
  faces,
  invitation,
  KIOSK,
  next,
  pressOnce,
  question,
  rate,
  setUp,
  stopTime,
  submissionsOf,
  test,
  thanks,
  tracesOf,
} from './kiosk'

test('one tap is stored exactly once, and says nothing but the counter, the face and the hour', async ({ page }) => {
  await page.clock.install()
  await setUp(page)
  const sent = submissionsOf(page)
  // Anywhere on the screen.
  await page.touchscreen.tap(300, 700)
  const answer = stored(page)
  await face(page, 'Không hài lòng').tap()
  await answer
  await expect(thanks(page)).toBeFocused()

  expect(sent).toHaveLength(1)
  const [submission] = sent
  if (!submission) throw new Error('nothing was sent')
  const { id, receipt, ...said } = submission.postDataJSON()
  expect(said).toEqual({ counter: KIOSK, score: 2 })
  expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16) % 3_600_000).toBe(0)
  // Not set aside: a kiosk is one device for everybody. Without a visit code it counts as walk_in.
  expect(await stateOf(page, submission)).toMatchObject({ state: 'waiting', score: 2 })

  await page.clock.fastForward(6_000)
  await expect(question(page)).toBeVisible()
  expect(sent).toHaveLength(1)
})

test('two taps within four seconds are one, also when the page is loaded anew in between', async ({ page }) => {
  await page.clock.install()
  await setUp(page)
  await stopTime(page)
  await invitation(page).tap()
  const sent = submissionsOf(page)
  const first = stored(page)
  await page.evaluate(() => {
    // Two fingers at the same moment.
    for (const button of document.querySelectorAll<HTMLElement>('fieldset button')) button.click()
  })
  await first
  await expect(thanks(page)).toBeVisible()
  await expect(next(page)).toBeHidden()
  await page.clock.runFor(1_000)
  await page.reload()
  await invitation(page).tap()
  await face(page, 'Hài lòng').tap()
  await expect(question(page)).toBeVisible()
  expect(sent).toHaveLength(1)
  await page.clock.runFor(3_100)
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
  expect(sent.map(request => request.postDataJSON().score)).toEqual([1, 4])
})

test('the second person finds nothing of the first', async ({ page }) => {
  await page.goto(paths.home())
  await page.clock.install()
  await setUp(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  // Somebody before, so that what belongs to the kiosk itself is there.
  await invitation(page).tap()
  const first = stored(page)
  await rate(page, 'Hài lòng')
  await first
  await expect.poll(async () => JSON.stringify((await tracesOf(page)).databases)).toContain('arrived')
  const before = await tracesOf(page)

  await page.getByRole('button', { name: 'ខ្មែរ' }).tap()
  await expect(page.locator('html')).toHaveAttribute('lang', 'km')
  await page.getByRole('button', { name: 'រំកិលចុះក្រោម' }).tap()
  const second = stored(page)
  await faces(page).first().tap()
  await second
  await page.clock.fastForward(6_000)
  await expect(question(page)).toBeVisible()

  await expect.poll(() => tracesOf(page)).toEqual(before)
  expect(before).toMatchObject({ language: 'vi', pressed: 0, fields: 0, focused: 'H1', selected: '', session: {} })
  expect(JSON.stringify(before.databases)).not.toContain(KIOSK)

  await page.goBack({ waitUntil: 'commit' })
  await expect(invitation(page)).toBeVisible()
  await expect(page).toHaveURL(paths.kiosk(KIOSK))
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
})

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('three ratings wait through a power cut, and exactly three arrive', async ({ page, context }) => {
    test.slow()
    await setUp(page)
    await expect(page.getByText('người trả lời hài lòng với nơi này')).toBeVisible()
    await keptForLater(page)
    await context.setOffline(true)
    await invitation(page).tap()
    for (const word of ['Hài lòng', 'Bình thường', 'Rất hài lòng']) await rate(page, word)

    const restarted = await context.newPage()
    await page.close()
    await restarted.goto(paths.kiosk(KIOSK))
    await expect(invitation(restarted)).toBeVisible()
    await expect(restarted.getByText('người trả lời hài lòng với nơi này')).toBeVisible()
    await expect(restarted.getByText(/Công bố \d\d\/\d\d\/\d{4}/)).toBeVisible()
    await expect(restarted.getByText('Máy đánh giá ở bàn hướng dẫn')).toBeVisible()

    const answered: number[] = []
    restarted.on('response', response => {
      if (response.url().endsWith('/submit_rating') && response.ok())
        answered.push(response.request().postDataJSON().score)
    })
    await context.setOffline(false)
    // Each is another person's: none waits for another, so they may overtake.
    await expect.poll(() => answered.toSorted()).toEqual([3, 4, 5])
    await expect.poll(async () => JSON.stringify((await tracesOf(restarted)).databases)).not.toContain(KIOSK)
    expect(answered).toHaveLength(3)
  })
})

test('nobody there: the screen idles, with what is published about the office', async ({ page }) => {
  await page.clock.install()
  await setUp(page)
  const figure = page.getByRole('region', { name: 'Kết quả đã công bố' })
  await expect(figure).toContainText('90%')
  await stopTime(page)
  await invitation(page).tap()
  await page.getByRole('button', { name: 'English' }).tap()
  await expect(page.getByRole('heading', { name: 'Are you satisfied' })).toBeVisible()
  await page.clock.runFor(44_000)
  await expect(page.getByRole('heading', { name: 'Are you satisfied' })).toBeVisible()
  await page.clock.runFor(2_000)
  await expect(invitation(page)).toBeVisible()
  await expect(figure).toContainText(/\d\d,\d%/)
  await expect(figure).toContainText(/12 tháng qua \(\d+\/\d{4} đến \d+\/\d{4}\), [\d.]+ lượt/)
  await expect(figure).toContainText(/Khoảng tin cậy 95%: \d\d,\d–\d+,\d%/)
  await expect(figure).toContainText(/Công bố \d\d\/\d\d\/\d{4}/)
  await expect(page.getByText('Dữ liệu minh họa')).toBeVisible()
})

test('before the first release it says so, and takes ratings all the same', async ({ page }) => {
  await page.route(/rpc\/satisfaction/, route => route.fulfill({ json: [] }))
  await setUp(page)
  await expect(page.getByText('Nơi này chưa có kết quả nào được công bố.')).toBeVisible()
  await invitation(page).tap()
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
})

test('within reach of a wheelchair: the lower half, for this person only', async ({ page }) => {
  await setUp(page)
  await invitation(page).tap()
  const reach = page.getByRole('button', { name: 'Chuyển xuống thấp' })
  const topOf = async () => (await question(page).boundingBox())?.y ?? 0
  await expect.poll(topOf).toBeLessThan(200)
  await reach.tap()
  await expect(page.getByRole('button', { name: 'Chuyển lên cao' })).toBeVisible()
  await expect.poll(topOf).toBeGreaterThan(380)
  for (const button of await faces(page).all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(180)
  }
  await rate(page)
  await expect(reach).toBeVisible()
  await expect.poll(topOf).toBeLessThan(200)
})

test('by keyboard or switch alone', async ({ page }) => {
  await page.clock.install()
  await setUp(page)
  await stopTime(page)
  const sent = submissionsOf(page)
  await pressOnce(page, 'ArrowRight')
  await expect(question(page)).toBeFocused()
  await pressOnce(page, 'ArrowRight')
  await expect(face(page, 'Rất không hài lòng')).toBeFocused()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await pressOnce(page, key)
  await expect(face(page, 'Không hài lòng')).toBeFocused()
  expect(sent).toHaveLength(0)
  const first = stored(page)
  await pressOnce(page, 'Space')
  await first
  await expect(thanks(page)).toBeFocused()
  await page.clock.runFor(4_000)
  await pressOnce(page, 'Tab')
  await expect(next(page)).toBeFocused()
  await pressOnce(page, 'Enter')
  await expect(question(page)).toBeFocused()

  const second = stored(page)
  await pressOnce(page, '5')
  await second
  await page.clock.runFor(6_000)
  await expect(question(page)).toBeFocused()
  await pressOnce(page, 'Tab')
  await expect(face(page, 'Rất không hài lòng')).toBeFocused()
  const third = stored(page)
  await pressOnce(page, 'Enter')
  await third
  expect(sent.map(request => request.postDataJSON().score)).toEqual([2, 5, 1])
})
