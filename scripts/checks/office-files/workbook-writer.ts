// Writes small workbooks as other programs do, with their peculiarities. Nothing of the reader is in it.

import { crc32, deflateRawSync } from 'node:zlib'

/** A text, a number, a number with a format, a formula with or without its result, an error. */
export type Written =
  | string
  | number
  | boolean
  | null
  | { n: number | string; format: string }
  | { formula: string; result?: number }
  | { error: string }

export type WrittenSheet = {
  name?: string
  state?: 'hidden' | 'veryHidden'
  rows: Written[][]
  /** Numbers from 1, as Excel shows them. */
  hidden?: number[]
  merges?: string[]
  dimension?: string
}

export type WrittenBook = {
  sheets: WrittenSheet[]
  /** Before every tag, as the Open XML SDK and ClosedXML write: 'x:'. */
  prefix?: string
  /** Rows and cells do not say where they are. */
  isPlaceless?: boolean
  /** Texts stand in the cells (openpyxl, Java) or in a list of their own (Excel). */
  isShared?: boolean
  is1904?: boolean
  /** Asks Excel to run every formula, as XlsxWriter does, which writes 0 for each result. */
  isUnrun?: boolean
  /** Parts are named with backslashes. */
  isWindows?: boolean
  /** Sizes stand only in the list at the end, as programs that stream write. */
  isStreamed?: boolean
  /** 'xl/workbook.xml' with most programs. */
  bookName?: string
  /** Other parts, or others in place of these. */
  parts?: Record<string, string>
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

const DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
const SCHEMAS = 'http://schemas.openxmlformats.org'
const RELATIONS = `${SCHEMAS}/officeDocument/2006/relationships`

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
const relations = (all: string[]) =>
  `${DECLARED}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${all.join('')}</Relationships>`

class BookWriter {
  readonly strings: string[] = []
  readonly formats: string[] = ['General']
  readonly book: WrittenBook
  constructor(book: WrittenBook) {
    this.book = book
  }

  cell(value: Written, row: number, column: number) {
    const { prefix: p = '', isPlaceless, isShared } = this.book
    const at = isPlaceless ? '' : ` r="${letters(column)}${row + 1}"`
    if (value === null) return isPlaceless ? `<${p}c/>` : ''
    if (typeof value === 'string') {
      if (!isShared) return `<${p}c${at} t="inlineStr"><${p}is><${p}t>${escaped(value)}</${p}t></${p}is></${p}c>`
      return `<${p}c${at} t="s"><${p}v>${this.strings.push(value) - 1}</${p}v></${p}c>`
    }
    if (typeof value === 'number') return `<${p}c${at}><${p}v>${value}</${p}v></${p}c>`
    if (typeof value === 'boolean') return `<${p}c${at} t="b"><${p}v>${Number(value)}</${p}v></${p}c>`
    if ('error' in value) return `<${p}c${at} t="e"><${p}v>${value.error}</${p}v></${p}c>`
    if ('formula' in value)
      return `<${p}c${at}><${p}f>${escaped(value.formula)}</${p}f>${value.result === undefined ? '' : `<${p}v>${value.result}</${p}v>`}</${p}c>`
    if (!this.formats.includes(value.format)) this.formats.push(value.format)
    return `<${p}c${at} s="${this.formats.indexOf(value.format)}"><${p}v>${value.n}</${p}v></${p}c>`
  }

  sheet({ rows, hidden = [], merges = [], dimension }: WrittenSheet) {
    const { prefix: p = '', isPlaceless } = this.book
    const written = rows.map((cells, row) => {
      const at = isPlaceless ? '' : ` r="${row + 1}"`
      const seen = hidden.includes(row + 1) ? ' hidden="1"' : ''
      return `<${p}row${at}${seen}>${cells.map((cell, column) => this.cell(cell, row, column)).join('')}</${p}row>`
    })
    const covers = merges.map(ref => `<${p}mergeCell ref="${ref}"/>`).join('')
    return `<${p}worksheet${this.space}>${dimension ? `<${p}dimension ref="${dimension}"/>` : ''}<${p}sheetData>${written.join('')}</${p}sheetData>${covers && `<${p}mergeCells>${covers}</${p}mergeCells>`}</${p}worksheet>`
  }

  /** Declares the namespace for tags with the prefix, or without one. */
  get space() {
    const { prefix } = this.book
    return ` xmlns${prefix ? `:${prefix.slice(0, -1)}` : ''}="${SCHEMAS}/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"`
  }

  parts(): Record<string, string> {
    const { sheets, prefix: p = '', is1904, isUnrun, isWindows, parts, bookName = 'xl/workbook.xml' } = this.book
    const folder = isWindows ? 'xl\\worksheets\\' : 'xl/worksheets/'
    const written = sheets.map((sheet, i) => [`${folder}sheet${i + 1}.xml`, DECLARED + this.sheet(sheet)])
    const names = sheets.map(
      ({ name, state }, i) =>
        `<${p}sheet name="${escaped(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
    )
    const targets = sheets.map((_, i) =>
      relation(`rId${i + 1}`, 'worksheet', `${isWindows ? '/xl/' : ''}worksheets/sheet${i + 1}.xml`),
    )
    const others = [relation('rIdA', 'styles', 'styles.xml'), relation('rIdB', 'sharedStrings', 'sharedStrings.xml')]
    return {
      '[Content_Types].xml': `${DECLARED}<Types xmlns="${SCHEMAS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      '_rels/.rels': relations([relation('rId1', 'officeDocument', bookName)]),
      [bookName]: `${DECLARED}<${p}workbook${this.space}><${p}workbookPr${is1904 ? ' date1904="1"' : ''}/><${p}sheets>${names.join('')}</${p}sheets>${isUnrun ? `<${p}calcPr fullCalcOnLoad="1"/>` : ''}</${p}workbook>`,
      [bookName.replace('xl/', 'xl/_rels/').concat('.rels')]: relations([...targets, ...others]),
      'xl/styles.xml': this.styles(),
      ...Object.fromEntries(written),
      'xl/sharedStrings.xml': `${DECLARED}<${p}sst${this.space}>${this.strings.map(text => `<${p}si><${p}r><${p}t>${escaped(text)}</${p}t></${p}r><${p}rPh><${p}t>x</${p}t></${p}rPh></${p}si>`).join('')}</${p}sst>`,
      ...parts,
    }
  }

  styles() {
    const { prefix: p = '' } = this.book
    const formats = this.formats.map((code, i) => `<${p}numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
    const styles = this.formats.map((_, i) => `<${p}xf numFmtId="${i === 0 ? 0 : 164 + i}"/>`)
    return `${DECLARED}<${p}styleSheet${this.space}><${p}numFmts>${formats.join('')}</${p}numFmts><${p}cellStyleXfs><${p}xf numFmtId="14"/></${p}cellStyleXfs><${p}cellXfs>${styles.join('')}</${p}cellXfs></${p}styleSheet>`
  }
}

export const workbook = (book: WrittenBook) => zip(new BookWriter(book).parts(), book.isStreamed)

export function zip(parts: Record<string, string>, isStreamed = false): Uint8Array<ArrayBuffer> {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const [plain, title] = [Buffer.from(text), Buffer.from(name)]
    const packed = deflateRawSync(plain)
    const numbers = Buffer.alloc(26)
    numbers.writeUInt16LE(20, 0)
    numbers.writeUInt16LE(isStreamed ? 8 : 0, 2)
    numbers.writeUInt16LE(8, 4)
    numbers.writeUInt32LE(crc32(plain), 10)
    numbers.writeUInt32LE(packed.length, 14)
    numbers.writeUInt32LE(plain.length, 18)
    numbers.writeUInt16LE(title.length, 22)
    const before = Buffer.from(numbers)
    if (isStreamed) before.fill(0, 10, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), numbers, place, title)
    const body = [Buffer.from('PK\x03\x04', 'latin1'), before, title, packed]
    bodies.push(...body)
    at += body.reduce((sum, { length }) => sum + length, 0)
  }
  const count = Object.keys(parts).length
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...bodies, ...list, end]))
}
