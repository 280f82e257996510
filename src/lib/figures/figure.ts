/** Unproven: too few of the ratings came with a code for any verdict. */
export type Verdict = 'met' | 'not_met' | 'undecided' | 'unproven'

/** A published rate. It never goes anywhere without its interval and its n. */
export type Figure = {
  n: number
  satisfied: number
  /** 0..1, as are the ends of the 95 % interval (Wilson 1927), which the database computes. */
  rate: number
  low: number
  high: number
  verdict: Verdict
}

/**
 * Which ratings a figure counts (private.counted_figures): those with a visit code alone, all that is published, or the one
 * kind that was asked for; and how many of what is published are proven.
 */
export type Evidence = { evidence: string | null; n_proven: number | null; n_published: number | null }

/** private.least_proven: from so many ratings with a code on, a figure counts those alone. */
export const LEAST_PROVEN = 50

const step = 0.1

/**
 * A share 0..1 as percent with one decimal, never rounded onto or over a line that it does not reach: 89.96 % under a
 * target of 90 is 89.9, and 99.97 % is not 100.
 */
export function roundPercent(share: number, targetPercent?: number) {
  const rounded = tenths(share * 100)
  for (const line of [0, 100, targetPercent]) {
    // Compared as shares: 0.57 * 100 is less than 57 in binary, 57 / 100 is not less than 0.57.
    if (line === undefined || share === line / 100) continue
    if (share < line / 100 && rounded >= line) return tenths(line - step)
    if (share > line / 100 && rounded <= line) return tenths(line + step)
  }
  return rounded
}

/** Without the 0.30000000000000004 of binary fractions. */
const tenths = (value: number) => Math.round(value * 10) / 10

/** Shares `total` tenths among the counts so that they add up (largest remainder, Hamilton 1792). */
function shareOut(total: number, counts: number[]) {
  const sum = counts.reduce((a, b) => a + b, 0)
  if (sum === 0) return counts.map(() => 0)
  const exact = counts.map(count => (total * count) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest)
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}

/** The shares of some counts in percent with one decimal; together 100. */
export const sharesOf = (counts: number[]) => shareOut(1000, counts).map(share => share / 10)

/**
 * The shares of scores 1 to 5 in percent with one decimal. The last two add up to the rate as it is shown, and all five
 * to 100: a bracket on the page claims it, and a reader will check.
 */
export function answerShares(counts: readonly number[], shownRate: number) {
  const counted = Math.round(shownRate * 10)
  const shares = [...shareOut(1000 - counted, counts.slice(0, 3)), ...shareOut(counted, counts.slice(3))]
  return shares.map(share => share / 10)
}
