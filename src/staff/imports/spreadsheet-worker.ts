/// <reference lib="webworker" />
// Reads files away from the page, which stays alive meanwhile: a workbook of 100,000 rows takes seconds.
import { readSheet } from 'read-excel-file/web-worker'
import { dayOfUtc } from '../../lib/dates/day'
import { headingRowOf, type ImportKind, type ImportRows, importRows, recognise } from '../../lib/files/import-schema'
import { type FileCell, kindOf, MOST_ROWS, readText, UnreadableFile } from '../../lib/files/spreadsheet'

export type ReadOrder =
  | { do: 'read'; kind: ImportKind; bytes: ArrayBuffer }
  | { do: 'rows'; columns: (string | null)[] }

export type ReadTable = {
  /** How the text was written; null for a workbook. */
  encoding: string | null
  separator: string | null
  /** The row of the headings as a spreadsheet counts. */
  headingLine: number
  headings: string[]
  /** The first rows below them. */
  samples: string[][]
  rowCount: number
  columns: (string | null)[]
}
export type ReadAnswer = { table: ReadTable } | { rows: ImportRows } | { problem: string }

let table: FileCell[][] = []
let kind: ImportKind = 'handled'
let headingRow = 0

async function cellsOf(bytes: Uint8Array) {
  if (kindOf(bytes) === 'text') return readText(bytes)
  try {
    const rows = (await readSheet(new Blob([bytes as Uint8Array<ArrayBuffer>]), { trim: false })) as FileCell[][]
    return { rows, encoding: null, separator: null }
  } catch {
    throw new UnreadableFile('broken')
  }
}

const shown = (cell: FileCell | undefined) => (cell instanceof Date ? dayOfUtc(cell) : String(cell ?? '').slice(0, 80))

async function read(bytes: Uint8Array): Promise<ReadTable> {
  const { rows, encoding, separator } = await cellsOf(bytes)
  table = rows
  headingRow = headingRowOf(kind, table)
  const headings = table[headingRow] ?? []
  const below = table.slice(headingRow + 1)
  const width = Math.min(60, Math.max(headings.length, ...below.slice(0, 100).map(row => row.length)))
  const all = Array.from({ length: width }, (_, i) => headings[i] ?? null)
  const rowCount = below.filter(row => row.some(cell => String(cell ?? '').trim() !== '')).length
  if (rowCount === 0) throw new UnreadableFile('empty')
  if (rowCount > MOST_ROWS) throw new UnreadableFile('too_long')
  const samples = below.slice(0, 3).map(row => all.map((_, i) => shown(row[i])))
  const columns = recognise(kind, all)
  return { encoding, separator, headingLine: headingRow + 1, headings: all.map(shown), samples, rowCount, columns }
}

async function answer(order: ReadOrder): Promise<ReadAnswer> {
  if (order.do === 'rows') return { rows: importRows(kind, table, headingRow, order.columns) }
  kind = order.kind
  return { table: await read(new Uint8Array(order.bytes)) }
}

self.onmessage = ({ data }: MessageEvent<ReadOrder>) => {
  answer(data).then(
    result => self.postMessage(result),
    error => self.postMessage({ problem: error instanceof UnreadableFile ? error.key : 'broken' }),
  )
}
