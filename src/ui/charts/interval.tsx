import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../lib/figures/figure'
import { placeOn, type Scale } from '../../lib/figures/plot-scale'
import { useFormats } from '../use-formats'
import styles from './interval.module.css'

/** Where on the scale: `--at` is its place from the start, in percent of the width. */
const at = (scale: Scale, percent: number) => ({ '--at': placeOn(scale, percent) }) as CSSProperties

/** What every piece of a plot needs to know to draw its hairlines and the target line. */
export const scaleStyle = (scale: Scale, target: number) =>
  ({ '--span': scale.max - scale.min, '--target-at': placeOn(scale, target) }) as CSSProperties

/** Class of the box that a plot's rows and axis stand in. */
export const gridClass = styles.grid

/**
 * Dot = rate, bar = 95 % interval. The numbers stand in the table beside it, so the drawing is silent. An interval
 * that leaves the axis is cut, with a point that says it goes on.
 */
export function Interval({ figure, scale, large }: { figure: Figure; scale: Scale; large?: boolean }) {
  const { low, high, rate, verdict } = figure
  const isCut = low * 100 < scale.min
  const bar = { '--from': placeOn(scale, low * 100), '--to': placeOn(scale, high * 100) } as CSSProperties
  return (
    <span className={`${styles.interval} ${styles[verdict]} ${large ? styles.large : ''}`} aria-hidden="true">
      <i className={`${styles.bar} ${isCut ? styles.cut : ''}`} style={bar} />
      <i className={styles.dot} style={at(scale, rate * 100)} />
    </span>
  )
}

/** Labels of the axis. Those too near the target give way to it. */
export function Axis({ scale, target }: { scale: Scale; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  const distance = (tick: number) => Math.abs(tick - target) / (scale.max - scale.min)
  return (
    <span className={styles.axis} aria-hidden="true">
      {scale.ticks
        .filter(tick => distance(tick) >= 0.18)
        .map(tick => (
          <span key={tick} className={distance(tick) < 0.3 ? styles.near : undefined} style={at(scale, tick)}>
            {format.wholePercent(tick)}
          </span>
        ))}
      <span className={styles.goal} style={at(scale, target)}>
        {t('figure.target_label', { target: format.wholePercent(target) })}
      </span>
    </span>
  )
}
