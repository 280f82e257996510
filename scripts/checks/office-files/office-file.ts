// One file as an office has it, and what must come of it.

export type OfficeFile = {
  name: string
  kind: 'offices' | 'procedures' | 'offerings' | 'handled' | 'visit_codes' | 'par_index'
  bytes: Uint8Array<ArrayBuffer>
  /** The rows that are read, their cells joined with ' | ' and '-' for none. */
  rows?: string[]
  columns?: string
  /** The reason why it is not read, and where: 'vni B2'. */
  refused?: string
  /** Cells that are asked about: 'E3 thousands 1.234'. */
  doubts?: string[]
  leftOut?: Record<string, number>
  /** Rows with nothing in the columns that are read. */
  blank?: number
  restored?: Record<string, number>
  /** Several sheets could be meant. */
  asksForSheet?: boolean
}

export const handledColumns = 'month office_code procedure_code channel handled on_time'
export const headings = ['Tháng', 'Mã cơ quan', 'Mã thủ tục', 'Kênh', 'Đã giải quyết', 'Đúng hạn']
export const line = ['9/2026', 'xa-cho-moi', '1.001193', 'Trực tiếp', 12, 11]
export const read = '2026-09-01 | xa-cho-moi | 1.001193 | counter | 12 | 11'
export const line2 = ['9/2026', 'xa-hoi-an', '1.000656', 'Trực tuyến', 7, 7]
export const read2 = '2026-09-01 | xa-hoi-an | 1.000656 | online | 7 | 7'
