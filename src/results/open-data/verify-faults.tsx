import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../lib/figures/figure'
import type { Fault } from '../../lib/figures/ledger'
import type { Difference, Verification } from '../../lib/figures/verify-ledger'
import { Banner } from '../../ui/messages/banner'
import { useFormats } from '../../ui/use-formats'
import styles from './verify-ledger.module.css'

/** Faults of the ledger, with the batch and the field. */
export function VerifyFaults({ verdict: { fault, differences, lost } }: { verdict: Verification }) {
  const { t } = useTranslation('open-data')
  const values = useFaults()
  return (
    <Banner look="alert" icon="alert">
      <p>
        <b>{t('verify.bad')}</b>
      </p>
      <ul className={styles.faults}>
        {fault && <li>{values.fault(fault)}</li>}
        {differences.map(difference => (
          <li key={`${difference.by} ${difference.key} ${difference.field}`}>{values.difference(difference)}</li>
        ))}
        {lost.map(end => (
          <li key={`${end.from} ${end.hash}`}>
            {end.from === 'checkpoint'
              ? t('checkpoint.lost', { ns: 'ledger', size: end.entries })
              : t(`verify.lost.${end.from}`, { hash: end.hash.slice(0, 16) })}
          </li>
        ))}
      </ul>
      <p>{t('verify.remedy')}</p>
    </Banner>
  )
}

function useFaults() {
  const { t } = useTranslation('open-data')
  const { t: tPublic } = useTranslation()
  const format = useFormats()

  const fault = ({ kind, number, fields, found, expected, isChange }: Fault) => {
    const isNamed = kind !== 'content' || fields.length > 0
    const values = { number, fields: fields.join(', '), found, expected }
    if (isChange) return t(`verify.change_fault.${isNamed ? (kind as 'order') : 'somewhere'}`, values)
    return isNamed ? t(`verify.fault.${kind as 'order'}`, values) : t('verify.fault.somewhere', values)
  }

  const difference = ({ by, key, field, shown, counted }: Difference) => {
    const said = (value: number | string) => {
      if (typeof value === 'string') return tPublic(`verdict.word.${value as Verdict}`)
      if (field === 'target') return format.wholePercent(value)
      return field === 'interval' ? format.percent(100 * value) : format.count(value)
    }
    const place = by === 'all' ? t('verify.everything') : key
    return t('verify.difference', { key: place, field, shown: said(shown), counted: said(counted) })
  }

  return { fault, difference }
}
