import { useTranslation } from 'react-i18next'
import type { Verdict as VerdictKey } from '../../lib/figures/figure'
import { useFormats } from '../use-formats'
import styles from './verdict.module.css'

/** The shape of a verdict. It stands beside a word, so it is silent. */
export function VerdictIcon({ verdict }: { verdict: VerdictKey }) {
  return <i className={`${styles.mark} ${styles[verdict]}`} aria-hidden="true" />
}

/** What the interval allows to say about the target: a mark and a sentence, never colour alone. */
export function VerdictLine({ verdict, target }: { verdict: VerdictKey; target: number }) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <span className={`${styles.verdict} ${styles[verdict]}`}>
      <VerdictIcon verdict={verdict} />
      {t(`verdict.sentence.${verdict}`, { target: format.wholePercent(target) })}
    </span>
  )
}
