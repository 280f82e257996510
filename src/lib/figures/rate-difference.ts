import type { Figure } from './figure'

export type RateDifference = {
  /** The later rate less the earlier one, -1..1, as are the ends of its 95 % interval. */
  change: number
  low: number
  high: number
  /** The interval leaves no room for 'the same as before'. */
  isSure: boolean
}

type Rate = Pick<Figure, 'rate' | 'low' | 'high'>

/**
 * The difference of two rates of separate sets of batches, with Newcombe's hybrid score interval, 95 %
 * (Newcombe 1998, Statistics in Medicine 17, 873-890, method 10), out of the Wilson intervals of both.
 */
export function rateDifference(now: Rate, before: Rate): RateDifference {
  const change = now.rate - before.rate
  const low = change - Math.hypot(now.rate - now.low, before.high - before.rate)
  const high = change + Math.hypot(now.high - now.rate, before.rate - before.low)
  return { change, low, high, isSure: low > 0 || high < 0 }
}
