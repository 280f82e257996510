import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importColumns as taken } from '../staff-lists.ts'
import { cellText } from './cell-values.ts'
import { recognise } from './headings.ts'
import { importColumns, importRows } from './import-schema.ts'
import { readText } from './spreadsheet.ts'
import { layoutOf } from './table-layout.ts'

test.each([
  [
    'handled',
    ['Tháng', 'Mã cơ quan', 'Mã thủ tục', 'Kênh', 'Đã giải quyết', 'Đúng hạn'],
    'month office_code procedure_code channel handled on_time',
  ],
  ['handled', ['THANG', 'ma don vi', 'Số hồ sơ đã giải quyết (hồ sơ)'], 'month office_code handled'],
  ['procedures', ['code', 'name', 'level', 'field', 'decision'], 'code name level field decision'],
  ['procedures', ['STT', 'Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cấp thực hiện'], ' code name field level'],
  ['offices', ['Tên đơn vị', 'Mã đơn vị', 'Loại', 'Mã cấp trên', 'Ghi chú'], 'name code kind parent_code '],
  [
    'visit_codes',
    ['Đơn vị', 'Thủ tục', 'Hình thức nộp', 'Số lượng', 'Ngày hết hạn'],
    'office_code procedure_code channel count expires_on',
  ],
  [
    'par_index',
    ['Mã đơn vị', 'Năm', 'Điểm số', 'Xếp hạng', 'Số đơn vị', 'Nhóm điều hành', 'Nguồn'],
    'office_code year score rank ranked_units group_name source',
  ],
  ['procedures', ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Mức độ DVC'], 'code name field online_level'],
] as const)('%s: the columns %j are recognised', (kind, headings, names) => {
  expect(recognise(kind, [...headings]).map(name => name ?? '')).toEqual(names.split(' '))
})

test('each kind has the columns that the database takes', () => {
  const names = (columns: readonly string[]) => columns.toSorted()
  for (const [kind, columns] of Object.entries(importColumns))
    expect(names(columns.map(({ name }) => name)), kind).toEqual(names(taken[kind as keyof typeof taken]))
})

test('no column is given twice, whatever the headings are', () => {
  const words = fc.constantFrom(
    ...Object.values(importColumns).flatMap(all => all.flatMap(one => one.aliases)),
    '',
    'x',
  )
  fc.assert(
    fc.property(fc.array(words), headings => {
      const given = recognise('offices', headings).filter(name => name !== null)
      expect(new Set(given).size).toBe(given.length)
    }),
  )
})

test.each([
  ['day', '1/7/2025', '2025-07-01'],
  ['decimal', '90,09', '90.09'],
  ['decimal', 90.1, '90.1'],
  ['decimal', ' 86.85 ', '86.85'],
  ['decimal', 'chín mươi', 'chín mươi'],
  ['online_level', 'Toàn trình', 'full'],
  ['online_level', 'Mức độ 4', 'full'],
  ['online_level', 3, 'partial'],
  ['online_level', 'Dịch vụ công trực tuyến một phần', 'partial'],
  ['online_level', 'Không', 'none'],
  ['online_level', 'Mức độ 5', 'Mức độ 5'],
  ['day', '01-07-2025', '2025-07-01'],
  ['day', '2025-07-01', '2025-07-01'],
  ['day', new Date('2025-07-01T00:00:00Z'), '2025-07-01'],
  ['day', 45839, '2025-07-01'],
  ['day', '45839', '2025-07-01'],
  ['day', '31/02/2025', '2025-02-31'],
  ['day', 'hôm qua', 'hôm qua'],
  ['month', '9/2026', '2026-09-01'],
  ['month', 'Tháng 9 năm 2026', '2026-09-01'],
  ['month', '2026-09', '2026-09-01'],
  ['month', '15/09/2026', '2026-09-01'],
  ['month', new Date('2026-09-30T00:00:00Z'), '2026-09-01'],
  ['number', '1.234', '1234'],
  ['number', '1,234', '1234'],
  ['number', '12.345.678', '12345678'],
  ['number', 12, '12'],
  ['number', '12,0', '12'],
  ['number', '12,5', '12,5'],
  ['number', '-1', '-1'],
  ['procedure', 1.00024, '1.000240'],
  ['procedure', '1.001193', '1.001193'],
  ['channel', 'Trực tuyến', 'online'],
  ['channel', 'Bưu chính công ích', 'postal'],
  ['channel', 'fax', 'fax'],
  ['channels', 'Trực tuyến, trực tiếp', 'counter online'],
  ['channels', 'Tại quầy; Bưu chính công ích', 'counter postal'],
  ['channels', 'Bưu điện và trực tuyến', 'online postal'],
  ['channels', 'online', 'online'],
  ['channels', 'Trực tiếp, fax', 'Trực tiếp, fax'],
  ['text', '  =1+1 ', '=1+1'],
  ['text', '   ', null],
] as const)('as %s, %j is %j', (type, cell, text) => {
  expect(cellText(type, cell)).toBe(text)
})

test('every day is read back from each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 79_999 }), serial => {
      const day = cellText('day', serial) as string
      const [year, month, date] = day.split('-')
      expect(cellText('day', `${Number(date)}/${Number(month)}/${year}`)).toBe(day)
      expect(cellText('day', new Date(`${day}T00:00:00Z`))).toBe(day)
    }),
  )
})

const asTable = (rows: string[][]) => ({ rows, hiddenRows: new Set<number>(), merges: [] })

test('rows keep the number by which a spreadsheet knows them, and empty ones are left out', () => {
  const table = [
    ['Danh mục thủ tục'],
    [],
    ['Mã', 'Tên', 'Lĩnh vực'],
    ['1.001193', '=1+1', 'Hộ tịch'],
    ['', ''],
    ['sai'],
  ]
  const { headingLine, data, columns } = layoutOf('procedures', asTable(table))
  expect(headingLine).toBe(3)
  expect(importRows('procedures', data, columns)).toEqual({
    columns: ['code', 'name', 'field'],
    rows: [
      ['1.001193', '=1+1', 'Hộ tịch'],
      ['sai', null, null],
    ],
    lines: [4, 6],
    formulas: 1,
    doubts: [],
    blank: 0,
    restored: {},
  })
})

test('all procedures of the national list are read', () => {
  const { rows } = readText(new Uint8Array(readFileSync('supabase/reference/procedures-national.csv')))
  const { data, columns } = layoutOf('procedures', asTable(rows))
  const read = importRows('procedures', data, columns)
  expect(read.columns).toEqual(['code', 'name', 'level', 'field', 'decision'])
  expect(read.rows).toHaveLength(2642)
})
