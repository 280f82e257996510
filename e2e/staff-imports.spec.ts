import { readFileSync } from 'node:fs'
import { expect as expectSoon, type Page } from '@playwright/test'
import { workbook } from '../scripts/checks/office-files/workbook-writer'
import { workbookFiles } from '../scripts/checks/office-files/workbooks'
import { paths } from '../src/paths'
import { ask } from './api'
import { localDay } from './days'
import { test } from './rating'
import { invite, newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = expectSoon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 120_000 })

test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false })

async function comeIn(page: Page, office: string, role: 'head' | 'coordinator', kind: string) {
  const email = newAddress('nhap')
  await invite(email, office, role)
  await signIn(page, email)
  await page.goto(`${paths.staff.imports()}?kind=${kind}`)
  return email
}

const choose = (page: Page, name: string, buffer: Buffer, mimeType = 'text/csv') =>
  page.getByLabel('Chọn tệp').setInputFiles({ name, mimeType, buffer })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** What xa-hoi-an is said to have handled in a month that nobody else touches. */
const stored = async (month: string) => {
  const { body } = await ask(
    `/rest/v1/handled_dossiers?month=eq.${month}&office_code=eq.xa-hoi-an&select=procedure_code,channel,handled,on_time&order=handled`,
  )
  return body
}

test('a head brings in a month of dossiers from a file of Excel’s, corrects a column, and takes it back', async ({
  page,
}) => {
  const email = await comeIn(page, 'xa-hoi-an', 'head', 'handled')
  const file = Buffer.from(
    '\uFEFFBáo cáo tháng\r\nTháng;Đơn vị;Thủ tục;Hình thức;Tổng cộng;Đúng hạn\r\n' +
      '3/2019;xa-hoi-an;1.001193;Trực tiếp;1.234;1.200\r\n03/2019;xa-hoi-an;;Trực tuyến;7;\r\n',
    'utf16le',
  )
  await choose(page, 'tháng 3.csv', file)
  await expect(page.getByText('Bảng mã UTF-16LE, ngăn cách bằng “;”')).toBeVisible()
  await expect(page.getByText('Còn thiếu cột: Đã giải quyết')).toBeVisible()
  await page.getByLabel('Tổng cộng').selectOption('Đã giải quyết')
  await button(page, 'Kiểm tra 2 dòng').click()
  await expect(page.getByText('Sẽ thêm 2 mục, sửa 0 mục')).toBeVisible()
  expect(await stored('2019-03-01')).toEqual([])
  await button(page, 'Ghi 2 dòng').click()
  await expect(page.getByText('Đã ghi xong.')).toBeVisible()
  expect(await stored('2019-03-01')).toEqual([
    { procedure_code: null, channel: 'online', handled: 7, on_time: null },
    { procedure_code: '1.001193', channel: 'counter', handled: 1234, on_time: 1200 },
  ])
  await expect(page.getByRole('row', { name: /tháng 3\.csv/ })).toContainText(email)
  await button(page, 'Hoàn tác tháng 3.csv').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByRole('row', { name: /tháng 3\.csv/ })).toContainText(`${email} đã hoàn tác`)
  await expect(page.getByText('Đã ghi xong.')).toBeHidden()
  expect(await stored('2019-03-01')).toEqual([])
})

test('an answer of the national portal brings in a month that nobody types', async ({ page }) => {
  const month = `${localDay(-900).slice(0, 7)}-01`
  const unit = (
    departmentName: string,
    totalReceived: number | null,
    totalOnTime: number | null,
    flags: string[] = [],
  ) => ({
    departmentName,
    totalReceived,
    totalOnTime,
    flags,
  })
  const children = [
    unit('UBND xã Hội An', 321, null, ['TEMP_NATIONAL_REPORT_DENOMINATOR']),
    unit('UBND xã Long Kiến', null, null),
  ]
  await comeIn(page, 'xa-hoi-an', 'head', 'handled')
  await choose(
    page,
    'tien-do.json',
    Buffer.from(JSON.stringify({ code: 'OK', data: { children } })),
    'application/json',
  )
  await expect(page.getByText('Không có số liệu (không phải là 0): UBND xã Long Kiến.')).toBeVisible()
  await expect(page.getByText('Còn thiếu cột: Tháng')).toBeVisible()
  await page.getByLabel('Tháng của mọi dòng').selectOption(month)
  await button(page, 'Kiểm tra 1 dòng').click()
  await button(page, 'Ghi 1 dòng').click()
  await expect(page.getByText('Đã ghi xong.')).toBeVisible()
  expect(await stored(month)).toEqual([{ procedure_code: null, channel: null, handled: 321, on_time: null }])
  await page.goto(`${paths.officeResults('xa-hoi-an')}?period=all`)
  await expect(page.getByText('Nguồn số liệu tự ghi chú: TEMP_NATIONAL_REPORT_DENOMINATOR.')).toBeVisible()
  await page.goto(`${paths.staff.imports()}?kind=handled`)
  await button(page, 'Hoàn tác tien-do.json').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByRole('row', { name: /tien-do\.json/ })).toContainText('đã hoàn tác')
  expect(await stored(month)).toEqual([])
})

test('every problem is told by row, column and reason, and nothing changes', async ({ page }) => {
  await comeIn(page, 'xa-hoi-an', 'head', 'handled')
  const channels = ['Trực tiếp', 'Trực tuyến', 'Bưu chính']
  const rows = Array.from({ length: 36 }, (_, i) => `${1 + (i % 12)}/2018,xa-hoi-an,,${channels[Math.floor(i / 12)]},5`)
  rows[30] = '4/2019,xa-cho-moi,,Trực tiếp,5'
  rows[31] = '4/2019,xa-hoi-an,"=HYPERLINK(""http://x.vn"")",fax,-3'
  await choose(page, 'loi.csv', Buffer.from(`Tháng,Đơn vị,Thủ tục,Hình thức,Đã giải quyết\n${rows.join('\n')}\n`))
  await button(page, 'Kiểm tra 36 dòng').click()
  await expect(page.getByText('Chưa có gì thay đổi.')).toBeVisible()
  const table = page.getByRole('table', { name: 'lỗi cần sửa' })
  await expect(table.getByRole('row', { name: /^32 Mã cơ quan/ })).toContainText('xa-cho-moi')
  await expect(table.getByRole('row', { name: /^33 Mã thủ tục/ })).toContainText('=HYPERLINK("http://x.vn")')
  await expect(table.getByRole('row', { name: /^33 Kênh/ })).toContainText('Kênh là một trong ba')
  await expect(table.getByRole('row', { name: /^33 Đã giải quyết/ })).toContainText('không âm')
  const download = page.waitForEvent('download')
  await button(page, 'Tải tệp CSV').first().click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain(`"'=HYPERLINK(""http://x.vn"")"`)
  await expect(button(page, /^Ghi/)).toBeHidden()
  expect(await stored('2019-04-01')).toEqual([])
})

test('more problems than a page can hold are counted by kind, and all of them are in the file', async ({ page }) => {
  await comeIn(page, 'xa-hoi-an', 'head', 'handled')
  const rows = Array.from({ length: 6500 }, (_, i) => `1/2017,xa-hoi-an,,fax,${i % 2 ? 5 : -3}`)
  rows[6400] = '1/2017,xa-khong-co,,Trực tiếp,5'
  await choose(page, 'nhieu-loi.csv', Buffer.from(`Tháng,Đơn vị,Thủ tục,Hình thức,Đã giải quyết\n${rows.join('\n')}\n`))
  await button(page, 'Kiểm tra 6.500 dòng').click()
  const table = page.getByRole('table', { name: 'lỗi cần sửa' })
  await expect(table).toBeVisible()
  await expect(page.getByRole('heading', { name: /^1\d\.\d{3} lỗi cần sửa/ })).toBeVisible()
  await expect(page.getByText(/Bảng dưới đây có 1\.000 trong 1\d\.\d{3} lỗi/)).toBeVisible()
  const kinds = page.getByRole('listitem').filter({ hasText: /^\d[\d.]* lỗi – / })
  await expect(kinds.filter({ hasText: 'Kênh' })).toContainText('6.499 lỗi')
  await expect(kinds.filter({ hasText: 'Mã cơ quan: Không tìm thấy cơ quan' })).toContainText('1 lỗi')
  // The one of its kind is among those that are shown, far down the file as it is.
  await page.getByLabel('Tìm').last().fill('xa-khong-co')
  await expect(table.getByRole('row', { name: /^6402 Mã cơ quan/ })).toBeVisible()
  const download = page.waitForEvent('download')
  await button(page, 'Tải tệp CSV').first().click()
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n')
  const told = String(await page.getByRole('heading', { name: /lỗi cần sửa/ }).textContent()).replaceAll('.', '')
  expect(String(lines.length - 1)).toBe(told.split(' ')[0])
  const workbook = page.waitForEvent('download')
  await button(page, 'Tải tệp Excel').first().click()
  expect((await workbook).suggestedFilename()).toBe('loi-trong-tep.xlsx')
})

test('files that are no tables are told apart, by keyboard alone', async ({ page }) => {
  await comeIn(page, 'xa-hoi-an', 'head', 'handled')
  const told = page.getByRole('alert')
  await choose(page, 'ảnh.csv', readFileSync('docs/screenshots/rate.png'))
  await expect(told).toContainText('Đây không phải bảng dữ liệu')
  await choose(page, 'rong.csv', Buffer.from(''))
  await expect(told).toContainText('Tệp không có dữ liệu')
  await choose(page, 'macro.xlsm', Buffer.from('PK\x03\x04 xl/workbook.xml xl/vbaProject.bin'))
  await expect(told).toContainText('Tệp có macro')
  await choose(page, 'cu.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))
  await expect(told).toContainText('.xls')
  await page.getByLabel('Loại dữ liệu').focus()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Chọn tệp')).toBeFocused()
})

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const bytesOf = (name: string) => Buffer.from(workbookFiles.find(file => file.name === name)?.bytes ?? [])

test('a workbook says what is left out of it, asks which sheet is meant, and guesses no cell', async ({ page }) => {
  await comeIn(page, 'tinh-an-giang', 'coordinator', 'handled')
  await choose(page, 'mau.xlsx', bytesOf('the official form'), excel)
  await expect(
    page.getByText(
      'Không nhập: 1 dòng cộng, 2 dòng tên mục, 1 dòng đánh số cột, 3 dòng ký tên hoặc ghi chú, 1 dòng trống.',
    ),
  ).toBeVisible()
  await expect(button(page, 'Kiểm tra 3 dòng')).toBeVisible()
  await choose(page, 'hai-trang.xlsx', bytesOf('two sheets could be meant'), excel)
  await expect(page.getByText('Hãy chọn trang cần nhập')).toBeVisible()
  await expect(button(page, /^Kiểm tra/)).toBeHidden()
  await page.getByLabel('Trang tính').selectOption('Tháng 9')
  await expect(button(page, 'Kiểm tra 2 dòng')).toBeVisible()
  const rows = [
    ['Tháng', 'Mã cơ quan', 'Đã giải quyết'],
    ['09/10', 'xa-hoi-an', 1.234],
  ]
  await choose(page, 'chua-ro.xlsx', Buffer.from(workbook({ sheets: [{ rows }] })), excel)
  await button(page, 'Kiểm tra 1 dòng').click()
  const doubts = page.getByRole('table', { name: '2 ô chưa rõ nghĩa' })
  await expect(doubts.getByRole('row', { name: /^A2 Tháng/ })).toContainText('09/10')
  await expect(doubts.getByRole('row', { name: /^C2 Đã giải quyết/ })).toContainText('dấu chấm nghìn')
  await expect(button(page, /^Ghi/)).toBeHidden()
  await choose(page, 'mat-chu.csv', Buffer.from('Mã,Tên\nx,X? Ch? M?i\n'))
  await expect(page.getByRole('alert')).toContainText('Xem ô hoặc dòng B2: “X? Ch? M?i”.')
})

test('a coordinator brings in all procedures of the country, and takes them back', async ({ page }) => {
  await comeIn(page, 'tinh-an-giang', 'coordinator', 'procedures')
  await choose(page, 'toan-quoc.csv', readFileSync('supabase/reference/procedures-national.csv'))
  await button(page, /^Kiểm tra 2.642 dòng/).click()
  await expect(page.getByText('Không có lỗi nào')).toBeVisible({ timeout: 60_000 })
  await button(page, /^Ghi 2.642 dòng/).click()
  await expect(page.getByText('Đã ghi xong.')).toBeVisible({ timeout: 60_000 })
  const { headers } = await ask('/rest/v1/procedures?select=code&limit=1', { headers: { prefer: 'count=exact' } })
  expect(Number(headers.get('content-range')?.split('/')[1])).toBeGreaterThanOrEqual(2642)
  await button(page, 'Hoàn tác toan-quoc.csv').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByRole('row', { name: /toan-quoc\.csv/ })).toContainText('đã hoàn tác')
})
