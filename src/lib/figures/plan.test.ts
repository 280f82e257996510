import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  figureBefore,
  figureIn,
  firstDay,
  type PlanFigure,
  pointsMissing,
  quartersWith,
  quarterToShow,
  rankScale,
  scoreScale,
  shownPercent,
  targetOn,
  trendOf,
  unbroken,
  yearScale,
} from './plan'

const figure = (changes: Partial<PlanFigure>): PlanFigure => ({
  indicator_code: 'on-time',
  period: '2026-07-01',
  value: 98.7,
  part: 987,
  whole: 1000,
  low: null,
  high: null,
  target: 100,
  verdict: 'not_met',
  counted: 6,
  expected: 6,
  as_of: '2026-09-30',
  source: 'handled_dossiers',
  entry: null,
  ...changes,
})
const rank = (year: number, value: number) =>
  figure({ indicator_code: 'district-rank', period: `${year}-01-01`, value, target: 3, source: 'par_index' })

test('the page begins with the latest quarter that is over and has figures', () => {
  const today = '2026-11-29'
  expect(quarterToShow([], today, today)).toBe('2026-Q3')
  expect(quarterToShow([figure({}), figure({ period: '2026-10-01' })], today, today)).toBe('2026-Q3')
  expect(quarterToShow([figure({ period: '2026-04-01' })], today, today)).toBe('2026-Q2')
  expect(quarterToShow([figure({ period: '2026-10-01' })], today, today)).toBe('2026-Q4')
})

test('of an office that is closed it is the last of which something is known, if only its rank', () => {
  expect(quarterToShow([], '2026-11-29', '2025-06-30')).toBe('2025-Q2')
  expect(quarterToShow([rank(2019, 3)], '2026-11-29', '2025-06-30')).toBe('2019-Q4')
  expect(quarterToShow([figure({ period: '2016-01-01' }), rank(2019, 3)], '2026-11-29', '2025-06-30')).toBe('2019-Q4')
  expect(quarterToShow([rank(2019, 3)], '2026-11-29', '2026-11-29')).toBe('2026-Q3')
  expect(quartersWith([rank(2019, 3), figure({ period: '2020-10-01' })], '2025-06-30')).toEqual([
    '2025-Q2',
    '2025-Q1',
    '2020-Q4',
    '2019-Q4',
  ])
})

test('a rank is of this year or the last, everything else is of the quarter itself', () => {
  const figures = [figure({ period: '2026-04-01' }), rank(2018, 6), rank(2019, 3)]
  expect(figureIn(figures, 'district-rank', '2019-Q1')?.value).toBe(3)
  expect(figureIn(figures, 'district-rank', '2020-Q3')?.value).toBe(3)
  expect(figureIn(figures, 'district-rank', '2026-Q3')).toBeUndefined()
  expect(figureIn(figures, 'district-rank', '2018-Q4')?.value).toBe(6)
  expect(figureIn(figures, 'district-rank', '2014-Q4')).toBeUndefined()
  expect(figureIn(figures, 'on-time', '2026-Q3')).toBeUndefined()
  expect(figureIn(figures, 'on-time', '2026-Q2')?.period).toBe('2026-04-01')
  expect(figureBefore(figures, rank(2019, 3))?.value).toBe(6)
  expect(figureBefore(figures, rank(2018, 6))).toBeUndefined()
})

test('a trend ends with its figure, breaks where nothing is known, and a lower rank goes up', () => {
  const ranks = [2015, 2016, 2017, 2018, 2019].map((year, i) => rank(year, [6, 10, 4, 6, 3][i] as number))
  const [line = []] = trendOf(ranks, ranks[4] as PlanFigure) ?? []
  expect(line.map(({ y }) => Math.round(y))).toEqual([57, 0, 86, 57, 100])
  expect(line.at(-1)?.x).toBe(100)
  const quarters = ['2025-10-01', '2026-01-01', '2026-07-01'].map((period, i) => figure({ period, value: 90 + i }))
  expect(trendOf(quarters, quarters[2] as PlanFigure)?.map(piece => piece.length)).toEqual([2, 1])
  expect(trendOf(quarters, quarters[1] as PlanFigure)).toBeUndefined()
})

test('a value is never rounded onto its target', () => {
  expect(shownPercent({ value: 99.97, target: 100 })).toBe(99.9)
  expect(pointsMissing({ value: 99.97, target: 100 })).toBe(0.1)
  expect(pointsMissing({ value: 46.2, target: 50 })).toBe(3.8)
  expect(shownPercent({ value: 90.04, target: 90 })).toBe(90.1)
})

test('a lower rank is drawn higher, and a higher score', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 63 }), fc.integer({ min: 1, max: 62 }), (units, better) => {
      const at = rankScale(units)
      expect(at(better)).toBeGreaterThan(at(better + 1))
      if (better <= units) expect(at(better)).toBeLessThan(100)
    }),
  )
  const at = scoreScale([90.09, 85.82, 86.85, 90.1, 89.95])
  expect([at(80), at(95)]).toEqual([0, 100])
  expect(at(90.1)).toBeGreaterThan(at(85.82))
})

test('scores stay inside their scale, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), scores => {
      const at = scoreScale(scores)
      for (const score of scores) expect(at(score) >= -0.001 && at(score) <= 100.001).toBe(true)
    }),
  )
})

test('a year that is not known breaks the line', () => {
  const years = [2015, 2016, 2018].map(year => ({ year }))
  expect(unbroken(years).map(piece => piece.map(({ year }) => year))).toEqual([[2015, 2016], [2018]])
  expect(yearScale([2015, 2016, 2018])(2015)).toBe(12.5)
})

test('a quarter has a first day, and what is none has not', () => {
  expect(firstDay('2026-Q3')).toBe('2026-07-01')
  expect(firstDay('2026')).toBeUndefined()
  expect(firstDay('x')).toBeUndefined()
})

test('a target is the one in force on the day, of those that hold the one decided last', () => {
  const change = (id: number, valid_from: string, old_target: number, target: number) => ({
    ...{ id, indicator_code: 'e-dossier', valid_from, old_target, target },
  })
  const changes = [change(3, '2025-09-01', 55, 65), change(1, '2025-06-30', 45, 70), change(2, '2025-10-01', 70, 55)]
  const on = (day: string) => targetOn('e-dossier', 50, changes, day)
  expect(['2025-06-29', '2025-06-30', '2025-09-30', '2026-01-01'].map(on)).toEqual([45, 70, 65, 65])
  expect(targetOn('autofill', 40, changes, '2026-01-01')).toBe(40)
})
