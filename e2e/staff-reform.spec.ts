import { expect as asked } from '@playwright/test'
import { paths } from '../src/paths'
import { ask, call, rating } from './api'
import { newCounter, newOffice, offer, workAs } from './offices'
import { test } from './rating'

test.describe.configure({ timeout: 240_000 })
const expect = asked.configure({ timeout: 20_000 })
test.use({ viewport: { width: 1440, height: 900 } })

test('two offices merge: typed by hand, kept over a reload, seen beforehand, and the printed codes lead on', async ({
  page,
}) => {
  const top = await newOffice('Tỉnh Thử', null)
  const [one, two] = [await newOffice('Xã Một', top.code), await newOffice('Xã Hai', top.code)]
  const counter = await newCounter(one.code, 'Quầy 1', '1')
  await offer(one.code, '1.001193')
  await workAs(page, 'coordinator', top.code)
  const next = () => page.getByRole('button', { name: 'Tiếp', exact: true }).click()

  await page.goto(paths.staff.reform())
  await next()
  await expect(page.getByRole('alert')).toContainText('Chưa có ngày.')
  await page.getByLabel('Ngày có hiệu lực').fill('2026-01-01')
  await page.getByLabel('Căn cứ').fill('NQ 1/2026')
  await next()
  for (const { name } of [one, two]) await page.getByRole('checkbox', { name }).check()
  await next()
  const fresh = `Xã Mới ${top.code.slice(4)}`
  await page.getByRole('button', { name: 'Thêm cơ quan được lập' }).click()
  await page.getByLabel('Tên', { exact: true }).fill(fresh)
  await page.getByLabel('Loại').fill('xã')
  await page.getByLabel('Cơ quan cấp trên').selectOption(top.code)
  await page.reload()
  await expect(page.getByLabel('Tên', { exact: true })).toHaveValue(fresh)
  await next()
  for (const { name } of [one, two]) {
    await page.getByRole('group', { name }).getByLabel('Cơ quan kế thừa').selectOption({ label: fresh })
  }
  await next()
  await expect(page.getByText('1 quầy tự chuyển theo cơ quan kế thừa duy nhất.')).toBeVisible()
  await next()
  await expect(page.getByText(`${one.name} → ${fresh}`)).toBeVisible()
  await expect(page.getByText(`1 quầy dẫn đến ${fresh}.`)).toBeVisible()
  const asSeen = await ask(`/rest/v1/offices?select=closed_on&code=eq.${one.code}`)
  expect(asSeen.body).toEqual([{ closed_on: null }])

  await page.getByRole('button', { name: 'Thực hiện sắp xếp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện sắp xếp' }).click()
  await expect(page.getByText('Mã QR cũ vẫn dùng được và dẫn đến cơ quan kế thừa.')).toBeVisible()
  const code = `xa-moi-${top.code.slice(4)}`
  const after = await ask(`/rest/v1/office_successions?successor_code=eq.${code}&select=predecessor_code,on_date`)
  expect(after.body.map((row: { predecessor_code: string }) => row.predecessor_code).sort()).toEqual(
    [one.code, two.code].sort(),
  )

  // What was printed at the old desk is the new office's from now on, with the new name and the same code.
  await page.getByRole('link', { name: 'In lại áp phích' }).click()
  await expect(page.getByRole('article')).toContainText(fresh)
  await expect(page.getByRole('img', { name: counter })).toBeVisible()
  await page.goto(paths.rate(counter))
  await expect(page.getByText(fresh).first()).toBeVisible()
})

test.describe('once somebody has rated', () => {
  test.use({ expectedErrors: /409/ })

  test('a reform is taken back while nothing depends on it, and after the first rating it says why not', async ({
    page,
  }) => {
    const top = await newOffice('Tỉnh Thử', null)
    const [one, two] = [await newOffice('Xã Một', top.code), await newOffice('Xã Hai', top.code)]
    const counter = await newCounter(one.code, 'Quầy 1', '1')
    await offer(one.code, '1.001193')
    const day = '2026-01-01'
    const email = await workAs(page, 'coordinator', top.code)
    const before = await ask(`/rest/v1/offices?parent_code=eq.${top.code}&order=code`)
    await page.goto(paths.staff.reform())
    const history = page.getByRole('table', { name: 'Các lần sắp xếp đã thực hiện' })
    await expect(page.getByText('Chưa có lần nào')).toBeVisible()

    const merge = async () => {
      await page.goto(paths.staff.reform())
      const next = () => page.getByRole('button', { name: 'Tiếp', exact: true }).click()
      await page.getByLabel('Ngày có hiệu lực').fill(day)
      await next()
      await page.getByRole('checkbox', { name: one.name }).check()
      await next()
      await next()
      await page.getByRole('group', { name: one.name }).getByLabel('Cơ quan kế thừa').selectOption({ label: two.name })
      await next()
      await next()
      await page.getByRole('button', { name: 'Thực hiện sắp xếp' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện sắp xếp' }).click()
      await expect(page.getByText('Mã QR cũ vẫn dùng được và dẫn đến cơ quan kế thừa.')).toBeVisible()
    }
    const leadsTo = async () => (await call('counter_page', { code: counter })).body.office.code

    await merge()
    expect(await leadsTo()).toBe(two.code)
    await history.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(history.getByRole('row', { name: new RegExp(one.name) })).toContainText(`${email} đã hoàn tác`)
    await expect(page.getByText('Mã QR cũ vẫn dùng được và dẫn đến cơ quan kế thừa.')).toBeHidden()
    expect(await leadsTo()).toBe(one.code)
    expect((await ask(`/rest/v1/offices?parent_code=eq.${top.code}&order=code`)).body).toEqual(before.body)
    expect((await ask(`/rest/v1/office_successions?predecessor_code=eq.${one.code}`)).body).toEqual([])

    await merge()
    const { status } = await call('submit_rating', rating({ counter }))
    expect(status).toBe(200)
    await page.goto(paths.staff.reform())
    // That somebody has rated is told from the next day on; whoever tries before is refused, and in the log.
    await history.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(
      page.getByText('Không hoàn tác được: đã có người đánh giá ở cơ quan mới hoặc cơ quan kế thừa.'),
    ).toBeVisible()
    expect(await leadsTo()).toBe(two.code)
  })
})
