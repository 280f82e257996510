import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type Office, offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { officialReport, reportEntries, reportRules } from '../../data/reports'
import { dayOfUtc, localDay } from '../../lib/dates/day'
import { daysOf } from '../../lib/dates/periods'
import { periodsOver } from '../../lib/figures/report'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import { OfficePicker, useOfficePicker } from '../shared/office-picker'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { Comparison } from './comparison'
import { ReportDownload } from './download'
import { EntryHistory } from './history'
import { Indices } from './indices'
import styles from './layout.module.css'
import { SignOff } from './sign-off'
import { ReportStates } from './states'
import { usePeriodName } from './words'

export async function loader() {
  queryClient.prefetchQuery(reportRules)
  await queryClient.ensureQueryData(offices)
  return null
}

/** The report of circular 01/2018: what is known of it, what is missing and where it is entered, and who answers for it. */
export function Component() {
  const { t } = useTranslation('staff')
  const choice = useOfficePicker()
  const period = usePeriod(choice.office)
  return (
    <StaffPage title={t('reports.title')} lead={t('reports.lead')}>
      <div className={styles.choices}>
        <OfficePicker {...choice} />
        {period.period && <PeriodField {...period} />}
      </div>
      {period.period ? (
        <OneReport key={`${choice.office.code} ${period.period}`} office={choice.office} period={period.period} />
      ) : (
        <Empty title={t('reports.no_period')}>{t('reports.no_period_next')}</Empty>
      )}
    </StaffPage>
  )
}

function OneReport({ office, period }: { office: Office; period: string }) {
  const { t } = useTranslation('staff')
  const { may, reachesBelow, membership } = useStaff()
  const { data: report } = useSuspenseQuery(officialReport(office.code, period))
  const { data: entries } = useSuspenseQuery(reportEntries(office.code, period))
  const { data: rules } = useSuspenseQuery(reportRules)
  const maySign = may('sign_reports') || (may('sign_reports_of_bodies') && office.desk === null)
  return (
    <>
      {reachesBelow && office.code === membership.office && <ReportStates office={office} period={period} />}
      <div className={styles.actions}>
        <ButtonLink look="quiet" to={paths.staffReportSheet(office.code, period)}>
          <Icon name="print" /> {t('reports.print')}
        </ButtonLink>
        <ReportDownload report={report} office={office} rules={rules} />
      </div>
      <Indices office={office} report={report} rules={rules} entries={entries} mayWrite={may('enter_report_values')} />
      <SignOff report={report} maySign={maySign} />
      <Comparison report={report} />
      <EntryHistory office={office.code} entries={entries} rules={rules} />
      <Section heading={t('reports.basis')}>
        <ul className={styles.notes}>
          {(['circular', 'own_fault', 'attitude', 'online', 'national'] as const).map(note => (
            <li key={note}>{t(`reports.unverified.${note}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}

/** Quarters and years that are over and in which the office was open. */
function periodsOf({ opened_on, closed_on }: Office) {
  return periodsOver(localDay()).filter(period => {
    const days = daysOf(period)
    if (!days) return false
    const [first, last] = [days.from, days.to].map(dayOfUtc) as [string, string]
    return (opened_on ?? first) <= last && (closed_on ?? last) >= first
  })
}

function usePeriod(office: Office) {
  const [query, setQuery] = useSearchParams()
  const periods = periodsOf(office)
  const choose = (period: string) =>
    setQuery(before => {
      before.set('period', period)
      before.delete('index')
      return before
    })
  const initial = periods.find(period => period.length > 4) ?? periods[0]
  return { periods, choose, period: periods.find(one => one === query.get('period')) ?? initial }
}

function PeriodField({ period, periods, choose }: ReturnType<typeof usePeriod>) {
  const { t } = useTranslation('staff')
  const periodName = usePeriodName()
  return (
    <SelectField label={t('reports.period')} value={period} onChange={event => choose(event.target.value)}>
      {periods.map(one => (
        <option key={one} value={one}>
          {periodName(one)}
        </option>
      ))}
    </SelectField>
  )
}
