import { expect as asked } from '@playwright/test'
import { paths } from '../src/paths'
import { ask } from './api'
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
