// Every list of the staff's side can be taken along.

import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { paths } from '../src/paths'
import { workAs } from './offices'
import { test } from './rating'

for (const [path, heading] of [
  [paths.staff.home(), 'Việc,Về,Cơ quan,Hạn,"Hài lòng, %",Số lượng'],
  [paths.staffPage('good-practice?shown=published'), 'Cơ quan,Quý,Trạng thái,Góp ý,Nội dung đã công bố,Lý do'],
] as const) {
  test(`the lists of ${path} are taken along as CSV and as a workbook`, async ({ page }) => {
    await workAs(page, 'coordinator', 'tinh-an-giang')
    await page.goto(path)
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải tệp CSV' }).first().click(),
    ])
    const lines = readFileSync(await csv.path(), 'utf8')
      .replace('\uFEFF', '')
      .split('\r\n')
    expect(lines[0]).toBe(heading)
    expect(lines[1]).toBeTruthy()
    await expect(page.getByRole('button', { name: /Excel|XLSX/ }).first()).toBeVisible()
  })
}
