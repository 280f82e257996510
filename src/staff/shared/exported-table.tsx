import type { Cell } from '../../lib/files/safe-cell'
import { slugOf } from '../../lib/text/slug'
import { type Column, DataTable, type TableProps } from '../../ui/tables/data-table'
import { wordsOf } from '../../ui/tables/words-of'
import { ExportButtons } from './export-buttons'

/** Names are kept whole on a page by blanks that a spreadsheet would not find again. */
const plain = (words: string) =>
  words
    .replace(/[\u00a0\u202f\u2060]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** What a table shows as the rows of a file: all that were found, with the words of their cells, or what a column has for a file. */
export function fileRows<Row>(columns: Column<Row>[], rows: readonly Row[]): Cell[][] {
  const told = columns.filter(column => !column.isNameSilent)
  return [
    told.map(({ name }) => name),
    ...rows.map(row => told.map(column => column.inFile?.(row) ?? plain(wordsOf(column.cell(row))))),
  ]
}

/** A list of the office's side, which can be taken along as it is shown: searched, filtered and sorted. */
export function ExportedTable<Row>(props: TableProps<Row>) {
  return (
    <DataTable
      {...props}
      foot={found => <ExportButtons name={slugOf(props.caption)} rows={() => fileRows(props.columns, found)} />}
    />
  )
}
