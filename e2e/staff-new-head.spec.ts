import { expect as asked, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { ask } from './api'
import { newCounter, newOffice, offer, workAs } from './offices'
import { inDots, printedPages } from './pdf'
import { face, question, test } from './rating'
import { readTwice } from './scanning'
import { signedIn } from './staff'

test.describe.configure({ timeout: 240_000 })
const expect = asked.configure({ timeout: 20_000 })
test.use({ viewport: { width: 390, height: 844 } })

async function addCounter(page: Page, office: string, name: string, number: string) {
  await page.goto(paths.staffOffice.counters(office))
  await page.getByRole('link', { name: 'Thêm quầy' }).click()
  await page.getByLabel('Tên quầy').fill(name)
  await page.getByLabel('Số trên biển').fill(number)
  await page.getByRole('button', { name: 'Thêm quầy' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

test('a new head sets the office up alone: hours, procedures, three counters, posters, and a code that opens the rating', async ({
  page,
  browser,
}) => {
  const office = await newOffice()
  await workAs(page, 'head', office.code)
  await page.goto(paths.staff.office(office.code))
  await expect(page.getByRole('heading', { name: 'Còn 4 trên 4 việc để bắt đầu' })).toBeVisible()

  await page.getByLabel('Tên bộ phận Một cửa').fill('Bộ phận Một cửa xã Thử')
  await page.getByLabel('Đường dây nóng').fill('số ghi ở bảng tin')
  await page.getByLabel(/^Giờ làm việc (?!thêm)/).fill('Thứ Hai đến thứ Sáu, 7:00–11:00')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByText('Đã lưu thông tin cơ quan.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Còn 3 trên 4 việc để bắt đầu' })).toBeVisible()

  await page.getByRole('link', { name: 'Chọn thủ tục tiếp nhận' }).click()
  await page.getByLabel('Tên, mã hoặc lĩnh vực').fill('1.001193')
  const take = page.getByRole('button', { name: /^Tiếp nhận: / })
  // The list follows what is typed a moment later.
  await expect(take).toHaveCount(1)
  await take.click()
  await expect(page.getByRole('status').filter({ hasText: 'Từ hôm nay cơ quan tiếp nhận' })).toBeVisible()

  const codes: string[] = []
  for (const n of [1, 2, 3]) codes.push(await addCounter(page, office.code, `Quầy ${n}: Hộ tịch`, String(n)))

  await page.goto(paths.staff.posters())
  await expect(page).toHaveURL(paths.staffOffice.posters(office.code))
  await expect(page.getByRole('article')).toHaveCount(3)
  const pages = printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  expect(pages.map(({ size }) => size)).toEqual(['210×297', '210×297', '210×297'])
  const found = await Promise.all(pages.map(one => readTwice(inDots(one))))
  expect(found.map(({ zxing }) => zxing)).toEqual(found.map(({ jsqr }) => jsqr))
  const addresses = found.map(({ jsqr }) => jsqr ?? '')
  expect(addresses.map(address => new URL(address).pathname).sort()).toEqual(codes.map(paths.rate).sort())

  // A citizen, who has never been here.
  const phone = await browser.newPage()
  await phone.goto(addresses[0] ?? '')
  await expect(question(phone)).toBeVisible()
  await expect(face(phone, 'Hài lòng')).toBeVisible()
  await expect(phone.getByText('Bộ phận Một cửa xã Thử').first()).toBeVisible()
  await phone.close()
})

test.describe('a clerk', () => {
  test.use({ expectedErrors: /403/ })

  test('sees the office and prints its posters, and changes nothing', async ({ page }) => {
    const office = await newOffice()
    await workAs(page, 'clerk', office.code)
    await page.goto(paths.staff.office(office.code))
    await expect(page.getByText('Chưa ghi').first()).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await page.goto(paths.staffOffice.counters(office.code))
    await expect(page.getByText('Chưa có quầy nào.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Thêm quầy' })).toHaveCount(0)
    await page.goto(paths.staffOffice.posters(office.code))
    await expect(page.getByText('Chưa có quầy nào để in.')).toBeVisible()
    // What the page does not offer, the database refuses.
    await page.goto(paths.staffOffice.newCounter(office.code))
    await page.getByLabel('Tên quầy').fill('Quầy 1')
    await page.getByRole('button', { name: 'Thêm quầy' }).click()
    await expect(page.getByRole('alert')).toContainText('Vai trò của bạn không được làm việc này')
  })
})

test.describe('two people at one office', () => {
  test.use({ expectedErrors: /409/ })

  test('are told of each other, see both versions, and neither is lost', async ({ page }) => {
    const office = await newOffice()
    const email = await workAs(page, 'head', office.code)
    await page.goto(paths.staff.office(office.code))
    await page.getByLabel('Đường dây nóng').fill('số của tôi')

    const headers = await signedIn(email)
    const row = { code: office.code, name: office.name, kind: 'xã', parent_code: 'tinh-an-giang' }
    const saved = await ask('/rest/v1/rpc/save_office', {
      headers,
      body: JSON.stringify({ office: { ...row, hotline: 'số của người khác' }, seen: row }),
    })
    expect(saved.status).toBe(200)

    await page.getByRole('button', { name: 'Lưu' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(new RegExp(`${email} đã sửa mục này lúc \\d\\d:\\d\\d ngày \\d\\d/\\d\\d/\\d{4}`))
    await expect(alert).toContainText('Bản mới: số của người khác')
    await expect(alert).toContainText('Bạn viết: số của tôi')
    await alert.getByRole('button', { name: 'Lưu bản của tôi' }).click()
    await expect(page.getByText('Đã lưu thông tin cơ quan.')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Đường dây nóng')).toHaveValue('số của tôi')
  })
})

test('what was saved can be undone, and a mistake is said at its field and above', async ({ page }) => {
  const top = await newOffice('Tỉnh Thử', null)
  await workAs(page, 'coordinator', top.code)
  await page.goto(paths.staffNewOffice())
  await page.getByRole('button', { name: 'Lưu' }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: 'Chưa có tên. Hãy viết tên.' }).click()
  await expect(page.getByLabel('Tên', { exact: true })).toBeFocused()
  await page.keyboard.type(`Xã Con ${top.code.slice(4)}`)
  await expect(page.getByLabel('Mã', { exact: true })).toHaveValue(`xa-con-${top.code.slice(4)}`)
  await page.getByLabel('Loại').fill('xã')
  await page.getByLabel('Cơ quan cấp trên').selectOption(top.code)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page).toHaveURL(paths.staff.office(`xa-con-${top.code.slice(4)}`))
  const hours = page.getByLabel(/^Giờ làm việc (?!thêm)/)
  await hours.fill('7:00–11:00')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(hours).toHaveValue('')
  await page.reload()
  await expect(hours).toHaveValue('')
})

test('the usual procedures of a counter are put in order without a mouse', async ({ page }) => {
  const office = await newOffice()
  await offer(office.code, '1.001193', '1.000656')
  const counter = await newCounter(office.code, 'Quầy 1')
  await workAs(page, 'head', office.code)
  await page.goto(paths.staffOffice.counter(office.code, counter))
  const more = page.getByLabel('Thêm thủ tục')
  for (const procedure of ['1.001193', '1.000656']) {
    await more.selectOption(procedure)
    await page.getByRole('button', { name: 'Thêm vào danh sách' }).press('Enter')
  }
  const list = page.getByRole('group', { name: 'Thủ tục thường làm' }).getByRole('listitem')
  const before = await list.first().textContent()
  const up = list.nth(1).getByRole('button', { name: /^Đưa lên/ })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(list.nth(1)).toHaveText(before ?? '')
  await expect(list.first().getByRole('button', { name: /^Đưa lên/ })).toBeFocused()
  await page.getByRole('button', { name: 'Lưu' }).press('Enter')
  await expect(page.getByText('Đã lưu quầy.')).toBeVisible()
  await page.reload()
  await expect(list.nth(1)).toHaveText(before ?? '')
})
