import { isoText } from '../dates/day.ts'

/** With these a spreadsheet begins a formula; the wide ones are those of an East Asian keyboard. */
const signs = '=+\\-@＝＋－＠'

/**
 * Text that no spreadsheet runs as a formula: what begins with = + - @, a tab or a line end is made plain by a quotation
 * mark before it (OWASP, CSV Injection). Numbers are written as numbers and need none.
 */
export const safeCell = (text: string) => (formula.test(text) ? `'${text}` : text)
const formula = new RegExp(`^[${signs}\\t\\r\\n]`)

/**
 * A program that takes a semicolon, a tab or a bar for the separator begins a cell after it, and a line after a line end
 * that stands within a cell: a formula sign there is made plain as well.
 */
const hidden = new RegExp(`([;|\\t\\r\\n]"*)(?=[${signs}])`, 'g')

/** A blank at either end is kept by few programs without quotation marks. */
const special = /[",;|\t\r\n]|^\s|\s$/
const sign = new RegExp(`^'[${signs}]`)

/** Of digits alone, as 1.010730, 0296… and 2+ are: quoted, so that a program that keeps quoted cells as text keeps its zeros. */
const digits = /^[0-9]+[.]?[0-9]*[+]?$/

/** A Date is a day, or a minute, of its UTC fields: what stands in a cell has no time zone. */
export type Cell = string | number | Date | null | undefined

/**
 * A line of CSV after RFC 4180, without its end. Every writer of ours follows this rule: a cell is quoted if it holds a
 * comma, a semicolon, a tab, a bar, a quotation mark or a line end, begins with a formula sign or a blank, ends with a
 * blank, or is a text of digits. The database writes the open data by the same rule, `private.csv_cell`.
 */
export const csvLine = (cells: Cell[]) => cells.map(csvCell).join(',')

function csvCell(cell: Cell) {
  // As ISO 8601 writes it, which every program takes for a date.
  if (cell instanceof Date) return isoText(cell)
  if (typeof cell !== 'string') return String(cell ?? '')
  const text = safeCell(cell).replace(hidden, "$1'")
  return special.test(text) || sign.test(text) || digits.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV that Excel opens with its diacritics: it begins with the mark by which UTF-8 is known. */
export const csvOf = (rows: Cell[][]) => `\uFEFF${rows.map(csvLine).join('\r\n')}\r\n`
