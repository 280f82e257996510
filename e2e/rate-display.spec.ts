import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { button, goOn, rate, steps } from './conversation'
import { COUNTER, face, procedureQuestion, question, takenOver, test, thanks } from './rating'

// What a person has told the device: high contrast, large text, no motion, or to be read to.

const reachesBeyondTheEdge = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Something else lies over the middle of it, such as the buttons that stay at the foot. */
const isCovered = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  const seen = document.elementFromPoint(left + width / 2, top + height / 2)
  return !seen || !(element.contains(seen) || seen.contains(element))
}

test.describe('in the system’s own colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('one tick stands at the chosen face, and at no other', async ({ page }) => {
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    const ticks = page.locator('form label > :last-child svg')
    await expect(ticks).toHaveCount(5)
    await expect(ticks.filter({ visible: true })).toHaveCount(0)
    await face(page, 'Hài lòng').tap()
    await button(page, 'Sửa').tap()
    await expect(face(page, 'Hài lòng')).toBeChecked()
    await expect(ticks.filter({ visible: true })).toHaveCount(1)
    const grounds = await page
      .locator('form label')
      .evaluateAll(labels => labels.map(label => getComputedStyle(label).backgroundColor))
    expect(new Set(grounds).size).toBe(2)
    expect(grounds[3]).not.toBe(grounds[0])
  })
})

for (const language of ['vi', 'en', 'km']) {
  test(`text of twice the size fits, in ${language}`, async ({ page }) => {
    test.slow()
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%'
      }),
    )
    await page.goto(`${paths.rate(COUNTER)}?lng=${language}`)
    await takenOver(page)
    expect(await reachesBeyondTheEdge(page), 'the question').toBe(false)
    await page.getByRole('radio').nth(1).tap()
    for (const at of [0, ...steps.keys()].map((_, n) => n + 1)) {
      await expect(page.getByText(new RegExp(`^\\D+${at}\\D+6$`))).toBeVisible()
      expect(await reachesBeyondTheEdge(page), `question ${at}`).toBe(false)
      // It is in sight, and not only its first letters above the buttons.
      await expect(page.locator('main h1'), `question ${at}`).toBeInViewport({ ratio: 1 })
      expect(await page.locator('main h1').evaluate(isCovered), `question ${at}`).toBe(false)
      await page.locator('main').getByRole('button').last().tap()
    }
    await expect(page.getByText(/^\D+6\D+6$/)).toBeHidden()
    expect(await reachesBeyondTheEdge(page), 'the thanks').toBe(false)
  })
}

test.describe('with motion switched off', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing moves', async ({ page }) => {
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    await face(page, 'Hài lòng').tap()
    await expect(procedureQuestion(page)).toBeVisible()
    const moving = await page.evaluate(() =>
      document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 0),
    )
    expect(moving).toEqual([])
  })
})

test('whoever is read to hears the question, the answers, what became of it and how to go on', async ({ page }) => {
  await page.goto(paths.rate(COUNTER))
  await takenOver(page)
  await expect(question(page)).toBeVisible()
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Đến nội dung chính"
    - banner:
      - navigation "Ngôn ngữ"
    - main:
      - group /Ông.Bà có hài.lòng/:
        - heading /Ông.Bà có hài.lòng/ [level=1]
        - radio "Rất không hài lòng"
        - radio "Không hài lòng"
        - radio "Bình thường"
        - radio "Hài lòng"
        - radio "Rất hài lòng"
  `)
  await rate(page)
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph: /Ông.Bà chọn. Hài lòng/
      - button "Sửa"
      - button "Rút lại"
      - group "Ông/Bà vừa làm thủ tục nào?":
        - heading "Ông/Bà vừa làm thủ tục nào?" [level=1]
        - searchbox "Tìm thủ tục khác"
        - radio "Đăng ký khai sinh"
      - paragraph:
        - text: Câu 1 trong 6
        - status: /Đã (ghi nhận|lưu trên máy)/
      - button "Xong"
      - button "Tiếp"
  `)
  await goOn(page, 'factors')
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Điều gì tốt, điều gì nên làm tốt hơn?" [level=1]
      - group "Điều tốt":
        - checkbox "Tiếp cận dịch vụ"
      - group "Nên làm tốt hơn":
        - checkbox "Tiếp cận dịch vụ"
  `)
  await button(page, 'Xong').tap()
  await expect(thanks(page)).toBeFocused()
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Cảm ơn Ông/Bà" [level=1]
      - region "Biên nhận":
        - button "Chép"
        - list
      - button "Sửa"
      - button "Rút lại"
      - navigation "Xem thêm"
  `)
})

for (const [width, height] of [
  [360, 520],
  [390, 560],
] as const) {
  test(`all five faces are in sight in a chat app’s browser of ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto(paths.rate(COUNTER))
    await takenOver(page)
    for (const label of await page.locator('form label').all()) await expect(label).toBeInViewport({ ratio: 1 })
  })
}
