/** Tells the data of a table from the rows around it: sums, numbers of columns, titles of parts, signatures. */
import { type FileCell, type FileTable, isBlank } from './file-cell.ts'

export type LeftOut = 'totals' | 'empty' | 'hidden' | 'numbering' | 'sections' | 'notes' | 'headings'
/** `after`: an empty row below the last one of the table, which nobody misses. */
type RowKind = 'data' | 'after' | LeftOut

type Place = { at: number; isNumber: boolean }
type Table = FileTable & { needed: Place[]; headings: FileCell[][]; start: number }

const textOf = (cell: FileCell | undefined) => (isBlank(cell) ? '' : String(cell).normalize('NFC').trim())

/** Vietnamese letters matter: 'Công' is no sum. Without any, only the words that nothing else is spelt like. */
const total =
  /^(tổng cộng|tổng số|tổng|cộng|tong cong|tong so|total|grand total|sum)( (chung|cuối|cột|trang|toàn|theo|lĩnh vực|tháng|quý|năm|xã|phường|số|hồ sơ|mục|phần)(?!\p{L}).*| [IVX]+| \(.*\))?\s*[:.]?$/iu
const isRoman = (text: string) => /^([IVX]{1,5}|[A-H])[.)]?$/.test(text)
const note =
  /^(người (lập|tổng hợp|báo cáo)|lập (biểu|bảng)|thủ trưởng|(phó )?chủ tịch|(phó )?giám đốc|trưởng phòng|tm\.|kt\.|tl\.|ghi chú|nơi nhận|\(?ký|xác nhận|nguồn|kế toán)|^.{0,40}ngày\s.{0,12}tháng\s.{0,12}năm/iu

/** (1), (2) or A, B, 1, 2 or (5)=(3)+(4) below the headings; or their units: (hồ sơ). */
function isNumbering(cells: string[]) {
  if (cells.length < 2 || !cells.every(text => /^\(?(\d{1,2}|[A-Z])\)?$|^\(?\d{1,2}\)?\s*=|^\([^)]*\)$/.test(text)))
    return false
  const numbers = cells.flatMap(text => /^\(?(\d{1,2})/.exec(text)?.[1] ?? []).map(Number)
  return (
    (numbers.length > 2 || cells.every(text => text.startsWith('('))) &&
    numbers.every((n, i) => i === 0 || n === (numbers[i - 1] as number) + 1)
  )
}

/** A sum names itself in its first words, after its number at most. */
function isTotal(cells: string[]) {
  const [first = '', second = ''] = cells
  return total.test(first) || ((isRoman(first) || /^\d+$/.test(first)) && total.test(second))
}

/** The kind of each row, asked for from the first below the headings to the last. */
export function rowKind(table: Table): (at: number) => RowKind {
  const { rows, hiddenRows, merges, needed, start } = table
  const isData = (at: number) =>
    needed.length > 0 &&
    needed.every(place => {
      const text = textOf(rows[at]?.[place.at])
      return text !== '' && (!place.isNumber || /\d/.test(text))
    })
  const firstNote = notesFrom(table, isData)
  const last = rows.findLastIndex(row => !row.every(isBlank))
  const headings = new Set(table.headings.map(row => row.map(textOf).join('\t')))
  const wide = new Set(merges.filter(({ left, right }) => right > left).map(({ top }) => top))
  let isStart = true
  return at => {
    const row = rows[at] ?? []
    const cells = row.map(textOf).filter(Boolean)
    if (cells.length === 0) return at > last ? 'after' : 'empty'
    if (hiddenRows.has(at)) return 'hidden'
    if (isStart && at < start + 3 && isNumbering(cells)) return 'numbering'
    isStart = false
    if (isTotal(cells)) return 'totals'
    if (at >= firstNote) return 'notes'
    if (headings.has(row.map(textOf).join('\t'))) return 'headings'
    const isTitle = isRoman(cells[0] as string) || (cells.length === 1 && wide.has(at))
    return isTitle && !isData(at) ? 'sections' : 'data'
  }
}

/** The first row from which on there are only signatures and remarks. */
function notesFrom({ rows, start }: Table, isData: (at: number) => boolean) {
  let lastData = rows.length - 1
  while (lastData >= start && !isData(lastData)) lastData -= 1
  if (lastData < start) return rows.length
  const found = rows.slice(lastData + 1).findIndex(row => row.some(cell => note.test(textOf(cell))))
  return found < 0 ? rows.length : lastData + 1 + found
}
