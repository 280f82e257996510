/** How many answers make a figure (private.least_control_answers). */
export const LEAST_ANSWERS = 50

/** A rate with its 95 % interval, in shares. */
type Rate = { n: number; rate: number; low: number; high: number }

/**
 * What public.control_comparisons answers of one quarter. Without a figure `answered`, `n` and all that follows are null; `self_`:
 * what people said by themselves in the same quarter, null when nothing was published.
 */
export type ControlSurvey = {
  office_code: string
  /** Its first day. */
  quarter: string
  published_on: string
  organisations: string
  asked: number
  answered: number | null
  refused: number | null
  not_reached: number | null
  n: number | null
  rate: number | null
  low: number | null
  high: number | null
  self_n: number | null
  self_rate: number | null
  self_low: number | null
  self_high: number | null
  /** By themselves less when asked, in shares, with its interval of 99.5 %. */
  difference: number | null
  difference_low: number | null
  difference_high: number | null
}

const rateOf = (n: number | null, rate: number | null, low: number | null, high: number | null): Rate | null =>
  n === null || rate === null || low === null || high === null ? null : { n, rate, low, high }

export const askedRate = ({ n, rate, low, high }: ControlSurvey) => rateOf(n, rate, low, high)
export const ownRate = (s: ControlSurvey) => rateOf(s.self_n, s.self_rate, s.self_low, s.self_high)

/** How to read a difference: surely higher or lower by themselves, or perhaps by chance. */
export function readDifference({ difference_low: low, difference_high: high }: ControlSurvey) {
  if (low === null || high === null) return undefined
  return low > 0 ? 'higher' : high < 0 ? 'lower' : 'chance'
}
