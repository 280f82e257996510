/** The cells of one sheet of a workbook. */
import { DoubtfulCell, type FileCell, type FileTable, type Merge } from '../files/file-cell.ts'
import { cellOfNumber } from './number-format.ts'
import { attribute, plainText, walkXml } from './xml.ts'

export type BookParts = {
  strings: string[]
  formats: string[]
  is1904: boolean
  /** The book asks Excel to run every formula when it is opened: what stands in it is no result. */
  isUnrun: boolean
}

/** The last row and column that Excel has; a number beyond is a mistake of the file. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384]

const columnOf = (name: string) => {
  let n = 0
  for (const letter of name) n = n * 26 + letter.charCodeAt(0) - 64
  return n - 1
}

const place = /^\$?([A-Z]+)\$?(\d+)$/

function cornerOf(name: string | undefined) {
  const found = place.exec((name ?? '').toUpperCase())
  return found ? { row: Number(found[2]) - 1, column: columnOf(found[1] as string) } : undefined
}

function mergeOf(ref: string | undefined): Merge | undefined {
  const [from, to] = (ref ?? '').split(':').map(cornerOf)
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : undefined
}

/**
 * Every cell where it says that it is. The sheet's own word for its size (`dimension`) is not asked: some programs write
 * "A1" there, whatever follows. Rows and cells without a place come after the one before.
 */
export function readCells(xml: string, parts: BookParts, onProgress: (share: number) => void): FileTable {
  const table = { rows: [] as FileCell[][], hiddenRows: new Set<number>(), merges: [] as Merge[] }
  const cell = new CellReader(parts)
  let [row, column, isPhonetic] = [-1, -1, false]
  walkXml(xml, {
    progress: onProgress,
    open: (name, attributes) => {
      if (name === 'c') {
        const at = cornerOf(attribute(attributes, 'r'))
        column = at && at.column < LAST_COLUMN ? at.column : column + 1
        cell.begin(attribute(attributes, 't') ?? 'n', Number(attribute(attributes, 's') ?? 0))
      } else if (name === 'row') {
        const at = Number(attribute(attributes, 'r'))
        row = at > 0 && at <= LAST_ROW ? at - 1 : row + 1
        column = -1
        if (/^(1|true)$/.test(attribute(attributes, 'hidden') ?? '')) table.hiddenRows.add(row)
      } else if (name === 'mergeCell') {
        const merge = mergeOf(attribute(attributes, 'ref'))
        if (merge) table.merges.push(merge)
      } else if (name === 'rPh') isPhonetic = true
      else if (name === 'f') cell.hasFormula = true
      cell.isIn = name === 'v' || (name === 't' && !isPhonetic)
    },
    text: text => {
      if (cell.isIn) cell.text += text
    },
    close: name => {
      cell.isIn = false
      if (name === 'rPh') isPhonetic = false
      if (name !== 'c') return
      const value = cell.value()
      if (value === null || row < 0) return
      while (table.rows.length <= row) table.rows.push([])
      const cells = table.rows[row] as FileCell[]
      while (cells.length < column) cells.push(null)
      cells[column] = value
    },
  })
  return table
}

class CellReader {
  isIn = false
  hasFormula = false
  text = ''
  private type = 'n'
  private style = 0
  private readonly parts: BookParts
  constructor(parts: BookParts) {
    this.parts = parts
  }

  begin(type: string, style: number) {
    this.type = type
    this.style = style
    this.text = ''
    this.hasFormula = false
  }

  value(): FileCell {
    const { text, type } = this
    // Programs that write formulas without running them leave the result to Excel.
    if (this.hasFormula && this.parts.isUnrun) return new DoubtfulCell('no_result', '=…', null)
    if (text === '') return this.hasFormula && type !== 'str' ? new DoubtfulCell('no_result', '=…', null) : null
    if (type === 's') return this.parts.strings[Number(text)] ?? null
    if (type === 'str' || type === 'inlineStr') return plainText(text)
    if (type === 'b') return text === '1' || text === 'true'
    if (type === 'e') return new DoubtfulCell('error', plainText(text), null)
    if (type === 'd') return new Date(/T/.test(text) ? text.replace(/Z?$/, 'Z') : `${text}T00:00:00Z`)
    const number = Number(text)
    if (Number.isNaN(number)) return plainText(text)
    return cellOfNumber(number, this.parts.formats[this.style] ?? '', this.parts.is1904)
  }
}
