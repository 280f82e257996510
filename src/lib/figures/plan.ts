import { dayOfUtc, monthOf } from '../dates/day'
import { daysOf, readPeriod } from '../dates/periods'
import { roundPercent } from './figure'

/** A line of the plan in a quarter, or of a rank in a year: what public.plan_figures answers. */
export type PlanFigure = {
  indicator_code: string
  /** The first day of the quarter or of the year. */
  period: string
  /** Per cent, or a rank. */
  value: number
  part: number | null
  whole: number | null
  low: number | null
  high: number | null
  target: number
  verdict: 'met' | 'not_met' | 'undecided'
  counted: number | null
  expected: number | null
  as_of: string
  source: PlanSource
  entry: number | null
}

export type PlanSource = 'handled_dossiers' | 'procedures' | 'batches' | 'ratings' | 'par_index' | 'plan_values'

/** 'YYYY-Qn' of a day. */
export const quarterOfDay = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The first day of a quarter: '2026-07-01' of '2026-Q3'. */
export function firstDay(quarter: string) {
  const read = readPeriod(quarter)
  return read?.kind === 'quarter' ? `${read.year}-${String(read.quarter * 3 - 2).padStart(2, '0')}-01` : undefined
}

/** The last day of a quarter, or today while it runs. */
export function lastDayOf(quarter: string, today: string) {
  const last = daysOf(quarter)?.to
  const day = last ? dayOfUtc(last) : today
  return day < today ? day : today
}

/** A decision that a target is another from a day on; the one of the highest id was decided last. */
export type TargetChange = {
  id: number
  indicator_code: string
  old_target: number
  target: number
  valid_from: string
}

/** The target in force on a day: by the rule of private.plan_target_on. `written`: what the plan says itself. */
export function targetOn(code: string, written: number, changes: readonly TargetChange[], day: string) {
  const own = changes.filter(change => change.indicator_code === code).toSorted((a, b) => a.id - b.id)
  const inForce = own.findLast(({ valid_from }) => valid_from <= day)
  return inForce?.target ?? own[0]?.old_target ?? written
}

const quarterly = (figures: readonly PlanFigure[]) => figures.filter(({ source }) => source !== 'par_index')

/** A rank is of a year: its last quarter. */
const quarterOf = ({ source, period }: PlanFigure) =>
  source === 'par_index' ? `${period.slice(0, 4)}-Q4` : quarterOfDay(period)

/**
 * The quarters to choose from, the latest first: those with figures, the one that runs and the one before. `lastDay`: today,
 * or the last day of an office that is closed.
 */
export function quartersWith(figures: readonly PlanFigure[], lastDay: string) {
  const last = quarterOfDay(lastDay)
  const known = figures.map(quarterOf).filter(quarter => quarter <= last)
  return [...new Set([last, quarterOfDay(monthOf(lastDay, -3)), ...known])].sort().reverse()
}

/**
 * The quarter to begin with: the latest that is over and has figures of its own, else the running one if it has, else the
 * last one. Of an office that is closed a rank will do.
 */
export function quarterToShow(figures: readonly PlanFigure[], today: string, lastDay: string) {
  const running = quarterOfDay(today)
  const known = new Set(quarterly(figures).map(quarterOf))
  const ranked = new Set(lastDay < today ? figures.map(quarterOf) : [])
  const over = quartersWith(figures, lastDay).filter(quarter => quarter < running)
  const latest = over.find(quarter => known.has(quarter) || ranked.has(quarter))
  return latest ?? (known.has(running) ? running : (over[0] ?? running))
}

/**
 * The figure of an indicator in a quarter; of a rank, which is published in the year after, that of this year or the last. An
 * older one says nothing of the quarter.
 */
export function figureIn(figures: readonly PlanFigure[], indicator: string, quarter: string) {
  const own = figures.filter(({ indicator_code }) => indicator_code === indicator)
  const first = firstDay(quarter) ?? ''
  const isOfTime = ({ source, period }: PlanFigure) =>
    source === 'par_index'
      ? period <= first && Number(first.slice(0, 4)) - Number(period.slice(0, 4)) <= 1
      : period === first
  return own.findLast(isOfTime)
}

/** The figure of the period before, of those that are known. */
export const figureBefore = (figures: readonly PlanFigure[], { indicator_code, period }: PlanFigure) =>
  figures.findLast(other => other.indicator_code === indicator_code && other.period < period)

/** Quarters since the year 0; of a rank, years. */
const place = ({ period, source }: PlanFigure) => {
  const year = Number(period.slice(0, 4))
  return source === 'par_index' ? year : year * 4 + Math.floor((Number(period.slice(5, 7)) - 1) / 3)
}

/** So many periods are drawn, the last one included. */
const DRAWN = 8

/**
 * The periods up to a figure as pieces of a line, from 0 to 100 both ways, 100 on top being the best: a period of which nothing
 * is known breaks it. Undefined for fewer than three.
 */
export function trendOf(figures: readonly PlanFigure[], last: PlanFigure) {
  const end = place(last)
  const known = figures.filter(one => one.source === last.source && place(one) <= end && place(one) > end - DRAWN)
  if (known.length < 3) return undefined
  const values = known.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const isRank = last.source === 'par_index'
  const y = (value: number) => {
    if (high === low) return 50
    const share = (100 * (value - low)) / (high - low)
    return isRank ? 100 - share : share
  }
  const points = known.map(one => ({ year: place(one), y: y(one.value) }))
  const first = points[0]?.year ?? end
  const x = (at: number) => (100 * (at - first)) / (end - first)
  return unbroken(points).map(piece => piece.map(one => ({ x: x(one.year), y: one.y })))
}

/** Per cent with one decimal, never rounded onto its target or onto 100. */
export const shownPercent = ({ value, target }: Pick<PlanFigure, 'value' | 'target'>) =>
  roundPercent(value / 100, target)

/** How many points are missing to the target, as the rounded figures have it. */
export const pointsMissing = (figure: Pick<PlanFigure, 'value' | 'target'>) =>
  Math.round((figure.target - shownPercent(figure)) * 10) / 10

/** A year of the index. */
export type ParYear = { year: number; score: number; rank: number | null; ranked_units: number | null }

/** Years on a line from 0 to 100, with a margin of half a year at both ends. */
export function yearScale(years: readonly number[]) {
  const first = Math.min(...years)
  const count = Math.max(...years) - first + 1
  return (year: number) => (100 * (year - first + 0.5)) / count
}

/** The scale of the scores: whole fives around them, at least ten points high. 0 is at the bottom. */
export function scoreScale(scores: readonly number[]) {
  const low = Math.max(0, Math.floor((Math.min(...scores) - 1.5) / 5) * 5)
  const high = Math.min(100, Math.max(low + 10, Math.ceil((Math.max(...scores) + 1.5) / 5) * 5))
  return (score: number) => (100 * (score - low)) / (high - low)
}

/** Rank 1 near the top, and as many steps as there are units: a lower rank is better, and is drawn higher. */
export function rankScale(units: number) {
  return (rank: number) => 100 - (100 * (rank - 0.5)) / Math.max(units, 1)
}

/** The pieces of a line: a year that is not known breaks it. */
export function unbroken<Year extends { year: number }>(years: readonly Year[]) {
  const pieces: Year[][] = []
  for (const one of years) {
    const last = pieces.at(-1)
    if (last && last.at(-1)?.year === one.year - 1) last.push(one)
    else pieces.push([one])
  }
  return pieces
}
