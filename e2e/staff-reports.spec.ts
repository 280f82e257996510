import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { type Browser, type Page, expect as soon } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { printedPages } from './pdf'
import { test } from './rating'
import { invite, newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = soon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 240_000 })
// The browser reports the refusal as well.
test.use({ expectedErrors: /422|409/ })

/** The text of a part of a workbook. */
function partOf(book: Buffer, name: string) {
  const at = book.indexOf(`PK\x01\x02`)
  for (let entry = at; entry >= 0; entry = book.indexOf(`PK\x01\x02`, entry + 4)) {
    const length = book.readUInt16LE(entry + 28)
    if (book.subarray(entry + 46, entry + 46 + length).toString() !== name) continue
    const local = book.readUInt32LE(entry + 42)
    const start = local + 30 + book.readUInt16LE(local + 26) + book.readUInt16LE(local + 28)
    return inflateRawSync(book.subarray(start, start + book.readUInt32LE(entry + 20))).toString()
  }
  throw new Error(`${name} is not in the workbook`)
}

async function openAs(
  page: Page,
  office: string,
  role: 'head' | 'coordinator',
  at: { office?: string; period: string },
) {
  const email = newAddress(role)
  await invite(email, office, role)
  await signIn(page, email)
  await page.goto(paths.staff.reports(at))
  return email
}

const office = 'xa-long-dien'
// A test that is tried again finds a quarter that nobody has signed.
const period = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'][Math.floor(Math.random() * 5)] as string

const stateOf = (page: Page) =>
  page.getByRole('table', { name: 'Cơ quan nào đã ký báo cáo' }).getByRole('row', { name: /^Xã Long Điền/ })

async function enter(page: Page, index: RegExp, fields: Record<string, string>) {
  await page.getByRole('button', { name: index }).click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Ghi chỉ số' }) })
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(new RegExp(`^${label}`)).fill(value)
  await form.getByRole('button', { name: 'Ghi chỉ số' }).click()
}

const signedTable = (reader: Page) => reader.getByRole('table', { name: 'Chín chỉ số' })

/** What everybody reads of a report that was signed, found on the page of the office. */
async function readSigned(browser: Browser, secrets: string[]) {
  // Every request must be seen here.
  const phone = { viewport: { width: 390, height: 844 }, serviceWorkers: 'block' } as const
  const reader = await (await browser.newContext(phone)).newPage()
  await reader.goto(paths.officeResults(office))
  await reader.locator(`a[href="${paths.officeReport(office, period)}"]`).click()
  await expect(reader.getByText('Đã xem. Quý sau rút ngắn thời gian phối hợp.')).toBeVisible()
  const signed = signedTable(reader)
  await expect(signed.getByRole('row', { name: /Thái độ/ })).toContainText('1,8')
  await expect(signed.getByRole('row', { name: /Công khai thủ tục/ })).toContainText('Chưa có')
  await expect(reader.getByText('Chưa xếp loại: còn thiếu chỉ số')).toBeVisible()
  await expect(reader.getByText('Thông tư 01/2018/TT-VPCP có còn hiệu lực từ năm 2025 hay không.')).toBeVisible()
  for (const word of secrets) await expect(reader.locator('body')).not.toContainText(word)
  await expectAccess(reader)
  return reader
}

/** The same once an index was entered that nobody has signed, and once something that is published has changed. */
async function readChanged(reader: Page) {
  await reader.reload()
  const cells = signedTable(reader)
    .getByRole('row', { name: /Công khai thủ tục/ })
    .getByRole('cell')
  await expect(cells).toHaveText(['Chưa có'])
  await reader.route(/rpc\/signed_report\?/, async route => {
    const response = await route.fetch()
    const report = await response.json()
    const now = structuredClone(report.versions[0].report)
    for (const row of now.indices) if (row.index === 6) row.tenths = 20
    await route.fulfill({ response, json: { ...report, now } })
  })
  await reader.reload()
  await expect(reader.getByText('Bảng ghi cả hai: số đã ký và số tính lại hôm nay.')).toBeVisible()
  await expect(cells).toHaveText(['Chưa có', '2,0'])
  await expectAccess(reader)
  for (const [lng, words] of [
    ['en', 'Signed official report'],
    ['km', 'របាយការណ៍ផ្លូវការដែលបានចុះហត្ថលេខា'],
  ]) {
    await reader.goto(`${paths.officeReport(office, period)}?lng=${lng}`)
    await expect(reader.getByRole('heading', { level: 1 })).toContainText(words as string)
  }
}

test('a coordinator sees who has not signed; the head enters what is missing, signs, prints and takes the workbook along', async ({
  page,
  browser,
}) => {
  await openAs(page, 'tinh-an-giang', 'coordinator', { office: 'tinh-an-giang', period })
  await expect(stateOf(page)).toContainText('Chưa ký')

  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  const email = await openAs(desk, office, 'head', { period })
  const evidence = 'Sổ theo dõi hồ sơ, trang 3'
  await enter(desk, /^(Nhập|Thay số liệu): Thời gian của từng cơ quan/, {
    'Số hồ sơ được 2 điểm': '30',
    'Số hồ sơ được 1 điểm': '60',
    'Căn cứ': evidence,
  })
  await expect(desk.getByRole('alert')).toContainText('Ghi đủ cả ba số hồ sơ')
  await desk.getByLabel(/^Số hồ sơ được 0 điểm/).fill('10')
  await desk.getByRole('button', { name: 'Ghi chỉ số' }).click()
  const history = desk.getByRole('table', { name: 'Lịch sử số đã nhập' })
  await expect(history.getByRole('row').nth(1)).toContainText('30 / 60 / 10 hồ sơ')
  await expect(history.getByRole('row').nth(1)).toContainText(email)
  await enter(desk, /^(Nhập|Thay số liệu): Thái độ/, { 'Hoặc điểm của cả cơ quan': '2,5', 'Căn cứ': evidence })
  await expect(desk.getByRole('alert')).toContainText('Điểm không lớn hơn 2.')
  await desk.getByLabel(/^Hoặc điểm của cả cơ quan/).fill('1,8')
  await desk.getByRole('button', { name: 'Ghi chỉ số' }).click()
  const table = desk.getByRole('table', { name: 'Chín chỉ số' })
  await expect(table.getByRole('row', { name: /Thái độ/ })).toContainText('1,8')
  await expect(table.getByRole('row', { name: /Thời gian của từng cơ quan/ })).toContainText('1,2')
  await expect(table.getByRole('row', { name: /Công khai thủ tục/ })).toContainText('Chưa có')

  await desk.getByRole('button', { name: 'Ký xác nhận' }).click()
  await expect(desk.getByRole('alert')).toContainText('Ghi ý kiến của người đứng đầu')
  await desk.getByLabel('Ý kiến của người đứng đầu').fill('Đã xem. Quý sau rút ngắn thời gian phối hợp.')
  await desk.getByRole('button', { name: 'Ký xác nhận' }).click()
  await expect(desk.getByText(`${email} đã ký lúc`)).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Ký xác nhận' })).toHaveCount(0)

  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Tải Excel có công thức' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`bao-cao-${office}-${period.toLowerCase()}.xlsx`)
  const sheet = partOf(readFileSync(await download.path()), 'xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<c [^>]*r="G8"[^>]*><f>[^<]*ROUND\(\(2\*C8\+D8\)\/SUM\(C8:E8\),1\)[^<]*<\/f><v>1.2<\/v>/)
  expect(sheet).toMatch(/<c [^>]*r="G18"[^>]*t="str"[^>]*><f>.*?<\/f><v>Chưa xếp loại<\/v>/)

  await desk.getByRole('link', { name: 'Bản in' }).click()
  await expect(desk.getByText('Người đứng đầu ký, ghi rõ họ tên')).toBeVisible()
  const pages = printedPages(await desk.pdf({ format: 'A4', preferCSSPageSize: true }))
  expect(pages.map(({ size }) => size)).toEqual(['210×297'])

  await page.reload()
  await expect(stateOf(page)).toContainText('Đã ký')
  await expect(stateOf(page)).toContainText(email)
  // Everybody reads what was signed, and finds it on the office's page; who signed is not told.
  const reader = await readSigned(browser, [email, evidence])
  // An input changes after it was signed, and the signature says so.
  await desk.goto(paths.staff.reports({ period }))
  await enter(desk, /^(Nhập|Thay số liệu): Công khai thủ tục/, { 'Hoặc điểm của cả cơ quan': '2', 'Căn cứ': evidence })
  await expect(desk.getByText('Số liệu đã thay đổi sau khi ký. Cần ký lại.')).toBeVisible()
  await page.reload()
  await expect(stateOf(page)).toContainText('Đã ký, số liệu đã đổi')
  await readChanged(reader)
  await reader.context().close()
  await desk.context().close()
})

test('a report that nobody has signed is not public, nor named on the page of the office', async ({ page }) => {
  await page.goto(paths.officeReport(office, '2019-Q1'))
  await expect(page.getByRole('heading', { name: 'Chưa có báo cáo đã ký cho kỳ này' })).toBeVisible()
  await page.goto(paths.officeReport('khong-co', '2019-Q1'))
  await expect(page.getByRole('heading', { name: 'Chưa có báo cáo đã ký cho kỳ này' })).toBeVisible()
  await page.goto(paths.officeResults(office))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator(`a[href="${paths.officeReport(office, '2019-Q1')}"]`)).toHaveCount(0)
})

test('both pages fit a phone and are accessible', async ({ page }) => {
  await openAs(page, 'tinh-an-giang', 'coordinator', { office: 'tinh-an-giang', period: '2026-Q2' })
  await page.getByRole('button', { name: /^(Nhập|Thay số liệu): Thái độ/ }).click()
  await expect(page.getByRole('button', { name: 'Ghi chỉ số' })).toBeVisible()
  await expectAccess(page)
  await page.goto(paths.staffReportSheet(office, '2026-Q2'))
  await expect(page.getByText('Người đứng đầu ký, ghi rõ họ tên')).toBeVisible()
  await expectAccess(page)
})
