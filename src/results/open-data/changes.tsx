import { useSuspenseQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../data/method'
import { corrections } from '../../data/open-data'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'

const summaries = { vi: 'summary_vi', en: 'summary_en', km: 'summary_km' } as const

/** Corrections of the data and changes of the method, newest first. */
export function DataChanges() {
  const { t, i18n } = useTranslation('open-data')
  const format = useFormats()
  const [{ data: voided }, { data: versions }] = useSuspenseQueries({ queries: [corrections, methodVersions] })
  const summary = summaries[i18n.language as keyof typeof summaries]
  const changes = [
    ...voided.map(({ number, voids, n, reason, recorded_on }) => ({
      key: `batch-${number}`,
      day: recorded_on,
      what: t('data.correction', { voids, number, n: format.count(-n) }),
      why: reason,
    })),
    ...versions.map(version => ({
      key: version.version,
      day: version.valid_from,
      what: t('data.version', { version: version.version }),
      why: version[summary],
    })),
  ].sort((a, b) => b.day.localeCompare(a.day))
  return (
    <>
      {voided.length === 0 && <p className={pageStyles.prose}>{t('data.no_corrections')}</p>}
      <ol className={pageStyles.history}>
        {changes.map(({ key, day, what, why }) => (
          <li key={key}>
            <time dateTime={day}>{format.day(day)}</time>
            <div>
              {what}
              {why && <p className={pageStyles.basis}>{why}</p>}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
