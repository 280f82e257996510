/** Reasons why a file cannot be read; `import.file.<key>` explains each. */
export type FileProblem =
  | 'empty'
  | 'only_hidden'
  | 'too_large'
  | 'no_table'
  | 'web_page'
  | 'old_workbook'
  | 'other_workbook'
  | 'old_browser'
  | 'macros'
  | 'locked'
  | 'broken'
  | 'too_long'
  | 'open_quote'
  | 'extra_cell'
  | 'bad_bytes'
  | 'unknown_encoding'
  | 'lost_letters'
  | 'mangled_letters'
  | 'tcvn3'
  | 'vni'
  | 'other_answer'

/** Where in a file it was seen: the cell as a spreadsheet names it, and what stands there. */
export type SeenCell = { cell: string; seen: string }

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
  readonly key: FileProblem
  readonly at: SeenCell | undefined
  constructor(key: FileProblem, at?: SeenCell) {
    super(key)
    this.key = key
    this.at = at
  }
}

/** A1 is the first cell of the first row; both numbers count from 0. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

export const seenCell = (row: number, column: number, seen: unknown): SeenCell => ({
  cell: cellName(row, column),
  seen: String(seen).slice(0, 60),
})
