// Days and months as the database writes them: 'YYYY-MM-DD', and 'YYYY-MM-01' for a month. They sort as text.

/** Milliseconds. */
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Asia/Ho_Chi_Minh has one clock and no summer time. */
const OFFSET = 7 * HOUR

/** The day of a UTC midnight, as the cell of a workbook has it. */
export const dayOfUtc = (date: Date) => date.toISOString().slice(0, 10)

/** Whether the UTC fields hold a time besides the day. */
export const hasTime = (date: Date) => date.getTime() % DAY !== 0

/** 2026-11-29, or 2026-11-29 09:05, of the UTC fields. */
export const isoText = (date: Date) =>
  hasTime(date) ? date.toISOString().slice(0, 16).replace('T', ' ') : dayOfUtc(date)

/** The UTC midnight of a day, which formats and weekdays are taken from. */
export const utcMidnight = (day: string) => new Date(`${day}T00:00:00Z`)

/** An instant with the day and minute in Việt Nam as its UTC fields, as the cell of a workbook has it. */
export const localMinute = (instant: number) => new Date(Math.floor((instant + OFFSET) / 60_000) * 60_000)

/** The day in Việt Nam of an instant; without one, today. */
export const localDay = (instant = Date.now()) => dayOfUtc(new Date(instant + OFFSET))

/** The hour in Việt Nam of an instant, from 0 to 23. */
export const localHour = (instant: number) => new Date(instant + OFFSET).getUTCHours()

/** The instant of a full hour of a day in Việt Nam. */
export const instantAt = (day: string, hour = 0) => utcMidnight(day).getTime() - OFFSET + hour * HOUR

/** The day so many days later, or earlier. */
export const addDays = (day: string, days: number) => dayOfUtc(new Date(utcMidnight(day).getTime() + days * DAY))

/** The number of days from one day to another; negative when that is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((utcMidnight(to).getTime() - utcMidnight(from).getTime()) / DAY)

/** The month of a day, or so many months later or earlier: 'YYYY-MM-01'. */
export function monthOf(day: string, months = 0) {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return dayOfUtc(new Date(Date.UTC(year, month - 1 + months, 1)))
}
