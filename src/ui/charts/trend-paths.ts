import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Figure } from '../../lib/figures/figure'
import { type Scale, trendScale } from '../../lib/figures/plot-scale'

export type TrendPoint = {
  /** 'YYYY-MM' */
  month: string
  /** null: nothing was published in this month, and the line has a gap. */
  figure: Figure | null
  /** Per cent: that of the month, where it may be another than that of today. */
  target?: number
}

/** From this month on the figures are made of something else, so that the line begins anew. */
export type TrendBreak = { month: string; label: string }

type Box = { left: number; right: number; top: number; bottom: number }
type Placed = { month: string; x: number; y: number; low: number; high: number }

/** The width of the band of a single month without neighbours, as a part of a step. */
const ALONE = 0.25

export const trendFrame = (points: TrendPoint[], target: number): Scale =>
  trendScale(
    points.flatMap(({ figure }) => figure ?? []),
    target,
    ...points.flatMap(point => point.target ?? []),
  )

/** From where to where on the line which target was valid. One that never changed runs from end to end. */
export function goalsOf(points: TrendPoint[], target: number, x: (month: string) => number, ends: [number, number]) {
  const goals: { target: number; from: number; to: number }[] = []
  let own = points.find(point => point.target !== undefined)?.target ?? target
  for (const [i, point] of points.entries()) {
    own = point.target ?? own
    const last = goals.at(-1)
    if (last?.target === own) continue
    const before = points[i - 1]
    // Half-way between the last month of the one and the first of the other.
    const from = before ? (x(before.month) + x(point.month)) / 2 : ends[0]
    if (last) last.to = from
    goals.push({ target: own, from, to: ends[1] })
  }
  return goals
}

/** Positions in a box, and the paths of the line and its band. */
export function trendPaths(points: TrendPoint[], target: number, box: Box, breaks: TrendBreak[] = []) {
  const scale = trendFrame(points, target)
  const y = scaleLinear([scale.min, scale.max], [box.bottom, box.top]).clamp(true)
  const x = scalePoint(
    points.map(({ month }) => month),
    [box.left, box.right],
  )
  const place = ({ month, figure }: TrendPoint): Placed | null =>
    figure && {
      month,
      x: x(month) ?? box.left,
      y: y(figure.rate * 100),
      low: y(figure.low * 100),
      high: y(figure.high * 100),
    }
  const placed = points.map(place)
  const runs = runsOf(placed, breaks)
  const widened = runs.flatMap(run => [...widen(run, x.step() * ALONE), null])
  const isThere = (point: Placed | null) => point !== null
  const of = (part: 'x' | 'y' | 'low' | 'high') => (point: Placed | null) => point?.[part] ?? 0
  return {
    scale,
    x: (month: string) => x(month) ?? box.left,
    y: (percent: number) => y(percent),
    step: x.step(),
    placed,
    band: area<Placed | null>().defined(isThere).x(of('x')).y0(of('low')).y1(of('high'))(widened) ?? '',
    line: line<Placed | null>().defined(isThere).x(of('x')).y(of('y'))(runs.flatMap(run => [...run, null])) ?? '',
  }
}

/** The months that follow each other without a gap or a break. */
function runsOf(placed: (Placed | null)[], breaks: TrendBreak[]) {
  const all: Placed[][] = [[]]
  for (const place of placed) {
    if (!place || breaks.some(({ month }) => month === place.month)) all.push([])
    if (place) all.at(-1)?.push(place)
  }
  return all.filter(run => run.length > 0)
}

const widen = (run: Placed[], by: number): Placed[] =>
  run.flatMap(place =>
    run.length === 1
      ? [
          { ...place, x: place.x - by },
          { ...place, x: place.x + by },
        ]
      : [place],
  )
