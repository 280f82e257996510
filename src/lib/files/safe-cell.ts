/**
 * Text that no spreadsheet runs as a formula: what begins with = + - @, a tab or a line end is made plain by a quotation
 * mark before it (OWASP, CSV Injection). Numbers are written as numbers and need none.
 */
export const safeCell = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

export type Cell = string | number | null | undefined

/**
 * A line of CSV after RFC 4180, without its end. A semicolon and a tab are quoted too: some programs take them for the
 * separator. So are a code of digits and an answer such as 2+, which others take for a number. The database writes the
 * open data by the same rule, `private.csv_cell`.
 */
export const csvLine = (cells: Cell[]) => cells.map(csvCell).join(',')

function csvCell(cell: Cell) {
  const text = typeof cell === 'string' ? safeCell(cell) : String(cell ?? '')
  const looksLikeNumber = typeof cell === 'string' && /^\d+\.?\d*\+?$/.test(text)
  return looksLikeNumber || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV that Excel opens with its diacritics: it begins with the mark by which UTF-8 is known. */
export const csvOf = (rows: Cell[][]) => `\uFEFF${rows.map(csvLine).join('\r\n')}\r\n`
