/** Which of the first two numbers of a day is the month: a program of another country writes it first. */
import type { FileCell } from './file-cell.ts'

const written = /^\s*(\d{1,2})([/.-])(\d{1,2})\2\d{4}\b/

function numbersOf(cell: FileCell | undefined) {
  const found = typeof cell === 'string' ? written.exec(cell) : null
  return found ? { first: Number(found[1]), second: Number(found[3]) } : undefined
}

/**
 * Whether a column of days has one that only begins with its month, as 9/15/2026. Its other days, as 7/1/2025, are then
 * in doubt: they may have been written by two programs.
 */
export const beginsWithMonths = (cells: (FileCell | undefined)[]) =>
  cells.some(cell => {
    const numbers = numbersOf(cell)
    return numbers !== undefined && numbers.first <= 12 && numbers.second > 12
  })

/** Whether a cell of such a column is no day that can be told. */
export const isInDoubt = (cell: FileCell | undefined) => {
  const numbers = numbersOf(cell)
  return numbers !== undefined && numbers.first <= 12 && numbers.first !== numbers.second
}
