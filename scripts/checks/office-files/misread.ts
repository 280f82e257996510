// Files that were once read without a word, as something else than a person sees in them.

import { handledColumns, headings, line, line2, type OfficeFile, read, read2 } from './office-file.ts'
import { text } from './texts.ts'
import type { Written, WrittenSheet } from './workbook-writer.ts'
import { book, plain } from './workbooks.ts'

const columns = (name: string, names: string[], taken: string, cells: Written[] = [5, 4, 3]): OfficeFile =>
  book(
    `the headings ${name}`,
    { rows: [names, ['9/2026', 'xa-cho-moi', ...cells.slice(0, names.length - 2)]] },
    { columns: taken },
  )
const [month, office] = ['Tháng', 'Mã cơ quan']

/** A name that says the opposite is no name of the column. */
const opposites: OfficeFile[] = [
  columns('of what is not handled', [month, office, 'Số hồ sơ chưa giải quyết'], 'month office_code'),
  columns('of what is being handled', [month, office, 'Số hồ sơ đang giải quyết'], 'month office_code'),
  columns('of what came in', [month, office, 'Số hồ sơ tiếp nhận'], 'month office_code'),
  columns('of what came in, in English', [month, office, 'Dossiers received'], 'month office_code'),
  columns('of what came online alone', [month, office, 'Số hồ sơ trực tuyến'], 'month office_code'),
  columns('of what was late', [month, office, 'Đã giải quyết', 'Không đúng hạn'], 'month office_code handled'),
  columns('of a share', [month, office, 'Đã giải quyết', 'Tỷ lệ đúng hạn'], 'month office_code handled'),
  columns('of a share with its sign', [month, office, 'Đã giải quyết', '% đúng hạn'], 'month office_code handled'),
  columns('of one share after', [month, office, 'Đã giải quyết', 'Đúng hạn (%)'], 'month office_code handled'),
  columns(
    'of early ones by themselves',
    [month, office, 'Đã giải quyết', 'Trước hạn', 'Đúng hạn'],
    'month office_code handled',
  ),
  columns(
    'of all that and the right ones',
    [month, office, 'Số hồ sơ tiếp nhận', 'Số hồ sơ đã giải quyết (hồ sơ)', 'Số hồ sơ đã giải quyết đúng hạn'],
    'month office_code handled on_time',
  ),
  book(
    'a share below a heading of its own',
    {
      rows: [
        [month, office, 'Tỷ lệ (%)', null],
        [null, null, 'Đã giải quyết', 'Đúng hạn'],
        ['9/2026', 'xa-cho-moi', 98, 97],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1'],
    },
    { columns: 'month office_code' },
  ),
  book(
    'the end of a time named before its beginning',
    {
      rows: [
        ['Mã', 'Tên thủ tục', 'Lĩnh vực', 'Hết hiệu lực từ'],
        ['1.001193', 'A', 'B', '1/7/2026'],
      ],
    },
    { columns: 'code name field valid_to' },
    {},
    'procedures',
  ),
]

const asked = (name: string, cell: Written, doubt: string, at = 4, how = {}): OfficeFile => {
  const cells: Written[] = [...line]
  cells[at] = cell
  return book(name, { rows: [headings, cells] }, { doubts: [`${'ABCDEF'[at]}2 ${doubt}`] }, how)
}
const kept = (name: string, cell: Written, seen: string, at = 4): OfficeFile => {
  const cells: Written[] = [...line]
  cells[at] = cell
  const row = read.split(' | ')
  row[at] = seen
  return book(name, { rows: [headings, cells] }, { rows: [row.join(' | ')] })
}

/** What stays as it was typed is named by the database, with its row and column. */
const values: OfficeFile[] = [
  kept('January to September', '1-9/2026', '1-9/2026', 0),
  kept('a month in wide digits', '９／２０２６', '2026-09-01', 0),
  kept('a month with a mark of direction', '\u200e9/2026\u202c', '2026-09-01', 0),
  kept('a code with marks that nobody sees', '\u200exa-cho\u00ad-moi\u2060', 'xa-cho-moi', 1),
  kept('a number with a mark of direction', '\u200e12', '12'),
  kept('two numbers in one cell', '12\n13', '12\n13'),
  kept('digits with a blank that divides no thousands', '1 2', '1 2'),
  kept('a blank between thousands', '12\u00a0345\u202f678', '12345678'),
  kept('a point and a comma, each before three digits', '1.234,567', '1.234,567'),
  kept('a number below one', '0.123', '0.123'),
  kept('four digits before three zeros', '1000.000', '1000.000'),
  kept('a unit after the number', '12 hồ sơ', '12 hồ sơ'),
  asked('all of them as a share', { n: 1, format: '0%' }, 'percent 100%', 5),
  asked('a share with decimals', { n: 0.985, format: '0.0%' }, 'percent 98.5%', 5),
  asked('a number in a cell that shows days', { n: 12, format: 'dd/mm/yyyy' }, 'a_day 1900-01-12'),
  asked('a code that became a day', { n: 46023, format: 'm.yyyy' }, 'a_day 2026-01-01', 2),
  asked('a formula whose result is still to come', { formula: '6+6', result: 0 }, 'no_result =…', 4, { isUnrun: true }),
  book(
    'a number over two columns',
    { rows: [headings, [...line.slice(0, 5), null], line2], merges: ['E2:F2'] },
    { doubts: ['F2 merged_number 12'] },
  ),
  book(
    'a row of remarks in a column that is not read',
    { rows: [[...headings, 'Ghi chú'], line, [null, null, null, null, null, null, 'nháp'], line2] },
    { rows: [read, read2], columns: handledColumns, blank: 1 },
  ),
]

const hidden = (sheets: WrittenSheet[], name: string) => book(name, sheets, { refused: 'only_hidden' })
const offices = (...names: string[]) => `code,name,kind\n${names.map((one, i) => `xa-${i},${one},unit`).join('\n')}\n`
const fine = { rows: [read, read2], columns: handledColumns }
const csv = [headings, line, line2].map(row => row.join(',')).join('\r\n')
const ansi = (content: string) => Buffer.from(content, 'latin1')

const texts: OfficeFile[] = [
  text('thousands that are cut in two', csv.replace('12,11', '1,234,1,200'), { refused: 'extra_cell G2' }),
  text('a name with a comma, not quoted', `${offices('Xã A', 'Xã B, cũ')}`, { refused: 'extra_cell D3' }, 'offices'),
  text(
    'blanks before quotation marks',
    'code, name, kind\nxa-a, "Xã A, cũ", "xã"\n',
    { rows: ['xa-a | Xã A, cũ | xã'] },
    'offices',
  ),
  text(
    'tabs around empty cells',
    'code\tname\tkind\tgso_code\topened_on\nxa-a\tA\txã\t\t1/7/2025\n',
    { rows: ['xa-a | A | xã | - | 2025-07-01'] },
    'offices',
  ),
  text('a NUL in a cell', csv.replace('xa-hoi', 'xa\0hoi'), { refused: 'bad_bytes B3' }),
  text('the end mark of DOS', `${csv}\r\n\x1a`, fine),
  text('NULs to the end of the block', `${csv}\r\n${'\0'.repeat(2000)}`, fine),
  ...['#N/A', '#REF!', '#NAME?', '#DIV/0!', 'Err:502'].map(seen =>
    text(`${seen} in a text`, offices('A', seen), { doubts: [`B3 error ${seen}`] }, 'offices'),
  ),
  ...['Xã Ph??c', '??ng', '????'].map(seen =>
    text(`several letters lost: ${seen}`, offices(seen), { refused: 'lost_letters B2' }, 'offices'),
  ),
  text('letters as a web page writes them', offices('X&#227; A'), { refused: 'mangled_letters B2' }, 'offices'),
  text('Windows-1252, in which ă is ã', ansi(offices('Xã A')), { refused: 'unknown_encoding B2' }, 'offices'),
  text('an old Mac', Buffer.from(offices('X\x8b A'), 'latin1'), { refused: 'unknown_encoding B2' }, 'offices'),
  text('one name in TCVN3', ansi(offices('X· Chî Míi')), { refused: 'unknown_encoding B2' }, 'offices'),
  text('one name in VNI', ansi(offices('Xaõ Chôï Môùi')), { refused: 'unknown_encoding B2' }, 'offices'),
  text('one name in VISCII', ansi(offices('Xã Ch\xfe M\xbei')), { refused: 'unknown_encoding B2' }, 'offices'),
  text('letters that all encodings share', ansi(offices('Café')), { rows: ['xa-0 | Café | unit'] }, 'offices'),
]

export const misreadFiles = [
  ...opposites,
  ...values,
  ...texts,
  hidden([{ state: 'hidden', ...plain }, { rows: [] }], 'the only sheet with data is hidden'),
  hidden([{ ...plain, hidden: [2, 3] }], 'every row is hidden'),
]
