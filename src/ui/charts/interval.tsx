import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../lib/figures/figure'
import { placeOn, type Scale } from '../../lib/figures/plot-scale'
import { useFormats } from '../use-formats'
import styles from './interval.module.css'

/** A position on the scale: `--at` is measured from the start, in percent of the width. */
const at = (scale: Scale, percent: number) => ({ '--at': placeOn(scale, percent) }) as CSSProperties

/** The scale as custom properties, from which every part of a plot draws its hairlines and the target line. */
export const scaleStyle = (scale: Scale, target: number) =>
  ({ '--span': scale.max - scale.min, '--target-at': placeOn(scale, target) }) as CSSProperties

/** The class of the box around a plot's rows and axis. */
export const gridClass = styles.grid

/**
 * Dot = rate, bar = 95 % interval. Hidden from screen readers: the table beside it holds the numbers. An interval
 * that leaves the axis is cut, with a point that shows that it goes on.
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

/** With more than five ticks every second one gives way where it is narrow, counted from the end that is always there. */
const isSpare = ({ ticks, max }: Scale, tick: number) => ticks.length > 5 && (max - tick) % 20 !== 0

/** Labels of the axis: the scale, and the target in a line of its own, so that no language and no size makes them meet. */
export function Axis({ scale, target }: { scale: Scale; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <span className={styles.axis} aria-hidden="true">
      {scale.ticks
        .filter(tick => tick !== target)
        .map(tick => (
          <span key={tick} className={isSpare(scale, tick) ? styles.spare : undefined} style={at(scale, tick)}>
            {format.wholePercent(tick)}
          </span>
        ))}
      <span className={styles.goal} style={at(scale, target)}>
        {t('figure.target_label', { target: format.wholePercent(target) })}
      </span>
    </span>
  )
}
