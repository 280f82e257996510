import { useTranslation } from 'react-i18next'
import type { Figure, Verdict as VerdictKey } from '../../lib/figures/figure'
import { leaning } from '../../lib/figures/verdict'
import { useFormats } from '../use-formats'
import styles from './verdict.module.css'

/** The shape of a verdict. Hidden from screen readers: a word is beside it. */
export function VerdictIcon({ verdict }: { verdict: VerdictKey }) {
  return <i className={`${styles.mark} ${styles[verdict]}`} aria-hidden="true" />
}

type Props = { figure: Figure; target: number }

/** The verdict about the target: an icon and a sentence, never colour alone. */
export function VerdictSentence({ figure: { verdict }, target }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <span className={`${styles.verdict} ${styles[verdict]}`}>
      <VerdictIcon verdict={verdict} />
      {t(`verdict.sentence.${verdict}`, { target: format.wholePercent(target) })}
    </span>
  )
}

/** Why nothing is concluded although the interval that is drawn lies beyond the target. */
export function Leaning({ figure, target }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const side = leaning(figure, target)
  if (!side) return null
  return (
    <small className={styles.leaning}>{t(`verdict.leaning.${side}`, { target: format.wholePercent(target) })}</small>
  )
}

/** Both, one under the other. */
export const VerdictLine = (props: Props) => (
  <>
    <VerdictSentence {...props} />
    <Leaning {...props} />
  </>
)
