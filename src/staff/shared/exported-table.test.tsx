import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { csvOf } from '../../lib/files/safe-cell'
import { readWorkbook } from '../../lib/workbook/workbook'
import { fileRows } from './exported-table'
import { workbookCells } from './save-table'

const columns = [
  {
    key: 'name',
    name: 'Tên',
    cell: ({ name, note }: { name: string; note?: string }) => (
      <a href="/x">
        <span lang="vi">{name}</span>
        {note && <small> {note}</small>}
      </a>
    ),
  },
  { key: 'n', name: 'Số', cell: ({ n }: { n: number }) => n },
  { key: 'do', name: 'Sửa', isNameSilent: true, cell: () => <button type="button">Sửa</button> },
]

test('a file holds the words of the cells, without the buttons and without the blanks that keep names whole', () => {
  const rows = [
    { name: 'Xã\u00a0Chợ\u00a0Mới', n: 12, note: 'đã đóng' },
    { name: '=1+1', n: 0 },
  ]
  expect(fileRows(columns, rows)).toEqual([
    ['Tên', 'Số'],
    ['Xã Chợ Mới đã đóng', '12'],
    ['=1+1', '0'],
  ])
})

const listed = [
  { key: 'name', name: 'Tên', cell: ({ name }: { name: string }) => name },
  { key: 'n', name: 'Số', cell: () => '1.234', inFile: ({ n }: { n: number }) => n },
  {
    key: 'until',
    name: 'Đến',
    cell: ({ until }: { until: string | null }) => (until ? 'Đến hết 30/06/2025' : 'Đang hoạt động'),
    inFile: ({ until }: { until: string | null }) => (until ? new Date(`${until}T00:00:00Z`) : null),
  },
  { key: 'at', name: 'Lúc', cell: () => '09:05, 29/11/2026', inFile: () => new Date('2026-11-29T09:05:00Z') },
]
const rows = fileRows(listed, [
  { name: '0123', n: 1234, until: '2025-06-30' },
  { name: 'Xã Chợ Mới', n: 0, until: null },
])

test('a spreadsheet finds numbers as numbers and days as days, and codes as they are written', async () => {
  const bytes = await writeXlsxFile(workbookCells(rows)).toBuffer()
  const [sheet] = (await readWorkbook(new Uint8Array(bytes))).sheets
  expect(sheet?.rows.slice(1)).toEqual([
    ['0123', 1234, new Date('2025-06-30T00:00:00Z'), new Date('2026-11-29T09:05:00Z')],
    ['Xã Chợ Mới', 0, 'Đang hoạt động', new Date('2026-11-29T09:05:00Z')],
  ])
})

test('in CSV counts are plain digits, and days are written as ISO 8601 has them', () => {
  expect(csvOf(rows).split('\r\n').slice(1, 3)).toEqual([
    '"0123",1234,2025-06-30,2026-11-29 09:05',
    'Xã Chợ Mới,0,Đang hoạt động,2026-11-29 09:05',
  ])
})
