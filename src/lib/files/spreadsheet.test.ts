import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnreadableFile } from './file-problem.ts'
import { csvOf } from './safe-cell.ts'
import { kindOf, LARGEST_FILE, readText, separatorOf } from './spreadsheet.ts'
import { encodingOf } from './text-encoding.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, { bom = true, big = false } = {}) => {
  const bytes = Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}
/** "Mã;Chợ Mới" as Windows-1258 writes it: the base letter, then the tone as a mark of its own. */
const vn1258 = new Uint8Array([
  0x4d, 0x61, 0xde, 0x3b, 0x43, 0x68, 0xf5, 0xf2, 0x20, 0x4d, 0xf5, 0xec, 0x69, 0x0d, 0x0a,
])

const text = 'Mã;Tên\r\nxa-cho-moi;"Xã Chợ Mới; huyện cũ"\r\n'
test.each([
  ['UTF-8', utf8(text), 'utf-8'],
  ['UTF-8 with its mark', utf8(`\uFEFF${text}`), 'utf-8'],
  ['UTF-16 LE', utf16(text), 'utf-16le'],
  ['UTF-16 BE', utf16(text, { big: true }), 'utf-16be'],
  ['UTF-16 LE without a mark', utf16(text, { bom: false }), 'utf-16le'],
  ['UTF-16 BE without a mark', utf16(text, { bom: false, big: true }), 'utf-16be'],
])('%s is read', (_, bytes, encoding) => {
  expect(readText(bytes)).toEqual({
    rows: [
      ['Mã', 'Tên'],
      ['xa-cho-moi', 'Xã Chợ Mới; huyện cũ'],
    ],
    encoding,
    separator: ';',
  })
})

test('Windows-1258 is read, and its marks become letters', () => {
  expect(encodingOf(vn1258)).toBe('windows-1258')
  expect(readText(vn1258).rows).toEqual([['Mã', 'Chợ Mới']])
})

test.each([
  ['a,b\n1,2', ','],
  ['a;b;c\n1,5;2,5;3,5\n', ';'],
  ['a\tb\nx, y\tz\n', '\t'],
  ['"a,b";c\n"1,2";3', ';'],
  ['sep=|\na|b', '|'],
  ['one', ','],
  ['Báo cáo tháng 3, năm 2019\na;b;c\n1;2;3', ';'],
])('the separator of %j is %j', (sample, separator) => {
  expect(separatorOf(sample)).toBe(separator)
})

const unreadable = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    if (error instanceof UnreadableFile) return error.key
    throw error
  }
  return undefined
}
const png = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0,
])
const zip = (...names: string[]) =>
  new Uint8Array(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(names.join('….')), deflateRawSync('x')]))

test.each([
  ['an empty file', new Uint8Array(), 'empty'],
  ['a file of blanks', utf8(' \r\n \n'), 'empty'],
  ['a picture named .csv', png, 'no_table'],
  ['a true picture', new Uint8Array(readFileSync('docs/screenshots/rate.png')), 'no_table'],
  ['a zip of something else', zip('word/document.xml'), 'no_table'],
  ['a workbook with macros', zip('xl/workbook.xml', 'xl/vbaProject.bin'), 'macros'],
  ['a workbook of before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old_workbook'],
  ['a quotation mark that never ends', utf8('a,b\n"1,2\n'), 'open_quote'],
  ['more than can be kept', new Uint8Array(LARGEST_FILE + 1).fill(65), 'too_large'],
])('%s is refused', (_, bytes, key) => {
  expect(unreadable(() => kindOf(bytes) === 'text' && readText(bytes))).toBe(key)
})

test('a formula is a text', () => {
  expect(readText(utf8('a,b\n"=HYPERLINK(""http://x.vn"";""x"")",+84\n')).rows[1]).toEqual([
    '=HYPERLINK("http://x.vn";"x")',
    '+84',
  ])
})

test('what we write we can read', () => {
  const word = fc.stringMatching(/^[a-zà-ỹ0-9 ,;"\n]{1,12}$/u).map(word => `x${word}`.normalize('NFC'))
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word), { minLength: 2, maxLength: 20 }), rows => {
      expect(readText(utf8(csvOf([['a', 'b', 'c'], ...rows]))).rows).toEqual([['a', 'b', 'c'], ...rows])
    }),
  )
})
