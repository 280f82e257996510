import { readFileSync } from 'node:fs'
import { expect as soon } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { call, newReceipt } from './api'
import { localDay } from './days'
import { newOffice, workAs } from './offices'
import { test } from './rating'
import { invite, newAddress, signIn } from './staff'

// A machine that does other things as well is slow to bring a page.
const expect = soon.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 150_000 })
// The browser reports the refusal as well.
test.use({ expectedErrors: /422|409/ })

const name = 'Thông tin được tự động điền vào biểu mẫu'

test('a head enters a value with its evidence, is told what cannot be, replaces it, and the public sees it without a name', async ({
  page,
}) => {
  const email = newAddress('ke-hoach')
  await invite(email, 'xa-cu-lao-gieng', 'head')
  await signIn(page, email)
  await page.goto(paths.staff.plan())
  await page.getByRole('button', { name: new RegExp(`^(Nhập|Thay số liệu): ${name}`) }).click()
  await page.getByLabel('Số đạt').fill('1.201')
  await page.getByLabel('Tổng số').fill('1.200')
  await page.getByLabel('Căn cứ', { exact: true }).fill('Báo cáo quý, bảng 2')
  await page.getByRole('button', { name: 'Ghi số liệu' }).click()
  await expect(page.getByRole('alert')).toContainText('Số đạt không lớn hơn tổng số.')
  await page.getByLabel('Số đạt').fill('600')
  await page.getByLabel(/^Tệp căn cứ/).setInputFiles({
    name: 'trang.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<script>alert(1)</script>'),
  })
  await page.getByRole('button', { name: 'Ghi số liệu' }).click()
  await expect(page.getByRole('alert')).toContainText('phải là PDF, PNG, JPEG, XLSX hoặc DOCX')
  await page.getByLabel(/^Tệp căn cứ/).setInputFiles({
    name: 'bao-cao.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%thử'),
  })
  await page.getByRole('button', { name: 'Ghi số liệu' }).click()
  const history = page.getByRole('table', { name: 'Lịch sử số liệu đã nhập' })
  await expect(history.getByRole('row').nth(1)).toContainText('50,0% (600 / 1.200)')
  await expect(history.getByRole('row').nth(1)).toContainText(email)

  // The next entry stands beside the first.
  await page.getByLabel('Hoặc tỷ lệ, %').fill('38,5')
  await page.getByLabel('Căn cứ', { exact: true }).fill('Đính chính báo cáo quý')
  await page.getByRole('button', { name: 'Ghi số liệu' }).click()
  await expect(history.getByRole('row').nth(1)).toContainText('38,5%')
  await expect(history.getByRole('row').nth(2)).toContainText('50,0% (600 / 1.200)')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    history.getByRole('button', { name: 'Tệp: bao-cao.pdf' }).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toBe('%PDF-1.7\n%thử')

  await page.goto(paths.plan({ office: 'xa-cu-lao-gieng' }))
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row).toContainText('38,5%')
  await expect(row).toContainText('Còn thiếu 1,5 điểm')
  await row.locator('xpath=..').locator('summary').click()
  await expect(page.getByText('Đính chính báo cáo quý')).toBeVisible()
  expect(await page.getByRole('main').textContent()).not.toContain('@')
})

test('a coordinator at the top enters what the old district had, and a year of the index', async ({ page }) => {
  const email = newAddress('dieu-phoi')
  await invite(email, 'tinh-an-giang', 'coordinator')
  await signIn(page, email)
  await page.goto(`${paths.staff.plan()}?office=xa-hoa-an-cu&quarter=2020-Q4&indicator=e-dossier`)
  await page.getByLabel('Hoặc tỷ lệ, %').fill('12')
  await page.getByLabel('Căn cứ', { exact: true }).fill('Báo cáo năm 2020')
  await page.getByRole('button', { name: 'Ghi số liệu' }).click()
  await expect(page.getByRole('table', { name: 'Lịch sử số liệu đã nhập' })).toContainText('12,0%')

  await page.getByRole('button', { name: 'Thêm một năm', exact: true }).click()
  await page.getByLabel('Đơn vị', { exact: true }).selectOption('xa-hoi-an')
  const year = String(2010 + Math.floor(Math.random() * 5))
  await page.getByLabel('Năm', { exact: true }).fill(year)
  await page.getByLabel('Điểm', { exact: true }).fill('81,25')
  await page.getByLabel(/^Hạng/).fill('12')
  await page.getByLabel(/^Số đơn vị được xếp hạng/).fill('11')
  await page.getByLabel('Nguồn', { exact: true }).fill('Quyết định thử')
  await page.getByRole('button', { name: 'Lưu chỉ số' }).click()
  await expect(page.getByRole('alert')).toContainText('Hạng không lớn hơn số đơn vị được xếp hạng.')
  await page.getByLabel(/^Hạng/).fill('2')
  await page.getByRole('button', { name: 'Lưu chỉ số' }).click()
  const line = page.getByRole('row', { name: new RegExp(`Hội.An ${year} 81,25`) })
  await expect(line).toContainText('2 / 11')
  await line.getByRole('button', { name: `Sửa Xã Hội An ${year}` }).click()
  await page.getByRole('button', { name: 'Bỏ năm này' }).click()
  await expect(line).toHaveCount(0)
})

test('a coordinator decides another target for a later day, and everybody reads it with its reason', async ({
  page,
}) => {
  const email = newAddress('dieu-phoi')
  await invite(email, 'tinh-an-giang', 'coordinator')
  await signIn(page, email)
  await page.goto(paths.staff.plan())
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Đổi chỉ tiêu' }) })
  await form.getByLabel('Chỉ tiêu', { exact: true }).selectOption('autofill')
  await form.getByLabel('Chỉ tiêu mới').fill('170')
  await page.keyboard.press('Tab')
  await expect(form.getByLabel('Có hiệu lực từ ngày')).toBeFocused()
  await expect(form.getByLabel('Có hiệu lực từ ngày')).toHaveCSS('outline-style', 'solid')
  await form.getByLabel('Có hiệu lực từ ngày').fill('2020-01-01')
  await form.getByLabel('Căn cứ').fill('Kế hoạch thử số 9')
  await form.getByRole('button', { name: 'Đổi chỉ tiêu' }).click()
  await expect(page.getByRole('alert')).toContainText('Chỉ tiêu phần trăm từ 1 đến 100')
  // A test that is tried again decides another number.
  const target = String(50 + Math.floor(Math.random() * 40))
  await form.getByLabel('Chỉ tiêu mới').fill(target)
  await form.getByRole('button', { name: 'Đổi chỉ tiêu' }).click()
  await expect(page.getByRole('alert')).toContainText('Chỉ tiêu mới phải có hiệu lực từ một ngày sau hôm nay')
  const year = Number(localDay().slice(0, 4)) + 4
  await form.getByLabel('Có hiệu lực từ ngày').fill(`${year}-01-01`)
  await form.getByRole('button', { name: 'Đổi chỉ tiêu' }).click()
  const targets = page.getByRole('table', { name: 'Chỉ tiêu và các lần đổi' })
  await expect(targets.getByRole('row', { name: new RegExp(name) })).toContainText(`${target}% từ ngày 01/01/${year}`)
  await expectAccess(page)

  await page.goto(paths.plan())
  const changes = page.getByRole('listitem').filter({ hasText: 'Kế hoạch thử số 9' }).first()
  await expect(changes).toContainText(`thành ≥ ${target}%`)
  await expect(page.getByText(email)).toHaveCount(0)
  // Until its day the plan of 2020 holds.
  await expect(page.getByRole('row', { name: new RegExp(name) }).first()).toContainText('≥ 40%')
  await expectAccess(page)
})

test('the home of an office names the petitions that wait for it', async ({ page }) => {
  const { code } = await newOffice()
  for (const kind of ['conduct', 'office']) {
    const petition = { code: newReceipt(), kind, office: code, text: 'Thử', anonymous: true }
    expect((await call('send_feedback', petition)).status).toBe(200)
  }
  await workAs(page, 'head', code)
  const kind = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Phản ánh, kiến nghị/ }) })
  await expect(kind).toContainText('2 chưa xong')
  await expect(kind).toContainText('Chờ cơ quan: 2. Chờ người gửi trả lời: 0.')
  await expectAccess(page)
  await kind
    .getByRole('listitem')
    .filter({ hasText: 'Về thái độ cán bộ' })
    .getByRole('link', { name: 'Giải quyết' })
    .click()
  await expect(page.getByRole('heading', { name: /^Về thái độ cán bộ · / })).toBeVisible()
})

test('the page fits a phone and is accessible', async ({ page }) => {
  const email = newAddress('dieu-phoi')
  await invite(email, 'tinh-an-giang', 'coordinator')
  await signIn(page, email)
  await page.goto(`${paths.staff.plan()}?indicator=e-dossier`)
  await expect(page.getByRole('button', { name: 'Ghi số liệu' })).toBeVisible()
  await page.getByRole('button', { name: 'Thêm một năm', exact: true }).click()
  await expectAccess(page)
})
