import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Figure, roundPercent } from '../../lib/figures/figure'
import { useFormats } from '../use-formats'
import styles from './trend.module.css'
import { goalsOf, type TrendBreak, type TrendPoint, trendPaths } from './trend-paths'
import { MonthTable } from './trend-table'

export type { TrendBreak, TrendPoint }

type Props = {
  points: TrendPoint[]
  target: number
  breaks?: TrendBreak[]
  /** The text beside it gives its summary already. */
  isSaid?: boolean
}

const EDGE = 2
const at = (x: number, y?: number) => ({ '--x': x, ...(y !== undefined && { '--y': y }) }) as CSSProperties

/** Rate by month with its 95 % interval as a band. Every number can be stepped through, and is in the table below. */
export function Trend({ points, target, breaks = [], isSaid = false }: Props) {
  const published = points.filter(({ figure }) => figure)
  return (
    <>
      {published.length > 1 && <Drawing points={points} target={target} breaks={breaks} isSaid={isSaid} />}
      <MonthTable points={points} target={target} />
    </>
  )
}

type Places = ReturnType<typeof trendPaths>

function Drawing({ points, target, breaks, isSaid }: Required<Props>) {
  const { t } = useTranslation()
  const format = useFormats()
  const [chosen, setChosen] = useState<number>()
  const box = { left: EDGE, right: 100 - EDGE, top: 0, bottom: 100 }
  const places = trendPaths(points, target, box, breaks)
  const [first, last] = [points.find(({ figure }) => figure), points.findLast(({ figure }) => figure)]
  const lastPlaced = places.placed.findLast(place => place !== null)
  if (!first?.figure || !last?.figure || !lastPlaced) return null
  const named = (point: TrendPoint) => t('figure.month', { month: format.month(point.month) })
  const shown = (figure: Figure, own = target) => format.percent(roundPercent(figure.rate, own))
  const summary = t('figure.trend_summary', {
    from: named(first),
    from_rate: shown(first.figure, first.target),
    to: named(last),
    to_rate: shown(last.figure, last.target),
  })

  return (
    <div className={styles.trend}>
      {!isSaid && <p className="vh">{summary}</p>}
      <div className={styles.y} aria-hidden="true">
        {places.scale.ticks.map(tick => (
          <span key={tick} className={tick === target ? styles.goal : undefined} style={at(0, 100 - places.y(tick))}>
            {format.wholePercent(tick)}
          </span>
        ))}
      </div>
      <Plot
        places={places}
        goals={goalsOf(points, target, places.x, [0, 100])}
        breaks={breaks}
        chosen={points[chosen ?? -1]?.month}
      />
      <div className={styles.end} aria-hidden="true">
        <b style={at(0, 100 - lastPlaced.y)}>{shown(last.figure, last.target)}</b>
      </div>
      <Months points={points} place={places.x} />
      <Reader points={points} target={target} chosen={chosen} onChoose={setChosen} />
    </div>
  )
}

type PlotProps = { places: Places; goals: ReturnType<typeof goalsOf>; breaks: TrendBreak[]; chosen: string | undefined }

/** The line with its band, the target, the breaks, and a cursor at the chosen month. */
function Plot({ places: { scale, x, y, placed, band, line }, goals, breaks, chosen }: PlotProps) {
  const height = (percent: number) => 100 - y(percent)
  const last = placed.findLast(place => place !== null)
  return (
    <div className={styles.plot} aria-hidden="true">
      {scale.ticks.map(tick => (
        <i key={tick} className={styles.line} style={at(0, height(tick))} />
      ))}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.band} d={band} />
        <path className={styles.path} d={line} />
      </svg>
      {goals.map(({ target, from, to }) => (
        <i
          key={from}
          className={`${styles.line} ${styles.goal}`}
          style={{ ...at(from, height(target)), left: `${from}%`, right: `${100 - to}%` }}
        />
      ))}
      {breaks.map(({ month, label }) => (
        <span key={month + label} className={styles.break} style={at(x(month))}>
          {label}
        </span>
      ))}
      {placed.map(
        place =>
          place && (
            <i
              key={place.month}
              className={place === last ? styles.last : styles.point}
              style={at(place.x, 100 - place.y)}
            />
          ),
      )}
      {chosen !== undefined && <i className={styles.cursor} style={at(x(chosen))} />}
    </div>
  )
}

type ReaderProps = {
  points: TrendPoint[]
  target: number
  chosen: number | undefined
  onChoose: (index: number) => void
}

/** Steps from month to month with the arrow keys, a thumb or a mouse, and shows what was published in each. */
function Reader({ points, target, chosen, onChoose }: ReaderProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const index = chosen ?? points.length - 1
  const point = points[index]
  if (!point) return null
  const { month, figure } = point
  const round = (share: number) => roundPercent(share, point.target ?? target)
  const name = t('figure.month', { month: format.month(month) })
  const said = figure
    ? t('figure.month_said', {
        month: name,
        rate: format.percent(round(figure.rate)),
        interval: format.interval(round(figure.low), round(figure.high)),
        n: format.count(figure.n),
      })
    : t('figure.month_empty', { month: name })
  return (
    <>
      <input
        type="range"
        className={styles.reader}
        aria-label={t('figure.month_reader')}
        aria-valuetext={said}
        min={0}
        max={points.length - 1}
        value={index}
        onChange={event => onChoose(Number(event.target.value))}
      />
      <p className={styles.reading} aria-hidden="true">
        {said}
      </p>
    </>
  )
}

/** The first and the last month and each quarter's first; the year under the first and under January. */
function Months({ points, place }: { points: TrendPoint[]; place: (month: string) => number }) {
  const end = points.length - 1
  return (
    <div className={styles.x} aria-hidden="true">
      {points.map(({ month }, i) => {
        const number = Number(month.slice(5))
        const isMain = i === 0 || i === end || (number % 3 === 1 && i > 1 && i < end - 1)
        const isYear = i === 0 || (number === 1 && i > 1)
        if (!isMain && points.length > 20) return null
        // Over many years there is room for the Januaries alone.
        if (points.length > 40 && !isYear && i !== end) return null
        const isEnd = i === 0 || i === end
        // A January soon after the first month: its year would touch the one before.
        const isNear = i > 0 && i < end / 4
        return (
          <span
            key={month}
            className={isEnd ? undefined : isMain ? styles.main : styles.minor}
            style={at(place(month))}
          >
            {number}
            {isYear && <b className={isNear ? styles.minor : undefined}>{month.slice(0, 4)}</b>}
          </span>
        )
      })}
    </div>
  )
}
