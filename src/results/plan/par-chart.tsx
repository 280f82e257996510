import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ParYear, rankScale, scoreScale, unbroken, yearScale } from '../../lib/figures/plan'
import { useFormats } from '../../ui/use-formats'
import styles from './par-chart.module.css'

/** The means as the database computes them. */
export type Means = { mean_score: number; mean_rank: number | null }

type Scale = (value: number) => number
type Point = { year: number; value: number }

const at = (x: number, y: number) => ({ '--px': x, '--py': y }) as CSSProperties

/** How much room the years need; where there is less, the table alone says it. */
const roomFor = (years: number) => (years <= 5 ? 'few' : years <= 10 ? 'some' : 'many')

/**
 * Scores above, ranks below, on one line of years. Rank 1 is on top: a lower rank is better. Hidden from screen readers: the
 * table beside it holds every number.
 */
export function ParChart({ years, means }: { years: ParYear[]; means: Means }) {
  const { t } = useTranslation('plan')
  const format = useFormats()
  const x = yearScale(years.map(({ year }) => year))
  const scores = years.map(({ year, score }) => ({ year, value: score }))
  const ranked = years.flatMap(({ year, rank }) => (rank === null ? [] : [{ year, value: rank }]))
  const units = Math.max(...years.map(({ ranked_units }) => ranked_units ?? 0))
  const best = Math.min(...ranked.map(({ value }) => value))
  const y = scoreScale(scores.map(({ value }) => value))
  return (
    <div className={styles.place} aria-hidden="true">
      <div className={`${styles.figure} ${styles[roomFor(years.length)]}`}>
        <p className={styles.label}>{t('par.score_pane')}</p>
        <Pane
          x={x}
          y={y}
          points={scores}
          mean={means.mean_score}
          meanText={format.hundredth(means.mean_score)}
          look="scores"
        >
          {scores.map(({ year, value }) => (
            <span key={year} style={at(x(year), y(value))}>
              <i className={styles.dot} />
              <b className={y(value) < y(means.mean_score) ? styles.under : styles.over}>{format.hundredth(value)}</b>
            </span>
          ))}
        </Pane>
        <p className={styles.years}>
          {years.map(({ year }) => (
            <span key={year} style={at(x(year), 0)}>
              {year}
            </span>
          ))}
        </p>
        {ranked.length > 0 && means.mean_rank !== null && (
          <>
            <p className={styles.label}>{t('par.rank_pane')}</p>
            <Pane
              x={x}
              y={rankScale(units)}
              points={ranked}
              mean={means.mean_rank}
              meanText={format.tenth(means.mean_rank)}
              look="ranks"
            >
              {ranked.map(({ year, value }) => (
                <span key={year} style={at(x(year), rankScale(units)(value))}>
                  <b className={value === best ? styles.bestRank : styles.rank}>{value}</b>
                </span>
              ))}
            </Pane>
          </>
        )}
      </div>
    </div>
  )
}

type PaneProps = {
  x: Scale
  y: Scale
  points: Point[]
  mean: number
  meanText: string
  look: 'scores' | 'ranks'
  children: ReactNode
}

/** A line through the years that follow each other, a dashed one at the mean, and the points over both. */
function Pane({ x, y, points, mean, meanText, look, children }: PaneProps) {
  const { t } = useTranslation('plan')
  return (
    <>
      <div className={`${styles.pane} ${styles[look]}`}>
        <i className={styles.mean} style={at(0, y(mean))} />
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {unbroken(points).map(piece => (
            <polyline
              key={piece[0]?.year}
              points={piece.map(({ year, value }) => `${x(year)} ${100 - y(value)}`).join(' ')}
            />
          ))}
        </svg>
        {children}
      </div>
      <div className={styles.side}>
        <span style={at(0, y(mean))}>
          {t('par.mean')} <b>{meanText}</b>
        </span>
      </div>
    </>
  )
}
