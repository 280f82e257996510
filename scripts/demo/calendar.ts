import { addDays, instantAt, monthOf, utcMidnight } from '../../src/lib/dates/day.ts'

/** The instant of a local day and a time of it, in minutes after midnight. */
export const instant = (day: string, minutes: number) => new Date(instantAt(day) + minutes * 60_000)

/** The same day of another month, or the last day of a month that is too short for it. */
export function addMonths(day: string, months: number): string {
  const last = addDays(monthOf(day, months + 1), -1)
  const sameDay = `${last.slice(0, 8)}${day.slice(8)}`
  return sameDay < last ? sameDay : last
}

/** Months from one day to another, with fractions, of 30.44 days on average. */
export const monthsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 / 30.44

/** 0 is Sunday. */
export const weekday = (day: string) => utcMidnight(day).getUTCDay()

// The Vietnamese lunar calendar differs from the Chinese one by a day in some years: near enough for made-up ratings.
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
function lunarDay(day: string): string {
  const parts = Object.fromEntries(lunar.formatToParts(new Date(day)).map(part => [part.type, part.value]))
  return `${parts.day}/${parts.month}`
}

// Bộ luật Lao động 2019, article 112. The Prime Minister moves some of them each year, and these are not moved.
const solarHolidays = ['01-01', '04-30', '05-01', '09-01', '09-02']
const lunarHolidays = ['29/12', '30/12', '1/1', '2/1', '3/1', '4/1', '10/3']

export function isWorkingDay(day: string): boolean {
  if (weekday(day) % 6 === 0 || solarHolidays.includes(day.slice(5))) return false
  return !lunarHolidays.includes(lunarDay(day))
}

/** Whether Tết begins within so many days, or began no longer ago than those. */
export function isNearTet(day: string, days: number): boolean {
  for (let i = -days; i <= days; i++) if (lunarDay(addDays(day, i)) === '1/1') return true
  return false
}
