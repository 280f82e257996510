import { utcMidnight } from '../dates/day'

/** A language stands for its own region, except where that would put the month before the day. */
const regions: Record<string, string> = { en: 'en-GB' }

const ROMAN = ['I', 'II', 'III', 'IV']

/** Made when it is first needed: one takes an old phone thirty milliseconds, and a page seldom needs all. */
function once<T>(make: () => T) {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const signed = (shown: number, format: Intl.NumberFormat) =>
  `${shown > 0 ? '+' : shown < 0 ? '−' : ''}${format.format(Math.abs(shown))}`

function make(language: string) {
  // Latin digits also where a browser prefers the script's own: they appear beside Vietnamese names and codes.
  // Not every browser knows Khmer; Vietnamese has the same separators and the same order of a date.
  const locale = [regions[language] ?? language, 'vi-VN'].map(known => `${known}-u-nu-latn`)
  const numbers = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(locale, options))
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options))
  const whole = numbers({ maximumFractionDigits: 0 })
  const tenth = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const hundredths = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  // Readers of English take 05/11 for the eleventh of May or the fifth of November.
  const isEnglish = language === 'en'
  const date = {
    day: isEnglish ? 'numeric' : '2-digit',
    month: isEnglish ? 'short' : '2-digit',
    year: 'numeric',
  } as const
  const day = dates({ ...date, timeZone: 'UTC' })
  const monthOfYear = dates({ month: 'long', year: 'numeric', timeZone: 'UTC' })
  const weekday = dates({ ...date, weekday: 'long', timeZone: 'UTC' })
  const localDay = dates({ ...date, timeZone: 'Asia/Ho_Chi_Minh' })
  const localTime = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' })
  return {
    /** 4.334 */
    count: (n: number) => whole().format(n),
    /** 91,5 (large figures draw the percent sign themselves) */
    tenth: (percent: number) => tenth().format(percent),
    /** 88,56: a score out of 100 */
    hundredth: (score: number) => hundredths().format(score),
    /** +1,03 or −4,27: a difference of two of those */
    hundredthChange: (difference: number) => signed(Math.round(difference * 100) / 100, hundredths()),
    /** 91,5% */
    percent: (percent: number) => `${tenth().format(percent)}%`,
    /** 90% */
    wholePercent: (percent: number) => `${whole().format(percent)}%`,
    /** 90,6–92,3% */
    interval: (low: number, high: number) => `${tenth().format(low)}–${tenth().format(high)}%`,
    /** +1,4 or −0,5: percentage points, of a difference of two shares */
    points: (difference: number) => signed(Math.round(difference * 1000) / 10, tenth()),
    /** 05/11/2026, in English 5 Nov 2026, from 'YYYY-MM-DD' or a UTC midnight */
    day: (value: string | Date) => day().format(typeof value === 'string' ? utcMidnight(value) : value),
    /** 11/2026, in English November 2026, from 'YYYY-MM' or a day of it */
    month: (value: string) =>
      isEnglish
        ? monthOfYear().format(utcMidnight(`${value.slice(0, 7)}-01`))
        : `${Number(value.slice(5, 7))}/${value.slice(0, 4)}`,
    /** Thứ Năm, 05/11/2026, from 'YYYY-MM-DD' */
    weekday: (value: string) => weekday().format(utcMidnight(value)),
    /** 05/11/2026, of an instant, in Việt Nam */
    dayOf: (instant: number) => localDay().format(instant),
    /** 08:00, in Việt Nam */
    timeOf: (instant: number) => localTime().format(instant),
    /** 08:00, 05/11/2026, in Việt Nam */
    instantOf: (instant: number) => `${localTime().format(instant)}, ${localDay().format(instant)}`,
    /** III in Vietnamese, 3 elsewhere */
    quarter: (quarter: number) => (language === 'vi' ? (ROMAN[quarter - 1] ?? '') : String(quarter)),
  }
}

export type Formats = ReturnType<typeof make>

const made = new Map<string, Formats>()

/** Numbers and dates as a language writes them. */
export function createFormats(language: string): Formats {
  const formats = made.get(language) ?? make(language)
  made.set(language, formats)
  return formats
}

// Names are Vietnamese in every language, and 'Đ' comes after 'D'.
const vietnamese = once(() => new Intl.Collator('vi'))

export const byName = (a: string, b: string) => vietnamese().compare(a, b)
