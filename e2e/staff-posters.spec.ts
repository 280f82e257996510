import { expect as asked, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { api } from './api'
import { newCounter, newOffice, workAs } from './offices'
import { inDots, printedPages } from './pdf'
import { face, question, test } from './rating'
import { readTwice, scanned } from './scanning'

// A sign-in, several pages and a printer on a busy machine.
test.describe.configure({ timeout: 240_000 })
const expect = asked.configure({ timeout: 20_000 })

/** Where a site is found that is not this machine. */
const SITE = 'https://hailong.example.vn'

test.describe('the code on a poster', () => {
  // Three hundred dots to the inch, as an office printer has them; a CSS pixel is a ninety-sixth.
  test.use({ viewport: { width: 1250, height: 900 }, deviceScaleFactor: 300 / 96 })

  test('is read by two readers: as it is, turned, blurred, far away, and 2.5 cm large', async ({ page }) => {
    const office = await newOffice()
    const counter = await newCounter(office.code, 'Quầy 3: Hộ tịch', '3')
    await workAs(page, 'clerk', office.code)
    await page.goto(`${paths.staffOffice.posters(office.code, counter)}&address=${SITE}&size=a6&copies=1`)
    const code = page.getByRole('img', { name: counter })
    const png = await code.screenshot()
    const wanted = { jsqr: SITE + paths.rate(counter), zxing: SITE + paths.rate(counter), level: 'Q' }
    const inch = 300
    for (const mishap of [
      {},
      { turned: 30 },
      { turned: 180 },
      { blurred: 6 },
      { width: (2.5 / 2.54) * inch },
      { width: (2.5 / 2.54) * inch, turned: 17 },
      { width: (2.5 / 2.54) * inch, blurred: 2 },
      { width: 130 },
    ]) {
      expect(await scanned(page, png, mishap), JSON.stringify(mishap)).toEqual(wanted)
    }
  })
})

test.describe('printing', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  const layouts = [
    ['a4', 'own', '210×297', 5, 1],
    ['a5', 'own', '148×210', 5, 2],
    ['a5', 'a4', '297×210', 3, 4],
    ['a6', 'own', '148×105', 20, 1],
    ['a6', 'a4', '297×210', 5, 4],
  ] as const

  test('gives whole sheets in every size, with a code that leads to each counter', async ({ page }) => {
    const office = await newOffice('Xã Rất Dài Tên Để Thử Chỗ')
    const codes = await Promise.all(
      [1, 2, 3, 4, 5].map(n => newCounter(office.code, `Quầy ${n}: Chứng thực`, String(n))),
    )
    await workAs(page, 'head', office.code)
    for (const [size, paper, sheet, sheets, perSheet] of layouts) {
      await page.goto(`${paths.staffOffice.posters(office.code)}?size=${size}&paper=${paper}&address=${SITE}`)
      await expect(page.getByRole('img', { name: SITE }).first()).toBeVisible()
      const pages = printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
      expect(
        pages.map(({ size: paperSize }) => paperSize),
        `${size} on ${paper}`,
      ).toEqual(Array(sheets).fill(sheet))
      expect(await cutOff(page)).toEqual([])
      if (perSheet > 1) continue
      const found = await Promise.all(pages.map(one => readTwice(inDots(one))))
      const copies = sheets / codes.length
      expect(found.map(({ jsqr }) => jsqr).sort()).toEqual(
        codes.flatMap(code => Array<string>(copies).fill(SITE + paths.rate(code))).sort(),
      )
      expect(found.map(({ zxing }) => zxing)).toEqual(found.map(({ jsqr }) => jsqr))
    }
  })
})

test.describe('a poster', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('in each language, and in black on white', async ({ page }) => {
    const office = await newOffice()
    const counter = await newCounter(office.code, 'Quầy 1', '1')
    await workAs(page, 'clerk', office.code)
    await page.goto(paths.staffOffice.posters(office.code, counter))
    const sheet = page.getByRole('article')
    await expect(sheet.getByRole('heading', { name: 'Ông/Bà có hài lòng không?' })).toBeVisible()
    for (const words of ['Rất không hài lòng', 'Rất hài lòng', 'Ẩn danh.', 'Were you satisfied with the service?']) {
      await expect(sheet.getByText(words, { exact: false }).first()).toBeVisible()
    }
    await expect(sheet.getByText(`${new URL(api.url).host}${paths.rate(counter)}`)).toBeVisible()
    await page.getByLabel('Ngôn ngữ chính').selectOption('km')
    await expect(sheet.getByRole('heading', { name: 'តើលោកអ្នកពេញចិត្តនឹងសេវានេះទេ?' })).toBeVisible()
    await page.getByLabel('Màu').selectOption('black')
    await expect(page).toHaveURL(/words=km.*ink=black|ink=black.*words=km/)
    expect(await cutOff(page)).toEqual([])
    const colours = await sheet
      .locator('header')
      .evaluate(header => [getComputedStyle(header).color, getComputedStyle(header).backgroundColor])
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  })

  test('warns of an address that no phone finds, and of one that is none', async ({ page }) => {
    const office = await newOffice()
    await newCounter(office.code, 'Quầy 1', '1')
    await workAs(page, 'head', office.code)
    await page.goto(paths.staffOffice.posters(office.code))
    await expect(page.getByText('Điện thoại không mở được địa chỉ localhost.')).toBeVisible()
    const address = page.getByLabel('Địa chỉ trang, in trong mã QR')
    await address.fill('192.168.1.5:4173/abc')
    await address.press('Enter')
    await expect(page.getByText('Chưa phải địa chỉ trang.')).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(0)
    await address.fill('http://192.168.1.5:4173')
    await address.press('Enter')
    await expect(page.getByText('192.168.1.5:4173/r/')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
})

/**
 * What does not fit its poster: the printer would cut it off. So it would what stands in the margin at the foot, where no
 * office printer prints.
 */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('article, section section')].flatMap(sheet => {
      const extra = sheet.scrollHeight - sheet.clientHeight
      const parts = [...sheet.querySelectorAll('p, h2, li, span, svg')].flatMap(part => {
        const [inner, outer] = [part.getBoundingClientRect(), sheet.getBoundingClientRect()]
        const isIn = inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.bottom <= outer.bottom + 1
        return isIn ? [] : [part.textContent]
      })
      return extra > 1 ? [...parts, `${extra} px beyond the foot`] : parts
    }),
  )

test.describe('a code that was replaced', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('explains itself, and leads to the new one', async ({ page }) => {
    const office = await newOffice()
    const old = await newCounter(office.code, 'Quầy 2: Chứng thực', '2')
    await workAs(page, 'head', office.code)
    await page.goto(paths.staffOffice.counter(office.code, old))
    await page.getByRole('button', { name: 'Thay bằng mã mới' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thay bằng mã mới?' })
    await dialog.getByRole('button', { name: 'Thay mã' }).click()
    await expect(page.getByText('Hãy in lại áp phích.')).toBeVisible()
    await expect(page).not.toHaveURL(new RegExp(old))
    const fresh = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    await page.goto(paths.rate(old))
    await page
      .getByRole('link', { name: /Đánh giá|mới/ })
      .first()
      .click()
    await expect(page).toHaveURL(paths.rate(fresh))
    await expect(question(page)).toBeVisible()
    await expect(face(page, 'Hài lòng')).toBeVisible()

    await page.goto(paths.staffOffice.counter(office.code, old))
    await page.getByRole('button', { name: 'Dùng lại mã này' }).click()
    await expect(page.getByText('Mã này được dùng lại.')).toBeVisible()
    await page.goto(paths.rate(old))
    await expect(question(page)).toBeVisible()
  })
})
