import { useSuspenseQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../data/method'
import { offices } from '../../data/offices'
import { corrections, voidings } from '../../data/open-data'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'

const summaries = { vi: 'summary_vi', en: 'summary_en', km: 'summary_km' } as const

/** Corrections of the data and changes of the method, newest first. */
export function DataChanges() {
  const { t, i18n } = useTranslation('open-data')
  const format = useFormats()
  const [{ data: voided }, { data: versions }, { data: decided }, { data: officeList }] = useSuspenseQueries({
    queries: [corrections, methodVersions, voidings, offices],
  })
  const nameOf = (office: string) => officeList.find(({ code }) => code === office)?.name ?? office
  /** Which two decided it; of what was voided before it took two nobody is told. */
  const deciders = (reversal: number) => {
    const by = decided.find(one => one.reversal === reversal)
    if (!by) return undefined
    return t(`data.voided_by.${by.proposed_as as 'auditor'}`, {
      auditor: nameOf(by.auditor_office),
      coordinator: nameOf(by.coordinator_office),
      day: format.day(by.proposed_on),
    })
  }
  const summary = summaries[i18n.language as keyof typeof summaries]
  const changes = [
    ...voided.map(({ number, voids, n, reason, recorded_on }) => ({
      key: `batch-${number}`,
      day: recorded_on,
      what: t('data.correction', { voids, number, n: format.count(-n) }),
      why: reason,
      who: deciders(number),
    })),
    ...versions.map(version => ({
      key: version.version,
      day: version.valid_from,
      what: t('data.version', { version: version.version }),
      why: version[summary],
      who: undefined,
    })),
  ].sort((a, b) => b.day.localeCompare(a.day))
  return (
    <>
      {voided.length === 0 && <p className={pageStyles.prose}>{t('data.no_corrections')}</p>}
      <ol className={pageStyles.history}>
        {changes.map(({ key, day, what, why, who }) => (
          <li key={key}>
            <time dateTime={day}>{format.day(day)}</time>
            <div>
              {what}
              {why && <p className={pageStyles.basis}>{why}</p>}
              {who && <p className={pageStyles.basis}>{who}</p>}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
