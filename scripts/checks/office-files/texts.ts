// CSV files as Excel, LibreOffice, other programs and other decades write them.

import { handledColumns, headings, line, line2, type OfficeFile, read, read2 } from './office-file.ts'

const csv = (rows: unknown[][], separator: string, end: string) => rows.map(row => row.join(separator)).join(end) + end
const plain = csv([headings, line, line2], ',', '\r\n')
const fine = { rows: [read, read2], columns: handledColumns }
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

export const text = (
  name: string,
  content: string | Buffer,
  expected: Omit<OfficeFile, 'name' | 'kind' | 'bytes'>,
  kind: OfficeFile['kind'] = 'handled',
): OfficeFile => ({ name, kind, bytes: new Uint8Array(Buffer.from(content as string)), ...expected })

const offices = (...names: string[]) =>
  `code,name,kind\r\n${names.map((name, i) => `xa-${i},${name},unit`).join('\r\n')}\r\n`
/** "Xã Chợ Mới", "Xã Hội An" as the code pages of before Unicode have them. */
const vni = Buffer.from(offices('Xaõ Chôï Môùi', 'Xaõ Hoäi An'), 'latin1')
const tcvn3 = Buffer.from(offices('X· Chî Míi', 'X· Héi An'), 'latin1')
const vn1258 = Buffer.from(offices('Xa\xde Chõ\xf2 Mõ\xeci'), 'latin1')
const damaged = Buffer.concat([Buffer.from(plain), Buffer.from([0x39, 0xff, 0x2c]), Buffer.from('x\r\n')])

export const textFiles: OfficeFile[] = [
  text('UTF-8 as it should be', `\ufeff${plain}`, fine),
  text('UTF-16 of Excel’s “Unicode text”', utf16(csv([headings, line, line2], '\t', '\r\n')), fine),
  text('UTF-16 the other way round', utf16(plain, true), fine),
  text('semicolons', csv([headings, line, line2], ';', '\r\n'), fine),
  text('semicolons, named in the first line', `sep=;\r\n${csv([headings, line, line2], ';', '\r\n')}`, fine),
  text('tabs', csv([headings, line, line2], '\t', '\n'), fine),
  text('bars', csv([headings, line, line2], '|', '\n'), fine),
  text('line ends of an old Mac', csv([headings, line, line2], ';', '\r'), fine),
  text('line ends of two kinds', `${headings.join(',')}\n${line.join(',')}\r\n${line2.join(',')}`, fine),
  text(
    'empty columns and rows at the end',
    `${csv(
      [headings, line, line2].map(row => [...row, '', '']),
      ';',
      '\r\n',
    )};;;;;;;\r\n;;;;;;;\r\n`,
    fine,
  ),
  text(
    'quotation marks in the middle',
    'code,name,kind\nxa-a,Xã "Chợ" Mới,xã\nxa-b,"Xã ""Hội"" An",xã\nxa-c,"Xã" C,xã\n',
    {
      rows: ['xa-a | Xã "Chợ" Mới | xã', 'xa-b | Xã "Hội" An | xã', 'xa-c | "Xã" C | xã'],
    },
    'offices',
  ),
  text(
    'a quotation mark that takes in rows',
    'code,name,kind\nxa-a,"Xã A,xã\nxa-b,Xã B,xã\nxa-c,"Xã C",xã\n',
    { refused: 'open_quote B2' },
    'offices',
  ),
  text(
    'a quotation mark that takes in all that follows',
    'code,name,kind\nxa-a,Xã A,xã\nxa-b,"Xã B,xã\nxa-c,Xã C,xã\n',
    { refused: 'open_quote 3' },
    'offices',
  ),
  text(
    'a line end inside a cell',
    'code,name,kind\nxa-a,"Xã A\n(cũ)",xã\n',
    { rows: ['xa-a | Xã A\n(cũ) | xã'] },
    'offices',
  ),
  text('Windows-1258', vn1258, { rows: ['xa-0 | Xã Chợ Mới | unit'] }, 'offices'),
  text('VNI', vni, { refused: 'vni B2' }, 'offices'),
  text('TCVN3', tcvn3, { refused: 'tcvn3 B2' }, 'offices'),
  text('VNI that was saved as UTF-8', offices('Xaõ Chôï Môùi', 'Xaõ Hoäi An'), { refused: 'vni B2' }, 'offices'),
  text(
    'UTF-8 that was taken for another and saved',
    offices('XÃ£ Chá»£ Má»›i'),
    { refused: 'mangled_letters B2' },
    'offices',
  ),
  text('letters that became question marks', offices('X? Ch? M?i'), { refused: 'lost_letters B2' }, 'offices'),
  text('one wrong byte in UTF-8', damaged, { refused: 'bad_bytes 4' }),
  text('a question is no lost letter', offices('Xã A? (tạm)'), { rows: ['xa-0 | Xã A? (tạm) | unit'] }, 'offices'),
  text(
    'a foreign name is no old font',
    offices('Façade', 'Xã Chợ Mới'),
    { rows: ['xa-0 | Façade | unit', 'xa-1 | Xã Chợ Mới | unit'] },
    'offices',
  ),
  text(
    'square metres and quotation marks are no old font',
    offices('Nhà 5 m²', '«Sao»m²', 'Đất 9 m³'),
    {
      rows: ['xa-0 | Nhà 5 m² | unit', 'xa-1 | «Sao»m² | unit', 'xa-2 | Đất 9 m³ | unit'],
    },
    'offices',
  ),
  text(
    'days of which one has its month first',
    'code,name,kind,opened_on\nxa-a,A,unit,7/1/2025\nxa-b,B,unit,9/15/2026\nxa-c,C,unit,5/5/2025\n',
    { doubts: ['D2 day_order 7/1/2025', 'D3 day_order 9/15/2026'] },
    'offices',
  ),
  text(
    'days as they are written here',
    'code,name,kind,opened_on\nxa-a,A,unit,7/1/2025\nxa-b,B,unit,15/9/2026\n',
    { rows: ['xa-a | A | unit | 2025-01-07', 'xa-b | B | unit | 2026-09-15'] },
    'offices',
  ),
  text('a web page that is named .xls', '<html><table><tr><td>Tháng</td></tr></table>', { refused: 'web_page' }),
  text('a column too narrow for its numbers', csv([headings, [...line.slice(0, 4), '#####', 1]], ',', '\n'), {
    doubts: ['E2 too_narrow #####'],
  }),
  text('decimals written after thousands', csv([headings, [...line.slice(0, 4), '1.234,00', '12,0']], ';', '\n'), {
    rows: [read.replace('12 | 11', '1234 | 12')],
  }),
  text(
    'a form that was saved as CSV',
    csv(
      [
        ['BÁO CÁO THÁNG 9'],
        [''],
        ['STT', ...headings],
        ['A', '1', '2', '3', '4', '5', '6'],
        ['1', ...line],
        ['2', ...line2],
        ['', 'Tổng số', '', '', '', '19', '18'],
        ['', 'Người lập biểu', '', '', '', 'Chủ tịch', ''],
      ],
      ';',
      '\r\n',
    ),
    { ...fine, leftOut: { numbering: 1, totals: 1, notes: 1 } },
  ),
]
