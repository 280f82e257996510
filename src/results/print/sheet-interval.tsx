import type { Figure } from '../../lib/figures/figure'
import { placeOn, plotScale } from '../../lib/figures/plot-scale'
import { useFormats } from '../../ui/use-formats'
import styles from './sheet.module.css'

const WIDTH = 180

/** Dot or diamond = rate, bar = 95 % interval. Hidden from screen readers: the numbers are beside it. */
export function SheetInterval({ figure, target }: { figure: Figure; target: number }) {
  const format = useFormats()
  const scale = plotScale([figure], target)
  const x = (percent: number) => (placeOn(scale, percent) / 100) * WIDTH
  const [low, high, rate] = [x(figure.low * 100), x(figure.high * 100), x(figure.rate * 100)]
  const anchor = (percent: number) => (percent === scale.min ? 'start' : percent === scale.max ? 'end' : 'middle')
  return (
    <svg className={`${styles.interval} ${styles[figure.verdict]}`} viewBox={`0 0 ${WIDTH} 22`} aria-hidden="true">
      {scale.ticks.map(tick => (
        <g key={tick}>
          <line className={styles.hair} x1={x(tick)} x2={x(tick)} y1="6" y2="20" />
          <text className={tick === target ? styles.goalText : undefined} x={x(tick)} y="4.2" textAnchor={anchor(tick)}>
            {format.wholePercent(tick)}
          </text>
        </g>
      ))}
      <line className={styles.goal} x1={x(target)} x2={x(target)} y1="5.4" y2="21" />
      <rect className={styles.bar} x={low} width={Math.max(high - low, 0.8)} y="11" height="4" rx="2" />
      {figure.verdict === 'not_met' ? (
        <rect
          className={styles.dot}
          x={rate - 2.2}
          y="10.8"
          width="4.4"
          height="4.4"
          transform={`rotate(45 ${rate} 13)`}
        />
      ) : (
        <circle className={styles.dot} cx={rate} cy="13" r="2.8" />
      )}
    </svg>
  )
}
