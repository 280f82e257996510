// Workbooks whose cells hold something else than was typed, and files that are no table any more.

import { headings, line, type OfficeFile, read } from './office-file.ts'
import { type WrittenSheet, workbook, zip } from './workbook-writer.ts'
import { book, plain } from './workbooks.ts'

const withMonth = (cell: WrittenSheet['rows'][number][number]): WrittenSheet => ({
  rows: [headings, [cell, ...line.slice(1)]],
})
const withCells = (
  handled: WrittenSheet['rows'][number][number],
  procedure: WrittenSheet['rows'][number][number] = '1.001193',
) => ({
  rows: [headings, ['9/2026', 'xa-cho-moi', procedure, 'Trực tiếp', handled, 1]],
})

const values: OfficeFile[] = [
  ...(
    [
      ['Sep-26', '2026-09-01'],
      ['Thg9-26', '2026-09-01'],
      ['T9/2026', '2026-09-01'],
      ['09/26', '2026-09-01'],
      ['Tháng Chín 2026', '2026-09-01'],
      ['tháng 09, năm 2026', '2026-09-01'],
      ['202609', '2026-09-01'],
      [46266, '2026-09-01'],
      [{ n: 46266, format: 'mmm-yy' }, '2026-09-01'],
      [{ n: 46280.5, format: '[$-42A]"Tháng" m/yyyy;@' }, '2026-09-01'],
      [{ n: 46291, format: 'd-mmm' }, '2026-09-01'],
    ] as const
  ).map(([cell, month]) =>
    book(`a month as ${JSON.stringify(cell)}`, withMonth(cell), { rows: [read.replace('2026-09-01', month)] }),
  ),
  book(
    'a month of a Mac of before 2011',
    withMonth({ n: 46266 - 1462, format: 'mm/yyyy' }),
    { rows: [read] },
    { is1904: true },
  ),
  book('a month that may be a day', withMonth('09/10'), { doubts: ['A2 day_or_month 09/10'] }),
  book('9/25 that became a day of this year', withMonth({ n: 46290, format: 'd-mmm' }), {
    doubts: ['A2 day_or_month 25-Sept'],
  }),
  book('1.234 typed where the point divides decimals', withCells(1.234), { doubts: ['E2 thousands 1.234'] }),
  book('1.000 typed there, and shown with its zeros', withCells({ n: 1, format: '#,##0.000' }), {
    doubts: ['E2 thousands 1.000'],
  }),
  book('1.000 as a text', withCells('1.000'), { rows: [read.replace('12 | 11', '1000 | 1')] }),
  book('a code that became a number', withCells(12, { n: '1.0107299999999999', format: 'General' }), {
    rows: [read.replace('1.001193', '1.010730').replace('| 11', '| 1')],
    restored: { code_zero: 1 },
  }),
  book('a code without its point', withCells(12, 1001193), {
    rows: [read.replace('| 11', '| 1')],
    restored: { code_dot: 1 },
  }),
  book('a code with what the province adds', withCells(12, '1.001193.000.00.00.H01'), {
    rows: [read.replace('| 11', '| 1')],
    restored: { code_suffix: 1 },
  }),
  book('a formula that was never run', withCells({ formula: 'SUM(A1:A2)' }), { doubts: ['E2 no_result =…'] }),
  book('a formula with its result', withCells({ formula: 'A1>B1', result: 12 }), {
    rows: [read.replace('| 11', '| 1')],
  }),
  book('a formula that failed', withCells({ error: '#REF!' }), { doubts: ['E2 error #REF!'] }),
  book(
    'zeros that a telephone and two codes have lost',
    {
      rows: [
        ['Mã', 'Tên', 'Loại', 'Mã thống kê', 'Điện thoại'],
        ['xa-a', 'Xã A', 'xã', 883, 2963883123],
        ['tinh-b', 'Tỉnh B', 'Tỉnh', 1, 912345678],
        ['huyen-c', 'Huyện C', 'huyện', 893, 19001080],
      ],
    },
    {
      rows: [
        'xa-a | Xã A | xã | 00883 | 02963883123',
        'tinh-b | Tỉnh B | Tỉnh | 01 | 0912345678',
        'huyen-c | Huyện C | huyện | 893 | 19001080',
      ],
      restored: { gso_zero: 2, phone_zero: 2 },
    },
    {},
    'offices',
  ),
  book(
    'a code of which nobody knows how many zeros it lost',
    {
      rows: [
        ['Mã', 'Tên', 'Loại', 'Mã thống kê'],
        ['tp-d', 'Thành phố D', 'thành phố', 1],
      ],
    },
    { doubts: ['D2 zeros_lost 1'] },
    {},
    'offices',
  ),
  book(
    'digits that Excel rounded away',
    {
      rows: [
        ['Mã', 'Tên', 'Loại', 'Điện thoại'],
        ['xa-a', 'Xã A', 'xã', '2,96388E+09'],
      ],
    },
    { doubts: ['D2 digits_lost 2,96388E+09'] },
    {},
    'offices',
  ),
]

const refused: OfficeFile[] = [
  {
    name: 'a workbook of LibreOffice’s own',
    kind: 'handled',
    bytes: zip({ 'application/vnd.oasis.opendocument.spreadsheet': '', 'content.xml': '<x/>' }),
    refused: 'other_workbook',
  },
  { name: 'a binary workbook', kind: 'handled', bytes: zip({ 'xl/workbook.bin': '' }), refused: 'other_workbook' },
  { name: 'a document', kind: 'handled', bytes: zip({ 'word/document.xml': '<w:p/>' }), refused: 'no_table' },
  {
    name: 'a workbook cut short',
    kind: 'handled',
    bytes: workbook({ sheets: [plain] }).subarray(0, 700),
    refused: 'broken',
  },
  book(
    'a workbook in a font of before Unicode',
    {
      rows: [
        ['Code', 'Name', 'Kind'],
        ['xa-cho-moi', 'X· Chî Míi', 'x·'],
        ['xa-hoi-an', 'X· Héi An', 'x·'],
      ],
    },
    { refused: 'tcvn3 B2' },
    {},
    'offices',
  ),
  book(
    'letters lost before they came here',
    {
      rows: [
        ['Mã', 'Tên', 'Loại'],
        ['xa-cho-moi', 'X? Ch? M?i', 'xã'],
      ],
    },
    { refused: 'lost_letters B2' },
    {},
    'offices',
  ),
  book('only headings', { rows: [headings] }, { refused: 'empty' }),
]

export const valueFiles = [...values, ...refused]
