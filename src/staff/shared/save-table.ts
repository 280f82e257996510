import { type Cell, csvOf, safeCell } from '../../lib/files/safe-cell'
import { saveFile } from '../../ui/save-file'

/** A table as CSV; no cell is run as a formula. */
export const saveCsv = (name: string, rows: Cell[][]) =>
  saveFile(`${name}.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }))

/** The same as an Excel workbook. */
export async function saveXlsx(name: string, rows: Cell[][]) {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const cells = rows.map((row, i) =>
    row.map(cell => {
      if (typeof cell === 'number') return { value: cell, type: Number }
      return cell ? { value: safeCell(cell), type: String, ...(i === 0 && { fontWeight: 'bold' as const }) } : null
    }),
  )
  saveFile(`${name}.xlsx`, await writeXlsxFile(cells, { stickyRowsCount: 1 }).toBlob())
}
