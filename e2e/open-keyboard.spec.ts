// With nothing but a keyboard from the headline to the file that proves it.

import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { paths } from '../src/paths'
import { ask } from './api'
import { utcDay } from './days'
import { tabTo } from './keyboard'
import { expectSame, figuresOf, headline, recentLedger, sumOf } from './published'
import { test } from './rating'

const patience = { timeout: 30_000 }
const file = async (name: string) => (await ask(`/rest/v1/rpc/open_csv?file=${name}`)).text
const rowsOf = (csv: string) => parse(csv, { bom: true }) as string[][]

/** A cell as the CSV writes it. A text that a spreadsheet would run begins there with a quotation mark. */
function asText(cell: unknown) {
  if (cell instanceof Date) return utcDay(cell)
  return cell === null || cell === undefined ? '' : String(cell)
}

test('with the keyboard alone: the headline, the verdict of an office, and the workbook with every row', async ({
  page,
}) => {
  test.slow()
  await page.goto(paths.results())
  await expect(headline(page)).toBeVisible(patience)
  const recent = await recentLedger()
  expectSame(await figuresOf(headline(page)), sumOf(recent))

  await tabTo(page, text => /xã\sChợ\sMới$/.test(text))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'xã Chợ Mới' })).toBeVisible(patience)
  const { n } = sumOf(recent.filter(({ office_code }) => office_code === 'xa-cho-moi'))
  await expect(page.getByText(`hài lòng hoặc rất hài lòng, ${n.toLocaleString('vi-VN')} lượt`)).toBeVisible(patience)
  await expect(
    page
      .getByRole('main')
      .getByText(/^(Đạt|Chưa đạt|Chưa đủ dữ liệu để kết luận)/)
      .first(),
  ).toBeVisible()

  await page.keyboard.press('Control+Home')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await tabTo(page, text => /^Dữ\sliệu$/.test(text))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(paths.data())
  await tabTo(page, text => text.endsWith('XLSX'))
  const [download] = await Promise.all([page.waitForEvent('download', patience), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('hai-long.xlsx')
  await expect(page.getByText('Đã tạo xong tệp hai-long.xlsx.')).toBeVisible()

  const sheets = await readWorkbook(await download.path())
  const { body: files } = await ask('/rest/v1/rpc/open_files')
  expect(sheets.map(({ sheet }) => sheet).sort()).toEqual(files.map((one: { file: string }) => one.file).sort())
  for (const { sheet, data } of sheets) {
    const plain = rowsOf(await file(sheet)).map(row => row.map(cell => cell.replace(/^'(?=[-=+@\t\r])/, '')))
    expect([sheet, data.map(row => row.map(asText))]).toEqual([sheet, plain])
  }
})
