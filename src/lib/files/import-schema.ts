/**
 * The columns of each kind of import, and the headings by which they are recognised. The names are those of the database,
 * which lists the columns of an office with their headings.
 */
import { addDays, dayOfUtc } from '../dates/day.ts'
import { officeColumns } from '../staff-lists.ts'
import { stripDiacritics } from '../text/search.ts'
import type { FileCell } from './spreadsheet.ts'

export type ColumnType = 'text' | 'code' | 'procedure' | 'day' | 'month' | 'number' | 'channel'
export type ImportColumn = { name: string; type: ColumnType; isNeeded: boolean; aliases: string[] }
export type ImportKind = 'offices' | 'procedures' | 'offerings' | 'handled' | 'visit_codes'

const column = (name: string, type: ColumnType, aliases: string, isNeeded = false): ImportColumn => ({
  name,
  type,
  isNeeded,
  aliases: [name.replaceAll('_', ' '), ...aliases.split('|')],
})

const office = column('office_code', 'code', 'ma co quan|ma don vi|co quan|don vi|ma xa|office|unit code', true)
const procedure = (isNeeded: boolean) =>
  column('procedure_code', 'procedure', 'ma thu tuc|ma tthc|thu tuc|tthc|procedure', isNeeded)
const channel = (isNeeded: boolean) =>
  column('channel', 'channel', 'kenh|hinh thuc|hinh thuc nop|kenh tiep nhan|cach nop|kenh nop ho so', isNeeded)

const typeInFile = { code: 'code', text: 'text', date: 'day' } as const
const ofOffice = Object.entries(officeColumns).map(([name, { type, headings, isNeeded }]) =>
  column(name, typeInFile[type], headings, isNeeded),
)
/** An offering begins and ends under the same headings as an office. */
const lifetime = ofOffice.filter(({ name }) => name === 'opened_on' || name === 'closed_on')

/** A heading is compared whole first, then by its parts: 'Mã cơ quan (bắt buộc)' is still the office. */
export const importColumns: Record<ImportKind, ImportColumn[]> = {
  offices: ofOffice,
  procedures: [
    column('code', 'procedure', 'ma|ma thu tuc|ma tthc|ma so|procedure code', true),
    column('name', 'text', 'ten|ten thu tuc|ten tthc|thu tuc|thu tuc hanh chinh|procedure|procedure name', true),
    column('field', 'text', 'linh vuc|ten linh vuc|field name', true),
    column('level', 'text', 'cap thuc hien|cap|cap giai quyet'),
    column('decision', 'text', 'quyet dinh|so quyet dinh|quyet dinh cong bo'),
    column('counter_days', 'number', 'thoi han truc tiep|so ngay truc tiep|thoi han|so ngay'),
    column('online_days', 'number', 'thoi han truc tuyen|so ngay truc tuyen'),
    column('post_days', 'number', 'thoi han buu chinh|so ngay buu chinh|postal days'),
    column('days_unit', 'text', 'don vi ngay|don vi thoi han|loai ngay'),
    column('official_url', 'text', 'duong dan|lien ket|url|link'),
    column('valid_from', 'day', 'hieu luc tu|ngay hieu luc|co hieu luc tu'),
    column('valid_to', 'day', 'het hieu luc|hieu luc den|ngay het hieu luc'),
  ],
  offerings: [office, procedure(true), ...lifetime],
  handled: [
    column('month', 'month', 'thang|ky bao cao|ky|period', true),
    office,
    procedure(false),
    channel(false),
    column(
      'handled',
      'number',
      'da giai quyet|so ho so|so ho so da giai quyet|tong so ho so|ho so da giai quyet|dossiers',
      true,
    ),
    column(
      'on_time',
      'number',
      'dung han|truoc va dung han|so ho so dung han|giai quyet dung han|truoc han va dung han',
    ),
  ],
  visit_codes: [
    office,
    procedure(false),
    channel(true),
    column('count', 'number', 'so luong|so ma|so phieu|number|quantity', true),
    column('expires_on', 'day', 'het han|ngay het han|han dung|han su dung|expiry|expires', true),
  ],
}

const heading = (cell: FileCell) =>
  stripDiacritics(String(cell ?? ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** For each column of the file the one of ours that its heading names, or null. None is given twice. */
export function recognise(kind: ImportKind, headings: FileCell[]): (string | null)[] {
  const names = headings.map(heading)
  const found: (string | null)[] = names.map(() => null)
  const give = (fits: (name: string, column: ImportColumn) => boolean) => {
    for (const one of importColumns[kind]) {
      if (found.includes(one.name)) continue
      const at = names.findIndex((name, i) => found[i] === null && name !== '' && fits(name, one))
      if (at >= 0) found[at] = one.name
    }
  }
  give((name, { aliases }) => aliases.includes(name))
  give((name, { aliases }) => aliases.some(alias => alias.length > 3 && ` ${name} `.includes(` ${alias} `)))
  return found
}

/** Excel counts days from 30/12/1899; a workbook's cell without a date format holds that number. */
const EXCEL_EPOCH = '1899-12-30'

const iso = (year: string, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
const ofSerial = (serial: number) => addDays(EXCEL_EPOCH, Math.floor(serial))

/** YYYY-MM-DD; what is no day stays as it was typed, for the database to name it. */
function dayText(cell: FileCell): string {
  if (cell instanceof Date) return dayOfUtc(cell)
  const text = String(cell).trim()
  // Between 1954 and 2118: a smaller number is a year, or no day at all.
  if (/^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 20_000 && Number(text) < 80_000) return ofSerial(Number(text))
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]00:00(?::00)?)?$/.exec(text)
  if (local) return iso(local[3] as string, local[2] as string, local[1] as string)
  const written = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text)
  return written ? iso(written[1] as string, written[2] as string, written[3] as string) : text
}

/** The first day of the month: from '9/2026', 'Tháng 9 năm 2026', '2026-09' or any day of it. */
function monthText(cell: FileCell): string {
  const text = stripDiacritics(String(cell)).trim()
  const local = /^(?:thang\s*)?(\d{1,2})\s*(?:[/.-]|nam|\s)\s*(\d{4})$/.exec(text)
  if (local && !(cell instanceof Date)) return iso(local[2] as string, local[1] as string, '1')
  const written = /^(\d{4})[/.-](\d{1,2})$/.exec(text)
  if (written) return iso(written[1] as string, written[2] as string, '1')
  const day = dayText(cell)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day.slice(0, 8)}01` : day
}

/** A whole number: 1.234, 1,234 and 1 234 are one thousand two hundred and thirty-four, 12,0 is twelve. */
function numberText(cell: FileCell): string {
  const text = String(cell).replace(/[\s\u00a0\u202f]/g, '')
  if (/^\d{1,3}([.,]\d{3})+$/.test(text)) return text.replace(/[.,]/g, '')
  return text.replace(/[.,]0+$/, '').replace(/^0+(?=\d)/, '')
}

/** A workbook that took 1.000240 for a number has lost its last zero. */
function procedureText(cell: FileCell): string {
  const text = String(cell).trim()
  const cut = /^([1-9])[.,](\d{1,6})$/.exec(text)
  return cut ? `${cut[1]}.${(cut[2] as string).padEnd(6, '0')}` : text
}

const channels: Record<string, string[]> = {
  counter: ['counter', 'truc tiep', 'tai quay', 'quay', 'truc tiep tai quay', 'mot cua', 'in person'],
  online: ['online', 'truc tuyen', 'dich vu cong truc tuyen', 'dvctt', 'qua mang'],
  postal: ['postal', 'buu chinh', 'buu dien', 'buu chinh cong ich', 'bcci', 'post'],
}

function channelText(cell: FileCell): string {
  const name = heading(cell)
  return Object.keys(channels).find(key => channels[key]?.includes(name)) ?? String(cell).trim()
}

const textOf: Record<ColumnType, (cell: FileCell) => string> = {
  text: cell => (cell instanceof Date ? dayOfUtc(cell) : String(cell).trim()),
  code: cell => String(cell).trim(),
  procedure: procedureText,
  day: dayText,
  month: monthText,
  number: numberText,
  channel: channelText,
}

/** A cell as text for the database; null when it is empty. */
export function cellText(type: ColumnType, cell: FileCell | undefined): string | null {
  if (cell === null || cell === undefined || String(cell).trim() === '') return null
  return textOf[type](cell)
}

const LONGEST_CELL = 4000

export type ImportRows = {
  columns: string[]
  rows: (string | null)[][]
  /** The row of the file, counted as a spreadsheet counts, for each of rows. */
  lines: number[]
  /** The number of cells that begin like a formula; they are imported as text. */
  formulas: number
}

/** The rows below the headings in the order of the given columns, without empty rows. */
export function importRows(
  kind: ImportKind,
  table: FileCell[][],
  headingRow: number,
  chosen: (string | null)[],
): ImportRows {
  const places = chosen.flatMap((name, at) => {
    const one = importColumns[kind].find(column => column.name === name)
    return one ? [{ at, ...one }] : []
  })
  const result: ImportRows = { columns: places.map(({ name }) => name), rows: [], lines: [], formulas: 0 }
  for (let i = headingRow + 1; i < table.length; i += 1) {
    const cells = table[i] ?? []
    const row = places.map(({ at, type }) => cellText(type, cells[at])?.slice(0, LONGEST_CELL) ?? null)
    if (row.every(cell => cell === null)) continue
    result.rows.push(row)
    result.lines.push(i + 1)
    result.formulas += row.filter(cell => cell !== null && /^[=+@]/.test(cell)).length
  }
  return result
}

/** The first row with at least two headings that we know, or the first that is not empty. */
export function headingRowOf(kind: ImportKind, table: FileCell[][]): number {
  const known = table.slice(0, 20).findIndex(row => recognise(kind, row).filter(Boolean).length >= 2)
  return known >= 0
    ? known
    : Math.max(
        0,
        table.findIndex(row => row.some(cell => String(cell ?? '').trim() !== '')),
      )
}
