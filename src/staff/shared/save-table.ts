import { hasTime } from '../../lib/dates/day'
import { type Cell, csvOf, safeCell } from '../../lib/files/safe-cell'
import { saveFile } from '../../ui/save-file'

/** A table as CSV; no cell is run as a formula. */
export const saveCsv = (name: string, rows: Cell[][]) =>
  saveFile(`${name}.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }))

/** The cells of an Excel workbook: numbers are numbers there, and dates dates, so that they can be added up and sorted. */
export const workbookCells = (rows: Cell[][]) =>
  rows.map((row, i) =>
    row.map(cell => {
      if (typeof cell === 'number') return { value: cell, type: Number }
      if (cell instanceof Date) {
        return { value: cell, type: Date, format: hasTime(cell) ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy' }
      }
      return cell ? { value: safeCell(cell), type: String, ...(i === 0 && { fontWeight: 'bold' as const }) } : null
    }),
  )

/** The same as an Excel workbook. */
export async function saveXlsx(name: string, rows: Cell[][]) {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  saveFile(`${name}.xlsx`, await writeXlsxFile(workbookCells(rows), { stickyRowsCount: 1 }).toBlob())
}
