type Holiday = { day: string; is_worked: boolean }

const DAY = 86_400_000
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 10)

/** Saturdays and Sundays are off; the calendar says which other days are, and which of them is worked. */
function isWorked(day: string, holidays: Holiday[]) {
  const known = holidays.find(one => one.day === day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return known ? known.is_worked : weekday !== 0 && weekday !== 6
}

/** The last day on which what arrived on a day is answered in time, as private.answer_due_on tells it. */
export function answerDue(arrived: string, days: number, holidays: Holiday[]): string {
  const start = Date.parse(`${arrived}T00:00:00Z`)
  let left = days
  for (let n = 1; n <= 366; n += 1) {
    const day = iso(start + n * DAY)
    if (isWorked(day, holidays)) left -= 1
    if (left <= 0) return day
  }
  return iso(start + 366 * DAY)
}
