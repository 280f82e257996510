import { plotScale } from '../../lib/figures/plot-scale'
import { Axis, gridClass, Interval, scaleStyle } from '../../ui/charts/interval'
import styles from './page.module.css'

type Props = { figure: Parameters<typeof Interval>[0]['figure']; target: number; large?: boolean }

/** One interval against the target, on a scale of its own. */
export function Plot({ figure, target, large = false }: Props) {
  const scale = plotScale([figure], target)
  return (
    <div className={large ? styles.plot : undefined} style={scaleStyle(scale, target)}>
      <div className={`${gridClass} ${styles.band}`}>
        <Interval figure={figure} scale={scale} large={large} />
      </div>
      <Axis scale={scale} target={target} />
    </div>
  )
}
