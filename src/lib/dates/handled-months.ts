/** Months as the database writes them: 'YYYY-MM-01'. */

/** The month of a day, or so many before it. */
export function monthOf(day: string, before = 0): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 - before, 1)).toISOString().slice(0, 10)
}

/** This month and those before it, the latest first. */
export const lastMonths = (today: string, count: number) => Array.from({ length: count }, (_, i) => monthOf(today, i))
