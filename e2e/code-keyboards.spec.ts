import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { call, counters, newReceipt, rating } from './api'
import { noSignal, test } from './rating'

const receiptField = (page: Page) => page.getByRole('textbox', { name: 'Mã biên nhận' })
const open = (page: Page) => page.getByRole('button', { name: 'Mở', exact: true })
const shownReceipt = (page: Page) => page.getByRole('heading', { level: 1, name: 'Đã nhận, chờ công bố' })

async function rated(receipt: string) {
  expect((await call('submit_rating', rating({ score: 4, receipt }))).status).toBe(200)
  return receipt
}

/** A receipt that is nobody else's, with these characters at its end. */
const receiptEnding = (end: string) =>
  newReceipt()
    .replace(/[^0-9BCGHKMNPQTV]/g, '7')
    .slice(0, 12 - end.length) + end

test('a receipt that Telex has changed opens, pasted as it is', async ({ page }) => {
  const code = await rated(receiptEnding('W3'))
  await page.goto(paths.receipt())
  await receiptField(page).fill(`${code.slice(0, 10)}ư3`.toLowerCase())
  await open(page).tap()
  await expect(shownReceipt(page)).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${code.slice(8)}$`))
})

test.describe('where it may have been several', () => {
  test.use({ expectedErrors: new RegExp(`${noSignal.source}|40[04]`) })

  test('the server says which one there is', async ({ page }) => {
    const code = await rated(receiptEnding('ASMN'))
    await page.goto(paths.receipt())
    await receiptField(page).fill(`${code.slice(0, 8)}-ÁMN`)
    await open(page).tap()
    await expect(shownReceipt(page)).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`${code.slice(8)}$`))
  })

  test('the person compares them with the paper when there is none, or no signal', async ({ page }) => {
    await page.route('**/rpc/receipt_state', route => route.abort())
    await page.goto(paths.receipt())
    await receiptField(page).fill('K7M4-Q29X-DPÁ')
    const field = receiptField(page)
    await expect(field).toHaveAttribute('lang', 'en')
    await open(page).tap()
    const choices = page.getByRole('group', { name: 'Chọn mã giống hệt mã trên giấy' })
    await expect(choices).toBeFocused()
    await expect(choices.getByRole('button')).toHaveText(['K7M4-Q29X-DPAS', 'K7M4-Q29X-DPA1'])
    await expectAccess(page)
  })

  test('too many: the keyboard has to be switched', async ({ page }) => {
    await page.goto(paths.receipt())
    await receiptField(page).fill('K7Ấ4Q2ỆX')
    await open(page).tap()
    await expect(page.getByRole('alert')).toHaveText(/Chuyển sang bàn phím tiếng Anh, rồi gõ lại mã/)
    await expect(receiptField(page)).toBeFocused()
  })
})

test('what the field shows while Telex types tells where each mark belongs', async ({ page }) => {
  const code = await rated(receiptEnding('WMDD'))
  await page.goto(paths.receipt())
  const field = receiptField(page)
  for (let length = 1; length <= 8; length++) await field.fill(code.slice(0, length))
  for (const end of ['Ư', 'ƯM', 'ƯMD', 'ƯMĐ']) await field.fill(code.slice(0, 8) + end)
  await open(page).tap()
  await expect(shownReceipt(page)).toBeVisible()
})

test('the field of the first page takes the code of a counter and of a visit', async ({ page }) => {
  await page.goto(paths.home())
  const field = page.getByRole('textbox', { name: 'Mã quầy' })
  await field.fill(`${counters.open.slice(0, 3)}\u2013${counters.open.slice(3).toLowerCase()}\u200B`)
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await expect(page).toHaveURL(paths.rate(counters.open))
})

test.describe('in the address', () => {
  test.use({ expectedErrors: /40[04]/ })

  test('a mistyped visit code can be typed again where it opened nothing', async ({ page }) => {
    await page.goto(paths.visit('K7M4Q29XDƯ1'))
    const field = page.getByRole('textbox', { name: 'Mã lượt' })
    await expect(field).toHaveValue('K7M4Q29XDƯ1')
    await field.fill('k7m4q29xdư')
    await open(page).tap()
    await expect(page).toHaveURL(paths.visit('K7M4Q29XDW'))
    await expect(page.getByText('Không có mã lượt này.')).toBeVisible()
  })
})
