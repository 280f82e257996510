/** What the number format of a workbook's cell makes of its number: a day, or a number that is shown in another way. */
import { DAY } from '../dates/day.ts'
import { DoubtfulCell, type FileCell } from '../files/file-cell.ts'

/** Built-in formats that are days or shares (ECMA-376, 18.8.30); East Asian days among them. 16 is d-mmm, 17 mmm-yy. */
const builtIn: Record<number, string> = {
  9: '0%',
  10: '0.00%',
  14: 'd/m/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'd/m/yyyy h:mm',
}
const isBuiltInDay = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

export const formatOf = (id: number, written: ReadonlyMap<number, string>) =>
  written.get(id) ?? builtIn[id] ?? (isBuiltInDay(id) ? 'd/m/yyyy' : '')

/** The letters of a format's first part that are no text, colour, language or padding. */
const bare = (format: string) =>
  (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '')
    .replace(/general/i, '')
    .toLowerCase()

const EPOCH = Date.UTC(1899, 11, 30)

/** From the number of a day. Excel for old Macs counts from 1904. */
export function cellOfNumber(value: number, format: string, is1904: boolean): FileCell {
  const letters = bare(format)
  if (/[dy]|m(?!.*[hs])/.test(letters) && !/[0#]/.test(letters)) {
    const serial = value + (is1904 ? 1462 : 0)
    if (serial < 0 || serial > 2_958_465) return value
    // Excel counts 29 February 1900, which never was.
    const day = new Date(EPOCH + Math.round((serial < 60 && !is1904 ? serial + 1 : serial) * DAY))
    // 9/25 becomes 25 September of the year in which it was typed: somebody may have meant September 2025.
    return letters.includes('d') && !letters.includes('y') ? new DoubtfulCell('day_or_month', dayShown(day), day) : day
  }
  // 1 shown as 100%: a share, and no count.
  if (letters.includes('%')) return new DoubtfulCell('percent', `${Number((value * 100).toFixed(2))}%`, value)
  // 1 shown as 1.000: one, or one thousand typed where the point divides decimals.
  if (/^[#0,]*\.000$/.test(letters) && Number.isInteger(value) && Math.abs(value) < 1000)
    return new DoubtfulCell('thousands', value.toFixed(3), value)
  return value
}

const dayShown = (day: Date) =>
  day.toLocaleDateString('en-GB', { day: '2-digit', month: 'short', timeZone: 'UTC' }).replace(' ', '-')
