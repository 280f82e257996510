import { expect, type Page } from '@playwright/test'
import { paths } from '../../src/paths'
import { expectAccess } from '../access'
import { call, rating } from '../api'
import { test } from '../rating'
import { codeOf, proofOf, witnessedCheckpoint } from './receipt-proof'

const batch = { number: 12, released_on: '2026-11-20', voided: null }

/** The page of a receipt of which the server says that it is in batch 12, with this for a proof. */
async function openCounted(page: Page, proof: (receipt: string) => object, lng = 'vi') {
  const made = rating({ score: 4 })
  expect((await call('submit_rating', made)).status).toBe(200)
  await page.route('**/rpc/receipt_state', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), state: 'counted', batch, correctable: false } })
  })
  await page.route('**/rpc/receipt_proof', route => {
    expect(route.request().postDataJSON()).toEqual({ code: codeOf(made.receipt) })
    return route.fulfill({ json: proof(made.receipt) })
  })
  await page.goto(paths.receipt(made.receipt).replace('#', `?lng=${lng}#`))
  return made.receipt
}

for (const [lng, sentence] of [
  ['vi', 'Máy này vừa tự kiểm tra: câu trả lời nằm trong nhóm số 12, và nhóm đó nằm trong chuỗi công bố đã ký.'],
  ['en', 'This device has just checked: the answer is in group 12, and that group is in the signed ledger.'],
  ['km', 'ឧបករណ៍នេះទើបតែពិនិត្យ៖ ចម្លើយនៅក្នុងក្រុមលេខ 12'],
] as const) {
  test(`a receipt proves in the browser that it was counted, in ${lng}`, async ({ page }) => {
    const receipt = await openCounted(page, proofOf, lng)
    await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible()
    await page.locator('details summary').tap()
    await expect(page.getByText(codeOf(receipt))).toBeVisible()
    await expectAccess(page)
  })
}

for (const [what, proof] of [
  ['holds another rating', (receipt: string) => proofOf(receipt, 'K7M4Q29XDP3T')],
  ['is said to be none now', () => ({ state: 'waiting', batch: null })],
  ['is another one now', (receipt: string) => ({ ...proofOf(receipt), batch: 13 })],
] as const) {
  test(`a left-out rating is caught by its receipt: the batch ${what}`, async ({ page }) => {
    await openCounted(page, proof)
    await expect(
      page.getByRole('alert').filter({ hasText: 'nằm trong nhóm số 12, nhưng nội dung nhóm đã công bố không có nó' }),
    ).toBeVisible()
  })
}

test('whoever is shown the proof of a voided batch reads that it was voided, and why', async ({ page }) => {
  await page.goto(paths.data())
  const voided = { reason: 'Kiosk để ở nhà kho', on: '2026-11-22' }
  await page.route('**/rpc/receipt_proof', route => route.fulfill({ json: { ...proofOf('K7M4Q29XDP3T'), voided } }))
  const heading = page.getByRole('heading', { name: 'Mốc đã ký và bên chứng kiến' })
  const section = page.locator('section').filter({ has: heading })
  await section.getByRole('textbox', { name: 'Kiểm tra mã chứng minh của một người' }).fill(codeOf('K7M4Q29XDP3T'))
  await page.keyboard.press('Enter')
  await expect(section.getByText('Nhóm số 12 đã bị hủy ngày 22/11/2026')).toBeVisible()
  await expect(section.getByText('Kiosk để ở nhà kho')).toBeVisible()
  await expectAccess(page)
})

test('the data page shows the signed checkpoint, and checks the proof code of somebody', async ({ page }) => {
  await page.goto(paths.data())
  const heading = page.getByRole('heading', { name: 'Mốc đã ký và bên chứng kiến' })
  const section = page.locator('section').filter({ has: heading })
  await expect(section.getByText('Đúng, máy này vừa kiểm tra')).toBeVisible()
  await expect(section.getByText('Mốc này chưa có bên chứng kiến nào ký cùng.')).toBeVisible()
  const field = section.getByRole('textbox', { name: 'Kiểm tra mã chứng minh của một người' })
  await field.fill('K7M4')
  await page.keyboard.press('Enter')
  await expect(section.getByRole('alert')).toHaveText('Mã chứng minh gồm 32 chữ số 0–9 và chữ a–f. Chép lại cả mã.')
  await page.route('**/rpc/receipt_proof', route => route.fulfill({ json: proofOf('K7M4Q29XDP3T') }))
  await field.fill(codeOf('K7M4Q29XDP3T'))
  await page.keyboard.press('Enter')
  await expect(section.getByRole('status').filter({ hasText: 'câu trả lời nằm trong nhóm số 12' })).toBeVisible()
  await expectAccess(page)
})

for (const [lng, alone, together] of [
  ['vi', 'mới chỉ có cơ quan công bố ký', 'có bên chứng kiến độc lập ký cùng: bao.example/w1.'],
  ['en', 'is signed by the publishing agency alone', 'and by independent witnesses: bao.example/w1.'],
  ['km', 'មានតែអង្គភាពផ្សព្វផ្សាយចុះហត្ថលេខាប៉ុណ្ណោះ', 'ដោយសាក្សីឯករាជ្យ៖ bao.example/w1'],
] as const) {
  test(`the results say who has signed the ledger, in ${lng}`, async ({ page }) => {
    await page.goto(`${paths.results()}?lng=${lng}`)
    await expect(page.getByText(alone)).toBeVisible()
    await page.route('**/rpc/ledger_checkpoint*', route =>
      route.fulfill({ json: witnessedCheckpoint('bao.example/w1') }),
    )
    await page.reload()
    await expect(page.getByText(together)).toBeVisible()
    await expectAccess(page)
  })
}
