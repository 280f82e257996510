/** Recognises which of our columns a heading of a file names. */
import { plainWords } from './cell-values.ts'
import type { FileCell } from './file-cell.ts'
import { type ImportColumn, type ImportKind, importColumns } from './import-schema.ts'

/** What joins the lines of a heading that has several: 'Số hồ sơ › Đúng hạn'. */
export const HEADING_JOINT = ' › '

/** A share is no count, and its sign says so alone: '% đúng hạn'. */
const wordsOf = (text: string) => plainWords(text.replaceAll('%', ' phan tram '))

/**
 * For each column of the file the one of ours that its heading names, or null. None is given twice. A heading is compared
 * whole first, then by its parts, its last line before the others: 'Mã cơ quan (bắt buộc)' is still the office. Where two
 * columns fit equally well, and where the rest of a heading may say the opposite, the person chooses.
 */
export function recognise(kind: ImportKind, headings: FileCell[]): (string | null)[] {
  const all = importColumns[kind]
  const lines = headings.map(cell =>
    String(cell ?? '')
      .split(HEADING_JOINT)
      .map(wordsOf),
  )
  const found: (string | null)[] = lines.map(() => null)
  const isSplit = lines.some(one => isEarly(one.at(-1) ?? ''))
  const give = (wordsAt: (at: number) => string, fit: (words: string, column: ImportColumn) => number) => {
    for (const one of all) {
      if (found.includes(one.name) || (one.name === 'on_time' && isSplit)) continue
      const fits = lines.map((parts, at) => {
        const words = wordsAt(at)
        return found[at] !== null || words === '' || (one.type === 'number' && meansOther(parts.slice(0, -1)))
          ? 0
          : fit(words, one)
      })
      const best = Math.max(0, ...fits)
      const at = fits.indexOf(best)
      if (best > 0 && fits.lastIndexOf(best) === at) found[at] = one.name
    }
  }
  const last = (at: number) => lines[at]?.at(-1) ?? ''
  const whole = (at: number) => lines[at]?.filter(Boolean).join(' ') ?? ''
  const asPart = (words: string, column: ImportColumn) => partOf(words, column, all)
  for (const wordsAt of [last, whole]) give(wordsAt, (words, { aliases }) => Number(aliases.includes(words)))
  for (const wordsAt of [last, whole]) give(wordsAt, asPart)
  return found
}

/** What was early stands in a column of its own in the official form; 'đúng hạn' beside it leaves it out. */
const isEarly = (words: string) => /^(truoc|som)( thoi)? han$/.test(words)

/** Words beside the name of a count that leave it what it is. */
const harmless =
  /\b(so( luong)?|ho so|hs|thu tuc|tthc|tong( so| cong)?|(trong|bao cao|ky|thang|quy|nam)( nay)?|da|duoc|giai quyet|ket qua|xu ly|va|bat buoc|don vi|tinh|dvt|ngay|lam viec|ngay lam viec|thoi han|phieu|ma|visit|codes?|no|number|of|the|in|this|period|month|total|dossiers?|files?|cases?|days?|required|handled|\d+)\b/g
/** Words that make another thing of any name. */
const opposite = /\b(chua|khong|cu|not|old|former)\b/

/** Whether lines above a count make another count of it: 'Tỷ lệ (%) › Đúng hạn', 'Đang giải quyết › Tổng số'. */
const meansOther = (above: string[]) => above.some(words => words.replace(harmless, '').trim() !== '')

/** How much of the words names the column; 0 if another column is named by more, or if the rest may say the opposite. */
function partOf(words: string, column: ImportColumn, all: ImportColumn[]): number {
  const length = lengthOf(words, column)
  return all.some(other => lengthOf(words, other) > length) ? 0 : length
}

function lengthOf(words: string, { aliases, type }: ImportColumn): number {
  const parts = aliases.filter(alias => alias.length > 3 && ` ${words} `.includes(` ${alias} `))
  const longest = parts.reduce((best, one) => (one.length > best.length ? one : best), '')
  const rest = ` ${words} `.replace(` ${longest} `, ' ')
  return opposite.test(rest) || (type === 'number' && meansOther([rest])) ? 0 : longest.length
}
