import { addDays, utcMidnight } from './day.ts'

type Holiday = { day: string; is_worked: boolean }

/** Saturdays and Sundays are off; the calendar lists other days off, and weekend days that are worked. */
function isWorked(day: string, holidays: Holiday[]) {
  const known = holidays.find(one => one.day === day)
  const weekday = utcMidnight(day).getUTCDay()
  return known ? known.is_worked : weekday !== 0 && weekday !== 6
}

/** The last day on which what arrived on a day is answered in time, by the same rule as private.answer_due_on. */
export function answerDue(arrived: string, days: number, holidays: Holiday[]): string {
  let left = days
  for (let n = 1; n <= 366; n += 1) {
    const day = addDays(arrived, n)
    if (isWorked(day, holidays)) left -= 1
    if (left <= 0) return day
  }
  return addDays(arrived, 366)
}
