import { monthOf, utcMidnight } from './day'

/** A month of release, 'YYYY-MM', as the database names it. */
export type Month = string

/** A period to look at: 'YYYY', 'YYYY-Qn', 'YYYY-MM'; null for all that is published. */
export type Period = string

const shape = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/

/** Parses a typed or linked period; undefined when it is none. */
export function readPeriod(period: string) {
  const parts = shape.exec(period)
  if (!parts) return undefined
  const year = Number(parts[1])
  if (parts[2]) return { kind: 'quarter', year, quarter: Number(parts[2]) } as const
  if (parts[3]) return { kind: 'month', year, month: Number(parts[3]) } as const
  return { kind: 'year', year } as const
}

const monthIn = (year: number, month: number): Month => `${year}-${String(month).padStart(2, '0')}`

/** The first and the last month of a period; undefined when it is none. */
export function monthsOf(period: string): { from: Month; to: Month } | undefined {
  const read = readPeriod(period)
  if (!read) return undefined
  const { year } = read
  if (read.kind === 'month') return { from: monthIn(year, read.month), to: monthIn(year, read.month) }
  if (read.kind === 'year') return { from: monthIn(year, 1), to: monthIn(year, 12) }
  return { from: monthIn(year, read.quarter * 3 - 2), to: monthIn(year, read.quarter * 3) }
}

/** The first and the last day, as UTC midnights. */
export function daysOf(period: string): { from: Date; to: Date } | undefined {
  const months = monthsOf(period)
  if (!months) return undefined
  const [year = 0, month = 0] = months.to.split('-').map(Number)
  return { from: utcMidnight(`${months.from}-01`), to: new Date(Date.UTC(year, month, 0)) }
}

/** The periods with published figures, the latest first; any other would be an empty choice. */
export function periodsWith(months: Month[]) {
  const latestFirst = [...new Set(months)].sort().reverse()
  return {
    years: [...new Set(latestFirst.map(month => month.slice(0, 4)))],
    quarters: [...new Set(latestFirst.map(quarterOf))],
    months: latestFirst,
  }
}

const quarterOf = (month: Month): Period => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`

/** The period of the same length right before; undefined when it is none. */
export function periodBefore(period: Period): Period | undefined {
  const read = readPeriod(period)
  if (!read) return undefined
  if (read.kind === 'year') return String(read.year - 1)
  const first = monthsOf(period)?.from ?? ''
  const last = everyMonth(monthIn(read.year - 1, 1), first).at(-2) ?? ''
  return read.kind === 'quarter' ? quarterOf(last) : last
}

/** The latest quarter that a month of release has left behind: nothing more will be published in it. */
export const quarterBefore = (month: Month) => periodBefore(quarterOf(month))

/** Every month from the first to the last, those without a figure too. */
export function everyMonth(first: Month, last: Month): Month[] {
  const index = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const from = index(first)
  return Array.from({ length: Math.max(0, index(last) - from + 1) }, (_, i) =>
    monthIn(Math.floor((from + i) / 12), ((from + i) % 12) + 1),
  )
}

/** The month of a day and those before it, the latest first, as the database writes them: 'YYYY-MM-01'. */
export const latestMonths = (day: string, count: number) => Array.from({ length: count }, (_, i) => monthOf(day, -i))
