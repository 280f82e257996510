import { useTranslation } from 'react-i18next'
import { type Evidence, type Figure, roundPercent } from '../../lib/figures/figure'
import { EvidenceNote } from '../../ui/charts/evidence'
import { RateFigure } from '../../ui/charts/rate-figure'
import { VerdictLine } from '../../ui/charts/verdict'
import { useFormats } from '../../ui/use-formats'
import styles from './headline.module.css'

type Props = {
  figure: Figure & Evidence
  target: number
  period: string
  /** What must be known of the period. */
  note?: string | undefined
  /** Of an office: how it comes to a proven figure. */
  hasWay?: boolean
}

/** The figure of a place: rate, n, verdict, interval and period, never one without the others. */
export function Headline({ figure, target, period, note, hasWay = false }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const round = (share: number) => roundPercent(share, target)
  return (
    <div>
      <p className={styles.small}>
        {period}
        {note && <span> {note}</span>}
      </p>
      <p>
        <RateFigure figure={figure} target={target} /> {t('figure.satisfied_of', { n: format.count(figure.n) })}
      </p>
      <p className={styles.verdict}>
        <VerdictLine figure={figure} target={target} />
      </p>
      <p className={styles.small}>
        {t('figure.interval_sentence', { interval: format.interval(round(figure.low), round(figure.high)) })}
      </p>
      <EvidenceNote figure={figure} hasWay={hasWay} />
    </div>
  )
}
