/** The content of a cell: a text, a number or a day of a workbook, or nothing. */
export type FileCell = string | number | boolean | Date | DoubtfulCell | null

/** Why a cell can be read in two ways, or in none; `import.doubt.<key>` explains each. */
export type Doubt =
  | 'error'
  | 'no_result'
  | 'merged_number'
  | 'thousands'
  | 'percent'
  | 'a_day'
  | 'day_or_month'
  | 'day_order'
  | 'digits_lost'
  | 'zeros_lost'
  | 'too_narrow'

/** A cell that is not what its value says by itself. A column that does not mind takes the value. */
export class DoubtfulCell {
  readonly doubt: Doubt
  /** What the person sees in the cell. */
  readonly seen: string
  readonly value: string | number | boolean | Date | null
  constructor(doubt: Doubt, seen: string, value: DoubtfulCell['value']) {
    this.doubt = doubt
    this.seen = seen
    this.value = value
  }
  toString() {
    return this.seen
  }
}

export const isBlank = (cell: FileCell | undefined) =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** Cells that cover several: from and to count from 0, both inclusive. */
export type Merge = { top: number; left: number; bottom: number; right: number }

/** A table as it stands in the file. */
export type FileTable = {
  rows: FileCell[][]
  /** Rows that the person does not see; none in a text. */
  hiddenRows: ReadonlySet<number>
  merges: Merge[]
  /** Who is named in it without a number, which is not a zero. */
  unreported?: string[]
}
