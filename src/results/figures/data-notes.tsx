import { useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../data/method'
import { type Office, setAsideTotals } from '../../data/offices'
import { settings } from '../../data/settings'
import { paths } from '../../paths'
import { Section } from '../../ui/layout/section'
import { Link } from '../../ui/link'
import tableStyles from '../../ui/tables/table.module.css'
import { useFormats } from '../../ui/use-formats'
import styles from '../shell/public-page.module.css'
import { useNextRelease } from '../shell/release-times'

// With words of its own: what is published is read without it.
const LedgerNotes = lazy<ComponentType<{ codes: Set<string> }>>(() =>
  import('./ledger-notes').then(parts => parts.loadLedgerNotes()).catch(() => ({ default: () => null })),
)

const reasons = ['device_repeat', 'withdrawn'] as const

/**
 * The ratings that are not in the figures: waiting, or set aside and why. Both move by k people or not at all, so that
 * they reveal nobody who has just rated.
 */
export function DataNotes({ officeList }: { officeList: Office[] }) {
  const { t } = useTranslation()
  const format = useFormats()
  const next = useNextRelease()
  const { data: rules } = useSuspenseQuery(settings)
  const { data: setAside } = useSuspenseQuery(setAsideTotals)
  const { data: versions } = useSuspenseQuery(methodVersions)
  const method = versions.at(-1)
  const codes = new Set(officeList.map(({ code }) => code))
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
  const waiting = sum(officeList.map(office => office.waiting))
  const aside = setAside.filter(({ office_code }) => codes.has(office_code))
  const known = reasons.map(reason => ({
    reason: t(`source.reason.${reason}`),
    n: sum(aside.filter(row => row.reason === reason).map(({ n }) => n)),
  }))
  const others = sum(aside.filter(row => !reasons.some(reason => reason === row.reason)).map(({ n }) => n))
  const rows = others > 0 ? [...known, { reason: t('source.reason.other'), n: others }] : known
  const fewer = t('source.fewer', { n: rules.min_batch })
  const waitingText = waiting === 0 ? fewer : t('source.about', { n: format.count(waiting) })
  return (
    <Section heading={t('results.source')}>
      <p className={styles.prose}>{t('results.source_rule', { n: rules.min_batch })}</p>
      {method && (
        <p className={styles.prose}>
          {t('verdict.rule', { version: method.version, day: format.day(method.valid_from) })}
        </p>
      )}
      <table className={`${tableStyles.table} ${styles.prose}`}>
        <caption className={styles.caption}>{t('source.not_in')}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t('source.why')}</th>
            <th scope="col">{t('figure.n')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{next ? t('source.waiting', next) : t('source.waiting_undated')}</th>
            <td className={tableStyles.number}>{waitingText}</td>
          </tr>
          {rows.map(({ reason, n }) => (
            <tr key={reason}>
              <th scope="row">{reason}</th>
              <td className={tableStyles.number}>{n === 0 ? fewer : format.count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {t('source.moves', { n: rules.min_batch })} <Link to={paths.method()}>{t('source.method')}</Link>{' '}
        <Link to={paths.data()}>{t('source.data')}</Link>
      </p>
      <Suspense>
        <LedgerNotes codes={codes} />
      </Suspense>
    </Section>
  )
}
