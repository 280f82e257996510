import { expect, type Page, type Request } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { call, counters, newReceipt, rating } from './api'
import { face, keptForLater, noSignal, stateOf, stored, test } from './rating'
import { proofOf } from './trust/receipt-proof'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const code = (page: Page) => page.getByRole('textbox', { name: 'Mã biên nhận' })
const grouped = (receipt: string) => receipt.replace(/(.{4})(?=.)/g, '$1-')

/** A rating that somebody made on another device. */
async function ratedElsewhere(changes: object = {}) {
  const made = rating({ score: 4, ...changes })
  expect((await call('submit_rating', made)).status).toBe(200)
  return made.receipt
}

/** Taps a face on this device; what it sent holds the receipt. */
async function ratedHere(page: Page): Promise<{ submission: Request; receipt: string }> {
  await page.goto(paths.rate(counters.open))
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  const submission = (await answer).request()
  return { submission, receipt: submission.postDataJSON().receipt }
}

/** What time and the office will have done to a rating: the server's own answer, with this in it. */
const later = (page: Page, change: object) =>
  page.route('**/rpc/receipt_state', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), ...change } })
  })

const batch = { number: 12, released_on: '2026-11-20', voided: null }

test('from the thanks to the receipt, and back by its code; no request holds the code in its address', async ({
  page,
}) => {
  const addresses: string[] = []
  page.on('request', request => addresses.push(request.url() + (request.headers().referer ?? '')))
  const { receipt } = await ratedHere(page)
  await button(page, 'Xong').tap()
  await page.getByRole('link', { name: 'Mở trang biên nhận' }).tap()
  await expect(title(page, 'Đã nhận, chờ công bố')).toBeVisible()
  await expect(page).toHaveURL(paths.receipt(grouped(receipt)))
  await expect(page.getByText('Ông/Bà chọn: Hài lòng')).toBeVisible()
  await expect(page.getByText(/Lần công bố tới: 08:00, \d\d\/\d\d\/\d{4}. Mỗi nhóm cần ít nhất 10 câu/)).toBeVisible()

  await page.getByRole('link', { name: 'Xem biên nhận khác' }).tap()
  await expect(title(page, 'Xem đánh giá của mình')).toBeFocused()
  await page.getByRole('link', { name: grouped(receipt) }).tap()
  await expect(title(page, 'Đã nhận, chờ công bố')).toBeFocused()
  expect(addresses.filter(address => address.includes(receipt) || address.includes(grouped(receipt)))).toEqual([])
})

test('the code is typed as it was read out, and the address may be changed by hand', async ({ page }) => {
  const [one, other] = [await ratedElsewhere({ score: 4 }), await ratedElsewhere({ score: 2 })]
  await page.goto(paths.receipt())
  await code(page).fill('K7M4-Q29')
  await button(page, 'Mở').tap()
  await expect(page.getByRole('alert')).toHaveText('Mã biên nhận gồm 12 chữ và số, như K7M4-Q29X-DP3T. Gõ lại đúng mã.')
  await expect(code(page)).toBeFocused()
  await expect(code(page)).toHaveAccessibleDescription(/Gõ lại đúng mã/)
  await code(page).fill(` ${grouped(one).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ông/Bà chọn: Hài lòng')).toBeVisible()
  await page.evaluate(hash => {
    window.location.hash = hash
  }, other)
  await expect(page.getByText('Ông/Bà chọn: Không hài lòng')).toBeVisible()
  await page.evaluate(() => {
    window.location.hash = 'abc%'
  })
  await expect(code(page)).toHaveValue('abc%')
  await expect(page.getByText('Gõ lại đúng mã.')).toBeVisible()
})

test.describe('a code that nobody has', () => {
  test.use({ expectedErrors: /404/ })

  test('says so at the field', async ({ page }) => {
    await page.goto(paths.receipt(newReceipt()))
    await expect(page.getByText('Không có đánh giá nào mang mã biên nhận này.')).toBeVisible()
    await expect(code(page)).toBeFocused()
  })
})

test('a rating of another device is corrected and withdrawn by its code, and leaves nothing here', async ({ page }) => {
  const receipt = await ratedElsewhere()
  await page.goto(paths.receipt(receipt))
  await button(page, 'Sửa').tap()
  await expect(page.getByRole('heading', { name: 'Ông/Bà có hài lòng' })).toBeFocused()
  await expect(face(page, 'Hài lòng')).toBeChecked()
  await face(page, 'Bình thường').tap()
  await expect(page.getByText('Ông/Bà chọn: Bình thường')).toBeVisible()
  expect((await call('receipt_state', { receipt })).body.score).toBe(3)

  await button(page, 'Rút lại').tap()
  await expect(page.getByRole('heading', { name: 'Rút lại câu trả lời này?' })).toBeFocused()
  await button(page, 'Giữ lại').tap()
  await button(page, 'Rút lại').tap()
  await button(page, 'Rút lại câu trả lời').tap()
  await expect(title(page, 'Đã rút lại')).toBeFocused()
  expect((await call('receipt_state', { receipt })).body).toMatchObject({ state: 'withdrawn', score: null })

  await page.getByRole('link', { name: 'Xem biên nhận khác' }).tap()
  await expect(title(page, 'Xem đánh giá của mình')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Trên máy này' })).toBeHidden()
})

test('one’s own rating is corrected here and at its counter, and a lent phone forgets it', async ({ page }) => {
  const { submission, receipt } = await ratedHere(page)
  await page.goto(paths.receipt(receipt))
  await button(page, 'Sửa').tap()
  await face(page, 'Rất hài lòng').tap()
  await expect(page.getByText('Ông/Bà chọn: Rất hài lòng')).toBeVisible()
  await expect.poll(async () => (await stateOf(page, submission)).score).toBe(5)
  await page.getByRole('link', { name: 'Sửa thủ tục và các câu khác' }).tap()
  await expect(page.getByRole('heading', { name: 'Ông/Bà vừa làm thủ tục nào?' })).toBeVisible()

  await page.goto(paths.receipt(receipt))
  await button(page, 'Quên trên máy này').tap()
  await expect(page.getByRole('heading', { name: 'Máy này quên biên nhận?' })).toBeFocused()
  await button(page, 'Quên biên nhận').tap()
  await expect(page.getByText('Máy này đã quên biên nhận.')).toBeVisible()
  await expect(page).toHaveURL(paths.receipt())
  await expect(page.getByText(grouped(receipt))).toBeHidden()
  expect((await stateOf(page, submission)).state).toBe('waiting')
})

test('counted: in which batch, and where the results are', async ({ page }) => {
  const receipt = await ratedElsewhere()
  await later(page, { state: 'counted', batch, correctable: false })
  await page.route('**/rpc/receipt_proof', route => route.fulfill({ json: proofOf(receipt) }))
  await page.goto(paths.receipt(receipt))
  await expect(title(page, 'Đã vào kết quả chung')).toBeVisible()
  await expect(page.getByText('được tính trong nhóm số 12, công bố ngày 20/11/2026.')).toBeVisible()
  await expect(button(page, 'Rút lại')).toBeHidden()
  await page.getByRole('link', { name: /Kết quả đã công bố của/ }).tap()
  await expect(page).toHaveURL(paths.officeResults('xa-hoi-an'))
})

test('a batch that was found wrong, and why', async ({ page }) => {
  const receipt = await ratedElsewhere()
  const voided = { reason: 'Kiosk để ở nhà kho', on: '2026-11-22' }
  await later(page, { state: 'counted', batch: { ...batch, voided }, correctable: false })
  await page.goto(paths.receipt(receipt))
  await expect(title(page, 'Đã công bố, rồi bị hủy')).toBeVisible()
  await expect(page.getByRole('blockquote')).toHaveText('Kiosk để ở nhà kho')
})

test('set aside, and why', async ({ page }) => {
  const device = newReceipt() + newReceipt()
  await ratedElsewhere({ device })
  await ratedElsewhere({ device })
  await page.goto(paths.receipt(await ratedElsewhere({ device })))
  await expect(title(page, 'Để riêng, không tính')).toBeVisible()
  await expect(page.getByText('Máy này đã gửi đủ số lượt được tính')).toBeVisible()
})

test('the office’s reply is text and nothing else, and can be rated more than once', async ({ page }) => {
  const receipt = await ratedElsewhere()
  const text = 'Đã thêm một bàn hướng dẫn.\n<img src=x onerror=alert(1)>'
  const reply = { text, replied_on: '2026-11-21', score: null as number | null }
  await later(page, { reply })
  const sent: object[] = []
  await page.route('**/rpc/rate_reply', async route => {
    const args = route.request().postDataJSON()
    sent.push(args)
    const { body } = await call('receipt_state', { receipt })
    await route.fulfill({ json: { ...body, reply: { ...reply, score: args.score } } })
  })
  await page.goto(paths.receipt(receipt))
  await expect(page.getByRole('blockquote')).toHaveText(text)
  await expect(page.getByText('Trả lời ngày 21/11/2026.')).toBeVisible()
  await face(page, 'Rất hài lòng').tap()
  await expect(page.getByRole('status').getByText('Ông/Bà chọn: Rất hài lòng')).toBeVisible()
  await page.getByRole('region', { name: 'Cơ quan trả lời' }).getByRole('button', { name: 'Sửa' }).tap()
  await face(page, 'Bình thường').tap()
  await expect(page.getByRole('status').getByText('Ông/Bà chọn: Bình thường')).toBeVisible()
  expect(sent).toEqual([5, 3].map(score => ({ receipt, score })))
})

test.describe('a rating that was published since the page was opened', () => {
  test.use({ expectedErrors: /409/ })

  test('is told when it is withdrawn', async ({ page }) => {
    const receipt = await ratedElsewhere()
    await page.goto(paths.receipt(receipt))
    await expect(title(page, 'Đã nhận, chờ công bố')).toBeVisible()
    await later(page, { state: 'counted', batch, correctable: false })
    await page.route('**/rpc/withdraw_rating', route =>
      route.fulfill({ status: 409, json: { code: 'PT409', message: 'too_late' } }),
    )
    await button(page, 'Rút lại').tap()
    await button(page, 'Rút lại câu trả lời').tap()
    await expect(title(page, 'Đã vào kết quả chung')).toBeFocused()
    await expect(page.getByRole('alert')).toHaveText(/không sửa hay rút được nữa/)
  })
})

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('what this device kept is shown with its time; of another’s rating nothing is', async ({ page, context }) => {
    const { receipt } = await ratedHere(page)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.goto(paths.receipt(receipt))
    await expect(title(page, 'Đã nhận, chờ công bố')).toBeVisible()
    await keptForLater(page)
    const elsewhere = await ratedElsewhere()

    await context.setOffline(true)
    await page.reload()
    await expect(title(page, 'Đã nhận, chờ công bố')).toBeVisible()
    await expect(page.getByText(/Chưa có mạng.*Đang xem bản máy lưu lúc \d\d:\d\d, /)).toBeVisible()
    await button(page, 'Rút lại').tap()
    await button(page, 'Rút lại câu trả lời').tap()
    await expect(page.getByText('Việc rút lại đã lưu trên máy và sẽ gửi khi có mạng.')).toBeVisible()
    await page.goto(paths.receipt(elsewhere))
    await expect(title(page, 'Chưa xem được biên nhận')).toBeVisible()

    await context.setOffline(false)
    await expect(title(page, 'Đã nhận, chờ công bố')).toBeVisible()
    await expect.poll(async () => (await call('receipt_state', { receipt })).body.state).toBe('withdrawn')
  })
})

for (const lng of ['vi', 'en', 'km']) {
  test.describe(lng, () => {
    test.use({ viewport: { width: 320, height: 640 }, expectedErrors: /404/ })

    test('nothing keeps anybody out', async ({ page }) => {
      test.slow()
      const receipt = await ratedElsewhere()
      await later(page, { reply: { text: 'Đã thêm một bàn hướng dẫn.', replied_on: '2026-11-21', score: null } })
      for (const path of [paths.receipt(), paths.receipt(receipt), paths.receipt('abc')]) {
        await page.goto('about:blank')
        await page.goto(path.replace('/receipt', `/receipt?lng=${lng}`))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        if (path === paths.receipt(receipt)) await expect(page.getByRole('blockquote')).toBeVisible()
        await expectAccess(page)
      }
    })
  })
}
