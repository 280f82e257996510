/// <reference lib="webworker" />
// Reads files away from the page, which stays alive meanwhile: a workbook of 100,000 rows takes seconds.
import '../../lib/polyfills'
import { dayOfUtc } from '../../lib/dates/day'
import type { FileCell } from '../../lib/files/file-cell'
import { type FileProblem, type SeenCell, UnreadableFile } from '../../lib/files/file-problem'
import { type ImportKind, type ImportRows, importRows } from '../../lib/files/import-schema'
import { type ImportTable, type OpenFile, openFile, tableIn } from '../../lib/files/import-table'
import type { Layout } from '../../lib/files/table-layout'

export type ReadOrder =
  | { do: 'read'; kind: ImportKind; bytes: ArrayBuffer }
  | { do: 'sheet'; sheet: number }
  | { do: 'rows'; columns: (string | null)[] }

export type ReadTable = Pick<OpenFile, 'encoding' | 'separator' | 'hiddenSheets'> &
  Pick<Layout, 'headingLine' | 'headings' | 'columns' | 'leftOut'> & {
    /** Who is named in the file without a number. */
    unreported: string[]
    /** The names of the sheets that hold something. */
    sheets: string[]
    /** The one that was read; null while the person has to choose. */
    sheet: number | null
    /** The first rows below the headings. */
    samples: string[][]
    rowCount: number
  }
export type ReadAnswer =
  | { table: ReadTable }
  | { rows: ImportRows }
  | { problem: FileProblem; at: SeenCell | undefined }
  /** How much of a workbook has been read, 0..1; the answer follows. */
  | { share: number }

let file: OpenFile | undefined
let table: ImportTable | null = null
let kind: ImportKind = 'handled'

const shown = (cell: FileCell | undefined) => (cell instanceof Date ? dayOfUtc(cell) : String(cell ?? '').slice(0, 80))

const MOST_COLUMNS = 60

function described(): ReadTable {
  const { encoding = null, separator = null, sheets = [], hiddenSheets = 0 } = file ?? {}
  const { sheet = null, headingLine = 0, headings = [], columns = [], data = [], leftOut = {} } = table ?? {}
  const seen = headings.slice(0, MOST_COLUMNS).map(shown)
  return {
    encoding,
    separator,
    hiddenSheets,
    sheets: sheets.map(({ name }) => name),
    sheet,
    unreported: sheet === null ? [] : (sheets[sheet]?.unreported ?? []),
    headingLine,
    headings: seen,
    columns: columns.slice(0, MOST_COLUMNS),
    leftOut,
    samples: data.slice(0, 3).map(({ cells }) => seen.map((_, at) => shown(cells[at]))),
    rowCount: data.length,
  }
}

async function answer(order: ReadOrder): Promise<ReadAnswer> {
  if (order.do === 'rows') return { rows: importRows(kind, table?.data ?? [], order.columns) }
  if (order.do === 'read') {
    kind = order.kind
    const tell = (share: number) => self.postMessage({ share } satisfies ReadAnswer)
    file = await openFile(new Uint8Array(order.bytes), tell)
  }
  table = tableIn(kind, file as OpenFile, order.do === 'sheet' ? order.sheet : undefined)
  return { table: described() }
}

self.onmessage = ({ data }: MessageEvent<ReadOrder>) => {
  answer(data).then(
    result => self.postMessage(result),
    error => {
      const { key, at } = error instanceof UnreadableFile ? error : new UnreadableFile('broken')
      self.postMessage({ problem: key, at } satisfies ReadAnswer)
    },
  )
}
