/** Finds in a sheet what is its table: the headings, the rows of data, and the rows that are neither. */
import { DoubtfulCell, type FileCell, type FileTable, isBlank, type Merge } from './file-cell.ts'
import { HEADING_JOINT, recognise } from './headings.ts'
import { type DataRow, type ImportKind, importColumns } from './import-schema.ts'
import { type LeftOut, rowKind } from './row-kinds.ts'

export type Layout = {
  /** The lines of each column's heading in one text. */
  headings: string[]
  /** The last row of the headings, counted as a spreadsheet counts. */
  headingLine: number
  /** What each column is taken for. */
  columns: (string | null)[]
  data: DataRow[]
  /** How many rows are not data, by why. */
  leftOut: Partial<Record<LeftOut, number>>
}

/** A table further down has a title page above it. */
const HEADINGS_WITHIN = 40
const MOST_HEADING_LINES = 3

type Headings = { from: number; to: number; texts: string[]; score: number }

export function layoutOf(kind: ImportKind, table: FileTable): Layout {
  const headings = findHeadings(kind, table)
  const columns = recognise(kind, headings.texts)
  const rows = spreadMerges(table, headings.to + 1)
  const leftOut: Layout['leftOut'] = {}
  const data: DataRow[] = []
  const kindOfRow = rowKind({
    ...table,
    rows,
    needed: importColumns[kind].flatMap(one => {
      const at = columns.indexOf(one.name)
      return one.isNeeded && at >= 0 ? [{ at, isNumber: one.type === 'number' }] : []
    }),
    headings: rows.slice(headings.from, headings.to + 1),
    start: headings.to + 1,
  })
  for (let at = headings.to + 1; at < rows.length; at += 1) {
    const why = kindOfRow(at)
    if (why === 'data') data.push({ at, cells: rows[at] ?? [] })
    else if (why !== 'after') leftOut[why] = (leftOut[why] ?? 0) + 1
  }
  const width = widthOf([headings.texts, ...data.map(({ cells }) => cells)])
  return {
    headings: Array.from({ length: width }, (_, at) => headings.texts[at] ?? ''),
    headingLine: headings.to + 1,
    columns: Array.from({ length: width }, (_, at) => columns[at] ?? null),
    data,
    leftOut,
  }
}

/** Without the empty columns at the end. */
function widthOf(rows: (FileCell | string)[][]) {
  let width = 0
  for (const row of rows) {
    let last = row.length
    while (last > width && isBlank(row[last - 1])) last -= 1
    width = Math.max(width, last)
  }
  return width
}

/** The rows that name most of our columns; of those that name as many, the fewest and the first. */
function findHeadings(kind: ImportKind, table: FileTable): Headings {
  let best: Headings | undefined
  for (let from = 0; from < Math.min(HEADINGS_WITHIN, table.rows.length); from += 1) {
    // A title stands alone in its row.
    if (new Set(filled(table, from).filter(Boolean)).size < 2) continue
    if (isLowerLine(table, from)) continue
    const least = linesOf(table, from)
    for (let lines = least; lines <= MOST_HEADING_LINES; lines += 1) {
      const to = from + lines - 1
      if (lines > least && !isOfWords(table.rows[to])) break
      const texts = joined(table, from, to)
      const score = recognise(kind, texts).filter(Boolean).length
      if (score >= 2 && score > (best?.score ?? 0)) best = { from, to, texts, score }
    }
  }
  if (best) return best
  const first = Math.max(
    0,
    table.rows.findIndex(row => !row.every(isBlank)),
  )
  return { from: first, to: first, texts: joined(table, first, first), score: 0 }
}

/** Whether headings of the row above reach down into this one: without that row, what is below it loses its name. */
const isLowerLine = ({ merges }: FileTable, row: number) =>
  merges.filter(({ top, bottom }) => top < row && bottom >= row && bottom - top < MOST_HEADING_LINES).length > 1

const covering = (merges: Merge[], row: number, column: number) =>
  merges.find(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right)

/** The texts of a row of headings; a merged cell says the same in all that it covers. */
function filled({ rows, merges }: FileTable, row: number): string[] {
  const here = merges.filter(({ top, bottom }) => row >= top && row <= bottom)
  const width = Math.max(rows[row]?.length ?? 0, ...here.map(({ right }) => Math.min(right, 200) + 1))
  return Array.from({ length: width }, (_, column) => {
    const merge = covering(here, row, column)
    return String((merge ? rows[merge.top]?.[merge.left] : rows[row]?.[column]) ?? '').trim()
  })
}

/** How many lines the headings that begin here have for certain: merged ones, or words below that the first left empty. */
function linesOf(table: FileTable, from: number) {
  const tall = table.merges.filter(({ top, bottom, left, right }) => top === from && bottom > top && right - left < 3)
  const lines = Math.max(1, ...tall.map(({ bottom }) => bottom - from + 1))
  if (lines > 1) return Math.min(lines, MOST_HEADING_LINES)
  const [first, below] = [filled(table, from), table.rows[from + 1] ?? []]
  const isWide = table.merges.some(({ top, left, right }) => top === from && right > left)
  const isUnderNothing = below.some((cell, at) => !isBlank(cell) && !table.rows[from]?.[at])
  const leavesOut = first.some((text, at) => text !== '' && isBlank(below[at]))
  return isOfWords(below) && (isWide || isUnderNothing) && leavesOut ? 2 : 1
}

/** Whether a row can be a second line of headings: words, and no numbers, days or codes. */
function isOfWords(row: FileCell[] | undefined) {
  const cells = row?.filter(cell => !isBlank(cell)) ?? []
  return cells.length > 0 && cells.every(cell => typeof cell === 'string' && !/\d/.test(cell))
}

function joined(table: FileTable, from: number, to: number): string[] {
  const lines = Array.from({ length: to - from + 1 }, (_, i) => filled(table, from + i))
  const width = Math.max(...lines.map(line => line.length))
  return Array.from({ length: width }, (_, column) => {
    const texts = lines.map((line, i) => {
      const isLast = i === lines.length - 1
      // A text has no merged cells: a heading goes on over the empty ones that follow, as long as something stands below.
      if (line[column] || isLast || !lines[i + 1]?.[column]) return line[column] ?? ''
      return line.slice(0, column).findLast(Boolean) ?? ''
    })
    return texts.filter((text, i) => text !== '' && texts.indexOf(text) === i).join(HEADING_JOINT)
  })
}

/**
 * A cell that was merged downwards counts for each of its rows. A number would be counted several times, and is asked; so
 * is one that was merged over several columns.
 */
function spreadMerges({ rows, merges }: FileTable, start: number): FileCell[][] {
  const below = merges.filter(({ top }) => top >= start && top < rows.length)
  const tall = below.filter(({ top, bottom }) => bottom > top)
  const wide = below.filter(({ top, left, right }) => right > left && typeof rows[top]?.[left] === 'number')
  if (tall.length + wide.length === 0) return rows
  const spread = rows.map(row => [...row])
  for (const { top, bottom, left } of tall) {
    const cell = spread[top]?.[left] ?? null
    const shared = typeof cell === 'number' ? new DoubtfulCell('merged_number', String(cell), cell) : cell
    for (let row = top; row <= Math.min(bottom, spread.length - 1); row += 1) {
      const cells = spread[row] as FileCell[]
      while (cells.length < left) cells.push(null)
      cells[left] = shared
    }
  }
  for (const { top, bottom, left, right } of wide) {
    const number = spread[top]?.[left]
    const shared = number instanceof DoubtfulCell ? number : new DoubtfulCell('merged_number', String(number), null)
    for (let row = top; row <= Math.min(bottom, spread.length - 1); row += 1) {
      for (let column = left + 1; column <= Math.min(right, 200); column += 1)
        (spread[row] as FileCell[])[column] = shared
    }
  }
  return spread
}
