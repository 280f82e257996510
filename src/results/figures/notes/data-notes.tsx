import { useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { methodVersions } from '../../../data/method'
import { type Office, refusedTries, setAsideTotals } from '../../../data/offices'
import { settings } from '../../../data/settings'
import { loadEvidenceWords } from '../../../i18n/evidence-words'
import { paths } from '../../../paths'
import { Section } from '../../../ui/layout/section'
import { Link } from '../../../ui/link'
import tableStyles from '../../../ui/tables/table.module.css'
import { useFormats } from '../../../ui/use-formats'
import styles from '../../shell/public-page.module.css'
import { useNextRelease } from '../../shell/release-times'

// With words of its own: what is published is read without it.
const LedgerNotes = lazy<ComponentType<{ codes: Set<string> }>>(() =>
  import('./ledger-notes').then(parts => parts.loadLedgerNotes()).catch(() => ({ default: () => null })),
)

const reasons = ['device_repeat', 'withdrawn', 'staff_device', 'outside_hours', 'too_fast', 'burst'] as const
/** Always shown, also when there are fewer than a number could tell. */
const usual: readonly string[] = reasons.slice(0, 2)
const tries = ['spent_code', 'retired_code', 'foreign_code'] as const

/** Loaded with the words that it needs. */
export async function loadDataNotes() {
  await loadEvidenceWords()
  return { default: DataNotes }
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)

/** How many ratings of these offices were set aside and tries refused, by reason. */
function useNotCounted(officeList: Office[]) {
  const { t } = useTranslation('evidence')
  const { data: setAside } = useSuspenseQuery(setAsideTotals)
  const { data: refused } = useSuspenseQuery(refusedTries)
  const codes = new Set(officeList.map(({ code }) => code))
  const aside = setAside.filter(({ office_code }) => codes.has(office_code))
  const known = reasons.map(reason => ({
    reason: t(`reason.${reason}`),
    n: sum(aside.filter(row => row.reason === reason).map(({ n }) => n)),
    isShown: usual.includes(reason),
  }))
  const others = sum(aside.filter(row => !reasons.some(reason => reason === row.reason)).map(({ n }) => n))
  // A code that no office made was tried at all of them: it stands with the body that has none above it.
  const isHere = (code: string | null) =>
    code === null ? officeList.some(o => o.parent_code === null) : codes.has(code)
  const triesHere = refused.filter(({ office_code }) => isHere(office_code))
  return {
    codes,
    rows: [...known, { reason: t('reason.other'), n: others, isShown: false }].filter(
      ({ n, isShown }) => isShown || n > 0,
    ),
    tried: tries
      .map(reason => ({
        reason: t(`tries.${reason}`),
        n: sum(triesHere.filter(row => row.reason === reason).map(({ n }) => n)),
      }))
      .filter(({ n }) => n > 0),
  }
}

/**
 * The ratings that are not in the figures: waiting, or set aside and why. Both move by k people or not at all, so that
 * they reveal nobody who has just rated.
 */
function DataNotes({ officeList }: { officeList: Office[] }) {
  const { t } = useTranslation()
  const { t: evidence } = useTranslation('evidence')
  const format = useFormats()
  const next = useNextRelease()
  const { data: rules } = useSuspenseQuery(settings)
  const { data: versions } = useSuspenseQuery(methodVersions)
  const { codes, rows, tried } = useNotCounted(officeList)
  const method = versions.at(-1)
  const waiting = sum(officeList.map(office => office.waiting))
  const fewer = evidence('source.fewer', { n: rules.min_batch })
  const waitingText = waiting === 0 ? fewer : evidence('source.about', { n: format.count(waiting) })
  return (
    <Section heading={t('results.source')}>
      <p className={styles.prose}>{evidence('source.rule', { n: rules.min_batch })}</p>
      {method && (
        <p className={styles.prose}>
          {evidence('verdict_rule', { version: method.version, day: format.day(method.valid_from) })}
        </p>
      )}
      <table className={`${tableStyles.table} ${styles.prose}`}>
        <caption className={styles.caption}>{evidence('source.not_in')}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{evidence('source.why')}</th>
            <th scope="col">{t('figure.n')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{next ? evidence('source.waiting', next) : evidence('source.waiting_undated')}</th>
            <td className={tableStyles.number}>{waitingText}</td>
          </tr>
          {rows.map(({ reason, n }) => (
            <tr key={reason}>
              <th scope="row">{reason}</th>
              <td className={tableStyles.number}>{n === 0 ? fewer : format.count(n)}</td>
            </tr>
          ))}
          {tried.map(({ reason, n }) => (
            <tr key={reason}>
              <th scope="row">{reason}</th>
              <td className={tableStyles.number}>{evidence('tries.about', { n: format.count(n) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {evidence('source.moves', { n: rules.min_batch })} <Link to={paths.method()}>{evidence('source.method')}</Link>{' '}
        <Link to={paths.data()}>{evidence('source.data')}</Link>
      </p>
      <Suspense>
        <LedgerNotes codes={codes} />
      </Suspense>
    </Section>
  )
}
