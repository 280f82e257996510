import { type Cell, csvOf, safeCell } from '../lib/safe-cell'

/** Hands a file to the browser, which keeps it where the person wants it. */
export function saveFile(name: string, content: Blob) {
  const url = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The download has its own copy once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A table as CSV; no cell is run as a formula. */
export const saveCsv = (name: string, rows: Cell[][]) =>
  saveFile(`${name}.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }))

/** The same as a workbook of Excel; texts are texts there, whatever they begin with. */
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
