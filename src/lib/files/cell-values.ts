/** Turns a cell into the text that the database takes, or says why that would be a guess. */
import { addDays, dayOfUtc } from '../dates/day.ts'
import { serviceChannels } from '../lists.ts'
import { stripDiacritics } from '../text/words.ts'
import { type Doubt, DoubtfulCell, type FileCell, isBlank } from './file-cell.ts'
import { monthText } from './month-text.ts'

export type ColumnType =
  | 'text'
  | 'code'
  | 'gso'
  | 'phone'
  | 'procedure'
  | 'day'
  | 'month'
  | 'number'
  | 'decimal'
  | 'channel'
  | 'channels'
  | 'online_level'

/** What a program had taken away and can only have been this; counted, and said before anything is written. */
export type Restored = 'code_zero' | 'code_dot' | 'code_suffix' | 'phone_zero' | 'gso_zero'

export type CellValue = { text: string | null; doubt?: Doubt; restored?: Restored }

/** Excel counts days from 30/12/1899; a workbook's cell without a date format holds that number. */
const EXCEL_EPOCH = '1899-12-30'

const iso = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** YYYY-MM-DD; what is no day stays as it was typed, for the database to name it. */
export function dayText(cell: FileCell): string {
  if (cell instanceof Date) return dayOfUtc(cell)
  const text = typedText(cell)
  // Between 1954 and 2118: a smaller number is a year, or no day at all.
  if (/^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 20_000 && Number(text) < 80_000)
    return addDays(EXCEL_EPOCH, Math.floor(Number(text)))
  // One sign between all three: 1-9/2026 is January to September.
  const local = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T]0?0:00(?::00)?)?$/.exec(text)
  if (local) return iso(local[4] as string, local[3] as string, local[1] as string)
  const written = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ T]0?0:00(?::00)?(?:\.0+)?Z?)?$/.exec(text)
  return written ? iso(written[1] as string, written[3] as string, written[4] as string) : text
}

/** The first day of the month that a cell names in any way, or that a day of it stands for. */
function monthValue(cell: FileCell): CellValue {
  if (!(cell instanceof Date)) {
    const named = monthText(typedText(cell))
    if (named) return named === 'day_or_month' ? { text: String(cell), doubt: named } : { text: named }
  }
  const day = dayText(cell)
  return { text: /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day.slice(0, 8)}01` : day }
}

/** With one sign between thousands throughout, and zeros for decimals after another one. */
const inThousands = /^([1-9]\d{0,2}([., ])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,]0{1,2})?$/
const inDigits = /^0*(\d+)(?:[.,]0{1,2})?$/

/**
 * A whole number: 1.234, 1,234 and 1 234 are one thousand two hundred and thirty-four, 12,0 is twelve. 1.234,567, 0.123
 * and 12 13 are none that can be told, and stay as they were typed, for the database to name them.
 */
function numberValue(cell: FileCell): CellValue {
  // A number with decimals was typed with a point where the point divides decimals: 1.234, and 1.000 became 1 beside it.
  if (typeof cell === 'number' && !Number.isInteger(cell)) return { text: String(cell), doubt: 'thousands' }
  const text = typedText(cell)
  const [, grouped] = inThousands.exec(text) ?? []
  return { text: grouped?.replace(/[., ]/g, '') ?? inDigits.exec(text)?.[1] ?? text }
}

/** A workbook that took 1.000240 for a number has lost its last zero, and 1.001193 its point where that divides thousands. */
function procedureValue(cell: FileCell): CellValue {
  const text = typedText(cell)
  // The national form names the ministry and the province after the procedure.
  const long = /^([1-9]\.\d{6})(?:\.\d{2,3})+\.[A-Z]\d{2}$/i.exec(text)
  if (long) return { text: long[1] as string, restored: 'code_suffix' }
  const bare = /^([1-9])(\d{6})$/.exec(text)
  if (bare) return { text: `${bare[1]}.${bare[2]}`, restored: 'code_dot' }
  const cut = /^([1-9])([.,])(\d{3,6})$/.exec(text)
  if (!cut) return { text }
  const [, first, point, digits = ''] = cut
  const restored = digits.length < 6 ? 'code_zero' : point === ',' ? 'code_dot' : undefined
  return { text: `${first}.${digits.padEnd(6, '0')}`, ...(restored && { restored }) }
}

/** A landline has 11 digits here, from 02, and a mobile 10: without their 0 they can be nothing else. 1900… has none. */
function phoneValue(cell: FileCell): CellValue {
  const text = typedText(cell)
  const digits = text.replace(/[\s.-]/g, '')
  return /^(2\d{9}|[35789]\d{8})$/.test(digits) ? { text: `0${text}`, restored: 'phone_zero' } : { text }
}

/** Without letters that nobody sees: marks of direction and blanks without width come along when a text is copied. */
function typedText(cell: FileCell): string {
  return String(cell)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

/** A heading or a word of a list, without marks: 'Mã cơ quan (bắt buộc)' is 'ma co quan bat buoc'. */
export const plainWords = (cell: FileCell | undefined) =>
  stripDiacritics(String(cell ?? ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const channels: Record<string, string[]> = {
  counter: ['counter', 'truc tiep', 'tai quay', 'quay', 'truc tiep tai quay', 'mot cua', 'in person'],
  online: ['online', 'truc tuyen', 'dich vu cong truc tuyen', 'dvctt', 'qua mang'],
  postal: ['postal', 'buu chinh', 'buu dien', 'buu chinh cong ich', 'bcci', 'post'],
}

/** How far a procedure can be done online. Lists of 2020 say so by a number: 4 is full, 3 partial. */
const onlineLevels: Record<string, string[]> = {
  full: ['full', 'toan trinh', 'dich vu cong truc tuyen toan trinh', 'dvctt toan trinh', 'muc do 4', 'muc 4', '4'],
  partial: ['partial', 'mot phan', 'dich vu cong truc tuyen mot phan', 'dvctt mot phan', 'muc do 3', 'muc 3', '3'],
  none: ['none', 'khong', 'khong truc tuyen', 'chua co', 'cung cap thong tin', 'muc do 1', 'muc do 2', '1', '2'],
}

/** 'Trực tuyến, trực tiếp' is 'counter online'; what is none of them stays as it was typed, for the database to name it. */
function channelsText(cell: FileCell): string {
  const named = String(cell)
    .split(/[,;/+&\n]|\s+(?:và|va|and)\s+/i)
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => listed(channels, part).text)
  return serviceChannels.filter(one => named.includes(one)).length === new Set(named).size
    ? serviceChannels.filter(one => named.includes(one)).join(' ')
    : String(cell).trim()
}

/** The word of a list that a cell means; another stays as it is, for the database to name it. */
function listed(words: Record<string, string[]>, cell: FileCell) {
  const name = plainWords(cell)
  return { text: Object.keys(words).find(key => words[key]?.includes(name)) ?? String(cell).trim() }
}

/** A number with decimals after a comma or a point: 90,09 is 90.09. */
const decimalValue = (cell: FileCell): CellValue => ({
  text: typedText(cell).replace(/^(\d+),(\d+)$/, '$1.$2'),
})

const valueFrom: Record<ColumnType, (cell: FileCell) => CellValue> = {
  text: cell => ({ text: cell instanceof Date ? dayOfUtc(cell) : String(cell).trim() }),
  code: cell => ({ text: typedText(cell) }),
  gso: cell => ({ text: typedText(cell) }),
  phone: phoneValue,
  procedure: procedureValue,
  day: cell => ({ text: dayText(cell) }),
  month: monthValue,
  number: numberValue,
  decimal: decimalValue,
  channel: cell => listed(channels, cell),
  channels: cell => ({ text: channelsText(cell) }),
  online_level: cell => listed(onlineLevels, cell),
}

/** Columns whose digits matter one by one. */
const isOfDigits = (type: ColumnType) => !['text', 'channel', 'channels', 'online_level'].includes(type)

/** What a spreadsheet writes where a formula has failed; a text file has only these words of it. */
const failed = /^(#(N\/A|REF!|NAME\?|TÊN\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3})$/iu

function damageIn(type: ColumnType, cell: FileCell): Doubt | undefined {
  // A cell that had been formatted for days shows 12 as 12/01/1900.
  if (cell instanceof Date) return type === 'text' || type === 'day' || type === 'month' ? undefined : 'a_day'
  if (typeof cell === 'number') return isOfDigits(type) && Math.abs(cell) >= 1e15 ? 'digits_lost' : undefined
  const text = String(cell).trim()
  if (/^#{3,}$/.test(text)) return 'too_narrow'
  if (failed.test(text)) return 'error'
  return isOfDigits(type) && /^\d([.,]\d+)?E\+?\d+$/i.test(text) ? 'digits_lost' : undefined
}

/** Whether this column minds what is doubtful about the cell. */
function minds(type: ColumnType, { doubt, value }: DoubtfulCell) {
  if (doubt === 'merged_number' || doubt === 'percent') return type === 'number' || type === 'decimal'
  if (doubt === 'thousands') return type === 'number'
  if (doubt === 'day_or_month')
    return type === 'month' && !(value instanceof Date && value.getUTCDate() === value.getUTCFullYear() % 100)
  return true
}

/** A cell as text for the database; the text is null when it is empty. */
export function readCell(type: ColumnType, cell: FileCell | undefined): CellValue {
  if (cell instanceof DoubtfulCell)
    return minds(type, cell) ? { text: cell.seen, doubt: cell.doubt } : readCell(type, cell.value)
  if (cell === undefined || isBlank(cell)) return { text: null }
  const doubt = damageIn(type, cell)
  return doubt
    ? { text: cell instanceof Date ? dayOfUtc(cell) : String(cell).trim(), doubt }
    : valueFrom[type](cell as FileCell)
}

export const cellText = (type: ColumnType, cell: FileCell | undefined) => readCell(type, cell).text
