import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { signalTotals } from '../../data/open-data'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'

/** By quarter: how often an office stood out, how much of it was looked into, and how often there was something. */
export function SignalTotals() {
  const { t } = useTranslation('open-data')
  const format = useFormats()
  const { data } = useSuspenseQuery(signalTotals)
  if (data.length === 0) return <p className={pageStyles.prose}>{t('data.signals_none')}</p>
  return (
    <>
      <p className={pageStyles.caption}>{t('data.signals_caption')}</p>
      <ul className={pageStyles.prose}>
        {data.map(({ quarter, ...counts }) => (
          <li key={quarter}>
            <b>
              {t('data.signals_of', {
                quarter: format.quarter(Math.ceil(Number(quarter.slice(5, 7)) / 3)),
                year: quarter.slice(0, 4),
              })}
            </b>
            <br />
            {(['signals', 'looked_into', 'found'] as const)
              .map(key => `${t(`data.signals_count.${key}`)}: ${format.count(counts[key])}`)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  )
}
