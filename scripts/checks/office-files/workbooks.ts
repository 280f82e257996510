// Workbooks with which a plain reader fails, from what people report about readers and from the forms of offices.

import { handledColumns, headings, line, line2, type OfficeFile, read, read2 } from './office-file.ts'
import { type WrittenBook, type WrittenSheet, workbook } from './workbook-writer.ts'

export const book = (
  name: string,
  sheet: WrittenSheet | WrittenSheet[],
  expected: Omit<OfficeFile, 'name' | 'kind' | 'bytes'>,
  how: Omit<WrittenBook, 'sheets'> = {},
  kind: OfficeFile['kind'] = 'handled',
): OfficeFile => ({ name, kind, bytes: workbook({ sheets: [sheet].flat(), ...how }), ...expected })

export const plain = { rows: [headings, line, line2] }
const fine = { rows: [read, read2], columns: handledColumns }
const made: OfficeFile[] = [
  book('WPS says that the sheet ends at A1', { ...plain, dimension: 'A1' }, fine),
  book('Java says that the sheet is smaller than it is', { ...plain, dimension: 'A1:C2' }, fine),
  book('the sheet says that it is as large as can be', { ...plain, dimension: 'A1:XFD1048576' }, fine),
  book('tags have a prefix', plain, fine, { prefix: 'x:' }),
  book('rows and cells do not say where they are', plain, fine, { isPlaceless: true }),
  book('texts stand in a list, with how to say them', plain, fine, { isShared: true }),
  book('parts are named as on Windows', plain, fine, { isWindows: true }),
  book('sizes come at the end', plain, fine, { isStreamed: true }),
  book('the list of sheets has another name', plain, fine, { bookName: 'xl/workbook2.xml' }),
  book(
    'the first sheet is hidden',
    [
      { name: 'Cũ', state: 'hidden', rows: [headings, ['1/2001', ...line.slice(1)]] },
      { name: 'Danh mục', state: 'veryHidden', rows: [['Mã', 'Tên']] },
      { name: 'Báo cáo', ...plain },
    ],
    fine,
  ),
  book('a sheet of explanations comes first', [{ rows: [['Hướng dẫn'], ['Điền vào trang sau']] }, plain], fine),
  book(
    'two sheets could be meant',
    [
      { name: 'Tháng 8', ...plain },
      { name: 'Tháng 9', ...plain },
    ],
    { asksForSheet: true },
  ),
]

const forms: OfficeFile[] = [
  book(
    'the official form',
    {
      rows: [
        ['UBND XÃ CHỢ MỚI', null, null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH, THÁNG 9 NĂM 2026'],
        [],
        ['STT', 'Tháng', 'Mã đơn vị', 'Mã TTHC', 'Hình thức', 'Số hồ sơ', null],
        [null, null, null, null, null, 'Đã giải quyết', 'Đúng hạn'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
        ['I', 'Lĩnh vực hộ tịch'],
        [1, ...line],
        [2, ...line2],
        ['II', 'Lĩnh vực đất đai'],
        [3, ...line.slice(0, 2), '1.012812', ...line.slice(3)],
        ['Tổng cộng', null, null, null, null, 31, 29],
        [],
        [null, null, null, null, 'Chợ Mới, ngày 5 tháng 10 năm 2026'],
        [null, 'NGƯỜI LẬP BIỂU', null, null, null, 'CHỦ TỊCH'],
        [null, 'Nguyễn Văn A'],
      ],
      merges: ['A2:G2', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:G4', 'A12:E12'],
    },
    {
      rows: [read, read2, read.replace('1.001193', '1.012812')],
      leftOut: { numbering: 1, sections: 2, totals: 1, empty: 1, notes: 3 },
    },
  ),
  book(
    'headings in two lines whose cells are not merged',
    {
      rows: [
        ['Tháng', 'Mã cơ quan', 'Mã thủ tục', 'Kênh', 'Số hồ sơ', null],
        [null, null, null, null, 'Đã giải quyết', 'Trước và đúng hạn'],
        ...plain.rows.slice(1),
      ],
    },
    fine,
  ),
  book(
    'columns by which nobody can tell what was handled',
    {
      rows: [
        ['Tháng', 'Mã cơ quan', 'Số hồ sơ đã giải quyết', null],
        [null, null, 'Lần đầu', 'Lần sau'],
        ['9/2026', 'xa-cho-moi', 12, 5],
      ],
      merges: ['C1:D1'],
    },
    { columns: 'month office_code', rows: ['2026-09-01 | xa-cho-moi'] },
  ),
  book(
    '"Cộng" at the end, and before it a sum of a part',
    {
      rows: [headings, line, ['Cộng (I):', null, null, null, 12, 11], line2, ['CỘNG', null, null, null, 19, 18]],
    },
    { rows: [read, read2], leftOut: { totals: 2 } },
  ),
  book(
    'an office is named after a notary and is no sum',
    {
      rows: [
        ['Mã', 'Tên', 'Loại'],
        ['phong-cong-chung', 'Công chứng số 1', 'phòng'],
        ['tong-hop', 'Tổng hợp', 'phòng'],
      ],
    },
    { rows: ['phong-cong-chung | Công chứng số 1 | phòng', 'tong-hop | Tổng hợp | phòng'] },
    {},
    'offices',
  ),
  book(
    'the month and the office are merged downwards',
    {
      rows: [headings, line, [null, null, ...line2.slice(2)]],
      merges: ['A2:A3', 'B2:B3'],
    },
    { rows: [read, read2.replace('xa-hoi-an', 'xa-cho-moi')] },
  ),
  book(
    'a number is merged downwards',
    {
      rows: [headings, line, [...line2.slice(0, 4), null, 7]],
      merges: ['E2:E3'],
    },
    { doubts: ['E2 merged_number 12', 'E3 merged_number 12'] },
  ),
  book(
    'rows are filtered away',
    { rows: [headings, line, line2, line2], hidden: [3, 4] },
    { rows: [read], leftOut: { hidden: 2 } },
  ),
  book(
    'headings come again on each page',
    { rows: [headings, line, headings, line2] },
    { ...fine, leftOut: { headings: 1 } },
  ),
  book(
    'empty columns and rows follow',
    {
      rows: [[...headings, '', null, ' '], line, [], [...line2, null, ''], [null, ''], []],
    },
    { ...fine, leftOut: { empty: 1 } },
  ),
]

export const workbookFiles = [...made, ...forms]
