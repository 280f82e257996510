import { useTranslation } from 'react-i18next'
import type { Figure, Verdict as VerdictKey } from '../../lib/figures/figure'
import { leaning } from '../../lib/figures/verdict'
import { useFormats } from '../use-formats'
import styles from './verdict.module.css'

/** The shape of a verdict. Hidden from screen readers: a word is beside it. */
export function VerdictIcon({ verdict }: { verdict: VerdictKey }) {
  return <i className={`${styles.mark} ${styles[verdict]}`} aria-hidden="true" />
}

/**
 * The verdict about the target: an icon and a sentence, never colour alone. Where the interval that is drawn lies beyond the
 * target and nothing is concluded yet, a second sentence says why.
 */
export function VerdictLine({ figure, target }: { figure: Figure; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { verdict } = figure
  const side = leaning(figure, target)
  const said = { target: format.wholePercent(target) }
  return (
    <>
      <span className={`${styles.verdict} ${styles[verdict]}`}>
        <VerdictIcon verdict={verdict} />
        {t(`verdict.sentence.${verdict}`, said)}
      </span>
      {side && <small className={styles.leaning}>{t(`verdict.leaning.${side}`, said)}</small>}
    </>
  )
}
