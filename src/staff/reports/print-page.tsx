import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { officialReport, type ReportRule, reportRules } from '../../data/reports'
import { settings } from '../../data/settings'
import { localDay } from '../../lib/dates/day'
import type { Report } from '../../lib/figures/report'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Empty } from '../../ui/messages/empty'
import { useFormats } from '../../ui/use-formats'
import { StaffPage } from '../shell/page'
import styles from './print.module.css'
import { useClassName, usePeriodName, useScoreText } from './words'

export async function loader() {
  queryClient.prefetchQuery(reportRules)
  queryClient.prefetchQuery(settings)
  await queryClient.ensureQueryData(offices)
  return null
}

/** One report on A4: the name of the office, the table, and a place for the signature. No emblem: it is no state document. */
export function Component() {
  const { t } = useTranslation('staff')
  const [query] = useSearchParams()
  const { data: all } = useSuspenseQuery(offices)
  const office = all.find(({ code }) => code === query.get('office'))
  const period = query.get('period')
  return (
    <div className={styles.frame}>
      <StaffPage
        title={t('reports.print_title')}
        lead={t('reports.print_lead')}
        actions={
          <>
            <Button onClick={() => window.print()}>
              <Icon name="print" /> {t('reports.print')}
            </Button>
            <ButtonLink
              look="quiet"
              to={office && period ? paths.staff.reports({ office: office.code, period }) : paths.staff.reports()}
            >
              {t('reports.back')}
            </ButtonLink>
          </>
        }
      >
        {office && period ? (
          <Sheet office={office} parent={all.find(({ code }) => code === office.parent_code)} period={period} />
        ) : (
          <Empty title={t('refusal.office_unknown')} />
        )}
      </StaffPage>
    </div>
  )
}

/** A rule and not a style element, which the page's policy would forbid; a named page would begin a new sheet. */
function usePaper() {
  useEffect(() => {
    const [sheet] = document.styleSheets
    if (!sheet) return
    const place = sheet.insertRule('@page { size: A4 portrait; margin: 12mm 15mm }', sheet.cssRules.length)
    return () => sheet.deleteRule(place)
  }, [])
}

function Sheet({ office, parent, period }: { office: Office; parent: Office | undefined; period: string }) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation()
  const format = useFormats()
  const periodName = usePeriodName()
  const scoreText = useScoreText()
  const className = useClassName()
  const { data: report } = useSuspenseQuery(officialReport(office.code, period))
  const { data: rules } = useSuspenseQuery(reportRules)
  const { data: rule } = useSuspenseQuery(settings)
  const { own, signature } = report
  usePaper()
  return (
    <article className={styles.sheet} aria-label={t('reports.print_title')}>
      <header lang="vi">
        {parent && <p>{parent.name}</p>}
        <p className={styles.office}>{office.name}</p>
      </header>
      <h2>{t('reports.print_title')}</h2>
      <p className={styles.period}>{periodName(period)}</p>
      {rule.illustrative && <p className={styles.notice}>{common('figure.illustrative')}</p>}
      <IndexTable report={report} rules={rules} />
      <p className={styles.total}>
        {t('reports.total')}: <strong>{scoreText(report)}</strong> · {t('reports.class_name')}:{' '}
        <strong>{className(report.class)}</strong>
      </p>
      {own && (
        <p>
          {t('reports.own')}: {format.percent(100 * own.rate)} ({format.count(own.satisfied)} / {format.count(own.n)})
        </p>
      )}
      <p>{t('reports.unverified.circular')}</p>
      {signature && (
        <>
          <p>
            {t('reports.signed', {
              who: signature.by,
              at: format.instantOf(Date.parse(signature.at)),
              version: signature.version,
            })}
            {signature.changed && ` ${t('reports.changed')}`}
          </p>
          <p className={styles.comment} lang="vi">
            {signature.comment}
          </p>
        </>
      )}
      <footer>
        <p>{t('reports.printed_on', { day: format.day(localDay()) })}</p>
        <p className={styles.sign}>{t('reports.place_to_sign')}</p>
      </footer>
    </article>
  )
}

function IndexTable({ report, rules }: { report: Report; rules: ReportRule[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const count = (n: number | null) => (n === null ? '–' : format.count(n))
  return (
    <table>
      <caption>{t('reports.indices')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reports.index')}</th>
          <th scope="col">{t('reports.sheet.two')}</th>
          <th scope="col">{t('reports.sheet.one')}</th>
          <th scope="col">{t('reports.sheet.zero')}</th>
          <th scope="col">{t('reports.points')}</th>
          <th scope="col">{t('reports.source')}</th>
        </tr>
      </thead>
      <tbody>
        {report.indices.map(({ index, two, one, zero, tenths, source, counted, expected }) => (
          <tr key={index}>
            <th scope="row" lang="vi">
              {index}. {rules.find(rule => rule.index === index)?.name}
            </th>
            <td>{count(two)}</td>
            <td>{count(one)}</td>
            <td>{count(zero)}</td>
            <td>{tenths === null ? t('reports.none') : format.tenth(tenths / 10)}</td>
            <td>
              {source ? t(`reports.from.${source}`) : '–'}
              {tenths !== null && counted < expected && ` (${format.count(counted)} / ${format.count(expected)})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
