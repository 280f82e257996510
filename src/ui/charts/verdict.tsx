import { useTranslation } from 'react-i18next'
import type { Verdict as VerdictKey } from '../../lib/figures/figure'
import { useFormats } from '../use-formats'
import styles from './verdict.module.css'

/** The shape of a verdict. Hidden from screen readers: a word is beside it. */
export function VerdictIcon({ verdict }: { verdict: VerdictKey }) {
  return <i className={`${styles.mark} ${styles[verdict]}`} aria-hidden="true" />
}

/** The verdict about the target: an icon and a sentence, never colour alone. */
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
