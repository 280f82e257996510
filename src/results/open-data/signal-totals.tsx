import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { signalTotals } from '../../data/open-data'
import tableStyles from '../../ui/tables/table.module.css'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'

/** By quarter: how often an office stood out, how much of it was looked into, and how often there was something. */
export function SignalTotals() {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  const { data } = useSuspenseQuery(signalTotals)
  if (data.length === 0) return <p className={pageStyles.prose}>{t('data.signals_none')}</p>
  return (
    <table className={tableStyles.table}>
      <caption className={pageStyles.caption}>{t('data.signals_caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('data.signals_quarter')}</th>
          {(['signals', 'looked_into', 'found'] as const).map(key => (
            <th key={key} scope="col" className={tableStyles.number}>
              {t(`data.signals_count.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.map(({ quarter, signals, looked_into, found }) => (
          <tr key={quarter}>
            <th scope="row">
              {t('data.signals_of', {
                quarter: format.quarter(Math.ceil(Number(quarter.slice(5, 7)) / 3)),
                year: quarter.slice(0, 4),
              })}
            </th>
            <td className={tableStyles.number}>{format.count(signals)}</td>
            <td className={tableStyles.number}>{format.count(looked_into)}</td>
            <td className={tableStyles.number}>{format.count(found)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
