import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { answerShares, type Figure, roundPercent } from '../../lib/figures/figure'
import { Face, scores } from '../faces/face'
import { useFormats } from '../use-formats'
import styles from './score-distribution.module.css'

/** The number of each answer; `counts` is for scores 1 to 5. A bracket marks the two that make the rate. */
export function ScoreDistribution({
  figure,
  counts,
  target,
}: {
  figure: Figure
  counts: readonly number[]
  target: number
}) {
  const { t } = useTranslation()
  const format = useFormats()
  const rate = roundPercent(figure.rate, target)
  const shares = answerShares(counts, rate)
  const most = Math.max(...shares)

  const row = (score: (typeof scores)[number]) => {
    const share = shares[score - 1] ?? 0
    return (
      <li key={score} className={`${styles.row} ${score >= 4 ? '' : styles.uncounted}`}>
        <Face score={score} />
        <span className={styles.name}>{t(`score.${score}`)}</span>
        <span className={styles.track} aria-hidden="true">
          <i style={{ '--share': (100 * share) / most } as CSSProperties} />
        </span>
        <b>{format.percent(share)}</b>
        <span className={styles.n}>{t('figure.ratings', { n: format.count(counts[score - 1] ?? 0) })}</span>
      </li>
    )
  }

  const [counted, others] = [scores.filter(score => score >= 4), scores.filter(score => score < 4)]
  return (
    <div className={styles.place}>
      <ol className={styles.five}>
        {counted.toReversed().map(row)}
        <li className={styles.sum}>
          <b>{format.percent(rate)}</b> {t('figure.counted')}
        </li>
        {others.toReversed().map(row)}
      </ol>
    </div>
  )
}
