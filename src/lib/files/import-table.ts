/** Opens a chosen file as a table to import: which sheet, which rows, which columns. */

import { readWorkbook, type Sheet } from '../workbook/workbook.ts'
import { type FileTable, isBlank } from './file-cell.ts'
import { seenCell, UnreadableFile } from './file-problem.ts'
import type { ImportKind } from './import-schema.ts'
import { evaluationTable, evaluationText } from './national-evaluation.ts'
import { kindOf, MOST_ROWS, readText } from './spreadsheet.ts'
import { type Layout, layoutOf } from './table-layout.ts'
import { type Encoding, refuseLostLetters } from './text-encoding.ts'

export type OpenFile = {
  /** How the text was written; null for a workbook. */
  encoding: Encoding | null
  separator: string | null
  /** The sheets with something in them that the person sees; one, without a name, for a text. */
  sheets: (FileTable & { name: string })[]
  hiddenSheets: number
}

export type ImportTable = Layout & { sheet: number }

/** `onProgress` gets a share, 0..1. Throws UnreadableFile. */
export async function openFile(
  bytes: Uint8Array<ArrayBuffer>,
  onProgress?: (share: number) => void,
): Promise<OpenFile> {
  if (kindOf(bytes) === 'text') {
    const text = evaluationText(bytes)
    if (text)
      return { encoding: null, separator: null, sheets: [{ name: '', ...evaluationTable(text) }], hiddenSheets: 0 }
    const { rows, encoding, separator } = readText(bytes)
    return { encoding, separator, sheets: [{ name: '', rows, hiddenRows: new Set(), merges: [] }], hiddenSheets: 0 }
  }
  const { sheets, hiddenSheets } = await readWorkbook(bytes, onProgress).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken')
  })
  return { encoding: null, separator: null, sheets: sheets.filter(({ rows }) => rows.length > 0), hiddenSheets }
}

const known = ({ columns }: Layout) => columns.filter(Boolean).length

/**
 * The table of the sheet that was asked for, or of the only one whose headings are known. Null when the person has to
 * say which of several sheets. Throws UnreadableFile.
 */
export function tableIn(kind: ImportKind, file: OpenFile, asked?: number): ImportTable | null {
  const { sheets, encoding, hiddenSheets } = file
  if (sheets.length === 0) throw new UnreadableFile(hiddenSheets > 0 ? 'only_hidden' : 'empty')
  const layouts = sheets.map((sheet: Sheet, at) =>
    asked === undefined || asked === at ? { sheet: at, ...layoutOf(kind, sheet) } : null,
  )
  const named = layouts.filter(one => one !== null && known(one) >= 2 && one.data.length > 0)
  const chosen = asked !== undefined ? layouts[asked] : sheets.length === 1 ? layouts[0] : named[0]
  if (!chosen || (asked === undefined && named.length > 1)) return null
  refuseLostLetters(sheets[chosen.sheet]?.rows ?? [], encoding === 'windows-1258')
  if (chosen.data.length === 0) throw new UnreadableFile(chosen.leftOut.hidden ? 'only_hidden' : 'empty')
  if (encoding !== null) refuseExtraCells(chosen)
  if (chosen.data.length > MOST_ROWS) throw new UnreadableFile('too_long')
  return chosen
}

/** In a text a cell beyond the headings was cut off by a separator inside another: 1,234 became 1 and 234. */
function refuseExtraCells({ headings, data }: Layout) {
  const last = headings.findLastIndex(Boolean)
  for (const { at, cells } of data) {
    const column = cells.findIndex((cell, i) => i > last && !isBlank(cell))
    if (column >= 0) throw new UnreadableFile('extra_cell', seenCell(at, column, cells[column]))
  }
}
