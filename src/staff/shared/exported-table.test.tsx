import { expect, test } from 'vitest'
import { fileRows } from './exported-table'

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
