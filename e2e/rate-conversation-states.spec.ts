import { expect, type Page } from '@playwright/test'
import { paths } from '../src/paths'
import { expectAccess } from './access'
import { api, call } from './api'
import { button, comment, expectStored, goOn, group, heading, rate, steps } from './conversation'
import { localDay } from './days'
import { COUNTER, face, noSignal, procedureQuestion, stateOf, stored, test, thanks } from './rating'

test.describe('without a signal', () => {
  test.use({ expectedErrors: noSignal })

  test('the whole conversation is kept, and sent in order on return', async ({ page, context }) => {
    await page.goto(paths.rate(COUNTER))
    await page.locator('html[data-ready]').waitFor()
    await expect(page.getByText('Quầy 1: Hộ tịch')).toBeVisible()
    await context.setOffline(true)
    await face(page, 'Bình thường').tap()
    await page.getByRole('radio', { name: 'Đăng ký khai sinh', exact: true }).tap()
    await goOn(page, 'factors')
    await group(page, 'Điều tốt').getByRole('checkbox', { name: 'Công chức' }).tap()
    await group(page, 'Nên làm tốt hơn').getByRole('checkbox', { name: 'Công chức' }).tap()
    await button(page, 'Tiếp').tap()
    await group(page, 'Lần này').getByRole('radio', { name: 'Hồ sơ bị từ chối' }).tap()
    await button(page, 'Tiếp').tap()
    await group(page, 'đưa tiền').getByRole('radio', { name: 'Không', exact: true }).tap()
    await button(page, 'Tiếp').tap()
    await group(page, 'Ai bấm').getByRole('radio', { name: 'Tôi tự bấm' }).tap()
    await button(page, 'Tiếp').tap()
    await comment(page).fill('Mất mạng cả buổi.')
    await button(page, 'Xong').tap()
    await expect(thanks(page)).toBeFocused()
    await expect(page.getByText('1 đánh giá đang chờ mạng.')).toBeVisible()

    const calls: string[] = []
    page.on('requestfinished', request => {
      if (request.method() === 'POST') calls.push(request.url().split('/').at(-1) ?? '')
    })
    const answer = stored(page)
    await context.setOffline(false)
    const submission = (await answer).request()
    await expect(page.getByText('Đã nhận')).toBeVisible()
    const comes = ['submit_rating', 'change_rating', ...Array(6).fill('add_details')]
    await expect.poll(() => calls).toEqual(comes)
    expect(await stateOf(page, submission)).toMatchObject({ score: 3, procedure: '1.001193' })
    await expectStored(page, submission, {
      improve: ['staff'],
      outcome: 'refused',
      money: 'no',
      filled_by: 'myself',
      comment: 'Mất mạng cả buổi.',
    })
  })
})

test.describe('published in the meantime', () => {
  test.use({ expectedErrors: /409/ })

  test('the questions close kindly', async ({ page }) => {
    await rate(page)
    await goOn(page, 'factors')
    await page.route('**/add_details', route =>
      route.fulfill({ status: 409, json: { code: 'PT409', message: 'too_late' } }),
    )
    await group(page, 'Điều tốt').getByRole('checkbox', { name: 'Kết quả' }).tap()
    await expect(page.getByRole('heading', { name: 'Đánh giá đã được gộp để công bố' })).toBeFocused()
    await expect(page.getByText('không sửa hay rút được nữa')).toBeVisible()
    await button(page, 'Xem biên nhận').tap()
    await expect(thanks(page)).toBeFocused()
  })
})

test('a list of procedures that has not come can be passed', async ({ page }) => {
  await page.route('**/rpc/counter_page*', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), procedures: [] } })
  })
  await rate(page)
  await expect(page.getByText('Chưa có danh sách thủ tục của nơi này. Có thể bỏ qua câu này.')).toBeVisible()
  await button(page, 'Tiếp').tap()
  await expect(heading(page, 'factors')).toBeFocused()
})

test('a visit code passes the question that it answers', async ({ page }) => {
  const expires_on = localDay(30)
  const asked = { office: 'xa-cho-moi', procedure: '1.001193', channel: 'counter', count: 1, expires_on }
  const { body } = await call('make_visit_codes', asked, api.secretKey)
  await page.goto(paths.visit(body[0]))
  const answer = stored(page)
  await face(page, 'Hài lòng').tap()
  await answer
  await expect(heading(page, 'factors')).toBeVisible()
  await expect(page.getByText('Đã ghi sẵn theo mã lượt: Đăng ký khai sinh')).toBeVisible()
  await button(page, 'Quay lại').tap()
  await expect(procedureQuestion(page)).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(/^Đăng ký khai sinh/)
})

async function check(page: Page) {
  await expectAccess(page)
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
}

for (const language of ['vi', 'en', 'km']) {
  test.describe(language, () => {
    test.use({ viewport: { width: 320, height: 640 } })

    test('nothing on any question keeps anybody out', async ({ page }) => {
      test.slow()
      await page.goto(`${paths.rate(COUNTER)}?lng=${language}`)
      await page.locator('html[data-ready]').waitFor()
      await page.getByRole('radio').nth(1).tap()
      const progress = page.getByText(/^\D+1\D+6$/)
      await expect(progress).toBeVisible()
      for (const at of steps.keys()) {
        // One of each kind of answer, since the chosen ones look different.
        await page.locator('main').getByRole('radio').or(page.getByRole('checkbox')).first().tap()
        await page.locator('main').getByRole('radio').or(page.getByRole('checkbox')).last().tap()
        await check(page)
        await page.locator('main').getByRole('button').last().tap()
        await expect(page.getByText(new RegExp(`^\\D+${at + 2}\\D+6$`))).toBeVisible()
      }
      await page.getByRole('textbox').fill('0912 345 678')
      await check(page)
      await page.locator('main').getByRole('button').last().tap()
      await expect(page.getByText(/^\D+6\D+6$/)).toBeHidden()
      await check(page)
    })
  })
}
