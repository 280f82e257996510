import { useTranslation } from 'react-i18next'
import { type Figure, roundPercent } from '../../lib/figures/figure'
import { RateFigure } from '../../ui/charts/rate-figure'
import { VerdictLine } from '../../ui/charts/verdict'
import { useFormats } from '../../ui/use-formats'
import styles from './headline.module.css'

/** The figure of a place: rate, n, verdict, interval and period, never one without the others. */
export function Headline({ figure, target, period }: { figure: Figure; target: number; period: string }) {
  const { t } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, target)
  return (
    <div>
      <p className={styles.small}>{period}</p>
      <p>
        <RateFigure figure={figure} target={target} /> {t('figure.satisfied_of', { n: format.count(figure.n) })}
      </p>
      <p className={styles.verdict}>
        <VerdictLine figure={figure} target={target} />
      </p>
      <p className={styles.small}>
        {t('figure.interval_sentence', { interval: format.interval(round(figure.low), round(figure.high)) })}
      </p>
    </div>
  )
}
