import type { Figure } from '../../lib/figures/figure'
import { roundPercent } from '../../lib/figures/figure'
import { useFormats } from '../use-formats'
import styles from './rate-figure.module.css'

/** The one large figure of a page. Its interval, n and verdict are beside it. */
export function RateFigure({ figure, target }: { figure: Figure; target: number }) {
  const format = useFormats()
  return (
    <span className={`${styles.rate} ${styles[figure.verdict]}`}>
      {format.tenth(roundPercent(figure.rate, target))}
      <small>%</small>
    </span>
  )
}
