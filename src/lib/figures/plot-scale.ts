type Span = { rate: number; low: number; high: number }

export type Scale = { min: number; max: number; ticks: number[] }

const downTo = (step: number, value: number) => Math.floor(value / step) * step
const upTo = (step: number, value: number) => Math.ceil(value / step) * step
const between = (min: number, max: number, step: number) =>
  Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, i) => min + i * step)

/**
 * The axis of an interval plot, in percent. It ends at 100 and begins 20 points below the target, or where the lowest
 * rate is. An interval that is longer is cut: a single small office must not press all others together.
 */
export function plotScale(spans: Span[], targetPercent: number): Scale {
  const lowestRate = downTo(10, 100 * Math.min(1, ...spans.map(({ rate }) => rate)) - 2)
  const min = Math.max(0, Math.min(downTo(10, targetPercent - 20), lowestRate))
  return { min, max: 100, ticks: between(min, 100, 10) }
}

/** The axis of a trend: five-point steps around the band and the targets, ten-point steps when they reach far. */
export function trendScale(spans: Span[], ...targets: number[]): Scale {
  const lowestRate = 100 * Math.min(1, ...spans.map(({ rate }) => rate))
  const lowest = 100 * Math.min(1, ...spans.map(({ low }) => low))
  const highest = 100 * Math.max(0, ...spans.map(({ high }) => high))
  const from = Math.min(Math.min(...targets) - 5, Math.max(lowest, lowestRate - 15))
  const to = Math.max(Math.max(...targets) + 5, highest)
  const step = to - from > 30 ? 10 : 5
  const min = Math.max(0, downTo(step, from))
  const max = Math.min(100, upTo(step, to))
  return { min, max, ticks: between(min, max, step) }
}

/** The position of a value on the scale, 0..100; a value outside it is at its edge. */
export const placeOn = ({ min, max }: Scale, percent: number) =>
  Math.min(100, Math.max(0, ((percent - min) / (max - min)) * 100))
