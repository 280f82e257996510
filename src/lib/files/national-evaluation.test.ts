import { expect, test } from 'vitest'
import { UnreadableFile } from './file-problem.ts'
import { importRows } from './import-schema.ts'
import { openFile, tableIn } from './import-table.ts'

const unit = (departmentName: string, totalReceived: number | null, totalOnTime: number | null, more = {}) => ({
  departmentId: '019d2be3-0000-7000-8000-000000000000',
  departmentCode: 'H01.1',
  departmentName,
  totalReceived,
  totalOnTime,
  totalOverdue: totalReceived === null || totalOnTime === null ? null : totalReceived - totalOnTime,
  score: 12.9,
  maxScore: 20,
  ...more,
})
const answer = (children: unknown) => ({
  code: 'OK',
  data: { parent: unit('UBND tỉnh An Giang', 9, 9), children },
  message: '',
})
const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

async function read(value: unknown) {
  const file = await openFile(bytesOf(value))
  const table = tableIn('handled', file)
  if (!table) throw new Error('asks for a sheet')
  const { columns, rows } = importRows('handled', table.data, table.columns)
  return { columns, rows, unreported: file.sheets[0]?.unreported }
}

test('an answer of the national portal is a row for each unit, and a number that is not there is no zero', async () => {
  expect(
    await read(
      answer([
        unit('UBND xã Chợ Mới', 1204, 1180),
        unit('UBND xã Hội An', null, null, { warnings: [{ code: 'NO_NATIONAL_REPORT_DATA', message: 'Chưa có' }] }),
        unit('UBND xã Long Điền', 88, null, { flags: ['TEMP_NATIONAL_REPORT_DENOMINATOR'] }),
        unit('UBND xã Nhơn Mỹ', 0, 0, { TEMP_NATIONAL_REPORT_DENOMINATOR: true, OTHER_FLAG: false }),
      ]),
    ),
  ).toEqual({
    columns: ['office_code', 'handled', 'on_time', 'quality'],
    rows: [
      ['UBND xã Chợ Mới', '1204', '1180', null],
      ['UBND xã Long Điền', '88', null, 'TEMP_NATIONAL_REPORT_DENOMINATOR'],
      ['UBND xã Nhơn Mỹ', '0', '0', 'TEMP_NATIONAL_REPORT_DENOMINATOR'],
    ],
    unreported: ['UBND xã Hội An'],
  })
})

test.each([
  ['another answer of the portal', answer(undefined), 'other_answer'],
  ['one without numbers of dossiers', answer([{ departmentName: 'UBND xã Chợ Mới', metrics: [] }]), 'other_answer'],
  ['a text that is cut short', '{"code":"OK","data":{"children":[{"departm', 'broken'],
  ['an object of something else', '{"rows": 3}', 'other_answer'],
  ['one in which nobody has a number', answer([unit('UBND xã Hội An', null, null)]), 'empty'],
])('%s is refused', async (_, value, key) => {
  await expect(read(value)).rejects.toEqual(new UnreadableFile(key as 'broken'))
})

test('numbers that are none are left for the check to name', async () => {
  const { rows } = await read(answer([unit('A', 1.5, -1), unit('B', 1e9, 2)]))
  expect(rows.map(([, handled, onTime]) => [handled, onTime])).toEqual([
    ['1.5', '-1'],
    ['1000000000', '2'],
  ])
})
