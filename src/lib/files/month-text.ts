/** Reads the ways in which people and Excel write a month. */
import { stripDiacritics } from '../text/words.ts'

const english = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const vietnamese = ['mot', 'hai', 'ba', 'tu|bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai']

const iso = (year: string, month: number) =>
  `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-01`

/** Two digits that are a year and no day: 2013 to 2099. A day is at most 31, but nobody writes one beside a month here. */
const isYear = (digits: string) => digits.length === 4 || Number(digits) > 12

/**
 * YYYY-MM-01; 'day_or_month' for what is a day of a month just as well ('09/10', '26-Sep'); null if it names no month
 * and may be a day.
 */
export function monthText(typed: string): string | 'day_or_month' | null {
  const text = stripDiacritics(typed).trim().replace(/\s+/g, ' ').replace(/,/g, '')
  const named = /^(?:thang ?|thg ?|t\.? ?)?(\d{1,2}) ?(?:[/.-]| nam |nam | ) ?(\d{4}|\d{2})$/.exec(text)
  if (named) return ofNumbers(named[1] as string, named[2] as string, /^t/.test(text))
  const written = /^(20\d{2})[/. -]?(0?[1-9]|1[0-2])$/.exec(text)
  if (written && !/^20\d{3}$/.test(text)) return iso(written[1] as string, Number(written[2]))
  const together = /^(0[1-9]|1[0-2])(20\d{2})$/.exec(text)
  if (together) return iso(together[2] as string, Number(together[1]))
  return ofWords(text)
}

function ofNumbers(month: string, year: string, isNamed: boolean) {
  if (Number(month) < 1 || Number(month) > 12) return null
  return isNamed || isYear(year) ? iso(year, Number(month)) : 'day_or_month'
}

function ofWords(text: string) {
  const [, name = '', year = ''] = /^([a-z]{3})[a-z]*\.?[ /-](\d{4}|\d{2})$/.exec(text) ?? []
  const month = english.indexOf(name) + 1
  if (month > 0) return isYear(year) ? iso(year, month) : 'day_or_month'
  const [, shown = ''] = /^\d{1,2}[ /-]([a-z]{3})[a-z]*$/.exec(text) ?? []
  if (english.includes(shown)) return 'day_or_month'
  const spoken = /^thang ([a-z ]+?)(?: nam)?[ /-](\d{4})$/.exec(text)
  const at = vietnamese.findIndex(one => one.split('|').includes(spoken?.[1] ?? ''))
  return spoken && at >= 0 ? iso(spoken[2] as string, at + 1) : null
}
