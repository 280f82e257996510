/**
 * The columns of each kind of import, and the headings by which they are recognised. The names are those of the database,
 * which lists the columns of an office with their headings.
 */
import { officeColumns } from '../staff-lists.ts'
import { type ColumnType, plainWords, type Restored, readCell } from './cell-values.ts'
import { beginsWithMonths, isInDoubt } from './day-order.ts'
import type { Doubt, FileCell } from './file-cell.ts'
import { cellName } from './file-problem.ts'

export type ImportColumn = { name: string; type: ColumnType; isNeeded: boolean; aliases: string[] }
export type ImportKind = 'offices' | 'procedures' | 'offerings' | 'handled' | 'visit_codes' | 'par_index'

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
/** Whose leading zero a spreadsheet drops. */
const restored: Partial<Record<string, ColumnType>> = { gso_code: 'gso', hotline: 'phone' }
const ofOffice = Object.entries(officeColumns).map(([name, { type, headings, isNeeded }]) =>
  column(name, restored[name] ?? typeInFile[type], headings, isNeeded),
)
/** An offering begins and ends under the same headings as an office. */
const lifetime = ofOffice.filter(({ name }) => name === 'opened_on' || name === 'closed_on')

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
    column('fee', 'text', 'phi|le phi|phi le phi|muc phi|muc thu'),
    column('documents_url', 'text', 'thanh phan ho so|duong dan ho so|documents|documents link'),
    column('official_url', 'text', 'duong dan|lien ket|url|link'),
    column('valid_from', 'day', 'hieu luc tu|ngay hieu luc|co hieu luc tu'),
    column('valid_to', 'day', 'het hieu luc|hieu luc den|ngay het hieu luc'),
    column(
      'online_level',
      'online_level',
      'muc do truc tuyen|muc do|muc do dvc|muc do dich vu cong truc tuyen|truc tuyen|dvctt',
    ),
  ],
  offerings: [
    office,
    procedure(true),
    ...lifetime,
    column('channels', 'channels', 'kenh|cac kenh|hinh thuc|hinh thuc nop|cach nop|kenh tiep nhan'),
  ],
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
    column('quality', 'text', 'luu y ve so lieu|chat luong so lieu'),
  ],
  visit_codes: [
    office,
    procedure(false),
    channel(true),
    column('count', 'number', 'so luong|so ma|so phieu|number|quantity', true),
    column('expires_on', 'day', 'het han|ngay het han|han dung|han su dung|expiry|expires', true),
  ],
  par_index: [
    office,
    column('year', 'number', 'nam', true),
    column('score', 'decimal', 'diem|diem so|chi so|chi so cchc|tong diem|par index', true),
    column('rank', 'number', 'hang|xep hang|thu hang|vi tri'),
    column('ranked_units', 'number', 'so don vi|so don vi xep hang|tong so don vi|units'),
    column('group_name', 'text', 'nhom|nhom dieu hanh|xep loai|group'),
    column('source', 'text', 'nguon|can cu|quyet dinh|nguon so lieu', true),
  ],
}

const LONGEST_CELL = 4000

/** A cell that could be read in two ways, or in none. */
export type DoubtAt = { line: number; cell: string; column: string; doubt: Doubt; seen: string }

export type ImportRows = {
  columns: string[]
  rows: (string | null)[][]
  /** The row of the file, counted as a spreadsheet counts, for each of rows. */
  lines: number[]
  /** The number of cells that begin like a formula; they are imported as text. */
  formulas: number
  /** Nothing is imported while there is one. */
  doubts: DoubtAt[]
  /** How many rows have nothing in the columns that are read; they are not imported. */
  blank: number
  /** How many cells got back what a program had taken away. */
  restored: Partial<Record<Restored, number>>
}

/** A row of data and its place in the file, counted from 0. */
export type DataRow = { at: number; cells: FileCell[] }

/** The digits of a statistics code, by the kind of unit it stands for. */
const gsoLengths: [words: RegExp, length: number][] = [
  [/^(xa|phuong|thi tran|dac khu)$/, 5],
  [/^(huyen|quan|thi xa)$/, 3],
  [/^tinh$/, 2],
]

/** A code that a workbook took for a number has lost its first zeros: how many, the kind of the unit says. */
function restoreGso(row: (string | null)[], columns: string[], result: ImportRows, doubtAt: (doubt: Doubt) => void) {
  const at = columns.indexOf('gso_code')
  const code = row[at]
  if (at < 0 || !code || !/^\d+$/.test(code)) return
  const kind = plainWords(row[columns.indexOf('kind')] ?? '')
  const length = gsoLengths.find(([words]) => words.test(kind))?.[1]
  if (length && code.length < length && length - code.length <= 2) {
    row[at] = code.padStart(length, '0')
    count(result, 'gso_zero')
  } else if (length ? code.length < length : code.length === 1 || code.length === 4) doubtAt('zeros_lost')
}

const count = ({ restored }: ImportRows, what: Restored) => {
  restored[what] = (restored[what] ?? 0) + 1
}

/** The rows in the order of the given columns, without those that have nothing in them. */
export function importRows(kind: ImportKind, data: DataRow[], chosen: (string | null)[]): ImportRows {
  const places = chosen.flatMap((name, at) => {
    const one = importColumns[kind].find(column => column.name === name)
    return one ? [{ at, ...one }] : []
  })
  const columns = places.map(({ name }) => name)
  const monthFirst = places.map(
    ({ at, type }) => (type === 'day' || type === 'month') && beginsWithMonths(data.map(({ cells }) => cells[at])),
  )
  const result: ImportRows = { columns, rows: [], lines: [], formulas: 0, doubts: [], blank: 0, restored: {} }
  for (const { at: line, cells } of data) {
    const doubt = (at: number, name: string, why: Doubt, seen: unknown) =>
      result.doubts.push({
        line: line + 1,
        cell: cellName(line, at),
        column: name,
        doubt: why,
        seen: String(seen).slice(0, 60),
      })
    const values = places.map(({ at, type }) => readCell(type, cells[at]))
    const row = values.map(({ text }) => text?.slice(0, LONGEST_CELL) ?? null)
    if (row.every(cell => cell === null)) {
      result.blank += 1
      continue
    }
    for (const [i, { text, doubt: why, restored }] of values.entries()) {
      const { at, name } = places[i] as (typeof places)[number]
      if (monthFirst[i] && isInDoubt(cells[at])) doubt(at, name, 'day_order', cells[at])
      if (why) doubt(at, name, why, text)
      if (restored) count(result, restored)
    }
    const gso = places.find(({ name }) => name === 'gso_code')
    if (gso) restoreGso(row, columns, result, why => doubt(gso.at, gso.name, why, row[columns.indexOf('gso_code')]))
    result.rows.push(row)
    result.lines.push(line + 1)
    result.formulas += row.filter(cell => cell !== null && /^[=+@]/.test(cell)).length
  }
  return result
}
