import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { type Figure, roundPercent } from '../lib/figure'
import { placeOn, type Scale, trendScale } from '../lib/scale'
import { useFormats } from './formats'
import tableStyles from './table.module.css'
import styles from './trend.module.css'

export type TrendPoint = {
  /** 'YYYY-MM' */
  month: string
  /** null: nothing was published in this month, and the line has a gap. */
  figure: Figure | null
}

type Placed = { x: number; rate: number; low: number; high: number }

const EDGE = 2
/** Half the width of the band of a month that stands alone. */
const ALONE = 0.8

const at = (x: number, y?: number) => ({ '--x': x, ...(y !== undefined && { '--y': y }) }) as CSSProperties

/** Rate by month with its 95 % interval as a band. Every number stands in the table below it. */
export function Trend({ points, target }: { points: TrendPoint[]; target: number }) {
  const figures = points.flatMap(({ figure }) => figure ?? [])
  const scale = trendScale(figures, target)
  const placed = points.map(({ figure }, i): Placed | null => {
    if (!figure) return null
    const x = EDGE + ((100 - 2 * EDGE) * i) / Math.max(1, points.length - 1)
    const place = (share: number) => placeOn(scale, share * 100)
    return { x, rate: place(figure.rate), low: place(figure.low), high: place(figure.high) }
  })
  return (
    <>
      {figures.length > 1 && <Drawing points={points} placed={placed} scale={scale} target={target} />}
      <MonthTable points={points} target={target} />
    </>
  )
}

function Drawing({
  points,
  placed,
  scale,
  target,
}: {
  points: TrendPoint[]
  placed: (Placed | null)[]
  scale: Scale
  target: number
}) {
  const { t } = useTranslation()
  const format = useFormats()
  const [first, last] = [points.find(({ figure }) => figure), points.findLast(({ figure }) => figure)]
  const lastPlaced = placed.findLast(place => place !== null)
  if (!first?.figure || !last?.figure || !lastPlaced) return null
  const named = (point: TrendPoint) =>
    t('figure.month', { month: Number(point.month.slice(5)), year: point.month.slice(0, 4) })
  const shown = (figure: Figure) => format.percent(roundPercent(figure.rate, target))
  const summary = t('figure.trend_summary', {
    from: named(first),
    from_rate: shown(first.figure),
    to: named(last),
    to_rate: shown(last.figure),
  })

  return (
    <div className={styles.trend} role="img" aria-label={summary}>
      <div className={styles.y}>
        {scale.ticks.map(tick => (
          <span key={tick} className={tick === target ? styles.goal : undefined} style={at(0, placeOn(scale, tick))}>
            {format.wholePercent(tick)}
          </span>
        ))}
      </div>
      <div className={styles.plot}>
        {scale.ticks.map(tick => (
          <i key={tick} className={styles.line} style={at(0, placeOn(scale, tick))} />
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {runs(placed).map(run => (
            <g key={run[0]?.x}>
              <polygon className={styles.band} points={band(run)} />
              <polyline className={styles.path} points={run.map(({ x, rate }) => `${x} ${100 - rate}`).join(' ')} />
            </g>
          ))}
        </svg>
        <i className={`${styles.line} ${styles.goal}`} style={at(0, placeOn(scale, target))} />
        {placed.map(
          place =>
            place && (
              <i
                key={place.x}
                className={place === lastPlaced ? styles.last : styles.point}
                style={at(place.x, place.rate)}
              />
            ),
        )}
      </div>
      <div className={styles.end}>
        <b style={at(0, lastPlaced.rate)}>{shown(last.figure)}</b>
      </div>
      <Months points={points} />
    </div>
  )
}

/** The months that follow each other without a gap. */
function runs(placed: (Placed | null)[]) {
  const all: Placed[][] = [[]]
  for (const place of placed) {
    if (place) all.at(-1)?.push(place)
    else all.push([])
  }
  return all.filter(run => run.length > 0)
}

function band(run: Placed[]) {
  const [only] = run
  const wide =
    only && run.length === 1
      ? [
          { ...only, x: only.x - ALONE },
          { ...only, x: only.x + ALONE },
        ]
      : run
  const upper = wide.map(({ x, high }) => `${x} ${100 - high}`)
  const lower = wide.map(({ x, low }) => `${x} ${100 - low}`)
  return [...upper, ...lower.reverse()].join(' ')
}

/** The first and the last month and each quarter's first; the year under the first and under January. */
function Months({ points }: { points: TrendPoint[] }) {
  const end = points.length - 1
  return (
    <div className={styles.x}>
      {points.map(({ month }, i) => {
        const number = Number(month.slice(5))
        const isMain = i === 0 || i === end || (number % 3 === 1 && i > 1 && i < end - 1)
        const isYear = i === 0 || (number === 1 && i > 1)
        if (!isMain && points.length > 20) return null
        return (
          <span
            key={month}
            className={isMain ? undefined : styles.minor}
            style={at(EDGE + ((100 - 2 * EDGE) * i) / Math.max(1, end))}
          >
            {number}
            {isYear && <b>{month.slice(0, 4)}</b>}
          </span>
        )
      })}
    </div>
  )
}

function MonthTable({ points, target }: { points: TrendPoint[]; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, target)
  return (
    <details className={styles.details}>
      <summary>{t('figure.by_month_table')}</summary>
      <table className={tableStyles.table}>
        <caption className="vh">{t('figure.by_month')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure.month_heading')}</th>
            <th scope="col" className={tableStyles.number}>
              {t('figure.rate')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('figure.interval')}
            </th>
            <th scope="col" className={tableStyles.number}>
              {t('figure.n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ month, figure }) => (
            <tr key={month}>
              <th scope="row">{t('figure.month', { month: Number(month.slice(5)), year: month.slice(0, 4) })}</th>
              {figure ? (
                <>
                  <td className={tableStyles.number}>{format.percent(round(figure.rate))}</td>
                  <td className={tableStyles.number}>{format.interval(round(figure.low), round(figure.high))}</td>
                  <td className={tableStyles.number}>{format.count(figure.n)}</td>
                </>
              ) : (
                <td colSpan={3} className={tableStyles.number}>
                  {t('figure.nothing_in_month')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
