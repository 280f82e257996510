import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { handledBy, reportedIn } from '../../data/handled'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { localDay, monthOf } from '../../lib/dates/day'
import { latestMonths } from '../../lib/dates/periods'
import { serviceChannels } from '../../lib/lists'
import { keepNames } from '../../lib/text/no-break'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { Banner } from '../../ui/messages/banner'
import { useFormats } from '../../ui/use-formats'
import { OfficePicker, useOfficePicker } from '../shared/office-picker'
import { useChannelName } from '../shared/use-channel-name'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { HandledForm } from './form'
import { HandledHistory } from './history'
import styles from './layout.module.css'

export async function loader() {
  await Promise.all([queryClient.ensureQueryData(offices), queryClient.ensureQueryData(procedureNames)])
  return null
}

/** How many dossiers were finished, month by month: coverage is the ratings over these. */
export function Component() {
  const { t } = useTranslation('staff')
  const { may } = useStaff()
  const choice = useOfficePicker()
  const period = usePeriod()
  const monthName = useMonthName()
  const { office } = choice
  const { month, months, channel } = period
  const { data: rows } = useSuspenseQuery(handledBy(office.code, months.at(-1) as string))
  const mayWrite = may('report_handled_dossiers')
  return (
    <StaffPage
      title={t('handled.title')}
      lead={t('handled.lead')}
      actions={
        mayWrite && (
          <ButtonLink look="quiet" to={`${paths.staff.imports()}?kind=handled`}>
            {t('handled.import')}
          </ButtonLink>
        )
      }
    >
      <Missing month={monthOf(localDay(), -1)} choice={choice} />
      <div className={styles.choices}>
        <OfficePicker {...choice} />
        <PeriodFields {...period} isReported={one => rows.some(row => row.month === one)} />
      </div>
      <HandledForm
        key={`${office.code} ${month} ${channel}`}
        office={office}
        month={month}
        monthName={monthName(month)}
        channel={channel}
        rows={rows}
        mayWrite={mayWrite}
      />
      <HandledHistory office={office.code} monthName={monthName} />
    </StaffPage>
  )
}

function useMonthName() {
  const { t } = useTranslation('staff')
  const format = useFormats()
  return (month: string) => t('handled.month_name', { month: format.month(month) })
}

/** The month and the channel in the address: the month that is over, and no channel, unless others are chosen. */
function usePeriod() {
  const [query, setQuery] = useSearchParams()
  const months = latestMonths(localDay(), 13)
  const change = (name: 'month' | 'channel', value: string) =>
    setQuery(before => {
      if (value) before.set(name, value)
      else before.delete(name)
      return before
    })
  return {
    months,
    month: months.find(one => one === query.get('month')) ?? (months[1] as string),
    channel: serviceChannels.find(one => one === query.get('channel')) ?? null,
    change,
  }
}

type PeriodFieldsProps = ReturnType<typeof usePeriod> & { isReported: (month: string) => boolean }

function PeriodFields({ months, month, channel, change, isReported }: PeriodFieldsProps) {
  const { t } = useTranslation('staff')
  const channelName = useChannelName()
  const monthName = useMonthName()
  return (
    <>
      <SelectField label={t('handled.month')} value={month} onChange={event => change('month', event.target.value)}>
        {months.map(one => (
          <option key={one} value={one}>
            {monthName(one)}
            {isReported(one) ? '' : ` · ${t('handled.nothing_yet')}`}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('parts.channel')}
        value={channel ?? ''}
        onChange={event => change('channel', event.target.value)}
      >
        <option value="">{channelName(null)}</option>
        {serviceChannels.map(one => (
          <option key={one} value={one}>
            {channelName(one)}
          </option>
        ))}
      </SelectField>
    </>
  )
}

type MissingProps = { month: string; choice: ReturnType<typeof useOfficePicker> }

/** Who has not reported for the month that is over. */
function Missing({ month, choice: { own, choose } }: MissingProps) {
  const { t } = useTranslation('staff')
  const monthName = useMonthName()
  const { data: reported } = useQuery(reportedIn(month))
  if (!reported) return null
  const missing = own.filter(
    ({ code, desk, closed_on }) => desk && !(closed_on && closed_on < month) && !reported.has(code),
  )
  if (missing.length === 0) return null
  return (
    <Banner look="wait" icon="clock">
      <p>
        <b>{t('handled.missing', { month: monthName(month) })}</b>
      </p>
      <ul className={styles.missing} lang="vi">
        {missing.map(({ code, name }) => (
          <li key={code}>
            <button type="button" className={styles.link} onClick={() => choose(code)}>
              {keepNames(name)}
            </button>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
