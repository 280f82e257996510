import type { Feature } from 'write-excel-file/browser'
import { safeCell } from '../../lib/files/safe-cell'
import type { Formula, SheetCell } from './sheet'

const isFormula = (cell: SheetCell): cell is Formula => typeof cell === 'object' && cell !== null

const column = (index: number) => String.fromCharCode(65 + index)

const escaped = (text: string) => text.replace(/[<>&"]/g, sign => `&#${sign.charCodeAt(0)};`)

/** The cells as write-excel-file takes them. */
export function bookCells(rows: SheetCell[][]) {
  return rows.map((row, at) =>
    row.map(cell => {
      if (cell === null || cell === '') return null
      if (typeof cell === 'number') return { value: cell, type: Number }
      if (typeof cell === 'string') {
        const isBold = at < 1 || row.length === 1
        return { value: safeCell(cell), type: String, ...(isBold && { fontWeight: 'bold' as const }) }
      }
      return { value: cell.formula, type: 'Formula' as const, ...(cell.format && { format: cell.format }) }
    }),
  )
}

/**
 * Writes beside each formula the value that it has, which the package leaves out: a viewer that does not calculate would show
 * an empty cell. Source: ECMA-376, part 1, 18.3.1.4 (c) and 18.3.1.96 (v).
 */
export function cachedValues(rows: SheetCell[][]): Feature<File | Blob | ArrayBuffer> {
  const values = new Map<string, string | number>()
  for (const [at, row] of rows.entries()) {
    for (const [index, cell] of row.entries()) {
      if (isFormula(cell)) values.set(`${column(index)}${at + 1}`, cell.value)
    }
  }
  const withValue = (whole: string, attributes: string, formula: string) => {
    const value = values.get(/ ?\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '')
    if (value === undefined) return whole
    if (typeof value === 'number') return `<c${attributes}><f>${formula}</f><v>${value}</v></c>`
    return `<c${attributes} t="str"><f>${formula}</f><v>${escaped(value)}</v></c>`
  }
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) => xml.replace(/<c((?: [^>]*)?)><f>([^<]*)<\/f><\/c>/g, withValue),
        },
      },
    },
  }
}

export const columnWidths = [10, 52, 16, 16, 16, 16, 12, 30, 10, 10].map(width => ({ width }))
